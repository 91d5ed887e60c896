"""Descriptions of people: whom "the senator", "the 46-year-old" and "his lawyer" stand for in an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from quotetrack.speakers import places, words
from quotetrack.speakers.campaigns import Campaigns
from quotetrack.speakers.candidates import ASIDE_BEFORE, INDEFINITE, Whereabouts, alike, by_head, clear_best
from quotetrack.speakers.discourse import Discourse, Guess, Layout
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.mention import NOBODY, ROLE_ALONE, ROLE_AMONG, TOPIC, Item, Named, owner_of
from quotetrack.speakers.names import fold
from quotetrack.speakers.roles import YEARS, office
from quotetrack.speakers.syntax import is_subject, looks_finite
from quotetrack.speakers.unnamed import NAME_BEHIND, is_stranger

# Weights of a candidate for "the senator": called just so, or only alike; the words beside it agree ("the Ohio
# senator") or name another party, state, country, time or rank; of the same owner ("her lawyer") or of none. Set by
# hand from reading PolNeAR train: of 194 such sources there that get a name, 24 got a wrong one before contrast,
# campaigns, ranks and strangers were looked at, and 6 do now.
SAME_HEAD, LIKE_HEAD = 2.0, 0.9
AGREES, NO_PARTY, OTHER_PARTY, NO_PLACE, OTHER_PLACE = 0.8, -0.2, -3.0, -0.5, -1.5
OTHER_TIME, NO_TIME, OTHER_RANK = -3.0, -2.0, -3.0
OWNED, OTHER_OWNER = 1.0, -0.5
ENOUGH, MARGIN = 0.9, 0.4
ENOUGH_TOPIC = 0.75
"""How sure it has to be whom the text is about, before a description new to it is taken to be of that person."""
ENOUGH_ALIKE = -0.3
"""The least that the words beside it may speak against that."""
OFTEN = 4
"""Mentions of somebody whom an article is about, though it does not say what they are."""
FAR, NEXT = 6, 1
"""Sentences after which a description stands for somebody else just named, if it can; and of a party's people."""

_DETERMINERS = frozenset("the this that his her their its our my".split())
_CAMPAIGN_FOR = frozenset(
    "candidate contender front-runner frontrunner hopeful nominee runner standard-bearer".split()
)
"""What those are called who have a campaign."""
_OFFICES = words.IN_POLITICS - words.PARTY_WORDS - _CAMPAIGN_FOR
"""What somebody is of a place, and not of another."""
_HEADS_OF_STATE = frozenset("ambassador chancellor king leader minister premier president queen".split())
"""Of whom every country has one: "the French president" is no other's."""
_CONTRAST = re.compile(r"(?:[,;] (?:but|though|whereas|while)| (?:after|because|before|when)) \Z")
"""What parts a description from the subject before it: "Rook leads, but the socialist goes on"."""
_SOMEBODY = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) ")
_NOUN_BEHIND = re.compile(r" (?P<noun>[a-z][\w’'-]+)")
_OF_LEADERS = (
    words.PARTY_WORDS | places.DEMONYMS | frozenset("house majority minority opposition senate".split())
)
_RANKS = frozenset(("vice", "vice-presidential"))
_EMPTY = frozenset("the this that his her former then its their new".split())
_PAST = frozenset("former ex onetime one-time erstwhile ousted outgoing retired".split())
_PRESENT = frozenset("acting current incoming incumbent interim new sitting".split())


@dataclass(frozen=True, slots=True)
class _Description:
    """A description in parts.

    Attributes:
        offset: where it begins.
        determiner: its first word.
        head: what it says somebody is: "lawyer", "vice-president".
        beside: the words before the head, without those that say nothing and those of time.
        times: of these words those of time: "former".
        complement: the names behind it, in no aside.
        owner: who "his" or "Rook's" is, None for a thing's.
        thing: what else it is of: "program" in "the program's host".
        restricted: whether a clause tells who it is: "the official who resigned".
    """

    offset: int
    determiner: str
    head: str
    beside: frozenset[str]
    times: frozenset[str]
    complement: frozenset[str]
    owner: Item | None
    thing: str | None
    restricted: bool

    @classmethod
    def of(cls, core: list[Item], rest: list[Item]) -> _Description:
        """The parts of a phrase that ``core_of`` has cut."""
        owner = owner_of(core)
        possessives = [n for n, i in enumerate(core[:-1]) if i.possessive or i.text.endswith("'s")]
        # What stands before "'s" describes another.
        beside = core[possessives[-1] + 1 if possessives else 0 : -1]
        described = frozenset(
            word for i in beside for word in ([i.text] if i.text in places.PLACES else i.text.split())
        )
        times = described & (_PAST | _PRESENT) | ({"ex"} if core[-1].text.startswith("ex-") else set())
        thing = core[possessives[-1]].text.removesuffix("'s") if possessives and owner is None else None
        aside = bool(rest) and rest[0].text == ","
        names = () if aside else (item.text for item in rest[:6] if item.kind == "name")
        complement = frozenset(word for name in names for word in name.split())
        restricted = bool(rest) and rest[0].text == "who"
        head = office(core[-1].text, [item.text for item in core[:-1]])
        first = core[0]
        return cls(
            first.start, first.text, head, described - _EMPTY, times, complement, owner, thing, restricted
        )


class DescribedPeople:
    """Finds in the cast whom a description stands for."""

    def __init__(
        self, text: str, cast: Cast, layout: Layout, discourse: Discourse, campaigns: Campaigns
    ) -> None:
        self._text = text
        self._cast = cast
        self._layout = layout
        self._discourse = discourse
        self._campaigns = campaigns
        self._whereabouts = Whereabouts(cast, layout)
        people = [member for member in cast.members if member.type == "person"]
        self._by_head = by_head(people)
        self._often = max((len(member.mentions) for member in people), default=0)
        """How often the article names whom it names most."""

    def named(self, core: list[Item], rest: list[Item]) -> Named:
        """For "the senator": the person whom the article calls so. "A senator" is nobody in particular."""
        one = _Description.of(core, rest)
        if one.determiner in INDEFINITE or self._is_stranger(one) or self._is_adjective(core, rest):
            return NOBODY
        candidates = self._candidates(one)
        best = clear_best(candidates, ENOUGH, MARGIN)
        about = self._discourse.topics.get(one.offset)
        if best is None and about is not None and about.member in candidates:
            enough = max(ENOUGH, max(candidates.values()) - MARGIN)
            best = about.member if candidates[about.member] >= enough else None
        topic = self._topic(one, core)
        if best is not None:
            far = NEXT if one.head in words.PARTY_WORDS else FAR
            other = topic.members and best not in topic.members
            if other and self._whereabouts.is_far(best, one.offset, far):
                return NOBODY
            return Named((best,), ROLE_ALONE if len(candidates) == 1 else ROLE_AMONG)
        return topic if max(candidates.values(), default=0.0) < ENOUGH else NOBODY

    def _candidates(self, one: _Description) -> dict[Member, float]:
        """Whom the article calls so, or nearly so, and what speaks for each."""
        # Who speaks in a headline speaks below it: "Former Mayor Says …".
        heading = (
            one.determiner not in _DETERMINERS | words.PARTY_WORDS
            and one.owner is None
            and self._layout.paragraph(one.offset) == 0
        )
        guess = self._discourse.topics.get(one.offset)
        about = guess.member if guess is not None else None
        found: dict[Member, float] = {}
        aged = [word for word in one.beside if YEARS.match(word)]  # "the 24-year-old cook"
        for rank, head in enumerate(alike(one.head, words.SAME_ROLES) + _parties(one) + aged):
            for member in self._by_head.get(head, ()):
                if member in found or not _agrees(member, one.head) or (heading and not self._speaks(member)):
                    continue
                weight = LIKE_HEAD if rank else SAME_HEAD
                weight += 0.0 if heading else self._whereabouts.near(member, one.offset)
                weight += _fit(member, one.beside | one.complement, one.head) + _in_time(member, one.times)
                if one.thing is not None and one.thing not in member.describers:
                    weight += OTHER_OWNER
                if one.times & _PAST and not member.describers & _PAST and about not in (None, member):
                    weight += NO_TIME  # "Mayor Rook left. Hale sat. The former mayor"
                found[member] = weight
        if one.owner is not None:
            owned, pronoun = self._words_of(one.owner), self._discourse.pronouns.get(one.owner.start)
            found = {m: w + OWNED for m, w in found.items() if owned & m.describers or self._owns(pronoun, m)}
        return {m: w for m, w in found.items() if one.head in m.heads or not self._contrasts(m, one.offset)}

    def _owns(self, pronoun: Guess | None, member: Member) -> bool:
        """Whether "his" in "his lawyer, Ada Rook" was of the same person."""
        guesses = map(self._discourse.pronouns.get, member.owners)
        return pronoun is not None and any(g is not None and g.member is pronoun.member for g in guesses)

    def _is_stranger(self, one: _Description) -> bool:
        """Whether the sentences just before tell of one without a name: "A union official … The official"."""
        first = self._layout.sentence_start(one.offset, NEXT)
        called = re.escape(one.head).replace(r"\-", "[ -]")
        pattern = re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w’'.-]+ ){{0,5}}{called}\b")
        around = (-1, self._layout.quote(one.offset))
        return any(
            self._layout.quote(found.start()) in around
            and not ASIDE_BEFORE.search(self._text, first, found.start())
            and not NAME_BEHIND.match(self._text, found.end())
            for found in pattern.finditer(self._text, first, one.offset)
        )

    def _is_adjective(self, core: list[Item], rest: list[Item]) -> bool:
        """Whether a party's name is only beside what a mention breaks off before: "the Republican" of "case that"."""
        if core[-1].text not in words.PARTY_WORDS or rest:
            return False
        behind = _NOUN_BEHIND.match(self._text, core[-1].start + len(core[-1].text))
        return behind is not None and not (
            looks_finite(fold(behind["noun"])) or behind["noun"].endswith("ly")
        )

    def _contrasts(self, member: Member, offset: int) -> bool:
        """Whether somebody is the first subject of a sentence that goes on of another: "Rook leads, but the Tory"."""
        if _CONTRAST.search(self._text, max(0, offset - 10), offset) is None:
            return False
        start = self._layout.sentence_start(offset)
        described = min((at for at in self._discourse.described if start <= at < offset), default=offset)
        first = bisect_left(self._cast.starts, start)
        for name, bearer in zip(self._cast.names[first:], self._cast.bearers[first:], strict=True):
            if name.end > described:
                break
            if bearer is not None and not name.possessive and is_subject(self._text, name.outer, name.end):
                return bearer is member
        return self._discourse.described.get(described) is member

    def _speaks(self, member: Member) -> bool:
        """Whether a member is named in the source of a statement."""
        return any(self._discourse.in_source(self._cast.starts[number]) for number in member.mentions)

    def _words_of(self, owner: Item) -> set[str]:
        """The words of a possessor's name."""
        if owner.kind == "name":
            member = self._cast.bearers[owner.number]
            return set(member.key if member else owner.text.split())
        guess = self._discourse.pronouns.get(owner.start)
        return (
            set(guess.member.key)
            if guess
            else {owner.text.removesuffix("'s")} - {"its", "their", "our", "my"}
        )

    def _topic(self, one: _Description, core: list[Item]) -> Named:
        """For "the billionaire", said of nobody before: whom the text is about, if nothing speaks against it."""
        guess = self._discourse.topics.get(one.offset)
        if (
            guess is None
            or guess.certainty < ENOUGH_TOPIC
            or one.determiner != "the"
            or not (one.head in words.EPITHETS or self._tells_age(guess.member, one))
            or one.complement
            or one.owner is not None
            or one.thing is not None
            or one.restricted
            or (self._text[core[-1].start].isupper() and one.head not in words.PARTY_WORDS)
        ):
            return NOBODY
        names = [item for item in core[:-1] if item.kind == "name" and item.text not in places.PLACES]
        bearers = [self._cast.bearers[item.number] for item in names]
        if any(bearer is None or bearer.type in ("person", None) for bearer in bearers):
            return NOBODY  # "the Lincoln actor"
        placed = self._whereabouts.is_beside(guess.member, one.offset) and self._opens_a_place(one.offset)
        if placed or self._contrasts(guess.member, one.offset) or not self._may_be(guess.member, one):
            return NOBODY
        return Named((guess.member,), guess.certainty * TOPIC)

    def _tells_age(self, member: Member, one: _Description) -> bool:
        """Whether a description is new to the text by its age, "the 46-year-old", and of the only person around."""
        if not YEARS.match(one.head):
            return False
        first = self._layout.sentence_start(one.offset, NEXT)
        at, end = (bisect_left(self._cast.starts, offset) for offset in (first, one.offset))
        pairs = zip(self._cast.names[at:end], self._cast.bearers[at:end], strict=True)
        people = {
            m
            for name, m in pairs
            if self._layout.quote(name.start) < 0 and (m.type if m else name.type or "") in ("person", None)
        }
        passing = [found.start() for found in _SOMEBODY.finditer(self._text, first, one.offset)]
        passing = [start for start in passing if self._layout.quote(start) < 0]
        return people == {member} and not any(is_stranger(self._text, start) for start in passing)

    def _may_be(self, member: Member, one: _Description) -> bool:
        """Whether somebody may be what a description says, of whom the article has not said it."""
        head, heads, beside = one.head, member.heads, one.beside
        if head in words.PARTY_WORDS and not heads & words.AROUND_POLITICS:
            beside = beside & words.PARTY_WORDS | {head}  # where they are from is news of a party's people
        elif not _is_placed(member) and not (head in words.IN_POLITICS and heads & _OFFICES):
            beside -= places.STATES  # "the Ohio senator", where nothing has been said of Rook
        if not _agrees(member, head) or _fit(member, beside, head) < ENOUGH_ALIKE:
            return False
        if YEARS.match(head):
            return not any(map(YEARS.match, heads))  # or it is of another age
        if head in words.HONORIFICS and heads & words.HONORIFICS - {"mr", "mrs", "ms", "doctor"}:
            return False  # "the judge" is not a senator
        if head not in words.IN_POLITICS:
            return not heads & words.AROUND_POLITICS
        if heads & words.KIN:
            return False  # who is said to be somebody's wife
        if head == "leader" and not one.beside <= _OF_LEADERS | member.describers:
            return False  # "the band leader"
        if heads & words.IN_POLITICS:
            return True
        if head in _CAMPAIGN_FOR and self._has_less(member, one):
            return False  # who works for "the Republican nominee"
        if heads & words.AROUND_POLITICS:
            return False
        placed = one.beside & places.STATES
        if placed and head in words.PARTY_WORDS:
            return True
        return len(member.mentions) >= max(0 if placed else OFTEN, self._often / 2)

    def _has_less(self, member: Member, one: _Description) -> bool:
        """Whether others have a campaign, and somebody has none, or nothing says so."""
        running = self._campaigns.running()
        others = [m for m in running if not self._whereabouts.is_far(m, one.offset, FAR)]
        return member not in running and any(
            one.beside or len(other.mentions) > len(member.mentions) for other in others
        )

    def _opens_a_place(self, offset: int) -> bool:
        """Whether the sentence up to an offset is but its time or place: "At a debate with Rook,"."""
        start = self._layout.sentence_start(offset)
        before = self._text[start:offset].split(None, 1)
        return len(before) == 2 and fold(before[0]) in words.PREPOSITIONS and before[1].endswith(", ")


def _parties(one: _Description) -> list[str]:
    """For "the Republican nominee", who may have been called a Republican and no more."""
    if one.head not in words.EPITHETS:
        return []
    parties = {words.party_of(word) for word in one.beside} & words.PARTY_WORDS
    return sorted("democrat" if party == "democratic" else party for party in parties)


def _agrees(member: Member, head: str) -> bool:
    """Agreement in gender: no man is a spokeswoman."""
    return member.sex != ("f" if head in words.MALE_ROLES else "m" if head in words.FEMALE_ROLES else "")


def _fit(member: Member, described: frozenset[str], head: str) -> float:
    """Agreement of the words beside a role: "the Ohio senator" is one from Ohio, and not one from Texas."""
    own = {words.party_of(word) for word in member.describers | member.heads}
    weight = 0.0
    countries = {places.COUNTRY_OF[word] for word in own if word in places.COUNTRY_OF}
    shared = {
        word
        for word in map(words.party_of, described)
        if own.issuperset(word.split()) or places.COUNTRY_OF.get(word) in countries
    }
    for word in map(words.party_of, described):
        if word in shared:
            weight += AGREES
        elif word in _RANKS:
            weight += OTHER_RANK
        elif word in words.PARTY_WORDS:
            weight += OTHER_PARTY if own & words.PARTY_WORDS else NO_PARTY
        elif word in places.DEMONYMS or word in places.STATES:
            telling = (
                head in words.PARTY_WORDS if word in places.STATES else head in _HEADS_OF_STATE and not shared
            )
            passing = (len(member.mentions) < 2 and not shared) or _is_placed(member)
            weight += OTHER_PLACE if telling or passing else NO_PLACE
    return weight


def _is_placed(member: Member) -> bool:
    """Whether the article says where somebody is from."""
    return bool(member.describers & (places.DEMONYMS | places.STATES))


def _in_time(member: Member, times: frozenset[str]) -> float:
    """Agreement in time: no interim chairman is "the former chairman", and no former one "the acting chairman"."""
    own = member.describers & (_PAST | _PRESENT)
    for wanted, other in ((_PAST, _PRESENT), (_PRESENT, _PAST)):
        if times & wanted:
            return AGREES if own & wanted else OTHER_TIME if own & other else 0.0
    return 0.0
