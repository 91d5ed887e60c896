"""From what a user types to articles, one bad input never stopping the others."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.errors import InputError
from quotetrack.ingest import Overrides, count, read
from quotetrack.model import Article

PAGE = (
    "<!DOCTYPE html><html><head><title>Dam stays shut</title></head><body>"
    "<p>The mayor, Ada Rook, said the dam would stay shut.</p></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "b.txt": "Bee.",
        "a.TXT": "Ay.",
        "c.md": "# Sea *says* no #\n\nRook said no.",
        "page.html": PAGE,
        "lines.jsonl": '{"text": "One."}\n{"text": \n{"text": "Two."}\n',
        "one.json": '{"text": "Whole."}',
        "notes.ann": "T1",
        ".hidden.txt": "Hidden.",
        ".git/x.txt": "Hidden.",
        "sub/deep.txt": "Deep.",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def ids(*inputs: str) -> list[str]:
    return [found.id if isinstance(found, Article) else str(found) for found in read(inputs)]


def only(*inputs: str, **options: object) -> Article | InputError:
    (found,) = read(inputs, **options)  # type: ignore[arg-type]
    return found


LINES = [
    "lines.jsonl:1",
    "lines.jsonl:2: broken JSON, expecting value at column 9; give one object a line",
    "lines.jsonl:3",
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        pytest.param(["b.txt"], ["b.txt"], id="file"),
        pytest.param(["./b.txt"], ["./b.txt"], id="id-as-given"),
        pytest.param(["sub"], ["sub/deep.txt"], id="folder"),
        pytest.param(
            ["."],
            [
                "./a.TXT",
                "./b.txt",
                "./c.md",
                *("./" + name for name in LINES),
                "./page.html",
                "./sub/deep.txt",
            ],
            id="folder-with-folders",
        ),
        pytest.param(["*.txt"], ["b.txt"], id="pattern"),
        pytest.param(["**/*.txt"], ["b.txt", "sub/deep.txt"], id="pattern-over-folders"),
        pytest.param(["s*"], ["sub/deep.txt"], id="pattern-matches-folder"),
        pytest.param(["lines.jsonl"], LINES, id="json-lines-with-a-broken-one"),
        pytest.param(["one.json"], ["one.json"], id="json"),
        pytest.param(["notes.ann"], ["notes.ann"], id="any-ending-when-named"),
        pytest.param([".hidden.txt"], [".hidden.txt"], id="hidden-when-named"),
        pytest.param(["sub/deep.txt", "b.txt"], ["sub/deep.txt", "b.txt"], id="order-given"),
        pytest.param(["b.txt", "./b.txt", "sub/../b.txt", "*.txt"], ["b.txt"], id="once-by-whatever-path"),
        pytest.param(
            ["none.txt", "b.txt"], ["none.txt: no such file; check the path", "b.txt"], id="batch-goes-on"
        ),
        pytest.param(
            ["*.pdf"], ["*.pdf: no file matches this pattern; check it"], id="pattern-without-match"
        ),
        pytest.param([""], ["'': no such file; check the path"], id="empty-name"),
        pytest.param(["b.txt/x"], ["b.txt/x: not a directory; check the path"], id="file-as-folder"),
        pytest.param(["\0"], ["\ufffd: embedded null byte; check the path"], id="zero-in-a-name"),
        pytest.param(
            ["ftp://c.example/a"],
            ["ftp://c.example/a: ftp addresses are not read; give one that starts with https://"],
            id="other-scheme",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_inputs(inputs: list[str], expected: list[str]) -> None:
    assert ids(*inputs) == expected
    assert count(inputs) == (None if "one.json" in inputs else len(expected))


def test_name_that_looks_like_a_pattern(folder: Path) -> None:
    (folder / "[b].txt").write_text("Bracket.")
    assert ids("[b].txt") == ["[b].txt"]


def test_folder_without_articles(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert ids("empty") == [
        "empty: no articles in this folder; it needs files ending in .htm .html .jsonl .md .ndjson .txt"
    ]


def test_folder_that_links_to_itself(folder: Path) -> None:
    (folder / "sub" / "again").symlink_to(folder / "sub")
    (folder / "sub" / "gone.txt").symlink_to("nowhere")
    assert ids("sub") == ["sub/deep.txt", "sub/gone.txt: no such file; check the path"]


def test_permission_denied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert ids("b.txt") == ["b.txt: permission denied; make it readable first"]
        assert count(["lines.jsonl"]) == 1
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        assert ids("sub") == ["sub: permission denied; make it readable first"]


def test_pipe_and_device(folder: Path) -> None:
    os.mkfifo("fifo.txt")
    reason = "not a regular file; pipe it in and give - instead"
    assert ids("fifo.txt", "/dev/null", "b.txt") == [f"fifo.txt: {reason}", f"/dev/null: {reason}", "b.txt"]


def test_name_that_is_not_utf_8(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text("Coffee.")
    assert only(name) == Article("caf\ufffd.txt", "Coffee.")


def test_too_large(folder: Path) -> None:
    Path("large.txt").write_bytes(b"a" * 2_500_001)
    message = "large.txt: 2.5 MB, and one article may have 1 MB; split it into its articles"
    assert str(only("large.txt", max_bytes=1_000_000)) == message
    with Path("huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    assert str(only("huge.txt")).startswith("huge.txt: 50.0 MB, and one article may have 20 MB; ")


def test_markdown_is_read_as_it_is(folder: Path) -> None:
    assert only("c.md") == Article("c.md", "# Sea *says* no #\n\nRook said no.", title="Sea *says* no")


def test_html(folder: Path) -> None:
    text = "The mayor, Ada Rook, said the dam would stay shut."
    assert only("page.html") == Article("page.html", text, title="Dam stays shut")


def test_overrides_win(folder: Path) -> None:
    overrides = Overrides(dt.date(2024, 5, 6), "Mine", "Courier", "https://c.example/1")
    for found in read(["c.md", "page.html", "one.json"], overrides):
        assert isinstance(found, Article)
        assert (found.date, found.title, found.publisher, found.url) == (
            dt.date(2024, 5, 6),
            "Mine",
            "Courier",
            "https://c.example/1",
        )


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(b"Rook said no.\r\nShe left.", ["Rook said no.\r\nShe left."], id="text"),
        pytest.param("Rook said “no”.".encode("utf-16"), ["Rook said “no”."], id="utf-16"),
        pytest.param(b"\n\nRook said no.", ["\n\nRook said no."], id="blank-lines-first"),
        pytest.param(b"[Music] ROOK: No.", ["[Music] ROOK: No."], id="bracket"),
        pytest.param(b"{Rook said no.}", ["{Rook said no.}"], id="brace"),
        pytest.param(PAGE.encode(), ["The mayor, Ada Rook, said the dam would stay shut."], id="html"),
        pytest.param(
            PAGE.encode("utf-16"), ["The mayor, Ada Rook, said the dam would stay shut."], id="html-utf-16"
        ),
        pytest.param(b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."], id="json-lines"),
        pytest.param(b'\xef\xbb\xbf{"text": "One."}', ["One."], id="json-line-bom"),
        pytest.param(
            b'\n{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."], id="json-lines-after-a-blank"
        ),
        pytest.param(b'{\n  "text": "One."\n}', ["One."], id="json-object"),
        pytest.param(b'[\n{"text": "One."}, {"text": "Two."}]', ["One.", "Two."], id="json-list"),
        pytest.param(b'{"text": "One."\n{"text": "Two."}\n', [None, "Two."], id="json-lines-broken-at-once"),
        pytest.param(b"", [None], id="empty"),
        pytest.param(b"%PDF-1.7", [None], id="pdf"),
        pytest.param(b"a" * 5001, [None], id="too-large"),
        pytest.param(b"a\n" * 2501, [None], id="too-large-in-lines"),
    ],
)
def test_standard_input(data: bytes, texts: list[str | None]) -> None:
    found = list(read(["-", "-"], stdin=io.BytesIO(data), max_bytes=5000))
    assert [getattr(article, "text", None) for article in found] == texts
    assert count(["-"]) is None


def test_standard_input_gives_lines_as_they_come() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "Again."}\n'
            buffer[: len(line)] = line
            return len(line)

    found = read(["-"], stdin=io.BufferedReader(Endless(), 64))
    assert [next(found) for _ in range(3)] == [Article(f"-:{number}", "Again.") for number in (1, 2, 3)]


def test_folder_as_standard_input() -> None:
    class Folder(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    assert str(only("-", stdin=Folder())) == "-: is a directory; check the path"


def test_trafilatura_is_imported_for_html_alone(folder: Path) -> None:
    code = (
        "import sys; from quotetrack.ingest import read;"
        "list(read(['b.txt', 'c.md', 'lines.jsonl', 'none']));"
        "print(*({'trafilatura', 'charset_normalizer', 'urllib.request'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="/"), max_size=8), max_size=3))
def test_any_name(names: list[str]) -> None:
    missing = [f"no-such-folder/{name}" for name in names]
    found = list(read(missing))
    assert len(found) == len(missing)
    assert all(isinstance(error, InputError) and str(error).encode("utf-8") for error in found)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        pytest.param("2024-02-22_dam-report.txt", dt.date(2024, 2, 22), id="name begins with a date"),
        pytest.param("2024-02-22.md", dt.date(2024, 2, 22), id="name is a date"),
        pytest.param("2024-02-31_dam.txt", None, id="no such day"),
        pytest.param("2024-02-221.txt", None, id="a longer number"),
        pytest.param("dam-2024-02-22.txt", dt.date(2024, 2, 22), id="name ends with a date"),
        pytest.param("post_2024-02-22_dam.txt", dt.date(2024, 2, 22), id="date within a name"),
        pytest.param("dam-2024-02-22-to-2024-02-25.txt", None, id="two dates"),
    ],
)
def test_date_in_file_name(tmp_path: Path, name: str, date: dt.date | None) -> None:
    path = tmp_path / name
    path.write_text("The dam is safe, she said.")
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    assert article.date == date


@settings(deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))
    ),
    st.sampled_from([".txt", ".md", ".html", ".jsonl", ".json", ".log", ""]),
)
def test_any_bytes_in_any_file(data: bytes, ending: str) -> None:
    with tempfile.NamedTemporaryFile(suffix=ending) as file:
        file.write(data)
        file.flush()
        found = [*read([file.name]), *read(["-"], stdin=io.BytesIO(data))]
    assert found
    for one in found:
        words = str(one) if isinstance(one, InputError) else one.text
        assert words.strip() and words.encode("utf-8")
        assert isinstance(one, Article) or "\n" not in words


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1, max_size=300)
)
def test_a_text_is_never_changed(text: str) -> None:
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(text.encode())
        file.flush()
        [found] = read([file.name])
    if isinstance(found, Article):
        assert found.text == text
    else:
        assert (
            not text.strip() or "English" in str(found) or text.startswith(("%PDF-", "PK\x03\x04", "{\\rtf"))
        )
