"""From a web page to an article."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.errors import InputError
from quotetrack.ingest.html import article
from quotetrack.model import Article

NEWS_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Dam closes after storm | Harbour Courier</title>
<meta property="og:site_name" content="Harbour Courier">
<meta property="og:title" content="Dam closes after storm">
<meta property="og:image" content="https://courier.example/2021/03/04/dam.jpg">
<link rel="canonical" href="https://courier.example/news/dam-closes">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Dam closes after storm", "datePublished": "2024-05-06T08:00:00Z",
"dateModified": "2024-05-09T08:00:00Z", "author": {"@type": "Person", "name": "Ina Pelk"},
"publisher": {"@type": "Organization", "name": "Harbour Courier"}}</script></head><body>
<header><a href="/">Harbour Courier</a> <time datetime="2026-01-02">Friday 2 January 2026</time></header>
<div id="cookie-banner"><p>We use cookies to improve your visit.
By clicking you agree to all of it.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Dam closes after storm</h1><p class="byline">By Ina Pelk, 6 May 2024</p>
<p>The old dam above Wexmoor was shut on Monday after a night of
   heavy rain, and the mayor, Ada Rook, said it would <em>not</em> reopen before the autumn.</p>
<div class="story-advert"><p>Advertisement: buy new boots at Boot World today!</p></div>
<p>“We looked at the wall this morning,” <a href="/rook">Rook</a> told reporters,
“and I would not walk on it.”</p>
<div class="related"><h3>Related</h3><p>Trout season opens late, says the angling club.</p></div>
<blockquote><p>“Nobody told us,” said the farmer Theo Voss.</p></blockquote>
<figure><img src="/2021/03/04/dam.jpg"><figcaption>Photo: Jo Hale</figcaption></figure>
<h2>What comes next</h2>
<ul><li>Rook said the road stays open.</li><li>Voss said he would move his sheep.</li></ul>
<p>“Fine.”</p>
<table><tr><td>Depth</td><td>12 m</td></tr></table>
<div class="newsletter-box"><p>Sign up for our newsletter</p></div></article>
<section id="comments"><h3>Comments</h3><p>heron7: The mayor said nonsense, I think.</p></section>
</main>
<aside><h3>Most read</h3><ul><li><a href="/2">Ten ways to cook a trout</a> <time>1 June 2023</time></li>
</ul>
</aside>
<footer><p>© 2024 Harbour Courier. All rights reserved.</p></footer></body></html>"""

BODY = (
    "<p>The mayor, Ada Rook, said the dam would stay shut.</p><p>“It is not safe,” she told the council.</p>"
)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head><title>Dam stays shut</title>{head}</head><body>{body}</body></html>"


def test_news_page() -> None:
    assert article(NEWS_PAGE, "dam.html") == Article(
        id="dam.html",
        text="The old dam above Wexmoor was shut on Monday after a night of heavy rain, and the mayor, "
        "Ada Rook, said it would not reopen before the autumn.\n"
        "“We looked at the wall this morning,” Rook told reporters, “and I would not walk on it.”\n"
        "“Nobody told us,” said the farmer Theo Voss.\n"
        "What comes next\n"
        "Rook said the road stays open.\n"
        "Voss said he would move his sheep.\n"
        "“Fine.”",
        title="Dam closes after storm",
        date=dt.date(2024, 5, 6),
        publisher="Harbour Courier",
        author="Ina Pelk",
        url="https://courier.example/news/dam-closes",
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<h1>Voss resigns</h1><p>Theo Voss has resigned, his office said.</p>",
            "Theo Voss has resigned, his office said.",
            id="short-article",
        ),
        pytest.param(
            "<p>Wexmoor Blog</p><main><article><h1>Ferry saved</h1><div class='entry'>"
            "<p>The ferry is saved, Rook wrote.</p><p>‘We’re keeping it,’ she wrote.</p><p>Hale was glad.</p>"
            "<div class='sharedaddy'><h3>Share this:</h3><ul><li>Mail</li></ul></div></div></article></main>",
            "The ferry is saved, Rook wrote.\n‘We’re keeping it,’ she wrote.\nHale was glad.",
            id="short-article-keeps-its-paragraphs",
        ),
        pytest.param(
            "<ul><li><a href='/1'>Rook: Dam is safe</a></li><li><a href='/2'>No, says Voss</a></li></ul>",
            "Rook: Dam is safe\nNo, says Voss",
            id="list-of-headlines",
        ),
        pytest.param(
            "<p>A <q>sad day</q>, and <q>“no joke”</q>.</p><p><q>He said <q>no</q> to me,</q> I hear.</p>",
            "A “sad day”, and “no joke”.\n“He said ‘no’ to me,” I hear.",
            id="q-has-the-marks-that-a-browser-shows",
        ),
        pytest.param(
            "<p>Rook said the\n <!-- 3 -->\n   dam was\n\tshut.</p><pre>Hale:  one\nVoss:  two</pre>",
            "Rook said the dam was shut.\nHale:  one\nVoss:  two",
            id="wrapped-source-is-one-paragraph",
        ),
        pytest.param(
            "<p>The mayor re&shy;signed on Mon\u200bday, her office said.</p>",
            "The mayor resigned on Monday, her office said.",
            id="invisible-characters",
        ),
        pytest.param(
            "<p><b>Q:</b> Why shut the dam?</p><p><b>ROOK:</b> Because it leaks.<br>HALE: It always did.</p>",
            "Q: Why shut the dam?\nROOK: Because it leaks.\nHALE: It always did.",
            id="transcript",
        ),
        pytest.param(
            "<p>Rook read it out.</p><blockquote>The dam is shut. Sorry.</blockquote><p>She left.</p>",
            "Rook read it out.\nThe dam is shut. Sorry.\nShe left.",
            id="blockquote",
        ),
        pytest.param(
            "<div class='advert-free'>" + BODY * 20 + "</div>",
            "\n".join(
                [
                    "The mayor, Ada Rook, said the dam would stay shut.",
                    "“It is not safe,” she told the council.",
                ]
                * 20
            ),
            id="article-in-a-box-with-an-unlucky-name",
        ),
        pytest.param(
            "<p class='adviser'>The adviser said the dam would be shut.</p><p>She left.</p>",
            "The adviser said the dam would be shut.\nShe left.",
            id="adviser-is-no-ad",
        ),
    ],
)
def test_main_text(body: str, text: str) -> None:
    assert article(page(body=body), "a.html").text == text


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        pytest.param("", BODY, None, id="no-date"),
        pytest.param(
            "",
            BODY + "<p>Her letter of 12 March 2015 said so, and one of 2016-04-05.</p>",
            None,
            id="in-the-text",
        ),
        pytest.param("", "<img src='/2019/03/04/dam.jpg'>" + BODY, None, id="in-a-picture's-address"),
        pytest.param(
            "<meta property='og:image' content='https://c.example/2019/03/04/d.jpg'>",
            BODY,
            None,
            id="og-image",
        ),
        pytest.param("", BODY + "<footer>© 2018 Harbour Courier</footer>", None, id="copyright"),
        pytest.param("<meta itemprop='copyrightYear' content='2018'>", BODY, None, id="copyright-year"),
        pytest.param(
            "",
            "<header><time datetime='2026-01-02'>today</time></header>" + BODY,
            None,
            id="today-in-the-masthead",
        ),
        pytest.param(
            "", BODY + "<aside><time datetime='2023-02-01'></time></aside>", None, id="other-article"
        ),
        pytest.param("", "<p class='dateline'>WEXMOOR, May 6</p>" + BODY, None, id="dateline-without-a-year"),
        pytest.param("", "<span class='date'>two hours ago</span>" + BODY, None, id="relative"),
        pytest.param(
            "<meta property='article:published_time' content='2024-05-06T23:30:00+02:00'>",
            BODY,
            (2024, 5, 6),
            id="og",
        ),
        pytest.param("<meta name='date' content='2024-05-06'>", BODY, (2024, 5, 6), id="meta"),
        pytest.param("", "<time datetime='2024-05-06T08:00'>Monday</time>" + BODY, (2024, 5, 6), id="time"),
        pytest.param(
            "",
            "<article><header><time datetime='2024-05-06'></time></header>"
            + BODY
            + "<time datetime='2023-01-01'></time></article>",
            (2024, 5, 6),
            id="first-time-of-the-article",
        ),
        pytest.param("", "<div class='post-date'>6 May 2024</div>" + BODY, (2024, 5, 6), id="named-element"),
        pytest.param("", "<p class='byline'>By Ina Pelk, May 6, 2024</p>" + BODY, (2024, 5, 6), id="byline"),
        pytest.param(
            "<link rel='canonical' href='https://c.example/2024/05/06/dam'>", BODY, (2024, 5, 6), id="address"
        ),
        pytest.param(
            '<script type=\'application/ld+json\'>{"@graph": [{"@type": "NewsArticle", '
            '"dateModified": "2024-06-01", "datePublished": "2024-05-06"}]}</script>',
            BODY,
            (2024, 5, 6),
            id="json-ld-graph",
        ),
    ],
)
def test_date(head: str, body: str, date: tuple[int, int, int] | None) -> None:
    assert article(page(head, body), "a.html").date == (dt.date(*date) if date else None)


def test_found_at_an_address() -> None:
    found = article(page(), "u", url="https://courier.example/2024/05/06/dam")
    assert (found.url, found.date) == ("https://courier.example/2024/05/06/dam", dt.date(2024, 5, 6))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p>The mayor said no to everyone.</p>", id="fragment"),
        pytest.param(
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><body>'
            "<p>The mayor said no to everyone.</p></body></html>",
            id="xhtml-with-declaration",
        ),
    ],
)
def test_other_forms_of_html(markup: str) -> None:
    assert article(markup, "a").text == "The mayor said no to everyone."


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="nothing"),
        pytest.param(page(body=""), id="empty-body"),
        pytest.param(
            page(body="<nav><a href='/'>Home</a> <a href='/n'>All the news of the day</a></nav>"),
            id="menu-only",
        ),
        pytest.param(page(body="<h1>Dam stays shut</h1>"), id="headline-only"),
        pytest.param(
            page(body="<script>var article = 'The mayor said no to everyone.'</script>"), id="script-only"
        ),
        pytest.param("<div>" * 5000 + BODY + "</div>" * 5000, id="nested-beyond-reason"),
    ],
)
def test_no_main_text(markup: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match=r"^a\.html: no article text on this page; "):
        article(markup, "a.html")
    assert capfd.readouterr() == ("", "")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='ad'>",
                "<q>",
                "</q>",
                "<nav>",
                "<!--",
                "-->",
                "\ud800",
                "\0",
                "<time datetime='",
                "'>",
                "2024-05-06",
                "Rook said that it was over. ",
                "&#0;",
                "<html>",
            ]
        )
    )
)
def test_any_markup(parts: list[str]) -> None:
    try:
        found = article("".join(parts), "a.html")
    except InputError:
        return
    found.text.encode("utf-8")
    assert all(line and line == line.strip() for line in found.text.split("\n"))
