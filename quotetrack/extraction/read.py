"""All attributions of a text: what the tagger finds, put right and completed by rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution, Entity, apart, reach
from quotetrack.extraction.begun import with_beginnings
from quotetrack.extraction.encoding import encode
from quotetrack.extraction.finder import Reader, find
from quotetrack.extraction.line_labels import labelled, parted_by_labels, without_datelines
from quotetrack.extraction.nested import nested
from quotetrack.extraction.quotation import Quotation
from quotetrack.extraction.repairs import repaired
from quotetrack.extraction.repeats import words_once
from quotetrack.extraction.signatures import signed
from quotetrack.extraction.spoken import taken_up, told_within, with_own_cues
from quotetrack.extraction.transcripts import with_turns
from quotetrack.extraction.wordpiece import WordPieces


def read(
    text: str, marks: Sequence[Quotation], reader: Reader, splitter: WordPieces
) -> tuple[list[Attribution], list[Entity]]:
    """The attributions of ``text`` and the proper names in it, in text order, what holds another before it.

    1. The tagger labels each word; a decoder makes spans of the labels, a linker ties them together.
    2. Rules put right the forms that it is known to take wrongly, and tie quotations to the cues behind them.
    3. The layout says who speaks where no sentence does: beside a quotation, before a turn of a transcript.
    4. Contents that report others' words are read once more.

    Args:
        text: the article.
        marks: its outermost quotations.
        reader: what reads a window of words.
        splitter: what cuts words into the pieces that ``reader`` knows.
    """
    found, entities = find(text, marks, encode(text, marks, splitter), reader)
    found = taken_up(text, marks, with_own_cues(text, marks, repaired(text, marks, found)))
    found = with_beginnings(text, marks, found)
    found = signed(text, marks, [words_once(text, one) for one in found])
    found, entities = with_turns(text, marks, found, entities)
    found = without_datelines(text, labelled(text, marks, parted_by_labels(text, marks, found)))
    told = told_within(text, marks, found)
    known = {one.cue for one in told}
    found += [*told, *(one for one in nested(text, found, reader, splitter) if one.cue not in known)]
    found = [replace(one, content=apart(one.content)) for one in found]  # whatever two rules added
    return sorted(found, key=reach), entities
