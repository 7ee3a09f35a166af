"""Many articles arranged day by day, and what was found as records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar

from tawatur.records.article import Article
from tawatur.records.copy_family import CopyFamily
from tawatur.records.story import Story
from tawatur.stories.arrange import Arrangement, Gathered, GatheredStory, arrange
from tawatur.stories.coverage import Coverage, reach
from tawatur.stories.fingerprint import Fingerprint
from tawatur.stories.roots import root

_LONGEST_TITLE = 120
# A day of a country's news; of fewer articles the common ones are hard to tell.
_ENOUGH = 1_000

AnyGathered = TypeVar("AnyGathered", bound=Gathered)


def grouped(fingerprints: Iterable[Fingerprint]) -> Arrangement:
    """Arrange many articles as a library does that gets them over the days and forgets what is out of reach.

    Families and stories stand in the order of their earliest articles.
    """
    every = {one.article: one for one in fingerprints}
    known = Coverage()
    families: dict[str, Gathered] = {}
    stories: dict[str, GatheredStory] = {}
    for some in batches(every.values()):
        days = [one.day for one in some if one.day]
        if days:
            known.forget(before=reach(min(days))[0])
        arranged = arrange(some, known=known)
        _renew(families, arranged.families)
        _renew(stories, arranged.stories)
    return Arrangement(
        families=tuple(
            sorted((one for one in families.values() if len(one.articles) > 1), key=_first(every))
        ),
        stories=tuple(sorted(stories.values(), key=_first(every))),
    )


def batches(fingerprints: Iterable[Fingerprint]) -> Iterator[list[Fingerprint]]:
    """Yield articles day by day, as many days at a time as it takes to tell what is common.

    Those without a day come first.
    """
    batch: list[Fingerprint] = []
    ordered = sorted(fingerprints, key=lambda one: (one.day or date.min, one.order))
    for _, some in groupby(ordered, key=lambda one: one.day):
        batch += some
        if len(batch) >= _ENOUGH:
            yield batch
            batch = []
    if batch:
        yield batch


def copy_family(gathered: Gathered, articles: Mapping[str, Article]) -> CopyFamily:
    """Return a family with the root that its articles tell; `articles` holds them by id."""
    known = root([articles[one] for one in gathered.articles])
    return CopyFamily(root=known.name if known else None, articles=gathered.articles)


def titled_story(gathered: GatheredStory, articles: Mapping[str, Article]) -> Story:
    """Return a story under its leading article's title, or first line where it has no title."""
    leading = articles[gathered.leading]
    title = leading.title or next(iter(leading.body.splitlines()), "")[:_LONGEST_TITLE]
    return Story(title=title, articles=gathered.articles)


def _renew(known: dict[str, AnyGathered], changed: Iterable[AnyGathered]) -> None:
    for one in changed:
        for name in one.absorbed:
            known.pop(name, None)
        known[one.name] = one


def _first(every: Mapping[str, Fingerprint]) -> Callable[[Gathered], tuple[str, str]]:
    return lambda one: every[one.articles[0]].order
