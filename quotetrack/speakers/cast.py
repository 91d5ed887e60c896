"""The cast of an article: every bearer of a proper name in it, with all names, mentions, type, gender and roles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotetrack.extraction.attribution import Entity
from quotetrack.model import Span, SpeakerType
from quotetrack.speakers import given, places, words
from quotetrack.speakers.finding import find_names
from quotetrack.speakers.kinds import kinds_of
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.names import (
    Name,
    Parts,
    content_words,
    fold,
    initials,
    is_acronym_of,
    parts_of,
    same_person,
)
from quotetrack.speakers.owners import forms_of, tell_apart
from quotetrack.speakers.roles import describe, given_sex, is_role, title_sex
from quotetrack.speakers.syntax import is_common, is_subject

_STOP = re.compile(r"[a-z]{2}[.!?][\"”’']* ")


def headlines(text: str, blocks: Sequence[Span]) -> list[Span]:
    """The paragraphs that are set as titles: four words or more, most of them capitalised, in one sentence.

    None when all the text is like that: then there is nothing to compare them with.
    """
    found = []
    for block in blocks:
        line = block.of(text)
        if len(line) > 300 or line[-1] in ",;:" or _STOP.search(line):
            continue
        tokens = [t for t in line.split() if len(t) > 3 and t[0].isalpha()]
        if len(tokens) >= 4 and sum(t[0].isupper() for t in tokens) > 0.7 * len(tokens):
            found.append(block)
    return found if len(found) < len(blocks) else []


def build(text: str, entities: Sequence[Entity], blocks: Sequence[Span]) -> Cast:
    """Finds the names of an article, whose paragraphs are ``blocks``, and gives each to a member of its cast."""
    names, owners = tell_apart(text, find_names(text, entities, headlines(text, blocks)), blocks)
    kinds = kinds_of(text, names)
    members: dict[tuple[str, ...], Member] = {}
    persons = _full_persons(names, kinds, members)
    by_word = _index(persons)
    bodies = _bodies(text, names, kinds, owners, members)
    bearers = _Bearing(text, kinds, members, by_word, bodies, _capitalised_inside(text, names)).read(names)
    cast = Cast(names, bearers, [], by_word, [name.start for name in names])
    describe(text, cast)
    cast.members = list(dict.fromkeys(m for m in bearers if m is not None))
    return cast


# --- persons ---------------------------------------------------------------------------------------------------


def _full_persons(
    names: list[Name],
    kinds: dict[tuple[str, ...], SpeakerType | None],
    members: dict[tuple[str, ...], Member],
) -> list[Member]:
    """Members for persons named by two words or more, one for all forms of a name."""
    by_last: dict[str, list[tuple[Parts, Member]]] = defaultdict(list)
    persons: list[Member] = []
    done: set[tuple[str, ...]] = set()
    for name in names:
        key = name.key
        if len(key) < 2 or key in done or kinds[key] != "person":
            continue
        parts = parts_of(key)
        if not parts.first:  # "Rook Jr."
            continue
        done.add(key)
        same = [m for p, m in by_last[parts.last] if same_person(p, parts)]
        if len(same) == 1:
            member = same[0]
            if len(name.words) > len(member.key):
                member.name, member.key = _display(name), key
        else:
            member = Member(key, _display(name), "person")
            persons.append(member)
        by_last[parts.last].append((parts, member))
        member.forms.add(key)
        members[key] = member
    for member in [m for m in persons if m.key[0] not in given.GIVEN]:
        key = member.key  # "Van der Meulen", "Garcia Lorca" alone
        longer = [m for m in persons if any(m.key[at : at + len(key)] == key for at in range(1, len(m.key)))]
        if len(longer) == 1:
            persons.remove(member)
            members[key] = longer[0]
    return persons


def _display(name: Name, kind: SpeakerType | None = "person") -> str:
    """The name as it is shown: a person's in all capitals, of a headline or a transcript, set as a name."""
    return " ".join(w.title() if w.isupper() and len(w) > 3 and kind == "person" else w for w in name.words)


def _index(persons: Iterable[Member]) -> dict[str, list[Member]]:
    by_word: dict[str, list[Member]] = defaultdict(list)
    for member in persons:
        for key in member.forms:
            for word in key:
                if len(word) > 1 and word not in words.SUFFIXES and member not in by_word[word]:
                    by_word[word].append(member)
    return by_word


# --- organisations, places and the rest ------------------------------------------------------------------------


def _bodies(
    text: str,
    names: list[Name],
    kinds: dict[tuple[str, ...], SpeakerType | None],
    owners: Mapping[tuple[str, ...], str | None],
    members: dict[tuple[str, ...], Member],
) -> dict[str, list[Member]]:
    """Members for what is no person and has a name of several words, indexed by word and by acronym."""
    index: dict[str, list[Member]] = defaultdict(list)
    for name in names:
        key = name.key
        if len(key) < 2 or key in members or kinds[key] == "person":
            continue
        member = members[key] = Member(key, name.text, kinds[key])
        member.forms.add(key)
        member.describers.update(forms_of(owners.get(key) or ""))
        for word in content_words(key):
            index[word].append(member)
        acronym = _ACRONYM_AFTER.match(text, name.end)
        if acronym and is_acronym_of(fold(acronym.group(1)), key):
            members.setdefault((fold(acronym.group(1)),), member)
    # "Supreme Court" is "U.S. Supreme Court": a longer name that ends in it, when there is just one; and "Lume Airways"
    # is "Lume Airways Plc".
    for key, member in list(members.items()):
        if member.type == "person" or len(key) < 2 or key in owners:
            continue
        longer = [
            other
            for other in dict.fromkeys(index.get(key[-1], ()))
            if other is not member
            and len(other.key) > len(key)
            and (other.key[-len(key) :] == key or _is_firm(other.key, key))
            and other.type in (member.type, "organization", None)
        ]
        if len(longer) == 1:
            members[key] = longer[0]
            longer[0].forms.add(key)
    return index


def _is_firm(longer: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether a name is another one with "Ltd." or the like behind it."""
    return longer[: len(key)] == key and words.COMPANY_SUFFIXES.issuperset(longer[len(key) :])


_ACRONYM_AFTER = re.compile(r"\s*\(\s*[\"“]?(?:the )?([A-Z][A-Za-z.&-]{1,7})[\"”]?\s*[),]")


# --- whose each name is ----------------------------------------------------------------------------------------


def _capitalised_inside(text: str, names: list[Name]) -> set[str]:
    """Single words that are capitalised somewhere not after a full stop: no mere beginnings of sentences."""
    inside = set()
    for name in names:
        if len(name.key) == 1 and name.key[0] not in inside:
            before = text[max(0, name.start - 2) : name.start]
            if (
                name.tagged
                or name.titles
                or (before[-1:] == " " and (before[:1].isalnum() or before[:1] == ","))
            ):
                inside.add(name.key[0])
    return inside


@dataclass(slots=True)
class _Bearing:
    """Gives each name to its bearer, going through the text once."""

    text: str
    kinds: dict[tuple[str, ...], SpeakerType | None]
    members: dict[tuple[str, ...], Member]
    by_word: dict[str, list[Member]]
    bodies: dict[str, list[Member]]
    middle: set[str]
    """Single words that are no mere beginnings of sentences."""
    repeated: Counter[Member] = field(default_factory=Counter)
    """How often the whole article names a member in full."""
    introduced: dict[Member, int] = field(default_factory=dict)
    """Where each member was last named in full so far."""
    subjects: set[Member] = field(default_factory=set)
    """Who was the subject of a clause when named in full."""
    bare: dict[str, Counter[Member]] = field(default_factory=lambda: defaultdict(Counter))
    """Whom a single word has stood for so far."""
    spelled: dict[str, list[Member]] = field(default_factory=lambda: defaultdict(list))
    """Bodies by their initials."""
    kin: dict[Member, str] = field(default_factory=dict)
    """Who is introduced as a relative of somebody: "father"."""
    offices: dict[Member, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The titles that stand before a member's full name, without those that tell a gender."""
    addressed: dict[str, set[Member]] = field(default_factory=lambda: defaultdict(set))
    """Whom titles that tell a gender show, of those who share a name: Ada Rook, where "Ms. Rook" can be no other."""
    wives: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    """Who is introduced as somebody's wife, by the husband's family name: "Ivo Rook and his wife, Ada"."""
    namesakes: dict[str, Name] = field(default_factory=dict)
    """Names like "Mr. Rook" by their one word, where those who are named in full are all women."""

    def read(self, names: list[Name]) -> list[Member | None]:
        for key, member in self.members.items():
            if member.type != "person" and len(key) > 1:
                large = content_words(key)
                every = {initials(key), initials(large)}
                if large and large[0] in words.GOVERNMENT_BODIES:  # "VA": Department of Veterans Affairs
                    every.add(initials(large[1:]))
                for letters in every:
                    if member not in self.spelled[letters]:
                        self.spelled[letters].append(member)
        self.repeated.update(full for name in names if (full := self._full(name)) is not None)
        seen: set[Member] = set()
        for number, name in enumerate(names):
            full = self._full(name)
            self._marry(name, names[max(0, number - 2) : number])
            if full is not None:
                self.offices[full] |= offices_of(name)
            elif (people := self.by_word.get(name.key[0])) and self._is_namesake(name, people):
                self.namesakes.setdefault(name.key[0], name)
            elif people and len(people) > 1 and (sex := title_sex(name.titles)):
                self.addressed[name.key[0]].update(fit if len(fit := _of_sex(people, sex)) == 1 else people)
            if full is not None and full.type == "person" and full not in seen:
                seen.add(full)
                self._relate(name, full, names[max(0, number - 3) : number])
        found: list[Member | None] = []
        for name in names:
            found.append(self._bearer(name, found[-1] if found else None))
        return found

    def _relate(self, name: Name, member: Member, before: list[Name]) -> None:
        """Takes note of a relative; "Hale's father, Rafael Hale" is not the Hale of whom no more than that is said."""
        relation, last = _relation(self.text, name), name.key[-1]
        if relation is None:
            return
        self.kin[member] = relation["kin"].lower()
        whose = next((n for n in reversed(before) if self.kinds[n.key] in ("person", None)), None)
        if (
            whose is not None
            and whose.key == (last,)
            and self.by_word[last] == [member]
            and name.start - whose.end < NEAR
            and title_sex(whose.titles)
            in (given_sex(member), None)  # else "Mrs. Rook" is told from him by her title
        ):
            other = Member((last,), _display(whose), "person", forms={(last,)})
            self.by_word[last].append(other)
            self.introduced[other] = whose.start

    def _marry(self, name: Name, before: list[Name]) -> None:
        """Takes note of a wife; whose she is, the last person named before her says."""
        relation = _relation(self.text, name)
        husband = next((n for n in reversed(before) if self.kinds.get(n.key) == "person"), None)
        if relation is not None and relation["kin"].lower() == "wife" and husband is not None:
            known = self._full(husband)
            self.wives[parts_of(known.key).last if known else husband.key[-1]].append(name)

    def _full(self, name: Name) -> Member | None:
        return self.members.get(name.key) if len(name.key) > 1 else None

    def _bearer(self, name: Name, before: Member | None) -> Member | None:
        """Whose a name is, ``before`` being who bears the name before it."""
        if (member := self._full(name)) is None:
            return self._single(name)
        self.introduced[member] = name.start
        new = member.type == "person" and member not in self.subjects and not name.possessive
        if new and member in self.kin and _is_aside(self.text, name):
            self.subjects.update(
                m for m in (before,) if m is not None and m.type == "person"
            )  # "Rook, whose father, Ivo Rook, fled, said": she said
        elif new and is_subject(self.text, name.outer, name.end):
            self.subjects.add(member)
        return member

    def _single(self, name: Name) -> Member | None:
        """The bearer of one word: a person by surname or first name, a body by a short form, or itself."""
        word, kind = name.key[0], self.kinds.get(name.key)
        if len(word) == 1:
            return None  # the "K." of "K. Rook", cut off
        known = self.members.get((word,))
        if known is not None and known.type != "person":
            return known
        if (by_letters := self._by_letters(name)) is not None:
            return by_letters
        people = self.by_word.get(word, [])
        if "mrs" in name.titles and (wives := {n.key: n for n in self.wives[word]}):
            return self._bearer(wives.popitem()[1], None) if len(wives) == 1 else None
        if people and self._is_namesake(name, people):
            return self._another(name, word)
        if word in self.namesakes and offices_of(name) and not any(self._holds(m, name) for m in people):
            return self._another(self.namesakes[word], word)  # "President Rook" is no first lady of that name
        if people and kind != "place":
            chosen = self._person(name, word, people)
            if chosen is not None or kind == "person" or len(people) > 1:
                return chosen
        if kind != "place" and (is_family(word, self.by_word) or word.removesuffix("s") in places.DEMONYMS):
            return None
        if kind != "person" or not name.titles:
            body = self._body(name, word, kind)
            if body is not None:
                return body
        if kind != "person" and word in _DESCRIBING_HEADS:
            return None  # "the Court": a description with a capital
        if kind is None and (word in words.ROLE_NOUNS or (not name.tagged and word not in self.middle)):
            return None
        member = self.members.get((word,))
        if member is None:
            if kind != "place" and not name.titles and is_common(self.text, name.words[0]):
                return None
            member = self.members[(word,)] = Member((word,), _display(name, kind), kind)
            member.forms.add((word,))
        if kind == "person" and member not in self.by_word[word]:
            self.by_word[word].append(member)
        return member

    def _by_letters(self, name: Name) -> Member | None:
        """The one person whose initials stand before a turn of an interview: "TR:" for Tom Rook."""
        letters = name.text
        if not (2 <= len(letters) <= 3 and letters.isupper() and self.text.startswith(":", name.end)):
            return None
        found = {m for m in self.members.values() if m.type == "person" and initials(m.key) == name.key[0]}
        return found.pop() if len(found) == 1 else None

    def _holds(self, member: Member, name: Name) -> bool:
        """Whether a member's full name has one of the titles of a shorter one."""
        return bool(self.offices[member] & offices_of(name))

    def _is_namesake(self, name: Name, people: Sequence[Member]) -> bool:
        """Whether a title's gender rules out everybody of a name who is named in full."""
        sex = title_sex(name.titles)
        return sex is not None and len(name.key) == 1 and all(given_sex(m) not in (sex, None) for m in people)

    def _another(self, name: Name, word: str) -> Member:
        """The bearer of "Mr. Voss" where only Mara Voss is named in full."""
        key = (name.titles[-1], word)
        if key not in self.members:
            shown = self.text[name.outer : name.end] if name.titles[-1] in _ADDRESSES else _display(name)
            self.members[key] = Member(key, shown, "person", forms={(word,)})
        return self.members[key]

    def _person(self, name: Name, word: str, people: list[Member]) -> Member | None:
        """Who is meant by a surname or first name that several people may bear.

        A title's gender rules people out. Then the one named so far; the one who had the word to himself before; the
        only one who has done anything yet; the one whom a pronoun behind fits; or the one named in full just before,
        the others long ago. Else it stays open.
        """
        if relation := _relation(self.text, name):  # "his son, Rafael" is no father
            kin = relation["kin"].lower()
            people = [m for m in people if self.kin.get(m, kin) == kin]
        pool = [m for m in people if any(parts_of(form).last == word for form in m.forms)] or people
        if "mrs" in name.titles:  # no daughter, and no man, is Mrs Rook
            pool = [m for m in pool if self.kin.get(m) not in _OF_ONES_NAME and given_sex(m) != "m"]
            if not pool:
                return None
        sex = title_sex(name.titles)
        if len(pool) > 1 and offices_of(name):
            addressed = [m for m in pool if m in self.addressed[word]]
            pool = [m for m in pool if self._holds(m, name)] or [m for m in pool if len(m.key) == 1]
            pool = pool or (addressed if len(addressed) == 1 else [])
            if not pool:
                return None  # "President Rook", of whom no more is said, beside Jo Rook and Ada Rook
        if sex and len(pool) > 1:
            fitting = [m for m in pool if given_sex(m) in (sex, None)]
            pool = [m for m in fitting if given_sex(m) == sex or len(m.key) == 1] or fitting
        chosen = pool[0] if len(pool) == 1 else self._of_several(name, word, pool)
        if chosen is not None and not sex:
            self.bare[word][chosen] += 1
        return chosen

    def _of_several(self, name: Name, word: str, pool: list[Member]) -> Member | None:
        pool = [m for m in pool if m in self.introduced] or pool
        once = [m for m in pool if self.repeated[m] <= 2]
        evidence = (
            pool,
            [m for m in pool if self.bare[word][m]],
            [m for m in pool if m in self.subjects],
            once if all(self.repeated[m] >= 3 for m in pool if m not in once) else [],
            _of_pronoun(self.text, name, pool),
            [m for m in pool if name.start - self.introduced.get(m, -FAR) < FAR],
        )
        for fitting in evidence:
            if len(fitting) == 1:
                if fitting is evidence[-1] and name.start - self.introduced[fitting[0]] > NEAR:
                    return None
                return fitting[0]
        return None

    def _body(self, name: Name, word: str, kind: SpeakerType | None) -> Member | None:
        """The one body that a word is short for: "the Journal", "WHO"; not "Workers", which begins a sentence."""
        if word in places.PLACES or (word in words.GROUP_NOUNS and word not in self.middle):
            return None
        if name.words[0].isupper() and len(word) > 1 and len(self.spelled.get(word, ())) == 1:
            return self.spelled[word][0]
        if kind == "place":
            return None
        holding = [m for m in self.bodies.get(word, ()) if m.type in ("organization", None)]
        holding = list(dict.fromkeys(self.members[m.key] for m in holding))
        ending = [m for m in holding if m.key[-1] == word]
        if len(ending) == 1:
            return ending[0]
        if (
            len(holding) == 1
            and not ending
            and holding[0].type == "organization"
            and holding[0].key[0] == word
        ):
            return holding[0] if word not in places.DEMONYMS else None
        return None


_OF_ONES_NAME = frozenset("daughter granddaughter sister".split())
_DESCRIBING_HEADS = words.ORG_HEADS - words.OWN_BODIES - words.MEDIA
_ADDRESSES = frozenset("mr mrs ms miss".split())
NEAR, FAR = 800, 2000
"""A bare surname is the one named in full within so many characters before, the others being so far away (by hand)."""


def _of_sex(people: Sequence[Member], sex: str) -> list[Member]:
    """Those whose given name tells a gender; else those whose name tells none."""
    return [m for m in people if given_sex(m) == sex] or [m for m in people if given_sex(m) is None]


def offices_of(name: Name) -> set[str]:
    """What the titles before a name tell of its bearer's office: "president", but not "mr"."""
    return {words.SPELLED_OUT.get(title, title) for title in name.titles if is_role(title)} - _ADDRESSES


def is_family(word: str, by_word: Mapping[str, list[Member]]) -> bool:
    """Whether a folded word is the plural of a surname: "the Rooks"."""
    return (word.endswith("s") and bool(by_word.get(word[:-1]))) or (
        word.endswith("es") and bool(by_word.get(word[:-2]))
    )


_RELATIVE = re.compile(
    rf"(?:\b(?:his|her|their|(?P<whose>whose))|['’]s?)\s(?:[\w-]+\s){{0,2}}?(?P<kin>{'|'.join(sorted(words.KIN))})"
    r"(?:['’]s\s(?:\w+\s)?name)?,?\s\Z",
    re.IGNORECASE,
)


def _relation(text: str, name: Name) -> re.Match[str] | None:
    """The words before a name that introduce a relative: "his father, ", "Rook's late mother "."""
    return _RELATIVE.search(text, max(0, name.outer - 60), name.outer)


def _is_aside(text: str, name: Name) -> bool:
    """Whether a relative is named in a clause about another: "Hale, whose father, Rafael Hale, fled"."""
    relation = _relation(text, name)
    return relation is not None and relation["whose"] is not None


_NEXT_PRONOUN = re.compile(r"[^.!?\n“”\"]{0,120}?\b(he|his|him|she|her)\b", re.IGNORECASE)


def _of_pronoun(text: str, name: Name, pool: list[Member]) -> list[Member]:
    """Who has the gender of the pronoun behind a name, with no other name between: "Rook raised her hand"."""
    match = _NEXT_PRONOUN.match(text, name.end)
    if match is None or re.search(r"[ (][A-Z]", match.group()) or not all(given_sex(m) for m in pool):
        return []
    sex = "m" if match.group(1).lower() in words.MALE_PRONOUNS else "f"
    return [m for m in pool if given_sex(m) == sex]
