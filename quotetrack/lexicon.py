"""Cue words, and what each of them does: whether it reports speech, belief, attitude or evidence.

The lists began with the 22,466 cues that annotators marked in PolNeAR's train articles: the lemmas that cover
most of them, taken by count, down to those that two cues hold. Nine in ten cues hold one of ``CUES``, 98 in
100 one of these or of the faint ones. Close synonyms that a political corpus lacks ("deadpan", "sigh") stand
with them. A word has the act that its meaning gives it; where it has several, that of most of its cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from quotetrack.model import Act

_WORDS: Mapping[Act, str] = {
    "speech": """
        accord account accusation accuse acknowledge acknowledgment add address admission admit admonish
        advertise advice advise advocate affirm alert allegation allege allegedly allude amplify announce
        announcement answer apologize apology appeal applaud apply argue argument article articulate ask
        assail assert assertion assurance assure attack attest banter barb bark bash beam beg belittle
        bellow bemoan berate bill blame blare blast blog boast boo boom brag brand broadcast broadside call
        caution celebrate challenge chant characterize charge chastise chatter cheer chide chime chuckle
        cite claim clarify coin commend comment commentary compare complain complaint compliment concede
        conclude condemn condemnation confess confession confide confirm congratulate contend contention
        contradict contrast conversation convey correct counsel counter cover coverage credit criticism
        criticize critique cry deadpan debate debunk declaration declare decry defend defense deflect demand
        demur denial denounce denunciation deny depict deplore deride describe description detail dictate
        dictum disavow disclose disclosure discount discuss discussion dismiss disparage dispute divulge
        dodge downplay dub duck echo elaborate email emphasis emphasize encourage endorse endorsement
        enthuse entitle enumerate evade eviscerate exclaim excoriate exhort explain explanation express
        extol file forecast foretell frame fulminate gasp giggle gloat gossip grant greet grill gripe groan
        grouse growl grumble guarantee gush hail hammer harangue headline heckle herald highlight hint hurl
        identify implore imply indicate indication indict inform inquire insinuate insist insistence
        instruct insult interject interview intimate intone introduce invite invoke jab jeer joke justify
        knock label lambaste lament lampoon lash laud laugh lecture lie liken list maintain mantra marvel
        memo mention message mislead misstate moan mock mourn mouth murmur muse mutter name narrate
        narrative nickname nominate note notify object observe opine order outline overstate paint pan
        paraphrase parrot persuade phrase pitch plea plead pledge point ponder portray pose posit post
        praise pray preach predict prediction present press pressure proclaim proclamation profess promise
        pronounce proposal propose protest query question quip quote rail rant rattle react reaction
        reaffirm reassure rebuke rebut rebuttal recall recite recommend recommendation recount refer
        reference refrain refute reiterate rejoin relate release remark remind reminder repeat reply report
        reportedly reprimand request respond response restate retaliate retort retweet reveal rhetoric
        ridicule rip roar rubbish rule ruling rumor salute satirize savage say scoff scold scorn scream
        shout shriek shrug sidestep sigh signal sing sketch skewer slam slogan smear snap sneer snipe sob
        spar speak specify speculate speculation speech spell state statement story stress submit sue
        suggest suggestion summarize swear swipe talk taunt tease tell term testify testimony text thank
        threat threaten thunder title tout transcript trash trumpet tweet underline underplay underscore
        unveil update urge utter vent venture voice volunteer vouch vow wail warn warning weigh whine
        whisper word write yell
    """,
    "belief": """
        adamant agree agreement anticipate assess assessment assume assumption attribute aware belief
        believe bet calculate certain clear concur confidence confident consensus consider contemplate
        conviction convince convinced count deem determine disagree disagreement discover divided doubt
        doubtful dream envisage envision estimate evaluate evaluation examine expect expectation explore
        faith feel figure foresee forget guess hear idea imagine impression infer interpret interpretation
        judge judgment know knowledge learn likely mean mind misunderstand monitor mull notice notion
        obvious opinion optimistic outlook peg perceive perception perspective pessimistic philosophy pore
        project projection rank rate realize reasoning reckon recognition recognize reconsider reflect
        regard remember rethink review scrutinize see sense skeptical skepticism spot suppose supposedly
        sure surmise suspect suspicion theory think thought unaware uncertain unclear underestimate
        understand understanding unsure view vision wonder
    """,
    "attitude": """
        accept admire adopt advance affection afraid aim alarm allow ambition anger angry annoy anxiety
        anxious appall applause appoint appreciate approach approval approve assign attempt attention
        attitude authorize aversion avoid backer backing balk ban bar bent block bother boycott brush
        campaign care champion cherish choose comfortable commit commitment concern concerned contempt crave
        critic critical dare decide decision decline dedicate defender defy delight demonize desire
        desperate despise determination devote disappoint disapproval disapprove disdain dislike dismay
        dismissive distance distrust disturb dread eager eagerness effort embrace enamored enjoy enthusiasm
        enthusiastic envy excite excited eye fan favor favorite fear fearful fight focus fond forbid
        friendly frustrate frustration fume furious fury glad goal gratitude happy hate hatred hope hopeful
        hopefully horrify hostile hostility ignore impress indignation infuriate inspire intend intent
        intention interest intrigue irritate keen leery legalize like lobby love lukewarm mad mandate need
        nervous obsess offend open opponent oppose opposition opt outrage outspoken overturn pass passion
        passionate pick plan platform please plot policy position prefer preference prep prioritize priority
        prohibit promote proud provoke pursue push puzzle ready rebuff refusal refuse regret reject
        rejection relish reluctance reluctant renounce repudiate require resent resist resistance resolve
        respect restrict scare scrutiny seek sentiment shock shun sick side sign skirt sponsor spurn stance
        startle strategy strive struggle suit support supporter supportive surprise sympathetic sympathy
        tackle target tolerate tough toy trouble trust try uncomfortable unhappy unsettle unwilling
        unwillingness uphold upset value veto vie void vote wait want wary welcome willing willingness wish
        worry yearn
    """,
    "evidence": """
        apparent apparently contain data demonstrate display document evidence evident example exclude
        exemplify exhibit expose feature find finding footage illuminate illustrate image include ostensibly
        proof prove record seemingly show showcase testament
    """,
}

# Words that say so little that any of the above beside them decides: "seemed to suggest", "made a promise".
_FAINT_WORDS: Mapping[Act, str] = {
    "speech": """
        , - : about air as at begin book break bring by carry cast circulate continue deliver double draw
        end fire forth from further give go hit in issue lay line make of offer on per play publish put
        raise read reprise run send set share shoot sound speaker spread start strike take to use via – — …
    """,
    "belief": "based follow for hold look mark watch witness",
    "attitude": """
        against among anti around back become behind fail hire keep lean left let move neglect remain stand
        toward turn under with work would
    """,
    "evidence": "appear provide represent seem",
}

_IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "be": "is are was were been",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "choose": "chose chosen",
        "draw": "drew drawn",
        "dream": "dreamt",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "foresee": "foresaw foreseen",
        "foretell": "foretold",
        "forget": "forgot forgotten",
        "forbid": "forbade forbidden",
        "give": "gave",
        "go": "went gone",
        "have": "has had",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lay": "laid",
        "lie": "lied lying",
        "make": "made",
        "mean": "meant",
        "mislead": "misled",
        "overstate": "overstated",
        "plead": "pled",
        "rethink": "rethought",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "sing": "sang sung",
        "speak": "spoke spoken",
        "spell": "spelt",
        "stand": "stood",
        "strike": "struck",
        "strive": "strove striven",
        "swear": "swore sworn",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "uphold": "upheld",
        "vie": "vying",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
)  # fmt: skip


def _by_word(words: Mapping[Act, str]) -> dict[str, Act]:
    return {word: act for act, listed in words.items() for word in listed.split()}


CUES: Mapping[str, Act] = _by_word(_WORDS)
"""The act of each lemma that makes a cue."""

FAINT_CUES: Mapping[str, Act] = _by_word(_FAINT_WORDS)
"""The act of a cue that holds none of ``CUES``, by its first of these."""


@lru_cache(maxsize=8192)
def cue_lemma(word: str) -> str:
    """The lemma of ``CUES`` or ``FAINT_CUES`` that a word in lower case is a form of, else the word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return next((form for form in _stems(word) if form in CUES or form in FAINT_CUES), word)


def _stems(word: str) -> Iterator[str]:
    """What ``word`` may be a form of: itself first, then by each ending; British spelling as American."""
    yield word
    american = word.replace("our", "or").replace("is", "iz").replace("yz", "ys")
    for form in (word, american) if american != word else (word,):
        yield form
        for ending, instead in _ENDINGS:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                stem = form.removesuffix(ending)
                yield stem + instead
                if len(stem) > 2 and stem[-1] == stem[-2]:  # "planned", "admitting"
                    yield stem[:-1]
