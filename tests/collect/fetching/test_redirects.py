"""Where an answer leads on to, whatever it names."""

import pytest

from tawatur.collect.fetching.failures import Failure
from tawatur.collect.fetching.redirects import Trail
from tawatur.records.refusal import RefusalReason


@pytest.mark.parametrize(
    "location", ["http:////[x", "http:////]x", "//[::1", "http://a\u2100b/", "file:///x"]
)
def test_what_is_no_address_ends_the_trail(location: str) -> None:
    ended = Trail(urls=("http://nahr.example/1",)).behind(301, location)
    assert isinstance(ended, Failure)
    assert ended.reason is RefusalReason.BAD_ADDRESS
