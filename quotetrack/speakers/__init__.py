"""Whose statement it is: from the mention in the text to a person, an organisation, a place or a document.

``finding`` finds the names of a text, from ``runs`` of capitalised words and what the tagger saw, put right by
``mending`` and ``pairs``; ``kinds`` tells what they are names of, ``owners`` one country's ministry from another's,
``cast`` whose each name is, and ``roles`` what is said of its bearer;
``discourse`` keeps who is being talked about, ``resolve`` turns a mention into members of the cast, with ``describe``
for descriptions, and ``naming`` puts them together for each attribution. The lists of names and places beside them
are imported without any of these.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotetrack.speakers.naming import Voices, name

__all__ = ["Voices", "name"]


def __getattr__(attribute: str) -> Any:
    if attribute in __all__:
        from quotetrack.speakers import naming

        return getattr(naming, attribute)
    raise AttributeError(f"module {__name__!r} has no attribute {attribute!r}")
