"""The articles at hand: those that new ones may join, with the families and stories they are in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from tawatur.stories.agglomeration import REACH
from tawatur.stories.bags import Bag, together
from tawatur.stories.columns import Columns
from tawatur.stories.fingerprint import Fingerprint
from tawatur.stories.outlines import Outlines
from tawatur.stories.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article's fingerprint with where it stands: its story, and its family where it has one."""

    fingerprint: Fingerprint
    family: str | None
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A story at hand: its articles, and the sum of their terms."""

    articles: tuple[str, ...]
    bag: Bag


def reach(day: date) -> tuple[date, date]:
    """Return the first and last day on which an article must be to join one of `day`.

    A library needs at hand every article of every story that has one between the two, those
    further back included. The calendar ends a reach that would go beyond it: pages date
    themselves to the year 1 where they know no better.

    >>> reach(date.min)[0], reach(date.max)[1]
    (datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
    """
    first, last = day.toordinal() - REACH, day.toordinal() + REACH
    return (
        date.fromordinal(max(first, date.min.toordinal())),
        date.fromordinal(min(last, date.max.toordinal())),
    )


class Coverage:
    """The articles at hand, by story and by family.

    `arrange` changes it; `hold` and `forget` keep it to the days that are needed. What it tells
    is a function of what it holds and not of how that came in.
    """

    def __init__(self, placed: Iterable[Placed] = ()) -> None:
        self.texts = Texts()
        self.columns = Columns()
        self.outlines = Outlines()
        self.stories: dict[str, Standing] = {}
        self.families: dict[str, tuple[str, ...]] = {}
        self.story_of: dict[str, str] = {}
        self.family_of: dict[str, str] = {}
        self._fingerprints: dict[str, Fingerprint] = {}
        self._bags: dict[str, Bag] = {}
        self.hold(placed)

    def __contains__(self, article: str) -> bool:
        return article in self._fingerprints

    def __len__(self) -> int:
        return len(self._fingerprints)

    def hold(self, placed: Iterable[Placed]) -> None:
        """Take in articles that were arranged before, each story and family as a whole."""
        stories: dict[str, list[str]] = {}
        families: dict[str, list[str]] = {}
        held = list(placed)
        if held:
            self.columns.meet(np.concatenate([one.fingerprint.term_numbers for one in held]))
        for one in held:
            article = one.fingerprint.article
            if article not in self:
                self.take(one.fingerprint)
                stories.setdefault(one.story, []).append(article)
                families.setdefault(one.family or article, []).append(article)
        for name, articles in families.items():
            for article in articles:
                del self.families[article]
            self.set_family(name, articles)
        for name, articles in stories.items():
            self.set_story(name, articles, together([self._bags[article] for article in articles]))

    def forget(self, before: date) -> None:
        """Let go of the stories whose last article is dated before a day; those of no known day stay."""
        gone = [name for name, story in self.stories.items() if story.bag.last < before.toordinal()]
        for name in gone:
            for article in self.drop_story(name):
                fingerprint = self._fingerprints.pop(article)
                self.columns.drop(fingerprint.term_numbers, fingerprint.day)
                if fingerprint.shingles:
                    self.texts.drop(fingerprint.shingles, article)
                del self._bags[article], self.story_of[article]
                self.families.pop(self.family_of.pop(article), None)

    def take(self, fingerprint: Fingerprint) -> None:
        """Take in an article that stands nowhere yet, but is a family to itself."""
        article, day, weekday = fingerprint.article, fingerprint.day, fingerprint.weekday
        columns = self.columns.take(fingerprint.term_numbers, day)
        rising = np.argsort(columns)
        ordinal = float(day.toordinal()) if day else nan
        self._bags[article] = Bag(
            articles=1,
            columns=columns[rising],
            weights=fingerprint.term_weights[rising].astype(np.int64),
            leading=fingerprint.leading_terms[rising].astype(np.int64),
            first=ordinal,
            last=ordinal,
            weekdays=1 << weekday - 1 if weekday else 0,
        )
        self._fingerprints[article] = fingerprint
        if fingerprint.shingles:
            self.texts.take(fingerprint.shingles, article)
        self.set_family(article, [article])

    def bag(self, article: str) -> Bag:
        """Return the terms of one article."""
        return self._bags[article]

    def order(self, article: str) -> tuple[str, str]:
        """Return where an article stands among others, by time."""
        return self._fingerprints[article].order

    def set_story(self, name: str, articles: Iterable[str], bag: Bag) -> None:
        """Let a story be of these articles, whose terms `bag` sums."""
        members = tuple(sorted(articles, key=self.order))
        self.stories[name] = Standing(articles=members, bag=bag)
        self.outlines.put(name, bag)
        self.story_of |= dict.fromkeys(members, name)

    def drop_story(self, name: str) -> tuple[str, ...]:
        """Let a story be no more; return its articles."""
        self.outlines.drop(name)
        return self.stories.pop(name).articles

    def set_family(self, name: str, articles: Iterable[str]) -> None:
        """Let a family be of these articles; one alone is a family to itself."""
        self.families[name] = members = tuple(sorted(articles, key=self.order))
        self.family_of |= dict.fromkeys(members, name)

    def leading(self, story: str) -> str:
        """Return the article that has most in common with its story, a titled one if there is any."""
        articles = self.stories[story].articles
        titled = [article for article in articles if self._fingerprints[article].titled] or list(articles)
        common = np.zeros(len(self.columns))
        bag = self.stories[story].bag
        common[bag.columns] = bag.weights
        return max(
            titled,
            key=lambda article: float(common[self._bags[article].columns] @ self._bags[article].weights),
        )

    def kin(self, text: bytes) -> tuple[bytes, ...]:
        """Return the texts of the family to which a text belongs, itself among them, in order."""
        family = self.families[self.family_of[min(self.texts.articles(text))]]
        return tuple(dict.fromkeys(self._fingerprints[article].shingles for article in family))
