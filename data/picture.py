"""Makes ``data/timeline.svg``, the picture in the README, from the sample articles: ``python data/picture.py``."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from quotetrack import ingest
from quotetrack.model import Article
from quotetrack.pipeline import analyse
from quotetrack.render.picture import write_svg
from quotetrack.store import Filters, Store


def main() -> None:
    """Reads the samples into a store of their own and draws one speaker's surest statements."""
    here = Path(__file__).parent
    os.chdir(here.parent)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "db", create=True) as store:
        for article in ingest.read(["data/articles"]):
            if isinstance(article, Article):
                store.keep(analyse(article))
        speakers = tuple(speaker.id for speaker in store.match_speakers("Ilse Oduya"))
        rows = list(
            store.statements(Filters(speaker_ids=speakers, acts=("speech",), min_confidence=0.8, limit=10))
        )
        write_svg(rows, here / "timeline.svg", title='quotetrack who "Ilse Oduya"', width=88)


if __name__ == "__main__":
    main()
