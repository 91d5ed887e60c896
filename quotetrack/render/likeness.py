"""For an output that cannot take every character: likenesses stand in for what its encoding lacks."""

from __future__ import annotations

import codecs
import io
from typing import TextIO

_LIKENESS = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("–—─·", "-"),
    **dict.fromkeys("█▉▊▋▌▍▎▏", "#"),
    **{
        "│": "|",
        "●": "*",
        "◐": "+",
        "○": "o",
        "…": "...",
        "⟦": "[[",
        "⟧": "]]",
        "⟨": "<",
        "⟩": ">",
        "✓": "[x]",
    },
    "\N{NO-BREAK SPACE}": " ",
}


def allow(out: TextIO) -> None:
    """Lets ``out`` write a likeness, or ``?`` where there is none, instead of raising UnicodeEncodeError."""
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(errors=_NAME)


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_LIKENESS.get(char, "?") for char in error.object[error.start : error.end]), error.end


_NAME = "quotetrack.likeness"
codecs.register_error(_NAME, _replace)
