"""The command line: parse, call one function that returns data, render.

Data goes to standard output, all else to standard error. Exit codes are ripgrep's: 0 found, 1 nothing found,
2 an error, and 130 after Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code.

    Args:
        arguments: the words after ``quotetrack``; those of this process by default.
    """
    try:
        from quotetrack.cli.program import run  # here, since Ctrl-C may come while all else is being imported

        return run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            print(file=sys.stderr)  # behind the ^C that the terminal shows
        print("quotetrack: interrupted; what was done is kept whole", file=sys.stderr)
        return 130
