from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from test_store_samples import dam

from quotetrack.store import Problem, Store

DAMAGE = {
    "text-changed": (
        "UPDATE articles SET text = replace(text, 'hold', 'fold')",
        {
            Problem("dam.txt", "its text is not the one that its hash was made of"),
            Problem("dam.txt", "statement 1: the spans of its content do not give its words back"),
        },
    ),
    "text-cut": (
        "UPDATE articles SET text = substr(text, 1, 60), sha256 = 'x'",
        {
            Problem("dam.txt", "its text is not the one that its hash was made of"),
            *(
                Problem("dam.txt", f"statement {n}: the spans of its content do not give its words back")
                for n in (2, 3, 4)
            ),
        },
    ),
    "words-changed": (
        "UPDATE statements SET text = 'the dam would fold' WHERE id = 1",
        {Problem("dam.txt", "statement 1: the spans of its content do not give its words back")},
    ),
    "cue-moved": (
        """UPDATE statements SET cue = '{"text": "said", "spans": [[0, 4]]}' WHERE id = 1""",
        {Problem("dam.txt", "statement 1: the spans of its cue do not give its words back")},
    ),
    "source-broken": (
        "UPDATE statements SET source = '[1' WHERE id = 1",
        {Problem("dam.txt", "statement 1: the spans of its source do not give its words back")},
    ),
    "spans-out-of-order": (
        "UPDATE statements SET spans = '[[9, 12], [3, 4]]' WHERE id = 1",
        {Problem("dam.txt", "statement 1: the spans of its content do not give its words back")},
    ),
    "spans-missing": (
        "UPDATE statements SET spans = '[]', text = '' WHERE id = 1",
        {Problem("dam.txt", "statement 1: the spans of its content do not give its words back")},
    ),
    "statement-gone": (
        "DELETE FROM statements WHERE id = 1",
        {
            Problem("dam.txt", "the positions of its statements have a gap"),
            Problem(None, "voices: row 1 refers to a row of statements that is gone"),
            Problem(None, "heard: row 1 refers to a row of statements that is gone"),
        },
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "store.db", create=True) as store:
        store.keep(dam())
    return tmp_path / "store.db"


def problems(path: Path) -> set[Problem]:
    with Store.open(path, create=False) as store:
        return set(store.verify())


def test_a_sound_store_has_no_problem(path: Path) -> None:
    assert problems(path) == set()


@pytest.mark.parametrize(("sql", "found"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_found(path: Path, sql: str, found: set[Problem]) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(sql)
        raw.commit()
    assert problems(path) == found


def test_an_index_that_does_not_fit_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER statements_au")
        raw.execute("UPDATE statements SET text = 'other words' WHERE id = 4")
        raw.commit()
    assert any("full-text index" in problem.what for problem in problems(path))


def test_a_statement_within_one_of_another_article_is_found(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.keep(dam(id="other.txt", text=dam().article.text + " More."))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE statements SET within = 1 WHERE id = 7")
        raw.commit()
    assert problems(path) == {Problem("other.txt", "statement 7 lies within one of another article")}
