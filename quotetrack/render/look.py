"""What the output can show: how wide it is, whether in colour, in which characters."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Look:
    """How to draw.

    Attributes:
        width: columns to wrap to; None never wraps, as in a pipe.
        color: whether escapes for colours and bold may be written.
        terminal: whether a person reads it on a terminal.
        unicode: whether the output takes every character; otherwise likenesses stand in (``"`` for ``“``).
        sixteen: whether there are no more than the 16 colours that every terminal with colours has.
    """

    width: int | None
    color: bool
    terminal: bool
    unicode: bool = True
    sixteen: bool = False

    @classmethod
    def detect(cls, out: TextIO, no_color: bool | None = None) -> Look:
        """The look that suits ``out``.

        Args:
            out: where the output will go.
            no_color: what the user asked for; None leaves it to the environment: ``NO_COLOR`` switches colour
                off, then ``FORCE_COLOR`` on, then ``TERM=dumb`` and anything but a terminal off.
        """
        terminal = out.isatty()
        encoding = (getattr(out, "encoding", None) or "utf-8").lower()
        color = _color(terminal) if no_color is None else not no_color
        return cls(
            width=_width(out, terminal),
            color=color,
            terminal=terminal,
            unicode=encoding.startswith("utf"),
            sixteen=color and _only_sixteen(),
        )


def _color(terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def _only_sixteen() -> bool:
    from rich.console import Console  # what is not drawn need not wait for it

    return Console(force_terminal=True).color_system not in ("256", "truecolor")


def _width(out: TextIO, terminal: bool) -> int | None:
    if not terminal:
        return None
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(out.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
