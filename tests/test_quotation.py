"""Quotation marks: golden cases for each house style and trap, and what must hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.extraction.quotation import Quotation, quotations
from quotetrack.model import words_of
from quotetrack.text import paragraphs


def words(text: str, found: list[Quotation]) -> list[str]:
    return [words_of(text, quotation.spans) for quotation in found]


GOLDEN = {
    # The shapes of marks.
    "straight": ('"It failed," said Ada Rook.', ['"It failed,"']),
    "curly": ("“It failed,” said Ada Rook.", ["“It failed,”"]),
    "split": ('"We tried," Rook said, "and lost."', ['"We tried,"', '"and lost."']),
    "mixed-marks": ("“It's done,\" Rook said.", ["“It's done,\""]),
    "two-singles": ("''It's over,'' he said.", ["''It's over,''"]),
    "latex": ("``It's over,'' he said.", ["``It's over,''"]),
    "two-curly-singles": ("‘‘It’s over,’’ he said.", ["‘‘It’s over,’’"]),
    "guillemets": ("«It is over», Rook said.", ["«It is over»"]),
    "guillemets-spaced": ("« C’est fini », dit Mme Rook.", ["« C’est fini »"]),
    "guillemets-inverse": ("»Es ist vorbei«, sagte Rook.", ["»Es ist vorbei«"]),
    "guillemets-single": ("‹It is over›, Rook said.", ["‹It is over›"]),
    "low-german": ("„It is over“, Rook said. “No,” said Hale.", ["„It is over“", "“No,”"]),
    "low-polish": ("„It is over”, Rook said.", ["„It is over”"]),
    "low-single": ("‚It is over‘, Rook said.", ["‚It is over‘"]),
    "right-marks-only": ("”Det är över”, sade Rook.", ["”Det är över”"]),
    "left-marks-only": ("“It is over,“ Rook said, “at last.“", ["“It is over,“", "“at last.“"]),
    "spaced-marks": ('Rook said: " It is over. " Hale left.', ['" It is over. "']),
    "space-before-last-mark": ("“It is over. “", ["“It is over. “"]),
    "no-space-around": ('Rook said,"It is over,"and left.', ['"It is over,"']),
    # House styles.
    "single-straight": ("'We won,' Rook said.", ["'We won,'"]),
    "single-curly": ("‘We won,’ Rook said. ‘It’s done.’", ["‘We won,’", "‘It’s done.’"]),
    "single-headline": ("Rook: ‘I’m not the one to blame’", ["‘I’m not the one to blame’"]),
    "single-possessive": (
        "'The farmers' union is angry,' she said.",
        ["'The farmers' union is angry,'"],
    ),
    "single-dropped-g": ("'We're goin' home tomorrow,' he said.", ["'We're goin' home tomorrow,'"]),
    "single-short": ("the 'experts' and the farmers' union", ["'experts'"]),
    "single-before-next": ("the 'blame game' and the 'race' of it", ["'blame game'", "'race'"]),
    "single-no-stop": ("'The farmers' union is angry' is how he put it", ["'The farmers' union is angry'"]),
    "single-elisions-inside": ("‘Rock ’n’ roll isn’t dead,’ he said.", ["‘Rock ’n’ roll isn’t dead,’"]),
    "single-around-double": ("'\"No\" is all he said,' Rook recalled.", ["'\"No\" is all he said,'"]),
    "single-number-headline": ("'13 dead' in the harbour", ["'13 dead'"]),
    # Sentence marks, brackets and dashes beside the marks.
    "question-inside": ('"Why?" she asked. He left.', ['"Why?"']),
    "ellipsis-bracket": (
        '"[The bill] … is dead [sic]," she said.',
        ['"[The bill] … is dead [sic],"'],
    ),
    "leading-ellipsis": ('Rook called it "… a joke."', ['"… a joke."']),
    "bracketed": ('(“It failed,” said Rook.) ["Yes."]', ["“It failed,”", '"Yes."']),
    "dashes": ('He wrote—"yes"—and left: "no" — "perhaps"', ['"yes"', '"no"', '"perhaps"']),
    "mixed-kind": ('Rook called the plan "reckless" and said it would fail.', ['"reckless"']),
    "scare": ('the so-called "experts"', ['"experts"']),
    "title-of-work": ('her book "Said and Done"', ['"Said and Done"']),
    "nickname": ('Jo "Shorty" Rook said it was over.', ['"Shorty"']),
    # What is no quotation mark.
    "apostrophes": ("The '90s farmers' union said it wasn't told.", []),
    "apostrophes-curly": ("The ’90s farmers’ union said it wasn’t told. ’Tis O’Neil’s.", []),
    "apostrophes-wrong-way": ("The ‘90s were Rook‘s; give ‘em to the voters’ council.", []),
    "rock-n-roll": ("Rock 'n' roll, the summer of '68, the best of '69.", []),
    "transliteration": (
        "'Abd al-Rook spoke at great length to the gathering of men at the traders' hall.",
        [],
    ),
    "feet-and-inches": ('He is 6\'2" tall, his brother 5\' 11", the pipe 5" wide.', []),
    "inches-inside": ('"He is 6\'2" tall," she said. "I\'m not."', ['"He is 6\'2" tall,"', '"I\'m not."']),
    "pipe-inside": ('"A 5" pipe burst," she said.', ['"A 5" pipe burst,"']),
    "year-at-end": ('"We won in 2015" and "lost in 2016"', ['"We won in 2015"', '"lost in 2016"']),
    "primes": ("It lasted 5′ 30″ and was 6′2″ long.", []),
    "nothing-between": ('An empty "" and a ".." and a \'.\' mark.', []),
    "no-marks": ("Rook said taxes would rise.", []),
    "no-text": ("", []),
    # Several paragraphs.
    "reopened": (
        "“One.\n\n“Two.\n\n“Three,” Rook said. “Four.”",
        ["“One. “Two. “Three,”", "“Four.”"],
    ),
    "reopened-straight": ('Rook said: "One.\n"Two," and left.', ['"One. "Two,"']),
    "reopened-behind-cue": (
        '"One.\n\n"Two," Rook said, "and three.\n\n"Four."',
        ['"One. "Two,"', '"and three. "Four."'],
    ),
    "reopened-single": ("‘One.\n‘Two.\n‘It’s three,’ he said.", ["‘One. ‘Two. ‘It’s three,’"]),
    "reopened-guillemet": ("«One.\n«Two», he said.", ["«One. «Two»"]),
    "reopened-never-closed": ("“One.\n“Two.\nThree.", ["“One. “Two."]),
    "not-reopened": ("“One.\nTwo,” he said.", ["“One."]),
    "closed-then-new": ("“One.”\n“Two.”", ["“One.”", "“Two.”"]),
    "never-closed": ("“It is over, said Rook.\nHale left.\nNobody spoke.", ["“It is over, said Rook."]),
    "forgotten-before-next": (
        '"It failed, Ada Rook said on Monday.\n\n"It held," Hale said.',
        ['"It failed, Ada Rook said on Monday.', '"It held,"'],
    ),
    "forgotten-before-next-inverted": (
        "“It failed, said the mayor.\n\n“It held,” Hale said.",
        ["“It failed, said the mayor.", "“It held,”"],
    ),
    # Stray marks.
    "stray-closing": ('It was" over.\n"We won," he said.', ['"We won,"']),
    "stray-opening": ('The "big plan failed.\n"We won," he said.', ['"big plan failed.', '"We won,"']),
    "stray-before-pair": (
        'The "big plan failed, and "we won," Rook said.\n"Good," he said.',
        ['"we won,"', '"Good,"'],
    ),
    "stray-single": ("The 'big plan failed.\n'We won,' he said.", ["'We won,'"]),
    "stray-in-other-marks": ('«Rook said "no», he wrote.\n«Yes».', ['«Rook said "no»', "«Yes»"]),
}


@pytest.mark.parametrize(("text", "expected"), GOLDEN.values(), ids=GOLDEN.keys())
def test_outermost_quotations(text: str, expected: list[str]) -> None:
    assert words(text, quotations(text)) == expected


NESTED = {
    "single-in-double": ("\"He told me 'never again',\" Rook said.", ["'never again'"]),
    "double-in-single": ("'He told me \"never again\",' Rook said.", ['"never again"']),
    "curly": ("“He told me ‘it’s over’,” Rook said.", ["‘it’s over’"]),
    "ends-together": ("“He told me ‘never again’”", ["‘never again’"]),
    "ends-together-spaced": ("\"He told me 'never again.' \" Hale left.", ["'never again.'"]),
    "begins-together": ("\"'Never again,' he told me,\" Rook said.", ["'Never again,'"]),
    "two-singles-outside": ("''He said, 'No way,''' she said.", ["'No way,'"]),
    "two-singles-outside-first": ("'''No way,' he said,'' she recalled.", ["'No way,'"]),
    "guillemets-outside": ("«He said “no” to me», Rook said.", ["“no”"]),
    "same-marks": ('"He told me "never again"," Rook said.', ['"never again"']),
    "two": ("“First ‘yes’, then ‘no’,” Rook said.", ["‘yes’", "‘no’"]),
    "over-paragraphs": ("“First ‘yes’.\n“Then ‘no’,” Rook said.", ["‘yes’", "‘no’"]),
    "apostrophes-only": ("“The farmers’ and fishers’ unions weren’t told,” Rook said.", []),
}


@pytest.mark.parametrize(("text", "expected"), NESTED.values(), ids=NESTED.keys())
def test_inner_quotations(text: str, expected: list[str]) -> None:
    (outer,) = quotations(text)
    assert outer.closed
    assert words(text, list(outer.inner)) == expected


def test_three_levels() -> None:
    text = "“He said ‘she said “no” to him’ to me,” Rook said."
    (outer,) = quotations(text)
    (middle,) = outer.inner
    assert words(text, list(middle.inner)) == ["“no”"]


def test_reopened_is_one_quotation_with_a_span_a_paragraph() -> None:
    text = "“One.\n\n“Two,” Rook said."
    (found,) = quotations(text)
    assert [span.of(text) for span in found.spans] == ["“One.", "“Two,”"]
    assert found.closed
    assert (found.start, found.end) == (0, text.index(" Rook"))


@pytest.mark.parametrize(
    "text", ["“It is over, said Rook.\nHale left.", "“One.\n“Two."], ids=["one", "reopened"]
)
def test_never_closed_says_so(text: str) -> None:
    (found,) = quotations(text)
    assert not found.closed


def test_a_stray_mark_harms_its_own_paragraph_only() -> None:
    good = '"We won," Rook said. "It\'s over."'
    text = f'{good}\nThe 5" pipe and the "big plan failed" at" last.\n{good}'
    found = words(text, quotations(text))
    assert found[:2] == found[-2:] == ['"We won,"', '"It\'s over."']


@pytest.mark.parametrize(
    "unit",
    ["x", " ", '"', "'", '"a ', "'a ", "“a ", "‘a’ ", "“‘«\"'", '5" ', "“a\n", '"."', "'a b's ", "``''"],
)
def test_long_lines_of_marks_are_read(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert all(quotation.end <= len(text) for quotation in quotations(text))


MARKS = "\"'“”„‘’‚«»‹›`"
TEXTS = st.text() | st.text(st.sampled_from(MARKS + "as n5.,—([ \n\u2029"), max_size=60)


def flat(found: list[Quotation] | tuple[Quotation, ...]) -> list[Quotation]:
    return [one for quotation in found for one in (quotation, *flat(quotation.inner))]


@given(TEXTS)
def test_spans_are_in_order_in_bounds_and_apart(text: str) -> None:
    spans = [span for quotation in quotations(text) for span in quotation.spans]
    assert all(span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(TEXTS)
def test_quotations_begin_and_end_with_marks_within_a_paragraph(text: str) -> None:
    bounds = paragraphs(text)
    for quotation in flat(quotations(text)):
        for span in quotation.spans:
            assert text[span.start] in MARKS
            assert any(bound.contains(span) for bound in bounds)
        assert not quotation.closed or text[quotation.end - 1] in MARKS


@given(TEXTS)
def test_inner_quotations_lie_within_their_outer_ones(text: str) -> None:
    for quotation in flat(quotations(text)):
        for inner in quotation.inner:
            assert any(span.contains(part) for span in quotation.spans for part in inner.spans)


@given(TEXTS, TEXTS)
def test_another_paragraph_changes_nothing_unless_it_goes_on(one: str, two: str) -> None:
    # A paragraph of plain words between two texts keeps them apart, but for the article's house style.
    plain = "\nNobody spoke.\n"
    together = quotations(one + plain + two)
    shift = len(one) + len(plain)
    before = [span for quotation in quotations(one) if quotation.closed for span in quotation.spans]
    after = [span for quotation in quotations(two) if quotation.closed for span in quotation.spans]
    found = {(span.start, span.end) for quotation in together for span in quotation.spans}
    single_starts = ("'", "‘", "‚")
    for span in before:
        assert one[span.start] in single_starts or (span.start, span.end) in found
    for span in after:
        assert two[span.start] in single_starts or (span.start + shift, span.end + shift) in found


@given(
    st.sampled_from(["“{}”", "„{}“", "«{}»", '"{}"', "''{}''", "‘{}’", "'{}'"]),
    st.sampled_from([" ", "\n", "("]),
)
def test_any_style_is_found_after_any_opening_context(style: str, before: str) -> None:
    quotation = style.format("The harbour isn't safe,")
    text = f"Rook spoke.{before}{quotation} Hale said."
    assert words(text, quotations(text)) == [quotation]
