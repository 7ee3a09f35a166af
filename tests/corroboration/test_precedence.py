"""Who had a claim first."""

import pytest

from tawatur.corroboration.precedence import earliest
from tawatur.corroboration.statement import Stated
from tawatur.records.article import Precision, Published, PublishedFrom

FIRST = [
    ((None, None), ()),
    (("2031-05-02", "2031-05-01"), ("b",)),
    (("2031-05-02", None), ("a",)),
    # Of one day nothing tells which was first ...
    (("2031-05-01", "2031-05-01"), ("a", "b")),
    # ... unless the hours are known of all of them.
    (("2031-05-01T10:00", "2031-05-01T09:00"), ("b",)),
    (("2031-05-01T10:00", "2031-05-01"), ("a", "b")),
    (("2031-05-01T10:00", "2031-05-01T09:00", "2031-05-01"), ("b", "c")),
    # The hour that counts is one and the same everywhere.
    (("2031-05-01T10:00+03:00", "2031-05-01T08:00+00:00"), ("a",)),
]


@pytest.mark.parametrize(("times", "expected"), FIRST)
def test_the_earliest_pages_as_exactly_as_times_are_known(
    times: tuple[str | None, ...], expected: tuple[str, ...]
) -> None:
    told = [
        Stated(
            article=page,
            page=page,
            outlet=None,
            published=Published(value=value, precision=Precision.MINUTE, how=PublishedFrom.GIVEN)
            if value
            else None,
            credits=(),
            statements=(),
        )
        for page, value in zip("abc", times, strict=False)
    ]
    assert earliest(told) == expected
