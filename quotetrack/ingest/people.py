"""Lists of known people: CSV with a head, or JSON Lines."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quotetrack.errors import InputError
from quotetrack.ingest import text
from quotetrack.model import SPEAKER_TYPES, KnownPerson

_FIELDS = ("name", "aliases", "role", "type", "wikidata")
_SEPARATOR = ";"


def read_people(given: str) -> Iterator[KnownPerson | InputError]:
    """The people on a list, in order; an error for each line that makes no sense, which names it.

    Args:
        given: a file, or - for standard input.

    Raises:
        InputError: there is no such file, or it is no list of people.
    """
    try:
        data = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
    except IsADirectoryError as error:
        raise InputError(f"{given}: a folder; name the list in it") from error
    except FileNotFoundError as error:
        raise InputError(f"{given}: no such file") from error
    except OSError as error:
        raise InputError(f"{given}: cannot be read: {error.strerror or error}") from error
    words = text.decode(data, given)
    if not words.strip():
        raise InputError(f"{given}: empty; there is nobody in it")
    records = _json_lines(words, given) if words.lstrip().startswith("{") else _csv(words, given)
    for where, record in records:
        try:
            yield record if isinstance(record, InputError) else _person(record)
        except ValueError as error:
            yield InputError(f"{where}: {error}")


def _json_lines(words: str, given: str) -> Iterator[tuple[str, Mapping[str, Any] | InputError]]:
    for number, line in enumerate(words.splitlines(), start=1):
        where = f"{given}:{number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        yield (
            where,
            record if isinstance(record, dict) else InputError(f"{where}: no JSON object; mend the line"),
        )


def _csv(words: str, given: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    rows = csv.DictReader(io.StringIO(words, newline=""))
    head = [(name or "").strip().casefold() for name in rows.fieldnames or ()]
    if "name" not in head:
        raise InputError(
            f"{given}: no column is called name; the first line names the columns: {', '.join(_FIELDS)}"
        )
    rows.fieldnames = head
    try:
        for row in rows:
            yield f"{given}:{rows.line_num}", row
    except csv.Error as error:
        raise InputError(f"{given}:{rows.line_num}: no CSV: {error}") from error


def _person(record: Mapping[str, Any]) -> KnownPerson:
    name, type_ = _string(record, "name"), _string(record, "type") or "person"
    if name is None:
        raise ValueError("nobody's name is in it; fill in name")
    if type_ not in SPEAKER_TYPES:
        raise ValueError(f"{type_!r} is no type; choose from {', '.join(SPEAKER_TYPES)}")
    return KnownPerson(
        name, type_, _aliases(record, name), _string(record, "role"), _string(record, "wikidata")
    )


def _aliases(record: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = record.get("aliases")
    listed = value.split(_SEPARATOR) if isinstance(value, str) else value or []
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise ValueError("its aliases are neither words nor a list of them")
    squeezed = (" ".join(one.split()) for one in listed)
    return tuple(dict.fromkeys(one for one in squeezed if one and one != name))


def _string(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"its {field} is not words")
    return " ".join(value.split()) or None if value else None
