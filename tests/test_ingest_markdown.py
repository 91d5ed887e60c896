"""What a Markdown file says of its article."""

from __future__ import annotations

import datetime as dt

import pytest

from quotetrack.ingest.markdown import article
from quotetrack.model import Article

FRONT = '---\ntitle: "Pier: to close"\ndate: 2024-03-04\nlayout: post\nPublisher: Quay Post\nauthor: I. Pelk\n---\n'


def given(text: str, **facts: object) -> Article:
    return Article("a.md", text, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param("# Pier *to* close #\n\nIt shut.", {"title": "Pier *to* close"}, id="heading"),
        pytest.param("\n\n# Pier to close", {"title": "Pier to close"}, id="heading-alone"),
        pytest.param("It shut.\n\n# Later", {}, id="heading-further-down"),
        pytest.param("#hashtag\n", {}, id="no-heading"),
        pytest.param(
            FRONT + "\n# Pier\n\nIt shut.",
            {
                "title": "Pier: to close",
                "date": dt.date(2024, 3, 4),
                "publisher": "Quay Post",
                "author": "I. Pelk",
            },
            id="front-matter",
        ),
        pytest.param(FRONT.replace("\n", "\r\n").replace("title", "x"), {
            "date": dt.date(2024, 3, 4), "publisher": "Quay Post", "author": "I. Pelk"}, id="crlf"),
        pytest.param("---\ndate: 2024-03-04T08:00:00\n---\n# Pier", {"title": "Pier", "date": dt.date(2024, 3, 4)},
                     id="heading-below"),
        pytest.param("---\ndate: soon\ntitle:\n---\nIt shut.", {}, id="nothing-usable"),
        pytest.param("---\ntitle: Pier\n\nIt shut.", {}, id="never-closed"),
        pytest.param("It shut.\n---\ntitle: Pier\n---\n", {}, id="not-at-the-front"),
    ],
)  # fmt: skip
def test_article(text: str, facts: dict[str, object]) -> None:
    assert article(text, "a.md") == given(text, **facts)
