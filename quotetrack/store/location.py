"""Where the store lies when nobody says."""

from __future__ import annotations

import os
from pathlib import Path


def locate(db: Path | None = None) -> Path:
    """The store's path: ``db``, else ``$QUOTETRACK_DB``, else ``quotetrack.db`` in the user's data folder.

    Nothing is made: ``Store.open`` does that.
    """
    named = db or os.environ.get("QUOTETRACK_DB")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # here, since most commands in scripts name the store

    return user_data_path("quotetrack", appauthor=False) / "quotetrack.db"
