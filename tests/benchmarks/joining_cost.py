"""What an article costs as a store grows: ``python tests/benchmarks/joining_cost.py --articles 100000``.

Articles of an invented world are kept one by one, as ``quotetrack add`` does once they are read. Its people, bodies
and family names are drawn as those of the news are: what was drawn often is drawn again, most are rare, and new ones
never cease. After every so many articles a line says what each of the last 500 cost, in milliseconds of
processor time: to keep it whole, and of this to find out who is who.

The first thousand articles have as many speakers, names and family names as 840 of PolNeAR have: 5.5 an article, who
come to 2,300 names, of people four fifths, with 1,500 family names; and as many statements.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Generic, TypeVar

from quotetrack.model import Analysis, Article, Mention, Span, Speaker, Statement
from quotetrack.speakers import given
from quotetrack.store import Store
from quotetrack.store.people import People

T = TypeVar("T")
GIVEN = sorted(given.MALE | given.FEMALE, key=lambda name: (len(name), name))
SHORT = sorted((short, full) for short, fulls in given.FULL_FORMS.items() for full in fulls)
SYLLABLES = (
    "bar cor dun el fen gal hol ing jes kel lor mar nor ost pel quil ran sel tor ul ven wex yar zan".split()
)


def word(number: int) -> str:
    """An invented word: the same for the same number."""
    syllables = ""
    while number >= 0:
        number, last = divmod(number, len(SYLLABLES))
        syllables, number = SYLLABLES[last] + syllables, number - 1
    return syllables


COMMON = [word(1000 + number).capitalize() for number in range(3000)]
SHARES = [*accumulate(1 / (rank + 10) for rank in range(len(COMMON)))]
"""Of common family names: the first is that of a hundredth of all people, as Smith is."""
ROLES = (
    "Senator;Governor;Representative;Mayor of {};spokesman;campaign manager;analyst;professor;reporter;attorney;"
    "music teacher;author;chairman;coach;Judge;baker;pollster;former senator;surgeon;chief executive"
).split(";")
BODIES = "Bureau Board Council Institute Office Society Union Ministry".split()
OF_BODIES = random.Random(7).sample([word(number).capitalize() for number in range(5000)], 5000)
SHARES_OF_BODIES = [*accumulate(1 / (rank + 12) for rank in range(len(OF_BODIES)))]
"""Of words in names of bodies, as in PolNeAR: the first is one in seventy, and a letter begins one in seven at most."""
PAPERS = [f"Paper {number}" for number in range(40)]
DAYS = 3000


WORDS = [word(number) for number in range(20_000)]
FREQUENCIES = [*accumulate(1 / (rank + 3) for rank in range(len(WORDS)))]


@dataclass
class Urn(Generic[T]):
    """A Pitman-Yor process: draws somebody new, or again who was drawn before, the oftener the likelier."""

    make: Callable[[], T]
    strength: float
    discount: float
    drawn: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    all: list[T] = field(default_factory=list)

    def draw(self) -> T:
        again = len(self.drawn) - self.discount * len(self.all)
        if random.random() * (self.strength + len(self.drawn)) >= again:
            number = len(self.all)
            self.all.append(self.make())
            self.counts.append(0)
        else:
            number = random.choice(self.drawn)
            while random.random() < self.discount / self.counts[number]:
                number = random.choice(self.drawn)
        self.counts[number] += 1
        self.drawn.append(number)
        return self.all[number]


@dataclass(frozen=True)
class Somebody:
    """Whom articles call by these names, the first most often, and give these roles."""

    names: tuple[str, ...]
    type: str
    roles: tuple[str, ...] = ()

    def speaker(self) -> Speaker:
        name = self.names[min(int(random.expovariate(3)), len(self.names) - 1)]
        role = self.roles[min(int(random.expovariate(1)), len(self.roles) - 1)] if self.roles else None
        return Speaker(name, self.type, role if random.random() < 0.3 else None)  # type: ignore[arg-type]


class World:
    """An invented world, from which articles come."""

    def __init__(self) -> None:
        self._fresh = 0
        self._people = Urn(self._person, 100, 0.75)
        self._bodies = Urn(self._body, 20, 0.7)

    def _new(self) -> str:
        self._fresh += 1
        return word(20_000 + self._fresh).capitalize()

    def _person(self) -> Somebody:
        first, short = random.choice(GIVEN[: int(random.paretovariate(0.7)) + 20]), None
        if random.random() < 0.1:
            short, first = random.choice(SHORT)
        family = self._new()
        if random.random() < 0.5:
            family = random.choices(COMMON, cum_weights=SHARES)[0]
        names = [f"{first} {family}".title(), family]
        if random.random() < 0.1:
            names.append(f"{first} {random.choice('ABCDEGHJKLMPRSTW')}. {family}".title())
        if random.random() < 0.03:
            names.append(f"{first[0]}. {family}".title())
        if short:
            names[random.randrange(2) : 0] = [f"{short} {family}".title()]
        roles = random.sample(ROLES, int(random.expovariate(0.7)))
        return Somebody(tuple(names), "person", tuple(role.format(self._new()) for role in roles))

    def _body(self) -> Somebody:
        words = random.choices(OF_BODIES, cum_weights=SHARES_OF_BODIES, k=2)
        if random.random() < 0.4:
            return Somebody((" ".join(words),), "organization")
        name = f"{random.choice(BODIES)} of {words[0]} and {words[1]}"
        letters = "".join(letter for letter in name if letter.isupper())
        return Somebody((name, letters) if random.random() < 0.3 else (name,), "organization")

    def article(self, number: int) -> Analysis:
        """An article: about five speakers who say twenty things."""
        cast = {who: who.speaker() for who in (self._draw() for _ in range(random.randint(2, 9)))}
        voices = [*cast.values(), *random.choices([*cast.values()], k=3 * len(cast))]
        day = dt.date(2015, 1, 1) + dt.timedelta(random.randrange(DAYS))
        text, statements = "", []
        for voice in voices:
            source = f"{voice.role or ''} {voice.name}".strip()
            content = " ".join(random.choices(WORDS, cum_weights=FREQUENCIES, k=12))
            start = len(text)
            at = start + len(source) + len(" said ")
            text += f"{source} said {content}.\n\n"
            spans = (Span(at, at + len(content)),)
            statements.append(
                Statement(
                    article=f"{number}.txt",
                    kind="indirect",
                    act="speech",
                    polarity="affirmed",
                    text=content,
                    spans=spans,
                    cue=Mention("said", (Span(at - 5, at - 1),)),
                    source=Mention(source, (Span(start, start + len(source)),)),
                    speakers=(voice,),
                    date=day,
                    date_basis="article",
                    confidence=0.9,
                )
            )
        article = Article(f"{number}.txt", text, f"Title {number}", day, random.choice(PAPERS))
        return Analysis(article, tuple(statements))

    def _draw(self) -> Somebody:
        return (self._people if random.random() < 0.79 else self._bodies).draw()


def steps(last: int) -> Iterator[int]:
    """1,000, 3,000, 10,000 and so on, and the last."""
    step = 1000
    while step < last:
        yield step
        step = step * 3 if str(step)[0] == "1" else step // 3 * 10
    yield last


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--db", type=Path, help="where to leave the store; it must not be there yet")
    options = parser.parse_args()
    random.seed(20240516)
    joining = 0.0
    place = People.place

    def timed(*arguments: object) -> object:
        nonlocal joining
        start = time.process_time()
        try:
            return place(*arguments)  # type: ignore[arg-type]
        finally:
            joining += time.process_time() - start

    People.place = timed  # type: ignore[method-assign,assignment]
    world, number = World(), 0
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(options.db or Path(folder, "store.db"), create=True) as store,
    ):
        print("articles  ms to keep  ms to join  peak MB")
        for step in steps(options.articles):
            measured = range(max(number, step - 500), step)
            spent, before = 0.0, 0.0
            while number < step:
                if number == measured.start:
                    spent, before = 0.0, joining
                analysis = world.article(number)
                start = time.process_time()
                store.keep(analysis)
                spent += time.process_time() - start
                number += 1
            each = 1000 / len(measured)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{step:8,}  {spent * each:10.1f}  {(joining - before) * each:10.1f}  {memory:7}", flush=True
            )


if __name__ == "__main__":
    main()
