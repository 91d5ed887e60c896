"""Who is who within an article: ``quotetrack.speakers.name``, on examples of ``markup``."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from speaking import INTRODUCED, voices

from quotetrack.extraction.attribution import Attribution, Entity
from quotetrack.extraction.quotation import quotations
from quotetrack.model import Span
from quotetrack.speakers import name

ADDRESSEES = [
    ("49-committee", INTRODUCED + "{Rook} <told> the committee [it was over].", [("committee", "group")]),
    ("49-name", INTRODUCED + "{Rook} <told> Hale [it was over].", [("Jonas Hale", "person")]),
    ("49-pronoun", INTRODUCED + "{Rook} <told> him [it was over].", [("Jonas Hale", "person")]),
    (
        "49-reporters",
        INTRODUCED + "{Rook} <told> reporters on Monday [it was over].",
        [("reporters", "group")],
    ),
    ("49-crowd", INTRODUCED + "{Rook} <told> a cheering crowd [it was over].", [("cheering crowd", "group")]),
    ("said-to", INTRODUCED + "{Rook} <said to> Hale [it was over].", [("Jonas Hale", "person")]),
    ("first-person", INTRODUCED + "{Rook} <told> me [it was over].", []),
    ("asked-for", INTRODUCED + "{Rook} <asked> for [a new dam].", []),
    ("nobody", INTRODUCED + "{Rook} <said> [Hale was late].", []),
    ("what-and-not-whom", INTRODUCED + "{Rook} <warned> that rival voters [would come].", []),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in ADDRESSEES])
def test_addressees(case: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.name, s.type) for s in voices(case)[0].addressees] == expected


VIA = [
    (
        "47-citing",
        "Ada Rook is mayor. {The Harbour Times} <reported>, citing Rook, [that it failed].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-between",
        "Ada Rook is mayor. {The Harbour Times}, citing Rook, <reported> [that it failed].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-first",
        "Ada Rook is mayor. Citing Mayor Rook, {the Harbour Times} <reported> [that it failed].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-last",
        "{The Harbour Times} <reported> [that it failed], quoting the mayor, Ada Rook.",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-behind-the-cue",
        "[It failed], {the Harbour Times} <reported> on Monday, citing Ada Rook.",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-by-a-medium-without-a-name",
        "{State television} <said>, quoting Ada Rook, [that it failed].",
        ["Ada Rook"],
        [],
    ),
    (
        "a-person-who-cites-speaks",
        "{Ada Rook} <said> [that it failed], citing the Harbour Times.",
        ["Ada Rook"],
        [],
    ),
    (
        "48-hearsay",
        INTRODUCED + "{Rook} <told> Hale [that {1:Tom Voss} <1:said> [1:it burned]].",
        ["Tom Voss"],
        ["Ada Rook"],
    ),
    (
        "told-a-medium",
        INTRODUCED + "{Rook} <told> the Harbour Times [it was over].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "reported-behind",
        "{Ada Rook} <said> [it was over], the Harbour Times reported.",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "group-via-medium",
        "{The Harbour Times} <reported> [that {1:officials} <1:said> [1:it was over]].",
        [],
        ["Harbour Times"],
    ),
    (
        "nearest-first",
        INTRODUCED + "{Rook} <said> [{1:Hale} <1:said> [1:that {2:Tom Voss} <2:said> [2:it burned]]].",
        ["Tom Voss"],
        ["Jonas Hale", "Ada Rook"],
    ),
    (
        "according-to-another",
        INTRODUCED + "[“It burned,”] {Rook} <said> on Monday, according to Jonas Hale.",
        ["Ada Rook"],
        ["Jonas Hale"],
    ),
    (
        "according-to-another-of-the-next-sentence",
        INTRODUCED + "[“It burned,”] {Rook} <said>. It rained, according to Jonas Hale.",
        ["Ada Rook"],
        [],
    ),
    ("own-embedding", INTRODUCED + "{Rook} <said> [{1:she} <1:thought> [1:it burned]].", ["Ada Rook"], []),
    (
        "document",
        INTRODUCED + "<According to> {a statement by Rook}, [it burned].",
        ["Ada Rook"],
        ["statement"],
    ),
]


@pytest.mark.parametrize(("case", "speakers", "via"), [pytest.param(*c[1:], id=c[0]) for c in VIA])
def test_via(case: str, speakers: list[str], via: list[str]) -> None:
    last = voices(case)[-1]
    assert ([s.name for s in last.speakers], [s.name for s in last.via]) == (speakers, via)


def test_a_pronoun_tells_the_sex_that_a_name_does_not() -> None:
    case = "Zazie Rook met Quillo Hale after she had called him a liar. {She} <said> [so]. {1:He} <1:said> [1:not]."
    named = voices(case, (("Zazie Rook", "person"), ("Quillo Hale", "person")))
    assert [v.speakers[0].name for v in named] == ["Zazie Rook", "Quillo Hale"]


def test_a_name_that_describes_the_source_is_not_the_source() -> None:
    case = "{Ed Rook, a Bill Hale supporter,} <said> [so]. {1:He} <1:added> [1:more]."
    named = voices(case, (("Ed Rook", "person"), ("Bill Hale", "person")))
    assert [s.name for s in named[1].speakers] == ["Ed Rook"]


def test_a_pronoun_is_less_certain_than_a_name() -> None:
    named, pronoun = voices("Ada Rook met Jonas Hale. {Rook} <said> [so]. {1:She} <1:added> [1:more].")
    assert 0 < pronoun.certainty < named.certainty < 1


_WORDS = st.sampled_from(
    "Ada Rook Voss the of and The Ministry Tides Mr. Dr. she He it who I \" “ ” ' ’s , . : ( ) -- said told \n\n Jr. "
    "WHO officials statement by citing A von O'Dell É ß 42 his İ".split(" ")
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=40).map(" ".join))


_OFFSETS = st.tuples(st.integers(0, 200), st.integers(0, 200))


def _spans(text: str, ends: tuple[int, int] | None) -> tuple[Span, ...]:
    start, end = sorted(n % (len(text) + 1) for n in ends or (0, 0))
    return (Span(start, end),) if start < end else ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    _TEXTS,
    st.lists(st.tuples(*[st.none() | _OFFSETS] * 3, st.sampled_from(["direct", "indirect"])), max_size=4),
    st.lists(st.tuples(_OFFSETS, st.sampled_from(["person", "organization", "place", "other"])), max_size=4),
)
def test_any_text_and_spans_are_named_or_left_open(text: str, marks: list[Any], tags: list[Any]) -> None:
    attributions = [
        Attribution(_spans(text, content), _spans(text, cue), _spans(text, source), kind, 1.0)
        for content, cue, source, kind in marks
    ]
    entities = [Entity(span, kind) for ends, kind in tags for span in _spans(text, ends)]
    named = name(text, attributions, entities, quotations(text))
    assert len(named) == len(attributions)
    for voice in named:
        assert all(s.name.strip() for s in (*voice.speakers, *voice.addressees, *voice.via))
        assert 0.0 <= voice.certainty <= 1.0
        assert not set(voice.via) & set(voice.speakers)
    assert named == name(text, attributions, entities, quotations(text))
