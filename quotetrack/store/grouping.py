"""What is decided about speakers: they are one, are not one, or are called otherwise.

These decisions are applied one after another (``replay``) to whom the statements name after what was decided
about them singly. Where an article only brings more of what they have dealt with already, it is enough to go
through that article (``settle_splits``).
"""

from __future__ import annotations

import json

from quotetrack.model import Speaker
from quotetrack.store.connection import Connection
from quotetrack.store.decisions import Alias, Made, Merge, Rename, Split, Who
from quotetrack.store.identity import key_of
from quotetrack.store.log import about_speakers, articles_of, mark
from quotetrack.store.verdicts import find_statement, settle_statements
from quotetrack.store.whom import (
    apart,
    apart_from,
    group_of,
    head_of,
    make,
    name_key,
    namesakes,
    row_for,
    row_of,
)


def replay(connection: Connection) -> None:
    """Applies all decisions about speakers anew, in their order."""
    moved = split_articles(connection)
    for sql in (
        "DELETE FROM decided_speakers",
        "DELETE FROM decided_names",
        "DELETE FROM splits",
        "DELETE FROM kept_apart",
    ):
        connection.write(sql)
    for article_id in moved:
        settle_statements(connection, article_id)
    for made in about_speakers(connection):
        mark(connection, made, fits=_apply(connection, made))


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


def split_articles(connection: Connection) -> set[int]:
    """The articles in which something is said by another because of a split."""
    rows = connection.rows(
        """
        SELECT DISTINCT s.article_id FROM decided_voices AS d
            JOIN decisions AS m ON m.id = d.decision_id AND m.action = 'split'
            JOIN statements AS s ON s.id = d.statement_id
        """
    )
    return {row["article_id"] for row in rows}


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
            bearers = namesakes(connection, Who(name, speaker.type))
            if len(bearers) == 1:
                _join(connection, head, head_of(connection, bearers[0]["id"]), made)
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
    head = _leave(connection, made, split, head, freed, rest, chosen)
    if split.to.key in {apart(name_key(connection, member)) for member in rest}:
        target: int | None = _namesake(connection, split.to, made)
    else:
        target = row_for(connection, split.to)
    if target in rest:  # articles, or a list of people, give the name to whoever is left
        target = _namesake(connection, split.to, made)
    if target is None:
        return False
    new = head_of(connection, target)
    _call(connection, new, split.to.name, made, unless_called=True)
    _name(connection, new, split.to.name, split.to)
    for member in freed:
        _join(connection, new, head_of(connection, member), made)
    connection.write("INSERT INTO kept_apart VALUES (?, ?)", [head, new])
    rules, found_all = _rules(connection, split, rest, target, chosen)
    for rule in rules:
        values = {"key": None, "article_id": None, "statement_id": None, "to_id": target, **rule}
        values["decision_id"] = made.id
        connection.write(
            "INSERT INTO splits VALUES (:speaker_id, :key, :article_id, :statement_id, :to_id, :decision_id)",
            values,
        )
        _settle_split(connection, values)
    return found_all


def _leave(
    connection: Connection,
    made: Made,
    split: Split,
    head: int,
    freed: list[int],
    rest: list[int],
    chosen: set[str],
) -> int:
    """Takes those who are freed, and the names that were chosen, out of a group; who is its head now."""
    for key in chosen:
        connection.write(
            "DELETE FROM decided_names WHERE key = ? AND speaker_id IN (SELECT value FROM json_each(?))",
            [key, json.dumps([*freed, *rest])],
        )
    called = connection.row("SELECT called FROM decided_speakers WHERE speaker_id = ?", [head])
    for member in freed:
        connection.write("DELETE FROM decided_speakers WHERE speaker_id = ?", [member])
    if head in rest:
        return head
    # Whoever is left goes on without it, under the name that was decided for all of them.
    for member in rest:
        _join(connection, rest[0], member, made)
    sql = "UPDATE OR IGNORE decided_names SET speaker_id = ? WHERE speaker_id = ?"
    connection.write(sql, [rest[0], head])
    if called and called["called"] and Who(called["called"], split.speaker.type).key not in chosen:
        _call(connection, rest[0], called["called"], made)
    return rest[0]


def _rules(
    connection: Connection, split: Split, rest: list[int], target: int, chosen: set[str]
) -> tuple[list[dict[str, object]], bool]:
    """Which words of those who are left are the target's, and whether all of the places were found."""
    articles = {sha: articles_of(connection, sha) for sha in split.articles}
    statements = [find_statement(connection, place) for place in split.statements]
    target_key = name_key(connection, target)
    rules: list[dict[str, object]] = []
    for member in rest:
        rules += [{"speaker_id": member, "key": key} for key in sorted(chosen)]
        if chosen and target_key == apart(target_key):  # nor the other way round
            rules.append({"speaker_id": target, "key": name_key(connection, member), "to_id": member})
        rules += [{"speaker_id": member, "article_id": i} for ids in articles.values() for i in ids]
        rules += [{"speaker_id": member, "statement_id": i} for i in statements if i is not None]
    return rules, all(articles.values()) and None not in statements


def _settle_split(connection: Connection, rule: dict[str, object], article_id: int | None = None) -> None:
    where = """
        (:key IS NULL OR n.key = :key) AND (:statement_id IS NULL OR s.id = :statement_id)
        AND (:article_id IS NULL OR s.article_id = :article_id) AND (:here IS NULL OR s.article_id = :here)
    """
    parameters = {**rule, "here": article_id}
    connection.write(
        f"""
        INSERT OR REPLACE INTO decided_voices
        SELECT v.statement_id, v.part, v.ord, :to_id, v.name, n.key, v.role, :decision_id
        FROM standing_voices AS v JOIN statements AS s ON s.id = v.statement_id
            JOIN aliases AS n ON n.speaker_id = v.speaker_id AND n.name = v.name
        WHERE v.speaker_id = :speaker_id AND {where}
        """,  # noqa: S608
        parameters,
    )
    connection.write(
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
        connection.write(
            "UPDATE decided_speakers SET stands_for = speaker_id WHERE speaker_id = ?",
            [head],
        )
        return
    connection.write("UPDATE decided_speakers SET stands_for = ? WHERE stands_for = ?", [head, other])
    connection.write("INSERT OR REPLACE INTO decided_speakers VALUES (?, ?, NULL, ?)", [other, head, made.id])


def _call(connection: Connection, head: int, name: str, made: Made, *, unless_called: bool = False) -> None:
    connection.write(
        """
        INSERT INTO decided_speakers VALUES (:id, :id, :name, :made)
        ON CONFLICT (speaker_id) DO UPDATE SET called = :name, decision_id = :made
            WHERE NOT :unless OR called IS NULL
        """,
        {"id": head, "name": name, "made": made.id, "unless": unless_called},
    )


def _name(connection: Connection, speaker_id: int, name: str, who: Who) -> None:
    connection.write(
        "INSERT OR IGNORE INTO decided_names VALUES (?, ?, ?, 'decided')",
        [speaker_id, name, key_of(Speaker(name, who.type))],
    )


def _namesake(connection: Connection, who: Who, made: Made) -> int:
    """The speaker whom this decision made out of a namesake; the same one however often it is applied."""
    key = apart_from(who, made.at.isoformat())
    row = connection.row("SELECT id FROM speakers WHERE key = ? AND type IS ?", [key, who.type])
    return int(row["id"]) if row else make(connection, who, key)


def _bears(connection: Connection, head: int, who: Who) -> bool:
    """Whether articles call one who stands for this speaker by the name."""
    if who.articles or who.split_at:
        return False
    sql = "SELECT 1 FROM aliases WHERE key = ? AND speaker_id IN (SELECT value FROM json_each(?))"
    return connection.row(sql, [who.key, json.dumps(group_of(connection, head))]) is not None


def _keys_of(connection: Connection, speaker_id: int) -> set[str]:
    """The folded names that the articles give a speaker; where none does any more, the one it is known by."""
    rows = connection.rows("SELECT DISTINCT key FROM aliases WHERE speaker_id = ?", [speaker_id])
    return {row["key"] for row in rows} or {apart(name_key(connection, speaker_id))}
