from __future__ import annotations

import dataclasses

import pytest
from rich.cells import cell_len
from test_render import ARTICLE, SPEAKER, written

from quotetrack import render
from quotetrack.render import Look

PLAIN = Look(width=80, color=False, terminal=True)
MINISTRY = dataclasses.replace(
    SPEAKER,
    id=11,
    name="Ministry [of] Water",
    type="organization",
    aliases=(),
    roles=(),
    statements=1,
    first=None,
    last=None,
)


def test_speakers() -> None:
    expected = """\
id  statements              seen                 speaker
 3          42  ██████████  Jan 2022 – Feb 2023  Ada Rook  harbour commissioner,
                                                 2023-02-22
                                                 also Rook, A. Rook
11           1  ▎                                Ministry [of] Water
                                                 organization
"""
    assert written(render.write_speakers, [SPEAKER, MINISTRY], "pretty", look=PLAIN) == expected


def test_articles() -> None:
    bare = dataclasses.replace(ARTICLE, id=20, title=None, date=None, publisher=None, statements=120)
    expected = """\
id  date          statements  article
 1  22 Feb 2023            2  The dam vote
                              Coast News · dam.txt
20  date unknown         120  dam.txt
"""
    assert written(render.write_articles, [ARTICLE, bare], "pretty", look=PLAIN) == expected


@pytest.mark.parametrize(
    ("given", "shown"),
    [("a/long/way/down/dam.txt", "dam.txt"), ("https://c.example/2024/dam", "https://c.example/2024/dam")],
    ids=["file", "address"],
)
def test_an_article_with_a_title_needs_no_folders(given: str, shown: str) -> None:
    lines = written(render.write_articles, [dataclasses.replace(ARTICLE, given=given)], "pretty", look=PLAIN)
    assert lines.splitlines()[-1].strip() == f"Coast News · {shown}"


def test_figures_are_aligned_to_the_right() -> None:
    expected = """\
kind    precision    F1
direct       95.2  94.1
mixed           –   7.0
"""
    rows = [["direct", "95.2", "94.1"], ["mixed", "–", "7.0"]]
    assert written(render.write_table, ["kind", "precision", "F1"], rows, "pretty", look=PLAIN) == expected


@pytest.mark.parametrize("width", [80, 120])
def test_long_words_wrap_in_the_last_column(width: int) -> None:
    long = dataclasses.replace(ARTICLE, title="Dam " * 60, given="x" * 200)
    speaker = dataclasses.replace(SPEAKER, aliases=("Rook",) * 40)
    look = Look(width=width, color=False, terminal=True)
    shown = written(render.write_articles, [long], "pretty", look=look)
    shown += written(render.write_speakers, [speaker], "pretty", look=look)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert shown.count("Dam") == 60
