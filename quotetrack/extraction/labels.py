"""The labels that the tagger gives to words: BIO over three roles, and BIO over four types of names."""

from __future__ import annotations

from quotetrack.extraction.attribution import EntityType

ROLES = ("content", "cue", "source")
LABELS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
"""O, B-content, I-content, B-cue, I-cue, B-source, I-source."""

ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "other")
ENTITY_LABELS = ("O", *(f"{prefix}-{kind}" for kind in ENTITY_TYPES for prefix in "BI"))


def begin(number: int) -> int:
    """The label that begins a span of the role or type with this index."""
    return 1 + 2 * number


def inside(number: int) -> int:
    """The label that continues a span of the role or type with this index."""
    return 2 + 2 * number
