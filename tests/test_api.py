"""The Python API: one function, typed, whose model is loaded once."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import get_type_hints

import quotetrack
from quotetrack.extraction.tagger import Tagger, tagger
from quotetrack.model import Statement

TEXT = "The harbour froze.\n\n“The wall will hold,” Ada Rook said on Monday."


def test_extract_gives_statements() -> None:
    [said] = quotetrack.extract(TEXT, article="harbour", date=dt.date(2024, 3, 6))
    assert isinstance(said, Statement)
    assert (said.article, said.kind, said.text) == ("harbour", "direct", "“The wall will hold,”")
    assert [TEXT[span.start : span.end] for span in said.spans] == [said.text]
    assert [speaker.name for speaker in said.speakers] == ["Ada Rook"]
    assert (said.date, said.date_basis) == (dt.date(2024, 3, 4), "stated")


def test_without_a_date_none_is_made_up() -> None:
    [said] = quotetrack.extract(TEXT)
    assert (said.date, said.date_basis) == (None, None)


def test_nothing_in_nothing_out() -> None:
    assert quotetrack.extract("") == quotetrack.extract(" \n") == []


def test_the_model_is_loaded_once() -> None:
    one = tagger()
    quotetrack.extract(TEXT)
    assert isinstance(one, Tagger)
    assert tagger() is one


def test_importing_is_cheap() -> None:
    program = (
        "import sys, quotetrack; print(*{'numpy', 'onnxruntime', 'typer', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "\n"


def test_it_is_typed() -> None:
    hints = get_type_hints(quotetrack.extract, {"Statement": Statement, "dt": dt})
    assert hints["return"] == list[Statement]
