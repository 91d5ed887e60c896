"""The store: one SQLite file that keeps articles, the statements found in them, and who made them.

``Store`` is the way in; ``records`` holds what it takes and gives. Nothing is imported before it is needed: a
help page needs the records at most, reading needs the standard library's sqlite3, and sqlite_utils, by far
the slowest, is reached only where a schema is made or rows are written (``writing``).
"""

from typing import TYPE_CHECKING, Any

from quotetrack.store.records import (
    Filters,
    Outcome,
    Problem,
    SeenRole,
    StoredArticle,
    StoredSpeaker,
    StoredStatement,
    Suggestion,
)

if TYPE_CHECKING:
    from quotetrack.store.decisions import Made
    from quotetrack.store.location import locate
    from quotetrack.store.store import Store

__all__ = [
    "Filters",
    "Made",
    "Outcome",
    "Problem",
    "SeenRole",
    "Store",
    "StoredArticle",
    "StoredSpeaker",
    "StoredStatement",
    "Suggestion",
    "locate",
]


def __getattr__(name: str) -> Any:
    if name == "Store":
        from quotetrack.store.store import Store

        return Store
    if name == "locate":
        from quotetrack.store.location import locate

        return locate
    if name == "Made":
        from quotetrack.store.decisions import Made

        return Made
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
