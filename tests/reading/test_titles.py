import pytest

from tawatur.outlets.directory import outlets
from tawatur.reading.block import Evidence
from tawatur.reading.credits import Credited
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.titles import clean_title, stated_title, without_site

CREDITED = Credited(outlets(), None, reading_lexicons())


@pytest.mark.parametrize(
    ("title", "site", "url", "bare"),
    [
        ("انهيار جسر في الوادي - CNNArabic.com", None, None, "انهيار جسر في الوادي"),
        ("انهيار جسر في الوادي | السدر اليوم", "السدر اليوم", None, "انهيار جسر في الوادي"),
        ("انهيار جسر في الوادي | أخبار | السدر اليوم", "السدر اليوم", None, "انهيار جسر في الوادي | أخبار"),
        ("السدر اليوم :: انهيار جسر في الوادي", "السدر اليوم", None, "انهيار جسر في الوادي"),
        (
            "Bridge falls in the valley - Sidr",
            None,
            "https://www.sidr-news.example/a",
            "Bridge falls in the valley",
        ),
        ("انهيار جسر - رويترز", None, None, "انهيار جسر"),
        # A dash inside the title parts no site from it.
        ("انهيار جسر - الوزير يستقيل", None, "https://wadi.example/", "انهيار جسر - الوزير يستقيل"),
        ("جسر - Wadi", "Wadi", None, "جسر - Wadi"),
    ],
)
def test_the_sites_name_is_no_part_of_a_title(
    title: str, site: str | None, url: str | None, bare: str
) -> None:
    assert without_site(title, site, url, CREDITED) == bare


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("*انهيار جسر*", "انهيار جسر"),
        ("  انهيار\nجسر.  ", "انهيار جسر"),
        ("وماذا بعد...", "وماذا بعد..."),
        ("#", ""),
    ],
)
def test_marks_around_a_title_go(title: str, clean: str) -> None:
    assert clean_title(title) == clean


def evidence(*titles: str) -> Evidence:
    return Evidence(titles=titles, times=(), authors=(), types=(), site_name="Wadi", canonical_url=None)


def test_the_heading_decides_where_it_is_what_the_markup_states() -> None:
    stated = evidence("انهيار جسر في الوادي: صور - Wadi")
    assert stated_title(stated, ("الوادي", "انهيار جسر في الوادي"), None, CREDITED) == "انهيار جسر في الوادي"
    assert stated_title(stated, ("أخبار اليوم",), None, CREDITED) == "انهيار جسر في الوادي: صور"
    assert stated_title(evidence(), ("أخبار اليوم",), None, CREDITED) is None
