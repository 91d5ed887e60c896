"""The commands that correct, as their user sees them, and that every other command respects it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from conftest import HARBOUR, Run, analyse_plainly

from quotetrack.model import Analysis, Article, Speaker


def spoken(run: Run) -> list[tuple[str, list[str]]]:
    lines = run("export").lines
    return [(r["text"], [s["name"] for s in r["speakers"]]) for r in map(json.loads, lines)]


WALL, LEAKS, PRICES = "“The wall will hold,”", "“It leaks already,”", "“Prices are up,”"
ROOK, PELK = ["Ada Rook"], ["Bo Pelk"]


def test_merge(run: Run, filled: Path) -> None:
    result = run("merge", "rook", "pelk")
    assert (result.code, result.err) == (0, "")
    assert result.lines == ["merged Bo Pelk into Ada Rook; 3 statements in 2 articles"]
    assert spoken(run) == [(WALL, ROOK), (LEAKS, ROOK), (PRICES, ROOK)]
    assert [line.split("\t")[1:4] for line in run("speakers").lines] == [["Ada Rook", "person", "3"]]
    assert run("who", "Pelk").lines == run("who", "1").lines == run("who", "rook").lines
    assert run("timeline", "--speaker", "pelk", "--since", "2023-03").out.count("\n") == 1
    assert json.loads(run("show", "2", "--json").out)["decisions"] == [1]


def test_merge_into(run: Run, filled: Path) -> None:
    assert run("merge", "rook", "--into", "pelk").lines == [
        "merged Ada Rook into Bo Pelk; 3 statements in 2 articles"
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["merge", "rook"], "one name alone cannot be merged; give two or more, the one that stays first"),
        (["merge", "rook", "2"], "Ada Rook is one speaker already"),
        (["split", "rook"], "say what to split off Ada Rook: --article 1, 2, or --statement ID"),
        (["split", "rook", "--alias", "Eva"], "'Eva' is no name of Ada Rook"),
        (["split", "rook", "--statement", "2"], "Ada Rook has no part in statement 2"),
        (["rename", "rook", "Bo Pelk"], "Bo Pelk is another speaker; if they are one: quotetrack merge 2 1"),
        (["rename", "rook", "Ada Rook"], "Ada Rook is called so already"),
        (["rename", "rook", " "], "a name needs a letter or a digit"),
        (["alias", "rook", "Ada Rook"], "Ada Rook is a name of Ada Rook already"),
        (["attribute", "2"], "whose is it? give a NAME, or --nobody"),
        (["attribute", "2", "rook", "--nobody"], "give a NAME, or --nobody; not both"),
        (["attribute", "two", "rook"], "'two' is no statement's number"),
        (
            ["attribute", "2", "X", "--new", "--type", "alien"],
            "--type 'alien' is not known; choose from person",
        ),
        (["attribute", "2", " ", "--new"], "a name needs a letter or a digit"),
        (["reject", "1", "--restore"], "statement 1 is not rejected"),
        (["undo", "7"], "no decision 7 is in force"),
        (["undo", "last"], "'last' is no decision's number"),
        (["decisions", "export", "x"], "only import takes a FILE"),
        (["decisions", "import"], "import needs a FILE, or - for standard input"),
        (["decisions", "import", "nowhere"], "nowhere: no such file or directory"),
        (["decisions", "list"], "'list' is not known; choose from export, import"),
        (["review"], "nobody to ask: this needs a terminal"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_an_error_is_one_line(arguments: list[str], line: str, run: Run, filled: Path) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert line in result.err
    assert result.err.count("\n") == 1
    assert run("decisions").code == 1, "nothing was decided"


@pytest.mark.parametrize("arguments", [["attribute", "99", "rook"], ["reject", "1", "99"]], ids=" ".join)
def test_a_statement_that_is_not_there_is_not_found(arguments: list[str], run: Run, filled: Path) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (1, "")
    assert result.err == "quotetrack: no statement 99; quotetrack timeline lists them\n"
    assert run("decisions").code == 1, "nothing was decided"


def test_split_and_undo(run: Run, filled: Path) -> None:
    result = run("split", "rook", "--article", "market.txt", "--as", "Ada Rook (trader)")
    assert result.code == 1
    result = run("split", "rook", "--article", "2", "--as", "Ada Rook (trader)")
    assert result.lines == ["split Ada Rook (trader) from Ada Rook; 1 statement left to Ada Rook"]
    assert spoken(run)[2] == (PRICES, ["Ada Rook (trader)"])
    assert run("undo").lines == ["undone: split Ada Rook (trader) from Ada Rook"]
    assert spoken(run)[2] == (PRICES, ROOK)


def test_rename_and_alias(run: Run, filled: Path) -> None:
    assert run("rename", "rook", "Ada Rook-Hale").lines == ["renamed Ada Rook to Ada Rook-Hale"]
    assert run("alias", "Ada Rook-Hale", "The Dam Lady").lines == ["aliased The Dam Lady to Ada Rook-Hale"]
    for name in ("Ada Rook", "dam lady", "rook-hale"):
        assert json.loads(run("who", name, "--jsonl").lines[0])["speakers"][0]["name"] == "Ada Rook-Hale"


def test_attribute(run: Run, filled: Path) -> None:
    assert run("attribute", "1", "pelk", "rook").lines == [
        "attributed ‹“The wall will hold,”› to Bo Pelk, Ada Rook"
    ]
    assert run("attribute", "2", "--nobody").code == 0
    assert spoken(run)[:2] == [(WALL, PELK + ROOK), (LEAKS, [])]
    result = run("attribute", "3", "Wei Lan")
    assert (result.code, result.out) == (1, "")
    assert "nobody is called 'Wei Lan'" in result.err
    assert "add --new for a new speaker" in result.err
    assert run("attribute", "3", "Wei Lan", "--new").code == 0
    assert spoken(run)[2] == (PRICES, ["Wei Lan"])


def test_reject_and_restore(run: Run, filled: Path) -> None:
    assert run("reject", "1", "2").lines == [
        "rejected ‹“The wall will hold,”›",
        "rejected ‹“It leaks already,”›",
    ]
    assert spoken(run) == [(PRICES, ROOK)]
    assert run("search", "wall").code == 1
    assert [line.split("\t")[4] for line in run("articles").lines] == ["0", "1"]
    assert run("path").err.startswith("2 articles, 1 statement, 1 speaker;")
    assert "statement 1 is rejected; quotetrack reject 1 --restore" in run("show", "1").err
    assert run("reject", "1").lines == ["statement 1 is rejected already"]
    assert run("reject", "1", "--restore").lines == ["no longer rejected ‹“The wall will hold,”›"]
    assert spoken(run)[0] == (WALL, ROOK)


def test_decisions_are_listed_newest_first(run: Run, filled: Path) -> None:
    assert run("decisions").code == run("undo").code == 1
    run("merge", "rook", "pelk")
    run("reject", "1")
    run("undo")
    assert [line.split("\t")[0::2] for line in run("decisions").lines] == [["2", "undone"], ["1", "in force"]]
    assert run("decisions", "--json", "-n", "1").out.count("reject") == 1


def test_decisions_are_taken_along(run: Run, filled: Path, articles: Path, tmp_path: Path) -> None:
    assert run("decisions", "export").code == 1
    run("merge", "rook", "pelk")
    run("attribute", "1", "Wei Lan", "--new")
    file, other = tmp_path / "decisions.jsonl", tmp_path / "other.db"
    file.write_text(run("decisions", "export").out, encoding="utf-8")
    run("add", articles / "market.txt", "--db", other)
    assert run("decisions", "import", file, "--db", other).lines == [
        "2 decisions: 0 in force, 2 waiting for articles or names that are not here"
    ]
    run("add", articles, "--db", other)
    assert run("decisions", "import", file, "--db", other).lines == [
        "2 decisions: 0 in force, 2 here already"
    ]
    names = [json.loads(line)["speakers"][0]["name"] for line in run("export", "--db", other).lines]
    assert sorted(names) == ["Ada Rook", "Ada Rook", "Wei Lan"]
    assert run("verify", "--db", other).code == 0


def test_a_broken_line_imports_nothing(run: Run, filled: Path) -> None:
    run("merge", "rook", "pelk")
    good = run("decisions", "export").out
    run("undo")
    for broken, what in (
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"action": "fly"}', "its action is none of merge"),
    ):
        result = run("decisions", "import", "-", stdin=good + "\n" + broken + "\n")
        assert result.code == 2
        assert f"-:3: no decision: {what}" in result.err
        assert result.err.count("\n") == 1
    assert run("decisions").out.count("in force") == 0


def test_any_end_of_line_in_a_statement_can_be_taken_along(run: Run, db: Path, tmp_path: Path) -> None:
    words = "“It\u2028leaks\x85here,”"
    run("add", "-", stdin=f"{words} Bo Pelk said.")
    run("reject", "1")
    (tmp_path / "decisions.jsonl").write_text(run("decisions", "export").out, encoding="utf-8", newline="")
    run("undo")
    assert run("decisions", "import", tmp_path / "decisions.jsonl").out == "1 decision: 1 in force\n"


NINES = "9" * 5000


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["who", NINES], 1),
        (["show", NINES], 1),
        (["show", "--article", NINES], 1),
        (["attribute", NINES, "rook"], 1),
        (["reject", NINES], 1),
        (["undo", NINES], 2),
        (["split", "rook", "--statement", NINES], 2),
        (["split", "rook", "--statement", "9" * 20], 2),
        (["reanalyse", NINES], 1),
        (["timeline", "--limit", NINES], 0),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_numbers_without_end(arguments: list[str], code: int, run: Run, filled: Path) -> None:
    result = run(*arguments)
    assert result.code == code
    assert result.err.count("\n") == (code > 0)


def test_a_role_goes_before_a_listener_of_that_word(
    run: Run, filled: Path, pipeline: ModuleType, articles: Path
) -> None:
    def in_court(article: Article) -> Analysis:
        judge = Speaker("Ada Rook", "person", "Judge"), Speaker("judge", "group")
        found = (
            replace(one, speakers=judge[:1], addressees=judge[1:])
            for one in analyse_plainly(article).statements
        )
        return Analysis(article, tuple(found))

    vars(pipeline)["analyse"] = in_court
    run("reanalyse", "--all")
    assert run("who", "judge").lines == run("who", "Ada Rook").lines != []


# --- what waits


def test_a_name_that_comes_to_mean_two_is_told_and_settled(
    run: Run, filled: Path, pipeline: ModuleType, articles: Path
) -> None:
    def with_roles(article: Article) -> Analysis:
        role = "music teacher" if "altos" in article.text else "Senator"
        found = analyse_plainly(article).statements
        return Analysis(
            article,
            tuple(replace(one, speakers=tuple(replace(s, role=role) for s in one.speakers)) for one in found),
        )

    vars(pipeline)["analyse"] = with_roles
    run("reanalyse", "--all")
    run("rename", "Ada Rook", "Ada Rook-Hale")
    assert run("verify").err == "sound: 2 articles checked\n"
    added = run("add", "-", stdin="“The altos sang,” Ada Rook said.")
    assert added.code == 0
    assert added.err == "quotetrack: 1 decision no longer in force; quotetrack decisions says why\n"
    listed = run("decisions")
    assert [line.split("\t")[2:] for line in listed.lines] == [
        ["waiting", "rename Ada Rook to Ada Rook-Hale"]
    ]
    numbers = [line.split("\t")[0] for line in run("speakers").lines if "Ada Rook" in line]
    assert listed.err == (
        f"quotetrack: 1 waits since Ada Rook may be speaker {' or '.join(numbers)}: "
        "decide it again by number, then undo 1\n"
    )
    assert run("verify").err == (
        "sound: 3 articles checked; 1 decision waiting: quotetrack decisions says for what\n"
    )
    assert run("rename", numbers[0], "Ada Rook-Hale").code == 0
    assert run("undo", "1").code == 0
    assert run("decisions").err == ""
    assert run("verify").err == "sound: 3 articles checked\n"


# --- reanalyse


def read_by(db: Path, version: str) -> None:
    """Has all articles read by this version."""
    with closing(sqlite3.connect(db)) as raw, raw:
        raw.execute("UPDATE articles SET engine = ?", [version])


def test_reanalyse_says_what_changed(run: Run, filled: Path, pipeline: ModuleType) -> None:
    result = run("reanalyse", "--all")
    assert (result.code, result.out, result.err) == (0, "", "2 articles read again, 0 changed\n")
    run("reject", "1")
    run("attribute", "2", "rook")

    def reads_less(article: Article) -> Analysis:
        found = analyse_plainly(article)
        return Analysis(article, found.statements[:2] if article.date and article.date.day == 22 else ())

    vars(pipeline)["analyse"] = reads_less
    result = run("reanalyse", "--all")
    assert result.err == "2 articles read again, 1 changed\n"
    assert [line.split("\t")[0::2] for line in result.lines] == [["changed", "0"]]
    assert spoken(run) == [(LEAKS, ROOK)]
    vars(pipeline)["analyse"] = analyse_plainly
    assert run("reanalyse", "2").err == "1 article read again, 1 changed\n"
    assert spoken(run) == [(LEAKS, ROOK), (PRICES, ROOK)]


def test_reanalyse_one_that_is_not_there(run: Run, filled: Path) -> None:
    assert run("reanalyse", "lighthouse.txt").code == 1


def test_reanalyse_leaves_alone_what_this_version_read(run: Run, filled: Path) -> None:
    result = run("reanalyse")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "0 articles read again, 0 changed; 2 of this version left alone, --all reads them too\n"
    )


def test_reanalyse_these_or_all(run: Run, filled: Path) -> None:
    result = run("reanalyse", "--all", "1")
    assert result.code == 2
    assert result.err == "quotetrack: --all and an ARTICLE do not go together; leave one out\n"


def test_reanalyse_interrupted_goes_on_with_what_is_left(
    run: Run, filled: Path, pipeline: ModuleType
) -> None:
    read_by(filled, "0.0.9")

    def reads_one(article: Article) -> Analysis:
        if article.text != HARBOUR:
            raise KeyboardInterrupt
        return Analysis(article, ())

    vars(pipeline)["analyse"] = reads_one
    assert run("reanalyse").code == 130
    assert spoken(run) == [(PRICES, ROOK)]
    assert run("verify").code == 0
    vars(pipeline)["analyse"] = analyse_plainly
    again = run("reanalyse")
    assert again.err == (
        "1 article read again, 0 changed; 1 of this version left alone, --all reads them too\n"
    )
    assert spoken(run) == [(PRICES, ROOK)]
    assert run("reanalyse", "--all").err == "2 articles read again, 1 changed\n"
