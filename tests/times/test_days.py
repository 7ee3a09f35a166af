"""Days told from today and by weekday; the anchor is Thursday, 6 August 2015."""

from collections.abc import Callable
from datetime import date

import pytest

Times = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("sentence", "told", "value"),
    [
        ("وصل الوفد اليوم إلى العاصمة", "اليوم", "2015-08-06"),
        ("وصل الوفد هذا اليوم إلى العاصمة", "هذا اليوم", "2015-08-06"),
        ("غادر الوفد أمس العاصمة", "أمس", "2015-08-05"),
        ("غادر الوفد يوم أمس العاصمة", "يوم أمس", "2015-08-05"),
        ("وبالأمس أعلن النادي", "الأمس", "2015-08-05"),
        ("وصل أمس الأول وفد", "أمس الأول", "2015-08-04"),
        ("وصل أول أمس وفد", "أول أمس", "2015-08-04"),
        ("وصل أول من أمس وفد", "أول من أمس", "2015-08-04"),
        ("يصل غداً وفد", "غداً", "2015-08-07"),
        ("يصل بعد غد وفد", "بعد غد", "2015-08-08"),
        ("قال اليوم الخميس إن", "اليوم الخميس", "2015-08-06"),
        ("قال أمس (الأربعاء) إن", "أمس (الأربعاء)", "2015-08-05"),
        ("قال أمس، الأربعاء، إن", "أمس، الأربعاء", "2015-08-05"),
        ("يصل غد الجمعة وفد", "غد الجمعة", "2015-08-07"),
        ("وصل يوم الأحد وفد", "يوم الأحد", "2015-08-02"),
        ("وصل الخميس وفد", "الخميس", "2015-08-06"),
        ("وصل الخميس الماضي وفد", "الخميس الماضي", "2015-07-30"),
        ("يصل الخميس المقبل وفد", "الخميس المقبل", "2015-08-13"),
        ("وصل الأحد قبل الماضي وفد", "الأحد قبل الماضي", "2015-07-26"),
        ("يصل الأحد بعد المقبل وفد", "الأحد بعد المقبل", "2015-08-16"),
        ("سيصل الوفد يوم الأحد إلى", "يوم الأحد", "2015-08-09"),
        ("ومن المقرر أن يصل الوفد الأحد", "الأحد", "2015-08-09"),
        ("قال اليوم الاثنين 20 يوليو 2015 إن", "اليوم الاثنين 20 يوليو 2015", "2015-07-20"),
        ("وصل قبل يوم الأحد الماضي", "يوم الأحد الماضي", "2015-08-02"),
        ("تأجل اللقاء حتى الاثنين", "الاثنين", "2015-08-10"),
        ("لما نعيشه اليوم", "اليوم", "PRESENT_REF"),
        ("يمر النادي اليوم بواحدة من أزماته", "اليوم", "2015-08-06"),
        ("وصل يوم الحادث", "يوم الحادث", "2015-08-06"),
        ("زاروه يوم عرفة", "يوم عرفة", "2015-09-22"),
        ("ثاني أيام عيد الفطر المبارك", "ثاني أيام عيد الفطر المبارك", "2015-07-18"),
        ("الأحد 24/10", "الأحد 24/10", "2015-08-09"),
        ("يوم 15/8", "يوم 15/8", "2015-08-15"),
        ("الجمعة 11/9", "الجمعة 11/9", "2015-09-11"),
        ("يوم 12 / 8 / 2015هـ", "يوم 12 / 8 / 2015هـ", "2015-08-12"),
        ("منذ اليوم الأول في العام الدراسي", "اليوم الأول في العام الدراسي", "FUTURE_REF"),
    ],
)
def test_a_day_told_from_today(times: Times, sentence: str, told: str, value: str) -> None:
    assert times(sentence) == [(told, "DATE", value)]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        # Published on a Thursday, written on the Tuesday before.
        ("قال اليوم الثلاثاء إنه سافر أمس ويعود غدا", ["2015-08-04", "2015-08-03", "2015-08-05"]),
        ("قال أمس الاثنين إنه يعود اليوم", ["2015-08-03", "2015-08-04"]),
        ("يعود غد الأحد", ["2015-08-09"]),
    ],
)
def test_the_weekday_of_the_text_wins_over_the_anchor(times: Times, sentence: str, values: list[str]) -> None:
    assert [value for _, _, value in times(sentence)] == values


def test_a_day_beside_the_last_one(times: Times) -> None:
    found = times("وصل يوم 20 يوليو 2015 وغادر في اليوم التالي، وفي نفس اليوم عاد غيره")
    assert [value for _, _, value in found] == ["2015-07-20", "2015-07-21", "2015-07-21"]


def test_days_that_come_round_are_no_dates(times: Times) -> None:
    assert times("يعمل المعرض من الأحد إلى الخميس") == [
        ("الأحد", "SET", "XXXX-WXX-7"),
        ("الخميس", "SET", "XXXX-WXX-4"),
    ]
    assert times("يغلق أيام الجمعة") == [("أيام الجمعة", "SET", "XXXX-WXX-5")]


@pytest.mark.parametrize(
    "sentence",
    [
        "قرأ الخبر في صحيفة اليوم",
        "نقلت «المرفأ اليوم» عن مسؤول",
        "مرفأ اليوم – بيدرو",
        "احتفلت البلاد باليوم الوطني",
        "أدى صلاة الجمعة",
        "ينتج المصنع طنا في اليوم الواحد",
        "حضر اليوم الأول من الملتقى",
    ],
)
def test_what_only_looks_like_a_day(times: Times, sentence: str) -> None:
    assert [told for told in times(sentence) if told[1] == "DATE"] == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("وصل أمس", "XXXX-XX-XX"),
        ("وصل يوم الأحد", "XXXX-WXX-7"),
        ("وصل أمس الأحد", "XXXX-WXX-7"),
        ("وصل مساء أمس", "XXXX-XX-XXTEV"),
    ],
)
def test_without_an_anchor_the_day_stays_unknown(times: Times, sentence: str, value: str) -> None:
    assert [told[2] for told in times(sentence, None)] == [value]


@pytest.mark.parametrize(
    ("anchor", "value"),
    [(date(2016, 3, 1), "2016-02-29"), (date(2015, 3, 1), "2015-02-28"), (date(2016, 1, 1), "2015-12-31")],
)
def test_yesterday_at_the_ends_of_months_and_years(times: Times, anchor: date, value: str) -> None:
    assert times("وصل أمس", anchor) == [("أمس", "DATE", value)]


def test_the_calendar_has_a_first_day(times: Times) -> None:
    assert times("وصل أمس", date.min) == [("أمس", "DATE", "XXXX-XX-XX")]
    assert times("يصل يوم الأحد المقبل", date.max) == [("يوم الأحد المقبل", "DATE", "XXXX-WXX-7")]
