from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from test_render import DENIED, SPLIT

from quotetrack.render.picture import write_svg


def test_the_same_rows_give_the_same_picture(tmp_path: Path) -> None:
    one, two = tmp_path / "one.svg", tmp_path / "two.svg"
    for path in (one, two):
        write_svg([SPLIT, DENIED], path, title="quotetrack timeline", width=80)
    assert one.read_bytes() == two.read_bytes()


def test_a_picture_is_whole_and_loads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"
    write_svg([SPLIT], path, title="quotetrack who Rook")
    svg = path.read_text(encoding="utf-8")
    ET.fromstring(svg)
    assert "url(http" not in svg and "@font-face" not in svg and "https://cdn" not in svg
    assert "[sic].”" in svg.replace("&#160;", " ")
    assert "quotetrack&#160;who&#160;Rook" in svg or "quotetrack who Rook" in svg
