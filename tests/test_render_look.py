from __future__ import annotations

import io

import pytest

from quotetrack.render import Look


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize(
    ("environment", "terminal", "no_color", "color"),
    [
        pytest.param({}, True, None, True, id="terminal"),
        pytest.param({}, False, None, False, id="pipe"),
        pytest.param({"NO_COLOR": "1"}, True, None, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, None, True, id="empty-NO_COLOR-is-none"),
        pytest.param({"TERM": "dumb"}, True, None, False, id="dumb"),
        pytest.param({"FORCE_COLOR": "1"}, False, None, True, id="FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": "0"}, False, None, False, id="FORCE_COLOR-0"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, None, False, id="NO_COLOR-first"),
        pytest.param({"FORCE_COLOR": "1"}, True, True, False, id="asked-for-none"),
        pytest.param({"NO_COLOR": "1"}, False, False, True, id="asked-for"),
    ],
)
def test_color(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    terminal: bool,
    no_color: bool | None,
    color: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    look = Look.detect(Terminal() if terminal else io.StringIO(), no_color)
    assert (look.color, look.terminal) == (color, terminal)


@pytest.mark.parametrize(
    ("environment", "sixteen"),
    [
        pytest.param({"TERM": "xterm-256color"}, False, id="256"),
        pytest.param({"TERM": "xterm"}, True, id="xterm"),
        pytest.param({"TERM": "linux"}, True, id="console"),
        pytest.param({"TERM": "screen"}, True, id="screen"),
        pytest.param({"TERM": "screen", "COLORTERM": "truecolor"}, False, id="more-than-its-name-says"),
        pytest.param({"TERM": "dumb", "FORCE_COLOR": "1"}, True, id="dumb-and-forced"),
        pytest.param({"TERM": "linux", "NO_COLOR": "1"}, False, id="none-at-all"),
    ],
)
def test_number_of_colours(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], sixteen: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Look.detect(Terminal()).sixteen is sixteen


@pytest.mark.parametrize(
    ("columns", "terminal", "width"),
    [
        pytest.param("120", True, 120, id="COLUMNS"),
        pytest.param("0", True, 80, id="zero"),
        pytest.param("wide", True, 80, id="no-number"),
        pytest.param(None, True, 80, id="no-terminal-to-ask"),
        pytest.param("120", False, None, id="a-pipe-never-wraps"),
    ],
)
def test_width(
    monkeypatch: pytest.MonkeyPatch, columns: str | None, terminal: bool, width: int | None
) -> None:
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert Look.detect(Terminal() if terminal else io.StringIO(), None).width == width


@pytest.mark.parametrize(
    ("encoding", "unicode"), [("utf-8", True), ("UTF8", True), ("ascii", False), ("latin-1", False)]
)
def test_unicode(encoding: str, unicode: bool) -> None:
    assert Look.detect(io.TextIOWrapper(io.BytesIO(), encoding=encoding)).unicode is unicode
