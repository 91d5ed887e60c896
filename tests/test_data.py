"""The sample articles: that their annotations fit their texts, and that their world hangs together."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from golden import ARTICLES, read_gold

from quotetrack.evaluation import annotated_articles, read_annotations

TEXTS = sorted((ARTICLES / "text").glob("*.txt"))
FILES = [*TEXTS, *sorted(ARTICLES.glob("html/*.html")), *sorted(ARTICLES.glob("*.md"))]
FEED = ARTICLES / "feed.jsonl"
LABELS = {"Content", "Cue", "Source", "Attribution", "Attribution-no-source"}
CAST = [
    "Ilse Oduya",
    "Tobias Oduya",
    "Lucan Havergate",
    "Felix Havergate",
    "Hanneke Rasool",
    "Gaspard Tolliver",
    "Meret Yilmazer",
    "Dmitri Ahlgren",
    "Wiremu Hollander",
    "Josiah Tremlow",
    "Zofia Mbatha",
    "Rohan Pellew",
    "Amparo Nwosu",
    "Davit Mirzakhel",
    "Emeka Dahlström",
]

each_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def annotations_of(path: Path) -> Path:
    return ARTICLES / "attributions" / f"{path.stem}_gold.ann"


def text_of(path: Path) -> str:
    return path.read_bytes().decode("cp1252" if b"charset=windows-1252" in path.read_bytes() else "utf-8")


def feed() -> list[dict[str, str]]:
    return [json.loads(line) for line in FEED.read_text(encoding="utf-8").splitlines()]


def all_texts() -> list[str]:
    return [text_of(path) for path in FILES] + [entry["text"] for entry in feed()]


def test_there_are_enough_articles() -> None:
    texts = all_texts()
    assert len(texts) >= 15
    assert all(text.strip() for text in texts)


def test_every_text_is_annotated() -> None:
    assert [path for path, _ in annotated_articles(ARTICLES)] == TEXTS


def test_every_annotation_has_its_text() -> None:
    names = {annotations_of(path) for path in TEXTS}
    assert set((ARTICLES / "attributions").iterdir()) == names


@each_text
def test_spans_give_their_words_back(path: Path) -> None:
    text = text_of(path)
    for span in read_gold(annotations_of(path)).spans.values():
        parts = [text[start:end] for start, end in span.fragments]
        assert span.label in LABELS
        assert all(0 <= start < end <= len(text) for start, end in span.fragments)
        assert all(part == part.strip() and "\n" not in part for part in parts)
        assert " ".join(parts) == span.words


@each_text
def test_spans_cut_no_word(path: Path) -> None:
    text = text_of(path)
    for span in read_gold(annotations_of(path)).spans.values():
        for start, end in span.fragments:
            assert not re.match(r"\w\w", text[max(start - 1, 0) : start + 1]) or start == 0, span.words
            assert not re.match(r"\w\w", text[end - 1 : end + 1]), span.words


@each_text
def test_every_event_has_a_content_and_names_what_exists(path: Path) -> None:
    gold = read_gold(annotations_of(path))
    assert gold.events
    for roles in gold.events.values():
        trigger = "Attribution" if "Source" in roles else "Attribution-no-source"
        assert set(roles) <= {trigger, "Content", "Cue", "Source"}
        assert {trigger, "Content"} <= set(roles)
        for role, key in roles.items():
            assert gold.spans[key].label == role


@each_text
def test_contents_do_not_overlap(path: Path) -> None:
    gold = read_gold(annotations_of(path))
    contents = sorted(
        part for roles in gold.events.values() for part in gold.spans[roles["Content"]].fragments
    )
    assert all(one[1] <= two[0] for one, two in pairwise(contents))


@each_text
def test_speakers_are_named_in_their_article(path: Path) -> None:
    gold = read_gold(annotations_of(path))
    text = text_of(path).casefold()
    assert set(gold.speakers) <= set(gold.events)
    for names in gold.speakers.values():
        for word in " ".join(names).casefold().split():
            assert word in text, f"{names} is named by nothing in the text"


@each_text
def test_the_evaluation_reads_the_same_events(path: Path) -> None:
    found = read_annotations(annotations_of(path), len(text_of(path)))
    assert len(found) == len(read_gold(annotations_of(path)).events)


def test_feed_entries_are_whole() -> None:
    entries = feed()
    assert len({entry["url"] for entry in entries}) == len(entries) >= 3
    for entry in entries:
        assert {"id", "title", "date", "publisher", "url", "text"} == set(entry)
        assert all(entry.values())
        assert entry["date"] in entry["id"]


@pytest.mark.parametrize("name", CAST)
def test_people_recur(name: str) -> None:
    surname = name.split()[-1]
    assert sum(name in text for text in all_texts()) >= 2
    assert sum(surname in text for text in all_texts()) >= 3


def test_one_timeline_is_rich() -> None:
    said = defaultdict(list)
    for path in TEXTS:
        for names in read_gold(annotations_of(path)).speakers.values():
            for name in names:
                said[name].append(path.name[:10])
    assert len(said["Ilse Oduya"]) >= 12
    assert len(set(said["Ilse Oduya"])) >= 5


def test_the_same_quotation_stands_in_three_papers() -> None:
    assert sum("know which is worse" in text for text in all_texts()) >= 3


def test_the_listing_names_every_file() -> None:
    listing = (ARTICLES.parent / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in [*FILES, FEED] if path.name not in listing] == []
