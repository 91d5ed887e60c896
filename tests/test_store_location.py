from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack.store import locate


def test_named_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTETRACK_DB", "/elsewhere/store.db")
    assert locate(Path("here.db")) == Path("here.db")


def test_environment_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTETRACK_DB", "~/store.db")
    assert locate(None) == Path.home() / "store.db"


@pytest.mark.parametrize("empty", ["", None])
def test_data_folder_comes_last(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty: str | None) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("QUOTETRACK_DB", raising=False)
    if empty is not None:
        monkeypatch.setenv("QUOTETRACK_DB", empty)
    found = locate(None)
    assert found.name == "quotetrack.db"
    assert found.parent.name == "quotetrack"
    assert not found.parent.exists()
