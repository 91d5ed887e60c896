from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from test_store_samples import DAM, DAY, ROOK, dam, said

from quotetrack.errors import StoreError
from quotetrack.model import DATE_PRECISIONS, Analysis
from quotetrack.store import Filters, Store
from quotetrack.store.connection import connect
from quotetrack.store.schema import MIGRATIONS
from quotetrack.store.writing import Writer

# The article about the dam as the first version kept it: these rows are never to be made by newer code.
OLD_ROWS = f"""
INSERT INTO articles VALUES (1, 'dam.txt', 'dam.txt', 'Dam will hold', '2024-03-05', NULL, NULL, NULL, '{DAM}',
    '97ea61880cb4ea5f6ec26866608f5ae6c2bb215911515f3186434fe55306b5fd', '2024-03-06T00:00:00+00:00', '0.1.0');
INSERT INTO statements VALUES
    (1, 1, 0, 'indirect', 'speech', 'affirmed', 'the dam would hold', '[[20, 38]]',
        '{{"text": "said", "spans": [[15, 19]]}}', '{{"text": "Mayor Ada Rook", "spans": [[0, 14]]}}',
        NULL, '2024-03-05', 'article', 0.9),
    (2, 1, 1, 'direct', 'speech', 'affirmed', '"We tried everything," "and it works."',
        '[[40, 62], [82, 97]]', NULL, NULL, NULL, '2024-03-05', 'article', 1.0),
    (3, 1, 2, 'indirect', 'belief', 'denied', 'the old weapons depot had flooded', '[[120, 153]]',
        NULL, NULL, 4, NULL, NULL, 0.25),
    (4, 1, 3, 'indirect', 'evidence', 'affirmed', 'new floods', '[[182, 192]]',
        NULL, NULL, NULL, '2024-03-05', 'article', 1.0);
INSERT INTO speakers VALUES (1, 'Ada Rook', 'person', 'ada rook', NULL), (2, 'Wei Lan', 'person', 'wei lan', NULL),
    (3, 'Officials', 'group', 'officials', 1), (4, 'The Harbour Times', 'organization', 'harbour times', NULL);
INSERT INTO aliases VALUES (1, 'Ada Rook', 'ada rook'), (2, 'Wei Lan', 'wei lan'), (3, 'Officials', 'officials'),
    (4, 'The Harbour Times', 'harbour times');
INSERT INTO voices VALUES (1, 'speaker', 0, 1, 'Ada Rook', 'Mayor'), (2, 'speaker', 0, 1, 'Ada Rook', 'Mayor'),
    (2, 'addressee', 0, 2, 'Wei Lan', NULL), (3, 'speaker', 0, 3, 'Officials', NULL),
    (3, 'via', 0, 4, 'The Harbour Times', NULL), (4, 'speaker', 0, 4, 'The Harbour Times', NULL);
"""


def older(path: Path, first_missing: str) -> None:
    """Makes a store as it was before a migration, and keeps an article in it if it can."""
    connection = connect(path, create=True)
    Writer(connection).migrate(stop_before="0002_full_text")
    if first_missing != "0001_tables":
        connection.raw.executescript(OLD_ROWS)
    Writer(connection).migrate(stop_before=first_missing)
    connection.close()


@pytest.mark.parametrize("create", [False, True], ids=["read", "create"])
@pytest.mark.parametrize("first_missing", list(MIGRATIONS)[1:])
def test_an_older_store_is_brought_up_to_date(tmp_path: Path, first_missing: str, create: bool) -> None:
    path = tmp_path / "store.db"
    older(path, first_missing)
    with Store.open(path, create=create) as store:
        assert store.schema_version == list(MIGRATIONS)[-1]
        assert {s.statement for s in store.statements(Filters())} == set(dam().statements)
        assert [s.statement.text for s in store.search("weapons", Filters())] == [
            "the old weapons depot had flooded"
        ]
        assert store.verify() == []
        assert [(s.id, s.name, s.type) for s in store.speakers()] == [
            (1, "Ada Rook", "person"),
            (3, "Officials", "group"),
            (4, "The Harbour Times", "organization"),
        ]
        assert [s.id for s in store.match_speakers("Wei Lan")] == [2]
        assert store.keep(dam()) == ("unchanged", store.article(1))
        store.decisions.rename(1, "Ada Rook-Hale")
        assert store.statement(1).statement.speakers[0].name == "Ada Rook-Hale"
        store.decisions.undo()
        store.keep(said("Rain again.", ROOK, given="later.txt", day=DAY))
        assert [s.articles for s in store.match_speakers("Ada Rook")] == [2]
        assert store.verify() == []
    with closing(sqlite3.connect(path)) as raw:
        assert len(raw.execute("SELECT * FROM who_said_what").fetchall()) == 5
        done = raw.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = 'quotetrack'"
        ).fetchall()
    assert [name for (name,) in done] == list(MIGRATIONS)


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.db"
    older(path, "0003_views")

    def fails(db) -> None:
        db.executescript("CREATE TABLE half (id INTEGER)")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setitem(MIGRATIONS, "0003_views", fails)
        with pytest.raises(KeyboardInterrupt):
            Store.open(path, create=False)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (2,)
    with Store.open(path, create=False) as store:
        assert store.schema_version == list(MIGRATIONS)[-1]


@pytest.mark.parametrize("create", [False, True], ids=["read", "create"])
def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "store.db"
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('quotetrack', '0099_holograms', '2030-01-01')"
        )
        raw.commit()
    with pytest.raises(StoreError, match=r"store\.db: made by a newer quotetrack .*0099_holograms.*upgrade"):
        Store.open(path, create=create)


def test_the_view_shows_no_day_that_nobody_stated(tmp_path: Path) -> None:
    day = DAY.replace(day=1)
    with Store.open(tmp_path / "store.db", create=True) as store:
        for precision in (None, *DATE_PRECISIONS):
            analysis = said(f"Rain {precision}.", ROOK, given=str(precision), day=DAY)
            one = replace(analysis.statements[0], date=day, date_basis="stated", date_precision=precision)
            store.keep(Analysis(analysis.article, (one,)))
    with closing(sqlite3.connect(tmp_path / "store.db")) as raw:
        shown = raw.execute("SELECT date FROM who_said_what").fetchall()
    assert sorted(shown) == [("2024",), ("2024-03",), ("2024-03-01",)]


def test_the_view_reads_well(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db", create=True) as store:
        store.keep(dam(publisher="Courier", url="https://x.test/dam"))
    with closing(sqlite3.connect(tmp_path / "store.db")) as raw:
        raw.row_factory = sqlite3.Row
        first, *_, last = map(dict, raw.execute("SELECT * FROM who_said_what").fetchall())
    assert first == {
        "id": 1,
        "date": "2024-03-05",
        "speakers": "Ada Rook",
        "role": "Mayor",
        "kind": "indirect",
        "act": "speech",
        "polarity": "affirmed",
        "words": "the dam would hold",
        "article": "Dam will hold",
        "publisher": "Courier",
        "url": "https://x.test/dam",
        "confidence": 0.9,
    }
    assert (last["speakers"], last["date"], last["role"]) == ("Officials", None, None)


def test_rows_refer_to_rows_that_are_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db", create=True) as store:
        store.keep(dam())
        with pytest.raises(sqlite3.IntegrityError):
            store._connection.raw.execute("DELETE FROM speakers")
        with pytest.raises(sqlite3.IntegrityError):
            store._connection.raw.execute("UPDATE statements SET article_id = 99")
        assert store.text_of(1) == DAM
