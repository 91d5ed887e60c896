from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as some
from test_store_samples import DAM, DAY, OFFICIALS, ROOK, TIMES, WEI, dam, said

from quotetrack.errors import StoreError, UsageError
from quotetrack.model import (
    ACTS,
    DATE_BASES,
    DATE_PRECISIONS,
    KINDS,
    POLARITIES,
    SPEAKER_TYPES,
    Analysis,
    Article,
    DatePrecision,
    Mention,
    Span,
    Speaker,
    Statement,
    words_of,
)
from quotetrack.store import Filters, SeenRole, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db", create=True) as store:
        yield store


def kept(store: Store, **filters: object) -> list[str]:
    return [found.statement.text for found in store.statements(Filters(**filters))]  # type: ignore[arg-type]


# --- keeping


def test_keep_gives_every_field_back(store: Store) -> None:
    outcome, article = store.keep(dam(publisher="Harbour Times", author="I. Pelk", url="https://x.test/dam"))
    assert outcome == "added"
    assert (article.given, article.title, article.date) == ("dam.txt", "Dam will hold", DAY)
    assert (article.publisher, article.author, article.url) == (
        "Harbour Times",
        "I. Pelk",
        "https://x.test/dam",
    )
    assert article.statements == 4
    assert article.added_at.tzinfo is not None
    assert store.text_of(article.id) == DAM
    found = {s.statement for s in store.statements(Filters())}
    assert found == set(dam().statements)
    assert {(s.title, s.publisher, s.url, s.article_date) for s in store.statements(Filters())} == {
        ("Dam will hold", "Harbour Times", "https://x.test/dam", DAY)
    }


def test_speaker_ids_are_those_of_the_speakers(store: Store) -> None:
    store.keep(said("All is well.", ROOK, WEI, given="a"))
    [found] = store.statements(Filters())
    assert found.speaker_ids == tuple(store.match_speakers(s.name)[0].id for s in (ROOK, WEI))


def test_same_text_is_unchanged(store: Store) -> None:
    _, first = store.keep(dam())
    assert store.keep(dam()) == ("unchanged", first)
    assert store.keep(dam(id="copy/of/dam.txt")) == ("unchanged", first)
    assert len(kept(store)) == 4


NEW_FORMS = {
    "nothing-new": (dam(title=None, date=None).article, "unchanged", {}),
    "fills-in": (dam(publisher="Courier", id="elsewhere").article, "updated", {"publisher": "Courier"}),
    "does-not-overrule-from-elsewhere": (dam(title="Other", id="elsewhere").article, "unchanged", {}),
    "corrects-from-the-same-place": (dam(title="Dam holds").article, "updated", {"title": "Dam holds"}),
    "another-text": (dam(text=DAM + " More."), "updated", {}),
    "another-article": (dam(text=DAM + " More.", id="other.txt"), "added", {}),
}


@pytest.mark.parametrize(("form", "outcome", "changed"), NEW_FORMS.values(), ids=NEW_FORMS)
def test_outcomes(store: Store, form: Article | Analysis, outcome: str, changed: dict[str, str]) -> None:
    _, first = store.keep(dam())
    analysis = form if isinstance(form, Analysis) else Analysis(form, dam().statements)
    assert store.outcome_for(analysis.article) == outcome
    did, article = store.keep(analysis)
    assert did == outcome
    for field, value in changed.items():
        assert getattr(article, field) == value
    assert (article.id == first.id) == (outcome != "added")
    assert store.outcome_for(analysis.article) == "unchanged"
    assert store.verify() == []


def test_statements_follow_the_date_of_their_article(store: Store) -> None:
    store.keep(dam(date=None))
    before = [s.id for s in store.statements(Filters())]
    assert {s.statement.date for s in store.statements(Filters())} == {None}
    store.keep(dam(date=None, publisher="Courier"))
    assert [s.id for s in store.statements(Filters())] == before, "only the date makes other statements"
    outcome, _ = store.keep(dam())
    assert outcome == "updated"
    assert {s.statement.date for s in store.statements(Filters())} == {DAY, None}


def test_another_text_replaces_all_of_the_first(store: Store) -> None:
    store.keep(dam())
    store.keep(said("The dam broke.", WEI, given="dam.txt"))
    assert kept(store) == ["The dam broke."]
    assert [speaker.name for speaker in store.speakers()] == ["Wei Lan"]
    assert store.match_speakers("Ada Rook") == []
    assert list(store.search("weapons", Filters())) == []


@pytest.mark.parametrize("given", ["-", "-:2"])
def test_standard_input_is_never_the_same_article(store: Store, given: str) -> None:
    store.keep(said("One.", ROOK, given=given))
    assert store.keep(said("Two.", ROOK, given=given))[0] == "added"


def test_a_line_of_a_file_is_no_lasting_place(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("today.jsonl").touch()
    store.keep(said("One.", ROOK, given="today.jsonl:1"))
    assert store.keep(said("Two.", ROOK, given="today.jsonl:1"))[0] == "added"


def test_files_of_one_name_in_two_folders_are_two_articles(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("2023", "2024"):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        Path("article.txt").write_text(folder)
        assert store.keep(said(f"In {folder}.", ROOK, given="article.txt"))[0] == "added"
    assert store.keep(said("In 2025.", ROOK, given="article.txt"))[0] == "updated"
    assert store.keep(said("In 2026.", ROOK, given=str(Path("article.txt").resolve())))[0] == "updated"


def test_article_without_statements(store: Store) -> None:
    _, article = store.keep(Analysis(Article("empty.txt", "Nobody spoke."), ()))
    assert article.statements == 0
    assert kept(store) == []


@pytest.mark.parametrize("half", [{"text": DAM + "\ud800"}, {"id": "caf\udce9.txt"}], ids=["text", "path"])
def test_half_a_character_is_refused_in_one_line(store: Store, half: dict[str, str]) -> None:
    with pytest.raises(StoreError, match="half a character"):
        store.keep(dam(**half))
    assert store.articles() == []


def test_interrupt_leaves_nothing_of_the_article(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotetrack.store.people import People

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    store.keep(said("One.", ROOK, given="a"))
    monkeypatch.setattr(People, "place", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.keep(dam())
    monkeypatch.undo()
    assert kept(store) == ["One."]
    assert len(store.articles()) == 1
    assert store.verify() == []
    assert store.keep(dam())[0] == "added"


ADDS_WITHOUT_END = """
import sys
from pathlib import Path
from test_store_samples import dam
from quotetrack.store import Store
with Store.open(Path(sys.argv[1]), create=True) as store:
    for n in range(1_000_000):
        store.keep(dam(id=f"{n}.txt", text=dam().article.text + str(n)))
        print(n, flush=True)
"""


def test_kill_leaves_whole_articles(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    child = subprocess.Popen(
        [sys.executable, "-c", ADDS_WITHOUT_END, str(path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent,
        env={"PYTHONPATH": str(Path(__file__).parent)},
    )
    assert child.stdout is not None
    for _ in range(25):
        last = child.stdout.readline()
    child.kill()
    with child.stdout:
        done = (child.stdout.read().split() or [last])[-1]
    child.wait()
    with Store.open(path, create=False) as store:
        articles = store.articles()
        assert len(articles) > int(done)
        assert {article.statements for article in articles} == {4}
        assert store.verify() == []
        assert store.keep(dam(id="after.txt"))[0] == "added"


# --- any statement

words = some.text(some.characters(exclude_categories=["Cs"]), min_size=1)
names = words.filter(str.strip)
speakers = some.lists(
    some.builds(Speaker, names, some.sampled_from([None, *SPEAKER_TYPES]), some.none() | words), max_size=3
).map(tuple)


@some.composite
def analyses(draw: some.DrawFn) -> Analysis:
    text = draw(words)
    count = draw(some.integers(0, 4))

    def spans() -> tuple[Span, ...]:
        offsets = sorted(draw(some.sets(some.integers(0, len(text)), min_size=2, max_size=6)))
        return tuple(Span(a, b) for a, b in zip(offsets[::2], offsets[1::2], strict=False))

    def maybe_mention() -> Mention | None:
        return Mention.at(text, spans()) if draw(some.booleans()) else None

    def statement(position: int) -> Statement:
        content, day = spans(), draw(some.none() | some.dates())
        return Statement(
            article=given,
            kind=draw(some.sampled_from(KINDS)),
            act=draw(some.sampled_from(ACTS)),
            polarity=draw(some.sampled_from(POLARITIES)),
            text=words_of(text, content),
            spans=content,
            cue=maybe_mention(),
            source=maybe_mention(),
            speakers=draw(speakers),
            addressees=draw(speakers),
            via=draw(speakers),
            within=draw(some.none() | some.integers(0, count - 1).filter(lambda outer: outer != position)),
            date=day,
            date_basis=day and draw(some.sampled_from(DATE_BASES)),
            date_precision=day and draw(some.none() | some.sampled_from(DATE_PRECISIONS)),
            confidence=draw(some.floats(0, 1)),
        )

    given = draw(words)
    article = Article(
        given,
        text,
        *[draw(some.none() | words), draw(some.none() | some.dates())],
        *[draw(some.none() | words) for _ in range(3)],
    )
    return Analysis(article, tuple(statement(n) for n in range(count if count > 1 else 0)))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("any") / "empty.db"
    Store.open(path, create=True).close()
    return path


def _unnamed(statement: Statement) -> Statement:
    """The statement without what the store calls by one name in all statements."""

    def unnamed(members: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        return tuple(replace(member, name="X") for member in members)

    return replace(
        statement,
        speakers=unnamed(statement.speakers),
        addressees=unnamed(statement.addressees),
        via=unnamed(statement.via),
    )


@settings(max_examples=60, deadline=None)
@given_any(analyses())
def test_any_analysis_comes_back(empty: Path, analysis: Analysis) -> None:
    path = Path(shutil.copy(empty, empty.with_name("store.db")))
    with Store.open(path, create=False) as store:
        outcome, article = store.keep(analysis)
        assert outcome == "added"
        found = sorted(store.statements(Filters()), key=lambda s: s.id)
        assert [_unnamed(s.statement) for s in found] == list(map(_unnamed, analysis.statements))
        assert store.text_of(article.id) == analysis.article.text
        assert store.outcome_for(analysis.article) == "unchanged"
        assert store.verify() == []
        for speaker in (s for statement in analysis.statements for s in statement.speakers):
            assert speaker.name in {
                n for m in store.match_speakers(speaker.name) for n in (m.name, *m.aliases)
            }
        store.remove(article.id)
        assert store.match_speakers("a") == []
        assert store.verify() == []


# --- reading


def test_statements_are_in_order_of_date_article_position(store: Store) -> None:
    store.keep(said("Undated.", ROOK, given="a"))
    store.keep(said("Late.", ROOK, given="b", day=dt.date(2024, 5, 1)))
    store.keep(said("Early.", ROOK, given="c", day=dt.date(2023, 5, 1)))
    store.keep(said("Late too.", ROOK, given="d", day=dt.date(2024, 5, 1)))
    assert kept(store) == ["Early.", "Late.", "Late too.", "Undated."]


FILTERS = {
    "none": ({}, [0, 1, 3, 2]),
    "kinds": ({"kinds": ("direct", "mixed")}, [1]),
    "acts": ({"acts": ("belief", "evidence")}, [3, 2]),
    "since": ({"since": DAY}, [0, 1, 3]),
    "since-later": ({"since": DAY + dt.timedelta(1)}, []),
    "until": ({"until": DAY}, [0, 1, 3]),
    "until-earlier": ({"until": DAY - dt.timedelta(1)}, []),
    "publisher": ({"publisher": "harbour  TIMES"}, [0, 1, 3, 2]),
    "other-publisher": ({"publisher": "Harbour"}, []),
    "article": ({"article_id": 1}, [0, 1, 3, 2]),
    "other-article": ({"article_id": 2}, []),
    "confidence": ({"min_confidence": 0.9}, [0, 1, 3]),
    "limit": ({"limit": 2}, [0, 1]),
    "limit-of-none": ({"limit": 0}, []),
    "huge-limit": ({"limit": 10**30}, [0, 1, 3, 2]),
    "together": ({"kinds": ("indirect",), "acts": ("speech",), "since": DAY}, [0]),
}


@pytest.mark.parametrize(("filters", "positions"), FILTERS.values(), ids=FILTERS)
def test_filters(store: Store, filters: dict[str, object], positions: list[int]) -> None:
    store.keep(dam(publisher="Harbour Times"))
    wanted = [dam().statements[n].text for n in positions]
    assert kept(store, **filters) == wanted
    unlimited = kept(store, **{**filters, "limit": None})
    assert sum(store.counts(Filters(**filters)).values()) == len(unlimited)  # type: ignore[arg-type]


def dated(store: Store, name: str, day: dt.date, precision: DatePrecision | None) -> None:
    """Keeps an article whose only statement, its name, is dated in the text."""
    analysis = said(f"{name}.", ROOK, given=name, day=day)
    one = replace(analysis.statements[0], date=day, date_basis="stated", date_precision=precision)
    store.keep(Analysis(analysis.article, (one,)))


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        pytest.param(
            None, None, ["2022.", "2023.", "January 2023.", "1 January 2023.", "May 2023."], id="order"
        ),
        pytest.param(
            "2023-01-01", None, ["2023.", "January 2023.", "1 January 2023.", "May 2023."], id="whole"
        ),
        pytest.param("2023-01-02", None, ["2023.", "January 2023.", "May 2023."], id="since-within"),
        pytest.param("2023-05-31", None, ["2023.", "May 2023."], id="since-the-last-day"),
        pytest.param("2023-06-01", None, ["2023."], id="since-later"),
        pytest.param("2024-01-01", None, [], id="since-the-end"),
        pytest.param(None, "2022-01-01", ["2022."], id="until-the-first-day"),
        pytest.param("2023-05-03", "2023-05-03", ["2023.", "May 2023."], id="one-day"),
    ],
)
def test_a_month_or_a_year_passes_where_a_part_of_it_does(
    store: Store, since: str | None, until: str | None, found: list[str]
) -> None:
    dated(store, "1 January 2023", dt.date(2023, 1, 1), None)
    dated(store, "May 2023", dt.date(2023, 5, 1), "month")
    dated(store, "January 2023", dt.date(2023, 1, 1), "month")
    dated(store, "2023", dt.date(2023, 1, 1), "year")
    dated(store, "2022", dt.date(2022, 1, 1), "year")
    ends = {name: dt.date.fromisoformat(day) for name, day in (("since", since), ("until", until)) if day}
    assert kept(store, **ends) == found


def test_a_month_or_a_year_is_no_day_that_anybody_was_heard_on(store: Store) -> None:
    dated(store, "2019", dt.date(2019, 1, 1), "year")
    assert [(s.first, s.last) for s in store.speakers()] == [(None, None)]
    dated(store, "3 May 2022", dt.date(2022, 5, 3), None)
    assert [(s.first, s.last) for s in store.speakers()] == [(dt.date(2022, 5, 3), dt.date(2022, 5, 3))]


def test_speaker_filter_means_who_speaks(store: Store) -> None:
    store.keep(dam())
    ids = {speaker: store.match_speakers(speaker.name)[0].id for speaker in (ROOK, WEI, TIMES, OFFICIALS)}
    assert len(kept(store, speaker_ids=(ids[ROOK],))) == 2
    assert kept(store, speaker_ids=(ids[WEI],)) == [], "she is only told"
    assert kept(store, speaker_ids=(ids[TIMES],)) == ["new floods"], "the other one it only passes on"
    assert len(kept(store, speaker_ids=(ids[ROOK], ids[OFFICIALS]))) == 3


def test_counts_by_act(store: Store) -> None:
    assert store.counts(Filters()) == {"speech": 0, "belief": 0, "attitude": 0, "evidence": 0}
    store.keep(dam())
    assert store.counts(Filters(limit=1)) == {"speech": 2, "belief": 1, "attitude": 0, "evidence": 1}


def test_more_statements_than_one_reading(store: Store) -> None:
    text = "Yes. " * 1200
    one = said("Yes.", ROOK, given="a").statements[0]
    many = tuple(replace(one, spans=(Span(n * 5, n * 5 + 4),)) for n in range(1200))
    store.keep(Analysis(Article("a", text), many))
    assert [s.statement.spans[0].start for s in store.statements(Filters())] == list(range(0, 6000, 5))
    found = list(store.search("yes", Filters()))
    assert len(found) == 1200
    assert {s.matches for s in found} == {((0, 3),)}


def test_reading_goes_on_while_articles_are_removed(store: Store) -> None:
    _, first = store.keep(said("One.", ROOK, given="a"))
    store.keep(said("Two.", ROOK, given="b"))
    found = store.statements(Filters())
    store.remove(first.id)
    assert [s.statement.text for s in found] == ["Two."]


def test_one_statement_one_article(store: Store) -> None:
    _, article = store.keep(dam())
    first = next(store.statements(Filters()))
    assert store.statement(first.id) == first
    assert store.article(article.id) == article


@pytest.mark.parametrize("unknown", [7, 10**30], ids=["small", "huge"])
@pytest.mark.parametrize("method", ["statement", "article", "text_of", "remove"])
def test_an_unknown_id_is_told(store: Store, method: str, unknown: int) -> None:
    with pytest.raises(UsageError, match=rf"store\.db: no (statement|article) {unknown}"):
        getattr(store, method)(unknown)


def test_articles(store: Store) -> None:
    store.keep(said("One.", ROOK, given="a"))
    store.keep(said("Two.", ROOK, given="b", day=DAY, publisher="Courier"))
    store.keep(said("Three.", ROOK, given="c", day=DAY - dt.timedelta(9), publisher="Échos"))
    assert [a.given for a in store.articles()] == ["c", "b", "a"]
    assert [a.given for a in store.articles(publisher="echos")] == ["c"]
    assert [a.given for a in store.articles(since=DAY)] == ["b"]
    assert [a.given for a in store.articles(until=DAY)] == ["c", "b"]
    assert [a.given for a in store.articles(limit=1)] == ["c"]


REFERENCES = {
    "id": ("2", ["b.txt"]),
    "given": ("a.txt", ["a.txt"]),
    "url": ("https://x.test/a", ["a.txt"]),
    "title-words": ("HOLDS dam", ["a.txt"]),
    "several": ("dam", ["a.txt", "b.txt"]),
    "accent": ("cafe", ["b.txt"]),
    "part-of-a-word": ("hold", []),
    "unknown-id": ("77", []),
    "huge-number": ("9" * 5000, []),
    "nothing": (" ", []),
    "half-a-character": ("\udce9", []),
}


@pytest.mark.parametrize(("reference", "found"), REFERENCES.values(), ids=REFERENCES)
def test_find_articles(store: Store, reference: str, found: list[str]) -> None:
    store.keep(said("One.", ROOK, given="a.txt", title="The Dam holds", url="https://x.test/a"))
    store.keep(said("Two.", ROOK, given="b.txt", title="Café at the dam closed"))
    assert [article.given for article in store.find_articles(reference)] == found


def test_find_article_by_another_way_to_its_path(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").touch()
    monkeypatch.chdir(tmp_path)
    store.keep(said("One.", ROOK, given="a.txt"))
    assert len(store.find_articles(str(tmp_path / "a.txt"))) == 1


def test_remove_takes_all_that_came_with_the_article(store: Store) -> None:
    _, article = store.keep(dam())
    store.keep(said("Rain again.", Speaker("ADA ROOK", "person"), given="b"))
    assert store.match_speakers("rook")[0].aliases == ("ADA ROOK",)
    assert store.remove(article.id) == 4
    assert kept(store) == ["Rain again."]
    assert [speaker.name for speaker in store.speakers()] == ["ADA ROOK"]
    assert store.match_speakers("Wei Lan") == []
    assert list(store.search("weapons", Filters())) == []
    assert store.verify() == []


def test_ids_are_never_used_twice(store: Store) -> None:
    _, article = store.keep(said("One.", ROOK, given="a"))
    [first] = store.statements(Filters())
    store.remove(article.id)
    _, second = store.keep(said("Two.", ROOK, given="b"))
    assert second.id > article.id
    assert next(store.statements(Filters())).id > first.id


# --- speakers


def test_speakers_most_statements_first(store: Store) -> None:
    store.keep(dam())
    store.keep(
        said("Rain again.", Speaker("Ada Rook", "person", "engineer"), given="b", day=dt.date(2024, 4, 1))
    )
    rook, *others = store.speakers()
    assert (rook.name, rook.type, rook.statements, rook.articles) == ("Ada Rook", "person", 3, 2)
    assert rook.roles == (
        SeenRole("engineer", dt.date(2024, 4, 1), dt.date(2024, 4, 1), 1),
        SeenRole("Mayor", DAY, DAY, 1),
    )
    assert (rook.first, rook.last) == (DAY, dt.date(2024, 4, 1))
    assert rook.acts == {"speech": 3}
    assert [speaker.name for speaker in others] == ["Officials", "The Harbour Times"], "Wei Lan says nothing"
    assert [speaker.name for speaker in store.speakers(limit=1)] == ["Ada Rook"]
    assert [speaker.name for speaker in store.speakers(like="HARB")] == ["The Harbour Times"]
    assert store.speakers(like="nobody") == []


def test_a_joint_statement_counts_once_for_each(store: Store) -> None:
    store.keep(said("We agree.", ROOK, WEI, Speaker("Rook", "person"), given="a"))
    assert [(s.name, s.statements) for s in store.speakers()] == [("Ada Rook", 1), ("Wei Lan", 1)]


PEOPLE = ("Ada Rook", "Adam Rooke", "José Rook-Hale", "Lan")
MATCHES = {
    "full": ("Ada Rook", ["Ada Rook"]),
    "case-and-dots": ("a.da ROOK.", ["Ada Rook"]),
    "surname": ("rook", ["Ada Rook", "José Rook-Hale"]),
    "accent": ("jose", ["José Rook-Hale"]),
    "words-in-any-order": ("hale josé", ["José Rook-Hale"]),
    "whole-words-only": ("roo", []),
    "every-word-counts": ("Ada Hale", []),
    "one-word-hides-no-longer-name": ("lan", ["Lan", "Wei Lan"]),
    "exact-and-then-only-those": ("harbour times", ["The Harbour Times"]),
    "title": ("Ms. Rook", ["Ada Rook"]),
    "title-of-another": ("Mr. Lan", ["Lan"]),
    "role-and-name": ("Mayor Rook", ["Ada Rook"]),
    "family-name-first": ("Rook, Ada", ["Ada Rook"]),
    "initial": ("A. Rook", ["Ada Rook"]),
    "the-aside": ("harbour times", ["The Harbour Times"]),
    "with-the": ("The Harbour Times", ["The Harbour Times"]),
    "role-is-no-name": ("mayor", []),
    "nothing": ("", []),
    "punctuation": ("...", []),
    "wildcard": ("%", []),
    "half-a-character": ("\udce9", []),
}


@pytest.mark.parametrize(("name", "found"), MATCHES.values(), ids=MATCHES)
def test_match_speakers(store: Store, name: str, found: list[str]) -> None:
    store.keep(said("So be it.", *(Speaker(n, "person", "Mayor") for n in PEOPLE), TIMES, given="a"))
    store.keep(said("Amen.", WEI, given="b"))
    assert [speaker.name for speaker in store.match_speakers(name)] == found


# --- backup, imports


def test_backup_is_a_store(store: Store, tmp_path: Path) -> None:
    store.keep(dam())
    store.backup(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db", create=False) as copy:
        assert list(copy.statements(Filters())) == list(store.statements(Filters()))
        assert copy.verify() == []


def test_backup_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    with pytest.raises(StoreError, match="precious: is there already"):
        store.backup(tmp_path / "precious")
    assert (tmp_path / "precious").read_text() == "precious"
    with pytest.raises(StoreError, match="no-such-folder"):
        store.backup(tmp_path / "no-such-folder" / "copy.db")


READS_ALL = """
import sys
from pathlib import Path
from quotetrack.store import Filters, Store
with Store.open(Path(sys.argv[1]), create=False) as store:
    assert list(store.statements(Filters())) and list(store.search("dam", Filters()))
    assert store.speakers() and store.articles() and store.match_speakers("Rook") and not store.verify()
print(*(name for name in ("sqlite_utils", "dateparser", "numpy", "rich") if name in sys.modules))
"""


def test_reading_does_not_import_what_only_writing_needs(store: Store) -> None:
    store.keep(dam())
    done = subprocess.run(
        [sys.executable, "-c", READS_ALL, str(store.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
