"""The directory: which outlet a name, an address or a stretch of text speaks of."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from tawatur.arabic.cutting import Cut
from tawatur.arabic.folding import fold, folded
from tawatur.outlets.entries import entries
from tawatur.outlets.names import LONGEST_PARTICLE, Match, NameTree, key_of, words, words_of_body
from tawatur.outlets.outlet import Outlet, OutletKind, OutletMention
from tawatur.outlets.surroundings import Place, Surroundings, name_context
from tawatur.records.span import Span

_BRACKETS = ("(", "[")
# A class noun, the longest names, a country and an abbreviation in brackets; longer is a sentence.
_MOST_WORDS_ALONE = 16
_WIDEST_GAP = 2


class Directory:
    """Outlets by id, name and address, and wherever a text names them.

    `home` is the publisher of the text a name stands in: where outlets share a name
    (several papers are called «الوطن»), it or an outlet of its country is meant first.
    """

    def __init__(self, listed: Iterable[Outlet]) -> None:
        self._by_id = {outlet.id: outlet for outlet in listed}
        bearers: dict[str, list[Outlet]] = {}
        self._ambiguous: set[tuple[str, str]] = set()
        self._common: set[tuple[str, str]] = set()
        for outlet in self._by_id.values():
            shared = {key_of(name) for name in outlet.shared}
            for key in dict.fromkeys(map(key_of, outlet.names)):
                among = bearers.setdefault(key, [])
                among.insert(len(among) if key in shared else 0, outlet)
            self._ambiguous.update((outlet.id, key_of(name)) for name in outlet.ambiguous)
            self._common.update((outlet.id, key_of(name)) for name in outlet.common)
        self._bearers = {key: tuple(among) for key, among in bearers.items()}
        self._closed_up = {key.replace(" ", ""): key for key in self._bearers}
        self._by_domain = {domain: outlet for outlet in self._by_id.values() for domain in outlet.domains}
        self._tree = NameTree(self._bearers)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def platforms(self) -> tuple[Outlet, ...]:
        """The platforms people speak on themselves, which relay nothing on their own authority."""
        return tuple(outlet for outlet in self if outlet.kind is OutletKind.PLATFORM)

    def by_id(self, outlet_id: str) -> Outlet | None:
        """Return the outlet with this canonical id."""
        return self._by_id.get(outlet_id)

    def by_url(self, url: str) -> Outlet | None:
        """Return the outlet whose domain is the address's host or its nearest known parent.

        >>> outlets().by_url("https://arabic.reuters.com/world/1").id
        'reuters'
        """
        try:
            host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        except ValueError:
            return None
        while host:
            if outlet := self._by_domain.get(host):
                return outlet
            host = host.partition(".")[2]
        return None

    def by_name(self, name: str, *, home: Outlet | None = None) -> Outlet | None:
        """Return the outlet of a name that stands alone, as in a credit line, ambiguous names included.

        >>> [outlets().by_name(name).id for name in ("د.ب.أ", "وكالة «رويترز» للأنباء", "لواس")]
        ['dpa', 'reuters', 'was']
        """
        text = folded(name)
        among = words(text)
        if len(among.texts) > _MOST_WORDS_ALONE:
            return None
        key = " ".join(among.texts)
        if key not in self._bearers:
            key = self._closed_up.get(key.replace(" ", ""), key)
        if bearers := self._bearers.get(key):
            return _meant(bearers, None, home)
        for first in range(len(among.texts)):
            for match in self._tree.matches(text, first, among):
                around = name_context().around(text, among, Place(first, match.stop, match.clitic))
                if not _stands_alone(text, around):
                    continue
                outlet = _meant(self._bearers[match.key], around, home)
                rest = text[around.reached :]
                # «وكالة الأنباء السعودية (واس)» says one name twice.
                if not words(rest).texts or (
                    rest.lstrip()[:1] in _BRACKETS and self.by_name(rest, home=home) is outlet
                ):
                    return outlet
        return None

    def mentions(self, text: str, *, home: Outlet | None = None) -> tuple[OutletMention, ...]:
        """Find where a running text names outlets, platforms included, in one pass.

        A name that is also a common word counts only in quotes or behind a class noun
        of its kind; of overlapping names the longest counts.

        >>> text = "ذكرت صحيفة «اليوم» نقلاً عن وكالة رويترز للأنباء اليوم"
        >>> [(mention.outlet.id, mention.whole.of(text)) for mention in outlets().mentions(text)]
        [('alyaum', 'صحيفة «اليوم»'), ('reuters', 'وكالة رويترز للأنباء')]
        """
        folding = fold(text)
        among = words_of_body(folding.text)
        found: list[OutletMention] = []
        behind = 0
        for place in self._tree.heads(among):
            if place < behind or (naming := self._naming(folding.text, among, place, home)) is None:
                continue
            match, outlet, around = naming
            name_start = among.starts[place] + match.clitic
            behind = match.stop
            span = folding.span(name_start, among.ends[behind - 1])
            whole = folding.span(around.start, around.end)
            if found and found[-1].outlet is outlet and _repeats(text, found[-1].whole.end, whole.start):
                found[-1] = OutletMention(
                    outlet=outlet, span=found[-1].span, whole=Span(found[-1].whole.start, whole.end)
                )
            else:
                found.append(OutletMention(outlet=outlet, span=span, whole=whole))
        return tuple(found)

    def _naming(
        self, text: str, among: Cut, first: int, home: Outlet | None
    ) -> tuple[Match, Outlet, Surroundings] | None:
        """Return the name that begins at word `first`, if what stands there is meant as a name."""
        second_best = None
        for match in self._tree.matches(text, first, among):
            around = name_context().around(text, among, Place(first, match.stop, match.clitic))
            outlet = _meant(self._bearers[match.key], around, home)
            announced = self._announced(match.key, outlet, around)
            if _in_address(text, among, first, match.stop):
                continue
            if not announced and not self._meant_as_name(match.key, outlet, around, home):
                continue
            if announced or around.noun is None:
                return match, outlet, around
            # «صحيفة الأنباء الكويتية» is the newspaper, not the agency with the longer name.
            second_best = second_best or (match, outlet, around)
        return second_best

    def _announced(self, key: str, outlet: Outlet, around: Surroundings) -> bool:
        """Tell whether a class noun before a name announces an outlet of this kind."""
        if around.noun is None or outlet.kind not in around.noun.kinds:
            return False
        # «موقع مباشر» is a site with a view, «موقع "مباشر"» the site of that name.
        return (
            bool(around.quotes) or outlet.kind is not OutletKind.SITE or (outlet.id, key) not in self._common
        )

    def _meant_as_name(self, key: str, outlet: Outlet, around: Surroundings, home: Outlet | None) -> bool:
        """Tell whether a name that no class noun announces is meant as a name."""
        if around.other or (outlet.id, key) not in self._ambiguous:
            return not around.other
        if around.noun is not None and outlet.kind not in around.noun.allows:
            return False
        if around.addressed or outlet is home:
            return bool(around.quotes)
        if (outlet.id, key) in self._common:
            return False
        # Brackets hold all manner of words; of names, the abbreviations of agencies: (واع).
        return bool(around.quotes) and (around.quotes[0] not in _BRACKETS or outlet.kind is OutletKind.AGENCY)


@cache
def outlets(further: tuple[Path, ...] = ()) -> Directory:
    """Load the bundled outlets, and those of `further` files of the same form beside them.

    An outlet of a later file takes the place of one with its id, and is meant first
    where it shares a name.

    Raises:
        LexiconError: a file cannot be read or does not have the form.

    """
    return Directory(entries(further))


def _meant(bearers: tuple[Outlet, ...], around: Surroundings | None, home: Outlet | None) -> Outlet:
    """Choose among the bearers of one name, the best known first."""
    pool = bearers
    if around is not None and around.noun is not None:
        for kinds in (around.noun.kinds, around.noun.allows):
            if fitting := tuple(outlet for outlet in pool if outlet.kind in kinds):
                pool = fitting
                break
    if around is not None and around.country is not None:
        pool = tuple(outlet for outlet in pool if outlet.country == around.country) or pool
    if home is not None and len(pool) > 1:
        pool = (
            tuple(outlet for outlet in pool if outlet is home)
            or tuple(outlet for outlet in pool if outlet.country == home.country)
            or pool
        )
    return pool[0]


def _stands_alone(text: str, around: Surroundings) -> bool:
    """Tell whether nothing stands before the name but a particle fused to it."""
    before = words(text[: around.start])
    return not before.texts or before.ends[0] == around.start <= LONGEST_PARTICLE


def _in_address(text: str, among: Cut, first: int, stop: int) -> bool:
    """Tell whether a Latin name is a piece of a web or mail address."""
    if not among.texts[first].isascii():
        return False
    start, end = among.starts[first], among.ends[stop - 1]
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    return (before != "" and before in "@./") or (
        behind[:1] in ("@", ".") and behind[1:].isascii() and behind[1:].isalpha()
    )


def _repeats(text: str, end: int, start: int) -> bool:
    """Tell whether only a blank stands between two names of one outlet: «وكالة الأنباء السعودية (واس)»."""
    return start - end <= _WIDEST_GAP and not text[end:start].strip(" \u00a0")
