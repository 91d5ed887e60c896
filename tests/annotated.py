"""An invented article with its annotations as a brat folder, and extractors that find what they are told to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quotetrack.evaluation import Report, evaluate, read_gold, report
from quotetrack.model import Analysis, Article, Mention, Span, Statement, words_of

DAM = (
    'Ada Rook said the dam was safe. "It will hold for fifty more years," she told the council.\r\n'
    'The council called the report "reckless" and asked for another one. Nobody knew who had paid.\n'
)
# What an annotator marked in it: content, cue and source, as words; a tuple where a span has several parts.
GOLD = [
    ("the dam was safe", "said", "Ada Rook"),
    ('"It will hold for fifty more years,"', "told the council", "she"),
    ('the report "reckless"', "called", "The council"),
    ("who had paid", "knew", ""),
]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def brat(text: str, annotations: list[tuple[str, str, str]]) -> str:
    lines = []
    for number, roles in enumerate(annotations):
        event = [f"E{number}\tAttribution:T{number}9"]
        for offset, (role, words) in enumerate(zip(("Content", "Cue", "Source"), roles, strict=True)):
            if words:
                span = at(text, words)
                lines.append(f"T{number}{offset}\t{role} {span.start} {span.end}\t{words}")
                event.append(f"{role}:T{number}{offset}")
        lines.append(f"T{number}9\tAttribution 0 1\tx")
        lines.append(" ".join(event))
    return "\n".join(lines) + "\n"


def save(folder: Path, name: str, text: str, annotations: str, annotator: str = "a1") -> None:
    for part in ("text", "attributions"):
        (folder / part).mkdir(exist_ok=True)
    (folder / "text" / f"{name}.txt").write_bytes(text.encode())
    (folder / "attributions" / f"{name}_{annotator}.ann").write_bytes(annotations.encode())


def statement(
    article: Article, spans: list[Span], source: Span | None, within: int | None = None
) -> Statement:
    text = article.text
    return Statement(
        article.id,
        "indirect",
        "speech",
        "affirmed",
        words_of(text, tuple(spans)),
        tuple(spans),
        source=Mention.at(text, (source,)) if source else None,
        within=within,
    )


def finder(found: list[tuple[str, str]]) -> Callable[[Article], Analysis]:
    """An extractor that always finds these contents and sources."""

    def analyse(article: Article) -> Analysis:
        text = article.text
        statements = (statement(article, [at(text, c)], at(text, s) if s else None) for c, s in found)
        return Analysis(article, tuple(statements))

    return analyse


def measure(folder: Path, analyse: Callable[[Article], Analysis]) -> Report:
    return report(evaluate(read_gold(folder), analyse))
