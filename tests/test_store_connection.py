from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from test_store_samples import ROOK, dam, said

from quotetrack.errors import StoreError
from quotetrack.store import Filters, Store
from quotetrack.store import connection as connections

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a user without rights can reach, which pytest's own are not."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o777)
    yield path
    path.chmod(0o777)
    shutil.rmtree(path)


@pytest.fixture
def path(folder: Path) -> Path:
    path = folder / "store.db"
    with Store.open(path, create=True) as store:
        store.keep(dam())
    return path


@contextmanager
def without_rights(*paths: Path) -> Iterator[None]:
    """Runs what is inside as somebody who may only read these; the superuser may do everything."""
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o777)


def texts(path: Path) -> list[str]:
    with Store.open(path, create=False) as store:
        return [found.statement.text for found in store.statements(Filters())]


# --- what is not there, or is something else


def test_reading_never_makes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "no" / "store.db"
    with pytest.raises(StoreError, match=r"store\.db: no such store yet; `quotetrack add ARTICLE` makes it"):
        Store.open(path, create=False)
    assert list(tmp_path.iterdir()) == []


def test_creating_makes_the_folder_too(tmp_path: Path) -> None:
    path = tmp_path / "data" / "quotetrack" / "store ?#%20.db"
    with Store.open(path, create=True) as store:
        store.keep(dam())
        assert store.path == path
    assert len(texts(path)) == 4
    assert [p.name for p in path.parent.iterdir()] == [path.name], "WAL leaves nothing beside a closed store"


def test_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Store.open(Path("store.db"), create=True).close()
    assert (tmp_path / "store.db").is_file()


def empty(path: Path) -> None:
    path.touch()


def text(path: Path) -> None:
    path.write_text("Mayor Ada Rook said the dam would hold.\n" * 100)


def folder_of_that_name(path: Path) -> None:
    path.mkdir()


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE recipes (id INTEGER)")


def other_migrations(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE _sqlite_migrations (id INTEGER, migration_set TEXT, name TEXT)")
        raw.execute("INSERT INTO _sqlite_migrations VALUES (1, 'recipes', '0001_tables')")
        raw.commit()


STRANGERS = {
    "text": (text, "no SQLite file"),
    "folder": (folder_of_that_name, "a folder: name a file in it"),
    "other-database": (other_database, "a database of another program"),
    "other-migrations": (other_migrations, "a database of another program"),
}


@pytest.mark.parametrize("create", [False, True], ids=["read", "create"])
@pytest.mark.parametrize(("make", "message"), STRANGERS.values(), ids=STRANGERS)
def test_what_is_no_store_is_told_and_left_alone(tmp_path: Path, make, message: str, create: bool) -> None:
    path = tmp_path / "store.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=message) as caught:
        Store.open(path, create=create)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert before is None or path.read_bytes() == before


def test_an_empty_file_is_a_store_to_be(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with pytest.raises(StoreError, match="no such store yet"):
        Store.open(path, create=False)
    assert path.stat().st_size == 0
    with Store.open(path, create=True) as store:
        assert store.keep(dam())[0] == "added"


def test_parent_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for create in (False, True):
        with pytest.raises(StoreError, match="file"):
            Store.open(tmp_path / "file" / "store.db", create=create)


# --- damage


def test_damage_is_told_wherever_it_shows(path: Path) -> None:
    with Store.open(path, create=True) as store:
        for n in range(50):
            store.keep(said(f"Word {n}. " * 40, ROOK, given=str(n)))
    whole = path.read_bytes()
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole[: page * 4096] + b"\xff" * 4096 + whole[(page + 1) * 4096 :])
        try:
            with Store.open(path, create=False) as store:
                assert store.verify() != []
                list(store.statements(Filters()))
                list(store.search("word", Filters()))
                store.speakers()
                store.keep(said("More.", ROOK, given="more"))
        except StoreError as error:
            assert str(error).startswith(f"{path}: ")
            assert "\n" not in str(error)


def test_truncated_file(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match="damaged"):
        texts(path)


# --- who else is at it


def test_locked_by_another_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(texts(path)) == 4, "reading goes on beside one that writes"
        with pytest.raises(StoreError, match="another program is writing to it: try again"):
            Store.open(path, create=True)
        with Store.open(path, create=False) as store, pytest.raises(StoreError, match="another program"):
            store.remove(1)


def test_exclusively_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program is writing to it: try again"):
            Store.open(path, create=False)


ADDS_TEN = """
import sys
from pathlib import Path
from test_store_samples import dam
from quotetrack.store import Store
with Store.open(Path(sys.argv[1]), create=True) as store:
    for n in range(10):
        store.keep(dam(id=sys.argv[2] + str(n), text=dam().article.text + sys.argv[2] + str(n)))
"""


def test_several_programs_make_and_fill_one_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    tests = str(Path(__file__).parent)
    children = [
        subprocess.Popen(
            [sys.executable, "-c", ADDS_TEN, str(path), name],
            env={"PYTHONPATH": tests},
            stderr=subprocess.PIPE,
        )
        for name in "abc"
    ]
    assert [child.communicate()[1] for child in children] == [b"", b"", b""]
    with Store.open(path, create=False) as store:
        assert len(store.articles()) == 30
        assert [speaker.name for speaker in store.match_speakers("rook")] == ["Ada Rook"]
        assert store.verify() == []


def test_foreign_keys_are_on(path: Path) -> None:
    for create in (False, True):
        with Store.open(path, create=create) as store:
            assert store._connection.raw.execute("PRAGMA foreign_keys").fetchone()[0] == 1


# --- read-only


@pytest.mark.parametrize("also", [False, True], ids=["file", "file-and-folder"])
def test_read_only_store_can_be_read(path: Path, also: bool) -> None:
    with without_rights(path, *[path.parent] * also), Store.open(path, create=False) as store:
        assert len(list(store.statements(Filters()))) == 4
        assert len(list(store.search("weapon", Filters()))) == 1
        assert store.verify() == []
        with pytest.raises(StoreError, match=r"read-only: make the file and its folder writable"):
            store.keep(said("More.", ROOK, given="more"))
        with pytest.raises(StoreError, match="read-only"):
            store.remove(1)
    assert len(texts(path)) == 4


@pytest.mark.parametrize("also", [False, True], ids=["file", "file-and-folder"])
def test_read_only_store_cannot_be_opened_for_writing(path: Path, also: bool) -> None:
    with (
        without_rights(path, *[path.parent] * also),
        pytest.raises(StoreError, match=r"read-only|cannot be opened"),
    ):
        Store.open(path, create=True)


def test_no_store_can_be_made_in_a_read_only_folder(folder: Path) -> None:
    with without_rights(folder):
        for path in (folder / "store.db", folder / "new" / "store.db"):
            with pytest.raises(StoreError, match="cannot be opened"):
                Store.open(path, create=True)


def test_changes_beside_a_read_only_store_are_not_passed_over(path: Path, folder: Path) -> None:
    """A copy of a store in use: what its -wal file holds belongs to it."""
    copy = folder / "copy.db"
    with Store.open(path, create=True) as store:
        store.keep(said("More.", ROOK, given="more"))
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    with (
        without_rights(copy, Path(f"{copy}-wal"), folder),
        pytest.raises(StoreError, match=r"changes wait in copy\.db-wal"),
    ):
        texts(copy)
    assert "More." in texts(copy)


def test_unreadable_file(path: Path) -> None:
    with without_rights(path):
        if os.geteuid() == NOBODY:
            os.seteuid(0)
        path.chmod(0)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
        with pytest.raises(StoreError, match="cannot be opened"):
            Store.open(path, create=False)
