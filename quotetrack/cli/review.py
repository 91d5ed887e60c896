"""``quotetrack review``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from quotetrack import render
from quotetrack.cli.decided import past
from quotetrack.cli.desk import BACK, QUIT, Desk, Terminal
from quotetrack.cli.options import DbOption, Where, database
from quotetrack.cli.outcome import FOUND, NothingFoundError, count
from quotetrack.cli.people import one_speaker
from quotetrack.errors import AmbiguousSpeakerError, UsageError
from quotetrack.model import Speaker
from quotetrack.render import Look, clean

if TYPE_CHECKING:
    from quotetrack.store import Made, Store, StoredStatement

_KEYS = "y right   n wrong   a another speaker   s skip   u undo   q quit"
_WRONG = "wrong:  r no statement   a another speaker   o nobody   esc back"
_FURNITURE = 16  # lines of a page that are not of the paragraph


def review(where: Where, db: DbOption = None) -> int:
    """Go through the least certain statements, one key at a time.

    Examples:
      quotetrack review
      quotetrack review --speaker "Ada Rook"
      quotetrack review --since yesterday --limit 20

    Each is shown where it stands. y says that it is right, n that it is
    wrong; a asks whose it is, and Tab completes the name. What was answered
    is kept at once and not asked again, so q can be pressed at any time.
    What was skipped comes again when all others are done.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        filters = where.filters(store)
        with Terminal() as terminal:
            look = Look.detect(sys.stdout)

            def show(row: StoredStatement) -> None:
                columns, lines = terminal.size
                room = max(columns * (lines - _FURNITURE), 400)
                render.write_statement(
                    row,
                    store.text_of(row.article_id),
                    [],
                    "pretty",
                    sys.stdout,
                    look=look,
                    decided=store.decisions.made(row.decision_ids),
                    room=room,
                )

            session = Session(store, store.unreviewed(filters), terminal, show)
            if not session.queue:
                raise NothingFoundError("nothing left to review; leave a filter out, or add articles")
            session.run()
        print(session.summary)
    return FOUND


class Session:
    """One sitting: a queue of statements, what was answered, and the way back.

    Attributes:
        queue: the ids of the statements, in the order in which they are asked.
    """

    def __init__(
        self, store: Store, queue: list[int], desk: Desk, show: Callable[[StoredStatement], None]
    ) -> None:
        """Takes what to review, at which desk, and what draws a statement there."""
        self.queue = queue
        self._store = store
        self._desk = desk
        self._show = show
        self._answers: list[Made | None] = []  # to each statement so far, None where it was skipped
        self._note = ""

    def run(self) -> None:
        """Asks one statement after another, until all are answered or the person leaves."""
        while len(self._answers) < len(self.queue):
            row = self._row(self.queue[len(self._answers)])
            if row is None:
                self._answers.append(None)
                continue
            self._page(row, _KEYS)
            key = self._desk.key()
            if key == QUIT:
                return
            self._note = ""
            if key == "u":
                self._undo()
            elif key == "s":
                self._store.skip(row.id)
                self._answers.append(None)
            elif answer := self._answer(key, row):
                self._answers.append(answer)
                self._note = past(answer)

    @property
    def summary(self) -> str:
        """What was done, and what is left."""
        done = Counter(made.decision.action for made in self._answers if made)
        words = {"confirm": "right", "reject": "rejected", "attribute": "given to another"}
        said = ", ".join(f"{number} {words[action]}" for action, number in done.items())
        left = f"{len(self.queue) - done.total():,} left"
        return f"{count(done.total(), 'statement')} reviewed{f': {said}' if said else ''}; {left}"

    def _answer(self, key: str, row: StoredStatement) -> Made | None:
        """What a key decides; None where nothing is decided after all."""
        if key == "n":
            self._page(row, _WRONG)
            key = {"r": "r", "a": "a", "o": "o"}.get(self._desk.key(), BACK)
        decisions = self._store.decisions
        match key:
            case "y":
                return decisions.confirm(row.id)
            case "r":
                return decisions.reject(row.id)
            case "o":
                return decisions.attribute(row.id, [])
            case "a":
                return self._name(row)
        return None

    def _name(self, row: StoredStatement) -> Made | None:
        """Asks whose it is, until somebody is named or nothing is typed."""
        while words := self._desk.line("Who said it? ", self._completions):
            try:
                return self._store.decisions.attribute(row.id, [one_speaker(self._store, words).id])
            except AmbiguousSpeakerError as error:
                self._desk.say(clean(str(error)))
                for candidate in error.candidates:
                    self._desk.say(f"  {clean(candidate)}")
            except NothingFoundError as error:
                self._desk.say(clean(f"{error}. A new speaker of this name? y / n"))
                if self._desk.key() == "y":
                    return self._store.decisions.attribute(row.id, [Speaker(words, "person")])
        return None

    def _completions(self, words: str) -> list[str]:
        """The names of known speakers that begin so, or have a word that does."""
        wanted = words.casefold()
        names = {name for s in self._store.speakers() for name in (s.name, *s.aliases)}
        found = [n for n in names if n.casefold().startswith(wanted)]
        found = found or [n for n in names if any(w.startswith(wanted) for w in n.casefold().split())]
        return sorted(found, key=lambda name: (name.casefold(), name))

    def _undo(self) -> None:
        """Takes the last answer back and asks that statement again."""
        if not self._answers:
            self._note = "nothing to take back; quotetrack undo goes further back"
            return
        made = self._answers.pop()
        if made is None:
            self._store.unskip(self.queue[len(self._answers)])
        else:
            self._store.decisions.undo(made.id)
            self._note = f"undone: {made.decision}"

    def _row(self, statement_id: int) -> StoredStatement | None:
        try:
            return self._store.statement(statement_id)
        except UsageError:  # removed meanwhile
            return None

    def _page(self, row: StoredStatement, keys: str) -> None:
        self._desk.clear()
        self._show(row)
        self._desk.say("")
        self._desk.say(clean(self._note))
        self._desk.say(f"{len(self._answers) + 1:,} of {len(self.queue):,}   {keys}")
