"""From JSON to articles: an object a line, or one document with an object or a list of them."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from quotetrack.errors import InputError
from quotetrack.ingest.overrides import Overrides
from quotetrack.ingest.text import usable
from quotetrack.model import Article

_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[ \t]*\"")
_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*\{)")
_SKIP = 1 << 20


def looks_like_lines(data: bytes) -> bool:
    """Whether ``data`` begins with a JSON object that starts on a line of its own."""
    return _LINE.match(data) is not None


def looks_like_json(text: str) -> bool:
    """Whether the text begins as a JSON object, or a list of them."""
    return _JSON.match(text) is not None


def lines(stream: BinaryIO, max_bytes: int, first: bytes = b"") -> Iterator[bytes | None]:
    """The stream's lines, from ``first`` on; None for one over ``max_bytes``, which is never held whole."""
    line = first or stream.readline(max_bytes + 1)
    while line:
        if len(line) <= max_bytes:
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_SKIP)
            yield None
        line = stream.readline(max_bytes + 1)


def articles(
    found: Iterable[bytes | None], name: str, overrides: Overrides, max_bytes: int
) -> Iterator[Article | InputError]:
    """The article on each line, or an error that names the line; blank lines are passed over."""
    empty = True
    for number, line in enumerate(found, start=1):
        where = f"{name}:{number}"
        if line is not None and not line.removeprefix(b"\xef\xbb\xbf").strip():
            continue
        empty = False
        if line is None:
            yield InputError(f"{where}: a line of more than {max_bytes / 1e6:g} MB; split the article")
            continue
        try:
            yield _article(_parsed(line, where), where, overrides)
        except InputError as error:
            yield error
    if empty:
        yield InputError(f"{name}: empty; there is nothing to read")


def document(text: str, name: str, overrides: Overrides) -> Iterator[Article | InputError]:
    """The article of a JSON object, those of a list of objects (counted from 1), or one for each line.

    Raises:
        InputError: the text is no JSON.
    """
    try:
        records = _parsed(text, name)
    except InputError:
        data = text.encode("utf-8")
        if b"\n" not in data.strip() or not looks_like_lines(data):
            raise
        yield from articles(lines(BytesIO(data), len(data)), name, overrides, len(data))
        return
    if not isinstance(records, list):
        yield _article(records, name, overrides)
        return
    if not records:
        raise InputError(f"{name}: an empty list; there is nothing to read")
    for number, record in enumerate(records, start=1):
        try:
            yield _article(record, f"{name}:{number}", overrides)
        except InputError as error:
            yield error


def _parsed(data: str | bytes, where: str) -> Any:
    try:
        return json.loads(data if isinstance(data, str) else data.decode("utf-8-sig").rstrip())
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte {error.start} is not valid UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        line = f"line {error.lineno} " if error.lineno > 1 else ""
        reason = f"{error.msg.lower().removesuffix(' at')} at {line}column {error.colno}"
        raise InputError(f"{where}: broken JSON, {reason}; give one object a line") from error
    except (RecursionError, ValueError) as error:  # nested too deeply; an integer of thousands of digits
        raise InputError(f"{where}: JSON that cannot be read; give one plain object a line") from error


def _article(record: Any, where: str, overrides: Overrides) -> Article:
    if not isinstance(record, dict):
        raise InputError(f'{where}: not a JSON object; give one with "text" or "html"')
    url = _string(record, "url")
    name = _string(record, "id") or url or where
    given = Overrides(
        date=overrides.date or _date(record, where),
        title=overrides.title or _string(record, "title"),
        publisher=overrides.publisher or _string(record, "publisher"),
        url=overrides.url or url,
    )
    text, page = (record.get(key) for key in ("text", "html"))
    if isinstance(text, str) and text.strip():
        return given.over(Article(id=name, text=usable(text), author=_string(record, "author")))
    if isinstance(page, str) and page.strip():
        from quotetrack.ingest import html

        read = html.article(page, where, url=given.url)
        author = _string(record, "author") or read.author
        return given.over(
            Article(
                id=name,
                text=read.text,
                title=read.title,
                date=read.date,
                publisher=read.publisher,
                author=author,
            )
        )
    raise InputError(f'{where}: no words under "text" or "html"; one of them has to hold the article')


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return usable(value).strip() or None if isinstance(value, str) else None


def _date(record: dict[str, Any], where: str) -> dt.date | None:
    value = record.get("date")
    if value is None or value == "":
        return None
    try:
        return dt.datetime.fromisoformat(value).date()
    except (TypeError, ValueError) as error:
        raise InputError(
            f"{where}: the date {json.dumps(value)} is not like 2023-02-22; correct it or give --date"
        ) from error
