"""How a command ends, and how its numbers are told."""

from __future__ import annotations

from quotetrack.errors import QuotetrackError

FOUND, NOTHING, FAILED = 0, 1, 2
"""Exit codes."""


class NothingFoundError(QuotetrackError):
    """What was asked for is not there, which is an answer rather than an error."""

    exit_code = NOTHING


def count(number: int, noun: str) -> str:
    """ "1 statement", "2,000 statements"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
