"""A person's name by its parts, and whether two names may be one person's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from quotetrack.speakers import given
from quotetrack.speakers.words import HONOURS

_SEPARATORS = re.compile("[-,]")
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_DEGREES = HONOURS | frozenset("jd dds".split())
_PARTICLES = frozenset(
    "von van de der den del della di da dos du la le bin ibn al el ter ten bint zu".split()
)
_VOWELS = frozenset("aeiouy")
_ENGLISH_FIRST = given.MALE | given.FEMALE

# Family names of China, Korea and Vietnam that come first: those that a name of two or three words in English
# news most often begins with, none of them a usual given name in English.
_FAMILY_FIRST = (
    frozenset(
        """
    bai ban bui cai cao chen cheng chiang choi cho chung cui dang deng ding do dong du duan fan fang feng fu gao
    gong gu guo han he hoang hou hu huang huynh jang jeon ji jia jiang jin jo kang kim kong kwon lai lam lei li liang
    liao lim lin liu lu luo lu ma mao meng moon ngo nguyen noh oh pan park peng pham phan qian qin qiu ren roh seo
    shao shen shi shin song su sun tan tang tao tian tran truong vo vu wan wang wei wen won wu xi xia xiang xiao xie
    xu xue yan yang yao ye yi yoo yoon yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou
    """.split()
    )
    - _ENGLISH_FIRST
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name by its parts, folded: "Ada M. Rook-Hale Jr." is (ada, m, rook), hale, jr."""

    given: tuple[str, ...]
    """All that stands before the family name, particles aside; empty for one part alone."""
    family: str
    suffix: str | None


Agreement = Literal["same", "likely", "no"]
"""Same: nothing in the names speaks against it. Likely: something else has to speak for it."""


@lru_cache(maxsize=8192)
def person_name(key: str) -> PersonName:
    """The parts of a person's folded name.

    >>> person_name("ada m rook-hale jr")
    PersonName(given=('ada', 'm', 'rook'), family='hale', suffix='jr')
    >>> person_name("wang yi").family
    'wang'
    """
    first, *rest = _SEPARATORS.sub(" ", key).split() or [key]
    words = [first, *(w for w in rest if w not in _DEGREES)]
    suffix = None
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    if _family_comes_first(words):
        return PersonName(("".join(words[1:]),), words[0], suffix)  # Ki-moon, Ki Moon, Kimoon
    before = [w for w in words[:-1] if w not in _PARTICLES]
    if len(words) > 1 and words[0] == "al" and not key.startswith("al-"):
        before[:0] = ["al"]  # short for Albert or Alan
    return PersonName(tuple(c for w in before for c in _initials(w)), words[-1], suffix)


def compare(one: PersonName, two: PersonName) -> Agreement:
    """Whether two full names may be one person's.

    >>> compare(person_name("bill j rook"), person_name("william rook"))
    'likely'
    """
    if one.family != two.family or (one.suffix and two.suffix and one.suffix != two.suffix):
        return "no"
    found = _compare_given(*sorted((one.given, two.given), key=len))
    if found == "no" and (spells(one, two) or spells(two, one)):
        return "likely"
    return "likely" if found == "same" and one.suffix != two.suffix else found


def spells(short: PersonName, full: PersonName) -> bool:
    """Whether the one given name of the first is made of the first letters of the second."""
    return len(short.given) == 1 and short.given[0] in _spelt(full)


def offered(name: PersonName) -> Iterator[str]:
    """What a name can be found by: one of these is ``sought`` for every other of its family that may be one with it.

    >>> one, two = person_name("bill rook"), person_name("w rook")
    >>> set(offered(person_name("william rook"))) & set(sought(one)) & set(sought(two))
    set()
    >>> [not set(offered(person_name("william rook"))).isdisjoint(sought(name)) for name in (one, two)]
    [True, True]
    """
    first, *_ = name.given
    yield from _forms(first)
    yield f"letter {first[0]}"
    if len(first) == 1:
        yield f"initial {first}"
    yield f"last {name.given[-1]}"
    yield from (f"spelt {word}" for word in _spelt(name))


def sought(name: PersonName) -> Iterator[str]:
    """See ``offered``."""
    first, *_ = name.given
    yield from _forms(first)
    yield f"letter {first}" if len(first) == 1 else f"initial {first[0]}"
    yield f"last {name.given[-1]}"
    yield f"spelt {first}"
    yield from _spelt(name)


def nearly(one: PersonName, two: PersonName) -> bool:
    """Whether two names of one family are spelt nearly alike: "Reince", "Rence"."""
    if not (one.given and two.given) or one.suffix != two.suffix or one.given[1:] != two.given[1:]:
        return False
    return min(len(one.given[0]), len(two.given[0])) >= 3 and one_edit(one.given[0], two.given[0])


def one_edit(one: str, two: str) -> bool:
    """Whether two words differ by one letter: another, one more, or two that changed places.

    >>> one_edit("kristen", "kirsten"), one_edit("joh", "jon"), one_edit("ann", "dan")
    (True, True, False)
    """
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    if len(one) > len(two):
        one, two = two, one
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    rest_one, rest_two = one[start:], two[start:]
    if len(one) < len(two):
        return rest_one == rest_two[1:]
    return rest_one[1:] == rest_two[1:] or (rest_one[1::-1], rest_one[2:]) == (rest_two[:2], rest_two[2:])


def pairs_one_edit_apart(words: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of words that differ by one letter: those that are alike once a letter is left out."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for at in range(len(word)):
            bearers[word[:at] + word[at + 1 :]].add(word)
        bearers[word].add(word)
    pairs = {pair for alike in bearers.values() for pair in combinations(sorted(alike), 2)}
    return sorted(pair for pair in pairs if one_edit(*pair))


def gender_of(name: PersonName) -> str | None:
    """``"m"`` or ``"f"`` where the first given name tells it."""
    return given.gender_of(name.given[0]) if name.given else None


def is_given(word: str) -> bool:
    """Whether a word is a usual given name."""
    return word in given.GIVEN


def _family_comes_first(words: list[str]) -> bool:
    return len(words) in (2, 3) and words[0] in _FAMILY_FIRST and words[-1] not in _ENGLISH_FIRST


def _initials(word: str) -> str | tuple[str]:
    """The letters of "JM", which a fold made of "J.M."; any other word as it is."""
    unspeakable = _VOWELS.isdisjoint(word) or (len(word) == 2 and _VOWELS.isdisjoint(word[1]))
    return word if 1 < len(word) < 4 and unspeakable and not is_given(word) else (word,)


def _spelt(name: PersonName) -> list[str]:
    """What the first letters of a name spell: "je" and "jeb" of John Ellis Bush; two might be those of any Al or Ed."""
    letters = "".join(word[0] for word in name.given)
    words = (letters, letters + name.family[0]) if len(letters) > 1 else ()
    return [word for word in words if len(word) > 2 or not is_given(word)]


def _forms(word: str) -> set[str]:
    return {word, *given.FULL_FORMS.get(word, ())}


def _compare_given(fewer: tuple[str, ...], more: tuple[str, ...]) -> Agreement:
    """Compares what stands before the family name; ``more`` has at least as many words."""
    if not fewer:
        return "no"
    first = _given_weight(fewer[0], more[0])
    if first and _in_order(fewer[1:], more[1:]):
        return "same" if first == 2 else "likely"
    if len(fewer) < len(more) and more[-len(fewer) :] == fewer:
        # "Vargas Quill" of Mario Vargas Quill; but Patrick Quill need not be Michael Patrick Quill.
        return "likely" if is_given(fewer[0]) else "same"
    return "no"


def _given_weight(one: str, two: str) -> int:
    """2 for the same given name, 1 for one that may be the other, 0 for another."""
    if one == two:
        return 2
    if len(one) == 1 or len(two) == 1:
        return int(one[0] == two[0])
    return int(not _forms(one).isdisjoint(_forms(two)))


def _in_order(fewer: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Whether each of the shorter list has its match in the longer one, in order."""
    if len(fewer) > len(more):
        fewer, more = more, fewer
    remaining = iter(more)
    return all(any(_given_weight(word, other) for other in remaining) for word in fewer)
