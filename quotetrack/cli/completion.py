"""``quotetrack completion``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from quotetrack.cli.outcome import FOUND
from quotetrack.errors import UsageError

SCRIPTS = {"bash": "quotetrack.bash", "zsh": "_quotetrack", "fish": "quotetrack.fish"}
FOLDER = Path(__file__).with_name("completions")


def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help=f"One of {', '.join(SCRIPTS)}.")],
) -> int:
    """Print the completion script for a shell.

    Examples:
      quotetrack completion bash >> ~/.bash_completion
      quotetrack completion zsh > "${fpath[1]}/_quotetrack"
      quotetrack completion fish > ~/.config/fish/completions/quotetrack.fish
    """
    if shell not in SCRIPTS:
        raise UsageError(f"no completion for {shell!r}; choose from {', '.join(SCRIPTS)}")
    sys.stdout.write((FOLDER / SCRIPTS[shell]).read_text(encoding="utf-8"))
    return FOUND
