"""Deciding: what a person asks for by ids becomes a decision in the log, in force at once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotetrack.errors import UsageError
from quotetrack.model import Speaker, as_spans
from quotetrack.store import asking, log, overlay, speaker_rows
from quotetrack.store.connection import Connection
from quotetrack.store.decisions import (
    Alias,
    Attribute,
    Confirm,
    Decision,
    Made,
    Merge,
    OfAStatement,
    Reject,
    Rename,
    Split,
    Where,
    Who,
    article_of,
    dumps,
    whom,
)
from quotetrack.store.identity import key_of
from quotetrack.store.query import LARGEST, bindable
from quotetrack.store.records import StoredSpeaker
from quotetrack.store.verdicts import find_statement, rejections_of
from quotetrack.store.whom import head_of, namesakes, who_is


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of decisions from elsewhere: in force now, waiting for what they are about, or known."""

    fit: int
    waiting: int
    known: int


class Decisions:
    """The log of decisions, and the way to make one: each method is one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- about speakers

    def merge(self, into: int, others: Iterable[int]) -> Made:
        """They are one, called as ``into``; all names and ids of the others find it.

        Raises:
            UsageError: they are one already.
        """
        kept, *rest = {known.id: known for known in map(self._speaker, (into, *others))}.values()
        if not rest:
            raise UsageError(f"{kept.name} is one speaker already; name another to merge with")
        names = dict.fromkeys(name for other in rest for name in (other.name, *other.aliases))
        others_told = tuple(self._who(other.id) for other in rest)
        return self._decide(Merge(self._who(kept.id), others_told, tuple(names)))

    def split(
        self,
        speaker: int,
        name: str,
        *,
        names: Sequence[str] = (),
        articles: Sequence[int] = (),
        statements: Sequence[int] = (),
    ) -> Made:
        """What a speaker says under these names, or in these places, is said by one called ``name``.

        Raises:
            UsageError: nothing would be split off, or nothing would be left.
        """
        known = self._speaker(speaker)
        if not (names or articles or statements):
            raise UsageError(f"nothing to split off {known.name}: say which names, articles or statements")
        for what, values in (("article", articles), ("statement", statements)):
            for value in values:
                if not self._heard(known.id, what, value):
                    raise UsageError(
                        f"{known.name} has no part in {what} {value}; there is nothing to split off"
                    )
        keys = {key_of(Speaker(alias, known.type)) for alias in (known.name, *known.aliases)}
        for alias in names:
            if key_of(Speaker(alias, known.type)) not in keys:
                raise UsageError(f"{alias!r} is no name of {known.name}; there is nothing to split off")
        return self._decide(
            Split(
                self._who(known.id),
                Who(_sayable(name), known.type),
                tuple(names),
                tuple(self._sha(article) for article in articles),
                tuple(map(self._where, statements)),
            ),
            refuse=f"nothing would be left of {known.name}; to call it otherwise: quotetrack rename {known.id}",
        )

    def rename(self, speaker: int, name: str) -> Made:
        """The speaker is called so from now on; the names that it had find it still.

        Raises:
            UsageError: it is called so already, or another speaker is.
        """
        known, name = self._speaker(speaker), _sayable(name)
        if name == known.name:
            raise UsageError(f"{name} is called so already")
        self._refuse_anothers(known, name)
        return self._decide(Rename(self._who(known.id), name))

    def alias(self, speaker: int, name: str) -> Made:
        """The name finds the speaker, and articles that are read later mean it by it.

        Raises:
            UsageError: it is a name of this speaker already, or another's.
        """
        known, name = self._speaker(speaker), _sayable(name)
        if name in (known.name, *known.aliases):
            raise UsageError(f"{name} is a name of {known.name} already")
        self._refuse_anothers(known, name)
        return self._decide(Alias(self._who(known.id), name))

    # --- about statements

    def attribute(self, statement: int, speakers: Sequence[int | Speaker]) -> Made:
        """The statement is theirs, who are known by their ids or are new; of none, it is nobody's.

        Raises:
            UsageError: there is no such statement or speaker.
        """
        told = [Who(_sayable(s.name), s.type) if isinstance(s, Speaker) else self._who(s) for s in speakers]
        return self._decide(Attribute(self._where(statement), tuple(dict.fromkeys(told))))

    def reject(self, statement: int) -> Made:
        """It is no statement: nothing but its id finds it any more.

        Raises:
            UsageError: there is no such statement.
        """
        return self._decide(Reject(self._where(statement)))

    def confirm(self, statement: int) -> Made:
        """It is a statement, and its speakers are right.

        Raises:
            UsageError: there is no such statement.
        """
        rows = self._connection.rows(
            "SELECT speaker_id FROM heard WHERE statement_id = ? AND part = 'speaker' ORDER BY ord",
            [statement],
        )
        told = dict.fromkeys(self._who(row["speaker_id"]) for row in rows)
        return self._decide(Confirm(self._where(statement), tuple(told)))

    def restore(self, statement: int) -> list[Made]:
        """Takes back that it is no statement.

        Raises:
            UsageError: there is no such statement, or nobody said that of it.
        """
        self._where(statement)
        with self._connection.transaction(), overlay.in_force(self._connection) as touched:
            rejections = rejections_of(self._connection, statement)
            if not rejections:
                raise UsageError(f"statement {statement} is not rejected")
            for made in rejections:
                self._take_back(made, touched)
        return rejections

    # --- the log

    def made(self, ids: Iterable[int] | None = None) -> list[Made]:
        """All decisions, or those of these numbers, newest first; also those that were taken back."""
        if ids is None:
            return log.read(self._connection)[::-1]
        wanted = [json.dumps(list(ids))]
        return log.read(self._connection, "WHERE id IN (SELECT value FROM json_each(?))", wanted)[::-1]

    def waiting(self) -> list[Made]:
        """The decisions that are not in force since what they are about is not here, the oldest first."""
        return log.read(self._connection, "WHERE undone_at IS NULL AND NOT fits")

    def lack(self, made: Made) -> str:
        """What a decision that waits is waiting for: "until its article is here"."""
        decision = made.decision
        place = decision.statement if isinstance(decision, OfAStatement) else None
        if place is not None:
            if not log.articles_of(self._connection, place.article):
                return "until its article is here"
            if find_statement(self._connection, place) is None:
                return f"until there is a statement like {place}"
        for who in whom(decision):
            found = {head_of(self._connection, row["id"]) for row in namesakes(self._connection, who)}
            if len(found) > 1 and not who.articles and not who.split_at:
                numbers = " or ".join(map(str, sorted(found)))
                return f"since {who} may be speaker {numbers}: decide it again by number, then undo {made.id}"
        return f"until an article names {' and '.join(map(str, whom(decision)))}"

    def undo(self, number: int | None = None) -> Made | None:
        """Takes back a decision, by default the last that has not been; None where there is none left.

        Raises:
            UsageError: there is no decision of this number, or it was taken back already.
        """
        where, wanted = "WHERE id = (SELECT max(id) FROM decisions WHERE undone_at IS NULL)", []
        if number is not None:
            where, wanted = "WHERE id = ? AND undone_at IS NULL", [min(number, LARGEST)]
        with self._connection.transaction(), overlay.in_force(self._connection) as touched:
            for made in log.read(self._connection, where, wanted):
                self._take_back(made, touched)
                return made
        if number is not None:
            raise UsageError(f"no decision {number} is in force; quotetrack decisions lists them")
        return None

    def take(self, decisions: Iterable[tuple[dt.datetime, Decision]]) -> Taken:
        """Makes decisions that were made elsewhere, all or none; those in force here already are left out."""
        with self._connection.transaction():
            known = {
                (made.at, dumps(made.decision))
                for made in log.read(self._connection, "WHERE undone_at IS NULL")
            }
            wanted = {(at, dumps(decision)): decision for at, decision in decisions}
            added = []
            with overlay.in_force(self._connection) as touched:
                for (at, text), decision in wanted.items():
                    if (at, text) not in known:
                        added.append(self._append(decision, at, touched))
        fit = sum(made.fits for made in self.made(added))
        return Taken(fit, len(added) - fit, len(wanted) - len(added))

    def _decide(self, decision: Decision, *, refuse: str | None = None) -> Made:
        """Makes a decision; with ``refuse``, one that cannot be carried out is not made, and that is said."""
        with self._connection.transaction():
            with overlay.in_force(self._connection) as touched:
                number = self._append(decision, dt.datetime.now(dt.UTC), touched)
            [made] = self.made([number])
            if refuse and not made.fits:
                raise UsageError(refuse)
            return made

    def _append(self, decision: Decision, at: dt.datetime, touched: overlay.Touched) -> int:
        sha256 = article_of(decision)
        if sha256 is None:
            touched.speakers = True
        else:
            touched.articles.update(log.articles_of(self._connection, sha256))
        return self._connection.write(
            "INSERT INTO decisions (made_at, action, article, data) VALUES (?, ?, ?, ?)",
            [at.isoformat(), decision.action, sha256, dumps(decision)],
        )

    def _take_back(self, made: Made, touched: overlay.Touched) -> None:
        sha256 = article_of(made.decision)
        if sha256 is None:
            touched.speakers = True
        else:
            touched.articles.update(log.articles_of(self._connection, sha256))
        self._connection.write(
            "UPDATE decisions SET undone_at = ?, fits = 0 WHERE id = ?",
            [dt.datetime.now(dt.UTC).isoformat(), made.id],
        )

    # --- in words that last

    def _speaker(self, speaker_id: int) -> StoredSpeaker:
        found = speaker_rows.speaker(self._connection, speaker_id)
        if found is None:
            raise UsageError(f"{self._connection.path}: no speaker {speaker_id}")
        return found

    def _refuse_anothers(self, known: StoredSpeaker, name: str) -> None:
        key = key_of(Speaker(name, known.type))
        for other in asking.match_speakers(self._connection, name):
            if (
                other.id != known.id
                and other.type == known.type
                and key_of(Speaker(other.name, other.type)) == key
            ):
                raise UsageError(
                    f"{other.name} is another speaker; if they are one: "
                    f"quotetrack merge {known.id} {other.id}, where the first name stays"
                )

    def _who(self, speaker_id: int) -> Who:
        """A speaker in words that mean it wherever its articles are."""
        known = self._speaker(speaker_id)
        return who_is(self._connection, known.id, known.name)

    def _heard(self, speaker_id: int, what: str, number: int) -> bool:
        """Whether a speaker has a part in the article or the statement of this number."""
        row = self._connection.row(
            "SELECT 1 FROM heard AS v JOIN statements AS s ON s.id = v.statement_id"
            " WHERE v.speaker_id = ? AND ? = CASE ? WHEN 'article' THEN s.article_id ELSE s.id END LIMIT 1",
            [speaker_id, min(number, LARGEST), what],
        )
        return row is not None

    def _sha(self, article_id: int) -> str:
        row = self._connection.row("SELECT sha256 FROM articles WHERE id = ?", [article_id])
        assert row is not None  # somebody is heard in it
        return str(row["sha256"])

    def _where(self, statement_id: int) -> Where:
        """A statement in words that mean it wherever its article is."""
        row = self._connection.row(
            "SELECT a.sha256, s.spans, s.text FROM statements AS s JOIN articles AS a ON a.id = s.article_id"
            " WHERE s.id = ?",
            [min(statement_id, LARGEST)],
        )
        if row is None:
            raise UsageError(f"{self._connection.path}: no statement {statement_id}")
        return Where(row["sha256"], as_spans(json.loads(row["spans"])), row["text"])


def _sayable(name: str) -> str:
    """A new name, in one line.

    Raises:
        UsageError: nobody could ever ask for it.
    """
    name = " ".join(bindable(name).split())
    if not any(map(str.isalnum, name)):
        raise UsageError("a name needs a letter or a digit")
    return name
