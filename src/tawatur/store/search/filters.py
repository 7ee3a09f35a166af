"""What a result must be, whatever words it holds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tawatur.arabic.folding import folded
from tawatur.lexicons.search_words import search_words
from tawatur.records.attribution import Act, SourceKind
from tawatur.store.search.periods import period

# The greatest number that a database counts rows with has nineteen digits.
_NUMBER = re.compile("[0-9]{1,18}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked of a result; of several values of one filter any will do.

    `source` is who said it, by words of the name, `party` by its number; `relay` and `outlet` are
    names or ids of outlets; the days are inclusive. Source, relay, kind and act are those of one statement.
    """

    source: tuple[str, ...] = ()
    party: tuple[int, ...] = ()
    relay: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    kind: tuple[SourceKind, ...] = ()
    act: tuple[Act, ...] = ()
    story: tuple[int, ...] = ()
    after: date | None = None
    before: date | None = None

    def and_also(self, other: "Filters") -> "Filters":
        """Return these filters and the others together; the narrower days win."""
        return Filters(
            source=self.source + other.source,
            party=self.party + other.party,
            relay=self.relay + other.relay,
            outlet=self.outlet + other.outlet,
            kind=self.kind + other.kind,
            act=self.act + other.act,
            story=self.story + other.story,
            after=max(filter(None, (self.after, other.after)), default=None),
            before=min(filter(None, (self.before, other.before)), default=None),
        )


def read_filter(name: str, value: str) -> Filters | None:
    """Return the filter of that name, `None` where the value makes no sense for it.

    >>> read_filter("act", "نفى").act, read_filter("before", "أمس")
    ((<Act.DENY: 'deny'>,), None)
    """
    return _READERS[name](value.strip()) if value.strip() else None


def _source(value: str) -> Filters:
    number = _NUMBER.fullmatch(folded(value))
    return Filters(party=(int(number[0]),)) if number else Filters(source=(value,))


def _story(value: str) -> Filters | None:
    number = _NUMBER.fullmatch(folded(value))
    return Filters(story=(int(number[0]),)) if number else None


def _kind(value: str) -> Filters | None:
    kind = search_words().kinds.get(folded(value).lower())
    return None if kind is None else Filters(kind=(SourceKind(kind),))


def _act(value: str) -> Filters | None:
    act = search_words().acts.get(folded(value).lower())
    return None if act is None else Filters(act=(Act(act),))


def _after(value: str) -> Filters | None:
    days = period(value)
    return None if days is None else Filters(after=days[0])


def _before(value: str) -> Filters | None:
    days = period(value)
    return None if days is None else Filters(before=days[1])


_READERS: Mapping[str, Callable[[str], Filters | None]] = {
    "source": _source,
    "relay": lambda value: Filters(relay=(value,)),
    "outlet": lambda value: Filters(outlet=(value,)),
    "kind": _kind,
    "act": _act,
    "story": _story,
    "after": _after,
    "before": _before,
}
