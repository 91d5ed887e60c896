"""The tables, their full-text index and their views, as named migrations that are never edited once released.

To change the schema, add a function to ``MIGRATIONS``. Each is recorded by its name in the transaction that
runs it, in sqlite-utils' own table of migrations; a name unknown to this module comes from a newer version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quotetrack.errors import StoreError
from quotetrack.store.connection import Connection

if TYPE_CHECKING:  # what reads a store must not wait for this import
    from sqlite_utils import Database

MIGRATION_SET = "quotetrack"
PROFILES = "0005_profiles"
"""The migration after which articles of older versions are entered anew."""

FORMER_SPEAKERS = "0008_former_speakers"
"""The migration after which the profiles of bodies are entered anew: with whose they are."""


def tables(db: Database) -> None:
    """Articles, statements, speakers, their names, and who has which part in a statement."""
    db.executescript("""
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY AUTOINCREMENT,  -- ids are never used twice, nor are those of statements
            given TEXT NOT NULL,                   -- path, URL or id as it was given
            origin TEXT,                           -- what another form of it has in common: see identity.py
            title TEXT,
            date TEXT,
            publisher TEXT,
            author TEXT,
            url TEXT,
            text TEXT NOT NULL,
            sha256 TEXT NOT NULL UNIQUE,           -- of the text in UTF-8
            added_at TEXT NOT NULL,
            engine TEXT NOT NULL                   -- the version that found the statements
        );
        CREATE INDEX articles_origin ON articles (origin);
        CREATE INDEX articles_date ON articles (date);

        CREATE TABLE statements (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,             -- in the article's list of statements, from 0
            kind TEXT NOT NULL,
            act TEXT NOT NULL,
            polarity TEXT NOT NULL,
            text TEXT NOT NULL,
            spans TEXT NOT NULL,                   -- JSON: [[start, end], ...]
            cue TEXT,                              -- JSON: {"text", "spans"}
            source TEXT,                           -- JSON: {"text", "spans"}
            within INTEGER REFERENCES statements (id) ON DELETE SET NULL,
            date TEXT,
            date_basis TEXT,
            confidence REAL NOT NULL,
            UNIQUE (article_id, position)
        );
        CREATE INDEX statements_date ON statements (date);
        CREATE INDEX statements_within ON statements (within);

        CREATE TABLE speakers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            type TEXT,
            key TEXT NOT NULL,                     -- the name folded: see identity.py
            article_id INTEGER REFERENCES articles (id) ON DELETE CASCADE  -- set: known in that article alone
        );
        CREATE UNIQUE INDEX speakers_key ON speakers (key, ifnull(type, ''), ifnull(article_id, 0));
        CREATE INDEX speakers_article ON speakers (article_id);

        CREATE TABLE aliases (
            speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            name TEXT NOT NULL,                    -- each that the speaker was seen with, the main one too
            key TEXT NOT NULL,
            PRIMARY KEY (speaker_id, name)
        );
        CREATE INDEX aliases_key ON aliases (key);

        CREATE TABLE voices (
            statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
            part TEXT NOT NULL CHECK (part IN ('speaker', 'addressee', 'via')),
            ord INTEGER NOT NULL,
            speaker_id INTEGER NOT NULL REFERENCES speakers (id),
            name TEXT NOT NULL,                    -- as that article has it
            role TEXT,
            PRIMARY KEY (statement_id, part, ord)
        );
        CREATE INDEX voices_speaker ON voices (speaker_id, part, statement_id);
    """)


def full_text(db: Database) -> None:
    """The index of the statements' words, kept current by triggers.

    It holds the words as they stand, accents aside. SQLite's stemmer would find "weapon" for "weapons" but
    break prefixes ("negotia*" cannot find "negotiation", indexed as "negoti") and make phrases inexact; the
    inflections of a plain word are added to the query instead: see query.py.
    """
    db.table("statements").enable_fts(
        ["text"], create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )


def views(db: Database) -> None:
    """What a person who opens the file with Datasette or sqlite3 wants to see first."""
    db.create_view(
        "who_said_what",
        """
        SELECT
            s.id,
            s.date,
            (SELECT group_concat(name, ', ') FROM (SELECT name FROM voices
                WHERE statement_id = s.id AND part = 'speaker' ORDER BY ord)) AS speakers,
            (SELECT group_concat(role, ', ') FROM (SELECT role FROM voices
                WHERE statement_id = s.id AND part = 'speaker' ORDER BY ord)) AS role,
            s.kind,
            s.act,
            s.polarity,
            s.text AS words,
            ifnull(a.title, a.given) AS article,
            a.publisher,
            a.url,
            s.confidence
        FROM statements AS s JOIN articles AS a ON a.id = s.article_id
        ORDER BY s.date IS NULL, s.date, s.article_id, s.position
        """,
    )


def decisions(db: Database) -> None:
    """What people decided, and what follows from it: the rest can be made again from the first table.

    The tables of what was computed stay as they are. Whoever wants to know who says what reads ``heard`` and
    ``known_names``, which look through the decisions; see overlay.py.
    """
    db.executescript("""
        CREATE TABLE decisions (                   -- a log: nothing is ever deleted from it
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            made_at TEXT NOT NULL,
            action TEXT NOT NULL,
            article TEXT,                          -- of one about a statement: the hash of its article
            data TEXT NOT NULL,                    -- JSON: see decisions.py; never an id of a row
            undone_at TEXT,
            fits INTEGER NOT NULL DEFAULT 0        -- whether all that it is about is here
        );
        CREATE INDEX decisions_article ON decisions (article);

        CREATE TABLE former_texts (                -- so that a decision finds an article that was corrected
            article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            sha256 TEXT NOT NULL,
            PRIMARY KEY (sha256, article_id)
        );

        CREATE TABLE decided_speakers (
            speaker_id INTEGER PRIMARY KEY REFERENCES speakers (id) ON DELETE CASCADE,
            stands_for INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,  -- often itself
            called TEXT,                           -- its name, if that was decided
            decision_id INTEGER NOT NULL REFERENCES decisions (id)
        );
        CREATE INDEX decided_speakers_group ON decided_speakers (stands_for);

        CREATE TABLE decided_names (
            speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            key TEXT NOT NULL,
            why TEXT NOT NULL CHECK (why IN (
                'decided',                         -- somebody said so
                'taken',                           -- it is in statements that were given to this speaker
                'lost'                             -- it is an alias only in statements that are another's now
            )),
            PRIMARY KEY (speaker_id, name, why)
        );
        CREATE INDEX decided_names_key ON decided_names (key);

        CREATE TABLE splits (                      -- which words of a speaker are those of another
            speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            key TEXT,                              -- those under this name, or
            article_id INTEGER REFERENCES articles (id) ON DELETE CASCADE,      -- those in it, or
            statement_id INTEGER REFERENCES statements (id) ON DELETE CASCADE,  -- those in it
            to_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            decision_id INTEGER NOT NULL REFERENCES decisions (id)
        );
        CREATE INDEX splits_speaker ON splits (speaker_id);

        CREATE TABLE kept_apart (                  -- who were split: never to be suggested as one again
            one INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            two INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE
        );

        CREATE TABLE verdicts (
            statement_id INTEGER PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
            rejected INTEGER NOT NULL,
            attributed INTEGER NOT NULL,           -- decided_voices says to whom
            decision_id INTEGER NOT NULL REFERENCES decisions (id)
        );

        CREATE TABLE decided_voices (              -- instead of the voice of the same part and number
            statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
            part TEXT NOT NULL CHECK (part IN ('speaker', 'addressee', 'via')),
            ord INTEGER NOT NULL,
            speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            key TEXT NOT NULL,
            role TEXT,
            decision_id INTEGER NOT NULL REFERENCES decisions (id),
            PRIMARY KEY (statement_id, part, ord)
        );
        CREATE INDEX decided_voices_speaker ON decided_voices (speaker_id, part);

        CREATE VIEW standing_voices AS             -- what was computed and no decision has replaced
        SELECT v.* FROM voices AS v
        WHERE NOT EXISTS (
            SELECT 1 FROM decided_voices AS d
            WHERE d.statement_id = v.statement_id AND d.part = v.part AND d.ord = v.ord
        ) AND NOT EXISTS (
            SELECT 1 FROM verdicts AS r WHERE r.statement_id = v.statement_id
                AND (r.rejected OR (r.attributed AND v.part = 'speaker'))
        );

        CREATE TABLE heard (                       -- the voices that come of it all: what everybody reads
            statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
            part TEXT NOT NULL,
            ord INTEGER NOT NULL,
            speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
            name TEXT NOT NULL,                    -- as the article has it, or as was decided
            role TEXT,
            decision_id INTEGER REFERENCES decisions (id),       -- why this speaker
            name_decision_id INTEGER REFERENCES decisions (id),  -- why this name
            PRIMARY KEY (statement_id, part, ord)
        );
        CREATE INDEX heard_speaker ON heard (speaker_id, part, statement_id);
        INSERT INTO heard SELECT statement_id, part, ord, speaker_id, name, role, NULL, NULL FROM voices;

        CREATE VIEW known_names AS                 -- every name that finds a speaker
        SELECT ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = n.speaker_id), n.speaker_id)
                AS speaker_id,
            n.name, n.key
        FROM aliases AS n
        WHERE NOT EXISTS (
            SELECT 1 FROM decided_names AS d
            WHERE d.speaker_id = n.speaker_id AND d.name = n.name AND d.why = 'lost'
        )
        UNION ALL
        SELECT ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = n.speaker_id), n.speaker_id),
            n.name, n.key
        FROM decided_names AS n
        WHERE n.why <> 'lost';
    """)
    db.create_view(
        "who_said_what",
        """
        SELECT
            s.id,
            s.date,
            (SELECT group_concat(name, ', ') FROM (SELECT name FROM heard
                WHERE statement_id = s.id AND part = 'speaker' ORDER BY ord)) AS speakers,
            (SELECT group_concat(role, ', ') FROM (SELECT role FROM heard
                WHERE statement_id = s.id AND part = 'speaker' ORDER BY ord)) AS role,
            s.kind,
            s.act,
            s.polarity,
            s.text AS words,
            ifnull(a.title, a.given) AS article,
            a.publisher,
            a.url,
            s.confidence
        FROM statements AS s JOIN articles AS a ON a.id = s.article_id
        WHERE NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id AND rejected)
        ORDER BY s.date IS NULL, s.date, s.article_id, s.position
        """,
        replace=True,
    )


def profiles(db: Database) -> None:
    """What articles tell of a speaker, from which speakers are joined across articles, and lists of known people.

    Which speaker a voice is follows from its profile, and can be found out again from the profiles alone.
    """
    db.executescript("""
        CREATE TABLE listed_people (                -- from lists that the user keeps
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            role TEXT,
            wikidata TEXT,
            block TEXT NOT NULL
        );
        CREATE INDEX listed_people_block ON listed_people (block);
        CREATE TABLE listed_names (
            listed_id INTEGER NOT NULL REFERENCES listed_people (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            key TEXT NOT NULL,
            PRIMARY KEY (listed_id, name)
        );
        CREATE INDEX listed_names_key ON listed_names (key);

        CREATE TABLE profiles (                    -- shared by all articles that agree in it
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            key TEXT NOT NULL,                     -- the full name folded, where the name is a part of it
            type TEXT,
            facts TEXT NOT NULL,                   -- JSON: a sorted list; see context.py
            publisher TEXT,                        -- folded; of a family name alone, as is
            period INTEGER,                        -- half a year, counted from the year 0
            block TEXT NOT NULL,                   -- only profiles of one block are compared: see identity.py
            articles INTEGER NOT NULL,
            speaker_id INTEGER REFERENCES speakers (id)
        );
        CREATE UNIQUE INDEX profiles_same ON profiles
            (key, name, ifnull(type, ''), facts, ifnull(publisher, ''), ifnull(period, 0));
        CREATE INDEX profiles_block ON profiles (block, publisher, period);
        CREATE INDEX profiles_speaker ON profiles (speaker_id);

        CREATE TABLE presences (                   -- when whose articles have a person's full name
            profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
            publisher TEXT NOT NULL,               -- folded; empty where unknown
            period INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            PRIMARY KEY (profile_id, publisher, period)
        );

        ALTER TABLE voices ADD COLUMN profile_id INTEGER REFERENCES profiles (id);  -- null: of its article alone
        CREATE INDEX voices_profile ON voices (profile_id);
        ALTER TABLE aliases ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE speakers ADD COLUMN listed_id INTEGER REFERENCES listed_people (id) ON DELETE SET NULL;
        DROP INDEX speakers_key;                   -- namesakes have one key
        CREATE INDEX speakers_key ON speakers (key);
        CREATE INDEX speakers_listed ON speakers (listed_id);

        DROP VIEW known_names;
        CREATE VIEW known_names AS                 -- every name that finds a speaker: those of the lists too
        SELECT ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = n.speaker_id), n.speaker_id)
                AS speaker_id,
            n.name, n.key
        FROM (
            SELECT speaker_id, name, key FROM aliases
            UNION SELECT s.id, l.name, l.key FROM speakers AS s JOIN listed_names AS l ON l.listed_id = s.listed_id
        ) AS n
        WHERE NOT EXISTS (
            SELECT 1 FROM decided_names AS d
            WHERE d.speaker_id = n.speaker_id AND d.name = n.name AND d.why = 'lost'
        )
        UNION ALL
        SELECT ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = n.speaker_id), n.speaker_id),
            n.name, n.key
        FROM decided_names AS n
        WHERE n.why <> 'lost';
    """)


def skips(db: Database) -> None:
    """What somebody passed over in a review: no decision, but those who take it up again want the others first."""
    db.executescript("""
        CREATE TABLE skipped (
            id INTEGER PRIMARY KEY,                -- what was skipped last has the highest
            statement_id INTEGER NOT NULL UNIQUE REFERENCES statements (id) ON DELETE CASCADE
        );
    """)


def precision(db: Database) -> None:
    """Whether a statement is dated by a month or a year alone; null for a day, or what an older engine found."""
    db.executescript("ALTER TABLE statements ADD COLUMN date_precision TEXT")
    shown = (
        "substr(s.date, 1, CASE s.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,"
    )
    view = db.view("who_said_what").schema
    db.execute("DROP VIEW who_said_what")
    db.execute(view.replace("s.date,", shown, 1))


def former_speakers(db: Database) -> None:
    """The numbers of speakers who turned out to be others, by a profile of theirs: whose that is, they are now.

    Also the names that find speakers, in a form that a name or a speaker is looked up in without reading them all.
    """
    db.executescript("""
        CREATE TABLE former_speakers (
            id INTEGER PRIMARY KEY,                -- never used again
            profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE
        );
        CREATE INDEX former_speakers_profile ON former_speakers (profile_id);

        DROP VIEW known_names;
        CREATE VIEW known_names AS                 -- every name that finds a speaker: those of the lists too
        SELECT n.speaker_id AS bearer_id,          -- who stands for the speaker that it finds
            ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = n.speaker_id), n.speaker_id)
                AS speaker_id,
            n.name, n.key
        FROM aliases AS n
        WHERE NOT EXISTS (
            SELECT 1 FROM decided_names AS d
            WHERE d.speaker_id = n.speaker_id AND d.name = n.name AND d.why = 'lost'
        )
        UNION ALL
        SELECT s.id,
            ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = s.id), s.id),
            l.name, l.key
        FROM listed_names AS l JOIN speakers AS s ON s.listed_id = l.listed_id
        WHERE NOT EXISTS (
            SELECT 1 FROM decided_names AS d WHERE d.speaker_id = s.id AND d.name = l.name AND d.why = 'lost'
        )
        UNION ALL
        SELECT n.speaker_id,
            ifnull((SELECT stands_for FROM decided_speakers WHERE speaker_id = n.speaker_id), n.speaker_id),
            n.name, n.key
        FROM decided_names AS n
        WHERE n.why <> 'lost';
    """)


MIGRATIONS: Mapping[str, Callable[[Database], None]] = {
    "0001_tables": tables,
    "0002_full_text": full_text,
    "0003_views": views,
    "0004_decisions": decisions,
    PROFILES: profiles,
    "0006_skips": skips,
    "0007_precision": precision,
    FORMER_SPEAKERS: former_speakers,
}


def applied(connection: Connection) -> list[str]:
    """The names of the migrations that made the file what it is, oldest first; none for an empty file.

    Raises:
        StoreError: it is a database of something else, or was made by a newer version.
    """
    names = [row["name"] for row in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if not names:
        return []
    done = []
    if "_sqlite_migrations" in names:
        done = connection.rows(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", [MIGRATION_SET]
        )
    if not done:
        raise StoreError(f"{connection.path}: a database of another program: name another file with --db")
    unknown = [row["name"] for row in done if row["name"] not in MIGRATIONS]
    if unknown:
        raise StoreError(
            f"{connection.path}: made by a newer quotetrack (it has {unknown[-1]}): "
            "`pip install --upgrade quotetrack`, or name another file with --db"
        )
    return [row["name"] for row in done]
