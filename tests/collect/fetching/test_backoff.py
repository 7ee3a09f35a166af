"""What a Retry-After asks for, however it is written."""

from datetime import UTC, datetime

import pytest

from tawatur.collect.fetching.backoff import MOST_ASKED_REST, asked_rest

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0", 0.0), (" 90 ", 90.0), ("9" * 5_000, MOST_ASKED_REST), ("100000000", MOST_ASKED_REST),
        ("Mon, 02 Mar 2026 12:01:00 GMT", 60.0), ("Monday, 02-Mar-26 12:01:00 GMT", 60.0),
        ("Mon, 02 Mar 2026 12:01:00 -0000", 60.0), ("Mon, 02 Mar 2026 15:01:00 +0300", 60.0),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0), ("Mon, 02 Mar 2099 11:00:00 GMT", MOST_ASKED_REST),
        (None, None), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("٥", None),
        ("Mon, 99 Mar 2026 12:01:00 GMT", None), ("Mon, 01 Jan 999999999999 00:00:00 GMT", None),
        ("Mon, 02 Mar 2026 12:01:00 +99999999999999", None),
    ],
)  # fmt: skip
def test_retry_after(written: str | None, seconds: float | None) -> None:
    assert asked_rest(written, now=NOW) == seconds
