"""From an article to its statements: the function to read first."""

from __future__ import annotations

from quotetrack import dates, speakers
from quotetrack.extraction.acts import act_of, polarity_of
from quotetrack.extraction.attribution import Attribution, enclosing
from quotetrack.extraction.encoding import encode
from quotetrack.extraction.finder import find
from quotetrack.extraction.nested import nested
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.repairs import repaired
from quotetrack.extraction.repeats import repeats, words_once
from quotetrack.extraction.signatures import signed
from quotetrack.extraction.tagger import tagger
from quotetrack.extraction.transcripts import with_turns
from quotetrack.model import Analysis, Article, Mention, Statement, words_of


def analyse(article: Article) -> Analysis:
    """Finds every statement in ``article`` and says whose it is.

    1. Quotation marks are paired by rule, and the text is split into words.
    2. The tagger labels each word as content, cue or source; a decoder makes spans of the labels, and a linker
       ties each content to its cue and each cue to its source.
    3. Each source mention is resolved to the speaker that it stands for, or left open.
    4. The cue tells the act and the polarity, the words around it the date.

    Raises:
        ModelError: the tagger's files are missing or damaged.
    """
    text = article.text
    published = dates.article_date(article)
    marks = quotations(text)
    reader = tagger()
    attributions, entities = find(text, marks, encode(text, marks, reader.splitter), reader)
    attributions = [words_once(text, one) for one in repaired(text, marks, attributions)]
    attributions, entities = with_turns(text, marks, signed(text, marks, attributions), entities)
    attributions = [*attributions, *nested(text, attributions, reader, reader.splitter)]
    attributions.sort(key=_place)
    voices = speakers.name(text, attributions, entities, marks)
    outer = enclosing(attributions)
    again = repeats(text, attributions, [voice.speakers for voice in voices])
    found = [
        (attribution, voice)
        for number, (attribution, voice, within) in enumerate(zip(attributions, voices, outer, strict=True))
        if number not in again
        and within not in again
        and (within is None or not voice.speakers or voice.speakers != voices[within].speakers)
    ]
    outer = enclosing([attribution for attribution, _ in found])
    statements = []
    for (attribution, voice), within in zip(found, outer, strict=True):
        date, basis = dates.statement_date(text, attribution, published)
        statements.append(
            Statement(
                article=article.id,
                kind=attribution.kind,
                act=act_of(text, attribution),
                polarity=polarity_of(text, attribution),
                text=words_of(text, attribution.content),
                spans=attribution.content,
                cue=Mention.at(text, attribution.cue) if attribution.cue else None,
                source=Mention.at(text, attribution.source) if attribution.source else None,
                speakers=voice.speakers,
                addressees=voice.addressees,
                via=voice.via,
                within=within,
                date=date,
                date_basis=basis,
                confidence=attribution.confidence * voice.certainty,
            )
        )
    return Analysis(article, tuple(statements))


def _place(attribution: Attribution) -> list[tuple[int, int]]:
    """Text order, what holds another before it."""
    return [(span.start, -span.end) for span in attribution.content]
