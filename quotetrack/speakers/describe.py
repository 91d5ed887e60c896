"""Descriptions: whom "the senator", "the ministry", "the campaign" and "it" stand for in an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import dropwhile

from quotetrack.model import Speaker
from quotetrack.speakers import places, words
from quotetrack.speakers.discourse import Discourse, Guess, Layout
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.mention import NOBODY, ROLE_ALONE, ROLE_AMONG, TOPIC, WEAK, Item, Named, owner_of
from quotetrack.speakers.names import fold
from quotetrack.speakers.syntax import is_subject, looks_finite, word_before

# Weights of a candidate for "the senator": called just so, or only alike; the words beside it agree ("the Ohio
# senator") or name another party, state or country; named lately and often. Set by hand from reading PolNeAR train.
SAME_HEAD, LIKE_HEAD, LIKE_BODY = 2.0, 0.9, 1.0
AGREES, NO_PARTY, OTHER_PARTY, NO_PLACE, OTHER_PLACE, OTHER_TIME = 0.8, -0.2, -3.0, -0.5, -1.5, -3.0
OWNED = 1.0
UNNAMED_YET, PER_SENTENCE, PER_MENTION = -1.2, -0.15, 0.1
LONG_AGO, LONG_AGO_BODY = -1.0, -1.5
ENOUGH, MARGIN = 0.9, 0.4
ENOUGH_BODY, MARGIN_BODY = 0.7, 0.3
ENOUGH_TOPIC = 0.75
"""How sure it has to be whom the text is about, before a description new to it is taken to be of that person."""
OFTEN = 4
"""Mentions of somebody whom an article is about, though it does not say what they are."""
FAR = 6
"""Sentences after which a description stands for somebody else just named, if it can."""

_INDEFINITE = frozenset("a an one another every any no each".split())
_DETERMINERS = frozenset("the this that his her their its our my".split())
_GOVERNING = words.PREPOSITIONS | {"of"}
_EMPTY = frozenset("the this that his her former then its their new".split())
_PAST = frozenset("former ex onetime one-time erstwhile ousted outgoing retired".split())
_PRESENT = frozenset("acting current incoming incumbent interim new sitting".split())
_SEATS = {word: word for word in ("city", "state", "country")} | {
    "town": "city",
    "village": "city",
    "nation": "country",
}
"""Places that speak, by the kind that they are."""
_CAMPAIGN_AFTER = {
    head: re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s)?{head}\b") for head in ("campaign", "administration")
}


class Descriptions:
    """Finds in the cast whom a description stands for."""

    def __init__(self, text: str, cast: Cast, layout: Layout, discourse: Discourse) -> None:
        self._text = text
        self._cast = cast
        self._layout = layout
        self._discourse = discourse
        self._by_head: dict[str, list[Member]] = {}
        for member in cast.members:
            for head in member.heads:
                self._by_head.setdefault(head, []).append(member)
        self._with_campaign: dict[str, set[Member]] = {}
        self._in_court = "please the Court" in text

    def role(self, core: list[Item], rest: list[Item]) -> Named:
        """For "the senator": the person whom the article calls so. "A senator" is nobody in particular."""
        head = core[-1].text
        if core[0].text in _INDEFINITE:
            return NOBODY
        owner = owner_of(core)
        possessives = [n for n, i in enumerate(core[:-1]) if i.possessive or i.text.endswith("'s")]
        # What stands before "'s" describes another.
        beside = core[possessives[-1] + 1 if possessives else 0 : -1]
        described = {w for i in beside for w in i.text.split()}
        times, described = described & (_PAST | _PRESENT), described - _EMPTY
        complement = {w for i in rest[:6] if i.kind == "name" for w in i.text.split()}
        candidates: dict[Member, float] = {}
        by_role = _alike(head, words.SAME_ROLES)
        # Who speaks in a headline speaks below it: "Former Mayor Says …".
        heading = (
            core[0].text not in _DETERMINERS | words.PARTY_WORDS
            and owner is None
            and self._layout.paragraph(core[0].start) == 0
        )
        for rank, alike in enumerate(by_role + _parties(head, described)):
            for member in self._by_head.get(alike, ()):
                if heading and not self._speaks(member):
                    continue
                if member not in candidates and member.type == "person" and _agrees(member, head):
                    near = 0.0 if heading else self._near(member, core[0].start)
                    weight = LIKE_HEAD if rank else SAME_HEAD
                    fit = _fit(member, described | complement) + _in_time(member, times)
                    candidates[member] = weight + fit + near
        if owner is not None:
            owned, pronoun = self._words_of(owner), self._discourse.pronouns.get(owner.start)
            candidates = {
                m: w + OWNED for m, w in candidates.items() if owned & m.describers or self._owns(pronoun, m)
            }
        best = _clear_best(candidates, ENOUGH, MARGIN)
        about = self._discourse.topics.get(core[0].start)
        if best is None and about is not None and about.member in candidates:
            best = (
                about.member
                if candidates[about.member] >= max(ENOUGH, max(candidates.values()) - MARGIN)
                else None
            )
        topic = NOBODY
        if core[0].text == "the" and head in words.EPITHETS and not (complement or possessives):
            topic = self._topic(core, head, described)
        if best is not None and not (
            topic.members and best not in topic.members and self._is_far(best, core[0].start)
        ):
            return Named((best,), ROLE_ALONE if len(candidates) == 1 else ROLE_AMONG)
        return topic if best is None and max(candidates.values(), default=0.0) < ENOUGH else NOBODY

    def _owns(self, pronoun: Guess | None, member: Member) -> bool:
        """Whether "his" in "his lawyer, Ada Rook" was of the same person."""
        guesses = map(self._discourse.pronouns.get, member.owners)
        return pronoun is not None and any(g is not None and g.member is pronoun.member for g in guesses)

    def _is_far(self, member: Member, offset: int) -> bool:
        at = bisect_left(member.mentions, bisect_left(self._cast.starts, offset)) - 1
        return at < 0 or self._layout.sentence(offset) - self._layout.sentence(self._start(member, at)) > FAR

    def _speaks(self, member: Member) -> bool:
        """Whether a member is named in the source of a statement."""
        return any(self._discourse.in_source(self._cast.starts[number]) for number in member.mentions)

    def _is_beside(self, member: Member, offset: int) -> bool:
        """Whether a sentence names a member before an offset in it."""
        at = bisect_left(member.mentions, bisect_left(self._cast.starts, offset)) - 1
        return at >= 0 and self._layout.sentence(offset) == self._layout.sentence(self._start(member, at))

    def _start(self, member: Member, mention: int) -> int:
        return self._cast.starts[member.mentions[mention]]

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

    def _topic(self, core: list[Item], head: str, described: set[str]) -> Named:
        """For "the billionaire", said of nobody before: whom the text is about, if nothing speaks against it."""
        guess = self._discourse.topics.get(core[0].start)
        if guess is None or guess.certainty < ENOUGH_TOPIC or not _agrees(guess.member, head):
            return NOBODY
        heads = guess.member.heads
        if _fit(guess.member, described) < -0.3:
            return NOBODY
        if head in words.HONORIFICS and heads & words.HONORIFICS - {"mr", "mrs", "ms", "doctor"}:
            return NOBODY  # "the judge" is not a senator
        beside = bool(heads & words.AROUND_POLITICS)
        if head in words.IN_POLITICS:
            beside = not heads & words.IN_POLITICS and (beside or len(guess.member.mentions) < OFTEN)
        if beside:
            return NOBODY
        return Named((guess.member,), guess.certainty * TOPIC)

    def _near(self, member: Member, offset: int, least: float = LONG_AGO) -> float:
        """More for somebody named often so far, less for somebody not named for long, or not yet."""
        at = bisect_left(member.mentions, bisect_left(self._cast.starts, offset)) - 1
        while at >= 0 and self._layout.quote(self._start(member, at)) not in (-1, self._layout.quote(offset)):
            at -= 1  # another's words do not name whom the article goes on about
        if at < 0:
            return UNNAMED_YET
        distance = self._layout.sentence(offset) - self._layout.sentence(self._start(member, at))
        return max(least, PER_SENTENCE * distance) + PER_MENTION * min(5, at)

    def body(self, core: list[Item], rest: list[Item]) -> Named:
        """For "the ministry": the body that the article names so."""
        head = core[-1].text
        if core[0].text in _INDEFINITE or (rest and rest[0].text == "of"):
            return NOBODY
        if head == "government" and (country := self._country(core)) is not None:
            return Named((country,), ROLE_ALONE)
        modifiers = {w for i in core[:-1] for w in i.text.split()} - {"the", "this", "that", "its", "their"}
        candidates: dict[Member, float] = {}
        sits = self._in_court and head == "court"  # the court that hears the case, if none is named beside it
        heads = _alike(head, words.SAME_BODIES)
        for rank, word in enumerate(heads):
            for member in self._by_head.get(word, ()):
                if member in candidates or member.type in ("person", "place"):
                    continue
                if sits and not self._is_beside(member, core[0].start):
                    continue
                own = {*member.key, *member.describers}
                weight = (LIKE_BODY if rank else SAME_HEAD) + self._near(member, core[0].start, LONG_AGO_BODY)
                candidates[member] = weight + sum(AGREES if w in own else NO_PLACE for w in modifiers)
        best = _clear_best(candidates, ENOUGH_BODY, MARGIN_BODY)
        if best is not None:
            return Named((best,), ROLE_ALONE if len(candidates) == 1 else ROLE_AMONG)
        if not candidates and core[0].text == "the" and len(core) == 2:
            return self.neuter(core[0], unheaded=True)
        return NOBODY

    def _country(self, core: list[Item]) -> Member | Speaker | None:
        """The country of "the French government", "Japan's government"."""
        for item in core[:-1]:
            key = places.COUNTRY_OF.get(item.text.removesuffix("'s"))
            if key is not None:
                of_it = (
                    m for m in self._cast.members if m.type == "place" and _is_country(m.name.lower(), key)
                )
                return next(of_it, Speaker(key.title(), "place"))
        return None

    def neuter(self, item: Item, *, unheaded: bool = False) -> Named:
        """For "it": the body or place that acted just before; ``unheaded``: one of which the kind is not known."""
        sentence = self._layout.sentence(item.start)
        last = bisect_left(self._cast.starts, item.start) - 1
        weights: dict[Member, float] = {}
        for number in range(last, max(-1, last - 8), -1):
            name, member = self._cast.names[number], self._cast.bearers[number]
            distance = sentence - self._layout.sentence(name.start)
            if distance > 1:
                break
            if member is None or member.type not in ("organization", "place"):
                continue
            if unheaded and (member.type == "place" or member.heads):
                continue
            speaks = self._discourse.in_source(name.start) and (
                word_before(self._text, name.outer) not in _GOVERNING
            )  # not "the court in Rookport"
            acts = speaks or is_subject(self._text, name.outer, name.end)
            weight = 1.0 - distance - (self._layout.quote(name.start) >= 0)
            weights.setdefault(member, weight + (2 if acts and not name.possessive else -1))
        start = self._layout.sentence_starts[max(0, sentence - 1)]
        first = bisect_left(self._cast.starts, start)
        if not unheaded and first <= last and self._cast.names[first].outer - start in (0, 4):
            for head in _CAMPAIGN_AFTER:
                named = self._cast.bearers[first]
                if named is not None and self._has_campaign(first, head, acting=True):
                    return Named((_named_after(named, head),), WEAK)
        best = _clear_best(weights, 2.0, 1.0)
        return Named((best,), WEAK) if best is not None else NOBODY

    def place(self, core: list[Item], rest: list[Item]) -> Named:
        """For "the city": the place named last, if it is of that kind."""
        if core[0].text != "the" or len(core) > 2 or rest:
            return NOBODY
        last = bisect_left(self._cast.starts, core[0].start) - 1
        for number in range(last, max(-1, last - 6), -1):
            member = self._cast.bearers[number]
            if member is not None and member.type == "place":
                word = member.name.lower()
                kind = (
                    "state" if word in places.STATES else "country" if word in places.COUNTRY_OF else "city"
                )
                if kind == _SEATS[core[-1].text]:
                    return Named((member,), WEAK)
        return NOBODY

    def campaign(self, core: list[Item]) -> Named:
        """For "the Rook campaign", "her campaign", "the campaign": a body named after its head."""
        head = core[-1].text
        for item in reversed(core[:-1]):
            if item.kind == "name":
                member = self._cast.bearers[item.number]
                return Named((_named_after(member, head),), ROLE_ALONE) if member is not None else NOBODY
            if item.text in ("his", "her"):
                guess = self._discourse.pronouns.get(item.start)
                return Named((_named_after(guess.member, head),), guess.certainty) if guess else NOBODY
        if core[0].text != "the" or len(core) > 2:
            return NOBODY
        last = bisect_left(self._cast.starts, core[0].start) - 1
        named = next((n for n in range(last, max(-1, last - 40), -1) if self._has_campaign(n, head)), None)
        before = self._cast.bearers[named] if named is not None else None
        sentence = self._layout.sentence(core[0].start)
        if before is None or sentence - self._layout.sentence(self._cast.starts[named or 0]) > 1:
            topic = self._discourse.topics.get(core[0].start)
            if topic is not None and topic.member in self._campaigners(head):
                return Named((_named_after(topic.member, head),), ROLE_AMONG)
        return Named((_named_after(before, head),), ROLE_AMONG) if before is not None else NOBODY

    def _has_campaign(self, number: int, head: str, *, acting: bool = False) -> bool:
        """Whether a name has the word behind it; ``acting``: as the subject of a verb."""
        end = self._cast.names[number].end
        match = _CAMPAIGN_AFTER[head].match(self._text, end, end + 40)
        if match is None or not acting:
            return match is not None
        behind = map(fold, self._text[match.end() : match.end() + 40].replace(",", "").split()[:2])
        return looks_finite(next(dropwhile(lambda word: word.endswith("ly"), behind), ""))

    def _campaigners(self, head: str) -> set[Member]:
        """The people of whom the article says "Rook's campaign" or "the Rook campaign"."""
        if head not in self._with_campaign:
            bearers = enumerate(self._cast.bearers)
            self._with_campaign[head] = {
                m for n, m in bearers if m is not None and self._has_campaign(n, head)
            }
        return self._with_campaign[head]


def _is_country(name: str, key: str) -> bool:
    """Whether a name in lower case is one of the country itself, and not of its people or capital."""
    return name in places.COUNTRIES and places.COUNTRY_OF[name] == key


def is_place(head: str) -> bool:
    """Whether a description's head is a kind of place that speaks: "the city"."""
    return head in _SEATS


def is_campaign(head: str) -> bool:
    """Whether a description's head is a body that is named after a person: "the campaign"."""
    return head in _CAMPAIGN_AFTER


def _alike(head: str, groups: tuple[frozenset[str], ...]) -> list[str]:
    """The head first, then those that mean nearly the same."""
    return [head, *sorted({w for group in groups if head in group for w in group} - {head})]


def _parties(head: str, described: set[str]) -> list[str]:
    """For "the Republican nominee", who may have been called a Republican and no more."""
    if head not in words.EPITHETS:
        return []
    parties = {words.party_of(word) for word in described} & words.PARTY_WORDS
    return sorted("democrat" if party == "democratic" else party for party in parties)


def _agrees(member: Member, head: str) -> bool:
    """Agreement in gender: no man is a spokeswoman."""
    return member.sex != ("f" if head in words.MALE_ROLES else "m" if head in words.FEMALE_ROLES else "")


def _fit(member: Member, described: set[str]) -> float:
    """Agreement of the words beside a role: "the Ohio senator" is one from Ohio, and not one from Texas."""
    own = {words.party_of(word) for word in member.describers | member.heads}
    weight = 0.0
    for word in map(words.party_of, described):
        if word in own:
            weight += AGREES
        elif word in words.PARTY_WORDS:
            weight += OTHER_PARTY if own & words.PARTY_WORDS else NO_PARTY
        elif word in places.DEMONYMS or word in places.STATES:
            passing = len(member.mentions) < 2 or own & (places.DEMONYMS | places.STATES)
            weight += OTHER_PLACE if passing else NO_PLACE
    return weight


def _in_time(member: Member, times: set[str]) -> float:
    """Agreement in time: no interim chairman is "the former chairman", and no former one "the acting chairman"."""
    own = member.describers & (_PAST | _PRESENT)
    for wanted, other in ((_PAST, _PRESENT), (_PRESENT, _PAST)):
        if times & wanted:
            return AGREES if own & wanted else OTHER_TIME if own & other else 0.0
    return 0.0


def _clear_best(candidates: dict[Member, float], enough: float, margin: float) -> Member | None:
    """The heaviest candidate, if it is heavy enough and well ahead of the next."""
    ranked = sorted(candidates.items(), key=lambda c: -c[1])
    if not ranked or ranked[0][1] < enough or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin):
        return None
    return ranked[0][0]


def _named_after(member: Member, head: str) -> Speaker:
    shown = member.name.split()[-1] if member.type == "person" else member.name
    return Speaker(f"{shown} {head}", "organization")
