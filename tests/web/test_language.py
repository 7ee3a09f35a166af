from datetime import UTC, datetime

import pytest

from tawatur.web.language import Language, preferred, speech


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "لا صفحات"),
        (1, "صفحة واحدة"),
        (2, "صفحتان"),
        (3, "3 صفحات"),
        (11, "11 صفحة"),
        (100, "100 صفحة"),
        (103, "103 صفحات"),
        (31030, "31,030 صفحة"),
    ],
)
def test_arabic_nouns_agree_with_their_number(number: int, text: str) -> None:
    assert speech(Language.ARABIC).count("pages", number) == text


@pytest.mark.parametrize(
    ("language", "least", "most", "text"),
    [
        (Language.ARABIC, 0, 1, "0–1 مصادر مستقلة"),
        (Language.ARABIC, 1, 2, "1–2 مصادر مستقلة"),
        (Language.ARABIC, 2, 2, "مصدران مستقلان"),
        (Language.ARABIC, 9, 12, "9–12 مصدرا مستقلا"),
        (Language.ENGLISH, 0, 1, "0–1 independent origins"),
        (Language.ENGLISH, 1, 1, "1 independent origin"),
    ],
)
def test_a_range_shows_both_its_ends(language: Language, least: int, most: int, text: str) -> None:
    assert speech(language).span("origins", least, most) == text


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2027", "2027", "2027"),
        ("2027-11", "نوفمبر/تشرين الثاني 2027", "November 2027"),
        ("2027-01-09", "9 يناير/كانون الثاني 2027", "9 January 2027"),
        ("2027-01-09T07:05", "9 يناير/كانون الثاني 2027، 07:05", "9 January 2027, 07:05"),
        ("2027-W10", "2027-W10", "2027-W10"),
        ("2027-W10-1", "2027-W10-1", "2027-W10-1"),
        ("P3M", "P3M", "P3M"),
        ("2027-02-31", "2027-02-31", "2027-02-31"),
        ("2027-03-02TMO", "2027-03-02TMO", "2027-03-02TMO"),
    ],
)
def test_a_time_is_told_no_more_exactly_than_it_is_known(value: str, arabic: str, english: str) -> None:
    assert speech(Language.ARABIC).published(value) == arabic
    assert speech(Language.ENGLISH).published(value) == english


def test_a_moment_in_utc_says_so() -> None:
    assert speech(Language.ENGLISH).moment(datetime(2027, 3, 2, 18, 40, tzinfo=UTC)).endswith("18:40 UTC")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-US,en;q=0.9", "en"),
        ("ar-EG", "ar"),
        ("en;q=0.5, ar;q=0.9", "ar"),
        ("fr", "ar"),
        ("en;q=nonsense, *", "ar"),
    ],
)
def test_the_browsers_first_language_of_ours_counts(header: str, language: str) -> None:
    assert preferred(header) == language
