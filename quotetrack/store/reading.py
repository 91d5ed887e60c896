"""Rows to dataclasses, by the standard library's sqlite3 alone: no import here may reach sqlite_utils.

Statements are read in two steps: first the ids, in order, then all about them, some hundreds at a time. So
queries are few, memory is small, and no cursor is left open.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from quotetrack.model import ACTS, Act, Article, Statement
from quotetrack.store.connection import Connection
from quotetrack.store.context import facts_of_role, role_key
from quotetrack.store.identity import fold, origin_of, parts
from quotetrack.store.profiles import NEAR, Known, Profile
from quotetrack.store.query import bindable, full_text_query
from quotetrack.store.records import Filters, Outcome, SeenRole, StoredArticle, StoredSpeaker, StoredStatement

_CHUNK = 500
_SPEAKERS = 50  # that are read at once: the first may have said a thousand things each
_PASSING = 10  # a role is said in passing where another is in so many times more articles
_LARGEST = 2**63 - 1  # that SQLite can take

# Around what a search matched. Unicode keeps these two for a program's own use: no text should have them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"

_ARTICLE = """
    SELECT id, given, title, date, publisher, author, url, sha256, added_at,
        (SELECT count(*) FROM statements AS s WHERE article_id = articles.id
            AND NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id AND rejected)) AS statements
    FROM articles"""
# The voices of statements, with the type that the article has. Of one whom a decision put there it has none.
_HEARD = """
    SELECT v.statement_id, v.part, v.speaker_id, v.name, v.role, v.decision_id, v.name_decision_id,
        CASE WHEN f.id IS NULL THEN p.type ELSE f.type END AS type
    FROM heard AS v
        JOIN speakers AS p ON p.id = v.speaker_id
        LEFT JOIN voices AS c ON v.decision_id IS NULL
            AND c.statement_id = v.statement_id AND c.part = v.part AND c.ord = v.ord
        LEFT JOIN profiles AS f ON f.id = c.profile_id
    WHERE v.statement_id IN (SELECT value FROM json_each(?))
    ORDER BY v.statement_id, v.part, v.ord"""
_FOUND = """
    SELECT v.statement_id, v.part, v.speaker_id, v.name, v.role, NULL AS decision_id, NULL AS name_decision_id,
        CASE WHEN f.id IS NULL THEN p.type ELSE f.type END AS type
    FROM voices AS v
        JOIN speakers AS p ON p.id = v.speaker_id
        LEFT JOIN profiles AS f ON f.id = v.profile_id
    WHERE v.statement_id IN (SELECT value FROM json_each(?))
    ORDER BY v.statement_id, v.part, v.ord"""
_SAID = (
    "FROM heard AS v JOIN statements AS s ON s.id = v.statement_id JOIN articles AS a ON a.id = s.article_id"
    " WHERE v.speaker_id IN (SELECT value FROM json_each(:ids)) AND"
)
_ARTICLE_ORDER = "ORDER BY date IS NULL, date, id"
_FIELDS = ("title", "date", "publisher", "author", "url")


@dataclass(frozen=True, slots=True)
class Plan:
    """What keeping an article is going to do.

    Attributes:
        outcome: what it will be called.
        article_id: the kept article that it concerns, None for a new one.
        article: the article as it will stand in the store afterwards.
        restate: whether the statements are to be replaced.
    """

    outcome: Outcome
    article_id: int | None
    article: Article
    restate: bool


def plan(connection: Connection, article: Article) -> Plan:
    """Decides whether an article is new, known, or a new form of a known one.

    The same text is the same article, wherever it lies. What was not known of it is filled in; what was known
    is changed only from where the article first came. Another text from the same place replaces the first.
    """
    origin = origin_of(article.id)
    same = connection.row("SELECT * FROM articles WHERE sha256 = ?", [sha256(connection, article.text)])
    if same is not None:
        kept = as_article(same)
        again = (origin or article.id) == (same["origin"] or kept.id)
        given_now = {
            name: value
            for name in _FIELDS
            if (value := getattr(article, name)) is not None and (again or getattr(kept, name) is None)
        }
        merged = replace(kept, **given_now)
        outcome: Outcome = "unchanged" if merged == kept else "updated"
        return Plan(outcome, same["id"], merged, restate=merged.date != kept.date)
    former = connection.row("SELECT id FROM articles WHERE origin = ?", [origin])
    if former is not None:
        return Plan("updated", former["id"], article, restate=True)
    return Plan("added", None, article, restate=True)


def sha256(connection: Connection, text: str) -> str:
    """The hash that a text is known by."""
    with connection.reporting():
        return hashlib.sha256(text.encode()).hexdigest()


def statement_ids(connection: Connection, filters: Filters) -> list[int]:
    """The statements that pass, by date with those without one last, then by article and position."""
    where, parameters = _conditions(filters)
    sql = _joined(
        "SELECT s.id FROM statements AS s",
        where,
        "ORDER BY s.date IS NULL, s.date, s.article_id, s.position LIMIT :limit",
    )
    return [row["id"] for row in connection.rows(sql, parameters)]


def unreviewed_ids(connection: Connection, filters: Filters) -> list[int]:
    """The statements that pass and about which nobody decided anything, the least certain first."""
    where, parameters = _conditions(filters)
    sql = _joined(
        "SELECT s.id FROM statements AS s",
        [*where, "NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id)"],
        "ORDER BY s.confidence, s.id LIMIT :limit",
    )
    return [row["id"] for row in connection.rows(sql, parameters)]


def statements(connection: Connection, ids: Iterable[int]) -> Iterator[StoredStatement]:
    """The statements of these ids, in the order of the ids; one removed meanwhile is left out."""
    remaining = iter(ids)
    while chunk := list(islice(remaining, _CHUNK)):
        yield from _load(connection, chunk, _HEARD)


def found(connection: Connection, ids: Sequence[int]) -> Iterator[StoredStatement]:
    """The statements of these ids as they were found, whatever people decided."""
    return _load(connection, ids, _FOUND)


def search(connection: Connection, words: str, filters: Filters) -> Iterator[StoredStatement]:
    """The statements that pass and have the words, best first."""
    query = full_text_query(words)
    if query is None:
        return
    where, parameters = _conditions(filters)
    sql = _joined(
        "SELECT s.id FROM statements_fts JOIN statements AS s ON s.id = statements_fts.rowid",
        ["statements_fts MATCH :query", *where],
        "ORDER BY statements_fts.rank, s.id LIMIT :limit",
    )
    ids = [row["id"] for row in connection.rows(sql, {**parameters, "query": query})]
    matches = _matches(connection, query, ids)
    for found in statements(connection, ids):
        yield replace(found, matches=matches.get(found.id, ()))


def counts(connection: Connection, filters: Filters) -> dict[Act, int]:
    """How many statements of each act pass, whatever the limit."""
    where, parameters = _conditions(filters)
    sql = _joined("SELECT s.act, count(*) AS n FROM statements AS s", where, "GROUP BY s.act")
    found = {row["act"]: row["n"] for row in connection.rows(sql, parameters)}
    return {act: found.get(act, 0) for act in ACTS}


def articles(
    connection: Connection,
    publisher: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    limit: int | None = None,
) -> list[StoredArticle]:
    """The articles that pass, by date with those without one last."""
    where: list[str] = []
    parameters: dict[str, object] = {"limit": _limit(limit)}
    for name, value, condition in (
        ("publisher", publisher and fold(bindable(publisher)), "fold(publisher) = :publisher"),
        ("since", since and since.isoformat(), "date >= :since"),
        ("until", until and until.isoformat(), "date <= :until"),
    ):
        if value is not None:
            where.append(condition)
            parameters[name] = value
    rows = connection.rows(_joined(_ARTICLE, where, _ARTICLE_ORDER + " LIMIT :limit"), parameters)
    return [_stored_article(row) for row in rows]


def article(connection: Connection, article_id: int) -> StoredArticle | None:
    """The article of this id."""
    if article_id > _LARGEST:
        return None
    row = connection.row(_joined(_ARTICLE, ["id = ?"]), [article_id])
    return None if row is None else _stored_article(row)


def text_of(connection: Connection, article_id: int) -> str | None:
    """The text of the article of this id."""
    if article_id > _LARGEST:
        return None
    row = connection.row("SELECT text FROM articles WHERE id = ?", [article_id])
    return None if row is None else str(row["text"])


def original(connection: Connection, article_id: int) -> Article | None:
    """The article of this id with its text, as it was read."""
    row = connection.row("SELECT * FROM articles WHERE id = ?", [min(article_id, _LARGEST)])
    return None if row is None else as_article(row)


def find_articles(connection: Connection, reference: str) -> list[StoredArticle]:
    """The articles that an id, a path, a URL or words of a title mean: the first of these that finds any."""
    reference = bindable(reference.strip())
    if reference.isascii() and reference.isdigit() and len(reference) < 19:
        found = article(connection, int(reference))
        if found is not None:
            return [found]
    rows = connection.rows(
        _joined(_ARTICLE, ["? IN (given, url) OR origin = ?"], _ARTICLE_ORDER),
        [reference, origin_of(reference)],
    )
    wanted = set(parts(fold(reference)))
    if not rows and wanted:
        rows = [
            row
            for row in connection.rows(_joined(_ARTICLE, ["title IS NOT NULL"], _ARTICLE_ORDER))
            if wanted <= set(parts(fold(row["title"])))
        ]
    return [_stored_article(row) for row in rows]


def speakers_like(connection: Connection, like: str | None, limit: int | None) -> Iterator[StoredSpeaker]:
    """Everybody who says something, most statements first; ``like`` is a part of one of their names."""
    where, parameters = (
        ["v.part = 'speaker'"],
        {"limit": _limit(limit), "like": like and fold(bindable(like))},
    )
    if like is not None:
        where.append("v.speaker_id IN (SELECT speaker_id FROM known_names WHERE instr(key, :like))")
    rows = connection.rows(
        _joined(
            "SELECT v.speaker_id FROM heard AS v JOIN speakers AS s ON s.id = v.speaker_id"
            " LEFT JOIN decided_speakers AS d ON d.speaker_id = v.speaker_id",
            where,
            "GROUP BY v.speaker_id ORDER BY count(DISTINCT v.statement_id) DESC, ifnull(d.called, s.name), s.id"
            " LIMIT :limit",
        ),
        parameters,
    )
    remaining = iter([row["speaker_id"] for row in rows])
    while chunk := list(islice(remaining, _SPEAKERS)):
        yield from speakers(connection, chunk)


def speaker_count(connection: Connection) -> int:
    """How many there are who say something."""
    row = connection.row("SELECT count(DISTINCT speaker_id) AS n FROM heard WHERE part = 'speaker'")
    assert row is not None
    return int(row["n"])


def speaker(connection: Connection, speaker_id: int) -> StoredSpeaker | None:
    """The speaker of this id, or whom it stands for, or turned out to be, by now."""
    if speaker_id > _LARGEST:
        return None
    former = connection.row(
        "SELECT p.speaker_id FROM former_speakers AS f JOIN profiles AS p ON p.id = f.profile_id WHERE f.id = ?",
        [speaker_id],
    )
    speaker_id = former["speaker_id"] if former else speaker_id
    row = connection.row("SELECT stands_for FROM decided_speakers WHERE speaker_id = ?", [speaker_id])
    return next(iter(speakers(connection, [row["stands_for"] if row else speaker_id])), None)


def kept_apart(connection: Connection) -> set[frozenset[int]]:
    """The pairs of speakers of whom somebody decided that they are not one."""
    rows = connection.rows(
        """
        SELECT ifnull(a.stands_for, k.one) AS one, ifnull(b.stands_for, k.two) AS two FROM kept_apart AS k
            LEFT JOIN decided_speakers AS a ON a.speaker_id = k.one
            LEFT JOIN decided_speakers AS b ON b.speaker_id = k.two
        """
    )
    return {frozenset((row["one"], row["two"])) for row in rows if row["one"] != row["two"]}


def found_in(connection: Connection, article_id: int) -> list[tuple[object, ...]]:
    """What was computed of an article's statements, whatever people decided, to be compared."""
    rows = connection.rows(
        """
        SELECT s.position, s.kind, s.act, s.polarity, s.spans, s.cue, s.source, o.position, s.date,
            s.date_basis, s.confidence, v.part, v.ord, v.speaker_id, v.name, v.role
        FROM statements AS s LEFT JOIN statements AS o ON o.id = s.within
            LEFT JOIN voices AS v ON v.statement_id = s.id
        WHERE s.article_id = ? ORDER BY s.position, v.part, v.ord
        """,
        [article_id],
    )
    return [tuple(row) for row in rows]


def _conditions(filters: Filters) -> tuple[list[str], dict[str, object]]:
    """The filters as conditions on a statement ``s``, and the parameters of these."""
    available: tuple[tuple[str, object, str], ...] = (
        (
            "speakers",
            json.dumps(filters.speaker_ids) if filters.speaker_ids else None,
            "s.id IN (SELECT statement_id FROM heard WHERE part = 'speaker' AND speaker_id IN ("
            "SELECT ifnull(stands_for, value) FROM json_each(:speakers)"
            " LEFT JOIN decided_speakers ON speaker_id = value))",
        ),
        ("since", filters.since and filters.since.isoformat(), "s.date >= :since"),
        ("until", filters.until and filters.until.isoformat(), "s.date <= :until"),
        (
            "kinds",
            json.dumps(filters.kinds) if filters.kinds else None,
            "s.kind IN (SELECT value FROM json_each(:kinds))",
        ),
        (
            "acts",
            json.dumps(filters.acts) if filters.acts else None,
            "s.act IN (SELECT value FROM json_each(:acts))",
        ),
        (
            "publisher",
            filters.publisher and fold(bindable(filters.publisher)),
            "s.article_id IN (SELECT id FROM articles WHERE fold(publisher) = :publisher)",
        ),
        ("article", filters.article_id, "s.article_id = :article"),
        (
            "confidence",
            filters.min_confidence,
            "(s.confidence >= :confidence OR s.id IN (SELECT statement_id FROM verdicts))",
        ),
    )
    wanted = [(name, value, sql) for name, value, sql in available if value is not None]
    parameters = {name: value for name, value, _ in wanted}
    accepted = "NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id AND rejected)"
    return [accepted, *(sql for *_, sql in wanted)], {
        **parameters,
        "limit": _limit(filters.limit),
    }


def _limit(limit: int | None) -> int:
    return -1 if limit is None else min(limit, _LARGEST)


def _joined(select: str, where: Sequence[str], end: str = "") -> str:
    """A query out of constant parts; values never come in but as parameters."""
    conditions = ["WHERE", " AND ".join(where)] if where else []
    return " ".join([select, *conditions, end])


def _load(connection: Connection, ids: Sequence[int], voices_sql: str) -> Iterator[StoredStatement]:
    wanted = [json.dumps(list(ids))]
    rows = connection.rows(
        """
        SELECT s.*, outer.position AS outer_position,
            a.given, a.title, a.publisher, a.url, a.date AS article_date,
            r.decision_id AS verdict_id, r.rejected
        FROM statements AS s
            JOIN articles AS a ON a.id = s.article_id
            LEFT JOIN statements AS outer ON outer.id = s.within
            LEFT JOIN verdicts AS r ON r.statement_id = s.id
        WHERE s.id IN (SELECT value FROM json_each(?))
        """,
        wanted,
    )
    voices = defaultdict(list)
    for voice in connection.rows(
        voices_sql,
        wanted,
    ):
        voices[voice["statement_id"], voice["part"]].append(voice)
    found = {row["id"]: row for row in rows}
    for row in (found[i] for i in ids if i in found):
        yield _stored_statement(row, voices)


def _stored_statement(
    row: sqlite3.Row, voices: Mapping[tuple[int, str], list[sqlite3.Row]]
) -> StoredStatement:
    def members(part: str) -> list[dict[str, str | None]]:
        return [
            {"name": voice["name"], "type": voice["type"], "role": voice["role"]}
            for voice in voices.get((row["id"], part), ())
        ]

    statement = Statement.from_record(
        {
            "article": row["given"],
            "kind": row["kind"],
            "act": row["act"],
            "polarity": row["polarity"],
            "text": row["text"],
            "spans": json.loads(row["spans"]),
            "cue": row["cue"] and json.loads(row["cue"]),
            "source": row["source"] and json.loads(row["source"]),
            "speakers": members("speaker"),
            "addressees": members("addressee"),
            "via": members("via"),
            "within": row["outer_position"],
            "date": row["date"],
            "date_basis": row["date_basis"],
            "confidence": 1.0 if row["verdict_id"] else row["confidence"],
        }
    )
    heard = voices.get((row["id"], "speaker"), ())
    reasons = [row["verdict_id"], *(v[why] for v in heard for why in ("decision_id", "name_decision_id"))]
    return StoredStatement(
        id=row["id"],
        statement=statement,
        article_id=row["article_id"],
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        article_date=_date(row["article_date"]),
        speaker_ids=tuple(voice["speaker_id"] for voice in heard),
        rejected=bool(row["rejected"]),
        decision_ids=tuple(dict.fromkeys(reason for reason in reasons if reason is not None)),
    )


def _matches(connection: Connection, query: str, ids: list[int]) -> dict[int, tuple[tuple[int, int], ...]]:
    # The plus keeps SQLite from asking the index for each rowid anew, which takes a hundred times as long.
    rows = connection.rows(
        """
        SELECT rowid, text, highlight(statements_fts, 0, :open, :close) AS marked FROM statements_fts
        WHERE statements_fts MATCH :query AND +rowid IN (SELECT value FROM json_each(:ids))
        """,
        {"query": query, "ids": json.dumps(ids), "open": _OPEN, "close": _CLOSE},
    )
    return {row["rowid"]: _offsets(row["text"], row["marked"]) for row in rows}


def _offsets(text: str, marked: str) -> tuple[tuple[int, int], ...]:
    """Where the marks stand, without the marks; none where these are not the only ones."""
    before, *pieces = marked.split(_OPEN)
    plain, found = before, []
    for piece in pieces:
        inside, _, after = piece.partition(_CLOSE)
        found.append((len(plain), len(plain) + len(inside)))
        plain += inside + after
    return tuple(found) if plain == text else ()


def speakers(connection: Connection, ids: Sequence[int]) -> list[StoredSpeaker]:
    """The speakers of these ids, most statements first."""
    parameters = {"ids": json.dumps(ids)}
    spoken = defaultdict(list)
    for row in connection.rows(
        "SELECT v.speaker_id, a.publisher, s.act, count(DISTINCT s.id) AS statements, min(s.date) AS first,"
        f" max(s.date) AS last {_SAID} v.part = 'speaker' GROUP BY v.speaker_id, a.publisher, s.act",
        parameters,
    ):
        spoken[row["speaker_id"]].append(row)
    articles: Counter[int] = Counter()
    for row in connection.rows(
        f"SELECT v.speaker_id, count(DISTINCT a.id) AS articles {_SAID} v.part = 'speaker' GROUP BY v.speaker_id",
        parameters,
    ):
        articles[row["speaker_id"]] = row["articles"]
    seen = defaultdict(list)
    for row in connection.rows(
        "SELECT v.speaker_id, v.role, min(ifnull(a.date, s.date)) AS first, max(ifnull(a.date, s.date)) AS last,"
        f" count(DISTINCT a.id) AS articles {_SAID} v.role IS NOT NULL GROUP BY v.speaker_id, v.role",
        parameters,
    ):
        role = SeenRole(row["role"], _date(row["first"]), _date(row["last"]), row["articles"])
        seen[row["speaker_id"]].append(role)
    names = defaultdict(list)
    for row in connection.rows(
        "SELECT DISTINCT speaker_id, name FROM known_names WHERE bearer_id IN (SELECT value FROM json_each(:ids)"
        " UNION SELECT speaker_id FROM decided_speakers WHERE stands_for IN (SELECT value FROM json_each(:ids)))"
        " ORDER BY name",
        parameters,
    ):
        names[row["speaker_id"]].append(row["name"])
    rows = connection.rows(
        "SELECT v.id, ifnull(d.called, v.name) AS name, v.type, k.role, k.wikidata FROM speakers AS v"
        " LEFT JOIN decided_speakers AS d ON d.speaker_id = v.id"
        " LEFT JOIN listed_people AS k ON k.id = v.listed_id WHERE v.id IN (SELECT value FROM json_each(:ids))",
        parameters,
    )
    found = [
        _stored_speaker(
            row,
            spoken[row["id"]],
            articles[row["id"]],
            _in_order(seen[row["id"]], row["role"]),
            names[row["id"]],
        )
        for row in rows
    ]
    return sorted(found, key=lambda speaker: (-speaker.statements, speaker.name, speaker.id))


def _in_order(roles: Iterable[SeenRole], listed: str | None) -> list[SeenRole]:
    """Roles with the forms of each as one ("Sen.", "Senator"), the latest first; the listed one before all.

    What one article in many calls somebody, in passing or by mistake, comes behind what the others do.
    """
    forms: dict[str, list[SeenRole]] = defaultdict(list)
    for role in roles:
        forms[role_key(role.role)].append(role)
    merged = []
    for alike in forms.values():
        main = max(alike, key=lambda role: (role.articles, len(role.role), role.role))
        merged.append(
            SeenRole(
                " ".join(main.role.split()),
                min((role.first for role in alike if role.first), default=None),
                max((role.last for role in alike if role.last), default=None),
                sum(role.articles for role in alike),
            )
        )
    most = max((role.articles for role in merged), default=0)
    merged.sort(key=lambda role: (-role.articles, role.role))
    merged.sort(key=lambda role: role.last or dt.date.min, reverse=True)
    merged.sort(key=lambda role: role.articles * _PASSING < most)
    if listed is None:
        return merged
    same = [role for role in merged if role_key(role.role) == role_key(listed)]
    others = [role for role in merged if role not in same]
    return [replace(same[0], role=listed) if same else SeenRole(listed, None, None, 0), *others]


def _stored_speaker(
    row: sqlite3.Row, spoken: list[sqlite3.Row], articles: int, roles: list[SeenRole], names: list[str]
) -> StoredSpeaker:
    acts: Counter[Act] = Counter()
    publishers: Counter[str] = Counter()
    for part in spoken:
        acts[part["act"]] += part["statements"]
        if part["publisher"]:
            publishers[part["publisher"]] += part["statements"]
    return StoredSpeaker(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        aliases=tuple(name for name in names if name != row["name"]),
        roles=tuple(roles),
        statements=acts.total(),
        articles=articles,
        first=_date(min((part["first"] for part in spoken if part["first"]), default=None)),
        last=_date(max((part["last"] for part in spoken if part["last"]), default=None)),
        acts={act: acts[act] for act in ACTS if act in acts},
        publishers=tuple(sorted(publishers, key=lambda name: (-publishers[name], name))),
        wikidata=row["wikidata"],
    )


def _stored_article(row: sqlite3.Row) -> StoredArticle:
    return StoredArticle(
        id=row["id"],
        given=row["given"],
        title=row["title"],
        date=_date(row["date"]),
        publisher=row["publisher"],
        author=row["author"],
        url=row["url"],
        sha256=row["sha256"],
        added_at=dt.datetime.fromisoformat(row["added_at"]),
        statements=row["statements"],
    )


def as_article(row: sqlite3.Row) -> Article:
    """A row of the articles, its text with it."""
    return Article(
        id=row["given"],
        text=row["text"],
        title=row["title"],
        date=_date(row["date"]),
        publisher=row["publisher"],
        author=row["author"],
        url=row["url"],
    )


def profiles_in(connection: Connection, block: str | None = None) -> list[Profile]:
    """The profiles of a block, full names with where they were seen as far as it is near to a family name alone.

    Without a block all profiles, with everywhere that they were seen.
    """
    # Not one query with an OR, which would keep SQLite from the index.
    everything = (
        "SELECT id, name, key, type, facts, articles, speaker_id, block, publisher, period FROM profiles"
    )
    rows = connection.rows(
        everything if block is None else everything + " WHERE block = :block", {"block": block}
    )
    cells: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for row in rows:
        if row["period"] is not None:
            cells[row["id"]].add((row["publisher"], row["period"]))
    if block is None:
        seen = connection.rows("SELECT profile_id, publisher, period FROM presences")
    elif cells:
        seen = connection.rows(
            """
            SELECT p.profile_id, p.publisher, p.period FROM profiles AS f JOIN presences AS p ON p.profile_id = f.id
            WHERE f.block = :block AND EXISTS (SELECT 1 FROM profiles AS s WHERE s.block = :block
                AND s.publisher = p.publisher AND s.period BETWEEN p.period - :near AND p.period + :near)
            """,
            {"block": block, "near": NEAR},
        )
    else:
        seen = []
    for row in seen:
        cells[row["profile_id"]].add((row["publisher"], row["period"]))
    # A block of many is read again at each article that touches it: a row's values by place, not by name.
    return [
        Profile(
            number,
            name,
            key,
            type_,
            _facts(facts),
            frozenset(cells.get(number, ())),
            articles,
            speaker,
            block,
        )
        for number, name, key, type_, facts, articles, speaker, block, *_ in rows
    ]


@lru_cache(maxsize=8192)
def _facts(data: str) -> frozenset[str]:
    return frozenset(json.loads(data))


def known_in(connection: Connection, block: str) -> list[Known]:
    """The known people of a block."""
    return [
        Known(
            id=row["id"],
            name=row["name"],
            keys=frozenset(json.loads(row["keys"])),
            type=row["type"],
            facts=frozenset(facts_of_role(row["role"]) if row["role"] else ()),
        )
        for row in connection.rows(
            "SELECT k.*, (SELECT json_group_array(key) FROM listed_names WHERE listed_id = k.id) AS keys"
            " FROM listed_people AS k WHERE k.block = ?",
            [block],
        )
    ]


def _date(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
