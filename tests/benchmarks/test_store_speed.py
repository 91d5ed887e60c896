"""How fast articles are kept and read: ``pytest --benchmark-only tests/benchmarks``."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from quotetrack.model import Analysis, Article, Mention, Span, Speaker, Statement
from quotetrack.store import Filters, Store

PER_ARTICLE = 20
SENTENCE = "Mayor Ada Quill said the flood had left the old harbour without power for a week, number {}."
QUILL = Speaker("Ada Quill", "person", "Mayor")


def article(number: int) -> Analysis:
    """An article of twenty statements; every 33rd statement of all is Quill's."""
    numbers = range(number * PER_ARTICLE, (number + 1) * PER_ARTICLE)
    sentences = [SENTENCE.format(n) for n in numbers]
    text, day = "\n".join(sentences), dt.date(2020, 1, 1) + dt.timedelta(number)
    statements, start = [], 0
    for n, sentence in zip(numbers, sentences, strict=True):
        content = (Span(start + 21, start + len(sentence) - 1),)
        statements.append(
            Statement(
                article=f"{number}.txt",
                kind="indirect",
                act="speech",
                polarity="affirmed",
                text=content[0].of(text),
                spans=content,
                cue=Mention.at(text, (Span(start + 16, start + 20),)),
                source=Mention.at(text, (Span(start, start + 15),)),
                speakers=(QUILL if n % 33 == 0 else Speaker(f"Theo Hale{n % 500}", "person"),),
                date=day,
                date_basis="article",
                confidence=0.8,
            )
        )
        start += len(sentence) + 1
    return Analysis(Article(f"{number}.txt", text, f"Flood, day {number}", day, "Courier"), tuple(statements))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of 10,000 statements."""
    with Store.open(tmp_path_factory.mktemp("speed") / "store.db", create=True) as store:
        for number in range(10_000 // PER_ARTICLE):
            store.keep(article(number))
        yield store


def test_keep_an_article(benchmark: Callable[..., object], tmp_path: Path) -> None:
    numbers = count()
    with Store.open(tmp_path / "store.db", create=True) as store:
        benchmark(lambda: store.keep(article(next(numbers))))


def test_find_a_speaker_and_read_what_she_said(benchmark: Callable[..., int], full: Store) -> None:
    def who() -> int:
        [quill] = full.match_speakers("quill")
        return len(list(full.statements(Filters(speaker_ids=(quill.id,)))))

    assert benchmark(who) == 304


def test_read_everything(benchmark: Callable[..., int], full: Store) -> None:
    assert benchmark(lambda: len(list(full.statements(Filters())))) == 10_000


def test_search_a_word_of_every_statement(benchmark: Callable[..., int], full: Store) -> None:
    assert benchmark(lambda: len(list(full.search("floods", Filters(limit=50))))) == 50


def test_all_speakers(benchmark: Callable[..., int], full: Store) -> None:
    assert benchmark(lambda: len(full.speakers())) == 501


WHO = """
import sys
from pathlib import Path
from quotetrack.store import Filters, Store
with Store.open(Path(sys.argv[1]), create=False) as store:
    [quill] = store.match_speakers("quill")
    assert len(list(store.statements(Filters(speaker_ids=(quill.id,))))) == 304
"""


def test_who_as_a_process(benchmark: Callable[..., object], full: Store) -> None:
    benchmark(lambda: subprocess.run([sys.executable, "-c", WHO, str(full.path)], check=True))
