"""What a Markdown file says of its article: in front matter, as blogs have it, or by its first heading."""

from __future__ import annotations

import datetime as dt
import re

from quotetrack.model import Article

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(
    r"^(title|date|publisher|author|url):[ \t]+(\S.*?)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_HEADING = re.compile(r"\s*#[ \t]+([^\r\n]+?)[ \t]*#*[ \t]*(?:[\r\n]|\Z)")


def article(text: str, name: str) -> Article:
    """The article of that text, which is left as it is, markup and all."""
    front = _FRONT_MATTER.match(text)
    fields = {key.lower(): _unquoted(value) for key, value in _FIELD.findall(front[1])} if front else {}
    heading = _HEADING.match(text, front.end() if front else 0)
    return Article(
        id=name,
        text=text,
        title=fields.get("title") or (heading[1] if heading else None),
        date=_date(fields.get("date", "")),
        publisher=fields.get("publisher"),
        author=fields.get("author"),
        url=fields.get("url"),
    )


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'" else value


def _date(words: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(words).date()
    except ValueError:
        return None
