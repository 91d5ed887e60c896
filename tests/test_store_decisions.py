from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotetrack.model import SPEAKER_TYPES, Span
from quotetrack.store.decisions import (
    Alias,
    Attribute,
    Confirm,
    Decision,
    Merge,
    Reject,
    Rename,
    Split,
    Where,
    Who,
    as_record,
    dumps,
    from_record,
    made_at,
    mentioned,
)

names = some.text(min_size=1).filter(str.strip)
whos = some.builds(
    Who,
    names,
    some.none() | some.sampled_from(SPEAKER_TYPES),
    some.lists(names, max_size=2).map(tuple),
    some.none() | names,
    some.none() | names,
)
wheres = some.builds(Where, names, some.sampled_from([(Span(0, 3),), (Span(1, 2), Span(4, 9))]), names)
several = some.lists(whos, max_size=3).map(tuple)
ANY = some.one_of(
    some.builds(Merge, whos, several.filter(len), some.lists(names, max_size=2).map(tuple)),
    some.builds(
        Split,
        whos,
        whos,
        some.lists(names, min_size=1, max_size=2).map(tuple),
        some.lists(names, max_size=2).map(tuple),
        some.lists(wheres, max_size=2).map(tuple),
    ),
    some.builds(Rename, whos, names),
    some.builds(Alias, whos, names),
    some.builds(Attribute, wheres, several),
    some.builds(Confirm, wheres, several),
    some.builds(Reject, wheres),
)


@given(ANY)
def test_any_decision_comes_back(decision: Decision) -> None:
    assert from_record(json.loads(dumps(decision))) == decision
    assert str(decision).startswith(decision.action)


ROOK, HALE = Who("Ada Rook", "person"), Who("J. Hale", "person", called="Jo Hale")
PLACE = Where("ab12", (Span(2, 21),), "The wall\nwill hold.")
TOLD = {
    "merge": (Merge(ROOK, (HALE,)), "merge Jo Hale into Ada Rook"),
    "split": (Split(ROOK, HALE, names=("J. Hale",)), "split Jo Hale from Ada Rook"),
    "split-a-namesake": (Split(ROOK, ROOK, articles=("ab12",)), "split another Ada Rook from Ada Rook"),
    "rename": (Rename(HALE, "Joan Hale"), "rename Jo Hale to Joan Hale"),
    "alias": (Alias(HALE, "Joan Hale"), "alias Joan Hale to Jo Hale"),
    "attribute": (Attribute(PLACE, (ROOK, HALE)), "attribute ‹The wall will hold.› to Ada Rook, Jo Hale"),
    "nobody": (Attribute(PLACE, ()), "attribute ‹The wall will hold.› to nobody"),
    "reject": (Reject(PLACE), "reject ‹The wall will hold.›"),
    "confirm": (Confirm(PLACE, ()), "confirm ‹The wall will hold.›"),
    "long": (Reject(Where("ab12", (Span(0, 90),), "wall " * 18)), f"reject ‹{'wall ' * 9}wa…›"),
}


@pytest.mark.parametrize(("decision", "told"), TOLD.values(), ids=TOLD)
def test_told_in_a_line(decision: Decision, told: str) -> None:
    assert str(decision) == told


def test_the_form_that_is_exported() -> None:
    assert as_record(Split(HALE, ROOK, names=("Jo",), statements=(PLACE,))) == {
        "action": "split",
        "speaker": {"name": "J. Hale", "type": "person", "called": "Jo Hale"},
        "to": {"name": "Ada Rook", "type": "person"},
        "names": ["Jo"],
        "statements": [{"article": "ab12", "spans": [[2, 21]], "text": "The wall\nwill hold."}],
    }
    assert as_record(Attribute(PLACE, ()))["speakers"] == []


def test_what_a_decision_depends_on() -> None:
    split = Split(Who("Rook", "person", ("s1",)), Who("The Board", "organization"), statements=(PLACE,))
    assert set(mentioned(split)) == {"rook", "s1", "board", "ab12"}
    assert set(mentioned(Alias(ROOK, "Dam Lady"))) == {"ada rook", "dam lady"}


WHO = {"name": "Ada Rook"}
BROKEN = {
    "not-an-object": ([1], "not a JSON object"),
    "no-action": ({}, "its action is none of merge, split, "),
    "odd-action": ({"action": ["merge"]}, "its action is none of"),
    "missing": ({"action": "rename", "speaker": WHO}, "its 'name' is missing"),
    "no-name": ({"action": "rename", "speaker": {}, "name": "x"}, "its 'speaker' is not what it should be"),
    "odd-type": (
        {"action": "rename", "speaker": {**WHO, "type": "alien"}, "name": "x"},
        "its 'speaker' is not what it should be",
    ),
    "blank": ({"action": "rename", "speaker": WHO, "name": " "}, "its 'name' is not what it should be"),
    "no-list": ({"action": "merge", "into": WHO, "others": WHO}, "its 'others' is not what it should be"),
    "no-spans": (
        {"action": "reject", "statement": {"article": "a", "spans": [], "text": "x"}},
        "its 'statement' is not what it should be",
    ),
    "half-a-span": (
        {"action": "reject", "statement": {"article": "a", "spans": [[1]], "text": "x"}},
        "its 'statement' is not what it should be",
    ),
    "splits-nothing": ({"action": "split", "speaker": WHO, "to": WHO}, "it splits nothing off"),
}


@pytest.mark.parametrize(("record", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_decision(record: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_record(record)


@pytest.mark.parametrize("at", [None, "yesterday", 7, "2024-01-01T00:00:00"])
def test_a_time_that_is_none(at: object) -> None:
    with pytest.raises(ValueError, match="made_at"):
        made_at({"made_at": at})


@given(
    some.recursive(some.none() | some.booleans() | some.text() | some.integers(), some.lists, max_leaves=3)
)
def test_any_value_is_safe(value: object) -> None:
    for field in ("into", "others", "statement", "name"):
        record = {"action": "merge", "into": WHO, "others": [], field: value}
        for action in ("merge", "reject", "rename", "split"):
            try:
                from_record({**record, "action": action})
            except ValueError:
                continue
