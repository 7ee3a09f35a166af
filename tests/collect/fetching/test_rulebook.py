"""Rules are kept within a size, whoever writes how much."""

from tawatur.collect.fetching.robots import SiteRules
from tawatur.collect.fetching.rulebook import Rulebook


def rules(size: int) -> SiteRules:
    return SiteRules("#" * size, until=0.0)


def test_those_not_looked_at_for_longest_give_way() -> None:
    book = Rulebook(most=9_000)
    kept = {name: rules(2_000) for name in "abc"}
    for name, one in kept.items():
        book.keep(name, one)
    assert book.of("a") is kept["a"]
    book.keep("d", rules(2_000))
    assert [name for name in "abcd" if book.of(name)] == ["a", "c", "d"]


def test_the_newest_stay_whatever_their_size() -> None:
    book = Rulebook(most=10_000)
    book.keep("a", rules(10))
    book.keep("b", large := rules(50_000))
    assert (book.of("a"), book.of("b")) == (None, large)


def test_renewed_rules_count_once() -> None:
    book = Rulebook(most=10_000)
    book.keep("a", rules(10))
    for _ in range(9):
        book.keep("b", rules(5_000))
    assert book.of("a")


def test_naming_ports_fills_no_memory() -> None:
    book = Rulebook(most=10_000)
    for port in range(1_000):
        book.keep(f"http://river.example:{port}", rules(0))
    assert sum(book.of(f"http://river.example:{port}") is not None for port in range(1_000)) == 20
