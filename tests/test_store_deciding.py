"""What people decide: that it holds, that it lasts, and that it can be taken back."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as some

from quotetrack.errors import UsageError
from quotetrack.model import Analysis, Article, KnownPerson, Span, Speaker, Statement
from quotetrack.store import Filters, Store
from quotetrack.store.decisions import Decision, Merge, Reject, Rename, Where, Who, from_record, made_at

ROOK, PELK, HALE = (Speaker(name, "person") for name in ("Ada Rook", "Bo Pelk", "J. Hale"))
OFFICIALS = Speaker("officials", "group")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db", create=True) as opened:
        yield opened


def article(given: str, *statements: tuple[str, Speaker | None], also: str = "") -> Analysis:
    """An article that is these statements, one a line."""
    text, found = also, []
    for words, speaker in statements:
        at = len(text)
        found.append(
            Statement(
                article=given,
                kind="indirect",
                act="speech",
                polarity="affirmed",
                text=words,
                spans=(Span(at, at + len(words)),),
                speakers=(speaker,) if speaker else (),
                confidence=0.5,
            )
        )
        text += words + "\n"
    return Analysis(Article(given, text), tuple(found))


QUAY = article("quay.txt", ("The wall will hold.", ROOK), ("It leaks by the gate.", PELK))
MARKET = article("market.txt", ("Prices are up again.", HALE), ("Nobody buys herring.", ROOK))


@pytest.fixture
def filled(store: Store) -> Store:
    store.keep(QUAY)
    store.keep(MARKET)
    return store


def who(store: Store, name: str) -> int:
    [found] = store.match_speakers(name)
    return found.id


def said_by(store: Store) -> dict[str, tuple[str, ...]]:
    """Who says what, as everybody reads it."""
    return {
        row.statement.text: tuple(speaker.name for speaker in row.statement.speakers)
        for row in store.statements()
    }


def texts(store: Store, name: str) -> set[str]:
    return {row.statement.text for row in store.statements(Filters(speaker_ids=(who(store, name),)))}


def exported(store: Store) -> list[str]:
    return [json.dumps(made.as_record()) for made in reversed(store.decisions.made()) if not made.undone]


def imported(store: Store, lines: list[str]) -> tuple[int, int, int]:
    records = [json.loads(line) for line in lines]
    taken = store.decisions.take([(made_at(record), from_record(record)) for record in records])
    return taken.fit, taken.waiting, taken.known


# --- merge


def test_merged_are_one_under_the_first_name(filled: Store) -> None:
    rook, hale = who(filled, "Ada Rook"), who(filled, "J. Hale")
    made = filled.decisions.merge(rook, [hale])
    assert str(made.decision) == "merge J. Hale into Ada Rook"
    [one] = filled.match_speakers("hale")
    assert (one.id, one.name, one.aliases, one.statements) == (rook, "Ada Rook", ("J. Hale",), 3)
    assert [(speaker.name, speaker.statements) for speaker in filled.speakers()] == [
        ("Ada Rook", 3),
        ("Bo Pelk", 1),
    ]
    assert said_by(filled)["Prices are up again."] == ("Ada Rook",)
    assert filled.verify() == []


def test_an_old_id_finds_its_speaker(filled: Store) -> None:
    rook, hale, pelk = who(filled, "Ada Rook"), who(filled, "J. Hale"), who(filled, "Bo Pelk")
    filled.decisions.merge(hale, [pelk])
    filled.decisions.merge(rook, [hale])
    for old in (hale, pelk):
        assert filled.speaker(old).id == rook
        assert len(list(filled.statements(Filters(speaker_ids=(old,))))) == 4
    filled.remove(1)
    filled.remove(2)
    assert filled.speaker(pelk).name == "Ada Rook"


def test_one_cannot_be_merged_with_itself(filled: Store) -> None:
    rook, hale = who(filled, "Ada Rook"), who(filled, "J. Hale")
    filled.decisions.merge(rook, [hale])
    with pytest.raises(UsageError, match="Ada Rook is one speaker already"):
        filled.decisions.merge(rook, [hale])


def test_an_article_read_later_names_the_merged(filled: Store) -> None:
    filled.decisions.merge(who(filled, "Ada Rook"), [who(filled, "J. Hale")])
    filled.keep(article("later.txt", ("Herring is back.", HALE)))
    assert said_by(filled)["Herring is back."] == ("Ada Rook",)
    assert filled.verify() == []


def test_groups_of_two_articles_can_be_merged(store: Store) -> None:
    store.keep(article("a.txt", ("It is closed.", OFFICIALS)))
    store.keep(article("b.txt", ("It is open.", OFFICIALS)))
    one, two = store.match_speakers("officials")
    store.decisions.merge(one.id, [two.id])
    assert texts(store, "officials") == {"It is closed.", "It is open."}
    lines = exported(store)
    store.remove(1)
    assert texts(store, "officials") == {"It is open."}
    assert [made.state for made in store.decisions.made()] == ["waiting"]
    store.keep(article("a.txt", ("It is closed.", OFFICIALS)))
    assert texts(store, "officials") == {"It is closed.", "It is open."}
    assert imported(store, lines) == (0, 0, 1)
    assert store.verify() == []


# --- rename, alias


def test_renamed_everywhere_and_found_by_the_old_name(filled: Store) -> None:
    rook = who(filled, "Ada Rook")
    filled.decisions.rename(rook, "Ada Rook-Hale")
    assert said_by(filled)["The wall will hold."] == ("Ada Rook-Hale",)
    assert who(filled, "Ada Rook") == who(filled, "Ada Rook-Hale") == rook
    filled.keep(article("later.txt", ("I married.", Speaker("Ada Rook-Hale", "person"))))
    assert texts(filled, "Ada Rook-Hale") == {"The wall will hold.", "Nobody buys herring.", "I married."}


@pytest.mark.parametrize("action", ["rename", "alias"])
def test_a_name_of_another_is_refused(filled: Store, action: str) -> None:
    rook, pelk = who(filled, "Ada Rook"), who(filled, "Bo Pelk")
    with pytest.raises(UsageError, match=f"Bo Pelk is another speaker; .*merge {rook} {pelk}"):
        getattr(filled.decisions, action)(rook, "BO PELK")
    assert filled.decisions.made() == []


def test_an_alias_finds_the_speaker_now_and_in_later_articles(filled: Store) -> None:
    filled.decisions.alias(who(filled, "Ada Rook"), "The Dam Lady")
    assert who(filled, "dam lady") == who(filled, "Ada Rook")
    assert said_by(filled)["The wall will hold."] == ("Ada Rook",)
    filled.keep(article("later.txt", ("I am that.", Speaker("The Dam Lady", "person"))))
    assert texts(filled, "Ada Rook") == {"The wall will hold.", "Nobody buys herring.", "I am that."}
    with pytest.raises(UsageError, match="is a name of Ada Rook already"):
        filled.decisions.alias(who(filled, "Ada Rook"), "The Dam Lady")


# --- split


def test_a_merged_name_is_split_off_again(filled: Store) -> None:
    rook, hale = who(filled, "Ada Rook"), who(filled, "J. Hale")
    filled.decisions.merge(rook, [hale])
    filled.decisions.split(rook, "J. Hale", names=["J. Hale"])
    assert said_by(filled)["Prices are up again."] == ("J. Hale",)
    assert (who(filled, "hale"), who(filled, "rook")) == (hale, rook)
    assert filled.kept_apart() == {frozenset((rook, hale))}
    assert filled.verify() == []


def test_the_name_that_stayed_can_be_split_off_too(filled: Store) -> None:
    rook, hale, pelk = who(filled, "Ada Rook"), who(filled, "J. Hale"), who(filled, "Bo Pelk")
    filled.decisions.merge(rook, [hale, pelk])
    filled.decisions.split(rook, "Ada Rook", names=["Ada Rook"])
    assert texts(filled, "Ada Rook") == {"The wall will hold.", "Nobody buys herring."}
    assert who(filled, "pelk") == who(filled, "hale") != who(filled, "rook")
    assert filled.verify() == []


def test_a_computed_join_is_undone_and_stays_so(store: Store) -> None:
    short = Speaker("Rook", "person")
    joined = article("a.txt", ("It holds.", ROOK), ("It does not.", short))
    store.keep(joined)
    [rook] = store.speakers()
    assert rook.aliases == ("Rook",)
    store.decisions.split(rook.id, "Carl Rook", names=["Rook"])
    assert said_by(store) == {"It holds.": ("Ada Rook",), "It does not.": ("Carl Rook",)}
    assert {s.name: s.aliases for s in store.speakers()} == {"Ada Rook": (), "Carl Rook": ("Rook",)}
    store.restate(1, joined)
    store.keep(article("b.txt", ("Nor here.", short), ("But here.", ROOK)))
    assert texts(store, "Carl Rook") == {"It does not.", "Nor here."}
    assert store.verify() == []


def test_a_namesake_is_split_off_by_article(store: Store) -> None:
    for given, words in (
        ("a.txt", "The wall holds."),
        ("b.txt", "The altos sang."),
        ("c.txt", "The tenors too."),
    ):
        store.keep(article(given, (words, ROOK)))
    [rook] = store.speakers()
    store.decisions.split(rook.id, "Ada Rook", articles=[2, 3])
    first, second = sorted(store.match_speakers("Ada Rook"), key=lambda speaker: speaker.articles)
    assert (first.id, first.statements, second.statements) == (rook.id, 1, 2)
    store.decisions.rename(second.id, "Ada Rook (teacher)")
    store.decisions.split(second.id, "Ada Rook", articles=[3])
    assert said_by(store)["The altos sang."] == ("Ada Rook (teacher)",)
    assert len(store.match_speakers("Ada Rook")) == 3
    lines, spoken = exported(store), said_by(store)
    for article_id in (1, 2, 3):
        store.restate(article_id, Analysis(store.original(article_id), store_statements(store, article_id)))
    assert (said_by(store), store.verify()) == (spoken, [])
    assert [line for line in lines if str(store.path) in line] == []


def store_statements(store: Store, article_id: int) -> tuple[Statement, ...]:
    text = store.text_of(article_id)
    return article(f"{article_id}", (text.strip(), ROOK)).statements


def test_a_statement_is_split_off(filled: Store) -> None:
    rook = who(filled, "Ada Rook")
    filled.decisions.split(rook, "Eva Rook", statements=[1])
    assert texts(filled, "Eva Rook") == {"The wall will hold."}
    assert texts(filled, "Ada Rook") == {"Nobody buys herring."}
    filled.keep(replace(QUAY, article=replace(QUAY.article, date=None, title="Wall")))
    assert texts(filled, "Eva Rook") == {"The wall will hold."}


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"names": ["Ada Rook"]}, "nothing would be left of Ada Rook"),
        ({"names": ["Bo Pelk"]}, "'Bo Pelk' is no name of Ada Rook"),
        ({"articles": [9]}, "Ada Rook has no part in article 9"),
        ({"statements": [2]}, "Ada Rook has no part in statement 2"),
    ],
    ids=["everything", "anothers-name", "anothers-article", "anothers-statement"],
)
def test_what_cannot_be_split_off(filled: Store, part: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        filled.decisions.split(who(filled, "Ada Rook"), "Eva Rook", **part)  # type: ignore[arg-type]
    assert (filled.decisions.made(), filled.verify()) == ([], [])


# --- statements


def test_attributed_to_one_who_is_known(filled: Store) -> None:
    made = filled.decisions.attribute(1, [who(filled, "Bo Pelk")])
    assert str(made.decision) == "attribute ‹The wall will hold.› to Bo Pelk"
    assert texts(filled, "Bo Pelk") == {"The wall will hold.", "It leaks by the gate."}
    row = filled.statement(1)
    assert (row.statement.confidence, row.decision_ids) == (1.0, (made.id,))
    assert filled.verify() == []


def test_attributed_to_one_who_is_new_to_several_and_to_nobody(filled: Store) -> None:
    filled.decisions.attribute(1, [Speaker("Wei Lan", "person"), who(filled, "Bo Pelk")])
    assert said_by(filled)["The wall will hold."] == ("Wei Lan", "Bo Pelk")
    filled.decisions.attribute(2, [])
    assert said_by(filled)["It leaks by the gate."] == ()
    filled.keep(article("later.txt", ("Me too.", Speaker("Wei Lan", "person"))))
    assert texts(filled, "Wei Lan") == {"The wall will hold.", "Me too."}


def test_a_name_that_nothing_is_left_of_is_found_no_more(filled: Store) -> None:
    filled.decisions.attribute(3, [who(filled, "Bo Pelk")])
    assert filled.match_speakers("J. Hale") == []
    filled.decisions.undo()
    assert len(filled.match_speakers("J. Hale")) == 1


def test_rejected_shows_nowhere_and_is_restored(filled: Store) -> None:
    filled.decisions.reject(3)
    assert "Prices are up again." not in said_by(filled)
    assert list(filled.search("prices")) == []
    assert sum(filled.counts().values()) == 3
    assert [kept.statements for kept in filled.articles()] == [2, 1]
    assert "J. Hale" not in {speaker.name for speaker in filled.speakers()}
    assert filled.statement(3).rejected
    with closing(sqlite3.connect(filled.path)) as raw:
        assert len(raw.execute("SELECT * FROM who_said_what").fetchall()) == 3
    assert [str(made.decision) for made in filled.decisions.restore(3)] == ["reject ‹Prices are up again.›"]
    assert said_by(filled)["Prices are up again."] == ("J. Hale",)
    with pytest.raises(UsageError, match="statement 3 is not rejected"):
        filled.decisions.restore(3)


def test_confirmed_is_certain_and_stays_whose_it_is(filled: Store) -> None:
    assert len(list(filled.statements(Filters(min_confidence=0.8)))) == 0
    filled.decisions.confirm(1)
    assert len(list(filled.statements(Filters(min_confidence=0.8)))) == 1
    other_reading = article("quay.txt", ("The wall will hold.", PELK), ("It leaks by the gate.", PELK))
    assert filled.restate(1, other_reading)
    assert said_by(filled)["The wall will hold."] == ("Ada Rook",)


def test_a_split_takes_what_was_confirmed_before_it(store: Store) -> None:
    store.keep(article("a.txt", ("The wall holds.", ROOK)))
    store.keep(article("b.txt", ("The altos sang.", ROOK)))
    store.decisions.confirm(2)
    store.decisions.split(1, "Ada Rook (teacher)", articles=[2])
    assert said_by(store)["The altos sang."] == ("Ada Rook (teacher)",)
    store.decisions.attribute(2, [1])
    assert said_by(store)["The altos sang."] == ("Ada Rook",)
    assert store.verify() == []


# --- articles are read again, change, go and come


def test_ids_and_decisions_follow_the_statement(filled: Store) -> None:
    filled.decisions.attribute(2, [who(filled, "Ada Rook")])
    filled.decisions.reject(1)
    reading = article("quay.txt", ("The wall will", ROOK), (" hold.", HALE), ("leaks by the gate.", PELK))
    text = QUAY.article.text
    placed = tuple(
        replace(statement, spans=(Span(at, at + len(statement.text)),))
        for statement in reading.statements
        if (at := text.index(statement.text)) >= 0
    )
    assert filled.restate(1, Analysis(QUAY.article, placed))
    assert [row.id for row in filled.statements(Filters(article_id=1))] == [5, 2]
    assert said_by(filled)["leaks by the gate."] == ("Ada Rook",)
    assert "The wall will" not in said_by(filled)
    assert filled.verify() == []


def test_reading_again_with_the_same_result_changes_nothing(filled: Store) -> None:
    filled.decisions.attribute(2, [who(filled, "Ada Rook")])
    before = list(filled.statements())
    assert not filled.restate(1, QUAY)
    assert list(filled.statements()) == before


def test_decisions_survive_a_corrected_text(filled: Store) -> None:
    filled.decisions.attribute(2, [who(filled, "Ada Rook")])
    filled.decisions.reject(1)
    corrected = article(
        "quay.txt", ("The wall will hold.", ROOK), ("It leaks badly by the gate.", PELK), also="Corrected. "
    )
    assert filled.keep(corrected)[0] == "updated"
    assert said_by(filled)["It leaks badly by the gate."] == ("Ada Rook",)
    assert [row.id for row in filled.statements(Filters(article_id=1))] == [2]
    assert filled.verify() == []


def test_decisions_wait_for_an_article_that_was_removed(filled: Store) -> None:
    filled.decisions.attribute(1, [Speaker("Wei Lan", "person")])
    filled.remove(1)
    assert [made.state for made in filled.decisions.made()] == ["waiting"]
    assert filled.match_speakers("Wei Lan") == []
    filled.keep(QUAY)
    assert said_by(filled)["The wall will hold."] == ("Wei Lan",)
    assert [made.state for made in filled.decisions.made()] == ["in force"]
    assert filled.verify() == []


# --- a name that comes to mean two

SENATOR, TEACHER = (Speaker("Ada Rook", "person", role) for role in ("Senator", "music teacher"))
ALTOS = article("altos.txt", ("The altos sang.", TEACHER))


@pytest.fixture
def twofold(store: Store) -> Store:
    """A store in which decisions name an Ada Rook before there are two."""
    store.keep(article("dam.txt", ("The dam holds.", SENATOR), ("It leaks.", PELK)))
    store.keep(article("quay.txt", ("The quay is dry.", PELK)))
    rook = who(store, "Ada Rook")
    store.decisions.confirm(1)
    store.decisions.attribute(2, [rook])
    store.decisions.attribute(3, [rook])
    store.decisions.rename(rook, "Ada Rook-Hale")
    store.keep(ALTOS)
    assert [(s.roles[0].role, s.statements) for s in store.match_speakers("Ada Rook")] == [
        ("Senator", 2),
        ("music teacher", 1),
    ]
    return store


def test_a_namesake_in_another_article_changes_nothing_where_the_name_is_heard(twofold: Store) -> None:
    assert twofold.statement(1).speaker_ids == twofold.statement(2).speaker_ids
    assert [made.state for made in twofold.decisions.made([1, 2])] == ["in force", "in force"]
    assert twofold.verify() == []


def test_elsewhere_a_decision_waits_and_brings_no_wrong_name_back(twofold: Store) -> None:
    assert said_by(twofold)["The quay is dry."] == (), "neither of the two, nor whom it was taken from"
    assert [made.id for made in twofold.decisions.waiting()] == [3, 4]
    senator, teacher = (s.id for s in twofold.match_speakers("Ada Rook"))
    assert [twofold.decisions.lack(made) for made in twofold.decisions.waiting()] == [
        f"since Ada Rook may be speaker {senator} or {teacher}: decide it again by number, then undo {n}"
        for n in (3, 4)
    ]


def test_what_waits_is_settled_by_number(twofold: Store) -> None:
    senator, _ = twofold.match_speakers("Ada Rook")
    twofold.decisions.attribute(3, [senator.id])
    twofold.decisions.rename(senator.id, "Ada Rook-Hale")
    for number in (3, 4):
        twofold.decisions.undo(number)
    assert texts(twofold, "Ada Rook-Hale") == {"The dam holds.", "It leaks.", "The quay is dry."}
    assert said_by(twofold)["The altos sang."] == ("Ada Rook",)
    assert twofold.decisions.waiting() == []
    assert twofold.verify() == []


def test_what_waits_is_in_force_again_without_the_namesake(twofold: Store) -> None:
    twofold.remove(3)
    assert texts(twofold, "Ada Rook-Hale") == {"The dam holds.", "It leaks.", "The quay is dry."}
    assert twofold.decisions.waiting() == []
    assert twofold.verify() == []


LACKS = {
    "article": (Reject(Where("ab" * 32, (Span(0, 4),), "Rain.")), "until its article is here"),
    "statement": (Reject(Where("", (Span(0, 4),), "Rain.")), "until there is a statement like ‹Rain.›"),
    "speaker": (Rename(Who("Jo Hale", "person"), "Joan Hale"), "until an article names Jo Hale"),
    "one-of-two": (
        Merge(Who("Bo Pelk", "person"), (Who("Jo Hale", "person"),)),
        "until an article names Bo Pelk and Jo Hale",
    ),
}


@pytest.mark.parametrize(("decision", "lack"), LACKS.values(), ids=LACKS)
def test_what_a_decision_waits_for_is_told(filled: Store, decision: Decision, lack: str) -> None:
    if isinstance(decision, Reject) and not decision.statement.article:
        quay = filled.article(1).sha256
        decision = Reject(Where(quay, (Span(30, 32),), decision.statement.text))
    filled.decisions.take([(dt.datetime.now(dt.UTC), decision)])
    [made] = filled.decisions.waiting()
    assert filled.decisions.lack(made) == lack


# --- undo, export, import


def decide_everything(store: Store) -> None:
    decisions = store.decisions
    decisions.alias(who(store, "Ada Rook"), "The Dam Lady")
    decisions.merge(who(store, "Ada Rook"), [who(store, "J. Hale")])
    decisions.rename(who(store, "Bo Pelk"), "Bo Pelk-Lan")
    decisions.attribute(2, [Speaker("Wei Lan", "person")])
    decisions.split(who(store, "Ada Rook"), "Ada Rook", articles=[2])
    decisions.reject(4)
    decisions.confirm(1)


def test_undo_takes_back_one_after_another(filled: Store) -> None:
    before = list(filled.statements())
    decide_everything(filled)
    undone = []
    while made := filled.decisions.undo():
        undone.append(made.decision.action)
        assert filled.verify() == []
    assert undone == ["confirm", "reject", "split", "attribute", "rename", "merge", "alias"]
    assert list(filled.statements()) == before
    assert {made.state for made in filled.decisions.made()} == {"undone"}


def test_decisions_are_taken_to_another_store(filled: Store, tmp_path: Path) -> None:
    decide_everything(filled)
    lines = exported(filled)
    with Store.open(tmp_path / "other.db", create=True) as other:
        assert imported(other, lines) == (0, 7, 0)
        other.keep(MARKET)
        other.keep(QUAY)
        assert said_by(other) == said_by(filled)
        assert {made.state for made in other.decisions.made()} == {"in force"}
        assert imported(other, lines) == (0, 0, 7)
        assert exported(other) == lines
        assert other.verify() == []


def test_what_was_taken_back_is_made_again_by_import(filled: Store) -> None:
    filled.decisions.rename(who(filled, "Bo Pelk"), "Bo Pelk-Lan")
    lines = exported(filled)
    filled.decisions.undo()
    assert imported(filled, lines) == (1, 0, 0)
    assert imported(filled, lines) == (0, 0, 1)
    assert said_by(filled)["It leaks by the gate."] == ("Bo Pelk-Lan",)


# --- decisions, and whom articles and lists join


BILL, WILLIAM = Speaker("Bill Rook", "person"), Speaker("William Rook", "person")


def test_a_decision_outlasts_a_list_that_renames(store: Store) -> None:
    for given in "abc":
        store.keep(article(f"{given}.txt", (f"Said {given}.", ROOK)))
    store.decisions.split(who(store, "Ada Rook"), "Ada Rook", articles=[3])
    [one, other] = store.match_speakers("Ada Rook")
    store.know([KnownPerson("Dame Ada Rook-Hale", aliases=("Ada Rook",))])
    assert {s.id: (s.name, s.statements) for s in store.speakers()} == {
        one.id: ("Dame Ada Rook-Hale", 2),
        other.id: ("Ada Rook", 1),
    }
    store.decisions.rename(one.id, "Ada R.")
    assert (
        store.know([KnownPerson("Dame Ada Rook-Hale", aliases=("Ada Rook",), role="mayor")])["changed"] == 1
    )
    assert store.speaker(one.id).name == "Ada R."
    assert [made.state for made in store.decisions.made()] == ["in force", "in force"]
    assert store.verify() == []


def test_a_decision_outlasts_another_main_name(store: Store) -> None:
    store.keep(article("a.txt", ("Said a.", BILL)))
    store.keep(QUAY)
    store.decisions.merge(who(store, "Bill Rook"), [who(store, "Bo Pelk")])
    store.know([KnownPerson("William Rook", aliases=("Bill Rook",))])
    for given in "bcd":
        store.keep(article(f"{given}.txt", (f"Said {given}.", WILLIAM)))
    merged = store.speaker(who(store, "Bo Pelk"))
    assert (merged.name, merged.statements) == ("Bill Rook", 5)
    assert merged.id == who(store, "William Rook")
    assert store.verify() == []


def test_who_was_split_is_not_suggested_as_one(store: Store) -> None:
    near = Speaker("Ada Rooks", "person")
    store.keep(article("a.txt", ("It holds.", Speaker("Ada Rookes", "person"))))
    store.keep(article("b.txt", ("It leaks.", near)))
    [doubt] = store.suggestions()
    merged = store.decisions.merge(doubt.one.id, [doubt.two.id])
    assert store.suggestions() == []
    store.decisions.split(doubt.one.id, doubt.two.name, names=[doubt.two.name])
    assert len(store.speakers()) == 2
    assert store.suggestions() == []
    store.decisions.undo()
    store.decisions.undo(merged.id)
    assert store.suggestions() == [doubt]


def test_a_speaker_made_by_hand_is_the_one_whom_articles_name_later(filled: Store) -> None:
    filled.decisions.attribute(2, [Speaker("Wei Lan", "person")])
    lan = who(filled, "Wei Lan")
    filled.keep(article("c.txt", ("It rains.", Speaker("Wei Lan", "person"))))
    assert (who(filled, "Wei Lan"), filled.speaker(lan).statements) == (lan, 2)
    assert filled.verify() == []


def test_a_name_that_somebody_was_given_means_that_one_in_an_attribution(store: Store) -> None:
    store.keep(article("a.txt", ("The wall will hold.", Speaker("Ada Rook", "person"))))
    store.decisions.rename(who(store, "Ada Rook"), "Rook")
    store.decisions.attribute(1, [Speaker("Rook", "person")])
    assert [(speaker.name, speaker.statements) for speaker in store.speakers()] == [("Rook", 1)]
    assert store.verify() == []


# --- any decisions

NAMES = ("Ada Rook", "Rook", "Ada M. Rook", "Bo Pelk", "J. Hale", "Eva Rook")
MAYOR, OTHER = Speaker("Ada Rook", "person", "Mayor of Harwick"), Speaker("Ada Rook", "person", "singer, 23")
speakers = some.sampled_from([*(Speaker(name, "person") for name in NAMES), MAYOR, OTHER, OFFICIALS, None])
WORDS = ("The wall will hold.", "It leaks by the gate.", "Prices are up again.", "Nobody buys herring.")
analyses = some.builds(
    lambda given, also, statements: article(given, *statements, also=also),
    some.sampled_from(["a.txt", "b.txt", "c.txt"]),
    some.sampled_from(["", "Corrected. "]),
    some.lists(some.tuples(some.sampled_from(WORDS), speakers), max_size=3, unique_by=lambda pair: pair[0]),
)
number = some.integers(0, 5)
steps = some.lists(
    some.one_of(
        some.tuples(some.just("keep"), analyses),
        some.tuples(some.just("restate"), number, analyses),
        some.tuples(some.just("remove"), number),
        some.tuples(some.just("merge"), number, number),
        some.tuples(some.just("rename"), number, some.sampled_from(NAMES)),
        some.tuples(some.just("alias"), number, some.sampled_from(NAMES)),
        some.tuples(some.just("split"), number, some.sampled_from(NAMES), number, number, number),
        some.tuples(some.just("attribute"), number, speakers | number),
        some.tuples(some.just("reject"), number),
        some.tuples(some.just("confirm"), number),
        some.tuples(some.just("undo")),
        some.tuples(some.just("know"), some.sampled_from(NAMES), some.sampled_from(NAMES)),
    ),
    max_size=14,
)


def pick(values: list[int], number: int) -> int:
    return values[number % len(values)] if values else 0


def step(store: Store, action: str, *arguments: object) -> None:
    """One thing that somebody does; what makes no sense is refused."""
    articles = [kept.id for kept in store.articles()]
    statements = [row.id for row in store.statements()]
    people = store.speakers()
    ids = [speaker.id for speaker in people]
    decisions = store.decisions
    match action, *arguments:
        case "keep", analysis:
            store.keep(analysis)
        case "restate", n, analysis if articles:
            kept = store.original(pick(articles, n))
            same = [s for s in analysis.statements if s.text in kept.text]
            placed = tuple(
                replace(s, spans=(Span(at, at + len(s.text)),))
                for s in same
                if (at := kept.text.index(s.text)) >= 0
            )
            store.restate(pick(articles, n), Analysis(kept, placed))
        case "remove", n if articles:
            store.remove(pick(articles, n))
        case "merge", n, m:
            decisions.merge(pick(ids, n), [pick(ids, m)])
        case (("rename" | "alias"), n, name):
            getattr(decisions, action)(pick(ids, n), name)
        case "split", n, name, alias, at, row:
            speaker = people[n % len(people)] if people else None
            names = [speaker.name, *speaker.aliases][alias : alias + 1] if speaker else []
            decisions.split(
                pick(ids, n),
                name,
                names=names,
                articles=articles[at : at + 1],
                statements=statements[row : row + 1],
            )
        case "attribute", n, whom:
            found = whom if isinstance(whom, Speaker | None) else pick(ids, whom)
            decisions.attribute(pick(statements, n), [] if found is None else [found])
        case (("reject" | "confirm"), n):
            getattr(decisions, action)(pick(statements, n))
        case "know", name, alias:
            store.know([KnownPerson(name, "person", aliases=(alias,))])
        case ["undo"]:
            decisions.undo()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("any") / "empty.db"
    Store.open(path, create=True).close()
    return path


@settings(max_examples=60, deadline=None)
@given_any(steps)
def test_whatever_is_done_holds_and_can_be_taken_back(empty: Path, steps: list[tuple[object, ...]]) -> None:
    path = Path(shutil.copy(empty, empty.with_name("store.db")))
    with Store.open(path, create=False) as store:
        for action, *arguments in steps:
            with suppress(UsageError):
                step(store, str(action), *arguments)
            assert store.verify() == []
        while store.decisions.undo():
            pass
        assert store.verify() == []
        computed = store._connection.rows(
            "SELECT statement_id, part, ord, speaker_id, name, role FROM voices"
        )
        heard = store._connection.rows("SELECT statement_id, part, ord, speaker_id, name, role FROM heard")
        assert set(map(tuple, heard)) == set(map(tuple, computed))
