"""From bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.errors import InputError
from quotetrack.ingest.text import charset_of, decode, looks_like_html, usable

WESTERN = "“Café Über is shut,” said Zoë Pelk — “for good…”\r\nShe left.\n"
RUSSIAN = "Мэр города заявил, что плотина закрыта до осени. Фермеры недовольны этим решением.\n"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param(WESTERN, WESTERN.encode(), id="utf-8"),
        pytest.param(WESTERN, codecs.BOM_UTF8 + WESTERN.encode(), id="utf-8-bom-is-no-content"),
        pytest.param(WESTERN, WESTERN.encode("utf-16"), id="utf-16-bom"),
        pytest.param(WESTERN, codecs.BOM_UTF16_BE + WESTERN.encode("utf-16-be"), id="utf-16-be-bom"),
        pytest.param(WESTERN, WESTERN.encode("utf-32"), id="utf-32-bom"),
        pytest.param(WESTERN, WESTERN.encode("utf-16-le"), id="utf-16-le-unmarked"),
        pytest.param(WESTERN, WESTERN.encode("utf-16-be"), id="utf-16-be-unmarked"),
        pytest.param(RUSSIAN, RUSSIAN.encode("utf-16-le"), id="utf-16-other-script"),
        pytest.param(WESTERN, WESTERN.encode("cp1252"), id="windows-1252"),
        pytest.param("Ros\xe9", b"Ros\xe9", id="windows-1252-short"),
        pytest.param(RUSSIAN, RUSSIAN.encode("cp1251"), id="windows-1251-by-statistics"),
        pytest.param(RUSSIAN * 6, (RUSSIAN * 6).encode("koi8-r"), id="koi8-by-statistics"),
        pytest.param(
            "a\r\nb\rc\nd\x0b\x0ce\u2028f", "a\r\nb\rc\nd\x0b\x0ce\u2028f".encode(), id="newlines-stay"
        ),
        pytest.param("\x1b[31mred\x07", b"\x1b[31mred\x07", id="control-characters-stay"),
    ],
)
def test_decodes(text: str, data: bytes) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n\t\n", "empty", id="white-space"),
        pytest.param(codecs.BOM_UTF8, "empty", id="bom-alone"),
        pytest.param(b"%PDF-1.7\n%text", "a PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n....", "an image", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0..JFIF", "an image", id="jpeg"),
        pytest.param(b"GIF89a......", "an image", id="gif"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 ", "an image", id="webp"),
        pytest.param(b"PK\x03\x04\x14\0", "office document", id="docx"),
        pytest.param(b"{\\rtf1 Rook said no.}", "an RTF document", id="rtf"),
        pytest.param(b"\x1f\x8b\x08\0", "a compressed file", id="gzip"),
        pytest.param(b"Rook said\0 no to all.", "a binary file", id="one-zero"),
        pytest.param(bytes(range(256)) * 4, "a binary file", id="all-bytes"),
        pytest.param(b"Rook said \xff\xfe no", "neither UTF-8 nor", id="no-encoding"),
        pytest.param(
            "“Yes,” he said. “No”".encode()[:-1] + b" x", "byte 25 is not valid UTF-8", id="damaged-utf-8"
        ),
        pytest.param("“No.”".encode()[:-1], "byte 6 is not valid UTF-8", id="truncated-utf-8"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", "not valid UTF-16", id="damaged-utf-16"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0\0\0", "a binary file", id="zero-in-utf-16"),
    ],
)
def test_refuses(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        pytest.param(b"caf\xe9 \x93x\x94", "iso-8859-1", "café “x”", id="latin-1-means-windows-1252"),
        pytest.param("żółw".encode("cp1250"), "windows-1250", "żółw", id="declared"),
        pytest.param("żółw".encode(), "windows-1250", "żółw", id="valid-utf-8-wins"),
        pytest.param(b"caf\xe9", "utf-8", "café", id="declared-wrongly"),
        pytest.param(
            "“Yes” \xe9".encode()[:-1] + b".", "utf-8", "“Yes” \ufffd.", id="damaged-as-a-browser-does"
        ),
        pytest.param(b"caf\xe9", "no-such-encoding", "café", id="unknown"),
        pytest.param(b"caf\xe9", "base64", "café", id="codec-of-no-text"),
    ],
)
def test_declared_encoding(data: bytes, declared: str, text: str) -> None:
    assert decode(data, "page", declared=declared) == text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_utf_8_round_trip(text: str) -> None:
    if text.strip() and not text.startswith(("%PDF-", "PK\x03\x04", "{\\rtf")):
        assert decode(text.encode(), "a.txt") == text


@settings(deadline=None)
@given(
    st.binary(max_size=300),
    st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["utf-8", "idna", "hex"])),
)
def test_never_raises_anything_else(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, "a", declared=declared)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert text.strip()
        text.encode("utf-8")


@settings(deadline=None)
@given(st.text(alphabet=st.characters()))
def test_usable_keeps_offsets(text: str) -> None:
    clean = usable(text)
    assert len(clean) == len(text)
    assert "\0" not in clean
    clean.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"<!DOCTYPE html><p>", True, id="doctype"),
        pytest.param(b"\xef\xbb\xbf\n <HTML lang=en>", True, id="bom"),
        pytest.param("<html>".encode("utf-16"), True, id="utf-16"),
        pytest.param(b'<?xml version="1.0"?>\n<!-- saved -->\n<html>', True, id="xhtml"),
        pytest.param(b"The <html> tag, said Rook", False, id="text-about-html"),
        pytest.param(b"<headline>", False, id="other-markup"),
    ],
)
def test_looks_like_html(data: bytes, expected: bool) -> None:
    assert looks_like_html(data) is expected


def test_charset_of() -> None:
    assert charset_of(b'<head><meta charset="windows-1252">') == "windows-1252"
    assert charset_of(b'<META http-equiv=x content="text/html; charset=utf-8">') == "utf-8"
    assert charset_of(b"<?xml version='1.0' encoding='ISO-8859-1'?>") == "ISO-8859-1"
    assert charset_of(b"<head>") is None
