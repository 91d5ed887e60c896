"""The types that everything else is written in: spans, mentions, speakers, articles, statements.

All of them are frozen and are validated when made. Offsets are half-open and count Unicode code points of the
article's text, which is never changed: ``text[span.start:span.end]`` always gives the words back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, cast, get_args

Kind = Literal["direct", "mixed", "indirect"]
"""Direct: all in quotation marks. Mixed: partly. Indirect: not at all."""

Act = Literal["speech", "belief", "attitude", "evidence"]
Polarity = Literal["affirmed", "denied", "withheld"]
DateBasis = Literal["stated", "article"]
DatePrecision = Literal["month", "year"]
"""What a date stands for that is not a day: it is then the first day of that."""

Part = Literal["speaker", "addressee", "via"]
SpeakerType = Literal["person", "organization", "place", "document", "group"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ACTS: tuple[Act, ...] = get_args(Act)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
DATE_BASES: tuple[DateBasis, ...] = get_args(DateBasis)
DATE_PRECISIONS: tuple[DatePrecision, ...] = get_args(DatePrecision)
SPEAKER_TYPES: tuple[SpeakerType, ...] = get_args(SpeakerType)

_WIKIDATA = re.compile("Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty half-open range of code points in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether all of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""Spans in text order that do not overlap; several when something else stands between them."""


def as_spans(pairs: Iterable[Iterable[int]]) -> Spans:
    """Spans from ``[[start, end], …]``, checked to be in order and apart.

    Raises:
        ValueError: a pair is no span, or two overlap or stand in the wrong order.
    """
    spans = tuple(Span(*pair) for pair in pairs)
    for one, two in pairwise(spans):
        if one.end > two.start:
            raise ValueError(f"spans overlap or are out of order: {one}, {two}")
    return spans


def as_pairs(spans: Spans) -> tuple[tuple[int, int], ...]:
    """Spans as plain pairs: the way back from ``as_spans``."""
    return tuple((span.start, span.end) for span in spans)


def words_of(text: str, spans: Spans) -> str:
    """The words that the spans cover, joined by one space."""
    return " ".join([text[span.start : span.end] for span in spans])


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that stand for somebody, or a cue: what they are and where."""

    text: str
    spans: Spans

    @classmethod
    def at(cls, text: str, spans: Spans) -> Mention:
        """The mention at ``spans`` of ``text``."""
        return cls(words_of(text, spans), spans)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom a statement names: a person, an organisation, a government, a document, a group.

    ``name`` is the fullest name that the article gives, without titles. ``role`` is what the article calls
    them ("Chinese State Councilor"), or None.
    """

    name: str
    type: SpeakerType | None = None
    role: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a speaker needs a name")
        if self.type is not None and self.type not in SPEAKER_TYPES:
            raise ValueError(f"not a type of speaker: {self.type!r}")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody on a list that the user keeps: a person, or whoever else has a name.

    Attributes:
        name: what to call the speaker.
        type: its type.
        aliases: other names that mean nobody else.
        role: what it is, for telling it from namesakes and for readers.
        wikidata: the id there, as Q42.
    """

    name: str
    type: SpeakerType = "person"
    aliases: tuple[str, ...] = ()
    role: str | None = None
    wikidata: str | None = None

    def __post_init__(self) -> None:
        Speaker(self.name, self.type)
        if self.wikidata is not None and not _WIKIDATA.fullmatch(self.wikidata):
            raise ValueError(f"not an id of Wikidata, such as Q42: {self.wikidata!r}")


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read.

    ``id`` is the path, URL or id as it was given; ``text`` is what every offset counts in. ``date`` is when it
    was published, None where that is not known (never today's date in disguise).
    """

    id: str
    text: str
    title: str | None = None
    date: dt.date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: what was said, by whom, when, and where it is written. See the README for each field."""

    article: str
    kind: Kind
    act: Act
    polarity: Polarity
    text: str
    spans: Spans
    cue: Mention | None = None
    source: Mention | None = None
    speakers: tuple[Speaker, ...] = ()
    addressees: tuple[Speaker, ...] = ()
    via: tuple[Speaker, ...] = ()
    within: int | None = None
    date: dt.date | None = None
    date_basis: DateBasis | None = None
    date_precision: DatePrecision | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        for value, allowed in ((self.kind, KINDS), (self.act, ACTS), (self.polarity, POLARITIES)):
            if value not in allowed:
                raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
        if not self.spans:
            raise ValueError("a statement needs at least one span")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")
        if (self.date is None) != (self.date_basis is None):
            raise ValueError("a date and its basis come together")
        if self.date_precision not in (None, *(DATE_PRECISIONS if self.date else ())):
            raise ValueError(f"not what {self.date} can stand for: {self.date_precision!r}")

    def voices(self) -> Iterator[tuple[Part, int, Speaker]]:
        """Everybody who has a part in it: which, the position among those who share it, and who."""
        for part, speakers in (
            ("speaker", self.speakers),
            ("addressee", self.addressees),
            ("via", self.via),
        ):
            for position, speaker in enumerate(speakers):
                yield cast(Part, part), position, speaker

    def as_record(self) -> dict[str, Any]:
        """The statement as plain JSON values, in the documented order of fields.

        ``date_precision`` is there only where the date stands for a month or a year.
        """
        return {
            "article": self.article,
            "kind": self.kind,
            "act": self.act,
            "polarity": self.polarity,
            "text": self.text,
            "spans": [*map(list, as_pairs(self.spans))],
            "cue": _mention_record(self.cue),
            "source": _mention_record(self.source),
            "speakers": [_speaker_record(s) for s in self.speakers],
            "addressees": [_speaker_record(s) for s in self.addressees],
            "via": [_speaker_record(s) for s in self.via],
            "within": self.within,
            "date": self.date.isoformat() if self.date else None,
            "date_basis": self.date_basis,
            **({"date_precision": self.date_precision} if self.date_precision else {}),
            "confidence": round(self.confidence, 3),
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Statement:
        """The statement that ``as_record`` gave.

        Raises:
            KeyError, TypeError, ValueError: the record is not one of a statement.
        """
        return cls(
            article=record["article"],
            kind=record["kind"],
            act=record["act"],
            polarity=record["polarity"],
            text=record["text"],
            spans=as_spans(record["spans"]),
            cue=_mention(record["cue"]),
            source=_mention(record["source"]),
            speakers=tuple(Speaker(**s) for s in record["speakers"]),
            addressees=tuple(Speaker(**s) for s in record["addressees"]),
            via=tuple(Speaker(**s) for s in record["via"]),
            within=record["within"],
            date=dt.date.fromisoformat(record["date"]) if record["date"] else None,
            date_basis=record["date_basis"],
            date_precision=record.get("date_precision"),
            confidence=record["confidence"],
        )


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article and the statements found in it, in text order."""

    article: Article
    statements: tuple[Statement, ...]


def _mention_record(mention: Mention | None) -> dict[str, Any] | None:
    return None if mention is None else {"text": mention.text, "spans": [*map(list, as_pairs(mention.spans))]}


def _mention(record: Mapping[str, Any] | None) -> Mention | None:
    return None if record is None else Mention(record["text"], as_spans(record["spans"]))


def _speaker_record(speaker: Speaker) -> dict[str, Any]:
    return {"name": speaker.name, "type": speaker.type, "role": speaker.role}
