"""The command line: parse, call one function that returns data, render.

Data goes to standard output, all else to standard error. Exit codes are ripgrep's: 0 found, 1 nothing found,
2 an error, and 130 after Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from quotetrack.cli.application import application
from quotetrack.errors import AmbiguousSpeakerError, QuotetrackError
from quotetrack.render import clean

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; every foreseeable error becomes one line on standard error.

    Args:
        arguments: the words after ``quotetrack``; those of this process by default.
    """
    _take_any_character()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()  # while a reader who has gone away can still be told from an error
        return code
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except KeyboardInterrupt:
        return _complain("interrupted; articles that were done are kept whole", 130)
    except QuotetrackError as error:
        _complain(str(error))
        if isinstance(error, AmbiguousSpeakerError):
            for candidate in error.candidates:
                print(f"  {clean(candidate)}", file=sys.stderr)
        return error.exit_code
    except typer.TyperException as error:
        return _complain(_usage(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}; see that it is there, may be used and has room")


def _run(arguments: list[str]) -> int:
    group = application()
    try:
        with group.make_context("quotetrack", arguments) as context:
            return group.invoke(context) or 0
    except typer.Exit as end:
        return end.exit_code


def _usage(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "quotetrack"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see {command} --help"


def _complain(line: str, code: int = 2) -> int:
    print(f"quotetrack: {clean(line)}", file=sys.stderr)
    return code


def _take_any_character() -> None:
    """Has standard output write a character that it cannot encode as an escape, rather than fail half-way."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def _silence_stdout() -> None:
    """Lets what is still buffered vanish, so that the interpreter's last flush does not complain either."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # no real file behind it
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
