"""The options that commands share, and what they mean.

Values arrive as the strings that were typed. Each group of options checks its own and gives what the layers
below take: ``Where.filters`` a ``Filters``, ``Output.open`` a stream and a form, ``About.overrides`` facts of
articles.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, TypeVar

import typer

from quotetrack.cli import dates
from quotetrack.cli.pager import paged
from quotetrack.cli.references import as_number
from quotetrack.errors import UsageError
from quotetrack.model import ACTS, KINDS
from quotetrack.render import Look

if TYPE_CHECKING:
    from quotetrack.ingest import Overrides
    from quotetrack.store import Filters, Store

_WHERE, _FORM, _ABOUT = "Which to show", "How to print", "What you know of the article"
EVERY_ACT = "all"
_Choice = TypeVar("_Choice", bound=str)

DbOption = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The database; else $QUOTETRACK_DB, else one in your data folder.",
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", rich_help_panel=_WHERE, help="From this day, month or year on."),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="DATE",
        rich_help_panel=_WHERE,
        help="To its end. A DATE is 2023-02-22, 2023-02, 2023, yesterday or '2 weeks ago'.",
    ),
]
PublisherOption = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", rich_help_panel=_WHERE, help="Who published the article."),
]
LimitOption = Annotated[
    str | None,
    typer.Option("--limit", "-n", metavar="N", rich_help_panel=_WHERE, help="No more than so many."),
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first.")]


@dataclass(frozen=True, slots=True)
class Where:
    """Which statements are wanted."""

    speaker: Annotated[
        list[str] | None,
        typer.Option(
            "--speaker",
            metavar="NAME",
            rich_help_panel=_WHERE,
            help="Whose: any form of the name, or the speaker's number. May be repeated.",
        ),
    ] = None
    since: SinceOption = None
    until: UntilOption = None
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            rich_help_panel=_WHERE,
            help=f"How it is quoted: {', '.join(KINDS)}. May be repeated.",
        ),
    ] = None
    act: Annotated[
        list[str] | None,
        typer.Option(
            "--act",
            metavar="ACT",
            rich_help_panel=_WHERE,
            help=f"What it is: {', '.join(ACTS)} or {EVERY_ACT}. May be repeated.",
        ),
    ] = None
    publisher: PublisherOption = None
    min_confidence: Annotated[
        str | None,
        typer.Option(
            "--min-confidence", metavar="0-1", rich_help_panel=_WHERE, help="At least this sure, as in 0.8."
        ),
    ] = None
    limit: LimitOption = None

    def filters(self, store: Store, also: tuple[int, ...] = ()) -> Filters:
        """What the store understands.

        Args:
            store: where the speakers' names are looked up.
            also: the ids of speakers who are wanted anyway.

        Raises:
            UsageError: a value makes no sense, or a name fits several speakers.
            NothingFoundError: nobody is called so.
        """
        from quotetrack.cli.people import one_speaker
        from quotetrack.store import Filters

        return Filters(
            speaker_ids=also + tuple(one_speaker(store, words).id for words in self.speaker or ()),
            since=since(self.since),
            until=until(self.until),
            kinds=_choices("--kind", self.kind, KINDS),
            acts=() if EVERY_ACT in (self.act or ()) else _choices("--act", self.act, ACTS, EVERY_ACT),
            publisher=self.publisher,
            min_confidence=_share("--min-confidence", self.min_confidence),
            limit=limit(self.limit),
        )


@dataclass(frozen=True, slots=True)
class Out:
    """Where output goes, in which form and look."""

    stream: TextIO
    form: str
    look: Look


@dataclass(frozen=True, slots=True)
class Output:
    """How to print: drawn on a terminal, a plain record a line otherwise, or as chosen."""

    json: Annotated[bool, typer.Option("--json", rich_help_panel=_FORM, help="A JSON array.")] = False
    jsonl: Annotated[bool, typer.Option("--jsonl", rich_help_panel=_FORM, help="A JSON object a line.")] = (
        False
    )
    csv: Annotated[bool, typer.Option("--csv", rich_help_panel=_FORM, help="Comma-separated values.")] = False
    tsv: Annotated[
        bool, typer.Option("--tsv", rich_help_panel=_FORM, help="Tab-separated values with a head.")
    ] = False
    md: Annotated[bool, typer.Option("--md", rich_help_panel=_FORM, help="Markdown.")] = False
    no_color: Annotated[
        bool, typer.Option("--no-color", rich_help_panel=_FORM, help="Never write colours.")
    ] = False
    pager: Annotated[
        bool | None,
        typer.Option(
            "--pager/--no-pager",
            rich_help_panel=_FORM,
            help="Page on a terminal, always or never; by default what is longer than the screen.",
        ),
    ] = None

    @contextmanager
    def open(self, default: str = "pretty", piped: str = "plain") -> Iterator[Out]:
        """Standard output, or a pager before it.

        Args:
            default: the form on a terminal if none is chosen.
            piped: the form elsewhere if none is chosen.

        Raises:
            UsageError: several forms are chosen.
        """
        form = self._chosen() or (default if sys.stdout.isatty() else piped)
        look = Look.detect(sys.stdout, True if self.no_color else None)
        with paged(sys.stdout, self.pager) as stream:
            yield Out(stream, form, look)

    def _chosen(self) -> str | None:
        forms: dict[str, bool] = {
            "json": self.json,
            "jsonl": self.jsonl,
            "csv": self.csv,
            "tsv": self.tsv,
            "md": self.md,
        }
        chosen = [form for form, wanted in forms.items() if wanted]
        if len(chosen) > 1:
            raise UsageError(f"--{chosen[0]} and --{chosen[1]} do not go together; choose one")
        return chosen[0] if chosen else None


@dataclass(frozen=True, slots=True)
class About:
    """What the user says of an article, which wins over what it says of itself."""

    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            rich_help_panel=_ABOUT,
            help="When it was published, as 2023-02-22 or yesterday; of all articles given.",
        ),
    ] = None
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", rich_help_panel=_ABOUT, help="Its headline.")
    ] = None
    publisher: Annotated[
        str | None,
        typer.Option(
            "--publisher", metavar="NAME", rich_help_panel=_ABOUT, help="Who published it; of all given."
        ),
    ] = None
    url: Annotated[
        str | None,
        typer.Option("--url", metavar="URL", rich_help_panel=_ABOUT, help="Where it was published."),
    ] = None

    def overrides(self, articles: int | None) -> Overrides:
        """What the reader of articles understands.

        Args:
            articles: how many are read; None if that is not known.

        Raises:
            UsageError: a value makes no sense, or one article's title or URL is given to several.
        """
        from quotetrack.ingest import Overrides

        for option, value in (("--title", self.title), ("--url", self.url)):
            if value and articles is not None and articles > 1:
                raise UsageError(f"{option} fits one article and {articles} are given; give them one by one")
        date = None if self.date is None else dates.one_day(self.date)
        return Overrides(date=date, title=self.title, publisher=self.publisher, url=self.url)


def database(db: str | None) -> Path:
    """The path of the database that is meant.

    Raises:
        UsageError: the option is there without a name, as when a script's variable is not set.
    """
    from quotetrack.store import locate

    if db == "":
        raise UsageError("--db is empty; name a file")
    return locate(Path(db) if db else None)


def since(words: str | None) -> dt.date | None:
    """The first day that is wanted."""
    return None if words is None else dates.first_day(words)


def until(words: str | None) -> dt.date | None:
    """The last day that is wanted."""
    return None if words is None else dates.last_day(words)


def limit(words: str | None, option: str = "--limit") -> int | None:
    """How many are wanted at most.

    Raises:
        UsageError: it is no number from 1 on.
    """
    if words is None:
        return None
    number = None if words.startswith("#") else as_number(words)
    if not number:
        raise UsageError(f"{option} {words!r} is not a number from 1 on; give one, as in {option} 20")
    return number


def _choices(
    option: str, values: list[str] | None, allowed: tuple[_Choice, ...], *also: str
) -> tuple[_Choice, ...]:
    known = {str(choice): choice for choice in allowed}
    for value in values or ():
        if value not in known:
            raise UsageError(f"{option} {value!r} is not known; choose from {', '.join((*allowed, *also))}")
    return tuple(known[value] for value in values or ())


def _share(option: str, words: str | None) -> float | None:
    if words is None:
        return None
    try:
        share = float(words)
    except ValueError:
        share = -1.0
    if not 0.0 <= share <= 1.0:
        raise UsageError(f"{option} {words!r} is not a number from 0 to 1; give one, as in {option} 0.8")
    return share
