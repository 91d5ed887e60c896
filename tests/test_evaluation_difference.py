"""Two versions side by side."""

from __future__ import annotations

import pytest

from quotetrack.evaluation import Annotation, Compared, Found, compare, report
from quotetrack.evaluation.difference import Difference, differences

TEXT = "Ada Rook said the dam was safe. Nobody knew who had paid."
ROOK, SAFE, PAID = ((0, 8),), ((14, 30),), ((44, 56),)
GOLD = [Annotation(SAFE, (), ROOK), Annotation(PAID, (), ())]
BOTH = [Found(SAFE, (), ROOK), Found(PAID, (), ())]


def versions(*found: list[Found]) -> list[Compared]:
    return [compare(str(number), TEXT, GOLD, one) for number, one in enumerate(found)]


def by_figure(found: list[Difference]) -> dict[str, Difference]:
    return {one.figure: one for one in found}


def test_figures_are_those_of_the_report() -> None:
    before, now = versions(BOTH[:1], [], BOTH), versions(BOTH, BOTH[1:], BOTH)
    found = by_figure(differences(before, now))
    for figure, side in (("before", before), ("now", now)):
        whole = report(side)
        assert getattr(found["content@0.8 F1"], figure) == pytest.approx(whole.content[0.8].f1)
        assert getattr(found["content@1.0 F1"], figure) == pytest.approx(whole.content[1.0].f1)
        assert getattr(found["who+what F1"], figure) == pytest.approx(whole.who_and_what.f1)
        assert getattr(found["precision@0.8"], figure) == pytest.approx(whole.content[0.8].precision)
        assert getattr(found["recall@0.8"], figure) == pytest.approx(whole.content[0.8].recall)
        assert getattr(found["source|0.3"], figure) == pytest.approx(whole.source)
        for kind, score in whole.kinds.items():
            assert getattr(found[f"{kind} precision@0.8"], figure) == pytest.approx(score.precision)
            assert getattr(found[f"{kind} recall@0.8"], figure) == pytest.approx(score.recall)


def test_the_same_on_both_sides_differs_by_nothing() -> None:
    same = versions(BOTH, BOTH[:1], [])
    assert {(one.points, one.low, one.high, one.verdict) for one in differences(same, same)} == {
        (0, 0, 0, "")
    }


def test_what_is_better_in_every_article_is_better() -> None:
    worse, better = versions(*[BOTH[:1]] * 12), versions(*[BOTH] * 12)
    recall = by_figure(differences(worse, better))["recall@0.8"]
    assert (recall.before, recall.now, recall.points, recall.low, recall.high) == (50, 100, 50, 50, 50)
    assert recall.verdict == "better"
    assert by_figure(differences(better, worse))["recall@0.8"].verdict == "worse"


def test_what_one_article_of_many_brings_may_be_chance() -> None:
    before, now = versions(*[BOTH] * 11, BOTH[:1]), versions(*[BOTH] * 12)
    recall = by_figure(differences(before, now))["recall@0.8"]
    assert recall.points > 0
    assert (recall.low, recall.verdict) == (0, "")


def test_draws_are_the_same_every_time() -> None:
    before, now = versions(BOTH, BOTH[:1], []), versions(BOTH[1:], BOTH, BOTH)
    assert differences(before, now) == differences(before, now)


def test_draws_without_what_a_figure_counts_are_left_out() -> None:
    # The second article alone has quotation marks.
    quoted = "“It leaks,” Bo Pelk said."
    content = [Annotation(((0, 11),), (), ((12, 19),))]
    before = [*versions(BOTH), compare("quoted", quoted, content, [])]
    now = [*versions(BOTH), compare("quoted", quoted, content, [Found(((0, 11),), (), ((12, 19),))])]
    found = by_figure(differences(before, now))
    recall, mixed = found["direct recall@0.8"], found["mixed recall@0.8"]
    assert (recall.before, recall.now, recall.low, recall.high) == (0, 100, 100, 100)
    assert (mixed.before, mixed.now, mixed.low, mixed.high) == (0, 0, 0, 0)


def test_record() -> None:
    record = Difference("recall@0.8", 50, 60.126, 2, 18.333).as_record()
    assert record == {
        "before": 50,
        "now": 60.13,
        "difference": 10.13,
        "low": 2,
        "high": 18.33,
        "verdict": "better",
    }
