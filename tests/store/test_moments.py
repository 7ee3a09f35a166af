"""By which moment an article sorts, whatever its page says of its date."""

import pytest

from tawatur.records.article import Precision, Published, PublishedFrom
from tawatur.store.moments import moment_of, seconds, time_of

SEEN = 1_614_700_000  # 2021-03-02T15:46:40Z


@pytest.mark.parametrize(
    ("value", "precision", "sorted_by"),
    [
        ("2021-03-02T18:40:00+03:00", Precision.MINUTE, "2021-03-02T15:40:00"),
        ("2021-03-03T09:00", Precision.MINUTE, "2021-03-03T09:00:00"),
        ("2021-03-04T09:00", Precision.MINUTE, "2021-03-02T15:46:40"),
        ("2021-12", Precision.MONTH, "2021-03-02T15:46:40"),
        ("2201", Precision.YEAR, "2021-03-02T15:46:40"),
        ("2020", Precision.YEAR, "2020-01-01T00:00:00"),
    ],
)
def test_no_date_puts_an_article_ahead_of_the_day_after_it_was_first_seen(
    value: str, precision: Precision, sorted_by: str
) -> None:
    published = Published(value=value, precision=precision, how=PublishedFrom.META)
    assert time_of(moment_of(published, SEEN)).isoformat() == f"{sorted_by}+00:00"


def test_what_has_no_date_sorts_by_when_it_was_seen() -> None:
    assert moment_of(None, SEEN) == SEEN == seconds(time_of(SEEN))
