"""From a web page to an article: its main text, and what the page says of itself."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import trafilatura
from trafilatura.settings import DEFAULT_CONFIG, Document

from quotetrack.errors import InputError
from quotetrack.ingest.text import usable
from quotetrack.model import Article

for _library in ("trafilatura", "htmldate", "courlan", "charset_normalizer", "justext"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # or their remarks land on standard error

_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")

_SPACES = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # hyphenation and line-break hints inside words
_LIST_MARK = re.compile(r"^[ \t]*- ", re.MULTILINE)  # trafilatura's, for each item of a list
_QUOTES = tuple("\"'“‘«„")
_VERBATIM = frozenset({"pre", "textarea", "script", "style"})

# Boxes that trafilatura lets through: names are whole parts of a class or id ("story-advert", not "adviser").
_BOX = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert(?:s|isements?|ising|orials?)?|sponsor(?:ed)?|promos?|newsletters?|cookies?|"
    r"consent|outbrain|taboola|related|most-?read|trending|share-?(?:bar|buttons|tools))(?=$|[\s_-])",
    re.IGNORECASE,
)
_LARGEST_BOX = 1000
"""A box with more characters than this may be the article itself under an unlucky name."""

# Below 250 characters, trafilatura's own bound, it falls back on all the page's words in one line: a short
# article would lose its paragraphs and gain the share buttons.
_CONFIG = deepcopy(DEFAULT_CONFIG)
_CONFIG["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "25"

_DATE_SEARCH = {"extensive_search": False, "original_date": True}
_METADATA = (
    "//meta[not(contains(@property, 'image') or contains(@itemprop, 'copyright'))]"
    " | //script[@type='application/ld+json']"
)
_ASIDE = (
    "ancestor::nav or ancestor::aside or ancestor::footer"
    " or ancestor::header[not(ancestor::article or ancestor::main)]"  # there, often today's date
)
_DATE_CLASS = re.compile(
    r"(?:(?<!candi)(?<!man)date(?!line)|datum|publish|posted|byline|timestamp)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_DATE_LINE = 120
_FEWEST_WORDS = 5


def article(page: str, name: str, *, url: str | None = None) -> Article:
    """The article on a web page; its text has one paragraph a line, without title, comments and tables.

    Args:
        page: HTML, whole or a fragment.
        name: the article's id.
        url: where the page was found, if that is known; else the page's own word counts.

    Raises:
        InputError: there is no main text on the page.
    """
    tree = _tree(page)
    text = None
    if tree is not None:
        document = trafilatura.extract_metadata(tree, default_url=url, date_config=_DATE_SEARCH)
        text = _main_text(tree, document.title)
    if text is None:
        raise InputError(f"{name}: no article text on this page; save the article's text and read that")
    return Article(
        id=name,
        text=text,
        title=_string(document.title),
        date=_published(tree, url or document.url),
        publisher=_string(document.sitename),
        author=_string(document.author),
        url=url or _string(document.url),
    )


def _string(value: str | None) -> str | None:
    return usable(value).strip() or None if value else None


def _tree(page: str) -> Any:
    """The page as an lxml tree, with the white space and the quotation marks that a browser shows."""
    page = _XML_DECLARATION.sub("", usable(page), count=1)
    if not _WHOLE_PAGE.search(page):
        page = f"<html><body>{page}</body></html>"
    tree = trafilatura.load_html(page)
    if tree is None:
        return None
    for element in tree.iter():
        if element.tag not in _VERBATIM:
            element.text = element.text and _SPACES.sub(" ", element.text)
        if element.getparent() is None or element.getparent().tag not in _VERBATIM:
            element.tail = element.tail and _SPACES.sub(" ", element.tail)
    for quotation in reversed(list(tree.iter("q"))):  # the innermost first
        if not quotation.text_content().lstrip().startswith(_QUOTES):
            opening, closing = "‘’" if len(list(quotation.iterancestors("q"))) % 2 else "“”"
            quotation.text = opening + (quotation.text or "")
            quotation.tail = closing + (quotation.tail or "")
        quotation.drop_tag()
    return tree


def _main_text(tree: Any, title: str | None) -> str | None:
    headings = {_folded(heading.text_content()) for heading in tree.iter("h1", "title")}
    headings.add(_folded(title or ""))
    for box in list(_boxes(tree)):
        box.drop_tree()
    document = trafilatura.bare_extraction(tree, config=_CONFIG, include_comments=False, include_tables=False)
    if not isinstance(document, Document) or not document.text:
        return None
    text = _INVISIBLE.sub("", _LIST_MARK.sub("", document.text))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    while lines and _folded(lines[0]) in headings:
        lines.pop(0)
    text = "\n".join(lines)
    return text if len(text.split()) >= _FEWEST_WORDS else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _boxes(tree: Any) -> Iterator[Any]:
    for element in tree.iterdescendants(
        "div", "section", "aside", "nav", "ul", "p", "form", "span", "figure"
    ):
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "nav" or (_BOX.search(named) and len(element.text_content()) <= _LARGEST_BOX):
            yield element


def _published(tree: Any, url: str | None) -> dt.date | None:
    """When the page says that it was published, or None.

    Left alone, htmldate ends with any date in the text or in a picture's address, which is a guess. It is
    shown only what states when a page was published: its metadata and JSON-LD, the first ``<time>`` or
    element named for a date, and the address.
    """
    evidence: Any = trafilatura.load_html("<html><head></head><body></body></html>")
    head, body = evidence
    for element in tree.xpath(_METADATA):
        head.append(deepcopy(element))
    dated = next(_date_elements(tree), None)
    if dated is not None:
        body.append(deepcopy(dated))
        body[-1].tail = None
    found = trafilatura.extract_metadata(evidence, default_url=url, date_config=_DATE_SEARCH).date
    return dt.date.fromisoformat(found) if found else None


def _date_elements(tree: Any) -> Iterator[Any]:
    for element in tree.xpath(f"//body//*[not({_ASIDE})][self::time or @class or @id or @itemprop]"):
        names = " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))
        words = element.get("datetime") or element.text_content()
        if element.tag != "time" and not (_DATE_CLASS.search(names) and len(words) <= _LONGEST_DATE_LINE):
            continue
        if _YEAR.search(words):
            yield element
