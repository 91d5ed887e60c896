"""What is decided about single statements: they are none, or somebody else's, or right as they are.

The last decision that fits a statement holds. It follows the statement by its words when the article is read
again, or comes with another text.
"""

from __future__ import annotations

import json
from dataclasses import replace

from quotetrack.model import Speaker, as_spans
from quotetrack.store.connection import Connection
from quotetrack.store.decisions import Attribute, Confirm, Made, Reject, Where, Who
from quotetrack.store.identity import key_of
from quotetrack.store.log import about_article, articles_of, mark
from quotetrack.store.matching import Words, likest, places, wording
from quotetrack.store.whom import row_for, row_of


def settle_statements(connection: Connection, article_id: int) -> None:
    """Finds the statements that decisions about this article mean now, and lays down what was decided."""
    for sql in (
        "DELETE FROM verdicts WHERE statement_id IN (SELECT id FROM statements WHERE article_id = ?)",
        "DELETE FROM decided_voices WHERE statement_id IN (SELECT id FROM statements WHERE article_id = ?)",
    ):
        connection.write(sql, [article_id])
    made = about_article(connection, article_id)
    if not made:
        return
    find = _Finder(connection, article_id)
    last: dict[int, Made] = {}
    whose: dict[int, Made] = {}
    for one in made:
        assert isinstance(one.decision, Attribute | Reject | Confirm)
        found = find(one.decision.statement)
        mark(connection, one, fits=found is not None)
        if found is not None:
            last[found] = one
            if not isinstance(one.decision, Reject):
                whose[found] = one
    for statement_id, one in last.items():
        rejected = isinstance(one.decision, Reject)
        attributed = statement_id in whose and _attribute(connection, statement_id, whose[statement_id])
        connection.write(
            "INSERT INTO verdicts VALUES (?, ?, ?, ?)",
            [statement_id, rejected, attributed, one.id],
        )


def find_statement(connection: Connection, place: Where) -> int | None:
    """The statement that a decision means, or None where there is none any more."""
    for article_id in articles_of(connection, place.article):
        found = _Finder(connection, article_id)(place)
        if found is not None:
            return found
    return None


def rejections_of(connection: Connection, statement_id: int) -> list[Made]:
    """The decisions in force that a statement is none."""
    row = connection.row("SELECT article_id FROM statements WHERE id = ?", [statement_id])
    if row is None:
        return []
    find = _Finder(connection, row["article_id"])
    made = about_article(connection, row["article_id"])
    return [
        one
        for one in made
        if isinstance(one.decision, Reject) and find(one.decision.statement) == statement_id
    ]


class _Finder:
    """Finds statements of one article: by where their words stand, or by these where its text has changed."""

    def __init__(self, connection: Connection, article_id: int) -> None:
        article = connection.row("SELECT text, sha256 FROM articles WHERE id = ?", [article_id])
        assert article is not None
        self._text, self._sha = article["text"], article["sha256"]
        self._rows = connection.rows(
            "SELECT id, text, spans FROM statements WHERE article_id = ? ORDER BY position", [article_id]
        )
        self._places: list[Words] | None = None
        self._wordings: list[Words] | None = None

    def __call__(self, place: Where) -> int | None:
        if place.article == self._sha:
            if self._places is None:
                self._places = [places(self._text, as_spans(json.loads(row["spans"]))) for row in self._rows]
            found = likest(places(self._text, place.spans), self._places)
        else:
            if self._wordings is None:
                self._wordings = [wording(row["text"]) for row in self._rows]
            found = likest(wording(place.text), self._wordings)
        return None if found is None else int(self._rows[found]["id"])


def _attribute(connection: Connection, statement_id: int, made: Made) -> bool:
    """Lays down whose a statement is; whether it is no more whose it was found to be.

    Where not all are known of whom somebody said that it is theirs, it is nobody's until they are: a name that
    was taken away does not come back.
    """
    assert isinstance(made.decision, Attribute | Confirm)
    found = [(who, _row(connection, who, made.decision.statement)) for who in made.decision.speakers]
    if any(row is None for _, row in found):
        mark(connection, made, fits=False)
        return isinstance(made.decision, Attribute)
    computed = {
        row["speaker_id"]: row
        for row in connection.rows(
            "SELECT speaker_id, name, role FROM voices WHERE statement_id = ? AND part = 'speaker'",
            [statement_id],
        )
    }
    for ord_, (who, row) in enumerate(found):
        assert row is not None
        # Where the article names them itself, it is in its words.
        name, role = (computed[row]["name"], computed[row]["role"]) if row in computed else (who.name, None)
        key = key_of(Speaker(name, who.type))
        connection.write(
            "INSERT INTO decided_voices VALUES (?, 'speaker', ?, ?, ?, ?, ?, ?)",
            [statement_id, ord_, row, name, key, role, made.id],
        )
    return True


def _row(connection: Connection, who: Who, place: Where) -> int | None:
    """Whom the decision means: of several of one name, who is heard in the statement's article."""
    row = row_for(connection, who)
    if row is None and not (who.articles or who.split_at):
        row = row_of(connection, replace(who, articles=(place.article,)))
    return row
