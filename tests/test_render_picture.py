from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rich.cells import cell_len
from test_render import DENIED, SPLIT

from quotetrack.render.picture import write_svg


def test_the_same_rows_give_the_same_picture(tmp_path: Path) -> None:
    one, two = tmp_path / "one.svg", tmp_path / "two.svg"
    for path in (one, two):
        write_svg([SPLIT, DENIED], path, title="quotetrack timeline", width=80)
    assert one.read_bytes() == two.read_bytes()


def test_runs_begin_and_end_with_words(tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"
    write_svg([SPLIT, DENIED], path, title="quotetrack timeline")
    runs = re.findall(
        r'x="([\d.]+)" y="[\d.]+" textLength="([\d.]+)"[^>]*>([^<\n]+)<', path.read_text(encoding="utf-8")
    )
    assert len(runs) > 10
    for x, length, words in runs:
        words = html.unescape(words)
        assert words == words.strip()
        assert float(length) == pytest.approx(12.2 * cell_len(words), abs=0.1)
        assert float(x) % 12.2 == pytest.approx(0, abs=0.1) or float(x) % 12.2 == pytest.approx(12.2, abs=0.1)


def test_a_picture_is_whole_and_loads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"
    write_svg([SPLIT], path, title="quotetrack who Rook")
    svg = path.read_text(encoding="utf-8")
    ET.fromstring(svg)
    assert "url(http" not in svg and "@font-face" not in svg and "https://cdn" not in svg
    assert "[sic].”" in svg.replace("&#160;", " ")
    assert "quotetrack&#160;who&#160;Rook" in svg or "quotetrack who Rook" in svg
