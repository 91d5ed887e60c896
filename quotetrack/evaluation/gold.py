"""Articles as people annotated them: a folder of texts with brat standoff files beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from quotetrack.errors import InputError

Pairs = tuple[tuple[int, int], ...]

_SPAN_KEY = re.compile(r"T\d+\t")
_SPAN_LINE = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_EVENT_LINE = re.compile(r"E\d+\t(.*)")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated statement, as half-open ranges of the text; ``source`` and ``cue`` may be empty."""

    content: Pairs
    cue: Pairs
    source: Pairs


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article: its file, its text as it is on disk, and what its first annotator marked."""

    path: Path
    text: str
    annotations: tuple[Annotation, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


def read_gold(folder: Path) -> list[GoldArticle]:
    """The annotated articles of a brat folder, by name.

    Args:
        folder: holds ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann``; of several annotators' files
            for an article, the first in name order counts.

    Raises:
        InputError: the folder holds no annotated article, or a file in it cannot be read.
    """
    articles = []
    for path, annotated in annotated_articles(folder):
        text = _read(path)
        articles.append(GoldArticle(path, text, tuple(read_annotations(annotated, len(text)))))
    return articles


def annotated_articles(folder: Path) -> list[tuple[Path, Path]]:
    """The texts of a brat folder that are annotated, by name, each with its first annotator's file.

    Raises:
        InputError: there is none.
    """
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0] or path.stem, path)
    texts = sorted((folder / "text").glob("*.txt"))
    found = [(path, first[path.stem]) for path in texts if path.stem in first]
    if not found:
        raise InputError(
            f"{folder}: no annotated articles; give a folder with text/NAME.txt "
            "and attributions/NAME_ANNOTATOR.ann"
        )
    return found


def read_annotations(path: Path, length: int) -> list[Annotation]:
    """The statements in a brat file that have a content, in file order.

    Args:
        path: the file.
        length: the text's length, which no span may exceed.

    Raises:
        InputError: the file cannot be read, or a span is none or lies outside the text.
    """
    spans: dict[str, Pairs] = {}
    found = []
    for number, line in enumerate(_read(path).split("\n"), 1):
        if marked := _SPAN_LINE.match(line):
            spans[marked[1]] = _pairs(marked[2], length, f"{path}:{number}")
        elif _SPAN_KEY.match(line):  # other lines may be the rest of words that run over a line end
            raise InputError(f"{path}:{number}: no span; expected 'T1<tab>Content 0 5<tab>words'")
        elif event := _EVENT_LINE.match(line):
            roles: dict[str, list[tuple[int, int]]] = {"content": [], "cue": [], "source": []}
            for argument in event[1].split():
                role, _, key = argument.partition(":")
                pairs = roles.get(role.rstrip("0123456789").lower())
                if pairs is not None:
                    pairs.extend(spans.get(key, ()))
            if roles["content"]:
                found.append(Annotation(**{role: tuple(sorted(pairs)) for role, pairs in roles.items()}))
    return found


def _pairs(fragments: str, length: int, where: str) -> Pairs:
    pairs = []
    for fragment in fragments.split(";"):
        bounds = [int(number) for number in fragment.split()]
        if len(bounds) != 2 or not bounds[0] < bounds[1] <= length:
            raise InputError(f"{where}: '{fragment}' is no span of a text of {length} characters")
        pairs.append((bounds[0], bounds[1]))
    return tuple(pairs)


def _read(path: Path) -> str:
    """A file's text as it is on disk: offsets count its line ends too."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
