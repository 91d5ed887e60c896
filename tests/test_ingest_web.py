"""Fetching, against a server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from quotetrack.errors import InputError
from quotetrack.ingest import Overrides, read
from quotetrack.ingest.web import fetch
from quotetrack.model import Article

PAGE = (
    "<html><head><title>Dam stays shut</title></head><body>"
    "<p>The mayor, Zoë Rook, said the dam would stay shut.</p></body></html>"
)
TEXT = "The mayor, Zoë Rook, said the dam would stay shut."
released = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        status, headers, body = {
            "/page": (200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")),
            "/fragment": (200, {"Content-Type": "text/html"}, f"<p>{TEXT}</p>".encode()),
            "/text": (200, {"Content-Type": "text/plain; charset=utf-8"}, TEXT.encode()),
            "/latin": (200, {"Content-Type": "text/plain; charset=iso-8859-1"}, TEXT.encode("latin-1")),
            "/untyped": (200, {}, PAGE.encode()),
            "/lines": (
                200,
                {"Content-Type": "application/x-ndjson"},
                b'{"text": "One."}\n{"text": "Two."}\n',
            ),
            "/gzip": (
                200,
                {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                gzip.compress(TEXT.encode()),
            ),
            "/bomb": (
                200,
                {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                gzip.compress(b"a" * 10_000_000),
            ),
            "/no-gzip": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, b"plain"),
            "/brotli": (200, {"Content-Type": "text/plain", "Content-Encoding": "br"}, b"?"),
            "/large": (200, {"Content-Type": "text/plain"}, b"a" * 200_001),
            "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
            "/disguised": (200, {"Content-Type": "text/html"}, b"%PDF-1.7"),
            "/empty": (200, {"Content-Type": "text/html"}, b""),
            "/cut": (200, {"Content-Type": "text/plain", "Content-Length": "500"}, b"The mayor"),
            "/away": (302, {"Location": "/page"}, b""),
            "/circle": (302, {"Location": "/circle"}, b""),
            "/file": (302, {"Location": "file:///etc/hostname"}, b""),
            "/ftp": (302, {"Location": "ftp://127.0.0.1/a"}, b""),
            "/h%C3%A9": (200, {"Content-Type": "text/plain"}, TEXT.encode()),
            "/slow": (200, {"Content-Type": "text/plain", "Content-Length": "100"}, b""),
        }.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/slow":  # a byte now and then keeps every socket's own time-out from striking
            while not released.wait(0.05):
                self.wfile.write(b".")
                self.wfile.flush()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    released.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        released.set()
        httpd.shutdown()
        thread.join()


def only(url: str, **options: Any) -> Article | InputError:
    (found,) = read([url], **options)
    return found


@pytest.mark.parametrize(
    "path", ["/page", "/fragment", "/text", "/latin", "/untyped", "/gzip", "/away", "/hé"]
)
def test_reads(server: str, path: str) -> None:
    found = only(server + path)
    assert isinstance(found, Article), found
    assert (found.id, found.text, found.url) == (server + path, TEXT, server + path)


def test_overrides_win(server: str) -> None:
    found = only(server + "/page", overrides=Overrides(title="Mine", url="https://c.example/1"))
    assert isinstance(found, Article)
    assert (found.id, found.title, found.url) == (server + "/page", "Mine", "https://c.example/1")


def test_json_lines(server: str) -> None:
    assert [getattr(found, "text", None) for found in read([server + "/lines"])] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("/none", "the server answered 404 Not Found", id="not-found"),
        pytest.param("/large", "more than 0.2 MB", id="too-large"),
        pytest.param("/bomb", "more than 0.2 MB", id="too-large-unpacked"),
        pytest.param("/no-gzip", "incorrect header check", id="not-what-it-says"),
        pytest.param("/brotli", "compressed as br", id="other-compression"),
        pytest.param("/pdf", "the server sent application/pdf, not an article", id="pdf"),
        pytest.param("/disguised", "this is a PDF", id="pdf-called-html"),
        pytest.param("/empty", "empty", id="empty"),
        pytest.param("/cut", "more expected", id="cut-off"),
        pytest.param("/circle", "redirects lead nowhere", id="redirected-in-a-circle"),
        pytest.param("/file", "redirects lead nowhere", id="redirected-to-a-file"),
        pytest.param("/ftp", "unknown url type: ftp", id="redirected-to-ftp"),
    ],
)
def test_refuses(server: str, path: str, message: str) -> None:
    bad, good = read([server + path, server + "/text"], max_bytes=200_000)
    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{server}{path}: ")
    assert message in str(bad)
    assert "\n" not in str(bad)
    assert isinstance(good, Article)


def test_server_that_trickles(server: str) -> None:
    assert (
        str(only(server + "/slow", timeout=0.3))
        == f"{server}/slow: no answer within 0.3 seconds; try again later"
    )


def test_silent_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with pytest.raises(InputError, match=r"no answer within 0\.2 seconds; try again later"):
            fetch(url, timeout=0.2, max_bytes=100)


def test_look_up_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*args: object, **kwargs: object) -> None:
        released.wait(5)

    released.clear()
    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(InputError, match="no answer within"):
        fetch("http://courier.example/", timeout=0.1, max_bytes=100)
    released.set()


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:1/", "http://", "http://[::1/", "http://127.0.0.1:x/", "http://a..b/", "http://a b/"],
)
def test_no_such_place(url: str) -> None:
    found = only(url)
    assert isinstance(found, InputError)
    assert str(found).startswith(f"{url}: ")
