"""Fetching one page over HTTP, within a time and a size."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from concurrent.futures import Future
from dataclasses import dataclass

from quotetrack.errors import InputError

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; quotetrack)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8",
    "Accept-Encoding": "gzip",
}
_CHUNK = 1 << 16
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_HTML = ("text/html", "application/xhtml+xml")
_READABLE = ("text/", "application/xhtml+xml", "application/xml", "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: its bytes, uncompressed, and the encoding and kind that it named for them."""

    data: bytes
    charset: str | None
    is_html: bool


def fetch(url: str, *, timeout: float, max_bytes: int) -> Page:
    """The page at an http or https address.

    Args:
        url: the address; redirects are followed to other http and https addresses only.
        timeout: seconds that the whole of it may take, the name look-up included.
        max_bytes: the most that is read, before and after decompression.

    Raises:
        InputError: it cannot be had, takes too long, is too large, or is no text.
    """
    # A socket's own time-out starts afresh with every byte, and none covers the look-up of the name: a server
    # that trickles would hold a batch for hours. So the wait is bounded here, and the thread ends by itself.
    future: Future[Page] = Future()

    def work() -> None:
        try:
            future.set_result(_fetched(url, time.monotonic() + timeout, timeout, max_bytes))
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=work, name=f"fetch {url}", daemon=True).start()
    try:
        return future.result(timeout)
    except TimeoutError as error:  # the wait's, or the socket's
        raise InputError(f"{url}: no answer within {timeout:g} seconds; try again later") from error
    except urllib.error.HTTPError as error:
        error.close()
        if 300 <= error.code < 400:  # followed as far as they lead; the library's own reason takes two lines
            raise InputError(f"{url}: redirects lead nowhere that can be read; check the address") from error
        reason = f"{error.code} {_reason(error.reason)}"
        raise InputError(f"{url}: the server answered {reason}; check the address") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise InputError(f"{url}: no answer within {timeout:g} seconds; try again later") from error
        raise InputError(f"{url}: {_reason(error.reason)}; check the address and the connection") from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        raise InputError(f"{url}: {_reason(error)}; check the address and the connection") from error


def _reason(error: object) -> str:
    if isinstance(error, ssl.SSLError):
        return (
            "no secure connection (" + (getattr(error, "verify_message", "") or error.reason or "TLS") + ")"
        )
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())


def _opener() -> urllib.request.OpenerDirector:
    """One that knows http and https alone: nothing leads it to a file or to FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _fetched(url: str, deadline: float, timeout: float, max_bytes: int) -> Page:
    parts = urllib.parse.urlsplit(url)
    address = parts._replace(netloc=parts.netloc.encode("idna").decode("ascii"), fragment="")
    request = urllib.request.Request(  # noqa: S310 - the opener below knows http and https alone
        urllib.parse.quote(address.geturl(), safe=_SAFE), headers=_HEADERS
    )
    with _opener().open(request, timeout=timeout) as response:
        kind = response.headers.get_content_type()
        if not (kind.startswith(_READABLE) or "json" in kind):
            raise InputError(f"{url}: the server sent {kind}, not an article; save its text and read that")
        packed = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packed not in ("gzip", "x-gzip", "identity", ""):
            raise InputError(f"{url}: compressed as {packed}, unasked; save the page and read that")
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if "gzip" in packed else None
        data = bytearray()
        while chunk := response.read1(_CHUNK):
            if time.monotonic() > deadline:
                raise TimeoutError
            data += unpack.decompress(chunk, max_bytes + 1 - len(data)) if unpack else chunk
            if len(data) > max_bytes:
                raise InputError(
                    f"{url}: more than {max_bytes / 1e6:g} MB; save the article's text and read that"
                )
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)
        return Page(bytes(data), response.headers.get_content_charset(), kind in _HTML)
