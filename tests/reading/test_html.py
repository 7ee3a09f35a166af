import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reading.block import Block, BlockRole
from tawatur.reading.html import parse_html

SENTENCES = (
    "أعلنت بلدية النور، اليوم الثلاثاء، افتتاح الجسر الجديد بعد عامين من العمل المتواصل.",
    "وقال رئيس البلدية سامي الفاضل إن الجسر سيخفف الازدحام في وسط المدينة.",
    "وأضاف أن كلفة المشروع بلغت عشرين مليونا، وأن العمل انتهى قبل موعده بشهر كامل.",
    "من جهتها، أكدت شركة الطرق أنها ستتولى الصيانة خمس سنوات على نفقتها.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<nav><ul>" + "".join(f"<li><a href=/{n}>قسم {n}</a></li>" for n in range(8)) + "</ul></nav>"
RELATED = (
    "<div class='related-posts'><h3>اقرأ أيضا</h3><ul>"
    + "".join(f"<li><a href=/{n}>خبر آخر من أخبار المدينة رقم {n}</a></li>" for n in range(5))
    + "</ul></div>"
)
COMMENTS = "<div id=comments>" + "".join(
    f"<div class=comment><p>تعليق طويل من القارئ رقم {n}، يقول فيه رأيه في الجسر وفي البلدية كلها.</p></div>"
    for n in range(6)
)
FOOTER = "<footer><p>جميع الحقوق محفوظة لصحيفة النور، ولا يجوز النقل إلا بإذن مكتوب من الإدارة.</p></footer>"


def main_of(html: str) -> list[str]:
    return [block.text for block in parse_html(html).blocks if block.main]


def page(body: str) -> str:
    return f"<html><head><title>افتتاح الجسر الجديد في النور</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "article",
    [
        f"<article><h1>افتتاح الجسر الجديد في النور</h1>{PARAGRAPHS}</article>",
        f"<div class=post><div class=entry-content>{PARAGRAPHS}{RELATED}</div></div>",
        f"<div>{'<br><br>'.join(SENTENCES)}</div>",
        f"<table><tr><td>{MENU}</td><td><font>{'<br>'.join(SENTENCES)}</font></td></tr></table>",
        f"<div class=css-1x2y3z><div class=css-9q8w7e>{PARAGRAPHS}</div></div>",
        f"<form action=/post>{MENU}<div id=ctl00_body>{PARAGRAPHS}</div></form>",
        f"<main><section>{PARAGRAPHS}<aside><p>إعلان عن اشتراك جديد، مجاني.</p></aside></section></main>",
        f"<div class=story>{PARAGRAPHS}<figure><figcaption>صورة الجسر من الجو.</figcaption></figure></div>",
    ],
)
def test_the_article_stands_out_from_menu_related_comments_and_footer(article: str) -> None:
    html = page(f"<header><a href=/>صحيفة النور</a></header>{MENU}{article}{COMMENTS}{FOOTER}")
    main = main_of(html)
    assert [text for text in main if text in SENTENCES] == list(SENTENCES)
    assert [text for text in main if text not in SENTENCES and "الجسر الجديد" not in text] == []


def test_a_short_post_stands_against_long_comments() -> None:
    html = page(
        f"<h1>افتتاح الجسر الجديد في النور</h1><div class=entry-content><p>{SENTENCES[0]}</p></div>{COMMENTS}"
    )
    assert [text for text in main_of(html) if text != "افتتاح الجسر الجديد في النور"] == [SENTENCES[0]]


def test_an_article_in_several_columns_is_one() -> None:
    column = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 3)
    teasers = f"<div class=recirc>{RELATED}</div>"
    html = page(
        f"<article>{''.join(f'<div class=chunk>{column}</div>{teasers}' for _ in range(3))}</article>"
    )
    assert len([text for text in main_of(html) if text in SENTENCES]) == len(SENTENCES) * 9


@pytest.mark.parametrize(
    "parted", ["\\n\\n".join(SENTENCES * 2), PARAGRAPHS * 2, PARAGRAPHS.replace("<", "&lt;") * 2]
)
def test_an_article_that_only_json_ld_holds_is_read_from_there(parted: str) -> None:
    script = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{parted}"}}</script>'
    shell = page(f"{script}{MENU}<div id=app><p>جار التحميل...</p></div>{FOOTER}")
    assert main_of(shell) == list(SENTENCES * 2)
    shown = page(f"{script}{MENU}<article>{PARAGRAPHS}</article>{FOOTER}")
    assert main_of(shown) == list(SENTENCES)


def test_every_visible_text_is_a_block_whether_main_or_not() -> None:
    content = parse_html(page(f"{MENU}<article>{PARAGRAPHS}</article>{FOOTER}"))
    assert [block.text for block in content.blocks if block.text in SENTENCES] == list(SENTENCES)
    menu = " ".join(f"قسم {n}" for n in range(8))
    assert [block.text for block in content.blocks if block.linked == 1 and not block.main] == [menu]
    assert content.blocks[-1] == Block(
        text="جميع الحقوق محفوظة لصحيفة النور، ولا يجوز النقل إلا بإذن مكتوب من الإدارة.",
        role=BlockRole.PARAGRAPH,
        level=0,
        linked=0.0,
        main=False,
    )


@pytest.mark.parametrize(
    "html", ["", "   ", "<p>", "<html><body></body></html>", "\0\0", "<!-- لا شيء", "<frameset></frameset>"]
)
def test_a_page_without_text_has_no_blocks(html: str) -> None:
    assert parse_html(html).blocks == ()


def test_a_page_of_links_has_no_main_text() -> None:
    assert main_of(page(MENU)) == []


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("<h1>صحيفة النور</h1><h1>افتتاح الجسر الجديد</h1>", "افتتاح الجسر الجديد"),
        ("<h1>صحيفة الصباح</h1>", None),
    ],
)
def test_the_sites_name_in_a_heading_is_no_title(headings: str, expected: str | None) -> None:
    html = f"<title>افتتاح الجسر الجديد</title><header>{headings}</header><article>{PARAGRAPHS}</article>"
    assert parse_html(html).evidence.titles == ("افتتاح الجسر الجديد",)
    assert expected is None or expected in parse_html(html).evidence.titles


@pytest.mark.parametrize(
    "html",
    [
        PARAGRAPHS * 5_000,
        "<div>" * 10_000 + SENTENCES[0],
        "<h2>" + "<div>كلمة" * 5_000,
        "<a href=x><div>" * 3_000 + SENTENCES[0],
        "<table><tr><td>" * 2_000 + SENTENCES[0],
        "سطر<br>" * 20_000,
        "كلمة " * 200_000,
        "ك" * 1_000_000,
        "".join(f"<div class='c{n} d{n}'>{SENTENCES[0]}</div>" for n in range(5_000)),
        '<script type="application/ld+json">{"a":' + ", " * 200_000 + "</script>" + PARAGRAPHS,
        "<meta name=author content=سلمى>" * 20_000 + PARAGRAPHS,
        "<p>" + "&amp;" * 100_000,
        '<a href="' * 10_000 + PARAGRAPHS,
    ],
    ids=range(13),
)
def test_hostile_pages_are_read_to_their_end(html: str) -> None:
    assert parse_html(html).blocks


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    content = parse_html(text)
    assert all(block.text == " ".join(block.text.split()) for block in content.blocks)


@given(st.binary(max_size=400))
def test_any_bytes_are_read(content: bytes) -> None:
    parse_html(content.decode("latin-1"))
    parse_html(content.decode("utf-8", "replace"))


@given(st.integers(0, 3_000))
def test_a_page_cut_anywhere_is_read(at: int) -> None:
    html = page(f"{MENU}<article><h1>عنوان</h1>{PARAGRAPHS}</article>{RELATED}{COMMENTS}{FOOTER}")
    parse_html(html[: at % len(html)])
