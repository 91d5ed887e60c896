from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_store_samples import ROOK, dam, said

from quotetrack.store import Filters, Store
from quotetrack.store.query import full_text_query, inflections

SENTENCES = (
    "The nuclear weapons were never ours.",
    "A weapon is nuclear or it is not.",
    "Negotiations on the café's co-operative began.",
    "They negotiate; she denied planning anything.",
    "The news is good AND bad.",
    "New taxes, U.S. style: 1,500 dollars.",
    "Don’t touch \ufdd0 the dial.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("search") / "store.db", create=True) as store:
        for number, sentence in enumerate(SENTENCES):
            store.keep(said(sentence, ROOK, given=str(number)))
        yield store


QUERIES = {
    "word": ("dial", {6}),
    "case": ("NUCLEAR", {0, 1}),
    "plural-finds-singular": ("weapons", {0, 1}),
    "singular-finds-plural": ("weapon", {0, 1}),
    "verb-forms": ("deny", {3}),
    "doubled-letter": ("plan", {3}),
    "plural-in-es": ("tax", {5}),
    "news-is-not-new": ("news", {4}),
    "all-words": ("nuclear style", set()),
    "any-order": ("weapons nuclear", {0, 1}),
    "phrase": ('"nuclear weapons"', {0}),
    "phrase-is-exact": ('"nuclear weapon"', set()),
    "curly-phrase": ("“nuclear weapons”", {0}),
    "phrase-and-word": ('never "nuclear weapons"', {0}),
    "never-closed": ('"nuclear weapons', {0, 1}),
    "prefix": ("negotia*", {2, 3}),
    "prefix-beyond-a-stem": ("negotiat*", {2, 3}),
    "prefix-in-capitals": ("NEGOTIATI*", {2}),
    "accent-left-out": ("cafe", {2}),
    "accent-given": ("cafés", set()),
    "hyphen": ("co-operative", {2}),
    "apostrophe": ("don't", {6}),
    "curly-apostrophe": ("don’t", {6}),
    "full-stops": ("U.S.", {5}),
    "comma-in-number": ("1,500", {5}),
    "punctuation-around": ("(weapons),", {0, 1}),
    "operator-is-a-word": ("good AND bad", {4}),
    "not-is-a-word": ("weapon NOT never", set()),
    "column-syntax": ("text:weapons", set()),
    "bare-hyphen": ("-", set()),
    "bare-quote": ('"', set()),
    "bare-star": ("*", set()),
    "empty-phrase": ('"" weapons', {0, 1}),
    "punctuation-aside": ("weapons - ( ^ :", {0, 1}),
    "nothing": ("", set()),
    "zero-byte": ("weap\0ons", set()),
    "half-a-character": ("weapons \udce9", {0, 1}),
    "repeated": ("weapons " * 3000, {0, 1}),
    "very-long": (" ".join(f"{n}x" for n in range(3000)), set()),
}


@pytest.mark.parametrize(("query", "found"), QUERIES.values(), ids=QUERIES)
def test_queries(store: Store, query: str, found: set[int]) -> None:
    assert {int(s.statement.article) for s in store.search(query, Filters())} == found


@settings(max_examples=300, deadline=None)
@given(some.text() | some.text(alphabet="aweapons nuclear\"*-^:(){}+'\\,.NOTANDOR\0\ud800"))
def test_any_query_is_safe(store: Store, query: str) -> None:
    for found in store.search(query, Filters()):
        for start, end in found.matches:
            assert 0 <= start < end <= len(found.statement.text)


MATCHES = {
    "word": ("weapons", ["weapons"]),
    "phrase": ('"nuclear weapons"', ["nuclear weapons"]),
    "every-word": ("weapon nuclear", ["nuclear", "weapons"]),
    "prefix": ("nev*", ["never"]),
}


@pytest.mark.parametrize(("query", "matched"), MATCHES.values(), ids=MATCHES)
def test_matches_are_offsets_into_the_words(store: Store, query: str, matched: list[str]) -> None:
    [found] = [s for s in store.search(query, Filters()) if s.statement.article == "0"]
    words = [found.statement.text[start:end] for start, end in found.matches]
    assert " ".join(words) == " ".join(matched)


def test_no_offsets_where_they_could_be_wrong(store: Store) -> None:
    [found] = store.search("dial", Filters())
    assert found.matches == ()


def test_best_first_and_limited(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db", create=True) as store:
        store.keep(said("Of the many things that I could name here, one is rain.", ROOK, given="a"))
        store.keep(said("Rain, rain and rain.", ROOK, given="b"))
        assert [s.statement.article for s in store.search("rain", Filters())] == ["b", "a"]
        assert [s.statement.article for s in store.search("rain", Filters(limit=1))] == ["b"]


def test_search_within_filters(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db", create=True) as store:
        store.keep(dam())
        flooded = [s.statement.act for s in store.search("flood", Filters())]
        assert sorted(flooded) == ["belief", "evidence"]
        assert [s.statement.act for s in store.search("flood", Filters(acts=("belief",)))] == ["belief"]
        rook = store.match_speakers("Rook")[0].id
        assert list(store.search("flood", Filters(speaker_ids=(rook,)))) == []
        assert list(store.search("flood", Filters(min_confidence=0.3, kinds=("mixed",)))) == []


@settings(deadline=None)
@given(some.text())
def test_a_word_is_among_its_own_inflections(word: str) -> None:
    assert word.lower() in inflections(word)


@settings(deadline=None)
@given(some.text(alphabet=some.characters(exclude_categories=["Cs"])))
def test_queries_are_ones_that_sqlite_takes(words: str) -> None:
    query = full_text_query(words)
    if query is not None:
        raw = sqlite3.connect(":memory:")
        raw.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        raw.execute("SELECT * FROM t WHERE t MATCH ?", [query]).fetchall()
        raw.close()
