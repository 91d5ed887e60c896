"""Whatever a user may hand over by mistake: one clear line, the right exit code, and the rest of a batch goes on."""

from __future__ import annotations

import contextlib
import http.server
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import HARBOUR, Run

from quotetrack import ingest
from quotetrack.store.schema import MIGRATION_SET

GERMAN = (
    "Der Bürgermeister sagte am Montag, der Damm werde den Winter überstehen. Sie habe mit dem Land gesprochen und "
    "sei mit dem Beschluss einverstanden, die Straße zu sperren. Was in der Stadt war, sagte er, das weiß man nicht. "
    "Die Bauern im Tal haben kein Vertrauen mehr und wollen, dass jetzt etwas geschieht."
)


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _of_50_megabytes(path: Path) -> None:
    path.touch()
    os.truncate(path, 50_000_000)


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


BAD = [
    pytest.param("none.txt", lambda path: None, "no such file; check the path", id="no-such-file"),
    pytest.param("folder", Path.mkdir, "no articles in this folder; it needs files", id="folder-without-articles"),
    pytest.param("empty.txt", Path.touch, "empty; there is nothing to read", id="empty"),
    pytest.param("data.bin", _bytes(bytes(range(256))), "a binary file; give a text", id="binary"),
    pytest.param("report.txt", _bytes(b"%PDF-1.7\n1 0 obj"), "this is a PDF, not text; save", id="pdf-named-txt"),
    pytest.param("photo.txt", _bytes(b"\x89PNG\r\n\x1a\n"), "this is an image, not text", id="image-named-txt"),
    pytest.param(
        "torn.txt", _bytes("“Ä” — ö ".encode() + b"\xff said Rook."), "is not valid UTF-8; save", id="invalid-utf-8"
    ),
    pytest.param(
        "huge.txt", _of_50_megabytes, "50.0 MB, and one article may have 20 MB; split it", id="50-MB"
    ),
    pytest.param(
        "long.txt",
        _bytes(b"Rook said no. " * (ingest.MAX_CHARACTERS // 14 + 1)),
        "characters, and one article may have 2,000,000; split it",
        id="a-book-of-books",
    ),
    pytest.param("german.txt", _bytes(GERMAN.encode()), "not in English, the only language", id="other-language"),
    pytest.param("pipe.txt", os.mkfifo, "not a regular file; pipe it in", id="fifo"),
    pytest.param("loop.txt", _link_to_itself, "too many levels of symbolic links", id="symlink-loop"),
]  # fmt: skip


@pytest.mark.parametrize("command", ["add", "extract"])
@pytest.mark.parametrize(("name", "make", "message"), BAD)
def test_one_line_and_the_batch_goes_on(
    command: str,
    name: str,
    make: Callable[[Path], object],
    message: str,
    run: Run,
    articles: Path,
    tmp_path: Path,
) -> None:
    make(tmp_path / name)
    result = run(command, articles / "harbour.txt", tmp_path / name, articles / "market.txt")
    assert result.code == 2
    assert result.err.startswith(f"quotetrack: {tmp_path / name}: ")
    assert message in result.err
    assert result.err.count("\n") == 1
    assert "harbour.txt" in result.lines[0]
    assert "market.txt" in result.lines[-1]


def test_an_endless_device(run: Run) -> None:
    result = run("extract", "/dev/zero")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("quotetrack: /dev/zero: not a regular file; ")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that a user without rights can reach, which pytest's own are not."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o777)
    yield path
    for inside in path.rglob("*"):
        inside.chmod(0o777)
    shutil.rmtree(path)


@contextlib.contextmanager
def without_rights() -> Iterator[None]:
    """Runs what is inside as nobody: the superuser may read everything."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.mark.parametrize("is_folder", [True, False], ids=["folder", "file"])
def test_what_may_not_be_read(is_folder: bool, run: Run, shared: Path) -> None:
    secret, plain = shared / "secret.txt", shared / "plain.txt"
    plain.write_text(HARBOUR, encoding="utf-8")
    secret.mkdir() if is_folder else secret.touch()
    secret.chmod(0)
    with without_rights():
        result = run("extract", secret, plain)
    assert (result.code, len(result.lines)) == (2, 2)
    assert result.err == f"quotetrack: {secret}: permission denied; make it readable first\n"


def test_a_store_that_is_read_only(run: Run, shared: Path) -> None:
    store = shared / "quotes.db"
    assert run("add", "-", "--db", store, stdin=HARBOUR).code == 0
    store.chmod(0o444)
    shared.chmod(0o555)
    with without_rights():
        written, read = run("add", "-", "--db", store, stdin="No."), run("timeline", "--db", store)
    shared.chmod(0o777)
    assert (written.code, written.out, written.err.count("\n")) == (2, "", 1)
    assert written.err.startswith(f"quotetrack: {store}: read-only: make the file and its folder writable")
    assert (read.code, len(read.lines)) == (0, 2)


def test_a_json_line_that_is_broken_in_the_middle(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "feed.jsonl"
    lines.write_text('{"text": "“Yes,” Ada Rook said."}\n{"text": "“No\n{"text": "“Maybe,” Bo Pelk said."}\n')
    result = run("add", lines)
    assert (result.code, len(result.lines)) == (2, 2)
    assert result.err == (
        f"quotetrack: {lines}:2: broken JSON, unterminated string starting at column 10; give one object a line\n"
    )


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        pytest.param("“No,” Ada Rook said. ", 0, id="prose"),
        pytest.param('"', 1, id="marks"),
        pytest.param("x", 2, id="letters"),
        pytest.param(" ", 2, id="spaces"),
    ],
)
def test_a_line_of_a_million_characters(unit: str, code: int, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(unit * (1_000_000 // len(unit)), encoding="utf-8")
    result = run("extract", path)
    assert result.code == code
    assert result.err.count("\n") == (code != 0)


@pytest.mark.parametrize("date", ["2023-13-01", "2023-02-30", "someday", "2023", "23/02/2023 or so"])
def test_a_bad_date(date: str, run: Run, articles: Path, db: Path) -> None:
    result = run("add", articles, "--date", date)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert repr(date) in result.err
    assert not db.exists()


# --- addresses


@pytest.fixture
def silent_server() -> Iterator[str]:
    """An address where a server takes every call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/a"


class _Endless(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with contextlib.suppress(OSError):  # the reader has had enough
            while True:
                self.wfile.write(b"x" * 1_000_000)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def endless_server() -> Iterator[str]:
    """An address whose page has no end."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Endless) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/a"
        server.shutdown()


def test_an_address_that_does_not_answer(silent_server: str, articles: Path) -> None:
    bad, *good = ingest.read([silent_server, str(articles)], timeout=0.3)
    assert str(bad) == f"{silent_server}: no answer within 0.3 seconds; try again later"
    assert len(good) == 2


def test_a_page_without_end(endless_server: str, run: Run, articles: Path) -> None:
    result = run("add", endless_server, articles)
    assert (result.code, len(result.lines)) == (2, 2)
    assert result.err == (
        f"quotetrack: {endless_server}: more than 20 MB; save the article's text and read that\n"
    )


# --- the store


def _of_a_newer_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, '9999_future', '')",
            [MIGRATION_SET],
        )
    connection.close()


@pytest.mark.parametrize(
    "command", [("add", "-"), ("timeline",), ("who", "rook"), ("speakers",), ("verify",)]
)
@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(_of_a_newer_version, "made by a newer quotetrack", id="newer"),
        pytest.param(_bytes(b"dear diary " * 200), "not a store", id="no-database"),
        pytest.param(lambda path: path.unlink() or path.mkdir(), "a folder: name a file in it", id="folder"),
    ],
)
def test_a_store_that_is_none(
    command: tuple[str, ...], spoil: Callable[[Path], object], message: str, run: Run, filled: Path
) -> None:
    spoil(filled)
    for beside in filled.parent.glob(f"{filled.name}-*"):
        beside.unlink()
    result = run(*command, stdin=HARBOUR)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith(f"quotetrack: {filled}: ")
    assert message in result.err


def test_a_store_that_is_locked(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotetrack.store.connection.BUSY_SECONDS", 0.1)
    with sqlite3.connect(filled, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run("add", "-", stdin="“No,” Ada Rook said.")
        assert run("timeline").code == 0
    other.close()
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "another program is writing to it" in result.err


def test_no_room_for_the_store(articles: Path, tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000));"
        "from quotetrack.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "add", str(articles), "--db", str(tmp_path / "full.db")],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"quotetrack: {tmp_path / 'full.db'}: ")
    assert "make room" in done.stderr


# --- what would steer a terminal


NASTY = "“\x1b[31mIt \x9b2Jleaks\u202e \x07now\x1b]0;gotcha\x07,” Ada Rook said.\n"


@pytest.fixture
def nasty(run: Run, tmp_path: Path) -> Path:
    """A store of an article whose text, title, publisher, URL and file name all hold escapes."""
    path = tmp_path / "a\x1b[2Jb.txt"
    path.write_text(NASTY, encoding="utf-8")
    about = ["--title", "T\x1b[5m", "--publisher", "P\x9b1m", "--url", "https://u.example/\x1b[7m"]
    result = run("add", path, *about)
    assert result.code == 0
    assert_harmless(result.out + result.err)
    return path


def assert_harmless(shown: str) -> None:
    assert not {*"\x1b\x9b\x07\u202e"} & {*shown}


@pytest.mark.parametrize(
    "command",
    [
        *(["timeline"], ["who", "rook"], ["search", "leaks"], ["show", "1"], ["show", "--article", "1"]),
        *(["speakers"], ["articles"], ["export"], ["verify"], [], ["path"]),
        *(
            ["remove", "1", "--yes"],
            ["show", "\x1b[2J"],
            ["who", "\x1b[2J"],
            ["timeline", "--since", "\x1b[2J"],
        ),
    ],
    ids=lambda words: " ".join(words).replace("\x1b", "ESC"),
)
@pytest.mark.parametrize("form", ["", "--json", "--csv", "--tsv", "--md"])
def test_no_escape_reaches_the_terminal(command: list[str], form: str, run: Run, nasty: Path) -> None:
    if form and command[:1] not in (["timeline"], ["who"], ["search"], ["show"], ["speakers"], ["articles"]):
        form = ""
    result = run(*command, *([form] if form else []))
    assert_harmless(result.out + result.err)
