"""Plain data in, text out: timelines and tables for a terminal, records for a pipe.

Every ``write_…`` function takes one of :data:`FORMATS`, writes to ``out`` and returns how many rows there
were. ``pretty`` is drawn to the look; ``plain`` is one tab-separated record a line, never wrapped or cut; the
others are what their names say. Importing this is cheap: only ``pretty`` loads rich.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from quotetrack.render.look import Look
from quotetrack.render.words import clean

if TYPE_CHECKING:
    from rich.text import Text

    from quotetrack.evaluation.errors import Error
    from quotetrack.store.decisions import Made
    from quotetrack.store.records import StoredArticle, StoredSpeaker, StoredStatement, Suggestion

__all__ = [
    "FORMATS",
    "Look",
    "clean",
    "write_article",
    "write_articles",
    "write_errors",
    "write_records",
    "write_speakers",
    "write_statement",
    "write_statements",
    "write_suggestions",
    "write_table",
]

FORMATS: tuple[str, ...] = ("pretty", "plain", "json", "jsonl", "csv", "tsv", "md")

_Row = TypeVar("_Row")


def write_statements(
    rows: Iterable[StoredStatement],
    fmt: str,
    out: TextIO,
    *,
    look: Look,
    heading: str | None = None,
    footer: str | None = None,
) -> int:
    """Writes statements as they come: drawn, a timeline with ``heading`` above it and ``footer`` below."""
    counted = _Counted(rows)
    if fmt == "pretty":
        from quotetrack.render import timeline

        _draw(timeline.timeline(counted, look, heading, footer), out, look)
    elif fmt == "md":
        from quotetrack.render import markdown

        _writable(out, look).writelines(markdown.statements(counted, heading))
    else:
        _write_records((row.as_record() for row in counted), fmt, out, "statement", look)
    return counted.count


def write_statement(
    row: StoredStatement,
    article_text: str,
    neighbours: Sequence[StoredStatement],
    fmt: str,
    out: TextIO,
    *,
    look: Look,
    decided: Sequence[Made] = (),
    room: int | None = None,
) -> int:
    """Writes one statement: drawn, all that is known of it and the paragraphs where it stands, marked.

    Args:
        row: the statement.
        article_text: the text of its article, which its spans count in.
        neighbours: other statements of the article, whose ids the drawn paragraphs tell.
        fmt: one of ``FORMATS``; ``json`` gives an object, not a list.
        out: where to write.
        look: how to draw.
        decided: the decisions that made it what it is.
        room: about how many characters of a long paragraph there is room for; else a generous number.
    """
    if fmt == "pretty":
        from quotetrack.render import context

        _draw(context.statement_page(row, article_text, neighbours, look, decided, room), out, look)
        return 1
    if fmt == "json":
        return _write_object(row.as_record(), out, look)
    return write_statements([row], fmt, out, look=look)


def write_article(
    article: StoredArticle,
    text: str,
    rows: Sequence[StoredStatement],
    fmt: str,
    out: TextIO,
    *,
    look: Look,
) -> int:
    """Writes an article: drawn, from beginning to end with its statements marked.

    ``json`` gives one object, the article's record with its ``text`` and, under ``found``, its statements;
    the other forms give the statements alone.
    """
    if fmt == "pretty":
        from quotetrack.render import context

        _draw(context.article_page(article, text, rows, look), out, look)
        return 1
    if fmt == "json":
        found = [row.as_record() for row in rows]
        return _write_object({**article.as_record(), "text": text, "found": found}, out, look)
    return write_statements(rows, fmt, out, look=look, heading=article.title or article.given)


def write_articles(rows: Iterable[StoredArticle], fmt: str, out: TextIO, *, look: Look) -> int:
    """Writes articles, one a row."""
    if fmt != "pretty":
        return _write_records((row.as_record() for row in rows), fmt, out, "article", look)
    from quotetrack.render import tables

    counted = _Counted(rows)
    _draw(tables.articles(counted, look), out, look)
    return counted.count


def write_speakers(rows: Iterable[StoredSpeaker], fmt: str, out: TextIO, *, look: Look) -> int:
    """Writes speakers, one a row: drawn, with a bar for how much each says."""
    if fmt != "pretty":
        return _write_records((row.as_record() for row in rows), fmt, out, "speaker", look)
    from quotetrack.render import tables

    counted = _Counted(rows)
    _draw(tables.speakers(counted, look), out, look)
    return counted.count


def write_suggestions(rows: Iterable[Suggestion], fmt: str, out: TextIO, *, look: Look) -> int:
    """Writes pairs of speakers who may be one, one a row: a plain line ends with the command that merges them."""
    if fmt != "pretty":
        return _write_records((row.as_record() for row in rows), fmt, out, "suggestion", look)
    from quotetrack.render import tables

    counted = _Counted(rows)
    _draw(tables.suggestions(counted, look), out, look)
    return counted.count


def write_records(records: Iterable[Mapping[str, Any]], fmt: str, out: TextIO, *, look: Look) -> int:
    """Writes statements that are records already (``Statement.as_record()``), stored or not."""
    if fmt in ("pretty", "md"):
        return write_statements(map(_row, records), fmt, out, look=look)
    return _write_records(records, fmt, out, "statement", look)


def write_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    fmt: str,
    out: TextIO,
    *,
    look: Look,
    heading: str | None = None,
    footer: str | None = None,
) -> int:
    """Writes a table, such as the figures of an evaluation; its rows become objects in JSON.

    ``heading`` and ``footer`` stand above and below a drawn one.
    """
    if fmt == "pretty":
        from quotetrack.render import tables

        _draw(tables.figures(columns, rows, look, heading, footer), out, look)
    elif fmt == "md":
        from quotetrack.render import markdown

        _writable(out, look).writelines(markdown.table(columns, rows))
    else:
        from quotetrack.render import machine

        names = machine.Columns(table=tuple(columns), plain=tuple(columns))
        records = (dict(zip(columns, row, strict=True)) for row in rows)
        machine.write(records, fmt, _writable(out, look), names, look)
    return len(rows)


def write_errors(
    errors: Sequence[Error],
    fmt: str,
    out: TextIO,
    *,
    look: Look,
    heading: str,
    examples: int,
    before: Sequence[Error] | None = None,
) -> int:
    """Writes the errors of an evaluation: drawn, counted by class with a few examples of each; else all.

    With those of another version ``before`` them, it tells what became of each, and draws examples of new ones.
    """
    from quotetrack.evaluation.errors import changes

    changed = None if before is None else changes(before, errors)
    if fmt == "pretty":
        from quotetrack.render import evaluation

        lines = (
            evaluation.errors(errors, look, heading, examples)
            if changed is None
            else evaluation.changes(changed, look, heading, examples)
        )
        _draw(lines, out, look)
        return len(errors)
    if changed is None:
        return _write_records((error.as_record() for error in errors), fmt, out, "error", look)
    records = ({"change": change, **error.as_record()} for change, error in changed)
    return _write_records(records, fmt, out, "change", look)


def _write_records(records: Iterable[Mapping[str, Any]], fmt: str, out: TextIO, what: str, look: Look) -> int:
    from quotetrack.render import machine

    counted = _Counted(records)
    columns = machine.COLUMNS[what]
    if fmt == "md":
        from quotetrack.render import markdown

        rows = (machine.cells(record, columns.plain) for record in counted)
        _writable(out, look).writelines(markdown.table(columns.plain, rows))
    else:
        machine.write(counted, fmt, _writable(out, look), columns, look)
    return counted.count


def _write_object(record: Mapping[str, Any], out: TextIO, look: Look) -> int:
    from quotetrack.render import machine

    _writable(out, look).write(machine.dumps(record, look) + "\n")
    return 1


def _row(record: Mapping[str, Any]) -> StoredStatement:
    from quotetrack.model import Statement
    from quotetrack.store.records import StoredStatement

    return StoredStatement(
        id=record.get("id", 0),
        statement=Statement.from_record(record),
        article_id=hash(record["article"]),
        title=record.get("title"),
        publisher=record.get("publisher"),
        url=record.get("url"),
        article_date=None,
    )


def _draw(lines: Iterable[Text], out: TextIO, look: Look) -> None:
    from quotetrack.render import paint

    paint.emit(lines, _writable(out, look), look)


def _writable(out: TextIO, look: Look) -> TextIO:
    if not look.unicode:
        from quotetrack.render import likeness

        likeness.allow(out)
    return out


class _Counted(Iterable[_Row]):
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self.count = 0
        self._rows = rows

    def __iter__(self) -> Iterator[_Row]:
        for row in self._rows:
            self.count += 1
            yield row
