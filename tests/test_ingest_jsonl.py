"""From JSON to articles."""

from __future__ import annotations

import datetime as dt
import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.errors import InputError
from quotetrack.ingest import Overrides
from quotetrack.ingest.jsonl import articles, document, lines
from quotetrack.model import Article

PAGE = (
    "<html><head><title>Dam stays shut</title><meta name='date' content='2024-05-06'></head><body>"
    "<p>The mayor, Ada Rook, said the dam would stay shut.</p></body></html>"
)


def read(
    data: bytes, overrides: Overrides | None = None, max_bytes: int = 10_000
) -> list[Article | InputError]:
    return list(articles(lines(BytesIO(data), max_bytes), "a.jsonl", overrides or Overrides(), max_bytes))


def one(record: Any, overrides: Overrides | None = None) -> Article | InputError:
    (found,) = read(json.dumps(record).encode(), overrides)
    return found


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param({"text": "No."}, Article("a.jsonl:1", "No."), id="text-alone"),
        pytest.param({"text": " No.\r\n\n"}, Article("a.jsonl:1", " No.\r\n\n"), id="text-unchanged"),
        pytest.param({"text": "No.", "id": "x1", "url": "https://c.example/1"},
                     Article("x1", "No.", url="https://c.example/1"), id="id-before-url"),
        pytest.param({"text": "No.", "url": "https://c.example/1"},
                     Article("https://c.example/1", "No.", url="https://c.example/1"), id="url-as-id"),
        pytest.param({"text": "No.", "id": 7, "tags": ["x"]}, Article("7", "No."), id="number-as-id"),
        pytest.param(
            {"text": "No.", "title": "T", "date": "2024-05-06", "publisher": "P", "author": "A"},
            Article("a.jsonl:1", "No.", title="T", date=dt.date(2024, 5, 6), publisher="P", author="A"),
            id="everything",
        ),
        pytest.param({"text": "No.", "date": "2024-05-06T23:00:00Z"},
                     Article("a.jsonl:1", "No.", date=dt.date(2024, 5, 6)), id="date-with-time"),
        pytest.param({"text": "No.", "date": "", "title": None, "publisher": ["P"], "html": PAGE},
                     Article("a.jsonl:1", "No."), id="empty-fields-and-text-before-html"),
        pytest.param({"text": "No \ud83d\ude00 \ud800 \0."}, Article("a.jsonl:1", "No 😀 \ufffd \ufffd."),
                     id="lone-surrogate-and-zero"),
        pytest.param({"html": PAGE, "title": "Mine", "id": "x"},
                     Article("x", "The mayor, Ada Rook, said the dam would stay shut.", title="Mine",
                             date=dt.date(2024, 5, 6)), id="html-record-wins-over-page"),
    ],
)  # fmt: skip
def test_record(record: dict[str, Any], expected: Article) -> None:
    assert one(record) == expected


def test_overrides_win() -> None:
    given = Overrides(dt.date(2020, 1, 2), "T", "P", "https://c.example/mine")
    expected = Article(
        "x", "No.", title="T", date=dt.date(2020, 1, 2), publisher="P", url="https://c.example/mine"
    )
    record = {"id": "x", "text": "No.", "title": "t", "date": "some day", "publisher": "p", "url": "u"}
    assert one(record, given) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b'{"text": "No."', "broken JSON, expecting ',' delimiter at column 15", id="cut-off"),
        pytest.param(b"No.", "broken JSON", id="no-json"),
        pytest.param(b'["No."]', "not a JSON object", id="list"),
        pytest.param(b'{"body": "No."}', 'no words under "text" or "html"', id="no-text"),
        pytest.param(b'{"text": " "}', 'no words under "text" or "html"', id="empty-text"),
        pytest.param(b'{"text": 7}', 'no words under "text" or "html"', id="text-no-string"),
        pytest.param(b'{"html": "<p></p>"}', "no article text", id="empty-page"),
        pytest.param(
            b'{"text": "No.", "date": "6 May"}', 'the date "6 May" is not like 2023-02-22', id="date"
        ),
        pytest.param(
            b'{"text": "No.", "date": 1715000000}', "the date 1715000000 is not like", id="date-number"
        ),
        pytest.param(b'{"text": "\xff"}', "byte 10 is not valid UTF-8", id="not-utf-8"),
        pytest.param(b"[" * 9000, "JSON that cannot be read", id="nested-beyond-reason"),
        pytest.param(b'{"text": "' + b"x" * 10_000 + b'"}', "a line of more than 0.01 MB", id="too-long"),
    ],
)
def test_one_bad_line_among_good_ones(line: bytes, message: str) -> None:
    first, bad, last = read(b'\xef\xbb\xbf{"text": "One."}\n\n' + line + b'\n{"text": "Two."}')
    assert first == Article("a.jsonl:1", "One.")
    assert last == Article("a.jsonl:4", "Two.")
    assert isinstance(bad, InputError)
    assert str(bad).startswith("a.jsonl:3: ")
    assert message in str(bad)
    assert "\n" not in str(bad)


def test_no_lines() -> None:
    assert [str(error) for error in read(b"\n \n")] == ["a.jsonl: empty; there is nothing to read"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{\n "text": "One."\n}', [Article("a.json", "One.")], id="object"),
        pytest.param('[{"text": "One."},\n{"text": "Two.", "id": "x"}]',
                     [Article("a.json:1", "One."), Article("x", "Two.")],
                     id="list"),
        pytest.param('{"text": "One."}\n{"text": "Two."}\n',
                     [Article("a.json:1", "One."), Article("a.json:2", "Two.")],
                     id="lines-after-all"),
    ],
)  # fmt: skip
def test_document(text: str, expected: list[Article]) -> None:
    assert list(document(text, "a.json", Overrides())) == expected


def test_bad_record_in_a_list() -> None:
    first, bad, last = document('[{"text": "One."}, 7, {"text": "Two."}]', "a.json", Overrides())
    assert (first, last) == (Article("a.json:1", "One."), Article("a.json:3", "Two."))
    assert str(bad).startswith("a.json:2: not a JSON object; ")


@pytest.mark.parametrize("text", ["[]", '[{"text": "One."}', '{"text": "One."'])
def test_bad_document(text: str) -> None:
    with pytest.raises(InputError, match=r"^a\.json: "):
        list(document(text, "a.json", Overrides()))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=2),
)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["text", "title", "date", "url", "id", "publisher", "author"]), json_values
    )
)
def test_any_record(record: dict[str, Any]) -> None:
    found = one(record)
    if isinstance(found, Article):
        assert len(found.text) == len(json.loads(json.dumps(record["text"])))
        for value in (found.id, found.text, found.title, found.url, found.publisher, found.author):
            assert value is None or value.encode("utf-8")
