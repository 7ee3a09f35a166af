import pytest

from tawatur.outlets.directory import outlets
from tawatur.reading.credits import Credited
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.sections import Section, sections_of_text
from tawatur.reading.text import parse_text

LEXICONS = reading_lexicons()
CREDITED = Credited(outlets(), None, LEXICONS)

FIRST = "انهار جسر قديم في مدينة الوادي أمس بعد أمطار غزيرة."
SECOND = "وقال وزير النقل سالم الحارثي إن الجسر بني قبل خمسين عاما."
THIRD = "وأضاف الحارثي أن لجنة من المهندسين ستفحص الجسور كلها."


def sections(text: str, title: str | None = None) -> tuple[Section, ...]:
    return sections_of_text(parse_text(text, lexicons=LEXICONS), title, CREDITED)


def body(section: Section) -> list[str]:
    return [line.text for line in section.paragraphs]


def kinds(section: Section) -> dict[str, str]:
    return {line.text: line.kind.value for line in section.lines if line.kind is not None}


def only(text: str) -> Section:
    (section,) = sections(text)
    return section


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("انهيار جسر في الوادي", "انهيار جسر في الوادي"),
        ("الخليج والعالم\nفيديو| انهيار جسر في الوادي الأخضر", "فيديو| انهيار جسر في الوادي الأخضر"),
        ("انهيار جسر في الوادي\nجدة - مريم النجار", "انهيار جسر في الوادي"),
        ("انهيار جسر في الوادي | صحيفة السدر", "انهيار جسر في الوادي"),
        ("رأي\nالجسر الذي سقط\nسالم عبد الله الحارثي", "الجسر الذي سقط"),
        ("طقس الغد في المدن\nانهيار جسر في الوادي\n1. Home\n2. انهيار جسر في الوادي", "انهيار جسر في الوادي"),
        # Many headlines that are none of them like the text: a ticker, and no title.
        (
            "أسعار الذهب تتراجع\nتعادل في القمة\nدراسة عن النوم\nأفضل سيارات العام\nالسدر الاخباري -",
            None,
        ),
        ("date 2025-02", None),
        ("إقرأ أيضاً | افتتاح حديقة النهر الكبرى", None),
        ("أخبار ذات صلة", None),
        ("كاتب وصحفي", None),
        ("مريم النجار - السدر", None),
        ("صفحة 1 من 1", None),
        ("12.3K subscribers", None),
        ("الرئيسية/أخبار العالم/انهيار جسر في الوادي\nانهيار جسر في الوادي", "انهيار جسر في الوادي"),
        ("مدينة السدر\nمدينة السدر\nانهيار جسر قديم في مدينة الوادي", "انهيار جسر قديم في مدينة الوادي"),
        ("انهيار جسر قديم في الوادي.", "انهيار جسر قديم في الوادي."),
        ("السدر نيوز - انهيار جسر في الوادي", "انهيار جسر في الوادي"),
    ],
)
def test_the_title_is_told_from_what_stands_around_it(head: str, title: str | None) -> None:
    section = only(f"{head}\n{FIRST}\n{SECOND}")
    assert section.title == title
    assert body(section) == [FIRST, SECOND]


def test_a_text_without_a_head_has_no_title() -> None:
    assert only(f"{FIRST}\n{SECOND}").title is None


def test_a_given_title_is_believed_and_taken_out() -> None:
    (section,) = sections(f"انهيار جسر\n{FIRST}\n{SECOND}\nانهيار جسر", "انهيار جسر")
    assert body(section) == [FIRST, SECOND]


def test_a_title_as_long_as_a_paragraph_is_known_by_the_date_below_it() -> None:
    title = "وزير النقل سالم الحارثي يعلن من الوادي، خلال زيارة، عن خطة لفحص الجسور القديمة كلها هذا العام"
    assert only(f"{title}\nتاريخ النشر: 2025-05-14\n{FIRST}").title == title


def test_the_text_resumes_after_a_headline_in_its_middle() -> None:
    section = only(f"{FIRST}\nاقرأ أيضا\nسيول تجتاح مدينة السدر\nبالصور.. سوق السمك\n{SECOND}\n{THIRD}")
    assert body(section) == [FIRST, SECOND, THIRD]
    assert kinds(section)["سيول تجتاح مدينة السدر"] == "read-also"


def test_the_summary_below_a_headline_told_twice_is_no_text() -> None:
    headline = "سيول تجتاح مدينة السدر القديمة"
    summary = "غمرت السيول شوارع مدينة السدر."
    section = only(f"{FIRST}\nإقرأ المزيد\n{headline}{headline}\n{summary}\n{SECOND}\n{THIRD}")
    assert body(section) == [FIRST, SECOND, THIRD]
    # Told once, it leaves the line below it to the text.
    section = only(f"{FIRST}\nإقرأ المزيد\n{headline}\n{summary}\n{SECOND}\n{THIRD}")
    assert body(section) == [FIRST, summary, SECOND, THIRD]


def test_headlines_without_a_label_below_a_finished_article_are_no_text() -> None:
    below = "سيول تجتاح مدينة السدر\nحالة البحر ليوم الأربعاء"
    assert body(only(f"{FIRST}\n{SECOND}\n{THIRD}\n{below}")) == [FIRST, SECOND, THIRD]
    # One line alone may be the article's last, cut off.
    last = "سيول تجتاح مدينة السدر القديمة ليلا"
    assert body(only(f"{FIRST}\n{SECOND}\n{THIRD}\n{last}")) == [FIRST, SECOND, THIRD, last]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("علاقة متوترة", "subheading"),
        ("عون خارجي يبلغ المدينة", "subheading"),
        ("ماذا حدث؟", "subheading"),
        ("شاهد| لحظة انهيار الجسر", "read-also"),
        ("0 تعليق", "counter"),
        ("— قناة الوادي (@wadi) May 3, 2025", "media"),
        ("© 2025 الوادي", "copyright"),
        ("الوسومالوادي جسور", "tags"),
        ("اقرأ/ي أيضًا | سيول في السدر", "read-also"),
        ("تابعو أخبار الوادي على تلغرام", "newsletter"),
        ("علق كضيف", "comments"),
        ("جسر الوادي القديم صورة من: Ali Noor/dpa/picture alliance", "media"),
    ],
)
def test_a_line_that_stands_alone_between_paragraphs_is_no_text(line: str, kind: str) -> None:
    section = only(f"{FIRST}\n{line}\n{SECOND}\n{THIRD}")
    assert body(section) == [FIRST, SECOND, THIRD]
    assert kinds(section) == {line: kind}


@pytest.mark.parametrize(
    "lines",
    [
        # Lists, poems, broken and resuming lines are text.
        "طماطم: 310 فلوس للكيلوغرام\nخيار: 420 فلسا للكيلوغرام\nبطاطا: 280 فلسا للكيلوغرام",
        "يا جسر من عبروا\nيا شاهد المطر",
        "وقال الوزير في بيانه",
        "أو عبر البريد",
        "وجاء في البيان:",
        "«لن نقبل»،",
        # Short lines that say something, whatever stands around them.
        "«لن نغادر بيوتنا»",
        "القتلى: 12",
        "عيار 18: 210 دنانير",
        "بدأ الاجتماع عند الساعة 10:30 صباحا",
        "الساعة 14:20 وصل الوفد",
        "لم يصدر بيان رسمي",
        "انتهت الجلسة دون اتفاق",
        "عدد الجرحى 45",
        "نعم",
        "لماذا؟",
    ],
)
def test_what_may_be_text_stays(lines: str) -> None:
    assert body(only(f"{FIRST}\n{lines}\n{SECOND}")) == [FIRST, *lines.split("\n"), SECOND]


@pytest.mark.parametrize("line", ["طالب التجار بتعويضات عن الخسا", "المصدر نفسه أشار إلى أن الا"])
def test_the_line_where_a_page_is_cut_off_is_text(line: str) -> None:
    assert body(only(f"{FIRST}\n{SECOND}\n{line}")) == [FIRST, SECOND, line]


def test_a_verb_opens_text_below_the_end_of_an_article() -> None:
    page = f"{FIRST}\n{SECOND}\nأخبار ذات صلة\nسوق السمك يعود\nشارك الخبر\nقال المتحدث باسم البلدية سا"
    assert body(only(page)) == [FIRST, SECOND, "قال المتحدث باسم البلدية سا"]


@pytest.mark.parametrize("label", ["التعليقات", "اترك تعليقك", "جميع الحقوق محفوظة"])
def test_a_text_goes_on_below_comments_in_its_middle(label: str) -> None:
    assert body(only(f"{FIRST}\n{SECOND}\n{label}\n{THIRD}")) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("label", "below", "kind"),
    [
        ("الأكثر قراءة", "1\nالذهب يرتفع\n2\nطقس الغد في المدن", "ticker"),
        ("أخبار ذات صلة", "سوق السمك يعود\nمايو 13, 2025\nقمة المياه تنعقد", "read-also"),
        ("الوسوم", "الجسر الوادي\nأمطار", "tags"),
        ("التعليقات", "1 - سائق\nالحمد لله على كل حال", "comments"),
        ("جميع الحقوق محفوظة © 2025", "تصميم الموقع بيد الوادي\nللإعلان اتصل", "copyright"),
    ],
)
def test_what_a_label_below_the_text_announces_goes_with_it(label: str, below: str, kind: str) -> None:
    section = only(f"{FIRST}\n{SECOND}\n{label}\n{below}")
    assert body(section) == [FIRST, SECOND]
    assert kinds(section)[label] == kind


def test_a_copyright_of_a_picture_ends_no_article() -> None:
    section = only(f"انهيار جسر في الوادي\nجسر الوادي القديم\n© الوادي 2025\n{FIRST}\n{SECOND}\n{THIRD}")
    assert body(section) == [FIRST, SECOND, THIRD]


def test_the_author_box_is_cut_only_below_the_text() -> None:
    box = "محررة وكاتبة محتوى بخبرة سبعة أعوام، نشرت مقالاتها في مواقع عدة."
    assert kinds(only(f"{FIRST}\n{SECOND}\n{box}"))[box] == "author-box"
    assert box in body(only(f"{box}\n{SECOND}"))


def test_a_caption_above_its_credit() -> None:
    text = f"Bridge falls in the valley\nThe bridge seen in January.\nJane Doe | Getty Images\n{FIRST}"
    assert body(only(text)) == [FIRST]


@pytest.mark.parametrize("link", ["السدر برس| ", "الوادي (رويترز) - ", ""])
def test_a_second_article_is_one_of_its_own(link: str) -> None:
    second = f"{link}اجتاحت سيول مدينة السدر الساحلية اليوم وقطعت الطرق إليها، بحسب الدفاع المدني."
    text = f"{FIRST}\n{SECOND}\nالمصدر: رويترز\nإقرأ أيضاً:\nسيول تجتاح مدينة السدر\n{second}\n{THIRD}"
    main, related = sections(text)
    assert body(main) == [FIRST, SECOND]
    assert related.title == "سيول تجتاح مدينة السدر"
    assert body(related) == [second, THIRD]


def test_a_text_that_resumes_is_no_second_article() -> None:
    text = f"{FIRST}\nالمصدر: رويترز\nاقرأ أيضا\nوزير النقل يفحص جسر الوادي\n{SECOND}\n{THIRD}"
    assert len(sections(text)) == 1


def test_three_articles_on_one_page() -> None:
    def article(place: str) -> str:
        return f"أمطار غزيرة تغلق طرق {place}\nأغلقت أمطار غزيرة طرق {place} صباح اليوم.\n{THIRD}"

    text = "\nالمصدر: رويترز\nإقرأ أيضا:\n".join(map(article, ("الوادي", "السدر", "المرفأ")))
    assert [section.title for section in sections(text)] == [
        f"أمطار غزيرة تغلق طرق {place}" for place in ("الوادي", "السدر", "المرفأ")
    ]


def test_a_flash_of_two_lines_is_an_article() -> None:
    (section,) = sections("انهيار جسر الوادي\nالدفاع المدني يعلن انهيار الجسر القديم")
    assert section.title == "انهيار جسر الوادي"
    assert body(section) == ["الدفاع المدني يعلن انهيار الجسر القديم"]


@pytest.mark.parametrize(
    "text",
    [
        "أحدث الأخبار\n• 10:53 . بيان جديد... المزيد\n• 08:20 . وظائف... المزيد\n• 08:18 . سفير جديد",
        "طقس الغد\nأسعار الذهب\nنتائج المباريات\nقمة المياه في السدر\nسوق السمك يعود إلى المرفأ",
        "تسجيل الدخول\nكلمة المرور",
    ],
)
def test_pages_of_headlines_and_labels_have_no_article(text: str) -> None:
    assert sections(text) == ()


def test_points_and_a_lead_that_repeat_the_text_are_a_summary() -> None:
    point = "• لجنة المهندسين ستفحص الجسور كلها"
    lead = "انهار جسر قديم في مدينة الوادي بعد أمطار."
    text = f"انهيار جسر الوادي\n{lead}\nتاريخ النشر: 2025-05-14\nأبرز النقاط\n{point}\n{FIRST}\n{THIRD}"
    section = only(text)
    assert body(section) == [FIRST, THIRD]
    assert (kinds(section)[point], kinds(section)[lead]) == ("summary", "summary")


def test_a_glued_head_is_taken_apart() -> None:
    text = "كشفت دراسة لجامعة السدر أن الجسر قديم. وقال باحثون إنه آمن."
    head = "#أحدث الأخبار مع #الجسرالسدر نيوز١٧-٠٤-٢٠٢٥محلياتالسدر نيوزجسر الوادي.. حكاية طويلة"
    section = only(head + text)
    assert section.title == "جسر الوادي.. حكاية طويلة"
    assert body(section) == [text]
    assert kinds(section)["السدر نيوز"] == "credit"
    assert kinds(section)["١٧-٠٤-٢٠٢٥"] == "date-line"


def test_verse_and_broken_prose_above_a_paragraph_are_text() -> None:
    verse = [
        "يا جسرُ يا مَن عبرتْ عليهِ السنونُ",
        "وما انحنى ...",
        "ولا اشتكى طولَ الوقوفِ",
        "ولا رحلْ..",
        "ثم ابتسمْ",
    ]
    section = only("\n".join([*verse, FIRST, SECOND]))
    assert body(section)[-2:] == [FIRST, SECOND]
    assert set(body(section)) >= set(verse[1:])


def test_questions_of_an_interview_are_text() -> None:
    questions = ["كيف ترى حال الجسور؟", "من المسؤول عن ذلك؟", "ما الذي تقترحه؟"]
    text = f"{FIRST}\n{questions[0]}\n{SECOND}\n{questions[1]}\n{THIRD}\n{questions[2]}\n{SECOND}"
    assert set(body(only(text))) >= set(questions)


def test_a_lead_above_a_picture_credit_is_no_caption() -> None:
    assert FIRST in body(only(f"انهيار جسر في الوادي\n{FIRST}\nالصورة: رويترز\n{SECOND}"))


def test_sentences_without_stops_are_an_article() -> None:
    lines = [
        "انهيار جسر الوادي",
        "انهار جسر قديم صباح اليوم",
        "وأصيب ثلاثة أشخاص بجروح",
        "وقال الوزير إن الجسر آمن",
    ]
    section = only("\n".join(lines))
    assert section.title == lines[0]
    assert body(section) == lines[1:]


def test_a_title_with_a_full_stop_is_known_by_being_said_twice() -> None:
    section = only(f"انهيار جسر في الوادي الأخضر.\nانهيار جسر في الوادي الأخضر.\n{FIRST}\n{SECOND}")
    assert section.title == "انهيار جسر في الوادي الأخضر."
    assert body(section) == [FIRST, SECOND]


def test_a_source_on_the_line_below_its_label() -> None:
    section = only(f"{FIRST}\n{SECOND}\nالمصدر\nالوادي نيوز")
    assert kinds(section) == {"المصدر": "credit", "الوادي نيوز": "credit"}


def test_bare_tags_stand_between_the_text_and_other_furniture() -> None:
    section = only(f"{FIRST}\n{SECOND}\nالوادي\nجسور قديمة\nشارك الخبر")
    assert body(section) == [FIRST, SECOND]
    assert kinds(section)["جسور قديمة"] == "tags"
    assert body(only(f"{FIRST}\n{SECOND}\nالوادي\nجسور قديمة")) == [FIRST, SECOND, "الوادي", "جسور قديمة"]


def test_one_sentence_without_a_stop_is_an_article() -> None:
    assert body(only("استقبل رئيس البلدية سفيرا اليوم")) == ["استقبل رئيس البلدية سفيرا اليوم"]
    assert sections("رئيس البلدية والسفير") == ()


@pytest.mark.parametrize("label", ["اقرأ أيضا\n", "اقرأ أيضا: "])
def test_a_bare_label_leads_to_another_article_where_the_text_below_is_about_its_headline(label: str) -> None:
    second = "افتتح وزير السياحة اليوم متحف البحر الكبير في السدر بعد عامين من العمل."
    page = f"انهيار جسر في الوادي\n{FIRST}\n{SECOND}\n{label}افتتاح متحف البحر الكبير\n{second}"
    main, further = sections(page)
    assert body(main) == [FIRST, SECOND]
    assert (further.title, body(further)) == ("افتتاح متحف البحر الكبير", [second])


def test_a_bare_label_before_text_of_the_same_article_divides_nothing() -> None:
    page = f"انهيار جسر في الوادي\n{FIRST}\nاقرأ أيضا: لجنة المهندسين والجسور في الوادي\n{SECOND}\n{THIRD}"
    assert body(only(page)) == [FIRST, SECOND, THIRD]
