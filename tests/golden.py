"""Reads the annotated sample articles: the spans word for word, and who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "data" / "articles"

_SPAN = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t(.*)")
_EVENT = re.compile(r"(E\d+)\t(.+)")
_SPEAKER = re.compile(r"#\d+\tAnnotatorNotes (E\d+)\tspeaker: (.+)")


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A T line: its label, its fragments as half-open offsets, and the words that it repeats."""

    label: str
    fragments: tuple[tuple[int, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A brat file: the spans, the roles of each event, and who speaks in it where that is known."""

    spans: dict[str, GoldSpan]
    events: dict[str, dict[str, str]]
    speakers: dict[str, tuple[str, ...]]


def read_gold(path: Path) -> GoldFile:
    """The annotations in one file; raises ``ValueError`` at a line that is none of the three sorts in use."""
    gold = GoldFile({}, {}, {})
    for line in path.read_text(encoding="utf-8").splitlines():
        if span := _SPAN.fullmatch(line):
            fragments = tuple((int(start), int(end)) for start, end in map(str.split, span[3].split(";")))
            gold.spans[span[1]] = GoldSpan(span[2], fragments, span[4])
        elif event := _EVENT.fullmatch(line):
            gold.events[event[1]] = dict(argument.split(":") for argument in event[2].split())
        elif note := _SPEAKER.fullmatch(line):
            gold.speakers[note[1]] = tuple(note[2].split("; "))
        else:
            raise ValueError(f"{path.name}: {line!r}")
    return gold
