"""What a person can decide, in words that mean the same in another store and after every re-reading.

No decision holds an id of a row. A speaker is told by name and type, with hashes of articles where the name
alone does not say who; a statement by its article's hash and where its words stand. ``overlay`` says what
each decision does.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from quotetrack.model import SPEAKER_TYPES, Spans, Speaker, SpeakerType, as_spans
from quotetrack.store.identity import key_of

_SHOWN = 48  # characters of a statement in a line about it


@dataclass(frozen=True, slots=True)
class Who:
    """The speaker that a decision is about.

    Attributes:
        name: what the articles call it, or the decision that made it.
        type: its type.
        articles: hashes of articles where it is heard, for a speaker whom name and type do not tell apart.
        split_at: when it was decided that it is another than a namesake, for one who was split off so.
        called: what it was shown as, if that is another name; it says nothing about who is meant.
    """

    name: str
    type: SpeakerType | None = None
    articles: tuple[str, ...] = ()
    split_at: str | None = None
    called: str | None = None

    @property
    def key(self) -> str:
        """The folded name that speakers are compared by."""
        return key_of(Speaker(self.name, self.type))

    def __str__(self) -> str:
        return self.called or self.name


@dataclass(frozen=True, slots=True)
class Where:
    """The statement that a decision is about: its article's hash, where its words stand, and the words."""

    article: str
    spans: Spans
    text: str

    def __str__(self) -> str:
        words = " ".join(self.text.split())
        return f"‹{words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + '…'}›"


@dataclass(frozen=True, slots=True)
class Merge:
    """They are one: ``others`` are ``into``, and ``names``, all that they were called, are its names too."""

    action: ClassVar = "merge"
    into: Who
    others: tuple[Who, ...]
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"merge {_listed(self.others)} into {self.into}"


@dataclass(frozen=True, slots=True)
class Split:
    """They are not one: what ``speaker`` says under these names, or in these places, is said by ``to``."""

    action: ClassVar = "split"
    speaker: Who
    to: Who
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    statements: tuple[Where, ...] = ()

    def __str__(self) -> str:
        if str(self.to) != str(self.speaker):
            return f"split {self.to} from {self.speaker}"
        return f"split another {self.to} from {self.speaker}"


@dataclass(frozen=True, slots=True)
class Rename:
    """``speaker`` is called ``name``."""

    action: ClassVar = "rename"
    speaker: Who
    name: str

    def __str__(self) -> str:
        return f"rename {self.speaker} to {self.name}"


@dataclass(frozen=True, slots=True)
class Alias:
    """``name`` is another name of ``speaker``."""

    action: ClassVar = "alias"
    speaker: Who
    name: str

    def __str__(self) -> str:
        return f"alias {self.name} to {self.speaker}"


@dataclass(frozen=True, slots=True)
class Attribute:
    """The statement is theirs, or nobody's who can be named."""

    action: ClassVar = "attribute"
    statement: Where
    speakers: tuple[Who, ...]

    def __str__(self) -> str:
        return f"attribute {self.statement} to {_listed(self.speakers) or 'nobody'}"


@dataclass(frozen=True, slots=True)
class Reject:
    """It is no statement."""

    action: ClassVar = "reject"
    statement: Where

    def __str__(self) -> str:
        return f"reject {self.statement}"


@dataclass(frozen=True, slots=True)
class Confirm:
    """It is a statement, and it is theirs, just as it was found."""

    action: ClassVar = "confirm"
    statement: Where
    speakers: tuple[Who, ...]

    def __str__(self) -> str:
        return f"confirm {self.statement}"


OfSpeakers = Merge | Split | Rename | Alias
OfAStatement = Attribute | Reject | Confirm
Decision = OfSpeakers | OfAStatement

_ACTIONS: Mapping[str, type[Decision]] = {
    kind.action: kind for kind in (Merge, Split, Rename, Alias, Attribute, Reject, Confirm)
}


@dataclass(frozen=True, slots=True)
class Made:
    """A decision in the log.

    Attributes:
        id: its number; a later one has a higher.
        at: when it was made.
        decision: what was decided.
        undone: whether it has been taken back.
        fits: whether all that it is about is in the store; otherwise it waits for that.
    """

    id: int
    at: dt.datetime
    decision: Decision
    undone: bool = False
    fits: bool = True

    @property
    def state(self) -> str:
        """Whether it is in force."""
        return "undone" if self.undone else "in force" if self.fits else "waiting"

    def as_record(self) -> dict[str, Any]:
        """The decision as plain JSON values, without what is of this store alone."""
        return {"made_at": self.at.isoformat(), **as_record(self.decision)}


def as_record(decision: Decision) -> dict[str, Any]:
    """The decision as plain JSON values; what is empty is left out."""
    return {"action": decision.action, **_plain(decision)}


def from_record(record: object) -> Decision:
    """The decision that ``as_record`` gave.

    Raises:
        ValueError: it is none; the message says why.
    """
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    action = record.get("action")
    kind = _ACTIONS.get(action) if isinstance(action, str) else None
    if kind is None:
        raise ValueError(f"its action is none of {', '.join(_ACTIONS)}")
    decision: Decision = kind(**{field.name: _read(record, field.name) for field in fields(kind)})
    if isinstance(decision, Split) and not (decision.names or decision.articles or decision.statements):
        raise ValueError("it splits nothing off: names, articles and statements are all missing")
    return decision


def made_at(record: Mapping[str, Any]) -> dt.datetime:
    """When the decision of a record was made.

    Raises:
        ValueError: it does not say.
    """
    try:
        at = dt.datetime.fromisoformat(record["made_at"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("its made_at is no date and time") from error
    if at.tzinfo is None:
        raise ValueError("its made_at has no time zone")
    return at


def dumps(decision: Decision) -> str:
    """The decision as one line of JSON, always the same for the same decision."""
    return json.dumps(as_record(decision), ensure_ascii=False)


def article_of(decision: Decision) -> str | None:
    """The hash of the article whose statement it is about, or None where it is about speakers."""
    return decision.statement.article if isinstance(decision, OfAStatement) else None


def whom(decision: Decision) -> tuple[Who, ...]:
    """The speakers who have to be there for the decision to be carried out."""
    match decision:
        case Merge(into, others):
            return into, *others
        case Split(speaker) | Rename(speaker) | Alias(speaker):
            return (speaker,)
        case Attribute(_, speakers) | Confirm(_, speakers):
            return speakers
        case Reject():
            return ()


def mentioned(decision: OfSpeakers) -> Iterator[str]:
    """Every folded name and every hash of an article on which it depends what the decision does."""
    also: tuple[Who, ...] = ()
    match decision:
        case Split():
            also = (decision.to,)
            yield from decision.articles
            yield from (place.article for place in decision.statements)
        case Rename(speaker, name) | Alias(speaker, name):
            also = (Who(name, speaker.type),)
    for who in (*whom(decision), *also):
        yield who.key
        yield from who.articles


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        if "spans" in found:
            found["spans"] = [[span["start"], span["end"]] for span in found["spans"]]
        keep_empty = value.__dataclass_fields__.keys() & {"speakers"}  # nobody is an answer
        return {name: item for name, item in found.items() if name in keep_empty or item not in (None, [])}
    return value


def _read(record: Mapping[str, Any], name: str) -> Any:
    reader, several = _READERS[name]
    value = record.get(name, [] if several and name not in _NEEDED else None)
    if value is None:
        raise ValueError(f"its {name!r} is missing")
    try:
        if not several:
            return reader(value)
        if not isinstance(value, list):
            raise TypeError
        return tuple(reader(item) for item in value)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"its {name!r} is not what it should be") from error


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return value


def _who(value: Any) -> Who:
    name, kind, articles = _name(value["name"]), value.get("type"), value.get("articles", [])
    if kind not in (None, *SPEAKER_TYPES) or not isinstance(articles, list):
        raise ValueError
    split_at, called = (None if value.get(f) is None else _name(value[f]) for f in ("split_at", "called"))
    return Who(name, kind, tuple(map(_name, articles)), split_at, called)


def _where(value: Any) -> Where:
    spans = as_spans(value["spans"])
    if not spans:
        raise ValueError("no spans")
    return Where(_name(value["article"]), spans, _name(value["text"]))


# How each field is read, and whether it is a list.
_READERS: Mapping[str, tuple[Callable[[Any], Any], bool]] = {
    "into": (_who, False),
    "speaker": (_who, False),
    "to": (_who, False),
    "statement": (_where, False),
    "name": (_name, False),
    "others": (_who, True),
    "speakers": (_who, True),
    "names": (_name, True),
    "articles": (_name, True),
    "statements": (_where, True),
}
_NEEDED = frozenset({"others", "speakers"})


def _listed(who: tuple[Who, ...]) -> str:
    return ", ".join(map(str, who))
