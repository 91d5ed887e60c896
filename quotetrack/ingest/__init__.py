"""From files, folders, patterns, URLs and standard input to articles.

One bad input never stops the batch: ``read`` gives an error in its place and goes on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from quotetrack.errors import InputError
from quotetrack.ingest import jsonl, markdown, paths
from quotetrack.ingest.headline import headline
from quotetrack.ingest.language import is_english
from quotetrack.ingest.overrides import Overrides
from quotetrack.ingest.text import charset_of, decode, looks_like_html, usable
from quotetrack.model import Article

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "Overrides", "count", "read"]

MAX_BYTES = 20_000_000
"""The most that one file, line or page may take, markup included. Larger ones are archives, logs or mistakes."""

MAX_CHARACTERS = 2_000_000
"""The longest text that is read as one article: some 350,000 words, more than the longest of reports."""


def read(
    inputs: Sequence[str],
    overrides: Overrides | None = None,
    *,
    stdin: BinaryIO | None = None,
    timeout: float = 20.0,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Article | InputError]:
    """Every article behind the inputs, one at a time, in the order given; an error where one cannot be read.

    Args:
        inputs: paths, folders, patterns, http and https URLs, and ``-`` for standard input. A folder gives
            its .txt, .md, .html, .htm, .jsonl and .ndjson files, and those of the folders in it, by name. A
            file that is met twice is read once.
        overrides: what the user says of the articles, which wins over what they say of themselves.
        stdin: what to read for ``-``; ``sys.stdin.buffer`` if None.
        timeout: seconds that fetching one URL may take.
        max_bytes: the most that one article may take.
    """
    for source in paths.sources(inputs):
        if isinstance(source, InputError):
            yield source
            continue
        try:
            for found in _articles(source, overrides or Overrides(), stdin, timeout, max_bytes):
                yield found if isinstance(found, InputError) else _readable(found)
        except InputError as error:
            yield error


def count(inputs: Sequence[str]) -> int | None:
    """How many articles and errors ``read`` will give, or None where only reading can tell."""
    total = 0
    for source in paths.sources(inputs):
        if isinstance(source, str) and (source == paths.STDIN or paths.suffix(source) == ".json"):
            return None
        is_lines = (
            isinstance(source, str) and not paths.is_url(source) and paths.suffix(source) in paths.LINES
        )
        total += max(1, _lines_in(str(source))) if is_lines else 1
    return total


def _readable(article: Article) -> Article | InputError:
    """The article, or why there is no use in analysing it."""
    if len(article.text) > MAX_CHARACTERS:
        return InputError(
            f"{article.id}: {len(article.text):,} characters, and one article may have {MAX_CHARACTERS:,}; "
            "split it into its articles"
        )
    if not is_english(article.text):
        return InputError(f"{article.id}: not in English, the only language that is read; give a translation")
    return article


def _lines_in(path: str) -> int:
    try:
        with Path(path).open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1


def _articles(
    source: str, overrides: Overrides, stdin: BinaryIO | None, timeout: float, max_bytes: int
) -> Iterator[Article | InputError]:
    if paths.is_url(source):
        from quotetrack.ingest import web

        page = web.fetch(source, timeout=timeout, max_bytes=max_bytes)
        if page.is_html:
            yield _page(page.data, source, overrides, charset=page.charset, url=source)
        else:
            yield from _by_content(page.data, source, overrides, charset=page.charset, url=source)
        return
    try:
        if source == paths.STDIN:
            yield from _piped(stdin or sys.stdin.buffer, source, overrides, max_bytes)
        else:
            with Path(source).open("rb") as file:
                yield from _in_file(file, source, overrides, max_bytes)
    except OSError as error:
        raise paths.unreadable(source, error) from error


def _piped(
    stream: BinaryIO, name: str, overrides: Overrides, max_bytes: int
) -> Iterator[Article | InputError]:
    """Standard input: JSON Lines one by one, so that a long pipe gives articles as they come; else whole."""
    first = stream.readline(max_bytes + 1)
    if jsonl.looks_like_lines(first) and first.rstrip().endswith(b"}"):
        yield from jsonl.articles(jsonl.lines(stream, max_bytes, first), name, overrides, max_bytes)
        return
    data = first + stream.read(max_bytes + 1 - len(first))
    if len(data) > max_bytes:
        raise _too_large(name, f"more than {max_bytes / 1e6:g} MB", max_bytes)
    yield from _by_content(data, name, overrides)


def _in_file(
    file: BinaryIO, path: str, overrides: Overrides, max_bytes: int
) -> Iterator[Article | InputError]:
    name, kind = usable(path), paths.suffix(path)
    if kind in paths.LINES:
        yield from jsonl.articles(jsonl.lines(file, max_bytes), name, overrides, max_bytes)
        return
    size = os.fstat(file.fileno()).st_size
    if size > max_bytes:
        raise _too_large(name, f"{size / 1e6:.1f} MB", max_bytes)
    data = file.read(max_bytes)
    if kind in paths.TEXT:
        yield _text(decode(data, name), name, overrides)
    elif kind in paths.HTML:
        yield _page(data, name, overrides)
    else:
        yield from _by_content(data, name, overrides)


def _too_large(name: str, size: str, max_bytes: int) -> InputError:
    return InputError(
        f"{name}: {size}, and one article may have {max_bytes / 1e6:g} MB; split it into its articles"
    )


def _by_content(
    data: bytes, name: str, overrides: Overrides, *, charset: str | None = None, url: str | None = None
) -> Iterator[Article | InputError]:
    """What no ending tells apart: HTML, JSON, or else text."""
    if looks_like_html(data):
        yield _page(data, name, overrides, charset=charset, url=url)
        return
    text = decode(data, name, declared=charset)
    if jsonl.looks_like_json(text):
        yield from jsonl.document(text, name, overrides)
    else:
        yield _text(text, name, overrides, url=url)


def _text(text: str, name: str, overrides: Overrides, *, url: str | None = None) -> Article:
    if paths.suffix(name) == ".md":
        found = markdown.article(text, name)
    else:
        found = Article(id=name, text=text, title=headline(text))
    return overrides.over(replace(found, date=found.date or paths.date_in_name(name), url=url or found.url))


def _page(
    data: bytes, name: str, overrides: Overrides, *, charset: str | None = None, url: str | None = None
) -> Article:
    page = decode(data, name, declared=charset or charset_of(data))

    from quotetrack.ingest import html  # trafilatura takes a third of a second to import

    return overrides.over(html.article(page, name, url=overrides.url or url))
