"""The form in which the hard cases are written, and how what comes out is compared with what has to."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

import quotetrack
from quotetrack.model import Act, DateBasis, Kind, Polarity, Speaker, Statement

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OVERLAP = 0.8
"""How much of two contents has to be shared for them to be roughly the same, as in the evaluation."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that has to come out; what is None or empty is not looked at.

    ``words`` is its content. Marks and a leading "that" do not count; else the content has to have just these
    words, or share eight tenths of them where it is only ``roughly`` so. " / " stands between its spans.
    ``by``, ``to`` and ``via`` are names, "; " between them, and "" is nobody. ``inside`` are words of the
    statement that it is nested in.
    """

    words: str
    by: str | None = None
    kind: Kind | None = None
    act: Act | None = None
    polarity: Polarity | None = None
    source: str | None = None
    to: str | None = None
    via: str | None = None
    inside: str | None = None
    date: str | None = None
    basis: DateBasis | None = None
    roughly: bool = False

    def is_of(self, statement: Statement, article: str) -> bool:
        """Whether the content is this one."""
        if " / " in self.words:
            found = [span.of(article) for span in statement.spans]
            return list(map(_content, found)) == list(map(_content, self.words.split(" / ")))
        wanted, got = _content(self.words), _content(statement.text)
        if self.roughly:
            shared = (Counter(wanted) & Counter(got)).total()
            return shared / (len(wanted) + len(got) - shared) >= _OVERLAP
        return wanted == got

    def faults(self, statement: Statement, statements: Sequence[Statement]) -> list[str]:
        """What else is wrong with the statement."""
        outer = None if statement.within is None else statements[statement.within]
        pairs = [
            ("speakers", self.by, _names(statement.speakers)),
            ("kind", self.kind, statement.kind),
            ("act", self.act, statement.act),
            ("polarity", self.polarity, statement.polarity),
            ("source", self.source, statement.source.text.strip(" ,") if statement.source else ""),
            ("addressees", self.to, _names(statement.addressees)),
            ("via", self.via, _names(statement.via)),
            ("date", self.date, str(statement.date)),
            ("date_basis", self.basis, statement.date_basis),
        ]
        faults = [
            f"{what} {got!r}, not {wanted!r}" for what, wanted, got in pairs if wanted not in (None, got)
        ]
        if self.inside is not None and (outer is None or not has_words(outer.text, self.inside)):
            faults.append(f"not inside {self.inside!r}")
        return faults


@dataclass(frozen=True, slots=True)
class Case:
    """An article, the statements that it has to give, and what it may not give.

    ``article`` is written with its lines wrapped. No statement may have the words of one of ``never``, nobody
    may be called by one of ``nobody``; ``only`` says that nothing else comes out. ``missing`` is why the case
    does not pass yet.
    """

    id: str
    article: str
    said: tuple[Said, ...] = ()
    never: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    only: bool = False
    day: dt.date | None = dt.date(2024, 5, 16)  # a Thursday
    missing: str | None = None

    @property
    def text(self) -> str:
        """The article as a newspaper gives it: every paragraph one line."""
        return prose(self.article)


def prose(wrapped: str) -> str:
    """The paragraphs of a wrapped text, each on one line."""
    return "\n\n".join(" ".join(part.split()) for part in wrapped.strip().split("\n\n")) + "\n"


def each(cases: Sequence[Case]) -> pytest.MarkDecorator:
    """Runs a test once for each case, by its id."""
    return pytest.mark.parametrize(
        "case",
        [
            pytest.param(
                case,
                id=case.id,
                marks=[pytest.mark.xfail(raises=AssertionError, reason=case.missing)] if case.missing else [],
            )
            for case in cases
        ],
    )


def check(case: Case) -> None:
    """Extracts the statements of a case, and fails with all that is wrong with them."""
    statements = quotetrack.extract(case.text, date=case.day)
    faults, taken = [], set()
    for wanted in case.said:
        found = [n for n, one in enumerate(statements) if n not in taken and wanted.is_of(one, case.text)]
        if not found:
            faults.append(f"nobody said: {wanted.words}")
            continue
        best = min(found, key=lambda n: len(wanted.faults(statements[n], statements)))
        taken.add(best)
        faults += [f"{wanted.words}: {fault}" for fault in wanted.faults(statements[best], statements)]
    for number, statement in enumerate(statements):
        faults += [
            f"has {words!r}: {statement.text}" for words in case.never if has_words(statement.text, words)
        ]
        faults += [
            f"names {name!r}: {statement.text}"
            for name in case.nobody
            for speaker in (*statement.speakers, *statement.via)
            if name.casefold() in speaker.name.casefold()
        ]
        if case.only and number not in taken:
            faults.append(f"is none: {statement.text}")
    assert not faults, "\n".join([*faults, "", "Came out:", *map(_line, statements)])


def has_words(text: str, words: str) -> bool:
    """Whether the words stand in the text, one behind the other."""
    return f" {' '.join(_words(words))} " in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'"))


def _content(text: str) -> list[str]:
    words = _words(text)
    return words[words[:1] == ["that"] :]


def _names(speakers: Sequence[Speaker]) -> str:
    return "; ".join(speaker.name for speaker in speakers)


def _line(one: Statement) -> str:
    spans = f" in {len(one.spans)}" if len(one.spans) > 1 else ""
    return (
        f"  {one.kind} {one.act} {one.polarity} {one.date} {one.date_basis}: "
        f"[{_names(one.speakers)}] {one.source.text if one.source else None!r} <{one.cue.text if one.cue else ''}> "
        f"{{{one.text}}}{spans} to [{_names(one.addressees)}] via [{_names(one.via)}] within {one.within}"
    )
