"""Makes the completion scripts from the commands; ``python -m quotetrack.cli.completing`` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer

from quotetrack.cli.application import COMMANDS, application, load
from quotetrack.cli.command import SETTINGS
from quotetrack.cli.completion import FOLDER, SCRIPTS
from quotetrack.cli.options import EVERY_ACT
from quotetrack.model import ACTS, KINDS, SPEAKER_TYPES

_MADE = "Made by `python -m quotetrack.cli.completing`; do not edit."

# What completes a value, by its name in the help: fixed words, else files where one can be meant.
_WORDS = {
    "KIND": KINDS,
    "ACT": (*ACTS, EVERY_ACT),
    "TYPE": SPEAKER_TYPES,
    "SHELL": tuple(SCRIPTS),
    "ACTION": ("export", "import"),
}
_FILES = frozenset({"PATH", "FILE", "GOLD_DIR", "ID", "ARTICLE"})


@dataclass(frozen=True, slots=True)
class _Option:
    names: tuple[str, ...]
    value: str | None
    help: str
    repeated: bool


def script(shell: str) -> str:
    """The completion script for a shell."""
    return "\n".join({"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()) + "\n"


def _bash() -> Iterator[str]:
    everywhere = [option for name in COMMANDS for option in _options(load(name))]
    yield f"# Completion of quotetrack for bash. {_MADE}"
    yield "_quotetrack() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local command="" words="" i'
    yield "    for ((i = 1; i < COMP_CWORD; i++)); do"
    yield '        case "${COMP_WORDS[i]}" in'
    yield "            --db) ((i++)) ;;"
    yield "            -*) ;;"
    yield '            *) command="${COMP_WORDS[i]}"; break ;;'
    yield "        esac"
    yield "    done"
    yield '    case "$before" in'
    for value, words in _WORDS.items():
        names = dict.fromkeys(name for option in everywhere if option.value == value for name in option.names)
        if names:
            yield f"        {'|'.join(names)}) words='{' '.join(words)}'; command=- ;;"
    free = dict.fromkeys(
        name for o in everywhere if o.value and o.value not in _WORDS for name in sorted(o.names)
    )
    yield f"        {'|'.join(free)}) COMPREPLY=(); return ;;"
    yield "    esac"
    yield '    case "$command" in'
    yield f'        "") words="{" ".join([*COMMANDS, *_names(application())])}" ;;'
    for name in COMMANDS:
        fixed = _WORDS.get(_argument(load(name)) or "", ())
        when = "" if fixed else "[[ $word == -* ]] && "
        yield f'        {name}) {when}words="{" ".join([*fixed, *_names(load(name))])}" ;;'
    yield "    esac"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -F _quotetrack quotetrack"


def _zsh() -> Iterator[str]:
    yield "#compdef quotetrack"
    yield f"# Completion of quotetrack for zsh. {_MADE}"
    yield "_quotetrack() {"
    yield '  local curcontext="$curcontext" state line'
    yield "  local -a commands"
    yield "  commands=("
    yield from (f"    {_quoted(f'{name}:{entry.help}')}" for name, entry in COMMANDS.items())
    yield "  )"
    yield "  _arguments -C \\"
    yield from (f"    {line} \\" for option in _options(application()) for line in _zsh_option(option))
    yield "    '1: :->command' '*:: :->rest'"
    yield "  case $state in"
    yield "    command) _describe command commands ;;"
    yield "    rest)"
    yield "      case $words[1] in"
    for name in COMMANDS:
        yield f"        {name})"
        yield "          _arguments \\"
        for option in _options(load(name)):
            yield from (f"            {line} \\" for line in _zsh_option(option))
        yield f"            {_quoted('*' + _zsh_value(_argument(load(name)) or ''))} ;;"
    yield "      esac ;;"
    yield "  esac"
    yield "}"
    yield '_quotetrack "$@"'


def _zsh_option(option: _Option) -> Iterator[str]:
    meaning = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
    others = f"({' '.join(option.names)})" if not option.repeated else ""
    for name in option.names:
        star = "*" if option.repeated else others
        yield _quoted(f"{star}{name}[{meaning}]{_zsh_value(option.value) if option.value else ''}")


def _zsh_value(value: str) -> str:
    action = f"({' '.join(_WORDS[value])})" if value in _WORDS else "_files" if value in _FILES else " "
    return f":{value}:{action}"


def _fish() -> Iterator[str]:
    yield f"# Completion of quotetrack for fish. {_MADE}"
    yield "complete -c quotetrack -n __fish_use_subcommand -f"
    yield from (_fish_option("__fish_use_subcommand", option) for option in _options(application()))
    for name, entry in COMMANDS.items():
        yield f"complete -c quotetrack -n __fish_use_subcommand -a {name} -d {_quoted(entry.help)}"
    for name in COMMANDS:
        seen = f"'__fish_seen_subcommand_from {name}'"
        argument = _argument(load(name))
        if argument not in _FILES:
            words = f" -a {_quoted(' '.join(_WORDS[argument]))}" if argument in _WORDS else ""
            yield f"complete -c quotetrack -n {seen} -f{words}"
        yield from (_fish_option(seen, option) for option in _options(load(name)))


def _fish_option(condition: str, option: _Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    value = ""
    if option.value in _WORDS:
        value = f" -x -a {_quoted(' '.join(_WORDS[option.value]))}"
    elif option.value:
        value = " -r -F" if option.value in _FILES else " -x"
    return f"complete -c quotetrack -n {condition} {names}{value} -d {_quoted(option.help)}"


def _options(command: Any) -> list[_Option]:
    params = command.get_params(typer.Context(command, help_option_names=SETTINGS["help_option_names"]))
    found = []
    for param in params:
        if param.param_type_name == "option":
            sentence = (param.help or "").partition(". ")[0].rstrip(".")
            for names in filter(None, (param.opts, param.secondary_opts)):
                names_by_length = tuple(sorted(names, key=len))
                found.append(_Option(names_by_length, param.metavar, sentence, param.multiple))
    return found


def _names(command: Any) -> list[str]:
    return [name for option in _options(command) for name in option.names]


def _argument(command: Any) -> str | None:
    return next((param.metavar for param in command.params if param.param_type_name == "argument"), None)


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


if __name__ == "__main__":
    for shell, file in SCRIPTS.items():
        (FOLDER / file).write_text(script(shell), encoding="utf-8")
