"""From bytes to text: which encoding it is in, or why it is no text at all."""

from __future__ import annotations

import codecs
import re

from quotetrack.errors import InputError

# How files begin that people rename or save by mistake. Each pattern is what its format's definition demands.
_FORMATS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"%PDF-"), "a PDF"),
    (
        re.compile(
            rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:avif|heic)", re.DOTALL
        ),
        "an image",
    ),
    (re.compile(rb"PK\x03\x04"), "a ZIP archive or an office document"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an office document"),
    (re.compile(rb"\{\\rtf"), "an RTF document"),
    (re.compile(rb"\x1f\x8b|BZh\d|\xfd7zXZ\0|7z\xbc\xaf|\x28\xb5\x2f\xfd"), "a compressed file"),
    (re.compile(rb"SQLite format 3\0"), "an SQLite database"),
    (re.compile(rb"\x7fELF|MZ\x90\0"), "a program"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_NEAR = 1 << 16
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# In Western prose letters with accents stand among plain ones; five high bytes in a row, dashes, ellipses and
# no-break spaces aside, are another script. 0xFF ("ÿ") is hardly ever a letter of prose.
_OTHER_SCRIPT = re.compile(rb"[\x80-\x84\x86-\x94\x98-\x9f\xa1-\xff]{5}|\xff")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """The text in ``data``: unchanged but for a byte order mark, which is no content.

    Tried in this order: byte order mark, UTF-16 by its zero bytes, UTF-8, the ``declared`` encoding,
    Windows-1252 where that is plausible, and what charset-normalizer makes of it.

    Args:
        data: the whole of it.
        name: what it is called, for the message.
        declared: the encoding that the page or the server named. As both are wrong at times, UTF-8 that is
            valid wins over it; bytes that do not fit it are replaced, as a browser does.

    Raises:
        InputError: it is empty, is no text, or is in an encoding that cannot be told.
    """
    for pattern, what in _FORMATS:
        if pattern.match(data):
            raise InputError(f"{name}: this is {what}, not text; save its text as UTF-8 first")
    text = _decoded(data, name, _known(declared))
    if "\0" in text:
        raise _binary(name)
    if not text.strip():
        raise InputError(f"{name}: empty; there is nothing to read")
    return text


def looks_like_html(data: bytes) -> bool:
    """Whether ``data`` begins as a web page does, in whatever encoding."""
    sample = data[:_SAMPLE]
    for bom, _ in _BOMS:
        sample = sample.removeprefix(bom)
    return _HTML.match(sample.replace(b"\0", b"")) is not None


def charset_of(page: bytes) -> str | None:
    """The encoding that a web page itself declares."""
    found = _CHARSET.search(page, 0, _SAMPLE)
    return found[1].decode("ascii", "replace") if found else None


def usable(text: str) -> str:
    """The text with U+FFFD for what cannot be stored: zero characters and lone surrogates. Offsets stay."""
    return _UNUSABLE.sub("\ufffd", text)


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None) or _utf_16(data)
    if encoding:
        return _strictly(data, encoding, name)
    if b"\0" in data:
        raise _binary(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    damaged = _is_mostly_utf_8(
        data[max(0, broken.start - _NEAR) : broken.start + _NEAR]
    )  # then one bad byte must not turn every “ into â€œ
    if declared and (declared != "utf-8" or damaged):
        return usable(data.decode(declared, "replace"))
    if damaged:
        raise InputError(f"{name}: byte {broken.start} is not valid UTF-8; save the file again as UTF-8")
    text = _windows_1252(data) or _by_statistics(data)
    if text is None:
        raise InputError(f"{name}: neither UTF-8 nor another encoding of text; save it as UTF-8")
    return text


def _binary(name: str) -> InputError:
    return InputError(f"{name}: a binary file; give a text, HTML or JSON Lines file")


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        title = encoding.removesuffix("-sig").upper()
        raise InputError(f"{name}: byte {error.start} is not valid {title}; save it as UTF-8") from error


def _known(declared: str | None) -> str | None:
    """Python's name of a declared encoding; as the web has it, Latin-1 and ASCII mean Windows-1252."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        b"\x80".decode(name, "replace")  # some codecs are none of text, or replace nothing
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _utf_16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: half of each space at least is zero."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if min(low, high) or 20 * max(low, high) < len(sample) // 2 or not sample:
        return None
    encoding = "utf-16-le" if high else "utf-16-be"
    text = sample.decode(encoding, "replace")
    prose = sum(character.isprintable() or character.isspace() for character in text)
    return encoding if prose >= 0.98 * len(text) else None


def _is_mostly_utf_8(data: bytes) -> bool:
    whole = _MULTIBYTE.findall(data)
    return 2 * sum(map(len, whole)) > len(_HIGH.findall(data))


def _windows_1252(data: bytes) -> str | None:
    if _OTHER_SCRIPT.search(data):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _by_statistics(data: bytes) -> str | None:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    return str(best) if best is not None and best.coherence > 0 else None
