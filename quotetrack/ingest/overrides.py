"""What the user says of an article, which wins over what the article says of itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace

from quotetrack.model import Article


@dataclass(frozen=True, slots=True)
class Overrides:
    """Facts about the articles of a batch; a field that is None leaves what was read."""

    date: dt.date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None

    def over(self, article: Article) -> Article:
        """The article with these facts in place of its own."""
        return replace(article, **{name: value for name, value in asdict(self).items() if value is not None})
