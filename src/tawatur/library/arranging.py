"""Where new articles belong among those of the days around them, kept at hand from batch to batch."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import ValidationError

from tawatur.batches import spare_collector, uncollected
from tawatur.library.writing import Writing
from tawatur.store.articles import read_articles
from tawatur.store.gists import placed, replace_fingerprints, unplaced
from tawatur.store.placing import (
    Group,
    describe_stories,
    family_members,
    place_in_families,
    place_in_stories,
    set_roots,
)
from tawatur.stories.arrange import Gathered, arrange
from tawatur.stories.coverage import Coverage, Placed, reach
from tawatur.stories.fingerprint import Fingerprint, fingerprint, packed, unpacked
from tawatur.stories.roots import root

_AT_ONCE = 500


class Arranger:
    """Puts new articles into families and stories, one batch after the other.

    What it holds between batches follows from the library: it is read from there where it is
    missing, and anew where another process has written meanwhile or a batch has failed.
    """

    def __init__(self) -> None:
        self._coverage = Coverage()
        self._days: set[date] = set()
        self._change: int | None = None

    def place(self, writing: Writing, numbers: Collection[int]) -> tuple[int, ...]:
        """Put those of the articles that are in no story into one; return the stories that changed."""
        if self._change != writing.change - 1:
            self._forget_all()
        # Until this batch has gone well, what is at hand may be what will never be written.
        self._change = None
        fresh = list(_taken(writing, unplaced(writing.connection, numbers)).values())
        if not fresh:
            return ()
        self._hold(writing, _days_in_reach(fresh))
        arrangement = arrange(fresh, known=self._coverage)
        families = place_in_families(writing.connection, [_group(one) for one in arrangement.families])
        find_roots(writing, families.values())
        stories = place_in_stories(writing.connection, [_group(one) for one in arrangement.stories])
        describe_stories(writing.connection, {stories[one.name]: one.leading for one in arrangement.stories})
        return tuple(stories.values())

    def written(self, change: int) -> None:
        """Take note that the library has kept a change: what is at hand is up to date with it."""
        self._change = change

    def _hold(self, writing: Writing, days: set[date]) -> None:
        missing = days - self._days
        if missing or not self._days:
            with uncollected():
                standing = placed(writing.connection, missing)
                taken = _taken(writing, {one.article: one.fingerprint for one in standing})
                self._coverage.hold(
                    Placed(fingerprint=taken[one.article], family=one.family, story=one.story)
                    for one in standing
                )
            spare_collector()
        kept = {day for day in self._days | days if day >= min(days)} if days else self._days
        if kept != self._days:
            self._coverage.forget(before=min(days))
            self._days = kept

    def _forget_all(self) -> None:
        self._coverage = Coverage()
        self._days = set()
        self._change = None


def _taken(writing: Writing, stored: Mapping[int, bytes]) -> dict[int, Fingerprint]:
    """Return fingerprints, taken anew where an earlier version kept them in a form of its own."""
    taken, other = {}, []
    for number, one in stored.items():
        try:
            taken[number] = unpacked(one)
        except ValidationError:
            other.append(number)
    for start in range(0, len(other), _AT_ONCE):
        numbers = other[start : start + _AT_ONCE]
        read = read_articles(writing.connection, numbers)
        anew = {number: fingerprint(one.article) for number, one in read.items()}
        replace_fingerprints(writing.connection, {number: packed(one) for number, one in anew.items()})
        taken |= anew
    return taken


def _days_in_reach(fresh: Sequence[Fingerprint]) -> set[date]:
    days: set[date] = set()
    for one in fresh:
        if one.day is not None and one.day not in days:
            first, last = reach(one.day)
            days |= {first + timedelta(days=further) for further in range((last - first).days + 1)}
    return days


def _group(gathered: Gathered) -> Group:
    return Group(name=gathered.name, articles=gathered.articles, absorbed=gathered.absorbed)


def find_roots(writing: Writing, families: Iterable[int]) -> None:
    """Find anew where the texts of families come from."""
    members = family_members(writing.connection, tuple(families))
    found = {number: root(articles) for number, articles in members.items()}
    set_roots(
        writing.connection,
        {number: (one.name, one.how) if one else (None, None) for number, one in found.items()},
    )
