import pytest

from tawatur.outlets.directory import outlets
from tawatur.reading.credits import Credited
from tawatur.reading.flattened import unflatten
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.line import Line, lines_of
from tawatur.reading.text import parse_text

LEXICONS = reading_lexicons()
CREDITED = Credited(outlets(), None, LEXICONS)
TITLE = "افتتاح سوق السمك في مرفأ السدر"
TEXT = (
    "افتتحت بلدية السدر سوق السمك الجديد في المرفأ القديم صباحا بعد عامين من العمل. "
    "وقال رئيس البلدية نادر الفهدي إن السوق يضم أربعين محلا ومخزنين للتبريد وموقفا للشاحنات. "
    "وأضاف أن الكلفة بلغت مليوني دينار دفع نصفها صندوق التنمية ونصفها تجار المدينة وصيادوها. "
    "وطالب صيادون من القرى المجاورة بحصة من المحال لأنهم يبيعون في المرفأ منذ عشرين عاما."
)


def line(text: str) -> Line:
    (found,) = lines_of(parse_text(text, lexicons=LEXICONS).blocks)
    return found


@pytest.mark.parametrize(
    "date", ["الاثنين 06 مايو 2024", "تاريخ النشر: 6th, May 2024 GMT", "06/05/2024 - 10:20"]
)
def test_a_page_in_one_line_is_divided_at_its_date(date: str) -> None:
    parts = unflatten(line(f"{TITLE} {date} {TEXT}"), CREDITED)
    assert [(part.text, part.kind and part.kind.value) for part in parts] == [
        (TITLE, None),
        (date, "date-line"),
        (TEXT, None),
    ]


def test_its_path_and_its_credit_are_furniture() -> None:
    announced = "إقرأ أيضاً: جولة في أسواق الوادي زار الوفد أسواق الوادي."
    flat = f"الرئيسية سياسة اقتصاد رياضة {TITLE} 06/05/2024 {TEXT} المصدر: رويترز + وكالات {announced}"
    parts = unflatten(line(flat), CREDITED)
    assert [part.text for part in parts if part.kind is None] == [TITLE, TEXT]
    assert [part.kind.value for part in parts if part.kind] == [
        "navigation",
        "date-line",
        "credit",
        "read-also",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"أعلنت بلدية السدر الاثنين 6 مايو 2024 افتتاح سوق السمك. {TEXT}",
        f"وسوق السمك في مرفأ السدر يعود بناؤه إلى يوم 6 مايو 1924 حين {TEXT}",
        f"سوق السمك في مرفأ السدر الذي بني في 6 مايو 1924 بقي على حاله. {TEXT}",
    ],
)
def test_a_paragraph_that_dates_an_event_is_left_whole(text: str) -> None:
    assert unflatten(line(text), CREDITED) == [line(text)]
