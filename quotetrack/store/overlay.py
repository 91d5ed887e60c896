"""What decisions do: laid over the computed rows, which they never change.

Everything here can be made again from the log and the computed rows. Two kinds of decision lie over each other:

1. About a statement: it is none, or somebody else's. The last one that fits a statement holds. They follow it
   by its words when its article is read again (``settle_statements``).
2. About speakers: they are one, not one, or called otherwise. These are applied in their order to whom the
   statements name after the first kind (``replay``), or, where an article only brings more of what they have
   dealt with already, to that article alone (``settle_splits``).

``in_force`` brackets whatever changes computed rows or the log, and afterwards does what of this is needed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from quotetrack.model import Speaker, as_spans
from quotetrack.store.connection import Connection, Parameters
from quotetrack.store.decisions import (
    Alias,
    Attribute,
    Confirm,
    Made,
    Merge,
    OfSpeakers,
    Reject,
    Rename,
    Split,
    Where,
    Who,
    from_record,
    mentioned,
)
from quotetrack.store.identity import key_of
from quotetrack.store.matching import Words, likest, places, wording

_WITNESSES = 8  # articles by which a speaker is told: one is enough, but may be removed
_APART = "\n"  # ends the key that tells a speaker who was split off from a namesake; no name folds to it

_STATEMENT_ACTIONS = (Attribute.action, Reject.action, Confirm.action)


@dataclass(slots=True)
class Touched:
    """What was touched: articles that are there now, hashes of those that are not, decisions about speakers."""

    articles: set[int] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    speakers: bool = False


@contextmanager
def in_force(connection: Connection) -> Iterator[Touched]:
    """Decisions hold again after whatever is done inside, which adds to what it is given what it touched."""
    before, standing = _bearings(connection), _standing(connection)
    touched = Touched()
    yield touched
    for sha in touched.gone:
        _write(connection, "UPDATE decisions SET fits = 0 WHERE article = ?", [sha])
        touched.articles.update(articles_of(connection, sha))
    hashes = {sha for article_id in touched.articles for sha in hashes_of(connection, article_id)}
    articles = touched.articles | _telling_speakers_by(connection, hashes | touched.gone)
    for article_id in articles:
        settle_statements(connection, article_id)
    if touched.speakers or before != _bearings(connection) or not hashes.isdisjoint(_keys(connection)):
        articles |= _split_articles(connection)
        replay(connection)
        articles |= _split_articles(connection)
    else:
        for article_id in articles:
            settle_splits(connection, article_id)
    _settle_names(connection)
    changed = standing ^ _standing(connection)
    _settle_heard(connection, articles, {speaker_id for speaker_id, _ in changed})


def rebuild(connection: Connection) -> None:
    """Makes all that follows from the decisions anew, as if nothing had been laid down yet."""
    articles = {row["id"] for row in connection.rows("SELECT id FROM articles")}
    _write(connection, "UPDATE decisions SET fits = 0")
    for article_id in articles:
        settle_statements(connection, article_id)
    replay(connection)
    _settle_names(connection)
    _settle_heard(connection, articles, ())


def log(connection: Connection, conditions: str = "", parameters: Parameters = ()) -> list[Made]:
    """The decisions that meet the conditions, a constant ``WHERE`` clause, oldest first."""
    rows = connection.rows(" ".join(["SELECT * FROM decisions", conditions, "ORDER BY id"]), parameters)
    return [
        Made(
            id=row["id"],
            at=dt.datetime.fromisoformat(row["made_at"]),
            decision=from_record(json.loads(row["data"])),
            undone=row["undone_at"] is not None,
            fits=bool(row["fits"]),
        )
        for row in rows
    ]


def head_of(connection: Connection, speaker_id: int) -> int:
    """The speaker that this one stands for, most often itself."""
    row = connection.row("SELECT stands_for FROM decided_speakers WHERE speaker_id = ?", [speaker_id])
    return int(row["stands_for"]) if row else speaker_id


def group_of(connection: Connection, head: int) -> list[int]:
    """All who stand for this speaker, itself first."""
    rows = connection.rows(
        "SELECT speaker_id FROM decided_speakers WHERE stands_for = ? AND speaker_id <> stands_for"
        " ORDER BY speaker_id",
        [head],
    )
    return [head, *(row["speaker_id"] for row in rows)]


def row_of(connection: Connection, who: Who) -> int | None:
    """The speaker's row that a decision means, or None where there is none or several might be meant.

    It is the one known by this very name: of this type, else the only one whatever its type. An alias is not
    enough, as another article's "Rook" may be another Rook; but where the article is known, it is.
    """
    if who.split_at:
        rows = connection.rows(
            "SELECT id FROM speakers WHERE key = ? AND type IS ?", [_apart_from(who, who.split_at), who.type]
        )
    elif who.articles:
        rows = connection.rows(
            """
            SELECT p.id FROM speakers AS p
            WHERE p.type IS :type AND p.id IN (
                SELECT id FROM speakers WHERE key = :key UNION SELECT speaker_id FROM aliases WHERE key = :key
            ) AND EXISTS (
                SELECT 1 FROM voices AS v JOIN statements AS s ON s.id = v.statement_id
                WHERE v.speaker_id = p.id AND s.article_id IN (SELECT value FROM json_each(:articles))
            )
            """,
            {
                "key": who.key,
                "type": who.type,
                "articles": json.dumps([i for sha in who.articles for i in articles_of(connection, sha)]),
            },
        )
    else:
        rows = connection.rows(
            "SELECT id, type FROM speakers WHERE key = ? AND article_id IS NULL", [who.key]
        )
        rows = [row for row in rows if row["type"] == who.type] or rows
    return int(rows[0]["id"]) if len(rows) == 1 else None


def who_is(connection: Connection, speaker_id: int, called: str) -> Who:
    """A speaker in words that mean it wherever its articles are; ``row_of`` reads them."""
    row = connection.row("SELECT name, type, key, article_id FROM speakers WHERE id = ?", [speaker_id])
    assert row is not None
    who = Who(row["name"], row["type"], called=called if called != row["name"] else None)
    if row["key"] == who.key and row["article_id"] is None:
        return who
    *_, split_at = row["key"].partition(_APART)
    if split_at:
        return replace(who, split_at=split_at)
    articles = connection.rows(
        "SELECT DISTINCT a.sha256 FROM voices AS v JOIN statements AS s ON s.id = v.statement_id"
        " JOIN articles AS a ON a.id = s.article_id WHERE v.speaker_id = ? ORDER BY a.id",
        [speaker_id],
    )
    told = [replace(who, articles=(article["sha256"],)) for article in articles]
    hashes = [one.articles[0] for one in told if row_of(connection, one) == speaker_id]
    return replace(who, articles=tuple(hashes[:_WITNESSES]))


def row_for(connection: Connection, who: Who) -> int | None:
    """The speaker's row of just this name and type, made where it is not there; None for an unknown namesake."""
    if who.articles or who.split_at:
        return row_of(connection, who)
    row = connection.row(
        "SELECT id FROM speakers WHERE key = ? AND type IS ? AND article_id IS NULL", [who.key, who.type]
    )
    return int(row["id"]) if row else _make(connection, who, who.key)


def apart(key: str) -> str:
    """The name's part of a speaker's key."""
    return key.partition(_APART)[0]


def settle_statements(connection: Connection, article_id: int) -> None:
    """Finds the statements that decisions about this article mean now, and lays down what was decided."""
    for sql in (
        "DELETE FROM verdicts WHERE statement_id IN (SELECT id FROM statements WHERE article_id = ?)",
        "DELETE FROM decided_voices WHERE statement_id IN (SELECT id FROM statements WHERE article_id = ?)",
    ):
        _write(connection, sql, [article_id])
    made = _about_article(connection, article_id)
    if not made:
        return
    find = _Finder(connection, article_id)
    last: dict[int, Made] = {}
    whose: dict[int, Made] = {}
    for one in made:
        assert isinstance(one.decision, Attribute | Reject | Confirm)
        found = find(one.decision.statement)
        _mark(connection, one, fits=found is not None)
        if found is not None:
            last[found] = one
            if not isinstance(one.decision, Reject):
                whose[found] = one
    for statement_id, one in last.items():
        rejected = isinstance(one.decision, Reject)
        attributed = statement_id in whose and _attribute(connection, statement_id, whose[statement_id])
        _write(
            connection,
            "INSERT INTO verdicts VALUES (?, ?, ?, ?)",
            [statement_id, rejected, attributed, one.id],
        )


def settle_splits(connection: Connection, article_id: int | None = None) -> None:
    """Gives to those who were split off what is theirs, in one article or in all."""
    rules = connection.rows(
        "SELECT * FROM splits"
        if article_id is None
        else """
        SELECT * FROM splits WHERE speaker_id IN (SELECT to_id FROM splits)
            OR speaker_id IN (SELECT v.speaker_id FROM voices AS v JOIN statements AS s
                ON s.id = v.statement_id WHERE s.article_id = ?)
            OR speaker_id IN (SELECT v.speaker_id FROM decided_voices AS v JOIN statements AS s
                ON s.id = v.statement_id WHERE s.article_id = ?)
        """,
        () if article_id is None else (article_id, article_id),
    )
    for rule in rules:
        _settle_split(connection, dict(rule), article_id)


def replay(connection: Connection) -> None:
    """Applies all decisions about speakers anew, in their order."""
    moved = _split_articles(connection)
    for sql in (
        "DELETE FROM decided_speakers",
        "DELETE FROM decided_names",
        "DELETE FROM splits",
        "DELETE FROM kept_apart",
    ):
        _write(connection, sql)
    for article_id in moved:
        settle_statements(connection, article_id)
    for made in _about_speakers(connection):
        _mark(connection, made, fits=_apply(connection, made))


# --- about speakers


def _apply(connection: Connection, made: Made) -> bool:
    """Does what a decision about speakers says; whether all whom it names were found."""
    match made.decision:
        case Merge(into, others, names):
            return _merge(connection, made, into, others, names)
        case Split():
            return _split(connection, made, made.decision)
        case Rename(speaker, name) | Alias(speaker, name):
            row = row_of(connection, speaker)
            if row is None:
                return False
            head = head_of(connection, row)
            if isinstance(made.decision, Rename):
                _call(connection, head, name, made)
            _name(connection, head, name, speaker)
            namesake = connection.row(
                "SELECT id FROM speakers WHERE key = ? AND type IS ? AND article_id IS NULL",
                [Who(name, speaker.type).key, speaker.type],
            )
            if namesake is not None:
                _join(connection, head, head_of(connection, namesake["id"]), made)
            return True
    raise AssertionError(made)


def _merge(
    connection: Connection, made: Made, into: Who, others: tuple[Who, ...], names: tuple[str, ...]
) -> bool:
    found = {who: row_of(connection, who) for who in (into, *others)}
    rows = [row for row in found.values() if row is not None]
    if not rows:
        return False
    head = head_of(connection, rows[0])
    _call(connection, head, into.called or into.name, made)
    for name in names:
        _name(connection, head, name, into)
    for row in rows[1:]:
        _join(connection, head, head_of(connection, row), made)
    # One that is no more may be one of its names by now.
    return all(row is not None or _bears(connection, head, who) for who, row in found.items())


def _split(connection: Connection, made: Made, split: Split) -> bool:
    row = row_of(connection, split.speaker)
    if row is None:
        return False
    head = head_of(connection, row)
    group = group_of(connection, head)
    chosen = {key_of(Speaker(name, split.speaker.type)) for name in split.names}
    freed = [member for member in group if _keys_of(connection, member) <= chosen]
    rest = [member for member in group if member not in freed]
    if not rest:
        return False
    for key in chosen:
        _write(
            connection,
            "DELETE FROM decided_names WHERE key = ? AND speaker_id IN (SELECT value FROM json_each(?))",
            [key, json.dumps(group)],
        )
    called = connection.row("SELECT called FROM decided_speakers WHERE speaker_id = ?", [head])
    for member in freed:
        _write(connection, "DELETE FROM decided_speakers WHERE speaker_id = ?", [member])
    if head in freed:  # whoever is left goes on without it, under the name that was decided for all of them
        for member in rest:
            _join(connection, rest[0], member, made)
        sql = "UPDATE OR IGNORE decided_names SET speaker_id = ? WHERE speaker_id = ?"
        _write(connection, sql, [rest[0], head])
        if called and called["called"] and Who(called["called"], split.speaker.type).key not in chosen:
            _call(connection, rest[0], called["called"], made)
        head = rest[0]
    if split.to.key in {apart(_key(connection, member)) for member in rest}:
        target: int | None = _namesake(connection, split.to, made)
    else:
        target = row_for(connection, split.to)
    if target is None or target in rest:
        return False
    new = head_of(connection, target)
    _call(connection, new, split.to.called or split.to.name, made, unless_called=True)
    _name(connection, new, split.to.name, split.to)
    for member in freed:
        _join(connection, new, head_of(connection, member), made)
    _write(connection, "INSERT INTO kept_apart VALUES (?, ?)", [head, new])
    found_all = True
    rules: list[dict[str, object]] = []
    for member in rest:
        rules += [{"speaker_id": member, "key": key} for key in sorted(chosen)]
        if chosen and _APART not in _key(connection, target):  # nor the other way round
            rules.append({"speaker_id": target, "key": _key(connection, member), "to_id": member})
        for sha in split.articles:
            ids = articles_of(connection, sha)
            found_all &= bool(ids)
            rules += [{"speaker_id": member, "article_id": i} for i in ids]
        for place in split.statements:
            found = find_statement(connection, place)
            found_all &= found is not None
            if found is not None:
                rules.append({"speaker_id": member, "statement_id": found})
    for rule in rules:
        values = {"key": None, "article_id": None, "statement_id": None, "to_id": target, **rule}
        values["decision_id"] = made.id
        _write(
            connection,
            "INSERT INTO splits VALUES (:speaker_id, :key, :article_id, :statement_id, :to_id, :decision_id)",
            values,
        )
        _settle_split(connection, values)
    return found_all


def _settle_split(connection: Connection, rule: dict[str, object], article_id: int | None = None) -> None:
    where = """
        (:key IS NULL OR n.key = :key) AND (:statement_id IS NULL OR s.id = :statement_id)
        AND (:article_id IS NULL OR s.article_id = :article_id) AND (:here IS NULL OR s.article_id = :here)
    """
    parameters = {**rule, "here": article_id}
    _write(
        connection,
        f"""
        INSERT OR REPLACE INTO decided_voices
        SELECT v.statement_id, v.part, v.ord, :to_id, v.name, n.key, v.role, :decision_id
        FROM standing_voices AS v JOIN statements AS s ON s.id = v.statement_id
            JOIN aliases AS n ON n.speaker_id = v.speaker_id AND n.name = v.name
        WHERE v.speaker_id = :speaker_id AND {where}
        """,  # noqa: S608
        parameters,
    )
    _write(
        connection,
        f"""
        UPDATE decided_voices AS n SET speaker_id = :to_id, decision_id = :decision_id
        WHERE speaker_id = :speaker_id AND decision_id < :decision_id
            AND EXISTS (SELECT 1 FROM statements AS s WHERE s.id = n.statement_id AND {where})
        """,  # noqa: S608
        parameters,
    )


def _join(connection: Connection, head: int, other: int, made: Made) -> None:
    """Has all who stand for ``other`` stand for ``head``."""
    if head == other:
        _write(
            connection,
            "UPDATE decided_speakers SET stands_for = speaker_id WHERE speaker_id = ?",
            [head],
        )
        return
    _write(connection, "UPDATE decided_speakers SET stands_for = ? WHERE stands_for = ?", [head, other])
    _write(
        connection, "INSERT OR REPLACE INTO decided_speakers VALUES (?, ?, NULL, ?)", [other, head, made.id]
    )


def _call(connection: Connection, head: int, name: str, made: Made, *, unless_called: bool = False) -> None:
    _write(
        connection,
        """
        INSERT INTO decided_speakers VALUES (:id, :id, :name, :made)
        ON CONFLICT (speaker_id) DO UPDATE SET called = :name, decision_id = :made
            WHERE NOT :unless OR called IS NULL
        """,
        {"id": head, "name": name, "made": made.id, "unless": unless_called},
    )


def _name(connection: Connection, speaker_id: int, name: str, who: Who) -> None:
    _write(
        connection,
        "INSERT OR IGNORE INTO decided_names VALUES (?, ?, ?, 'decided')",
        [speaker_id, name, key_of(Speaker(name, who.type))],
    )


def rejections_of(connection: Connection, statement_id: int) -> list[Made]:
    """The decisions in force that a statement is none."""
    row = connection.row("SELECT article_id FROM statements WHERE id = ?", [statement_id])
    if row is None:
        return []
    find = _Finder(connection, row["article_id"])
    made = _about_article(connection, row["article_id"])
    return [
        one
        for one in made
        if isinstance(one.decision, Reject) and find(one.decision.statement) == statement_id
    ]


def _bears(connection: Connection, head: int, who: Who) -> bool:
    """Whether articles call one who stands for this speaker by the name."""
    if who.articles or who.split_at:
        return False
    sql = "SELECT 1 FROM aliases WHERE key = ? AND speaker_id IN (SELECT value FROM json_each(?))"
    return connection.row(sql, [who.key, json.dumps(group_of(connection, head))]) is not None


def _key(connection: Connection, speaker_id: int) -> str:
    row = connection.row("SELECT key FROM speakers WHERE id = ?", [speaker_id])
    assert row is not None
    return str(row["key"])


def _keys_of(connection: Connection, speaker_id: int) -> set[str]:
    """The folded names that the articles give a speaker; where none does any more, the one it is known by."""
    rows = connection.rows("SELECT DISTINCT key FROM aliases WHERE speaker_id = ?", [speaker_id])
    return {row["key"] for row in rows} or {apart(_key(connection, speaker_id))}


def _namesake(connection: Connection, who: Who, made: Made) -> int:
    """The speaker whom this decision made out of a namesake; the same one however often it is applied."""
    key = _apart_from(who, made.at.isoformat())
    row = connection.row("SELECT id FROM speakers WHERE key = ? AND type IS ?", [key, who.type])
    return int(row["id"]) if row else _make(connection, who, key)


def _apart_from(who: Who, split_at: str) -> str:
    return who.key + _APART + split_at


def _make(connection: Connection, who: Who, key: str) -> int:
    return _write(
        connection, "INSERT INTO speakers (name, type, key) VALUES (?, ?, ?)", [who.name, who.type, key]
    )


# --- about statements


def find_statement(connection: Connection, place: Where) -> int | None:
    """The statement that a decision means, or None where there is none any more."""
    for article_id in articles_of(connection, place.article):
        found = _Finder(connection, article_id)(place)
        if found is not None:
            return found
    return None


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
    """Lays down whose a statement is; whether all of them are known here."""
    assert isinstance(made.decision, Attribute | Confirm)
    found = [(who, row_for(connection, who)) for who in made.decision.speakers]
    if any(row is None for _, row in found):
        _mark(connection, made, fits=False)
        return False
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
        _write(
            connection,
            "INSERT INTO decided_voices VALUES (?, 'speaker', ?, ?, ?, ?, ?, ?)",
            [statement_id, ord_, row, name, key, role, made.id],
        )
    return True


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
        _write(connection, sql)


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
        _write(connection, sql, [statements])


# --- the log


def _about_speakers(connection: Connection) -> list[Made]:
    return log(connection, "WHERE undone_at IS NULL AND article IS NULL")


def _about_article(connection: Connection, article_id: int) -> list[Made]:
    return log(
        connection,
        "WHERE undone_at IS NULL AND article IN (SELECT value FROM json_each(?))",
        [json.dumps(hashes_of(connection, article_id))],
    )


def _telling_speakers_by(connection: Connection, hashes: Iterable[str]) -> set[int]:
    """The articles with decisions that tell a speaker by one of these articles."""
    found: set[int] = set()
    for sha in hashes:
        rows = connection.rows(
            "SELECT DISTINCT article FROM decisions WHERE undone_at IS NULL AND article <> ?"
            " AND instr(data, ?)",
            [sha, sha],
        )
        found.update(i for row in rows for i in articles_of(connection, row["article"]))
    return found


def _keys(connection: Connection) -> set[str]:
    decisions = (made.decision for made in _about_speakers(connection))
    return {key for decision in decisions for key in mentioned(_of_speakers(decision))}


def _of_speakers(decision: object) -> OfSpeakers:
    assert isinstance(decision, Merge | Split | Rename | Alias)
    return decision


def _bearings(connection: Connection) -> list[tuple[object, ...]]:
    """All rows on which it depends what decisions about speakers do."""
    keys = json.dumps(sorted(_keys(connection)))
    rows = connection.rows(
        """
        WITH wanted (key) AS (SELECT value FROM json_each(?))
        SELECT 'speaker', p.id, p.key, p.type, p.article_id FROM wanted JOIN speakers AS p USING (key)
        UNION ALL SELECT 'alias', a.speaker_id, a.key, a.name, NULL FROM wanted JOIN aliases AS a USING (key)
        UNION ALL SELECT 'article', a.id, a.sha256, NULL, NULL
            FROM wanted JOIN articles AS a ON a.sha256 = wanted.key
        UNION ALL SELECT 'former', t.article_id, t.sha256, NULL, NULL
            FROM wanted JOIN former_texts AS t ON t.sha256 = wanted.key
        """,
        [keys],
    )
    return sorted(map(tuple, rows), key=repr)


def _standing(connection: Connection) -> set[tuple[int, tuple[object, ...]]]:
    """Whom every speaker about whom something was decided stands for, how that one is called, and why."""
    rows = connection.rows(
        """
        SELECT m.speaker_id, m.stands_for, m.decision_id AS why, h.called, h.decision_id AS why_called
        FROM decided_speakers AS m LEFT JOIN decided_speakers AS h ON h.speaker_id = m.stands_for
        """
    )
    return {(row["speaker_id"], tuple(row)) for row in rows}


def _split_articles(connection: Connection) -> set[int]:
    """The articles in which something is said by another because of a split."""
    rows = connection.rows(
        """
        SELECT DISTINCT s.article_id FROM decided_voices AS d
            JOIN decisions AS m ON m.id = d.decision_id AND m.action = 'split'
            JOIN statements AS s ON s.id = d.statement_id
        """
    )
    return {row["article_id"] for row in rows}


def hashes_of(connection: Connection, article_id: int) -> list[str]:
    """The hashes of the texts that an article has and had."""
    rows = connection.rows(
        "SELECT sha256 FROM articles WHERE id = :id UNION"
        " SELECT sha256 FROM former_texts WHERE article_id = :id",
        {"id": article_id},
    )
    return [row["sha256"] for row in rows]


def articles_of(connection: Connection, sha256: str) -> list[int]:
    """The articles that have, or else had, the text of this hash."""
    for sql in (
        "SELECT id FROM articles WHERE sha256 = ?",
        "SELECT article_id AS id FROM former_texts WHERE sha256 = ? ORDER BY article_id",
    ):
        found = [int(row["id"]) for row in connection.rows(sql, [sha256])]
        if found:
            return found
    return []


def _mark(connection: Connection, made: Made, *, fits: bool) -> None:
    _write(connection, "UPDATE decisions SET fits = ? WHERE id = ? AND fits <> ?", [fits, made.id, fits])


def _write(connection: Connection, sql: str, parameters: Parameters = ()) -> int:
    with connection.reporting():
        return int(connection.raw.execute(sql, parameters).lastrowid or 0)
