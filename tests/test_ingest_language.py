"""Whether a text is in English."""

from __future__ import annotations

import pytest
from golden import ARTICLES

from quotetrack.ingest.language import is_english

ENGLISH = """The pier will close for the winter, the council said on Monday, and nobody knows who will pay for the new
planks. "We have asked the ministry, and they have not answered," said its leader, who was elected in May to end the
row over the harbour. The fishermen say that it would be cheaper to let the sea have it."""
OTHERS = {
    "danish": """Molen lukker for vinteren, sagde byrådet mandag, og ingen ved, hvem der skal betale for de nye
        planker. Vi har spurgt ministeriet, og de har ikke svaret, sagde borgmesteren, som blev valgt i maj
        for at løse striden om havnen. Fiskerne mener, at det ville være billigere at lade havet få den.""",
    "dutch": """De pier gaat in de winter dicht, zei de raad op maandag, en niemand weet wie de nieuwe planken zal
        betalen. Wij hebben het aan het ministerie gevraagd en geen antwoord gekregen, zei de burgemeester,
        die in mei was gekozen om een eind te maken aan de ruzie over de haven. Of het helpt, weten de
        vissers niet.""",
    "french": """La jetée fermera cet hiver, a dit lundi le conseil, et personne ne sait qui paiera les nouvelles
        planches. Nous avons demandé au ministère, qui n'a pas répondu, a dit la maire, élue en mai pour
        mettre fin à la querelle du port. Les pêcheurs disent qu'il coûterait moins cher de la laisser à la
        mer.""",
    "german": """Der Steg wird im Winter geschlossen, sagte der Rat am Montag, und niemand weiß, wer die neuen
        Planken zahlt. Wir haben im Ministerium gefragt und keine Antwort bekommen, sagte der Bürgermeister,
        der im Mai gewählt worden war, um den Streit um den Hafen zu beenden. Die Fischer wollen den Steg
        dem Meer lassen.""",
    "russian": """Причал закроют на зиму, заявил совет в понедельник, и никто не знает, кто заплатит за новые доски.
        Мы спросили министерство, но оно не ответило, сказал глава города, которого избрали в мае, чтобы
        прекратить спор о порте. Рыбаки говорят, что дешевле отдать его морю.""",
    "chinese": "市议会星期一说，码头将在冬天关闭，没有人知道谁来支付新的木板。我们问过部里，他们没有回答。"
    * 6,
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    "text", [ENGLISH, ENGLISH.upper(), ENGLISH + OTHERS["german"]], ids=["", "capitals", "both"]
)
def test_english(text: str) -> None:
    assert is_english(text)


def test_a_short_text_may_be_anything() -> None:
    assert is_english("“Ja”, sagte sie.")
    assert is_english("")


def test_every_sample_is_english() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ARTICLES / "text").iterdir()]
    assert texts and all(map(is_english, texts))
