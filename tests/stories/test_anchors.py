from collections.abc import Callable, Iterator
from itertools import product

import pytest

from tawatur.records.article import Article
from tawatur.stories.arrange import arrange
from tawatur.stories.coverage import Coverage
from tawatur.stories.fingerprint import Fingerprint, fingerprint

MakeArticle = Callable[..., Article]

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنه"
EVENT = "انهيار سد زرابيل قرطبان مرسانة"
FIGURES = "السبت 15 مايو 1436 618734"


def words() -> Iterator[str]:
    """Words that mean nothing and that no news hold."""
    return (f"{one}ي{other}و{third}اط" for one, other, third in product(LETTERS, LETTERS, LETTERS))


def told(article: MakeArticle, lead: str, *, groups: int, size: int) -> list[Fingerprint]:
    """Groups of articles with a lead that begins alike and nothing else in common, among other news."""
    made = words()
    taken = []
    for group in range(groups):
        own = " ".join(next(made) for _ in range(50))
        taken += [
            fingerprint(article(f"{group}-{n}", f"{lead} {own}", day="2031-01-01")) for n in range(size)
        ]
    for n in range(60):
        body = " ".join(next(made) for _ in range(50))
        taken.append(fingerprint(article(f"other-{n}", body, day="2031-01-01")))
    return taken


@pytest.mark.parametrize(
    ("lead", "size", "events"),
    [(EVENT, 10, 1), (EVENT, 6, 4), (FIGURES, 10, 4)],
    ids=["a great event is one story", "of a small one each part is told apart", "a date is no event"],
)
def test_what_much_of_the_news_begins_with_is_one_event(
    article: MakeArticle, lead: str, size: int, events: int
) -> None:
    known = Coverage()
    arrange(told(article, lead, groups=4, size=size), known=known)
    assert len({known.story_of[f"{group}-{n}"] for group in range(4) for n in range(size)}) == events


def test_a_report_that_comes_later_joins_the_great_event_by_its_lead(article: MakeArticle) -> None:
    known = Coverage()
    arrange(told(article, EVENT, groups=4, size=10), known=known)
    *_, one, other = words()
    reports = {"late": f"{EVENT} {one}", "late-other": other}
    arrange(
        [fingerprint(article(name, body, day="2031-01-01")) for name, body in reports.items()], known=known
    )
    assert known.story_of["late"] == known.story_of["0-0"]
    assert known.story_of["late-other"] != known.story_of["0-0"]
