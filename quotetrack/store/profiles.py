"""What is joined across articles: profiles, and the speakers that are made of them.

What an article tells of a speaker is a profile: the name and the facts (context.py), and of a family name alone also
the publisher and the time. Articles that agree in all of these share one, so that there are far fewer profiles than
articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quotetrack.model import SpeakerType
from quotetrack.store import context
from quotetrack.store.body_names import AMBIGUOUS_ACRONYM, TURNING_HEADS, body_words, may_be_acronym, owned
from quotetrack.store.context import Facts, Ledger
from quotetrack.store.person_names import person_name

NEAR = 1
"""How many periods, of half a year, apart two articles of one publisher may be to count as about the same time."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What articles that agree in it tell of a speaker.

    Attributes:
        id: its row.
        name: the name as these articles have it.
        key: the folded name that it is compared by, which is the full one where ``name`` is a part.
        type: the speaker's type.
        facts: see context.py.
        cells: who published them, folded and empty if unknown, and in which half-year, counted from the year 0;
            of a full name only what is near to a family name alone needs to be there.
        articles: how many they are.
        speaker_id: the speaker that it belonged to until now.
        block: see ``block_of``.
    """

    id: int
    name: str
    key: str
    type: SpeakerType | None
    facts: Facts = frozenset()
    cells: frozenset[tuple[str, int]] = frozenset()
    articles: int = 1
    speaker_id: int | None = None
    block: str = ""

    @property
    def weight(self) -> int:
        """The number of articles down to a power of two: it seldom changes when articles come and go."""
        return magnitude(self.articles)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom a list of known people names; see ``speakers import``.

    Attributes:
        id: the row.
        name: how to call the speaker.
        keys: all names, folded.
        type: the type.
        facts: what the role in the list tells.
    """

    id: int
    name: str
    keys: frozenset[str]
    type: SpeakerType | None
    facts: Facts = frozenset()


@dataclass(slots=True)
class Cluster:
    """One speaker: its profiles, and all that is known by which profiles were told apart."""

    profiles: list[Profile] = field(default_factory=list)
    facts: Ledger = field(default_factory=dict)
    known: Known | None = None

    @classmethod
    def of(cls, known: Known) -> Cluster:
        """One who is known by a list, and as yet by no article."""
        cluster = cls(known=known)
        context.add(cluster.facts, known.facts)
        return cluster

    def take(self, profile: Profile) -> None:
        """Adds a profile and what it tells."""
        self.profiles.append(profile)
        context.add(self.facts, profile.facts)

    @property
    def cells(self) -> set[tuple[str, int]]:
        """Publishers and half-years."""
        return {cell for profile in self.profiles for cell in profile.cells}

    def near(self, profile: Profile) -> bool:
        """Whether the profile's publisher wrote of it about the same time."""
        return any(near(cell, self.cells) for cell in profile.cells)

    def support(self, telling: Iterable[str]) -> int:
        """How much speaks for the best of these facts."""
        return max(
            (sum(p.weight for p in self.profiles if fact in p.facts) for fact in telling),
            default=0,
        )

    @property
    def weight(self) -> int:
        """How much is about it."""
        return sum(profile.weight for profile in self.profiles)

    @property
    def keys(self) -> list[str]:
        """The folded names, in order."""
        return sorted({profile.key for profile in self.profiles})

    @property
    def articles(self) -> int:
        """In how many articles it is, about: one that names it twice counts twice."""
        return sum(profile.articles for profile in self.profiles)

    @property
    def type(self) -> SpeakerType | None:
        """The type that any of them has."""
        types = sorted({profile.type for profile in self.profiles if profile.type})
        return types[0] if types else self.known.type if self.known else None

    @property
    def name(self) -> str:
        """The main name: the list's, else that of most articles among the full ones."""
        if self.known:
            return self.known.name
        counts: Counter[str] = Counter()
        for profile in self.profiles:
            counts[profile.name] += profile.articles
        return main_name(counts, person=self.type == "person")


def main_name(names: Mapping[str, int], *, person: bool) -> str:
    """The name that a speaker is called by, of those with the numbers of articles that have them.

    A person's full name before a part of it; then what most articles say; of equals one that is not all in
    capitals, and the longest.
    """
    return min(names, key=lambda one: (person and " " not in one, -names[one], one.isupper(), -len(one), one))


def magnitude(articles: int) -> int:
    """A number down to a power of two.

    >>> magnitude(11)
    8
    """
    return 1 << articles.bit_length() - 1 if articles > 0 else 0


def near(cell: tuple[str, int], cells: set[tuple[str, int]]) -> bool:
    """Whether one of the cells is of the same publisher and about the same time."""
    publisher, period = cell
    return any((publisher, period + apart) in cells for apart in range(-NEAR, NEAR + 1))


def block_of(key: str, type_: SpeakerType | None) -> str:
    """What the names that may mean one speaker have in common; names of two blocks are never compared.

    People: the family name. Organisations, and what nobody could tell the type of: the first letters in the order
    of the alphabet, so that a name meets its acronym and its turned form; but two words, whose acronym stands for too
    much, and one that is no acronym, by themselves. Anything else: the name.
    """
    if type_ == "person":
        return f"person {person_name(key).family}"
    if type_ not in ("organization", None):
        return f"{type_} {key}"
    key, _ = owned(key)
    words = body_words(key)
    if words[0] in TURNING_HEADS or len(words) > AMBIGUOUS_ACRONYM:
        letters = "".join(w[0] for w in words)
    elif len(words) == 1 and len(words[0]) > AMBIGUOUS_ACRONYM and may_be_acronym(words[0]):
        letters = words[0]
    else:
        return f"body {' '.join(words)}"
    # Without the letters of small words, which an acronym may have or lack, unless there are no others.
    kept = [letter for letter in letters if letter not in "afot"] or letters
    return f"body {''.join(sorted(kept))}"
