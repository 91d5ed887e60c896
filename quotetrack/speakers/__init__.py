"""Whose statement it is: from the mention in the text to a person, an organisation, a place or a document.

``finding`` finds the names of a text, ``cast`` tells whose each is, and ``roles`` what is said of its bearer;
``discourse`` keeps who is being talked about, ``resolve`` turns a mention into members of the cast, with ``describe``
for descriptions, and ``naming`` puts them together for each attribution.
"""

from quotetrack.speakers.naming import Voices, name

__all__ = ["Voices", "name"]
