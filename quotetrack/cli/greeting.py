"""What ``quotetrack`` alone says."""

from __future__ import annotations

from quotetrack.cli.options import database
from quotetrack.cli.outcome import count
from quotetrack.render import clean

_WELCOME = """\
quotetrack finds who said what in news articles, and keeps it in one file.

You have no database yet. Begin with an article, a folder of them, or a URL:

  quotetrack add article.txt            read it, find every statement, keep all
  quotetrack timeline                   see who said what, by date
  quotetrack who "Ada Rook"             one speaker's statements

Or only look, and keep nothing:

  quotetrack extract article.txt        the statements of one article

quotetrack --help lists all commands; {path} will be the database.
"""

_NEXT = """\
{path} holds {articles}, {statements} and {speakers}.

  quotetrack timeline{who}
  quotetrack search "harbour wall"      statements by their words
  quotetrack speakers                   who speaks, and how often
  quotetrack add article.txt            more of it

quotetrack --help lists all commands.
"""


def greet(db: str | None) -> None:
    """Prints what to type next: to a newcomer how to begin, to others what there is to ask."""
    from quotetrack.store import Store

    path = database(db)
    if not path.exists():
        print(_WELCOME.format(path=clean(str(path))), end="")
        return
    with Store.open(path, create=False) as store:
        speakers = store.speakers(limit=1)
        first = f'\n  quotetrack who "{clean(speakers[0].name)}"' if speakers else ""
        print(
            _NEXT.format(
                path=clean(str(path)),
                articles=count(len(store.articles()), "article"),
                statements=count(sum(store.counts().values()), "statement"),
                speakers=count(store.speaker_count(), "speaker"),
                who=first,
            ),
            end="",
        )
