"""How well statements are found in other ways of writing: annotated articles, rewritten without moving a character.

    python tests/robustness.py FOLDER [FOLDER ...]

FOLDER holds brat annotations, as for ``quotetrack eval``. Prints a line for each way of writing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quotetrack.evaluation import evaluate, read_gold
from quotetrack.evaluation.report import figures
from quotetrack.pipeline import analyse

SHOWN = ("content@0.8 F1", "who+what F1", "source|0.3")


def _each(change: Callable[[str], str]) -> Callable[[str], str]:
    """The change on every character that stays one."""
    return lambda text: "".join(new if len(new := change(one)) == 1 else one for one in text)


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "small letters": _each(str.lower),
    "capitals": _each(str.upper),
    "single quotation marks": lambda text: text.translate(str.maketrans("“”", "‘’")),
    "straight single marks": lambda text: text.translate(str.maketrans('“”"', "'''")),
    "straight marks": lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
    "no quotation marks": lambda text: text.translate(str.maketrans('“”"', "   ")),
}


def main(folders: list[str]) -> None:
    """Prints the table."""
    articles = [article for folder in folders for article in read_gold(Path(folder))]
    print("", *SHOWN, sep="\t")
    for way, rewritten in WAYS.items():
        found = figures(evaluate([replace(one, text=rewritten(one.text)) for one in articles], analyse))
        print(way, *(f"{found[figure]:.1f}" for figure in SHOWN), sep="\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
