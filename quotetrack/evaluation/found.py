"""What is measured: statements as the pipeline finds them now, or as another version printed them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from quotetrack.errors import InputError
from quotetrack.evaluation.gold import GoldArticle, Pairs
from quotetrack.evaluation.pairing import Compared, Found, compare
from quotetrack.model import Analysis, Article, Kind, as_pairs

_NOT_WORDS = re.compile(r"[\W_]+")


def evaluate(articles: Iterable[GoldArticle], analyse: Callable[[Article], Analysis]) -> list[Compared]:
    """Analyses each article once and compares what comes out with its annotations."""
    return [
        compare(gold.name, gold.text, gold.annotations, found_in(analyse(Article(str(gold.path), gold.text))))
        for gold in articles
    ]


def found_in(analysis: Analysis) -> list[Found]:
    """The outermost statements of an analysis."""
    return [
        Found(
            as_pairs(one.spans),
            as_pairs(one.cue.spans) if one.cue else (),
            as_pairs(one.source.spans) if one.source else (),
            one.kind,
            one.confidence,
        )
        for one in analysis.statements
        if one.within is None
    ]


def read_statements(path: Path, articles: Sequence[GoldArticle]) -> tuple[list[Compared], int]:
    """Compares statements in a file, as ``extract`` prints them, with the annotations of their articles.

    An article is known by its file's name, wherever it stood when it was read.

    Args:
        path: JSON Lines, one statement each; fields that are not compared may be missing.
        articles: the annotated articles.

    Returns:
        One comparison for each article, and how many lines belong to none of them.

    Raises:
        InputError: the file cannot be read, a line is no statement, or the offsets are those of another text.
    """
    found: dict[str, list[Found]] = {gold.name: [] for gold in articles}
    texts = {gold.name: gold.text for gold in articles}
    others = 0
    for number, line in enumerate(_lines(path), 1):
        where = f"{path}:{number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            name = record["article"].rpartition("/")[2].removesuffix(".txt")
            if name not in texts:
                others += 1
                continue
            one = _found(record)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(
                f"{where}: no statement; expected the JSON Lines that quotetrack extract prints"
            ) from error
        if not _fits(one, record.get("text"), texts[name]):
            raise InputError(
                f"{where}: its spans do not give its words back; was it extracted from another {name}.txt?"
            )
        if record.get("within") is None:
            found[name].append(one)
    return [compare(gold.name, gold.text, gold.annotations, found[gold.name]) for gold in articles], others


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: not UTF-8 (byte {error.start}); give what quotetrack extract printed"
        ) from error


def _found(record: dict[str, Any]) -> Found:
    """The record's statement, of whatever version.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it is none.
    """
    kind, confidence = record.get("kind"), record.get("confidence")
    return Found(
        _read_pairs(record["spans"]),
        _read_pairs((record.get("cue") or {}).get("spans", ())),
        _read_pairs((record.get("source") or {}).get("spans", ())),
        kind if kind in get_args(Kind) else None,
        None if confidence is None else float(confidence),
    )


def _fits(one: Found, words: str | None, text: str) -> bool:
    pairs = (*one.content, *one.cue, *one.source)
    if not all(0 <= start < end <= len(text) for start, end in pairs):
        return False
    there = "".join(text[start:end] for start, end in one.content)
    return words is None or _NOT_WORDS.sub("", there) == _NOT_WORDS.sub("", words)


def _read_pairs(pairs: Iterable[Iterable[int]]) -> Pairs:
    return tuple((int(start), int(end)) for start, end in pairs)
