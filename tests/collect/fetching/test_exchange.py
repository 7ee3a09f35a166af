"""What a server says its answer is, however it says it."""

import httpx
import pytest

from tawatur.collect.fetching.exchange import Reply


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        ("text/html; charset=UTF-8", "utf-8"), ("text/html", None), ("", None),
        ("text/html; charset*0=win; charset*1=dows-1256", "windows-1256"),
        ("text/html; charset*=x; charset*0=y", None), (f"text/html; charset*{'9' * 5_000}=x", None),
    ],
)  # fmt: skip
def test_a_charset_that_is_no_charset_is_none(said: str, charset: str | None) -> None:
    assert Reply(status=200, headers=httpx.Headers({"Content-Type": said})).charset == charset
