"""Markdown: a list for statements, a table for everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quotetrack.model import Speaker
from quotetrack.render.words import known_part, polarity_word, squeeze
from quotetrack.store.records import StoredStatement

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def escape(text: str) -> str:
    """The text as one run that no reader of Markdown takes for formatting, a table's border or HTML."""
    return _SPECIAL.sub(r"\\\1", squeeze(text).replace("&", "&amp;"))


def statements(rows: Iterable[StoredStatement], heading: str | None = None) -> Iterator[str]:
    """A heading for each day and an item for each statement."""
    if heading:
        yield f"# {escape(heading)}\n\n"
    day = ""
    for row in rows:
        date = _date(row)
        if date != day:
            yield ("\n" if day else "") + f"## {date}\n\n"
            day = date
        yield item(row)


def item(row: StoredStatement) -> str:
    """A statement as one item of a list."""
    statement = row.statement
    source = statement.source.text if statement.source else "nobody named"
    speakers = " + ".join(_speaker(speaker) for speaker in statement.speakers) or f"*{escape(source)}*"
    asides = [
        f"{word} {', '.join(escape(speaker.name) for speaker in others)}"
        for word, others in (("to", statement.addressees), ("via", statement.via))
        if others
    ]
    if statement.act != "speech":
        asides.append(statement.act)
    aside = f" ({'; '.join(asides)})" if asides else ""
    origin = ", ".join(
        part for part in (f"*{escape(row.title or statement.article)}*", escape(row.publisher or "")) if part
    )
    number = f" · {row.id}" if row.id else ""
    label = polarity_word(statement)
    words = (f"**{label}:** " if label else "") + escape(statement.text)
    return f"- {speakers}{aside}: {words} — {origin}{number}\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with a head."""
    yield _line(map(escape, columns))
    yield _line("---" for _ in columns)
    for row in rows:
        yield _line(map(escape, row))


def _date(row: StoredStatement) -> str:
    """As exactly as it is known."""
    date, precision = row.statement.date, row.statement.date_precision
    return known_part(date.isoformat(), precision) if date else "Date unknown"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _speaker(speaker: Speaker) -> str:
    name = f"**{escape(speaker.name)}**"
    return f"{name}, {escape(speaker.role)}" if speaker.role else name
