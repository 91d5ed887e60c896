"""What a name is made of, who in one article bears it, and which inputs are the same article.

A speaker is known by type and folded name: case, accents, full stops and a leading "the" aside. In one article a
person named by one part ("Wang") is the one who has that part in the full name, if there is just one. Groups and
descriptions ("officials", "a person briefed on the talks") are known in their article alone, as is somebody of
whom it gives nothing but a first name. Whether two articles mean the same speaker is a matter of more than the
name: see joining.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from quotetrack.model import Speaker, SpeakerType
from quotetrack.speakers import given, places

# Letters that Unicode does not take apart into a plain one and an accent; one form of hyphen and apostrophe.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'"}
    | dict.fromkeys("‐‑–—", "-")
    | {".": None}
)
_ACCENTS = re.compile("[\u0300-\u036f]")  # Latin, Greek and Cyrillic ones; those of Indic scripts are vowels
_LINE = re.compile(r"(.+):\d+", re.DOTALL)
_INDEFINITE = ("a ", "an ", "one ", "some ")

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_DEGREES = frozenset("md phd esq mp qc kc jd dds".split())
_PARTICLES = frozenset(
    "von van de der den del della di da dos du la le bin ibn al el ter ten bint zu".split()
)
_TITLES = {"mr": "m", "sir": "m", "lord": "m", "mx": None, "dr": None} | dict.fromkeys(
    "mrs ms miss dame lady".split(), "f"
)

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

# What may change places with what it is about: "the Ministry of Trade" is "the Trade Ministry". A university, a
# bank or a church may not: "Washington University" is none of Washington.
_TURNING_HEADS = frozenset("ministry department committee subcommittee office".split())
_SMALL_WORDS = frozenset("a an and at for in of on the to &".split())
_COMPANY_SUFFIXES = frozenset("inc corp ltd llc plc".split())
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
}
_LONGEST_ACRONYM = 6
AMBIGUOUS_ACRONYM = 2
"""Letters of an acronym that stands for too much: in PolNeAR train "HP" met Huffington Post, "VP" a poll."""

_COUNTRIES = frozenset(places.COUNTRY_OF.values())


@dataclass(frozen=True, slots=True)
class Identity:
    """What a speaker is known by within one article: two with the same identity are one.

    ``shared`` tells whether another article can mean the same speaker. ``open`` tells of one part of a name which
    several in the article bear.
    """

    key: str
    type: SpeakerType | None
    shared: bool
    open: bool = False


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name by its parts, folded: "Ada M. Rook-Hale Jr." is (ada, m, rook), hale, jr."""

    given: tuple[str, ...]
    """All that stands before the family name, particles aside; empty for one part alone."""
    family: str
    suffix: str | None


Agreement = Literal["same", "likely", "no"]
"""Same: nothing in the names speaks against it. Likely: something else has to speak for it."""


def fold(name: str) -> str:
    """The name without case, accents and full stops, one space between its words; never empty for a name.

    >>> fold("José  M. RÅBERG")
    'jose m raberg'
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", apart)).translate(_PLAIN)
    return " ".join(plain.split()) or name.casefold().strip()


def parts(key: str) -> list[str]:
    """The words of a folded name, those that a hyphen joins apart too."""
    return key.replace("-", " ").split()


def key_of(speaker: Speaker) -> str:
    """The folded name that a speaker is compared by: "The Harbour Times" is "harbour times"."""
    key = fold(speaker.name)
    return key if speaker.type == "person" else key.removeprefix("the ") or key


def identify(speakers: Iterable[Speaker]) -> dict[Speaker, Identity]:
    """The identity of each of the speakers of one article."""
    distinct = dict.fromkeys(speakers)
    people = {key_of(s) for s in distinct if s.type == "person" and not _describes(s)}
    full_names = [name for name in people if " " in name]
    return {speaker: _identity(speaker, full_names) for speaker in distinct}


@lru_cache(maxsize=8192)
def person_name(key: str) -> PersonName:
    """The parts of a person's folded name.

    >>> person_name("ada m rook-hale jr")
    PersonName(given=('ada', 'm', 'rook'), family='hale', suffix='jr')
    >>> person_name("wang yi").family
    'wang'
    """
    words = [w for w in parts(key.replace(",", " ")) if w not in _DEGREES] or [key]
    suffix = None
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    if _family_comes_first(words):
        return PersonName(("".join(words[1:]),), words[0], suffix)  # Ki-moon, Ki Moon, Kimoon
    before = [w for w in words[:-1] if w not in _PARTICLES]
    return PersonName(tuple(c for w in before for c in _initials(w)), words[-1], suffix)


def compare(one: PersonName, two: PersonName) -> Agreement:
    """Whether two full names may be one person's.

    >>> compare(person_name("bill j rook"), person_name("william rook"))
    'likely'
    """
    if one.family != two.family or (one.suffix and two.suffix and one.suffix != two.suffix):
        return "no"
    found = _compare_given(*sorted((one.given, two.given), key=len))
    return "likely" if found == "same" and one.suffix != two.suffix else found


def gender_of(name: PersonName) -> str | None:
    """``"m"`` or ``"f"`` where the first given name tells it."""
    return given.gender_of(name.given[0]) if name.given else None


def is_given(word: str) -> bool:
    """Whether a word is a usual given name."""
    return word in given.GIVEN


def body_words(key: str) -> tuple[str, ...]:
    """An organisation's folded name in a form that its variants share.

    >>> body_words("ministry of defence") == body_words("defense ministry")
    True
    >>> body_words("university of harwick") == body_words("harwick university")
    False
    """
    words = [w.removesuffix("'s") for w in parts(key)]
    if len(words) > 1 and words[-1] in _COMPANY_SUFFIXES:
        words.pop()
    plain = [_SPELLINGS.get(w, w) for w in words]
    main = [w for w in plain if w not in _SMALL_WORDS] or plain
    if main[-1] in _TURNING_HEADS:
        return (main[-1], *sorted(_country(w) for w in main[:-1]))
    if main[0] in _TURNING_HEADS and "of" in plain[:2]:
        return (main[0], *sorted(_country(w) for w in main[1:]))
    return tuple(main)


def initials(key: str) -> set[str]:
    """What an organisation's folded name may be shortened to: with its small words and without.

    >>> sorted(initials("bureau of dams"))
    ['bd', 'bod']
    """
    words = parts(key)
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL_WORDS)}


def without_country(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of a ministry or the like of one country without the country; None for any other organisation.

    >>> without_country(body_words("norwegian trade ministry"))
    ('ministry', 'trade')
    """
    plain = tuple(w for w in words if w not in _COUNTRIES)
    return plain if words[0] in _TURNING_HEADS and len(plain) == len(words) - 1 else None


def may_be_acronym(key: str) -> bool:
    """Whether an organisation's folded name can be the first letters of another."""
    return key.isalpha() and 2 <= len(key) <= _LONGEST_ACRONYM


def block_of(key: str, type_: SpeakerType | None) -> str:
    """What the names that may mean one speaker have in common; names of two blocks are never compared.

    People: the family name. Organisations, and what nobody could tell the type of: the first letters in the order
    of the alphabet, so that a name meets its acronym, its turned form and that with a country; but two words, whose
    acronym stands for too much, and one that is no acronym, by themselves. Anything else: the name.
    """
    if type_ == "person":
        return f"person {person_name(key).family}"
    if type_ not in ("organization", None):
        return f"{type_} {key}"
    words = body_words(key)
    if words[0] in _TURNING_HEADS:
        letters = "".join(w[0] for w in words if w not in _COUNTRIES)
    elif len(words) > AMBIGUOUS_ACRONYM:
        letters = "".join(w[0] for w in words)
    elif len(words) == 1 and len(words[0]) > AMBIGUOUS_ACRONYM and may_be_acronym(words[0]):
        letters = words[0]
    else:
        return f"body {' '.join(words)}"
    # Without the letters of small words, which an acronym may have or lack, unless there are no others.
    kept = [letter for letter in letters if letter not in "afot"] or letters
    return f"body {''.join(sorted(kept))}"


def is_title(word: str) -> bool:
    """Whether a folded word is a courtesy title."""
    return word in _TITLES


def sex_of(title: str) -> str | None:
    """``"m"`` or ``"f"`` where a courtesy title tells it."""
    return _TITLES.get(title)


def without_titles(key: str) -> str:
    """A folded name without the courtesy titles before it, if there is more than these."""
    words = key.split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def origin_of(given: str) -> str | None:
    """What an article is recognised by when its text has changed: a file's absolute path, a URL or other id.

    Two files of one name in different folders are different articles, wherever the program was started. None
    for standard input and for a line of a file: another article may stand there tomorrow.
    """
    try:
        path, line = Path(given), _LINE.fullmatch(given)
        if given == "-" or (line and (line[1] == "-" or Path(line[1]).is_file())):
            return None
        return str(path.resolve()) if path.is_file() else given
    except (OSError, ValueError):  # longer than a file's name can be, say
        return given


def _identity(speaker: Speaker, full_names: list[str]) -> Identity:
    key = key_of(speaker)
    if _describes(speaker):
        return Identity(key, speaker.type, shared=False)
    if speaker.type != "person" or " " in key:
        return Identity(key, speaker.type, shared=True)
    bearers = [name for name in full_names if key in name.split()]
    if len(bearers) == 1:
        return Identity(bearers[0], speaker.type, shared=True)
    # Of two articles that give no more than "Bob", each means one of his own.
    return Identity(key, speaker.type, speaker.role is not None or not is_given(key), open=bool(bearers))


def _describes(speaker: Speaker) -> bool:
    """Whether the words describe somebody who is not named: "officials", "A person briefed on the talks"."""
    name = speaker.name.strip()
    in_small_letters = name == name.lower() != name.upper()
    return speaker.type == "group" or in_small_letters or name.casefold().startswith(_INDEFINITE)


def _family_comes_first(words: list[str]) -> bool:
    return len(words) in (2, 3) and words[0] in _FAMILY_FIRST and words[-1] not in _ENGLISH_FIRST


def _initials(word: str) -> str | tuple[str]:
    """The letters of "JM", which a fold made of "J.M."; any other word as it is."""
    return word if len(word) == 2 and not set(word) & set("aeiouy") else (word,)


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
    forms_one, forms_two = ({n, *given.FULL_FORMS.get(n, ())} for n in (one, two))
    return int(bool(forms_one & forms_two))


def _in_order(fewer: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Whether each of the shorter list has its match in the longer one, in order."""
    if len(fewer) > len(more):
        fewer, more = more, fewer
    remaining = iter(more)
    return all(any(_given_weight(word, other) for other in remaining) for word in fewer)


def _country(word: str) -> str:
    return places.COUNTRY_OF.get(word, word)
