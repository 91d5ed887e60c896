"""One line on standard error that says how far a batch is."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self

from quotetrack.render import clean

_BAR = 24


class Progress:
    """A bar that is drawn only on a terminal; a context manager that wipes it away at the end.

    Whatever else is printed meanwhile goes between ``clear`` and the next ``step``.
    """

    def __init__(self, total: int | None) -> None:
        """Takes how many steps there are, if that is known."""
        self._total = total
        self._done = 0
        self._shown = sys.stderr.isatty() and total != 1

    def __enter__(self) -> Self:
        self._draw("")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, name: str) -> None:
        """Counts one more and shows what it was."""
        self._done += 1
        self._draw(name)

    def clear(self) -> None:
        """Wipes the line."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _draw(self, name: str) -> None:
        if not self._shown:
            return
        whole = ""
        if self._total:
            filled = min(_BAR, _BAR * self._done // self._total)
            whole = f"{'━' * filled}{'╌' * (_BAR - filled)} "
        counted = f"{self._done}/{self._total}" if self._total else str(self._done)
        line = f"{whole}{counted} {clean(name)}"[: shutil.get_terminal_size().columns - 1]
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
