"""From an article to its statements: the function to read first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotetrack import dates, speakers
from quotetrack.extraction.acts import act_of, polarity_of
from quotetrack.extraction.attribution import Attribution, enclosing
from quotetrack.extraction.confidence import with_name
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.read import read
from quotetrack.extraction.repeats import repeats
from quotetrack.extraction.tagger import tagger
from quotetrack.model import Analysis, Article, Mention, Statement, words_of


def analyse(article: Article) -> Analysis:
    """Finds every statement in ``article`` and says whose it is.

    1. Quotation marks are paired by rule.
    2. The tagger and the rules around it find the attributions: content, cue and source as they stand in the text.
    3. Each source mention is resolved to the speaker that it stands for, or left open.
    4. What the article says twice is kept once.
    5. The cue tells the act and the polarity, the words around it the date.

    Raises:
        ModelError: the tagger's files are missing or damaged.
    """
    text = article.text
    published = dates.article_date(article)
    marks = quotations(text)
    reader = tagger()
    attributions, entities = read(text, marks, reader, reader.splitter)
    voices = speakers.name(text, attributions, entities, marks)
    statements = []
    for attribution, voice, within in _kept(text, attributions, voices):
        when = dates.statement_date(text, attribution, published)
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
                date=when.date,
                date_basis=when.basis,
                date_precision=when.precision,
                confidence=with_name(attribution.confidence, voice.certainty),
            )
        )
    return Analysis(article, tuple(statements))


def _kept(
    text: str, attributions: Sequence[Attribution], voices: Sequence[speakers.Voices]
) -> Iterator[tuple[Attribution, speakers.Voices, int | None]]:
    """The attributions to be shown, their voices, and the number of the shown one that each is nested in.

    Repeats are not shown, and of what is nested only others' words: not what a speaker reports of himself.
    """
    outer = enclosing(attributions)
    outermost = [number for number, around in enumerate(outer) if around is None]
    again = repeats(text, [attributions[n] for n in outermost], [voices[n].speakers for n in outermost])
    dropped = {outermost[number] for number in again}
    places: dict[int, int | None] = {}  # of those passed over: the place of the one around them
    count = 0
    for number, (attribution, voice, around) in enumerate(zip(attributions, voices, outer, strict=True)):
        if number in dropped or around in dropped:
            dropped.add(number)
        elif around is not None and _names(voice) and _names(voice) == _names(voices[around]):
            places[number] = places[around]
        else:
            yield attribution, voice, None if around is None else places[around]
            places[number] = count
            count += 1


def _names(voice: speakers.Voices) -> set[str]:
    return {speaker.name for speaker in voice.speakers}
