from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.render.words import clean, headline, squeeze

anything = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“Zoë” said [sic] — 東京 👩‍🚀", "“Zoë” said [sic] — 東京 👩‍🚀", id="what-is-harmless-stays"
        ),
        pytest.param("a\x1b[31mb", "a␛[31mb", id="escape"),
        pytest.param("a\x9b31mb\x85c", "a�31mb c", id="c1"),
        pytest.param("a\x07\x08\x7fb\x00", "a␇␈␡b␀", id="bell-backspace-delete-null"),
        pytest.param("a\r\nb\tc\vd", "a  b c d", id="white-space"),
        pytest.param("a\u202egnp.\u202ctxt\u2066x\u2069", "agnp.txtx", id="direction-overrides"),
        pytest.param("pass\u200bword\ufeff\u00ad\u2060", "password", id="invisible"),
        pytest.param("a\U000e0041b", "ab", id="tags"),
        pytest.param("caf\udce9", "caf�", id="surrogate-of-an-undecodable-file-name"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(deadline=None)
@given(anything)
def test_clean_leaves_nothing_that_acts(text: str) -> None:
    shown = clean(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
    assert clean(shown) == shown
    shown.encode()


@settings(deadline=None)
@given(anything)
def test_squeeze_gives_one_run(text: str) -> None:
    shown = squeeze(text)
    assert shown == " ".join(shown.split())
    assert shown == " ".join(clean(text).split())


@pytest.mark.parametrize(
    ("title", "given", "called"),
    [
        ("Dam will hold", "a/dam.txt", "Dam will hold"),
        (None, "/news/2024/dam.txt", "dam.txt"),
        (None, "https://news.example/dam", "https://news.example/dam"),
        (None, "-", "-"),
    ],
    ids=["title", "file", "url", "standard-input"],
)
def test_an_article_is_called_by_its_title_or_its_file(title: str | None, given: str, called: str) -> None:
    assert headline(title, given) == called
