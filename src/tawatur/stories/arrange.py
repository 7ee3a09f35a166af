"""Where new articles belong: in which family of copies, and in which story."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan

from tawatur.stories.agglomeration import REACH, agglomerated, nearness
from tawatur.stories.alone import NEAREST_RIVAL, with_those_alone
from tawatur.stories.anchors import GROWN, united
from tawatur.stories.bags import Bag, together
from tawatur.stories.copies import families_anew
from tawatur.stories.coverage import Coverage
from tawatur.stories.fingerprint import Fingerprint

# A known story that is at least this near to something new, in parts of what it takes to join, is
# made up anew with it, so that it hardly matters what was met first; a large one stays as it is.
_TOUCHED = 0.8
# One less near is left as it is, and may join what the new has grown into, or be a rival to it.
_BESIDE = NEAREST_RIVAL
_REMADE = 100

_Made = tuple[frozenset[str], Bag]
"""A story in the making: its articles, and their terms summed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A family or story as it stands now, its articles by id, the earliest first.

    `name` is the id of the article it began with, and stays while it grows. `absorbed` names those
    that were known before and are part of it now.
    """

    name: str
    articles: tuple[str, ...]
    absorbed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredStory(Gathered):
    """A story as it stands now; `leading` is the article whose title heads it."""

    leading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What new articles changed: families and stories as they stand now.

    Every article whose place is new stands in one of them. A group may also lose articles; what is
    left alone of a family is given as a family of one.
    """

    families: tuple[Gathered, ...]
    stories: tuple[GatheredStory, ...]


def arrange(new: Iterable[Fingerprint], *, known: Coverage) -> Arrangement:
    """Find where new articles belong among the known ones, and let them be known from now on.

    The order within `new` does not matter. An article that is known stays where it is and changes
    nothing.
    """
    fresh = sorted(
        {one.article: one for one in new if one.article not in known}.values(), key=lambda one: one.order
    )
    families, stories = _Before(), _Before()
    if fresh:
        for one in fresh:
            known.take(one)
        changed = _gather_families(fresh, known, families)
        _gather_stories(fresh, changed, known, stories)
    return Arrangement(
        families=tuple(
            Gathered(name=name, articles=known.families[name], absorbed=absorbed)
            for name, absorbed in families.changed(known.family_of, known.families)
            if len(known.families[name]) > 1 or families.stood(name)
        ),
        stories=tuple(
            GatheredStory(
                name=name,
                articles=known.stories[name].articles,
                absorbed=absorbed,
                leading=known.leading(name),
            )
            for name, absorbed in stories.changed(known.story_of, known.stories)
        ),
    )


class _Before:
    """Where the articles that were touched stood before, `None` where nowhere."""

    def __init__(self) -> None:
        self._name: dict[str, str | None] = {}

    def touch(self, articles: Iterable[str], name: str | None) -> None:
        """Note that articles stood under a name; only the first time counts."""
        for article in articles:
            self._name.setdefault(article, name)

    def stood(self, article: str) -> bool:
        """Tell whether an article stood anywhere before."""
        return self._name[article] is not None

    def changed(
        self, names: Mapping[str, str], standing: Container[str]
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Return the names under which the articles stand now, each with the names that are gone into it."""
        came: dict[str, set[str]] = {}
        for article, name in self._name.items():
            came.setdefault(names[article], set()).update([name] if name else [])
        return [
            (name, tuple(sorted(one for one in befores if one not in standing)))
            for name, befores in sorted(came.items())
        ]


def _gather_families(new: Sequence[Fingerprint], known: Coverage, before: _Before) -> list[str]:
    """Put new articles into families; return the names of those that are new or changed."""
    arrived = frozenset(one.article for one in new)
    carried = {one.shingles: known.texts.articles(one.shingles) for one in new if one.shingles}
    for articles in carried.values():
        kin = [known.families[known.family_of[article]] for article in articles]
        _make_families([frozenset().union(*kin)], known, before)
    unmet = [text for text, articles in carried.items() if articles <= arrived]
    anew = [
        frozenset(article for text in texts for article in known.texts.articles(text))
        for texts in families_anew(unmet, known.texts, kin=known.kin)
    ]
    _make_families(anew, known, before)
    return sorted({known.family_of[one] for articles in (arrived, *anew) for one in articles})


def _make_families(made: Iterable[frozenset[str]], known: Coverage, before: _Before) -> None:
    """Let articles stand in the families that were made of them.

    A family is named by the article it began with; of several that came together the largest
    gives its name.
    """
    named: dict[str, frozenset[str]] = {}
    for articles in made:
        for family in {known.family_of[article] for article in articles}:
            members = known.families[family]
            before.touch(members, family if len(members) > 1 else None)
        founders = [article for article in articles if article in known.families]
        name = min(
            founders or articles,
            key=lambda one: (-len(known.families.get(one, ())), known.order(one)),
        )
        named[name] = articles
    for articles in named.values():
        for article in articles:
            known.families.pop(article, None)
    for name, articles in named.items():
        known.set_family(name, articles)


def _gather_stories(
    new: Sequence[Fingerprint], families: Sequence[str], known: Coverage, before: _Before
) -> None:
    """Put families that are new or changed into stories."""
    tells, near = known.columns.tells(), nearness(len(known))
    days = _in_reach(new)
    bags = [_bag(known.families[family], known) for family in families]
    met = known.outlines.near(bags, days, tells=tells, near=_BESIDE * near)
    touched = {name for name, likeness in met.items() if likeness >= _TOUCHED * near}
    touched |= {
        known.story_of[one] for family in families for one in known.families[family] if one in known.story_of
    }
    parts = _parts(families, sorted(touched), known)
    beside = sorted(name for name in met if name not in touched)
    everything = [*parts, *(known.stories[name].articles for name in beside)]
    bags = [*(_bag(part, known) for part in parts), *(known.stories[name].bag for name in beside)]
    asked = range(len(parts))
    joined = agglomerated(bags, asked, tells=tells, near=near)
    joined = with_those_alone(joined, bags, asked, tells=tells, near=near)
    groups = [(place,) for place in sorted(set(asked).difference(*joined))] + list(joined)
    made = [_made(group, everything, bags) for group in groups]
    grown = known.outlines.between(*days, least=GROWN)
    moved = frozenset(article for family in families for article in known.families[family])
    _make_stories(
        [one for one in _united(made, {*beside, *grown}, known) if not _stands(one[0], moved, known)],
        known,
        before,
    )


def _made(places: Iterable[int], everything: Sequence[Iterable[str]], bags: Sequence[Bag]) -> _Made:
    articles = frozenset(one for place in places for one in everything[place])
    return articles, together([bags[place] for place in places])


def _stands(articles: frozenset[str], moved: frozenset[str], known: Coverage) -> bool:
    """Tell whether articles are a story that stands already, and none of them is in another family now."""
    name = known.story_of.get(min(articles))
    return (
        name is not None
        and articles.isdisjoint(moved)
        and articles == frozenset(known.stories[name].articles)
    )


def _united(made: Sequence[_Made], standing: Iterable[str], known: Coverage) -> list[_Made]:
    """Unite what was made, with each other and with stories that stand, where they tell one great event."""
    taken = frozenset().union(*(articles for articles, _ in made))
    stories = [known.stories[name] for name in sorted(standing)]
    others = [story for story in stories if taken.isdisjoint(story.articles)]
    everything = [*(articles for articles, _ in made), *(story.articles for story in others)]
    bags = [*(bag for _, bag in made), *(story.bag for story in others)]
    events = [event for event in united(bags, known.columns) if event[0] < len(made)]
    alone = set(range(len(made))).difference(*events)
    return [_made(event, everything, bags) for event in events] + [made[place] for place in sorted(alone)]


def _parts(families: Sequence[str], touched: Sequence[str], known: Coverage) -> list[tuple[str, ...]]:
    """Return what stays together: families, and stories that are too large to be made up anew."""
    large = [name for name in touched if len(known.stories[name].articles) > _REMADE]
    small = [name for name in touched if len(known.stories[name].articles) <= _REMADE]
    inside = [known.family_of[one] for name in small for one in known.stories[name].articles]
    sets = [set(known.families[family]) for family in dict.fromkeys([*families, *inside])]
    for name in large:
        whole = set(known.stories[name].articles)
        meeting = [one for one in sets if one & whole]
        sets = [one for one in sets if not one & whole]
        sets.append(whole.union(*meeting))
    return sorted((tuple(sorted(one, key=known.order)) for one in sets), key=lambda one: known.order(one[0]))


def _bag(articles: Sequence[str], known: Coverage) -> Bag:
    return together([known.bag(article) for article in articles])


def _in_reach(new: Sequence[Fingerprint]) -> tuple[float, float]:
    """Return the first and last day of what articles of those days may join."""
    days = [one.day.toordinal() if one.day else nan for one in new]
    return min(days) - REACH, max(days) + REACH


def _make_stories(made: Sequence[_Made], known: Coverage, before: _Before) -> None:
    named: dict[str, tuple[frozenset[str], Bag]] = {}
    for articles, bag in made:
        for article in articles:
            before.touch([article], known.story_of.get(article))
        founders = [article for article in articles if article in known.stories]
        sizes = {one: len(known.stories[one].articles) for one in founders}
        name = min(founders or articles, key=lambda one: (-sizes.get(one, 0), known.order(one)))
        named[name] = articles, bag
    for articles, _ in named.values():
        for article in articles:
            if article in known.stories:
                known.drop_story(article)
    for name, (articles, bag) in named.items():
        known.set_story(name, articles, bag)
