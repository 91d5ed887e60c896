"""Whom a user's words mean: names in any form, roles, what is nearly a name, and who may be one with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from quotetrack.store import context, doubts, joining, speaker_rows
from quotetrack.store.body_names import body_words, initials, is_generic, may_be_acronym, owned
from quotetrack.store.connection import Connection
from quotetrack.store.identity import fold, is_title, parts, sex_of, without_titles
from quotetrack.store.person_names import compare, gender_of, person_name
from quotetrack.store.profiles import Cluster, Profile, block_of
from quotetrack.store.query import bindable
from quotetrack.store.records import SeenRole, StoredSpeaker, Suggestion

_SIMILAR = 0.74
"""Names at least so alike (difflib's ratio) are offered: "Peck" for "Pelk" is 0.75."""
_NO_ROLE = SeenRole("", None, None, 0)
_OTHER_SEX: dict[str | None, set[str | None]] = {"m": {"f"}, "f": {"m"}}
_LOOKED_AT = 60  # of the names that share most pairs of letters with a misspelt one


def match_speakers(connection: Connection, name: str) -> list[StoredSpeaker]:
    """Whom a user's words may mean, by name: see ``Store.match_speakers``."""
    key = _in_order(fold(bindable(name)))
    ids = _exactly(connection, key)
    if is_generic(key.removeprefix("the ")):
        ids |= _of_any_country(connection, key)
    if parts(key):
        for find in (_with_all_words, _without_role, _in_another_form, _as_body):
            ids = ids or find(connection, key)
    return speaker_rows.speakers(connection, sorted(ids)) if ids else []


def match_roles(connection: Connection, words: str) -> list[StoredSpeaker]:
    """Whose roles have all of these words: the latest first."""
    wanted = set(context.role_key(bindable(words)).split()) - {"of", "the"}
    if not wanted:
        return []
    rows = connection.rows(
        "SELECT DISTINCT speaker_id, role FROM heard WHERE role IS NOT NULL UNION"
        " SELECT ifnull(d.stands_for, s.id), k.role FROM speakers AS s JOIN listed_people AS k ON k.id = s.listed_id"
        " LEFT JOIN decided_speakers AS d ON d.speaker_id = s.id WHERE k.role IS NOT NULL"
    )
    ids = {row["speaker_id"] for row in rows if wanted <= set(parts(context.role_key(row["role"])))}

    def latest(speaker: StoredSpeaker) -> str:
        fitting = (one for one in speaker.roles if wanted <= set(parts(context.role_key(one.role))))
        return max((one.last.isoformat() for one in fitting if one.last), default="")

    return sorted(speaker_rows.speakers(connection, sorted(ids)), key=latest, reverse=True)


def similar_speakers(connection: Connection, name: str, limit: int = 5) -> list[StoredSpeaker]:
    """Whom a misspelt name may mean, the likest first."""
    wanted = without_titles(fold(bindable(name)))
    forms: dict[str, set[int]] = defaultdict(set)
    for row in connection.rows("SELECT speaker_id, key FROM known_names"):
        forms[row["key"]].add(row["speaker_id"])
        if " " not in wanted:
            for word in parts(row["key"]):
                forms[word].add(row["speaker_id"])
    pairs = _pairs(wanted)
    shared = sorted(((_overlap(pairs, _pairs(form)), form) for form in forms), reverse=True)[:_LOOKED_AT]
    matcher = SequenceMatcher(b=wanted)
    likeness: dict[int, float] = {}
    for _, form in shared:
        matcher.set_seq1(form)
        ratio = matcher.ratio()
        if ratio >= _SIMILAR:
            for number in forms[form]:
                likeness[number] = max(ratio, likeness.get(number, 0.0))
    found = speaker_rows.speakers(connection, sorted(likeness))
    return sorted(found, key=lambda one: -likeness[one.id])[:limit]


def suggestions(connection: Connection) -> list[Suggestion]:
    """Who may be one with whom, the likeliest first."""
    found: dict[frozenset[int], tuple[float, tuple[str, ...]]] = {}
    heads = {
        row["speaker_id"]: row["stands_for"] for row in connection.rows("SELECT * FROM decided_speakers")
    }
    apart = speaker_rows.kept_apart(connection)
    for one, two, score, evidence in _doubts(connection):
        pair = frozenset((heads.get(one, one), heads.get(two, two)))
        if len(pair) == 2 and pair not in apart and score > found.get(pair, (0.0, ()))[0]:
            found[pair] = (score, evidence)
    ids = sorted({number for pair in found for number in pair})
    people = {speaker.id: speaker for speaker in speaker_rows.speakers(connection, ids)}
    made = []
    for pair, (score, evidence) in found.items():
        first, second = sorted(
            (people[number] for number in pair), key=lambda s: (-s.statements, s.name, s.id)
        )
        made.append(Suggestion(first, second, score, evidence))
    return sorted(
        made, key=lambda s: (-round(s.score, 2), -s.two.statements, s.one.name, s.two.name, s.one.id)
    )


# --- by name


def _in_order(key: str) -> str:
    """ "rook, ada" as "ada rook"."""
    family, comma, rest = key.partition(", ")
    return f"{rest} {family}" if comma and rest and person_name(f"x {rest}").suffix is None else key


def _exactly(connection: Connection, key: str) -> set[int]:
    """The bearers of exactly this name; of one word also everybody with that part in the name."""
    rows = connection.rows(
        "SELECT speaker_id FROM known_names WHERE key IN (?, ?)", [key, key.removeprefix("the ")]
    )
    ids = {row["speaker_id"] for row in rows}
    if len(parts(key)) == 1:
        people = connection.rows(
            "SELECT n.speaker_id, n.key FROM known_names AS n JOIN speakers AS s ON s.id = n.speaker_id"
            " WHERE s.type = 'person' AND instr(n.key, ?)",
            [key],
        )
        ids |= {row["speaker_id"] for row in people if key in parts(row["key"])}
    return ids


def _with_all_words(connection: Connection, key: str) -> set[int]:
    wanted = set(parts(key))
    rows = connection.rows(
        "SELECT speaker_id, key FROM known_names WHERE instr(key, ?)", [max(sorted(wanted), key=len)]
    )
    return {row["speaker_id"] for row in rows if wanted <= set(parts(row["key"]))}


def _without_role(connection: Connection, key: str) -> set[int]:
    """For "Senator Rook" and "Ms. Rook": those of the name whom the title fits, if it fits any."""
    title, name = [], key.split()
    while len(name) > 1 and (context.is_role(name[0]) or is_title(name[0])):
        title.append(name.pop(0))
    if not title:
        return set()
    plain = " ".join(name)
    ids = (
        _exactly(connection, plain)
        or _with_all_words(connection, plain)
        or _in_another_form(connection, plain)
    )
    role = set(context.role_key(" ".join(word for word in title if not is_title(word))).split())

    def fits(speaker: StoredSpeaker) -> bool:
        names = [person_name(fold(one)) for one in (speaker.name, *speaker.aliases)]
        return (
            any(role <= set(parts(context.role_key(one.role))) for one in (*speaker.roles, _NO_ROLE))
            and any(one.family == name[-1] for one in names)
            and not {sex_of(word) for word in title} & _OTHER_SEX.get(gender_of(names[0]), set())
        )

    found = speaker_rows.speakers(connection, sorted(ids)) if ids else []
    return {speaker.id for speaker in found if fits(speaker)} or ids


def _in_another_form(connection: Connection, key: str) -> set[int]:
    """For "Bill Rook" and "W. Rook": William."""
    wanted = person_name(key)
    if not wanted.given:
        return set()
    rows = connection.rows(
        "SELECT n.speaker_id, n.key FROM known_names AS n JOIN speakers AS s ON s.id = n.speaker_id"
        " WHERE s.type = 'person' AND instr(n.key, ?)",
        [wanted.family],
    )
    return {row["speaker_id"] for row in rows if compare(wanted, person_name(row["key"])) != "no"}


def _as_body(connection: Connection, key: str) -> set[int]:
    """For an acronym: what it is short for; for a turned or full form: the one that the articles have."""
    words = body_words(key.removeprefix("the "))

    def fits(other: str) -> bool:
        return (
            body_words(other) == words
            or (may_be_acronym(key) and key in initials(other))
            or (may_be_acronym(other) and other in initials(key))
        )

    return _bodies(connection, key, fits)


def _of_any_country(connection: Connection, key: str) -> set[int]:
    """For what only says what it is: that of each country."""
    words = body_words(key.removeprefix("the "))
    return _bodies(connection, key, lambda other: body_words(owned(other)[0]) == words)


def _bodies(connection: Connection, key: str, fits: Callable[[str], bool]) -> set[int]:
    """The bodies with a name that fits, of those that may have to do with a name."""
    rows = connection.rows(
        "SELECT DISTINCT ifnull(d.stands_for, p.speaker_id) AS speaker_id, p.key FROM profiles AS p"
        " LEFT JOIN decided_speakers AS d USING (speaker_id) WHERE p.block = ?",
        [block_of(key.removeprefix("the "), "organization")],
    )
    return {row["speaker_id"] for row in rows if fits(row["key"])}


# --- nearly


def _pairs(word: str) -> set[str]:
    padded = f" {word} "
    return {padded[at : at + 2] for at in range(len(padded) - 1)}


def _overlap(one: set[str], two: set[str]) -> float:
    return 2 * len(one & two) / (len(one) + len(two))


# --- who may be one


def _doubts(connection: Connection) -> Iterator[tuple[int, int, float, tuple[str, ...]]]:
    """Pairs of speakers' numbers, scores and evidence."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in speaker_rows.profiles_in(connection):
        blocks[profile.block].append(profile)
    everybody: list[Cluster] = []
    for block, profiles in blocks.items():
        clusters = joining.join(profiles, speaker_rows.known_in(connection, block))
        everybody += clusters
        yield from map(_numbered, doubts.doubts(clusters))
    yield from map(_numbered, doubts.doubts_across(everybody))


def _numbered(doubt: doubts.Doubt) -> tuple[int, int, float, tuple[str, ...]]:
    one, two = (cluster.profiles[0].speaker_id for cluster in (doubt.one, doubt.two))
    assert one is not None and two is not None
    return one, two, doubt.score, doubt.evidence
