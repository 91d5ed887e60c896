"""Whose statement it is: from the mention in the text to a person, an organisation, a place or a document.

``cast`` finds everybody that the article names, ``discourse`` keeps who is being talked about, ``resolve`` turns a
mention into members of the cast, and ``naming`` puts them together for each attribution.
"""

from quotetrack.speakers.naming import Voices, name

__all__ = ["Voices", "name"]
