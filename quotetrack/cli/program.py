"""One run of the program: every foreseeable error becomes one line on standard error and an exit code."""

from __future__ import annotations

import os
import sys

import typer

from quotetrack.cli.application import application
from quotetrack.errors import AmbiguousSpeakerError, QuotetrackError
from quotetrack.render import clean


def run(arguments: list[str]) -> int:
    """Runs the command that the arguments name and returns its exit code."""
    _prepare_streams()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()  # while a reader who has gone away can still be told from an error
        return code
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except QuotetrackError as error:
        _complain(str(error))
        if isinstance(error, AmbiguousSpeakerError):
            for candidate in error.candidates:
                print(f"  {clean(candidate)}", file=sys.stderr)
        return error.exit_code
    except typer.TyperException as error:
        return _complain(_usage(error))
    except OSError as error:
        if not error.filename:  # what is opened has a name: this was writing
            _silence_stdout()
        reason = error.strerror or str(error)
        return _complain(
            f"{error.filename or 'standard output'}: {reason[:1].lower()}{reason[1:]}; "
            "see that it may be used and has room"
        )


def _invoke(arguments: list[str]) -> int:
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


def _complain(line: str) -> int:
    print(f"quotetrack: {clean(line)}", file=sys.stderr)
    return QuotetrackError.exit_code


def _prepare_streams() -> None:
    """Has the output write a character that it cannot encode as an escape, rather than fail half-way.

    A stream that is closed (``quotetrack … >&-``) is replaced by one that leads nowhere: Python has None in its
    place, and the next file to be opened, such as the database, would get its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def _silence_stdout() -> None:
    """Lets what is still buffered vanish, so that the interpreter's last flush does not complain either."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # no real file behind it
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
