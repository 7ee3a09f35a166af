import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.encoding import decode
from tawatur.outlets.directory import outlets
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.reader import read
from tawatur.records.article import Article, FurnitureKind, Place, Precision, PublishedFrom
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

TEXT = """انهيار جسر في الوادي
تاريخ النشر: 14 مايو 2025
السدر - رويترز
انهار جسر قديم في مدينة الوادي أمس بعد أمطار غزيرة.
اقرأ أيضاًوقال وزير النقل سالم الحارثي إن الجسر بني قبل خمسين عاما.
المصدر: وكالات
إقرأ أيضاً:
سيول تجتاح مدينة السدر
السدر برس| اجتاحت سيول مدينة السدر صباح اليوم وقطعت الطرق إليها، بحسب الدفاع المدني.
"""


def page(content: str | bytes, form: PageForm = PageForm.TEXT, **said: object) -> Page:
    raw = content.encode() if isinstance(content, str) else content
    return Page(id="p", form=form, content=raw, **said)  # type: ignore[arg-type]


def result(given_page: Page, today: date | None = None) -> tuple[Article, ...] | Refusal:
    return read(given_page, lexicons=reading_lexicons(), outlets=outlets(), today=today)


def articles(given_page: Page, today: date | None = None) -> tuple[Article, ...]:
    found = result(given_page, today)
    assert not isinstance(found, Refusal), found
    return found


def main(given_page: Page, today: date | None = None) -> Article:
    return articles(given_page, today)[0]


def test_a_plain_page_is_read_into_its_articles() -> None:
    first, second = articles(page(TEXT, url="https://www.sidr.example/1"))
    assert (first.id, first.place, first.title) == ("p", Place.MAIN, "انهيار جسر في الوادي")
    assert (first.dateline, first.credits) == ("السدر - رويترز", ("رويترز", "وكالات"))
    assert first.published is not None
    assert (first.published.value, first.published.how) == ("2025-05-14", PublishedFrom.DATE_LINE)
    assert first.outlet == "sidr.example"
    assert first.body.split("\n")[1].startswith("وقال وزير النقل")
    assert (second.id, second.place, second.page) == ("p#2", Place.RELATED, "p")
    assert second.title == "سيول تجتاح مدينة السدر"
    assert second.published is None


HTML = """<html><head><title>انهيار جسر في الوادي - السدر اليوم</title></head><body>
<nav><a href=/>الرئيسية</a> <a href=/a>أخبار</a></nav>
<article><h1>انهيار جسر في الوادي</h1><time datetime="2025-05-14T10:30:00+03:00">أمس</time>
<p>انهار جسر قديم في مدينة الوادي أمس بعد أمطار غزيرة استمرت يومين كاملين وأغلقت طرقا كثيرة في الضواحي.</p>
<p>اقرأ أيضا: <a href=/b>سيول تجتاح مدينة السدر</a></p>
<p>وقال وزير النقل سالم الحارثي إن الجسر بني قبل خمسين عاما، وإن لجنة من المهندسين ستفحص الجسور كلها.</p>
<p>المصدر: رويترز</p></article>
<footer>جميع الحقوق محفوظة © 2025</footer></body></html>"""


def test_an_html_page_is_read_by_the_same_model() -> None:
    article = main(page(HTML, PageForm.HTML))
    assert article.title == "انهيار جسر في الوادي"
    assert article.published is not None
    assert article.published.value == "2025-05-14T10:30+03:00"
    assert [line.split(" ")[0] for line in article.body.split("\n")] == ["انهار", "وقال"]
    assert article.credits == ("رويترز",)
    assert FurnitureKind.READ_ALSO in {piece.kind for piece in article.furniture}


def test_a_read_article_is_taken_verbatim() -> None:
    text = "\n السدر: رويترز\n\nاقرأ أيضا: خبر آخر\nقال الوزير إن الجسر آمن. (وكالات) "
    said = {"title": "*جسر*", "byline": " جدة - واس ", "date": "2025-05-14 10:30", "outlet": "الوادي"}
    article = main(page(text, PageForm.ARTICLE, **said))
    assert article.body == text
    assert article.furniture == ()
    assert (article.title, article.byline, article.outlet) == ("جسر", "جدة - واس", "الوادي")
    assert article.credits == ("واس", "رويترز", "وكالات")
    assert article.published is not None
    assert (article.published.value, article.published.how) == ("2025-05-14T10:30", PublishedFrom.GIVEN)


PROSE = "انهار جسر قديم في مدينة الوادي بعد أمطار غزيرة."


@pytest.mark.parametrize(
    ("text", "url", "value", "how"),
    [
        # The visit stands on top, the label tells the day of the text.
        (
            f"السدر:\n2025-02-21@10:51:53 GMT\nجسر الوادي القديم\nتاريخ النشر: 14th, May 2023 GMT\n{PROSE}",
            None,
            "2023-05-14",
            PublishedFrom.DATE_LINE,
        ),
        # A date behind a label below the text is another article's.
        (f"{PROSE}\nإقرأ المزيد في: شؤون محلية\n01/05/2025\nعناوين الصحف اليوم", None, None, None),
        (
            f"{PROSE}\nانهار جسر اليوم الاثنين 28 أبريل 2025.\nإقرأ المزيد\n01/05/2025",
            None,
            "2025-04-28",
            PublishedFrom.BODY,
        ),
        (
            f"انهيار جسر الوادي\n01/05/2025\n{PROSE}",
            "https://w.example/2025/05/02/a",
            "2025-05-01",
            PublishedFrom.DATE_LINE,
        ),
        (PROSE, "https://w.example/2025/05/02/a", "2025-05-02", PublishedFrom.URL),
        (f"انهيار جسر الوادي\nمنذ ساعتين\n{PROSE}", None, None, None),
        (
            f"انهيار جسر الوادي\nآخر تحديث: 2025-05-03\nنشر في: 2025-05-01\n{PROSE}",
            None,
            "2025-05-01",
            PublishedFrom.DATE_LINE,
        ),
    ],
)
def test_the_best_evidence_of_publication_wins(
    text: str, url: str | None, value: str | None, how: PublishedFrom | None
) -> None:
    published = main(page(text, url=url)).published
    assert (published.value if published else None, published.how if published else None) == (value, how)


def test_relative_and_yearless_dates_need_a_clock() -> None:
    fetched = datetime(2025, 5, 14, 12, 0, tzinfo=UTC)
    ago = main(page(f"انهيار جسر الوادي\nمنذ ساعتين\n{PROSE}", fetched=fetched)).published
    assert ago is not None
    assert (ago.value, ago.how) == ("2025-05-14T10:00+00:00", PublishedFrom.RELATIVE)
    text = f"انهيار جسر الوادي\nالاثنين 28 أبريل\n{PROSE}"
    assert main(page(text)).published is None
    told = main(page(text), date(2026, 1, 1)).published
    assert told is not None
    assert (told.value, told.precision) == ("2025-04-28", Precision.DAY)


@pytest.mark.parametrize("text", ["GIF8 في يومه الأول", "خبر\x08\x08\x08\x08", "MZ"])
def test_an_article_that_was_given_is_text_whatever_stands_in_it(text: str) -> None:
    assert main(page(text, PageForm.ARTICLE)).body == text


@pytest.mark.parametrize(
    ("content", "form", "reason"),
    [
        (b"", PageForm.TEXT, RefusalReason.EMPTY),
        (b" \n ", PageForm.ARTICLE, RefusalReason.EMPTY),
        (b"%PDF-1.4 \x00\x01\x02\xff\xfe\x00" * 40, PageForm.TEXT, RefusalReason.BINARY),
        ("404\nالصفحة غير موجودة\nعد إلى الرئيسية", PageForm.TEXT, RefusalReason.ERROR_PAGE),
        ("<title>404 Not Found</title><h1>404 Not Found</h1>", PageForm.HTML, RefusalReason.ERROR_PAGE),
        ("هذا المقال للمشتركين فقط\nتسجيل الدخول", PageForm.TEXT, RefusalReason.LOGIN_WALL),
        ("نتائج البحث عن: جسر\nانهيار جسر في الوادي\nجسر السدر", PageForm.TEXT, RefusalReason.INDEX_PAGE),
        (
            "طقس الغد في المدن\nأسعار الذهب اليوم\nنتائج المباريات كلها\nسوق السمك يعود",
            PageForm.TEXT,
            RefusalReason.INDEX_PAGE,
        ),
        ("الرئيسية\nأخبار", PageForm.TEXT, RefusalReason.NO_ARTICLE),
    ],
)
def test_pages_without_an_article_are_refused_with_their_reason(
    content: str | bytes, form: PageForm, reason: RefusalReason
) -> None:
    found = result(page(content, form))
    assert isinstance(found, Refusal)
    assert (found.id, found.reason) == ("p", reason)


LINES = st.sampled_from(
    [
        *TEXT.split("\n"),
        "اقرأ أيضا",
        "أبرز النقاط",
        "• 10:53 . بيان... المزيد",
        "الوسوم",
        "0 تعليق",
        "© 2025 الوادي",
        "التعليقات",
        "انهار جسر pic.twitter.com/a ![x](y) في الوادي.",
        "#أحدث الأخبار مع #جسرالسدر١٧-٠٤-٢٠٢٥محلياتالسدرجسر الوادي القديمةكشفت دراسة أنه آمن.",
        "وقال الوزير. المصدر: رويترز",
        "date 2025-02-11 قال الوزير إن الجسر آمن.",
    ]
)


def letters(text: str) -> list[str]:
    return sorted(sign for sign in text if not sign.isspace())


def shown(found: tuple[Article, ...]) -> str:
    return "".join(article.body + "".join(piece.text for piece in article.furniture) for article in found)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=14))
@settings(max_examples=300)
def test_nothing_on_a_plain_page_is_dropped_or_doubled(lines: list[str]) -> None:
    raw = "\n".join(lines).replace("&", "+").encode("utf-8", "replace")
    found = result(page(raw))
    if not isinstance(found, Refusal):
        assert letters(shown(found)) == letters(decode(raw, declared=None) or "")


@given(st.lists(LINES, max_size=14))
def test_bodies_are_made_of_the_pages_own_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = result(page(text))
    words = " ".join(text.split())
    for article in () if isinstance(found, Refusal) else found:
        for line in article.body.split("\n"):
            assert line
            assert line in words or "pic.twitter" in text


@given(st.text(), st.sampled_from(PageForm))
def test_any_text_is_read_or_refused(text: str, form: PageForm) -> None:
    found = result(
        page(text.encode("utf-8", "replace"), form, title=text[:20] or None, byline=text, date=text)
    )
    assert isinstance(found, Refusal) or found[0].id == "p"


@pytest.mark.parametrize(
    "hostile",
    [
        "اقرأ أيضا" * 60_000,
        "![" * 300_000,
        "(" * 400_000,
        "الأحدث" * 80_000,
        "- " * 300_000,
        "المصدر: " * 80_000,
        "1:" * 300_000,
        "قال. " * 100_000,
        "اقرأ أيضا\n" * 20_000,
        "نص قصير\n" * 20_000,
        "اقرأ أيضا: خبر آخر. " * 20_000,
        "وقال الوزير. المصدر: رويترز" * 20_000,
        "• نقطة من أربع كلمات\n" * 10_000 + "وقال إن الجسر آمن.\n",
        "عنوان خبر آخر\nقال الوزير إن الجسر آمن.\n" * 10_000,
        "قال الوزير إن الجسر آمن.\n© 2025 الوادي\n" * 10_000,
        "عنوان\n2025-05-14\n" * 10_000 + "قال الوزير إن الجسر آمن.\n",
    ],
)
def test_hostile_pages_are_read_to_the_end(hostile: str) -> None:
    result(page(hostile))
    result(page(hostile, PageForm.ARTICLE, byline=hostile[:1000]))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def test_the_seed_page_is_read_as_its_gold_says(shared: Path) -> None:
    gold = json.loads((shared / "gold/pages/gold.jsonl").read_text("utf-8").split("\n")[0])
    found = articles(page((shared / "gold/pages/seed.txt").read_bytes()))
    assert [words(article.body) for article in found] == [
        words(article["body"]) for article in gold["articles"]
    ]
    assert [article.title for article in found] == [article["title"] for article in gold["articles"]]
    assert [list(article.credits) for article in found] == [
        article["credits"] for article in gold["articles"]
    ]
    for piece in gold["furniture"]:
        assert all(words(piece) not in words(article.body) for article in found)


@pytest.mark.parametrize(
    "event",
    [
        "derna_flood_2023",
        "egypt_pound_float_2024",
        "iberia_blackout_2025",
        "k2_18b_2025",
        "musk_openai_bid_2025",
    ],
)
def test_the_raw_pages_of_an_event_are_read_clean(shared: Path, event: str) -> None:
    folder = shared / "gold/corroboration"
    gold = {
        entry["id"]: entry
        for entry in json.loads((folder / f"{event}.gold.json").read_text("utf-8"))["pages"]
    }
    total = clean = 0
    for line in (folder / f"{event}.pages.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        wanted = gold[record["id"]]
        found = result(page(record["page"], url=record["url"]))
        read_articles = () if isinstance(found, Refusal) else found
        title = read_articles[0].title if read_articles else None
        assert words(title or "") == words(wanted["title"] or ""), record["id"]
        credits_found = set(read_articles[0].credits if read_articles else ())
        assert credits_found == set(wanted["declared_sources"]), record["id"]
        assert (len(read_articles) > 1) == bool(wanted["second_article_starts"]), record["id"]
        bodies = words(" ".join(article.body for article in read_articles))
        pieces = [piece for piece in wanted["furniture"] if len(words(piece)) > 3]
        total += len(pieces)
        clean += sum(words(piece) not in bodies for piece in pieces)
    # One string of two events is also a word of the text, or inside a sentence.
    assert clean >= total - 1
