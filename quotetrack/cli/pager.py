"""A pager for what is longer than the screen."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast


@contextmanager
def paged(out: TextIO, wanted: bool | None = None) -> Iterator[TextIO]:
    """What to write to so that ``out``, if it is a terminal, shows it page by page.

    Args:
        out: where it goes in the end; anything but a terminal is given back as it is.
        wanted: False never pages, True always; None does when there is more than fits the screen.

    Raises:
        BrokenPipeError: the reader has seen enough and quit the pager.
    """
    command = _command()
    if wanted is False or not command or not out.isatty():
        yield out
        return
    lines = 0 if wanted else shutil.get_terminal_size().lines - 1
    pages = _Pages(out, command, lines)
    try:
        yield cast(TextIO, pages)
    finally:
        pages.finish()


def _command() -> list[str]:
    """The words of ``$PAGER``, or less; nothing where there is no such program or the user wants none."""
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return []
    if not words or words == ["cat"] or not shutil.which(words[0]):
        return []
    # What $LESS holds may lack the option without which less shows colours as their codes.
    return [*words, "-R"] if Path(words[0]).name == "less" else words


class _Pages(io.TextIOBase):
    """Holds back a screenful; once there is more, hands it all to the pager, and the rest as it comes."""

    def __init__(self, out: TextIO, command: list[str], lines: int) -> None:
        self._out = out
        self._command = command
        self._lines = lines
        self._held: list[str] = []
        self._pager: subprocess.Popen[str] | None = None

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if self._pager:
            self._to_pager(text)
            return len(text)
        self._held.append(text)
        self._lines -= text.count("\n")
        if self._lines < 0:
            self._start()
        return len(text)

    def finish(self) -> None:
        """Shows what was held back, or waits until the reader has quit the pager."""
        if not self._pager:
            self._out.write("".join(self._held))
            return
        assert self._pager.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._pager.stdin.close()
        # Ctrl-C is the pager's from here on: less stays, and so must whoever started it.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._pager.wait()
        finally:
            signal.signal(signal.SIGINT, before)

    def _start(self) -> None:
        self._out.flush()
        self._pager = subprocess.Popen(  # noqa: S603 - the user's own pager
            self._command,
            stdin=subprocess.PIPE,
            encoding=self._out.encoding,
            errors="backslashreplace",
            env={"LESS": "FRX", "LV": "-c", **os.environ},
        )
        self._to_pager("".join(self._held))

    def _to_pager(self, text: str) -> None:
        assert self._pager is not None and self._pager.stdin is not None
        self._pager.stdin.write(text)
