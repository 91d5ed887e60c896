"""The interface of rendering, and the machine formats, which are pinned here."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import render
from quotetrack.model import DatePrecision, Mention, Speaker, Statement, as_spans
from quotetrack.render import Look
from quotetrack.store.records import SeenRole, StoredArticle, StoredSpeaker, StoredStatement, Suggestion

TEXT = (
    "“We tried,” Ada Rook, the harbour commissioner, told the council, “and lost [sic].”\n\n"
    "Theo Voss denied that the dam leaked, and called the vote “a sad little play”.\n"
)
PIPE = Look(width=None, color=False, terminal=False)
ROOK = Speaker("Ada Rook", "person", "harbour commissioner")
VOSS = Speaker("Theo Voss", "person")
DAY = dt.date(2023, 2, 22)
MACHINE = ("plain", "json", "jsonl", "csv", "tsv", "md")


def statement(id: int = 1, text: str = "the dam leaks", **fields: Any) -> StoredStatement:
    """A stored statement; what is not given is as plain as can be."""
    about = {
        name: fields.pop(name, default)
        for name, default in (
            ("article_id", 1),
            ("title", "The dam vote"),
            ("publisher", "Coast News"),
            ("url", None),
            ("article_date", DAY),
            ("matches", ()),
            ("decision_ids", ()),
        )
    }
    given = {
        "article": "dam.txt",
        "kind": "indirect",
        "act": "speech",
        "polarity": "affirmed",
        "spans": as_spans([(0, len(text))]),
        "speakers": (ROOK,),
        "date": DAY,
        "confidence": 0.9,
        **fields,
    }
    if given["date"] is not None:
        given.setdefault("date_basis", "article")
    return StoredStatement(id=id, statement=Statement(text=text, **given), **about)


def in_text(*parts: str) -> dict[str, Any]:
    """The text and spans of a statement in ``TEXT``."""
    spans = as_spans([(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts])
    return {"text": " ".join(parts), "spans": spans}


def mention(part: str) -> Mention:
    """A mention in ``TEXT``."""
    return Mention.at(TEXT, in_text(part)["spans"])


SPLIT = statement(
    12,
    **in_text("“We tried,”", "“and lost [sic].”"),
    kind="direct",
    cue=mention("told"),
    source=mention("Ada Rook, the harbour commissioner"),
    addressees=(Speaker("the council", "group"),),
)
DENIED = statement(
    13,
    **in_text("that the dam leaked"),
    polarity="denied",
    speakers=(VOSS, ROOK),
    via=(Speaker("Marsh Radio", "organization"),),
    date=None,
    within=0,
    confidence=0.71234,
)
ARTICLE = StoredArticle(
    id=1,
    given="dam.txt",
    title="The dam vote",
    date=DAY,
    publisher="Coast News",
    author="Jo Inman",
    url=None,
    sha256="ab" * 32,
    added_at=dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
    statements=2,
)
SPEAKER = StoredSpeaker(
    id=3,
    name="Ada Rook",
    type="person",
    aliases=("Rook", "A. Rook"),
    roles=(SeenRole("harbour commissioner", dt.date(2022, 1, 3), dt.date(2023, 2, 22), 7),),
    statements=42,
    articles=7,
    first=dt.date(2022, 1, 3),
    last=DAY,
)


def written(write: Callable[..., Any], *args: Any, look: Look = PIPE, **options: Any) -> str:
    """What a writer writes."""
    out = io.StringIO(newline="")
    write(*args, out, look=look, **options)
    return out.getvalue()


GOLDEN = {
    "plain": (
        "12\t2023-02-22\tAda Rook\tdirect\tspeech\taffirmed\t0.9\t“We tried,” “and lost [sic].”\tdam.txt\n"
        "13\t\tTheo Voss + Ada Rook\tindirect\tspeech\tdenied\t0.712\tthat the dam leaked\tdam.txt\n"
    ),
    "tsv": (
        "id\tdate\tdate_basis\tspeakers\troles\tkind\tact\tpolarity\tconfidence\ttext\tcue\tsource\taddressees\t"
        "via\tspans\twithin\tarticle\ttitle\tpublisher\turl\tdate_precision\tdecisions\n"
        "12\t2023-02-22\tarticle\tAda Rook\tharbour commissioner\tdirect\tspeech\taffirmed\t0.9\t"
        "“We tried,” “and lost [sic].”\ttold\tAda Rook, the harbour commissioner\tthe council\t\t"
        "0:11 66:83\t\tdam.txt\tThe dam vote\tCoast News\t\t\t\n"
        "13\t\t\tTheo Voss + Ada Rook\t + harbour commissioner\tindirect\tspeech\tdenied\t0.712\t"
        "that the dam leaked\t\t\t\tMarsh Radio\t102:121\t0\tdam.txt\tThe dam vote\tCoast News\t\t\t\n"
    ),
    "csv": (
        "id,date,date_basis,speakers,roles,kind,act,polarity,confidence,text,cue,source,addressees,via,spans,"
        "within,article,title,publisher,url,date_precision,decisions\r\n"
        "12,2023-02-22,article,Ada Rook,harbour commissioner,direct,speech,affirmed,0.9,"
        '"“We tried,” “and lost [sic].”",told,"Ada Rook, the harbour commissioner",the council,,0:11 66:83,,'
        "dam.txt,The dam vote,Coast News,,,\r\n"
        "13,,,Theo Voss + Ada Rook, + harbour commissioner,indirect,speech,denied,0.712,that the dam leaked,"
        ",,,Marsh Radio,102:121,0,dam.txt,The dam vote,Coast News,,,\r\n"
    ),
    "jsonl": (
        '{"id": 12, "article": "dam.txt", "kind": "direct", "act": "speech", "polarity": "affirmed", '
        '"text": "“We tried,” “and lost [sic].”", "spans": [[0, 11], [66, 83]], '
        '"cue": {"text": "told", "spans": [[48, 52]]}, '
        '"source": {"text": "Ada Rook, the harbour commissioner", "spans": [[12, 46]]}, '
        '"speakers": [{"name": "Ada Rook", "type": "person", "role": "harbour commissioner"}], '
        '"addressees": [{"name": "the council", "type": "group", "role": null}], "via": [], "within": null, '
        '"date": "2023-02-22", "date_basis": "article", "confidence": 0.9, '
        '"title": "The dam vote", "publisher": "Coast News", "url": null, "decisions": []}\n'
        '{"id": 13, "article": "dam.txt", "kind": "indirect", "act": "speech", "polarity": "denied", '
        '"text": "that the dam leaked", "spans": [[102, 121]], "cue": null, "source": null, '
        '"speakers": [{"name": "Theo Voss", "type": "person", "role": null}, '
        '{"name": "Ada Rook", "type": "person", "role": "harbour commissioner"}], "addressees": [], '
        '"via": [{"name": "Marsh Radio", "type": "organization", "role": null}], "within": 0, '
        '"date": null, "date_basis": null, "confidence": 0.712, '
        '"title": "The dam vote", "publisher": "Coast News", "url": null, "decisions": []}\n'
    ),
    "md": (
        "# The vote\n\n"
        "## 2023-02-22\n\n"
        "- **Ada Rook**, harbour commissioner (to the council): “We tried,” “and lost \\[sic\\].” — "
        "*The dam vote*, Coast News · 12\n\n"
        "## Date unknown\n\n"
        "- **Theo Voss** + **Ada Rook**, harbour commissioner (via Marsh Radio): **denied:** that the dam "
        "leaked — *The dam vote*, Coast News · 13\n"
    ),
}


@pytest.mark.parametrize("fmt", GOLDEN)
def test_statements_are_pinned(fmt: str) -> None:
    assert written(render.write_statements, [SPLIT, DENIED], fmt, heading="The vote") == GOLDEN[fmt]


def test_json_is_one_array_of_what_jsonl_has_by_line() -> None:
    lines = [json.loads(line) for line in GOLDEN["jsonl"].splitlines()]
    assert json.loads(written(render.write_statements, [SPLIT, DENIED], "json")) == lines
    assert written(render.write_statements, [SPLIT], "json").startswith('[\n{"id": 12, ')


def test_csv_reads_back() -> None:
    row = statement(5, 'he said "no",\nthen; left', speakers=())
    [read] = csv.DictReader(io.StringIO(written(render.write_statements, [row], "csv"), newline=""))
    assert read["text"] == 'he said "no", then; left'
    assert read["speakers"] == read["roles"] == ""


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [("plain", ""), ("jsonl", ""), ("json", "[]\n"), ("md", ""), ("pretty", "")],
)
def test_nothing(fmt: str, expected: str) -> None:
    assert written(render.write_statements, [], fmt) == expected


def test_nothing_has_a_header_in_csv() -> None:
    assert written(render.write_statements, [], "csv").startswith("id,date,")


@pytest.mark.parametrize("fmt", render.FORMATS)
def test_writers_count(fmt: str) -> None:
    out = io.StringIO()
    assert render.write_statements(iter([SPLIT, DENIED]), fmt, out, look=PIPE) == 2
    assert render.write_records([SPLIT.statement.as_record()], fmt, out, look=PIPE) == 1
    assert render.write_articles([ARTICLE], fmt, out, look=PIPE) == 1
    assert render.write_speakers([SPEAKER, SPEAKER], fmt, out, look=PIPE) == 2
    assert render.write_table(["a", "b"], [["1", "2"]], fmt, out, look=PIPE) == 1
    assert render.write_statement(SPLIT, TEXT, [SPLIT, DENIED], fmt, out, look=PIPE) == 1
    assert render.write_article(ARTICLE, TEXT, [SPLIT, DENIED], fmt, out, look=PIPE) >= 1


@pytest.mark.parametrize("fmt", [fmt for fmt in render.FORMATS if fmt not in ("json", "pretty")])
def test_rows_are_written_as_they_come(fmt: str) -> None:
    out = io.StringIO()
    seen: list[str] = []

    def rows() -> Iterator[StoredStatement]:
        yield SPLIT
        seen.append(out.getvalue())
        yield DENIED

    render.write_statements(rows(), fmt, out, look=PIPE)
    assert "We tried" in seen[0]


def test_one_statement_is_one_object() -> None:
    assert json.loads(written(render.write_statement, SPLIT, TEXT, [], "json")) == SPLIT.as_record()
    assert written(render.write_statement, SPLIT, TEXT, [], "plain") == GOLDEN["plain"].splitlines(True)[0]


def test_an_article_is_one_object_with_its_statements() -> None:
    record = json.loads(written(render.write_article, ARTICLE, TEXT, [SPLIT], "json"))
    assert record == {**ARTICLE.as_record(), "text": TEXT, "found": [SPLIT.as_record()]}


def test_records_need_no_store() -> None:
    record = SPLIT.statement.as_record()
    assert json.loads(written(render.write_records, [record], "jsonl")) == record
    assert written(render.write_records, [record], "plain").startswith("\t2023-02-22\tAda Rook\t")
    assert "dam.txt" in written(render.write_records, [record], "pretty")
    assert "· 0" not in written(render.write_records, [record], "md")


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("plain", "1\t2023-02-22\tCoast News\tThe dam vote\t2\tdam.txt\n"),
        ("tsv", "id\tdate\tpublisher\ttitle\tauthor\tstatements\tarticle\turl\tsha256\tadded_at\n"),
        ("md", "| id | date | publisher | title | statements | article |\n| --- |"),
        ("jsonl", json.dumps(ARTICLE.as_record()) + "\n"),
    ],
)
def test_articles_are_pinned(fmt: str, expected: str) -> None:
    assert written(render.write_articles, [ARTICLE], fmt).startswith(expected)


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        (
            "plain",
            "3\tAda Rook\tperson\t42\t7\t2022-01-03\t2023-02-22\tRook + A. Rook\tharbour commissioner\n",
        ),
        ("tsv", "id\tname\ttype\troles\taliases\tstatements\tarticles\tfirst\tlast\tpublishers\twikidata\n"),
        ("jsonl", json.dumps(SPEAKER.as_record()) + "\n"),
    ],
)
def test_speakers_are_pinned(fmt: str, expected: str) -> None:
    assert written(render.write_speakers, [SPEAKER], fmt).startswith(expected)


def test_roles_are_dated() -> None:
    assert "harbour commissioner, 2023-02-22,Rook" in written(
        render.write_speakers, [SPEAKER], "csv"
    ).replace('"', "")
    [record] = json.loads(written(render.write_speakers, [SPEAKER], "json"))
    assert record["roles"] == [
        {"role": "harbour commissioner", "first": "2022-01-03", "last": "2023-02-22", "articles": 7}
    ]


SUGGESTION = Suggestion(
    SPEAKER, dataclasses.replace(SPEAKER, id=9, name="Ada Rock"), 0.75, ("alike", "both mayor")
)


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("plain", "0.75\tAda Rook\tAda Rock\talike + both mayor\tquotetrack merge 3 9\n"),
        ("tsv", "score\tone\ttwo\tevidence\tcommand\n0.75\t"),
        ("csv", "score,one,two,evidence,command\r\n0.75,"),
        ("jsonl", json.dumps(SUGGESTION.as_record()) + "\n"),
        ("md", "| score | one | two | evidence | command |\n| --- |"),
        (
            "pretty",
            "sure  who may be one\n 75%  Ada Rook (harbour commissioner, 2023-02-22; 42 statements) = Ada Rock",
        ),
    ],
)
def test_suggestions_are_pinned(fmt: str, expected: str) -> None:
    assert written(render.write_suggestions, [SUGGESTION], fmt).startswith(expected)


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("plain", "direct\t94.1\n"),
        ("tsv", "kind\tF1\ndirect\t94.1\n"),
        ("csv", "kind,F1\r\ndirect,94.1\r\n"),
        ("jsonl", '{"kind": "direct", "F1": "94.1"}\n'),
        ("json", '[\n{"kind": "direct", "F1": "94.1"}\n]\n'),
        ("md", "| kind | F1 |\n| --- | --- |\n| direct | 94.1 |\n"),
        ("pretty", "kind      F1\ndirect  94.1\n"),
    ],
)
def test_tables_are_pinned(fmt: str, expected: str) -> None:
    assert written(render.write_table, ["kind", "F1"], [["direct", "94.1"]], fmt) == expected


@pytest.mark.parametrize("fmt", MACHINE)
def test_markdown_and_fields_stay_in_one_line(fmt: str) -> None:
    row = statement(1, "one\r\ntwo\tthree\u2028four\x85five\x0bsix", speakers=(Speaker("A\nB"),))
    shown = written(render.write_statements, [row], fmt)
    if fmt == "jsonl":
        assert len(shown.splitlines()) == 1
    elif fmt != "json":
        assert "one two three four five six" in shown
        assert "A B" in shown


def test_markdown_escapes_what_would_format() -> None:
    row = statement(1, "a|b *c* _d_ `e` <f> [g](h) #i & \\j")
    shown = written(render.write_statements, [row], "md")
    assert r"a\|b \*c\* \_d\_ \`e\` \<f\> \[g\](h) \#i &amp; \\j" in shown


@pytest.mark.parametrize(
    ("precision", "shown"), [("year", "2023"), ("month", "2023-02"), (None, "2023-02-01")]
)
def test_a_date_is_no_more_exact_than_it_was_stated(precision: DatePrecision | None, shown: str) -> None:
    row = statement(date=dt.date(2023, 2, 1), date_basis="stated", date_precision=precision)
    assert written(render.write_statements, [row], "md").startswith(f"## {shown}\n")
    assert written(render.write_statements, [row], "plain").split("\t")[1] == shown


def test_a_record_tells_the_precision_where_it_is_not_a_day() -> None:
    row = statement(date=dt.date(2023, 1, 1), date_basis="stated", date_precision="year")
    record = json.loads(written(render.write_statements, [row], "jsonl"))
    assert (record["date"], record["date_precision"]) == ("2023-01-01", "year")
    assert Statement.from_record(record) == row.statement
    assert "date_precision" not in json.loads(written(render.write_statements, [statement()], "jsonl"))


def test_a_narrow_encoding_gets_likenesses() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    look = Look.detect(out)
    assert look == Look(width=None, color=False, terminal=False, unicode=False)
    for fmt in render.FORMATS:
        render.write_statements([SPLIT, statement(2, "東京")], fmt, out, look=look)
    out.flush()
    shown = raw.getvalue().decode("ascii")
    assert (
        '    12 * Ada Rook  harbour commissioner - to the council\n       | "We tried," ... "and lost [sic]."'
        in shown
    )
    assert "\\u201cWe tried,\\u201d" in shown
    assert "??" in shown


# What may make a terminal act, apart from the ends of lines and fields that the format itself writes.
UNSAFE = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u2028\u2029\u202a\u202e\u2066\u2069"}
anything = st.text(st.characters(exclude_categories=()), min_size=1)


@settings(deadline=None)
@given(text=anything, name=anything.filter(str.strip), fmt=st.sampled_from(render.FORMATS))
def test_nothing_unsafe_gets_out(text: str, name: str, fmt: str) -> None:
    row = statement(
        1,
        text,
        speakers=(Speaker(name, "person", text),),
        source=Mention(text, as_spans([(0, 1)])),
        title=text,
        publisher=name,
        article=text,
        url=text,
    )
    article = StoredArticle(1, text, name, None, text, text, name, "", dt.datetime(2024, 1, 2), 1)
    look = Look(width=80, color=False, terminal=True)
    shown = "".join(
        [
            written(render.write_statements, [row], fmt, look=look, heading=text, footer=name),
            written(render.write_statement, row, text, [row], fmt, look=look),
            written(render.write_article, article, text, [row], fmt, look=look),
            written(render.write_articles, [article], fmt, look=look),
            written(render.write_table, ["a", "b"], [[text, name]], fmt, look=look),
        ]
    )
    structure = {"csv": "\r\n", "tsv": "\t\n", "plain": "\t\n"}.get(fmt, "\n")
    assert not (set(shown) & UNSAFE) - set(structure)
    shown.encode()


def test_the_machine_formats_load_no_rich() -> None:
    code = (
        "import io, sys; from quotetrack import render; look = render.Look(None, False, False)\n"
        f"for fmt in {MACHINE}: render.write_statements([], fmt, io.StringIO(), look=look)\n"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
