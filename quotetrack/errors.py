"""Everything that quotetrack reports as an error: one tree, an exit code each.

A message says what went wrong, where, and what to do about it, in one line. Nothing below the command line
prints or exits: it raises one of these, and ``quotetrack.cli`` turns it into one line on standard error.
"""

from __future__ import annotations


class QuotetrackError(Exception):
    """The root of the tree; ``str(error)`` is the one line that a user reads."""

    exit_code = 2


class InputError(QuotetrackError):
    """An article, or a gold annotation, that cannot be read."""


class UsageError(QuotetrackError):
    """Arguments that do not make sense: an unknown date, a statement id that is not there."""


class AmbiguousSpeakerError(UsageError):
    """A name that several speakers bear; ``candidates`` says which.

    Attributes:
        candidates: one line for each speaker that was meant perhaps, best first.
    """

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class StoreError(QuotetrackError):
    """A database that cannot be opened, read or written."""


class ModelError(QuotetrackError):
    """The tagger's files are missing or damaged."""
