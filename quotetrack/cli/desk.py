"""A terminal at which a person answers with single keys, and now and then with a line."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, TextIO

from quotetrack.errors import UsageError

# What keys send that are no characters: arrows, function keys.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~])")

QUIT = "q"
BACK = "esc"


class Desk(Protocol):
    """What somebody is asked at; tests sit at one of their own."""

    def clear(self) -> None:
        """Begins a new page."""

    def say(self, line: str) -> None:
        """Shows a line."""

    def key(self) -> str:
        """The next key: a character, or ``BACK``; ``QUIT`` when there will be no more."""

    def line(self, prompt: str, complete: Callable[[str], Sequence[str]]) -> str:
        """A line that is typed, which Tab completes; empty when there is none."""


class Terminal:
    """The terminal that this program runs in; a context manager that leaves it as it was."""

    def __init__(self) -> None:
        """Takes standard input and output.

        Raises:
            UsageError: they are no terminal.
        """
        try:
            import termios
        except ImportError:  # not a POSIX system
            termios = None  # type: ignore[assignment]
        if not (termios and sys.stdin.isatty() and sys.stdout.isatty()):
            raise UsageError("nobody to ask: this needs a terminal; elsewhere use attribute and reject")
        self._termios = termios
        self._out: TextIO = sys.stdout
        self._in = sys.stdin.fileno()
        self._before: list[Any] = termios.tcgetattr(self._in)
        self._pending: list[str] = []

    def __enter__(self) -> Self:
        self._listen()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        return tuple(shutil.get_terminal_size())  # type: ignore[return-value]

    def clear(self) -> None:
        """Begins a new page; on a terminal that cannot clear its screen, behind an empty line."""
        self._out.write("\n" if os.environ.get("TERM", "dumb") == "dumb" else "\x1b[H\x1b[2J")

    def say(self, line: str) -> None:
        """Shows a line, or as many as it takes."""
        self._out.write(textwrap.fill(line, self.size[0] - 1, drop_whitespace=False) + "\n")

    def key(self) -> str:
        """The next key; keys that send more than a character, such as arrows, are passed over."""
        self._out.flush()
        while not self._pending:
            pressed = os.read(self._in, 64).decode(errors="replace")
            if not pressed:
                return QUIT
            self._pending.extend(_SEQUENCE.sub("", pressed))
        key = self._pending.pop(0)
        return {"\x1b": BACK, "\x03": QUIT, "\x04": QUIT}.get(key, key)

    def line(self, prompt: str, complete: Callable[[str], Sequence[str]]) -> str:
        """A line that is typed, which Tab completes; empty on Ctrl-C and Ctrl-D too."""
        import readline

        found: list[str] = []

        def completion(words: str, number: int) -> str | None:
            if number == 0:
                found[:] = complete(words)
            return found[number] if number < len(found) else None

        readline.set_completer(completion)
        readline.set_completer_delims("")  # names have blanks in them
        readline.parse_and_bind("tab: complete")
        self._out.flush()
        self._restore()
        try:
            return input(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            self.say("")
            return ""
        finally:
            self._listen()

    def _listen(self) -> None:
        """Has each key arrive at once and unseen; Ctrl-C is a key like any other."""
        termios = self._termios
        wanted = termios.tcgetattr(self._in)
        wanted[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG)
        termios.tcsetattr(self._in, termios.TCSADRAIN, wanted)

    def _restore(self) -> None:
        self._termios.tcsetattr(self._in, self._termios.TCSADRAIN, self._before)
