"""The group of all commands: a table from which each command is imported only when it is run."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotetrack import __version__
from quotetrack.cli import command
from quotetrack.cli.options import DbOption
from quotetrack.errors import UsageError


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is and what the list of commands says of it.

    ``module`` is a module of this package, with the command in a function of the same name.
    """

    module: str
    help: str
    panel: str


_READ, _ASK, _CORRECT = "Read articles", "See who said what", "Correct what was found"
_KEEP = "Look after the database"

COMMANDS = {
    "add": Entry("add", "Read articles, find every statement, keep them", _READ),
    "extract": Entry("extract", "Find statements without a database, as JSON Lines", _READ),
    "who": Entry("who", "The timeline of one speaker", _ASK),
    "timeline": Entry("timeline", "What everybody said, by date", _ASK),
    "search": Entry("search", "Find statements by their words, best first", _ASK),
    "show": Entry("show", "One statement in its paragraph, or a whole article marked", _ASK),
    "speakers": Entry("speakers", "Who speaks, and how often", _ASK),
    "articles": Entry("articles", "Which articles are kept", _ASK),
    "export": Entry("export", "All statements, as JSON Lines", _ASK),
    "review": Entry("review", "Go through the least certain statements, one key at a time", _CORRECT),
    "merge": Entry("merge", "Make several speakers one", _CORRECT),
    "split": Entry("split", "Make another speaker of a part of one", _CORRECT),
    "rename": Entry("rename", "Give a speaker another name", _CORRECT),
    "alias": Entry("alias", "Give a speaker one more name", _CORRECT),
    "attribute": Entry("attribute", "Say whose a statement is", _CORRECT),
    "reject": Entry("reject", "Say that something is no statement", _CORRECT),
    "undo": Entry("undo", "Take back the last decision", _CORRECT),
    "decisions": Entry("decisions", "What was decided, newest first; or take it along", _CORRECT),
    "reanalyse": Entry("reanalyse", "Read kept articles again with the present engine", _KEEP),
    "remove": Entry("remove", "Remove articles and their statements", _KEEP),
    "path": Entry("path", "Where the database is", _KEEP),
    "verify": Entry("verify", "Check that the database is sound", _KEEP),
    "backup": Entry("backup", "Copy the database to a file", _KEEP),
    "eval": Entry("evaluate", "Measure precision and recall on annotated articles", "Other"),
    "completion": Entry("completion", "Print the completion script for a shell", "Other"),
}


def load(name: str) -> command.Command:
    """The command of that name, imported."""
    module = importlib.import_module(f"quotetrack.cli.{COMMANDS[name].module}")
    return command.make(name, getattr(module, COMMANDS[name].module))


class Group(TyperGroup):
    """All commands, of which ``--help`` and ``--version`` import none."""

    # Contexts are Any: the class behind them is private to Typer and has moved between its versions.

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, ``--help`` among them."""
        return command.as_given(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> command.Command | None:
        """The command of that name, or None."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, command.Command, list[str]]:
        """The command that the arguments begin with, and the arguments after it."""
        name, *rest = args
        if name not in COMMANDS:
            near = get_close_matches(name, COMMANDS, n=1)
            raise UsageError(
                f"there is no command {name!r}; "
                + (f"did you mean quotetrack {near[0]}?" if near else "quotetrack --help lists them")
            )
        return name, load(name), rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes what the program is for, its commands and its options."""
        command.write_usage(self, ctx, formatter, "COMMAND ...")
        command.write_text(self, formatter)
        for panel in dict.fromkeys(entry.panel for entry in COMMANDS.values()):
            rows = [(name, entry.help) for name, entry in COMMANDS.items() if entry.panel == panel]
            command.write_section(formatter, panel, rows, width=max(map(len, COMMANDS)))
        command.write_options(self, ctx, formatter)


def application() -> Group:
    """The program, ready to be invoked."""
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings=command.SETTINGS,
    )
    app.callback(invoke_without_command=True)(quotetrack)
    group = typer.main.get_command(app)
    assert isinstance(group, Group)
    return group


def quotetrack(
    context: typer.Context,
    db: DbOption = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="Never write colours.")] = False,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)
    ] = False,
) -> int:
    """Who said what, when, and where it is written.

    Examples:
      quotetrack add articles/                 read a folder of news articles
      quotetrack who "Ada Rook"                everything she said, by date
      quotetrack search "harbour wall"         every statement about it
      quotetrack show 12                       a statement where it stands
      quotetrack extract story.txt | jq .text  no database, just JSON Lines
    """
    if version:
        print(f"quotetrack {__version__}")
        raise typer.Exit
    # An option before the command is the default of the same option behind it.
    context.default_map = {name: {"db": db, "no_color": no_color or None} for name in COMMANDS}
    if context.invoked_subcommand is None:
        from quotetrack.cli.greeting import greet

        greet(db)
    return 0
