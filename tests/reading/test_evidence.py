import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tawatur.reading.block import NO_EVIDENCE, Evidence, StatedTime
from tawatur.reading.evidence import gather
from tawatur.records.article import PublishedFrom


def evidence(html: str, h1: str | None = None) -> Evidence:
    return gather(LexborHTMLParser(html, scripting=True)).evidence(h1=h1)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "افتتاح الجسر &quot;الجديد&quot;",
    "datePublished": "2027-03-01T08:00:00+03:00",
    "author": [{"@type": "Person", "name": "سلمى العارف"}, "كمال الراوي"],
    "publisher": {"@type": "Organization", "name": "صحيفة النور"},
    "articleBody": "نص الخبر\n\nكله.",
}


def test_a_page_that_states_nothing_gives_no_evidence() -> None:
    assert evidence("<p>نص</p>") == NO_EVIDENCE


def test_titles_come_in_order_of_trust_and_once() -> None:
    html = ld(ARTICLE) + "<meta property=og:title content='افتتاح الجسر'><title>افتتاح الجسر | النور</title>"
    assert evidence(html, h1="افتتاح الجسر").titles == (
        'افتتاح الجسر "الجديد"',
        "افتتاح الجسر",
        "افتتاح الجسر | النور",
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "النور"}, {"@type": "Person", "name": "مدير"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["ReportageNewsArticle", "Article"]},
        {
            **ARTICLE,
            "@type": "LiveBlogPosting",
            "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "تحديث"}],
        },
    ],
)
def test_an_article_is_found_wherever_json_ld_keeps_it(wrapped: object) -> None:
    found = evidence(ld(wrapped))
    assert found.titles == ('افتتاح الجسر "الجديد"',)
    assert found.times == (StatedTime(value="2027-03-01T08:00:00+03:00", how=PublishedFrom.JSON_LD),)
    assert found.authors == ("سلمى العارف", "كمال الراوي")
    assert found.site_name == "صحيفة النور"
    assert gather(LexborHTMLParser(ld(wrapped))).body == "نص الخبر\n\nكله."


def test_the_article_is_trusted_before_the_page_around_it() -> None:
    page = {"@type": "WebPage", "name": "الصفحة", "datePublished": "2020-01-01"}
    found = evidence(ld([page, ARTICLE]))
    assert found.titles == ('افتتاح الجسر "الجديد"', "الصفحة")
    assert [time.value for time in found.times] == ["2027-03-01T08:00:00+03:00", "2020-01-01"]
    assert found.types == ("WebPage", "NewsArticle")


@pytest.mark.parametrize("kind", ["Organization", "BreadcrumbList", "ItemList", "ImageObject", None])
def test_other_objects_say_nothing_of_the_article(kind: str | None) -> None:
    found = evidence(ld({**ARTICLE, "@type": kind}))
    assert (found.titles, found.times, found.authors) == ((), (), ())


@pytest.mark.parametrize(
    ("html", "value", "how"),
    [
        ("<meta property='article:published_time' content='2027-03-01'>", "2027-03-01", PublishedFrom.META),
        ("<meta name=DC.date.issued content='2027-03-01'>", "2027-03-01", PublishedFrom.META),
        ("<meta name=parsely-pub-date content='2027-03-01'>", "2027-03-01", PublishedFrom.META),
        ("<meta itemprop=datePublished content='2027-03-01'>", "2027-03-01", PublishedFrom.META),
        ("<time datetime='2027-03-01'>الاثنين</time>", "2027-03-01", PublishedFrom.TIME_ELEMENT),
        ("<span itemprop=datePublished>1 مارس 2027</span>", "1 مارس 2027", PublishedFrom.TIME_ELEMENT),
    ],
)
def test_times_are_stated_in_many_places(html: str, value: str, how: PublishedFrom) -> None:
    assert evidence(html).times == (StatedTime(value=value, how=how),)


def test_times_keep_their_order_of_trust_and_long_lists_are_cut() -> None:
    html = (
        "".join(f"<time datetime=2026-01-0{day}>يوم</time>" for day in range(1, 8))
        + "<time datetime=2027-03-03 pubdate>يوم</time>"
        + "<meta name=date content=2027-03-02>"
        + ld({"@type": "Article", "datePublished": "2027-03-01"})
    )
    values = [time.value for time in evidence(html).times]
    assert values[:4] == ["2027-03-01", "2027-03-02", "2027-03-03", "2026-01-01"]
    assert len(values) == 5


@pytest.mark.parametrize(
    ("html", "authors"),
    [
        ("<meta name=author content='  سلمى   العارف '>", ("سلمى العارف",)),
        ("<meta property=article:author content='https://social.example/salma'>", ()),
        ("<meta name=sailthru.author content='كمال'><meta name=author content='سلمى'>", ("سلمى", "كمال")),
        ("<div itemprop=author><span itemprop=name>سلمى</span> محررة</div>", ("سلمى",)),
        ("<meta name=author content=''>", ()),
    ],
)
def test_authors_are_names(html: str, authors: tuple[str, ...]) -> None:
    assert evidence(html).authors == authors


def test_site_address_and_types() -> None:
    found = evidence(
        "<link rel=Canonical href=' https://nur.example/1 '><meta property=og:url content='https://nur.example/2'>"
        "<meta property=og:site_name content='صحيفة النور'><meta name=twitter:site content='@nur'>"
        "<meta property=og:type content=article>"
    )
    assert (found.canonical_url, found.site_name, found.types) == (
        "https://nur.example/1",
        "صحيفة النور",
        ("article",),
    )


def test_the_title_of_a_drawing_is_not_the_pages() -> None:
    assert evidence("<body><svg><title>سهم</title></svg><title>الصفحة</title>").titles == ("الصفحة",)


def test_statements_behind_a_noscript_in_the_head_are_read() -> None:
    html = "<head><noscript><img src=x></noscript><meta name=author content=سلمى></head>"
    assert evidence(html).authors == ("سلمى",)
