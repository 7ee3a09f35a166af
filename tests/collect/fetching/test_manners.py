"""The name that we go by."""

import pytest

from tawatur.collect.fetching.manners import Manners


@pytest.mark.parametrize("contact", ["a) (b", "a\r\nX: y", "مكتب", "a\\"])
def test_a_contact_cannot_break_the_name_apart(contact: str) -> None:
    with pytest.raises(ValueError, match="contact"):
        Manners(contact=contact)


def test_nobody_need_be_named() -> None:
    assert Manners().user_agent.endswith("(reads Arabic news; obeys robots.txt)")
