"""Records for other programs: JSON, JSON Lines, CSV, tab-separated values, and one plain record a line.

Every kind of row comes here as its ``as_record()``. Tests pin these forms: they change only on purpose.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from quotetrack.render.look import Look
from quotetrack.render.words import known_part, squeeze

Record = Mapping[str, Any]

# JSON escapes C0 itself; these are what it leaves and what steers a terminal, splits a line for some reader
# of JSON Lines, or cannot be encoded.
_UNESCAPED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a kind of record: all of them for CSV and TSV, and those of a plain line."""

    table: tuple[str, ...]
    plain: tuple[str, ...]


_STATEMENT = Columns(
    table=(
        *("id", "date", "date_basis", "speakers", "roles", "kind", "act", "polarity", "confidence", "text"),
        *("cue", "source", "addressees", "via", "spans", "within", "article", "title", "publisher", "url"),
        *("date_precision", "decisions"),
    ),
    plain=("id", "date", "speakers", "kind", "act", "polarity", "confidence", "text", "article"),
)
_ARTICLE = Columns(
    table=(
        *("id", "date", "publisher", "title", "author", "statements"),
        *("article", "url", "sha256", "added_at"),
    ),
    plain=("id", "date", "publisher", "title", "statements", "article"),
)
_SPEAKER = Columns(
    table=(
        *("id", "name", "type", "roles", "aliases", "statements", "articles", "first", "last"),
        *("publishers", "wikidata"),
    ),
    plain=("id", "name", "type", "statements", "articles", "first", "last", "aliases", "role"),
)

_SUGGESTION = Columns(
    table=("score", "one", "two", "evidence", "command"),
    plain=("score", "one", "two", "evidence", "command"),
)

_ERROR_COLUMNS = ("error", "detail", "words", "lost", "article", "start", "annotated", "found")
_ERROR = Columns(table=_ERROR_COLUMNS, plain=_ERROR_COLUMNS)
_CHANGE = Columns(table=("change", *_ERROR_COLUMNS), plain=("change", *_ERROR_COLUMNS))

COLUMNS = {
    "statement": _STATEMENT,
    "article": _ARTICLE,
    "speaker": _SPEAKER,
    "suggestion": _SUGGESTION,
    "error": _ERROR,
    "change": _CHANGE,
}


def write(records: Iterable[Record], fmt: str, out: TextIO, columns: Columns, look: Look) -> None:
    """Writes each record as it comes."""
    if fmt == "json":
        before = "[\n"
        for record in records:
            out.write(before + dumps(record, look))
            before = ",\n"
        out.write("[]\n" if before == "[\n" else "\n]\n")
    elif fmt == "jsonl":
        out.writelines(dumps(record, look) + "\n" for record in records)
    elif fmt == "csv":
        rows = csv.writer(out)
        rows.writerow(columns.table)
        rows.writerows(cells(record, columns.table) for record in records)
    elif fmt == "tsv":
        out.write("\t".join(columns.table) + "\n")
        out.writelines("\t".join(cells(record, columns.table)) + "\n" for record in records)
    else:
        out.writelines("\t".join(cells(record, columns.plain)) + "\n" for record in records)


def dumps(record: Record, look: Look) -> str:
    """The record as JSON in one line, as it reads but for control characters, which are escaped."""
    line = json.dumps(record, ensure_ascii=not look.unicode)
    return _UNESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def cells(record: Record, columns: Sequence[str]) -> list[str]:
    """The record's values for the columns, each as one run of text; what it lacks is empty.

    A date is cut to what is known of it where no column tells how much that is.
    """
    if "date_precision" in record and "date_precision" not in columns:
        record = {**record, "date": known_part(record["date"], record["date_precision"])}
    if "roles" in columns and "speakers" in record:
        record = {**record, "roles": [speaker["role"] or "" for speaker in record["speakers"]]}
    return [cell(record.get(column)) for column in columns]


def cell(value: Any) -> str:
    """A value as one run of text: names joined by " + ", spans as ``12:30 44:60``, a mention as its words.

    A role has its latest date behind it: ``Mayor of Harwick, 2023-02-22``.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return squeeze(value)
    if isinstance(value, dict):
        if "role" in value and "name" not in value:
            return squeeze(", ".join(part for part in (value["role"], value["last"]) if part))
        return squeeze(value["text"] if "text" in value else value["name"])
    if isinstance(value, (list, tuple)):
        if value and isinstance(value[0], (list, tuple)):
            return " ".join(":".join(map(str, pair)) for pair in value)
        return " + ".join(map(cell, value))
    return str(value)
