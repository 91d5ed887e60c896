"""What the tests of the store are about: an invented article, and statements made by naming their words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from quotetrack.model import Analysis, Article, Mention, Span, Speaker, Statement

DAM = (
    'Mayor Ada Rook said the dam would hold. "We tried everything," Rook told Wei Lan, "and it works." '
    "Officials denied that the old weapons depot had flooded. The Harbour Times reported new floods."
)
ROOK = Speaker("Ada Rook", "person", "Mayor")
WEI = Speaker("Wei Lan", "person")
TIMES = Speaker("The Harbour Times", "organization")
OFFICIALS = Speaker("Officials", "group")
DAY = dt.date(2024, 3, 5)


def mention(text: str, *words: str) -> Mention:
    return Mention.at(text, tuple(Span(at, at + len(w)) for w in words if (at := text.index(w)) >= 0))


def statement(article: Article, *words: str, **fields: Any) -> Statement:
    content = mention(article.text, *words)
    given = {"kind": "indirect", "act": "speech", "polarity": "affirmed", **fields}
    return Statement(article=article.id, text=content.text, spans=content.spans, **given)


def dam(**fields: Any) -> Analysis:
    """The article about the dam, with a statement of each sort."""
    article = Article(**{"id": "dam.txt", "text": DAM, "title": "Dam will hold", "date": DAY, **fields})
    dated = {"date": article.date, "date_basis": "article"} if article.date else {}
    return Analysis(
        article,
        (
            statement(
                article,
                "the dam would hold",
                cue=mention(DAM, "said"),
                source=mention(DAM, "Mayor Ada Rook"),
                speakers=(ROOK,),
                confidence=0.9,
                **dated,
            ),
            statement(
                article,
                '"We tried everything,"',
                '"and it works."',
                kind="direct",
                speakers=(ROOK,),
                addressees=(WEI,),
                **dated,
            ),
            statement(
                article,
                "the old weapons depot had flooded",
                act="belief",
                polarity="denied",
                speakers=(OFFICIALS,),
                via=(TIMES,),
                within=3,
                confidence=0.25,
            ),
            statement(article, "new floods", act="evidence", speakers=(TIMES,), **dated),
        ),
    )


def said(words: str, *speakers: Speaker, given: str, day: dt.date | None = None, **fields: Any) -> Analysis:
    """An article that is one statement."""
    article = Article(id=given, text=words, date=day, **fields)
    dated = {"date": day, "date_basis": "article"} if day else {}
    return Analysis(article, (statement(article, words, speakers=speakers, **dated),))
