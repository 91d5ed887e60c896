"""From what a user typed to what can be read one by one: files, URLs, standard input."""

from __future__ import annotations

import datetime as dt
import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from quotetrack.errors import InputError
from quotetrack.ingest.text import usable

STDIN = "-"
LINES = frozenset({".jsonl", ".ndjson"})
TEXT = frozenset({".txt", ".md"})
HTML = frozenset({".html", ".htm"})
IN_FOLDER = LINES | TEXT | HTML
"""What is read out of a folder; a file that is named itself may be called anything."""

_URL = re.compile(r"https?://", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def is_url(source: str) -> bool:
    """Whether ``source`` is an address to fetch, not a path."""
    return _URL.match(source) is not None


def suffix(source: str) -> str:
    """The file ending in lower case, with its dot."""
    return PurePath(source).suffix.lower()


def unreadable(path: str, error: OSError | ValueError) -> InputError:
    """The one line that says why the operating system refused ``path``."""
    name = usable(path) or "''"
    if isinstance(error, FileNotFoundError):
        return InputError(f"{name}: no such file; check the path")
    if isinstance(error, PermissionError):
        return InputError(f"{name}: permission denied; make it readable first")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{name}: {reason[0].lower()}{reason[1:]}; check the path")


def sources(inputs: Sequence[str]) -> Iterator[str | InputError]:
    """Every file, URL and ``-`` behind the inputs, each once, in order; an error where one fails."""
    seen = set()
    for source in _expanded(inputs):
        if isinstance(source, str):
            key = source if source == STDIN or is_url(source) else os.path.realpath(source)
            if key in seen:
                continue
            seen.add(key)
        yield source


def _expanded(inputs: Sequence[str]) -> Iterator[str | InputError]:
    for given in inputs:
        if given == STDIN or is_url(given):
            yield usable(given)
        elif scheme := _SCHEME.match(given):
            yield InputError(
                f"{usable(given)}: {scheme[1]} addresses are not read; give one that starts with https://"
            )
        else:
            yield from _at_path(given)


def _at_path(given: str) -> Iterator[str | InputError]:
    try:
        mode = os.stat(given).st_mode  # noqa: PTH116 - Path("") is the current folder
    except FileNotFoundError as error:
        if glob.has_magic(given):
            yield from _matching(given)
        else:
            yield unreadable(given, error)
    except (OSError, ValueError) as error:
        yield unreadable(given, error)
    else:
        if stat.S_ISDIR(mode):
            yield from _in_folder(given)
        elif stat.S_ISREG(mode):
            yield given
        else:
            yield InputError(f"{usable(given)}: not a regular file; pipe it in and give - instead")


def _matching(pattern: str) -> Iterator[str | InputError]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob wants a folder before it
    if not matches:
        yield InputError(f"{usable(pattern)}: no file matches this pattern; check it")
    for match in matches:
        yield from _at_path(match)


def _in_folder(folder: str) -> Iterator[str | InputError]:
    found = list(_walk(folder))
    if found:
        yield from found
    else:
        kinds = " ".join(sorted(IN_FOLDER))
        yield InputError(f"{usable(folder)}: no articles in this folder; it needs files ending in {kinds}")


def _walk(folder: str) -> Iterator[str | InputError]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):  # a link may lead in a circle
            yield from _walk(entry.path)
        elif suffix(entry.name) in IN_FOLDER:
            yield from _at_path(entry.path)


def date_in_name(path: str) -> dt.date | None:
    """The one date in a file's name ("2024-02-22_dam.txt", "dam-2024-02-22.txt"), as archives name their articles."""
    stated = set() if is_url(path) else set(_DATE.findall(PurePath(path).name))
    try:
        return dt.date.fromisoformat(stated.pop()) if len(stated) == 1 else None
    except ValueError:  # a number that looks like a date
        return None
