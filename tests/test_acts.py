"""What cues do, and whether their sources stand by what follows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.extraction.acts import act_of, polarity_of
from quotetrack.extraction.attribution import Attribution
from quotetrack.lexicon import CUES, FAINT_CUES, cue_lemma
from quotetrack.model import ACTS, POLARITIES, Kind, Span, Spans

_MARK = re.compile(r"[\[\](){}]")


def marked(example: str, kind: Kind = "indirect") -> tuple[str, Attribution]:
    """The text and attribution of an example, with its (source), [cue] and {content} in brackets."""
    text, opened = "", 0
    spans: dict[str, list[Span]] = {")": [], "]": [], "}": []}
    end = 0
    for mark in _MARK.finditer(example):
        text += example[end : mark.start()]
        end = mark.end()
        if mark.group() in "([{":
            opened = len(text)
        else:
            spans[mark.group()].append(Span(opened, len(text)))
    text += example[end:]
    source, cue, content = (tuple(found) for found in spans.values())
    return text, Attribution(content, cue, source, kind, 1.0)


ACT_CASES = {
    # Speech, of every sort.
    "said": ("(Rook) [said] {taxes would rise}.", "speech"),
    "no-cue": ('(Rook) shrugged. {"I am done."}', "speech"),
    "nothing-but-content": ('{"I am done."}', "speech"),
    "according-to": ("[According to] (Rook), {two died}.", "speech"),
    "noun-warning": ("(her) [warning] {that the dam would fail}", "speech"),
    "noun-claim": ("(his) [claim] {to have won}", "speech"),
    "noun-statement": ("[In a statement], (the ministry) called it {a mistake}.", "speech"),
    "scoffed": ('{"A dam?"} (Rook) [scoffed].', "speech"),
    "sighed": ('{"Again,"} (Rook) [sighed].', "speech"),
    "deadpanned": ('{"Lovely,"} (Rook) [deadpanned].', "speech"),
    "shot-back": ('{"Never,"} (Rook) [shot back].', "speech"),
    "promised": ("(Rook) [promised] {to resign}.", "speech"),
    "threatened": ("(Rook) [threatened] {to sue}.", "speech"),
    "headline-colon": ("(Rook)[:] {Dam is safe}", "speech"),
    "headline-says": ("{Dam is safe}, [says] (Rook)", "speech"),
    "dash": ('{"Done."} [—] (Commissioner Rook)', "speech"),
    "asked-whether": ("(Rook) [asked] {whether the dam was safe}.", "speech"),
    "wondered-aloud": ("(Rook) [wondered aloud] {whether it held}.", "speech"),
    "remembered": ('{"He had a broom,"} [remembered] (Rook).', "speech"),
    "mood-before-a-quotation": ('(Rook) [was not so sure:] {"It may hold."}', "speech"),
    "opposite-number": ("(Her opposite number, Jonas Hale,) [accused] {her of hiding}.", "speech"),
    "declined-to-comment": ("(Rook) [declined] {to comment}.", "speech"),
    "refused-to-say": ("(Rook) [refused to say] {whether she paid}.", "speech"),
    "order": ("(Rook) [urged] staff {to leave}.", "speech"),
    "future": ("(Rook) [will say on Friday] {that the dam is safe}.", "speech"),
    "passive": ("[It was reported] {that two died}.", "speech"),
    "light-verb": ("(Rook) [made a promise] {to resign}.", "speech"),
    "made-clear": ("(Rook) [made it clear] {that she would stay}.", "speech"),
    "seemed-to-suggest": ("(Rook) [seemed to suggest] {that she would stay}.", "speech"),
    "agreed-aloud": ('{"Quite so,"} (Hale) [agreed].', "speech"),
    "suggested": ("(Rook) [suggests] {the dam is old}.", "speech"),
    "a-report-says": ("(The report) [says] {two died}.", "speech"),
    "british-spelling": ("(Rook) [criticised] {the plan}.", "speech"),
    "tried-to-explain": ("(Rook) [tried to explain] {what it cost}.", "speech"),
    "sought-to-convey": ("(Rook) [sought] {to convey that she paid}.", "speech"),
    "a-number-of-people": ("(A growing number of islanders) [say] {it is over}.", "speech"),
    "failed-as-an-adjective": ("(Rook) [used the failed bid to attack] {the plan}.", "speech"),
    "would-not-say": ("(Rook) [would not say] {who paid}.", "speech"),
    "did-not-deny": ("(Rook) [did not deny] {that she paid}.", "speech"),
    "rejected-the-idea": ("(Rook) [rejected the idea] {that she paid}.", "attitude"),
    # Belief.
    "spotted": ("(Rook) [has spotted] {a crack in the dam}.", "belief"),
    "thinks": ("(Rook) [thinks] {the dam is safe}.", "belief"),
    "knew": ("(Rook) [knew] {who paid}.", "belief"),
    "is-expected": ("{Hale} [is expected] {to resign}.", "belief"),
    "expected-to-announce": ("(Aides) [expect] {Hale to announce it}.", "belief"),
    "agreed": ("(Hale) [agreed] {that the dam was old}.", "belief"),
    "view-of": ("(Rook's) [view] {that the dam was old}", "belief"),
    "wondered": ("(Rook) [wondered] {who would pay}.", "belief"),
    # Attitude.
    "wants": ("(Rook) [wants] {the dam to be rebuilt}.", "attitude"),
    "fears": ("(Rook) [fears] {that it will fail}.", "attitude"),
    "supports": ("(Rook) [supports] {the plan}.", "attitude"),
    "refuses": ("(Rook) [refuses] {to resign}.", "attitude"),
    "refused-to-support": ("(Rook) [refused to support] {the plan}.", "attitude"),
    "planned": ("(Rook) [planned] {to resign}.", "attitude"),
    "opposition-to": ("(Rook's) [opposition to] {the plan}", "attitude"),
    "favours": ("(Rook) [favours] {the plan}.", "attitude"),
    "showed-enthusiasm": ("(Rook) [showed little enthusiasm for] {the plan}.", "attitude"),
    "tried-in-vain": ("(Rook) [tried] {to stop the vote}.", "attitude"),
    # Evidence.
    "numbers-show": ("(The numbers) [show] {that two in three stayed}.", "evidence"),
    "a-number-of-polls": ("(A number of polls) [suggest] {Rook is ahead}.", "evidence"),
    "reporting-indicates": ("(The paper's reporting) [indicated] {that she paid}.", "evidence"),
    "poll-shows": ("(The poll) [shows] {Rook ahead}.", "evidence"),
    "polls-suggest": ("(Recent polls of islanders) [suggest] {Rook is ahead}.", "evidence"),
    "report-found": ("(The report) [found] {that the dam was old}.", "evidence"),
    "documents-reveal": ("(Documents obtained by the Courier) [reveal] {that she paid}.", "evidence"),
    "according-to-data": (
        "{Two in three stayed}, [according to] (data from the harbour office).",
        "evidence",
    ),
    "law-says": ("(The law) [says] {dams are inspected yearly}.", "evidence"),
    "clock-says": ("(The clock) [says] {noon}.", "evidence"),
    "study-expects": ("(A study, out on Friday,) [expects] {the sea to rise}.", "evidence"),
    "seems": ("{The dam} [seems] {safe}.", "evidence"),
}


@pytest.mark.parametrize(("example", "act"), ACT_CASES.values(), ids=ACT_CASES.keys())
def test_act(example: str, act: str) -> None:
    content = re.findall(r"\{.*?\}", example)
    quoted = all(part[1] == '"' for part in content)
    assert act_of(*marked(example, "direct" if quoted else "indirect")) == act


POLARITY_CASES = {
    "declined-to-guess": ("(Rook) [declined] {to guess at the toll}.", "withheld"),
    "mood-before-a-quotation": ('(Rook) [was not so sure:] {"It may hold."}', "affirmed"),
    # Affirmed: whatever the cue, the source stands by it, or does the thing that it names.
    "said": ("(Rook) [said] {she paid}.", "affirmed"),
    "no-cue": ('{"I am done."}', "affirmed"),
    "asked-whether": ("(Rook) [asked] {whether the dam was safe}.", "affirmed"),
    "order": ("(Rook) [urged] staff {to leave}.", "affirmed"),
    "will-vote": ("(Rook) [will vote for] {the dam}.", "affirmed"),
    "future": ("(Rook) [will say on Friday] {that the dam is safe}.", "withheld"),
    "future-outside": ("(Rook) will [say] {that the dam is safe}.", "withheld"),
    "is-to-say": ("(Rook) [is to say] {that the dam is safe}.", "withheld"),
    "is-to-blame": ("(Rook) [is to blame for] {the dam}.", "affirmed"),
    "would-say": ("(Rook) [would later say] {that the dam is safe}.", "affirmed"),
    "refuses": ("(Rook) [refuses] {to resign}.", "affirmed"),
    "rejects-a-plan": ("(Rook) [rejected] {the plan}.", "affirmed"),
    "negation-in-content": ("(Rook) [said] {she did not pay}.", "affirmed"),
    "negation-behind": ("(Rook) [told] staff [not to] {leave}.", "affirmed"),
    "negation-of-another-verb": ("(Rook, who did not attend,) [said] {it was over}.", "affirmed"),
    "not-only": ("(Rook) [not only said] {it was over}; she left.", "affirmed"),
    "no-secret": ("(Rook) [made no secret of] {her doubts}.", "affirmed"),
    "could-not-help": ("(Rook) [could not help noting] {the cost}.", "affirmed"),
    "number-ten": ("(No. 10) [said] {it was over}.", "affirmed"),
    "no-doubt": ("(Rook) [said there was no doubt] {that it was over}.", "affirmed"),
    "wondered": ("(Rook) [wondered] {who would pay}.", "affirmed"),
    "or-not": ("Whether or not (Rook) [said] {so}", "affirmed"),
    "and-yet": ("and yet (Rook) [said] {it was over}", "affirmed"),
    "headline-capitals": ("(Rook) [Is Expected To] {Resign}", "affirmed"),
    "disagreed-aloud": ('{"It is not over,"} (Hale) [disagreed].', "affirmed"),
    "demurred-aloud": ('{"Whatever you like,"} (Hale) [demurred].', "affirmed"),
    "could-not-wait": ("(Rook) [couldn't wait for] {the vote}.", "affirmed"),
    "no-denying": ("There['s no denying] {it was over}.", "affirmed"),
    "hard-not-to-see": ("It is [hard not to see] {why she left}.", "affirmed"),
    "not-unlikely": ("[It is not unlikely] {that she paid}.", "affirmed"),
    "could-see": ("(Rook) [could see] {that it was over}.", "affirmed"),
    "failed-as-an-adjective": ("(Rook) [used the failed bid to attack] {the plan}.", "affirmed"),
    "disagreements-with": ("(her) [disagreements with] {the council}", "affirmed"),
    "denied-aloud": ('{"It never was,"} (Hale) [denied].', "affirmed"),
    "skeptical-aloud": ('(Hale) [was skeptical:] {"Is it over?"}', "affirmed"),
    "disagree-on": ("(They) [disagree on] {how it should end}.", "affirmed"),
    "broke-silence": ("(Rook) [broke her silence to say] {it was over}.", "affirmed"),
    # Denied.
    "denied": ("(Rook) [denied] {that she paid}.", "denied"),
    "denial": ("(Rook's) [denial] {that she paid}", "denied"),
    "disputed": ("(Rook) [disputes] {the account}.", "denied"),
    "rejected-a-claim": ("(Rook) [rejected] {the baseless claim that she paid}.", "denied"),
    "dismissed-as-false": ("(Rook) [dismissed] {as false that she paid}.", "denied"),
    "ruled-out": ("(Rook) [ruled out] {a return}.", "denied"),
    "does-not-think": ("(Rook) [does not think] {that it failed}.", "denied"),
    "does-not-want": ("(Rook) [doesn’t want] {a new dam}.", "denied"),
    "refused-to-support": ("(Rook) [refused to support] {the plan}.", "denied"),
    "doubts": ("(Rook) [doubts] {that it failed}.", "denied"),
    "nobody-believes": ("(Nobody) [believes] {that it failed}.", "denied"),
    "not-expected": ("{Hale} [is not expected] {to resign}.", "denied"),
    "negation-left-out-of-the-cue": ("(Rook) does not [believe] {that it failed}.", "denied"),
    "denied-in-marks": ('(Rook) [denied] {"stealing the chain"}.', "denied"),
    "rejected-the-idea": ("(Rook) [rejected] {the idea that she paid}.", "denied"),
    "dismissed-claims": ("(Rook) [dismissed] {claims that she paid}.", "denied"),
    "few-believe": ("(Few) [believe] {it will hold}.", "denied"),
    "none-thought": ("(None of them) [thought] {it would hold}.", "denied"),
    # Withheld.
    "has-not-said": ("(Rook) [has not said] {who paid}.", "withheld"),
    "none-said": ("None [said] {who paid}.", "withheld"),
    "no-one-said": ("No one [said] {who paid}.", "withheld"),
    "asked-whether-he-said": ("Hale asked whether (Rook) [said] {so}.", "withheld"),
    "may-think": ("(Rook) [may think] {it is over}.", "withheld"),
    "has-no-idea": ("(Rook) [has no idea] {who paid}.", "withheld"),
    "took-no-position": ("(Rook) [has not taken a position on] {the plan}.", "withheld"),
    "failure-to-denounce": ("(Rook's) [failure to denounce] {the attack}", "withheld"),
    "did-not-say": ("(Rook) [did not say] {who paid}.", "withheld"),
    "did-not-say-left-out": ("(Rook) did not immediately [say] {who paid}.", "withheld"),
    "would-not-say": ("(Rook) [wouldn't say] {who paid}.", "withheld"),
    "never-said": ("(Rook) [never said] {that she paid}.", "withheld"),
    "has-yet-to-say": ("(Rook) [has yet to say] {who paid}.", "withheld"),
    "nor-did": ("Nor did (Rook) [say] {who paid}.", "withheld"),
    "nobody-said": ("(No one) [said] {who paid}.", "withheld"),
    "neither-said": ("(Neither Rook nor Hale) [said] {who paid}.", "withheld"),
    "neither-outside": ("Neither (Rook nor Hale) [said] {who paid}.", "withheld"),
    "said-nothing": ("(Rook) [said nothing about] {who paid}.", "withheld"),
    "made-no-mention": ("(Rook) [made no mention of] {the dam}.", "withheld"),
    "without-saying": ("(Rook) left [without saying] {who paid}.", "withheld"),
    "declined-to-comment": ("(Rook) [declined] {to comment}.", "withheld"),
    "declined-to-comment-on": ("(Rook) [declined to comment on] {the dam}.", "withheld"),
    "refused-to-say": ("(Rook) [refused to say] {whether she paid}.", "withheld"),
    "refused-left-out": ("(Rook) refused to [say] {whether she paid}.", "withheld"),
    "failed-to-mention": ("(Rook) [failed to mention] {the dam}.", "withheld"),
    "did-not-respond": ("(Rook) [did not respond to] {a request for comment}.", "withheld"),
    "stopped-short": ("(Rook) [stopped short of calling for] {a new dam}.", "withheld"),
    "silent": ("(Rook) [remained silent on] {the dam}.", "withheld"),
    "dodged": ("(Rook) [dodged] {questions about the dam}.", "withheld"),
    "did-not-deny": ("(Rook) [did not deny] {that she paid}.", "withheld"),
    "does-not-know": ("(Rook) [does not know] {who paid}.", "withheld"),
    "unclear": ("[It is unclear] {who paid}.", "withheld"),
    "report-does-not-show": ("(The report) [does not show] {who paid}.", "withheld"),
    "question": ("Did (Rook) [say] {so}?", "withheld"),
    "question-in-the-cue": ("[Did] (Rook) [say] {so}?", "withheld"),
    "condition": ("If (Rook) [says] {yes}, Hale will leave.", "withheld"),
    "condition-in-the-cue": ("[if] (Rook) [says] {yes}, Hale will leave", "withheld"),
    "hypothetical": ('{"Why me?"} (one) [might ask].', "withheld"),
    "hypothetical-left-out": ('{"Why me?"} (one) might [ask].', "withheld"),
}


@pytest.mark.parametrize(("example", "polarity"), POLARITY_CASES.values(), ids=POLARITY_CASES.keys())
def test_polarity(example: str, polarity: str) -> None:
    content = re.findall(r"\{.*?\}", example)
    quoted = all(part[1] == '"' for part in content)
    assert polarity_of(*marked(example, "direct" if quoted else "indirect")) == polarity


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("says", "say"),
        ("denied", "deny"),
        ("replies", "reply"),
        ("planning", "plan"),
        ("admitted", "admit"),
        ("noting", "note"),
        ("accuses", "accuse"),
        ("expresses", "express"),
        ("criticising", "criticize"),
        ("favours", "favor"),
        ("warnings", "warning"),
        ("thought", "think"),
        ("harbour", "harbour"),
    ],
)
def test_lemma(word: str, lemma: str) -> None:
    assert cue_lemma(word) == lemma


def test_every_cue_is_its_own_lemma_and_in_one_list() -> None:
    irregular = {"found", "left", "lay", "thought"}  # forms of other cues, too
    assert not CUES.keys() & FAINT_CUES.keys()
    assert {word for word in (*CUES, *FAINT_CUES) if cue_lemma(word) != word} <= irregular


@st.composite
def attributions(draw: st.DrawFn) -> tuple[str, Attribution]:
    words = st.sampled_from("If Did nobody not Rook say denied to refuse the poll . ” “ \n might".split(" "))
    text = " ".join(draw(st.lists(words | st.text(min_size=1, max_size=4), min_size=3, max_size=12)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6)))
    pairs = [(Span(one, two),) if one < two else () for one, two in zip(cuts[::2], cuts[1::2], strict=True)]
    content, cue, source = draw(st.permutations(pairs))
    whole: Spans = (Span(0, len(text)),)
    return text, Attribution(
        content or whole, cue, source, draw(st.sampled_from(["direct", "indirect"])), 1.0
    )


@given(attributions())
def test_any_attribution_has_an_act_and_a_polarity(example: tuple[str, Attribution]) -> None:
    assert act_of(*example) in ACTS
    assert polarity_of(*example) in POLARITIES
