"""Decisions in force: laid over the computed rows, which they never change.

Everything that is laid down can be made again from the log and the computed rows: first what is decided about
statements (``verdicts``), then about speakers (``grouping``), and out of both what everybody reads, the table
``heard`` and the view ``known_names``. ``in_force`` brackets whatever changes computed rows or the log, and
afterwards does what of this is needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from quotetrack.store.connection import Connection
from quotetrack.store.grouping import replay, settle_splits, split_articles
from quotetrack.store.log import articles_of, hashes_of, keys, naming, telling_speakers_by
from quotetrack.store.verdicts import settle_statements


@dataclass(slots=True)
class Touched:
    """What was touched.

    Attributes:
        articles: whose statements or voices changed, or what was decided about them.
        gone: the hashes of those that were removed.
        bereft: speakers who may have nothing to say any more.
        speakers: whether anything was decided about speakers.
    """

    articles: set[int] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    bereft: set[int] = field(default_factory=set)
    speakers: bool = False


@contextmanager
def in_force(connection: Connection) -> Iterator[Touched]:
    """Decisions hold again after whatever is done inside, which adds to what it is given what it touched."""
    before, standing = _bearings(connection), _standing(connection)
    touched = Touched()
    yield touched
    for sha in touched.gone:
        connection.write("UPDATE decisions SET fits = 0 WHERE article = ?", [sha])
        touched.articles.update(articles_of(connection, sha))
    hashes = {sha for article_id in touched.articles for sha in hashes_of(connection, article_id)}
    articles = touched.articles | telling_speakers_by(connection, hashes | touched.gone)
    borne = {key for _, key, *_ in before ^ _bearings(connection)}
    if borne:
        for key, told in naming(connection).items():
            if key in borne:
                articles.update(i for sha in told for i in articles_of(connection, sha))
    for article_id in articles:
        settle_statements(connection, article_id)
    # Whom a statement is attributed to may be new, and of a name that a decision about speakers means.
    borne.update(key for _, key, *_ in before ^ _bearings(connection))
    if touched.speakers or not (hashes | borne).isdisjoint(keys(connection)):
        articles |= split_articles(connection)
        _replay(connection)
        articles |= split_articles(connection)
    else:
        for article_id in articles:
            settle_splits(connection, article_id)
    _settle_names(connection)
    changed = standing ^ _standing(connection)
    _settle_heard(connection, articles, {speaker_id for speaker_id, _ in changed})


def rebuild(connection: Connection) -> None:
    """Makes all that follows from the decisions anew, as if nothing had been laid down yet."""
    articles = {row["id"] for row in connection.rows("SELECT id FROM articles")}
    connection.write("UPDATE decisions SET fits = 0")
    for article_id in articles:
        settle_statements(connection, article_id)
    _replay(connection)
    _settle_names(connection)
    _settle_heard(connection, articles, ())


def _replay(connection: Connection) -> None:
    """Applies the decisions about speakers; once more where that made somebody whom an earlier one means."""
    before = _bearings(connection)
    replay(connection)
    if _bearings(connection) != before:
        replay(connection)


def _settle_names(connection: Connection) -> None:
    """Gives names to those whom decisions let speak, and hides one whose bearer no statement calls so any more."""
    for sql in (
        "DELETE FROM decided_names WHERE why <> 'decided'",
        """
        INSERT OR IGNORE INTO decided_names
        SELECT DISTINCT v.speaker_id, v.name, '', 'lost' FROM voices AS v
        WHERE v.statement_id IN (SELECT statement_id FROM decided_voices UNION SELECT statement_id FROM verdicts)
            AND NOT EXISTS (
                SELECT 1 FROM standing_voices AS w WHERE w.speaker_id = v.speaker_id AND w.name = v.name
            )
        """,
        # A name that whoever it was taken from still bears is not passed on: it would no longer tell who is meant.
        """
        INSERT OR IGNORE INTO decided_names
        SELECT DISTINCT d.speaker_id, d.name, d.key, 'taken' FROM decided_voices AS d
            LEFT JOIN voices AS v USING (statement_id, part, ord)
        WHERE v.name IS NOT d.name OR v.speaker_id = d.speaker_id OR EXISTS (
            SELECT 1 FROM decided_names AS l WHERE l.speaker_id = v.speaker_id AND l.name = v.name AND l.why = 'lost'
        )
        """,
    ):
        connection.write(sql)


def _settle_heard(connection: Connection, articles: Iterable[int], speakers: Iterable[int]) -> None:
    """Makes anew what is read: in these articles, and wherever these speakers are named."""
    rows = connection.rows(
        """
        SELECT id FROM statements WHERE article_id IN (SELECT value FROM json_each(:articles))
        UNION SELECT statement_id FROM voices WHERE speaker_id IN (SELECT value FROM json_each(:speakers))
        UNION SELECT statement_id FROM decided_voices
            WHERE speaker_id IN (SELECT value FROM json_each(:speakers))
        """,
        {"articles": json.dumps(sorted(articles)), "speakers": json.dumps(sorted(speakers))},
    )
    statements = json.dumps([row["id"] for row in rows])
    for sql in (
        "DELETE FROM heard WHERE statement_id IN (SELECT value FROM json_each(?))",
        """
        INSERT INTO heard
        SELECT v.statement_id, v.part, v.ord, ifnull(m.stands_for, v.speaker_id), ifnull(h.called, v.name),
            v.role, CASE WHEN m.stands_for <> v.speaker_id THEN m.decision_id END,
            CASE WHEN h.called <> v.name THEN h.decision_id END
        FROM standing_voices AS v
            LEFT JOIN decided_speakers AS m ON m.speaker_id = v.speaker_id
            LEFT JOIN decided_speakers AS h ON h.speaker_id = m.stands_for
        WHERE v.statement_id IN (SELECT value FROM json_each(?))
        """,
        """
        INSERT INTO heard
        SELECT v.statement_id, v.part, v.ord, ifnull(m.stands_for, v.speaker_id), ifnull(h.called, v.name),
            v.role, v.decision_id, CASE WHEN h.called <> v.name THEN h.decision_id END
        FROM decided_voices AS v
            LEFT JOIN decided_speakers AS m ON m.speaker_id = v.speaker_id
            LEFT JOIN decided_speakers AS h ON h.speaker_id = m.stands_for
        WHERE v.statement_id IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = v.statement_id AND rejected)
        """,
    ):
        connection.write(sql, [statements])


def _bearings(connection: Connection) -> set[tuple[object, ...]]:
    """All rows on which it depends whom decisions mean: each with what it is, and its key."""
    rows = connection.rows(
        """
        WITH wanted (key) AS (SELECT value FROM json_each(?))
        SELECT 'speaker', p.key, p.id, p.type, p.article_id FROM wanted JOIN speakers AS p USING (key)
        UNION ALL SELECT 'alias', a.key, a.speaker_id, a.name, p.type
            FROM wanted JOIN aliases AS a USING (key) JOIN speakers AS p ON p.id = a.speaker_id
        UNION ALL SELECT 'article', a.sha256, a.id, NULL, NULL
            FROM wanted JOIN articles AS a ON a.sha256 = wanted.key
        UNION ALL SELECT 'former', t.sha256, t.article_id, NULL, NULL
            FROM wanted JOIN former_texts AS t ON t.sha256 = wanted.key
        """,
        [json.dumps(sorted(keys(connection) | naming(connection).keys()))],
    )
    return set(map(tuple, rows))


def _standing(connection: Connection) -> set[tuple[int, tuple[object, ...]]]:
    """Whom every speaker about whom something was decided stands for, how that one is called, and why."""
    rows = connection.rows(
        """
        SELECT m.speaker_id, m.stands_for, m.decision_id AS why, h.called, h.decision_id AS why_called
        FROM decided_speakers AS m LEFT JOIN decided_speakers AS h ON h.speaker_id = m.stands_for
        """
    )
    return {(row["speaker_id"], tuple(row)) for row in rows}
