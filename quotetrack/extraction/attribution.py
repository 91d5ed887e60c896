"""What the first half of the pipeline finds, before anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotetrack.extraction.confidence import Evidence
from quotetrack.model import Kind, Span, Spans

EntityType = Literal["person", "organization", "place", "other"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A proper name in the text ("Wang Yi", "Ministry of Defense") as the tagger sees it, without titles."""

    span: Span
    type: EntityType


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as it stands in the text: content, and perhaps the cue and the source.

    ``source`` is the mention ("he", "Pelk, a spokesman for Rook"): with its titles and appositions.
    ``confidence`` is that of the spans and links alone, from 0 to 1, and rests on ``evidence``, which the
    tagger's attributions carry so that it can be calibrated.
    """

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    confidence: float
    evidence: Evidence | None = None
