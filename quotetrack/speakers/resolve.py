"""From a mention to the members of the cast that it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile

from quotetrack.model import Span, Speaker
from quotetrack.speakers import places, words
from quotetrack.speakers.campaigns import Campaigns, is_campaign
from quotetrack.speakers.cast import is_family
from quotetrack.speakers.described_bodies import DescribedBodies, is_place
from quotetrack.speakers.described_people import DescribedPeople
from quotetrack.speakers.discourse import Discourse, Layout
from quotetrack.speakers.finding import find_names
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.mention import (
    FULL_NAME,
    MADE_BY,
    NOBODY,
    ORPHAN,
    OWN_NAME,
    SHORT_NAME,
    WEAK,
    Item,
    Named,
    core_of,
    items_of,
    owner_of,
)
from quotetrack.speakers.names import Name, fold
from quotetrack.speakers.pronouns import Pronouns
from quotetrack.speakers.roles import YEARS, is_role
from quotetrack.speakers.syntax import is_common, is_subject

_OTHER_CLAUSE = re.compile(
    r"[;:—“”\"]|\b(?:because|I|if|it|that|there|they|we|what|when|where|which|while|who|whom|whose|you)\b"
)
_MEDIUM = re.compile(r"[Tt]he (?P<name>[A-Z]\w+)")
_BEFORE_A_SOURCE = frozenset("according to by from both either neither even only but".split())
_DASHES = frozenset("— – -- :".split())
_GROUP_DETERMINERS = words.GROUP_DETERMINERS - {"other", "both", "such", "leading", "all", "two"}
_ADDRESS = frozenset("Mr Mrs Ms Dr".split())
_AT_THE_END = frozenset(("himself", "herself", "itself", "themselves", "too", "", "!", "?"))
_TIMES = frozenset("month morning season summer week weekend winter year".split())
_MEDIA_NOUNS = frozenset(
    "blog broadcaster channel magazine newspaper network newsletter podcast site tabloid website weekly".split()
)
"""What stands behind the name of a medium: "Time magazine"."""
_MAY_BE_BODIES = frozenset(
    "ally broadcaster builder buyer competitor contractor creditor developer employer insurer landlord lender maker "
    "manufacturer operator organiser organizer owner parent partner publisher rival seller sponsor supplier".split()
)
_IN_FRONT = frozenset("the former late state then-state".split())
"""What may stand between a comma and the titles of a name: "her opponent, state Sen. Ada Rook"."""
_AT_A_PLACE = frozenset("after at before during in inside on outside".split())
_NO_TITLE = words.BREAKERS - {"and"}
"""What ends a title: "former Secretary of State and front-runner Ada Rook" has one, with an "and"."""
_ONCE = frozenset("ex former retired then".split())
_OF_A_PEOPLE = ("ian", "an", "ese", "ish")
_SINCE = frozenset("former formerly now then currently".split())
_ONE = frozenset("a an another his her its our my the their".split())
_DETERMINED = _ONE | frozenset(("the", "one"))
_DESCRIBED = frozenset("the this his her".split())


class Resolver:
    """Names the mentions of one article."""

    def __init__(self, text: str, cast: Cast, layout: Layout, discourse: Discourse) -> None:
        self._text = text
        self._cast = cast
        self._layout = layout
        self._discourse = discourse
        self._campaigns = Campaigns(text, cast, layout, discourse)
        self._people = DescribedPeople(text, cast, layout, discourse, self._campaigns)
        self._bodies = DescribedBodies(text, cast, layout, discourse, self._campaigns)
        self._pronouns = Pronouns(text, cast, layout, discourse, self._bodies)
        self.quoted = self._pronouns.quoted

    # --- entry -------------------------------------------------------------------------------------------------

    def name(self, spans: Sequence[Span], enclosing: Named | None = None) -> Named:
        """Whom the mention at ``spans`` stands for; ``enclosing`` is who speaks the quotation around it."""
        return next((n for span in spans if (n := self._span(span, enclosing)).members), NOBODY)

    def described(self, span: Span) -> Member | None:
        """The person whom a source stands for that is a description without a name, or "who"."""
        first = self._text[span.start : span.end].split(None, 1)
        if first == ["who"]:
            return next(
                (
                    m
                    for m in self._pronouns.relative(Item("word", "who", span.start)).members
                    if isinstance(m, Member)
                ),
                None,
            )
        if not first or first[0].lower() not in _DESCRIBED:
            return None
        items = items_of(self._text, self._cast, span)
        if len(items) < 2 or any(item.kind == "name" and not item.possessive for item in items):
            return None
        core, rest = core_of(items)
        head = core[-1]
        if head.kind != "word" or not (is_role(head.text) or YEARS.match(head.text)):
            return None
        found = self._people.named(core, rest).members
        return found[0] if found and isinstance(found[0], Member) else None

    def subject_before(self, offset: int) -> Named:
        """The only person in the sentence before a paragraph, who has to be its subject."""
        layout = self._layout
        sentence = layout.sentence(offset) - 1
        if sentence < 0 or layout.paragraph(layout.sentence_starts[sentence]) < layout.paragraph(offset) - 1:
            return NOBODY
        found: dict[Member | None, bool] = {}
        number = bisect_left(self._cast.starts, offset) - 1
        while number >= 0 and self._cast.starts[number] >= layout.sentence_starts[sentence]:
            name, member = self._cast.names[number], self._cast.bearers[number]
            if member is None or member.type == "person":
                acts = not name.possessive and is_subject(self._text, name.outer, name.end)
                found[member] = found.get(member, False) or acts
            number -= 1
        (member, acts), *others = found.items() or [(None, False)]
        return Named((member,), ORPHAN) if member is not None and acts and not others else NOBODY

    def subject_of_sentence(self, offset: int) -> Named:
        """The only person who is a subject in a sentence up to an offset, with no clause begun since he was named."""
        start = self._layout.sentence_start(offset)
        subjects: dict[Member | None, int] = {}
        first = bisect_left(self._cast.starts, start)
        for name, member in zip(self._cast.names[first:], self._cast.bearers[first:], strict=True):
            if name.end > offset:
                break
            acts = not name.possessive and is_subject(self._text, name.outer, name.end)
            if acts and (member is None or member.type == "person"):
                subjects.setdefault(member, name.end)
        for at, guess in self._discourse.pronouns.items():
            if start <= at < offset and self._text[at : at + 3].lower().split()[0] in ("he", "she"):
                subjects.setdefault(guess.member if guess else None, at + 3)
        if len(subjects) != 1:
            return NOBODY
        ((member, end),) = subjects.items()
        between = self._text[end:offset]
        if member is None or _OTHER_CLAUSE.search(between) or self._layout.quote(end) >= 0:
            return NOBODY
        return Named((member,), SHORT_NAME * ORPHAN)

    def _span(self, span: Span, enclosing: Named | None) -> Named:
        items = items_of(self._text, self._cast, self._whole(span))
        citing = next((i for i, item in enumerate(items) if i and item.text in ("citing", "quoting")), None)
        if citing is not None:
            said = self._phrase(items[citing + 1 :], enclosing)
            if said.members:
                medium = self._phrase(items[:citing], enclosing)
                return Named(said.members, said.certainty, medium.speakers())
        named = self._phrase(items, enclosing)
        if not named.members and not any(item.kind == "name" for item in items):
            named = self._in_capitals(span)
        if len(named.members) > 1:
            self._pronouns.last_joint = (span.end, named)
        return named

    def _whole(self, span: Span) -> Span:
        """A mention with the name that it breaks off before: "Mr" of "Mr. Rook"."""
        if self._text[span.start : span.end].rstrip(".") not in _ADDRESS:
            return span
        at = bisect_left(self._cast.starts, span.end)
        name = self._cast.names[at] if at < len(self._cast.names) else None
        return Span(span.start, name.end) if name is not None and name.outer == span.start else span

    def _in_capitals(self, span: Span) -> Named:
        """A source in a headline or a list, whose name the text has nowhere else."""
        source = span.of(self._text)
        medium = _MEDIUM.fullmatch(source)
        if medium is not None and fold(medium["name"]) in words.MEDIA:
            return Named((Speaker(medium["name"], "organization"),), WEAK)
        found = [n for n in find_names(source, ()) if n.type in ("person", "organization")]
        if len(found) != 1 or (len(found[0].words) < 2 and not found[0].titles):
            return NOBODY
        if words.ORG_HEADS.issuperset(found[0].key):
            return NOBODY  # "HOSPITAL TRUST"
        longer = [m for m in self._cast.members if m.type == "organization" and {*found[0].key} <= {*m.key}]
        if longer:  # "Foreign Ministry" where the text has one of Norway, or two
            return Named((longer[0],), WEAK) if len(longer) == 1 else NOBODY
        alone = found[0].end >= len(source.rstrip(" :")) and source[: found[0].outer].strip().lower() in (
            "",
            "the",
        )
        return Named((Speaker(found[0].text, found[0].type),), WEAK) if alone else NOBODY

    # --- phrases -----------------------------------------------------------------------------------------------

    def _phrase(self, items: list[Item], enclosing: Named | None) -> Named:
        while items and (items[0].kind == "mark" or (len(items) > 1 and items[0].text in _BEFORE_A_SOURCE)):
            items = items[1:]
        while len(items) > 1 and items[-1].text in _AT_THE_END:
            items = items[:-1]  # "Rook himself", "Rook." where the mark is the sentence's
        if len(items) > 2 and items[-1].text in _TIMES and items[-2].text in ("this", "last", "next"):
            items = items[: -3 if items[-3].text == "just" else -2]  # "Rook just this month"
        if items and self._names_a_place(items[0]):
            line = next((n for n, i in enumerate(items[:7]) if i.text in _DASHES), None)
            if line is not None and (line == 1 or (items[1].text, items[line - 1].text) == ("(", ")")):
                items = items[line + 1 :]  # "LOWMOOR (Agency) - European leaders"
        if (
            items
            and items[0].text in _AT_A_PLACE
            and (comma := next((n for n, i in enumerate(items) if i.text == ","), 0))
        ):
            items = items[comma + 1 :] or items  # "Outside court, Lume's founder, Ada Rook,"
        aside = next((n for n, i in enumerate(items[:-3]) if i.text == "("), None)
        if aside is not None and (end := _closing(items, aside)) is not None:
            items = items[:aside] + items[end:]  # "Rook County (Ohio) Sheriff Ada Rook"
        if not items:
            return NOBODY
        if items[0].kind == "word" and items[0].text in ("who", "which"):
            return self._pronouns.relative(items[0])  # "which runs St Brigid's": whoever is named before it
        joint = self._joint(items, enclosing)
        return self._single(items, enclosing) if joint is None else joint

    def _names_a_place(self, item: Item) -> bool:
        """Whether an item is the name of a place."""
        bearer = self._cast.bearers[item.number] if item.kind == "name" else None
        return bearer is not None and bearer.type == "place"

    def _names_a_body(self, item: Item) -> bool:
        """Whether an item is the name of one that is nobody and no place."""
        bearer = self._cast.bearers[item.number] if item.kind == "name" and not item.possessive else None
        return bearer is not None and bearer.type not in ("person", "place")

    def _joint(self, items: list[Item], enclosing: Named | None) -> Named | None:
        """For "Rook and Hale", "Rook, Hale and two others": everybody named in it; None when it is of one."""
        if core_of(items)[0][-1].text in words.MINES and items[0].kind == "word":
            return None  # "a poll by Rook and Hale": one thing, whose makers are two
        for cut, item in enumerate(items[:-1]):
            left, right = items[:cut], items[cut + 1 :]
            if item.text in ("and", "&", "or", "nor") and left and self._coordinates(left, right):
                if len(right) > 1 and right[0].possessive and all(i.kind == "name" for i in left):
                    # "Rook and Hale's lawyer, Pelk": the lawyer of both, perhaps
                    return self._phrase(right, enclosing)
                parts = [self._phrase(part, enclosing) for part in (*_commas(left), right)]
                named = [part for part in parts if part.members]
                members = dict.fromkeys(m for part in named for m in part.members)
                return Named(tuple(members), min((p.certainty for p in named), default=1.0))
        return None

    def _coordinates(self, left: list[Item], right: list[Item]) -> bool:
        """Whether "and" joins two who speak, and not two words within one description."""
        if any(item.text == "with" for item in left):
            return False  # "one of the owners, along with Rook and Hale"
        closed = left[-1].kind == "mark"  # "Rook, a senator, and Hale"
        left = left[:-1] if left[-1].text == "," else left
        if not left:
            return False
        core, rest = core_of(left)
        before_name = next((n for n, i in enumerate(right) if i.kind == "name"), len(right))
        begins_named = before_name < 5 and not any(
            i.kind == "mark" or i.text in words.BREAKERS for i in right[:before_name]
        )
        named = core[-1].kind == "name" and not core[-1].possessive
        if not named and left[0].text not in words.MALE_PRONOUNS | words.FEMALE_PRONOUNS:
            # "the ministry and the army", "officials and Rook"
            return right[0].text in ("the", "his", "her", "other", "several") or (
                not rest and right[0].kind == "name"
            )
        if not rest or all(i.kind in ("name", "mark") for i in left):
            return True
        return closed and before_name < len(right) and begins_named

    def _single(self, items: list[Item], enclosing: Named | None) -> Named:
        if all(item.kind == "mark" for item in items[1:]):
            pronoun = self._pronouns.stands_for(items[0], enclosing)
            if pronoun is not None:
                return pronoun
        core, rest = core_of(items)
        late = next(
            (n for n, item in enumerate(core) if n and item.text in _SINCE and core[n - 1].kind == "name"), 0
        )
        if late and core[late - 1].text.count(" ") and not core[late - 1].possessive:
            core = core[:late]  # "Ada Rook former harbour master", with no comma
        while len(core) > 1 and core[-1].text in _AT_THE_END:
            core = core[:-1]  # "Rook herself, as well as her staff"
        of_medium = len(core) > 1 and core[-1].text in _MEDIA_NOUNS and core[0].text not in ("a", "an")
        if of_medium and self._names_a_body(core[-2]):
            core = core[:-1]  # "Time magazine"
        if core[-1].kind != "name":
            return self._description(core, rest, enclosing)
        if core[0].text in _GROUP_DETERMINERS or self._tells_what(core):
            return NOBODY
        return self._bearer(core[-1])

    def _tells_what(self, core: list[Item]) -> bool:
        """Whether a phrase only looks like a name, and tells what somebody is: "the Fijian", "the former Marine"."""
        name = core[-1]
        bearer = self._cast.bearers[name.number]
        if core[0].text != "the" or " " in name.text or (bearer is not None and len(bearer.key) > 1):
            return False
        if name.text in places.PLACES or (bearer is not None and bearer.type == "organization"):
            return False
        return any(i.text in _ONCE for i in core) or name.text.endswith(_OF_A_PEOPLE)

    def _bearer(self, item: Item) -> Named:
        name, member = self._cast.names[item.number], self._cast.bearers[item.number]
        if member is None:
            return self._unborne(name)
        if len(name.key) > 1:
            return Named((member,), FULL_NAME)
        return Named((member,), SHORT_NAME if len(member.key) > 1 else OWN_NAME)

    def _unborne(self, name: Name) -> Named:
        """A name that no member bears: of two people, or a word that only its place as a source makes a name."""
        last = name.key[-1]
        if any(self._cast.by_word.get(w) for w in name.key) or is_family(last, self._cast.by_word):
            return NOBODY
        if last.removesuffix("s") in places.DEMONYMS or last in words.MINES or len(last) == 1:
            return NOBODY
        if name.key[0] in words.ROLE_NOUNS | words.GROUP_NOUNS | words.NOT_ALONE:
            return NOBODY
        if len(name.key) == 1 and not name.titles and is_common(self._text, name.words[0]):
            return NOBODY
        if not name.tagged and name.type is None and name.words[0][1:].islower() and self._begins(name.outer):
            return NOBODY  # "Investors", whose capital is the sentence's
        return Named((Speaker(name.text, name.type),), WEAK)

    def _begins(self, offset: int) -> bool:
        """Whether a sentence, a quotation in it or a headline's line begins at an offset."""
        layout = self._layout
        start = layout.sentence_start(offset)
        return not any(c.isalnum() for c in self._text[start:offset])

    # --- descriptions ------------------------------------------------------------------------------------------

    def _description(self, core: list[Item], rest: list[Item], enclosing: Named | None) -> Named:
        """Whom a phrase stands for that has no name as its head."""
        head = core[-1].text
        apposed = self._apposed(core, rest)
        if apposed.members:
            return apposed
        several = _is_group(core)
        if (several or head.endswith("s")) and (listed := self._listed(rest, enclosing)).members:
            return listed
        if head in words.MINES or head.rstrip("s") in words.MINES:
            return self._made_by(core, rest, enclosing)
        if several:
            return NOBODY
        if is_role(head) or YEARS.match(head):
            return self._people.named(core, rest)
        if is_campaign(core):
            return self._campaigns.of(core)
        if is_place(head):
            of_name = len(rest) > 1 and rest[0].text == "of" and rest[1].kind == "name"
            return self._bearer(rest[1]) if of_name else self._bodies.place(core, rest)
        if _is_body(head):
            return self._bodies.body(core, rest)
        return NOBODY

    def _listed(self, rest: list[Item], enclosing: Named | None) -> Named:
        """For "the two owners, Rook and Hale," and "both doctors, Rook, Pelk and Hale,": all who are named."""
        comma = next((n for n, i in enumerate(rest) if i.text == "," or i.text in _DASHES), None)
        if comma is None:
            return NOBODY
        names = rest[comma + 1 : -1] if rest[-1].kind == "mark" else rest[comma + 1 :]
        if not names or not all(i.kind == "name" or i.text in ("and", ",") for i in names):
            return NOBODY
        listed = self._joint(names, enclosing) or NOBODY
        places_too = any(isinstance(m, Member) and m.type == "place" for m in listed.members)
        return NOBODY if comma and places_too else listed  # "voters in Ohio, Maine and Utah"

    def _apposed(self, core: list[Item], rest: list[Item]) -> Named:
        """For "another host, Abby Rook," and "her rival, the skipper Pelk,": the name behind the comma.

        And for "Speaker of the House Ada Rook" the name behind what the title is of.
        """
        role = is_role(core[-1].text)
        if role and core[0].text not in _DETERMINED and rest and rest[0].text == "of":
            titled = list(takewhile(lambda i: i.kind != "mark" and i.text not in _NO_TITLE, rest[1:]))
            if len(titled) > 1 and titled[-1].kind == "name" and titled[-1].text.count(" "):
                return self._person_of(titled[-1])
        if len(rest) > 1 and rest[0].text in ("called", "named") and rest[1].kind == "name":
            return self._bearer(rest[1])  # "a worker named Ivo Rook"
        if not role and not _is_body(core[-1].text) and not _is_one(core):
            return NOBODY
        if rest and rest[0].text not in _DASHES:
            rest = rest[next((n for n, i in enumerate(rest) if i.text == ","), len(rest)) :]
        aside = list(takewhile(lambda i: i.kind != "mark" and i.text != "of", rest[1:]))
        if not aside or aside[-1].kind != "name" or aside[-1].possessive:
            return NOBODY
        *front, last = aside
        if front and front[-1].text in ("called", "named"):
            return self._bearer(last)  # "her neighbour, a baker named Ivo Rook"
        alone = all(i.text in _IN_FRONT or i.text in places.STATES for i in front)
        if _is_body(core[-1].text):
            return self._bearer(last) if alone else NOBODY
        if alone and core[-1].text in _MAY_BE_BODIES:
            return self._bearer(last)
        addressed = bool(self._cast.names[last.number].titles)  # "a nominee -- the Republican Ada Rook --"
        passing = any(i.text in ("former", "late") for i in front)  # "his chairman, the late Ada Rook"
        introduced = not front or (alone and (addressed or passing))
        introduced = introduced or (front[-1].kind == "word" and is_role(front[-1].text))
        if not introduced or any(i.text in words.BREAKERS for i in front):
            return NOBODY
        return self._person_of(last)

    def _person_of(self, item: Item) -> Named:
        """The bearer of a name, unless it is none of a person."""
        named = self._bearer(item)
        bodies = [m for m in named.members if isinstance(m, Member) and m.type in ("organization", "place")]
        return NOBODY if bodies else named

    def _made_by(self, core: list[Item], rest: list[Item], enclosing: Named | None) -> Named:
        """Who made a document: "Rook's tweet", "a statement issued by the ministry"; it passed the words on."""
        head = core[-1].text
        if head not in words.OWN_WORDS and head.rstrip("s") not in words.OWN_WORDS:
            return NOBODY
        maker = NOBODY
        for item in core[:-1]:
            if item.possessive:
                maker = self._bearer(item)
            elif item.text in words.MALE_PRONOUNS | words.FEMALE_PRONOUNS:
                maker = self._pronouns.stands_for(item, enclosing) or NOBODY
        if not maker.members:
            for at, (item, behind) in enumerate(pairwise(rest[:8]), start=1):
                if item.text in ("by", "from") or (item.text == "of" and behind.kind == "name"):
                    maker = self._phrase(rest[at:], enclosing)
                    break
        via = (Speaker(head, "document"),) if maker.members else ()
        return Named(maker.members, MADE_BY * maker.certainty, via)


def _closing(items: list[Item], start: int) -> int | None:
    """Where a title goes on behind a short aside in brackets, if one does."""
    end = next((n + 1 for n, i in enumerate(items[start : start + 5], start) if i.text == ")"), None)
    goes_on = end is not None and end < len(items) and items[end].kind != "mark"
    return end if goes_on and items[end or 0].text not in words.BREAKERS | {"and", "or"} else None


def _commas(items: list[Item]) -> list[list[Item]]:
    """The parts of a list "Rook, Hale": only where each is a name; else the whole is one."""
    parts: list[list[Item]] = [[]]
    for item in items:
        if item.text == ",":
            parts.append([])
        else:
            parts[-1].append(item)
    parts = [part for part in parts if part]
    named = all(part[-1].kind == "name" and part[0].text not in ("a", "an", "the") for part in parts)
    return parts if named else [items]


def _is_body(head: str) -> bool:
    """Whether a word is what a body is: "ministry", "airline"."""
    return head in words.ORG_HEADS or any(head in group for group in words.SAME_BODIES)


def _is_one(core: list[Item]) -> bool:
    """Whether a description is of somebody in particular: "the harbour master"."""
    if core[0].text in ("another", "one"):
        return True  # "one of the two"
    return len(core) > 1 and (core[0].text in _ONE or owner_of(core) is not None) and not _is_group(core)


def _is_group(core: list[Item]) -> bool:
    """Whether a description is of several: "officials", "two people"."""
    head = core[-1].text
    if head in words.GROUP_NOUNS or core[0].text in words.GROUP_DETERMINERS:
        return True
    plural = head.endswith("s") and not head.endswith("ss") and not is_role(head)
    return plural and (is_role(head[:-1]) or is_role(head[:-2]))
