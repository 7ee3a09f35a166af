"""The time at which each statement was made."""

import pytest

from tawatur.collect.json_records import page_of_record
from tawatur.pipeline import read_page, resources
from tawatur.records.attribution import Attribution
from tawatur.records.page import Page

# Sunday, 10 May 2015.
DATED = '{"id": "one", "date": "2015-05-10", "text": "%s"}'


def statements(text: str, record: str = DATED) -> tuple[Attribution, ...]:
    page = page_of_record((record % text).encode(), otherwise="", place="")
    assert isinstance(page, Page)
    return read_page(page, resources=resources()).articles[0].attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير أمس إن العمل انتهى.", [("2015-05-09", "sentence")]),
        ("وقال المدير في تصريح صحفي أمس الأول إن الجسر مغلق.", [("2015-05-08", "sentence")]),
        ("مساء أمس، قال المتحدث إن الطريق مفتوح.", [("2015-05-09TEV", "sentence")]),
        ("الجسر مفتوح، بحسب ما أعلنت وزارة النقل أمس.", [("2015-05-09", "sentence")]),
        # The event's time is not the statement's.
        ("قال الوزير إن العمل انتهى أمس.", [("2015-05-10", "report")]),
        (
            "بعد الحريق الذي شب يوم الخميس الماضي قرب المرفأ القديم قال المدير إن العمل مستمر.",
            [("2015-05-10", "report")],
        ),
        ("قال الوزير الذي زار المرفأ أمس إن العمل انتهى.", [("2015-05-10", "report")]),
        # A statement goes on with the time of the one before it; another speaker's does not.
        (
            "قال الوزير أمس إن العمل انتهى. وأضاف أن الطريق مفتوح. وقال المدير إن المصنع مغلق.",
            [("2015-05-09", "sentence"), ("2015-05-09", "statement"), ("2015-05-10", "report")],
        ),
        # What a document says, and speech within speech, may be older than the report.
        ("وأظهرت دراسة أن العمل مفيد.", [None]),
        ("قال الوزير إن المدير أكد أن العمل انتهى.", [("2015-05-10", "report"), None]),
    ],
)  # fmt: skip
def test_when_it_was_said(text: str, expected: list[tuple[str, str] | None]) -> None:
    made = [one.said_at for one in statements(text)]
    assert [(said.value, said.how.value) if said else None for said in made] == expected


def test_without_a_date_only_the_text_tells() -> None:
    undated = '{"id": "one", "text": "%s"}'
    assert [one.said_at for one in statements("قال الوزير إن العمل انتهى.", undated)] == [None]
