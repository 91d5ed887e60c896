"""What every command has in common: how it is made from a function, and how its help reads.

A command is a plain function. A parameter whose type is a dataclass is a group of options: its fields become
options of the command, and the function gets the dataclass made from them.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

import typer
from typer.core import TyperCommand

SETTINGS = {"help_option_names": ["-h", "--help"]}


class Command(TyperCommand):
    """A command whose help opens with examples."""

    # Contexts and formatters are Any: the classes behind them are private to Typer and have moved.

    def get_params(self, ctx: Any) -> list[Any]:
        """The arguments and options, ``--help`` among them."""
        return as_given(super().get_params(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the usage, the function's docstring as it stands, then arguments and options."""
        write_usage(self, ctx, formatter, *(_in_usage(param) for param in self.params if _is_argument(param)))
        write_text(self, formatter)
        write_options(self, ctx, formatter)


def make(name: str, function: Callable[..., int | None]) -> Command:
    """The command that runs the function and exits with what it returns."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    app.command(name, cls=Command, context_settings=SETTINGS)(_with_groups_spread(function))
    command = typer.main.get_command(app)
    assert isinstance(command, Command)
    return command


class _AsGiven:
    """Leaves a parameter's value as the string that it is; whoever uses it checks it.

    Typer from 0.29 on checks even strings through pydantic, whose import takes longer than all of ``who``. A
    Typer that asks for its checks by another name does them itself, which gives the same values later.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        return () if value is None and (param.multiple or param.nargs == -1) else value


def as_given(params: list[Any]) -> list[Any]:
    """The parameters, whose values Typer now passes on as they are."""
    for param in params:
        with contextlib.suppress(AttributeError):  # of a class that takes no attributes of others
            param.get_runtime_param = _AsGiven
    return params


def _with_groups_spread(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """The function with each group of options replaced by the group's options."""
    hints = get_type_hints(function, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if is_dataclass(hint) and isinstance(hint, type)}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(function).parameters.values():
        if group := groups.get(parameter.name):
            types = get_type_hints(group, include_extras=True)
            parameters += [_keyword(field.name, types[field.name], field.default) for field in fields(group)]
        else:
            parameters.append(_keyword(parameter.name, hints[parameter.name], parameter.default))

    def spread(**values: Any) -> int | None:
        made = {
            name: group(**{field.name: values.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        return function(**values, **made)

    spread.__doc__ = function.__doc__
    spread.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    spread.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return spread


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def write_usage(command: Any, ctx: Any, formatter: Any, *arguments: str) -> None:
    """Writes "Usage: quotetrack who [OPTIONS] NAME", in brackets what may be left out."""
    formatter.write_usage(ctx.command_path, " ".join(["[OPTIONS]", *arguments]))


def write_text(command: Any, formatter: Any) -> None:
    """Writes the docstring line by line, as it stands."""
    formatter.write("\n")
    for line in inspect.cleandoc(command.help or "").splitlines():
        formatter.write(f"  {line}".rstrip() + "\n")


def write_options(command: Any, ctx: Any, formatter: Any) -> None:
    """Writes what each argument and option means, in their panels."""
    panels: dict[str, list[tuple[str, str]]] = {}
    for param in command.get_params(ctx):
        if _is_argument(param):
            panels.setdefault("Arguments", []).append((_argument(param), param.help or ""))
        else:
            panels.setdefault(param.rich_help_panel or "Options", []).append(
                (_option(param), param.help or "")
            )
    for panel in sorted(panels, key=lambda panel: (panel == "Options") - (panel == "Arguments")):
        write_section(formatter, panel, panels[panel])


def write_section(formatter: Any, title: str, rows: Sequence[tuple[str, str]], width: int = 0) -> None:
    """Writes a headed list of terms, at least ``width`` wide, and what they mean."""
    with formatter.section(title):
        formatter.write_dl([(f"{term:<{width}}", meaning) for term, meaning in rows], col_max=32)


def _is_argument(param: Any) -> bool:
    return bool(param.param_type_name == "argument")


def _argument(param: Any) -> str:
    return f"{param.metavar or param.name.upper()}{'...' if param.nargs == -1 else ''}"


def _in_usage(param: Any) -> str:
    return _argument(param) if param.required else f"[{_argument(param)}]"


def _option(param: Any) -> str:
    names = ", ".join([*sorted(param.opts, key=len), *param.secondary_opts])
    return f"{names} {param.metavar}" if param.metavar else names
