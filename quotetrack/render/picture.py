"""The timeline as a picture, for pages that cannot show a terminal."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME, TerminalTheme

from quotetrack.render.look import Look
from quotetrack.render.timeline import timeline
from quotetrack.store.records import StoredStatement

# rich's picture would load its font from the network whenever it is looked at.
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)

# Where a run of words begins or ends with spaces, not every viewer gives them their width.
_RUN = re.compile(
    r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>'
    r"((?:&#160;|\u00a0)*)([^<]*?)((?:&#160;|\u00a0)*)</text>"
)


def write_svg(
    rows: Iterable[StoredStatement],
    path: Path,
    *,
    title: str,
    width: int = 80,
    theme: TerminalTheme = SVG_EXPORT_THEME,
) -> None:
    """Writes the timeline of ``rows`` as SVG: the same rows always give the same file.

    Args:
        rows: what to show.
        path: the file to write.
        title: what stands in the window's bar, such as the command that prints this.
        width: the columns of the terminal.
        theme: its colours.
    """
    console = Console(
        file=io.StringIO(), record=True, width=width, color_system="256", force_terminal=True, _environ={}
    )
    for line in timeline(rows, Look(width=width, color=True, terminal=True)):
        console.print(line, soft_wrap=True, end="\n")
    svg = console.export_svg(title=title, theme=theme, unique_id="timeline")
    path.write_text(_RUN.sub(_without_spaces_around, _FONT.sub("", svg)), encoding="utf-8")


def _without_spaces_around(run: re.Match[str]) -> str:
    x, y, length, more, before, words, after = run.groups()
    if not words.strip():
        return run[0]
    spaces, cells, more_spaces = (cell_len(html.unescape(part)) for part in (before, words, after))
    width = float(length) / (spaces + cells + more_spaces)
    left = float(x) + spaces * width
    return f'x="{left:g}" y="{y}" textLength="{cells * width:g}"{more}>{words}</text>'
