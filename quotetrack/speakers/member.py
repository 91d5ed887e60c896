"""Who an article names: a member of its cast, and the cast."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotetrack.model import Speaker, SpeakerType
from quotetrack.speakers import words
from quotetrack.speakers.names import Name


@dataclass(slots=True, eq=False)
class Member:
    """Somebody or something that the article names."""

    key: tuple[str, ...]
    name: str
    type: SpeakerType | None
    forms: set[tuple[str, ...]] = field(default_factory=set)
    gender: float = 0.0
    """Above 0 male, below 0 female."""
    heads: set[str] = field(default_factory=set)
    """What it can be called: "senator", "union"."""
    describers: set[str] = field(default_factory=set)
    """Words beside those heads, folded: "republican", "ohio"."""
    role: str | None = None
    owners: list[int] = field(default_factory=list)
    """Where the pronouns of "his lawyer, Ada Rook" start."""
    mentions: list[int] = field(default_factory=list)
    full_mentions: list[int] = field(default_factory=list)

    @property
    def sex(self) -> str | None:
        """``"m"``, ``"f"``, or None when the evidence does not say."""
        if abs(self.gender) < 0.75:
            return None
        return "m" if self.gender > 0 else "f"

    def speaker(self) -> Speaker:
        """The member as a statement names it."""
        kind = self.type
        if kind in ("organization", None) and len(self.key) > 1:
            last = self.key[-1]
            kind = "document" if last in words.DOCUMENTS else "group" if last in words.CALLED else kind
        return Speaker(self.name, kind, self.role)


@dataclass(slots=True)
class Cast:
    """The members, and for each name in the text whose it is (None: open)."""

    names: list[Name]
    bearers: list[Member | None]
    members: list[Member]
    by_word: dict[str, list[Member]]
    """Persons by each word of their names."""
    starts: list[int]
    """Where each name starts."""
