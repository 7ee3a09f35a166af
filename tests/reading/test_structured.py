import pytest

from tawatur.outlets.directory import outlets
from tawatur.reading.block import NO_EVIDENCE, Block, BlockRole, Evidence, PageContent, StatedTime
from tawatur.reading.credits import Credited
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.reader import read
from tawatur.reading.sections import Section
from tawatur.reading.structured import sections_of_html
from tawatur.records.article import PublishedFrom
from tawatur.records.page import Page, PageForm

CREDITED = Credited(outlets(), None, reading_lexicons())
FIRST = "انهار جسر قديم في مدينة الوادي أمس بعد أمطار غزيرة."
SECOND = "وقال وزير النقل سالم الحارثي إن الجسر بني قبل خمسين عاما."


def block(text: str, role: BlockRole = BlockRole.PARAGRAPH, *, main: bool = True, level: int = 0) -> Block:
    return Block(text=text, role=role, level=level, linked=0.0, main=main)


def outside(text: str) -> Block:
    return block(text, main=False)


def section(*blocks: Block, evidence: Evidence = NO_EVIDENCE) -> Section:
    (found,) = sections_of_html(PageContent(blocks=blocks, evidence=evidence), None, None, CREDITED)
    return found


def body(found: Section) -> list[str]:
    return [line.text for line in found.paragraphs]


def kinds(found: Section) -> dict[str, str]:
    return {line.text: line.kind.value for line in found.lines if line.kind is not None}


def test_what_the_structure_leaves_out_is_furniture_of_the_kind_its_label_says() -> None:
    found = section(
        outside("الرئيسية"), outside("شارك الخبر"), outside("خبر آخر"), block(FIRST), outside("© 2025 الوادي")
    )
    assert body(found) == [FIRST]
    assert list(kinds(found).values()) == ["navigation", "share", "navigation", "copyright"]


def test_a_main_block_is_cut_only_where_its_words_say_so() -> None:
    kept = [
        block("علاقة متوترة", BlockRole.HEADING, level=2),
        block("142"),
        block("https://wadi.example/report"),
        block("Sign up for an account to use it", BlockRole.ITEM),
        block("— Jane Doe (@doe) May 3, 2025", BlockRole.QUOTE),
        block("رويترز", BlockRole.ITEM),
    ]
    cut = [block("اقرأ أيضا: سيول في السدر"), block("إعلان"), block("المصدر: رويترز"), block("منذ ساعتين")]
    found = section(block(FIRST), *kept, *cut, block(SECOND))
    assert body(found) == [FIRST, *(each.text for each in kept), SECOND]
    assert list(kinds(found).values()) == ["read-also", "advertisement", "credit", "date-line"]


def test_the_main_heading_is_the_title_and_its_repetition_no_text() -> None:
    heading = block("انهيار جسر الوادي", BlockRole.HEADING, level=1)
    found = section(heading, block(FIRST), block("«انهيار جسر الوادي»", BlockRole.CAPTION), block(SECOND))
    assert found.title == "انهيار جسر الوادي"
    assert body(found) == [FIRST, SECOND]


def test_dates_outside_the_text_are_read_only_where_the_markup_states_none() -> None:
    stated = Evidence(
        titles=(),
        times=(StatedTime(value="2025-05-14", how=PublishedFrom.META),),
        authors=(),
        types=(),
        site_name=None,
        canonical_url=None,
    )
    date = outside("الأربعاء 14 مايو 2025")
    assert kinds(section(date, block(FIRST)))[date.text] == "date-line"
    assert kinds(section(date, block(FIRST), evidence=stated))[date.text] == "navigation"


def test_a_few_headlines_are_no_article() -> None:
    content = PageContent(blocks=(block("انهيار جسر"), block("سيول في السدر")), evidence=NO_EVIDENCE)
    assert sections_of_html(content, None, None, CREDITED) == ()


def test_a_lower_heading_above_the_text_is_the_title_where_no_other_is_stated() -> None:
    menu = block("أخبار الوادي المحلية", BlockRole.HEADING, main=False, level=2)
    heading = block("انهيار جسر قديم في الوادي", BlockRole.HEADING, main=False, level=2)
    assert section(menu, heading, block(FIRST), block(SECOND)).title == heading.text
    assert section(menu, block(SECOND)).title is None


def test_a_stated_title_loses_the_site_that_stands_before_what_the_page_shows() -> None:
    stated = Evidence(
        titles=("السدر | انهيار جسر قديم في الوادي",),
        times=(),
        authors=(),
        types=(),
        site_name=None,
        canonical_url=None,
    )
    found = section(outside("انهيار جسر قديم في الوادي"), block(FIRST), block(SECOND), evidence=stated)
    assert found.title == "انهيار جسر قديم في الوادي"


OPENING = (
    "<h1>السد الجديد يفتح أبوابه الأسبوع المقبل</h1>"
    "<p>قالت وزيرة المياه ليان الساحلي إن السد الجديد سيفتح أبوابه الأسبوع المقبل بعد أن امتلأت البحيرة.</p>"
    "<p>وأضافت أن المزارعين في السهل سيحصلون على حصصهم كاملة قبل نهاية الشهر الجاري.</p>"
)
HEADING = "<h2>حريق كبير يلتهم مخازن الميناء القديم في مرسانة</h2>"
OTHER = (
    "<p>مرسانة - التهم حريق كبير مخازن الميناء القديم في مرسانة فجر اليوم من دون وقوع إصابات.</p>"
    "<p>وقال قائد فرق الإطفاء سامر الحلواني إن النيران اندلعت في مخزن للأخشاب.</p>"
)
RESUMED = "<p>وأشارت الوزيرة إلى أن الحصص ستوزع بالتساوي على قرى السهل كلها.</p>"


@pytest.mark.parametrize(
    ("html", "titles"),
    [
        (f"{OPENING}<p>المصدر: رويترز</p><p>إقرأ أيضاً:</p>{HEADING}{OTHER}", 2),
        # A heading alone is one of the article's own.
        (f"{OPENING}{HEADING}{OTHER}", 1),
        # After a related headline the text resumes.
        (f"{OPENING}<p>اقرأ أيضاً:</p>{HEADING}{RESUMED}", 1),
    ],
)
def test_another_article_in_the_main_text_is_one_of_its_own(html: str, titles: int) -> None:
    page = Page(id="a", form=PageForm.HTML, content=f"<main><article>{html}</article></main>".encode())
    made = read(page, lexicons=CREDITED.lexicons, outlets=outlets())
    assert isinstance(made, tuple)
    assert [article.id for article in made] == ["a", "a#2"][:titles]
    if titles == 2:
        assert made[1].title == "حريق كبير يلتهم مخازن الميناء القديم في مرسانة"
        assert "حريق" not in made[0].body
