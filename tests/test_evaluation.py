"""Tests of the figures over an annotated folder, on invented articles with hand-counted numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from annotated import DAM, GOLD, at, brat, finder, measure, save, statement
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.errors import InputError
from quotetrack.evaluation import (
    Annotation,
    annotated_articles,
    evaluate,
    kind_by_marks,
    read_annotations,
    read_gold,
    read_statements,
    report,
    verdicts,
)
from quotetrack.model import Analysis, Article, Kind, Span


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    save(tmp_path, "dam", DAM, brat(DAM, GOLD))
    return tmp_path


def test_perfect(gold: Path) -> None:
    figures = measure(gold, finder([(content, source) for content, _, source in GOLD]))
    for row in figures.rows:
        assert {figure for figure in row[1:4] if figure is not None} == {100.0}
    assert figures.articles == 1
    assert [(kind, score.gold) for kind, score in figures.kinds.items()] == [
        ("direct", 1),
        ("mixed", 1),
        ("indirect", 2),
    ]


def test_nothing_found(gold: Path) -> None:
    figures = measure(gold, lambda article: Analysis(article, ()))
    assert figures.content[0.3].as_record() == {"precision": 0, "recall": 0, "f1": 0, "found": 0, "gold": 4}
    assert figures.source == 0


def test_figures_by_hand(gold: Path) -> None:
    figures = measure(
        gold,
        finder(
            [
                ("the dam was safe.", "Rook"),  # the same four words; half of the source's two
                ("It will hold for fifty more", "the council"),  # six words of seven; another source
                ('called the report "reckless" and asked for another one', "The council"),  # three of nine
                ("Nobody", ""),  # in no annotation
            ]
        ),
    )
    assert {level: score.right for level, score in figures.content.items()} == {0.3: 3, 0.8: 2, 1.0: 1}
    # Right content and right source: the first alone.
    assert figures.who_and_what.as_record() == {
        "precision": 25.0,
        "recall": 25.0,
        "f1": 25.0,
        "found": 4,
        "gold": 4,
    }
    # Of three pairs at 0.3 with a source, the first and the third have it right.
    assert (figures.source_right, figures.source_total) == (2, 3)
    assert figures.as_record()["source|0.3"] == 66.67
    assert figures.as_record()["direct"] == {"precision": 100.0, "recall": 100.0, "found": 1, "gold": 1}
    assert figures.as_record()["mixed"] == {"precision": 0.0, "recall": 0.0, "found": 1, "gold": 1}
    assert figures.as_record()["indirect"] == {"precision": 50.0, "recall": 50.0, "found": 2, "gold": 2}


def test_pairs_best_overlap_first(gold: Path) -> None:
    # Both overlap the first annotation; the second one, whole, is paired although it stands behind.
    figures = measure(gold, finder([("said the dam was", ""), ("the dam was safe", "Ada Rook")]))
    assert (figures.content[1.0].right, figures.content[0.3].right, figures.who_and_what.right) == (1, 1, 1)


def test_nested_statements_are_left_out(gold: Path) -> None:
    def analyse(article: Article) -> Analysis:
        outer = statement(article, [at(DAM, GOLD[0][0])], None)
        inner = statement(article, [at(DAM, "the dam")], None, within=0)
        return Analysis(article, (outer, inner))

    assert measure(gold, analyse).content[0.3].found == 1


def test_source_absent_on_both_sides_is_right(gold: Path) -> None:
    figures = measure(gold, finder([("who had paid", "")]))
    assert (figures.who_and_what.right, figures.source_total) == (1, 0)


def test_source_found_where_none_is_annotated_is_wrong(gold: Path) -> None:
    assert measure(gold, finder([("who had paid", "Nobody")])).who_and_what.right == 0


def test_several_articles_are_counted_together(gold: Path) -> None:
    other = "Theo Voss said nothing was lost."
    save(gold, "voss", other, brat(other, [("nothing was lost", "said", "Theo Voss")]))
    save(gold, "unannotated", "Nobody read this.", "")
    (gold / "attributions" / "unannotated_a1.ann").unlink()
    seen = []

    def analyse(article: Article) -> Analysis:
        seen.append((Path(article.id).name, article.text))
        return Analysis(article, ())

    figures = measure(gold, analyse)
    assert seen == [("dam.txt", DAM), ("voss.txt", other)]  # line ends as they are on disk
    assert (figures.articles, figures.content[0.3].gold) == (2, 5)


def test_first_annotator_in_name_order_counts(gold: Path) -> None:
    save(gold, "dam", DAM, brat(DAM, GOLD[:1]), annotator="a0")
    assert measure(gold, finder([])).content[0.3].gold == 1
    assert [path.name for _, path in annotated_articles(gold)] == ["dam_a0.ann"]


def test_discontinuous_content_and_missing_source(tmp_path: Path) -> None:
    text = "“We tried,” it was said, “and lost.”"
    note = (
        "T1\tContent 0 11;25 36\t“We tried,” “and lost.”\n"
        "T2\tCue 15 23\twas said\n"
        "T3\tAttribution 15 23\twas said\n"
        "#1\tAnnotatorNotes T1\tsplit\n"
        "E1\tAttribution:T3 Content:T1 Cue:T2\n"
    )
    save(tmp_path, "split", text, note)
    (found,) = read_annotations(tmp_path / "attributions" / "split_a1.ann", len(text))
    assert found == Annotation(((0, 11), (25, 36)), ((15, 23),), ())

    def analyse(article: Article) -> Analysis:
        return Analysis(article, (statement(article, [Span(0, 11), Span(25, 36)], None),))

    figures = measure(tmp_path, analyse)
    assert (figures.content[1.0].right, figures.who_and_what.right, figures.kinds["direct"].gold_right) == (
        1,
        1,
        1,
    )


def test_event_with_numbered_roles_and_without_content(tmp_path: Path) -> None:
    path = tmp_path / "x_a1.ann"
    path.write_text(
        "T1\tContent 0 4\tone\nT2\tContent 9 12\ttwo\nT3\tSource 5 8\tshe\n"
        "E1\tAttribution:T9 Content2:T2 Content:T1 Source:T3\nE2\tAttribution:T9 Source:T3\n"
    )
    assert read_annotations(path, 20) == [Annotation(((0, 4), (9, 12)), (), ((5, 8),))]


def test_annotated_words_may_run_over_a_line_end(tmp_path: Path) -> None:
    path = tmp_path / "x_a1.ann"
    path.write_text("T1\tContent 0 9\tone\nThe rest\nE1\tAttribution:T9 Content:T1\n")
    assert [note.content for note in read_annotations(path, 9)] == [((0, 9),)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("“It failed,” said Rook.", "“It failed,”", "direct", id="curly"),
        pytest.param('"It failed," said Rook.', '"It failed,"', "direct", id="straight"),
        pytest.param("''It failed,'' said Rook.", "''It failed,''", "direct", id="two-single"),
        pytest.param("«Vorbei», said Rook.", "«Vorbei»", "direct", id="guillemets"),
        pytest.param('Rook called it "a loss" for all.', 'it "a loss" for all', "mixed", id="mixed"),
        pytest.param("Rook said it failed.", "it failed", "indirect", id="indirect"),
        pytest.param(
            '"One", he said.\nRook said it failed.', "it failed", "indirect", id="marks-of-another-line"
        ),
        pytest.param('A "stray, and it failed.', "it failed", "direct", id="stray-mark-counts"),
        pytest.param("Rook said: …", "…", "indirect", id="no-letter"),
    ],
)
def test_kind_by_marks(text: str, words: str, expected: Kind) -> None:
    span = at(text, words)
    assert kind_by_marks(text, ((span.start, span.end),)) == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("T1\tContent 0 999\tx", "999", id="outside-the-text"),
        pytest.param("T1\tContent 5 5\tx", "5 5", id="empty"),
        pytest.param("T1\tContent 5\tx", "5", id="one-number"),
        pytest.param("T1\tContent\tx", "expected", id="no-numbers"),
    ],
)
def test_broken_annotations_are_named(gold: Path, line: str, said: str) -> None:
    (gold / "attributions" / "dam_a1.ann").write_text(f"T0\tContent 0 3\tx\n{line}\n")
    with pytest.raises(InputError, match=rf"dam_a1\.ann:2: .*{said}") as caught:
        measure(gold, finder([]))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("missing", ["", "text", "attributions"])
def test_folder_without_annotated_articles(gold: Path, missing: str) -> None:
    folder = gold / "nowhere" if not missing else gold
    for path in (gold / missing).glob("*.*") if missing else ():
        path.unlink()
    with pytest.raises(InputError, match="no annotated articles; give a folder"):
        measure(folder, finder([]))


def test_text_that_is_not_utf8(gold: Path) -> None:
    (gold / "text" / "dam.txt").write_bytes(b"caf\xe9 " * 40)
    with pytest.raises(InputError, match=r"dam\.txt: not UTF-8 \(byte 3\)"):
        measure(gold, finder([]))


def test_record_and_rows_are_plain_and_agree(gold: Path) -> None:
    figures = measure(gold, finder([("the dam was", "Rook")]))
    record = figures.as_record()
    assert json.loads(json.dumps(record)) == record
    assert all(len(row) == len(figures.columns) for row in figures.rows)
    by_name = {row[0]: row for row in figures.rows}
    assert list(by_name) == [
        "content@0.3",
        "content@0.8",
        "content@1.0",
        "who+what",
        "source|0.3",
        "direct@0.8",
        "mixed@0.8",
        "indirect@0.8",
    ]
    assert by_name["content@0.3"][1:] == tuple(record["content@0.3"].values())


WORDS = [f"w{number}" for number in range(30)]
LINE = " ".join(WORDS)
ranges = st.tuples(st.integers(0, 29), st.integers(1, 8)).map(lambda r: " ".join(WORDS[r[0] : r[0] + r[1]]))


@given(
    st.lists(st.tuples(ranges, ranges), min_size=1, max_size=6, unique_by=lambda pair: pair[0]), st.randoms()
)
def test_perfect_prediction_in_any_order_gives_100(
    tmp_path_factory: pytest.TempPathFactory, marked: list[tuple[str, str]], chance: object
) -> None:
    folder = tmp_path_factory.mktemp("gold")
    save(folder, "any", LINE, brat(LINE, [(content, "", source) for content, source in marked]))
    shuffled = list(marked)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    figures = measure(folder, finder(shuffled))
    assert figures.content[1.0].f1 == figures.who_and_what.f1 == figures.source == 100


@given(st.lists(st.tuples(ranges, ranges), max_size=6))
def test_figures_keep_their_order(
    tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("gold")
    save(folder, "any", LINE, brat(LINE, [("w3 w4 w5", "", "w1"), ("w9 w10 w11 w12", "w8", "")]))
    figures = measure(folder, finder(found))
    levels = [score.right for score in figures.content.values()]
    assert levels == sorted(levels, reverse=True)
    assert figures.who_and_what.right <= figures.content[0.8].right <= min(2, len(found))
    assert sum(kind.gold_right for kind in figures.kinds.values()) == figures.content[0.8].right


def jsonl(path: Path, analysis: Analysis, **changed: object) -> Path:
    lines = [json.dumps({**one.as_record(), **changed}) for one in analysis.statements]
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


def test_statements_in_a_file_measure_as_those_found_now(gold: Path, tmp_path: Path) -> None:
    analyse = finder([(content, source) for content, _, source in GOLD[:3]])
    file = jsonl(tmp_path / "found.jsonl", analyse(Article("elsewhere/dam.txt", DAM)))
    articles = read_gold(gold)
    compared, others = read_statements(file, articles)
    assert report(compared) == report(evaluate(articles, analyse))
    assert others == 0


def test_statements_of_another_version_may_lack_fields(gold: Path, tmp_path: Path) -> None:
    file = tmp_path / "old.jsonl"
    span = at(DAM, GOLD[0][0])
    file.write_text(json.dumps({"article": "dam", "spans": [[span.start, span.end]]}) + "\n")
    (compared,), _ = read_statements(file, read_gold(gold))
    assert report([compared]).content[1.0].right == 1


def test_statements_of_other_articles_are_counted(gold: Path, tmp_path: Path) -> None:
    file = jsonl(tmp_path / "x.jsonl", finder([GOLD[0][::2]])(Article("dam.txt", DAM)), article="other.txt")
    (compared,), others = read_statements(file, read_gold(gold))
    assert (len(compared.found), others) == (0, 1)


def test_nested_statements_in_a_file_are_left_out(gold: Path, tmp_path: Path) -> None:
    file = jsonl(tmp_path / "x.jsonl", finder([GOLD[0][::2]])(Article("dam.txt", DAM)), within=0)
    (compared,), _ = read_statements(file, read_gold(gold))
    assert not compared.found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{", "no statement", id="no-json"),
        pytest.param("[]", "no statement", id="no-object"),
        pytest.param('{"article": "dam"}', "no statement", id="no-spans"),
        pytest.param('{"article": "dam", "spans": [[0]]}', "no statement", id="half-a-span"),
        pytest.param('{"article": "dam", "spans": [[0, 9999]]}', "another dam.txt", id="outside"),
        pytest.param(
            '{"article": "dam", "spans": [[0, 3]], "text": "Bo"}', "another dam.txt", id="other-words"
        ),
    ],
)
def test_a_broken_line_of_statements_is_named(gold: Path, tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("\n" + line + "\n")
    with pytest.raises(InputError, match=rf"x\.jsonl:2: .*{said}") as caught:
        read_statements(file, read_gold(gold))
    assert "\n" not in str(caught.value)


def test_statements_that_cannot_be_read(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.jsonl: cannot be read"):
        read_statements(tmp_path / "nowhere.jsonl", read_gold(gold))
    file = tmp_path / "x.jsonl"
    file.write_bytes(b"caf\xe9")
    with pytest.raises(InputError, match=r"x\.jsonl: not UTF-8 \(byte 3\)"):
        read_statements(file, read_gold(gold))


def test_a_verdict_for_each_found_even_without_words() -> None:
    text = "Rook said: … it failed."
    content, dots, source = ((13, 22),), ((11, 12),), ((0, 4),)
    assert verdicts(text, [(content, source)], [(dots, source), (content, source), (content, ())]) == [
        False,
        True,
        False,
    ]
