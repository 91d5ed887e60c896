"""Patterns of names as they are written, shared by the rules that look for one at a certain place."""

from __future__ import annotations

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that may begin a name."""

PARTICLES = "de|del|della|der|den|di|da|du|la|le|van|von|al|bin|ibn|el|ter|y"

TOKEN = rf"{UPPER}[\w.'’-]*"

NAME = rf"{TOKEN}(?:\s(?:(?:{PARTICLES}|of|for|the)\s)*{TOKEN})*"
"""Words with capitals, with the small ones that names hold between them."""

DESCRIBED = (
    rf"(?:(?:the|its|his|her|their|our|a|an)\s(?:[\w’'-]+\s){{0,5}}?[\w’'-]+,?\s)?{NAME}"
    r"(?:,\s(?:\d{1,3}|(?:the|its|his|her|their|a|an|who)\s[^,.:;\n\"“”]{2,80}))?"
)
"""A name with what it is called before or behind it: "the verger, Ada Rook", "Ada Rook, a lawyer"."""
