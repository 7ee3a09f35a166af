"""An article's body as the grammar reads it: words, sentences, quotations, named outlets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from tawatur.arabic.cutting import tokens
from tawatur.arabic.folding import fold, folded
from tawatur.arabic.quotations import quotations
from tawatur.arabic.sentences import Abbreviations, sentences
from tawatur.outlets.directory import Directory
from tawatur.outlets.outlet import Outlet, OutletKind, OutletMention
from tawatur.outlets.surroundings import name_context
from tawatur.records.span import Span

# A name in quotes behind a particle, not a quotation.
_LONGEST_TURNED = 7
_MOST_OUTLETS = 6
# «نيتشر ميديسن», «الشرق للأخبار» with the mark that opens it.
_LONGEST_QUOTED_NAME = 4
_TO_THE = "لل"
_TOLD = "ل"
COMMAS = ("،", ",")
"""The marks that separate without ending anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPlace:
    """An outlet named in the body: its tokens, the bare name, and the particle fused before it."""

    start: int
    end: int
    name: str
    fused: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body cut into tokens (words and marks), folded; every other field counts tokens."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Span, ...]
    closing: dict[int, int]
    """The closing mark of each quotation, by its opening mark."""
    closed: frozenset[int]
    """The closing marks."""
    quotation: tuple[int, ...]
    """For each token the opening mark of the quotation it stands in, -1 outside."""
    quoted_before: tuple[int, ...]
    """For each place between tokens how many before it stand in quotations."""
    outlets: dict[int, OutletPlace]
    """By their first token."""
    outlet_starts: tuple[int, ...]
    platforms: dict[int, OutletPlace]
    """Where people publish themselves, by their first token."""

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the body that the tokens from `start` up to `end` cover."""
        return Span(self.starts[start], self.ends[end - 1])

    def outlets_before(self, token: int) -> list[OutletPlace]:
        """Return the outlets named before a token, the last first, no more than a few."""
        index = bisect_left(self.outlet_starts, token)
        starts = self.outlet_starts[max(0, index - _MOST_OUTLETS) : index]
        return [self.outlets[start] for start in reversed(starts)]

    def last_letter(self, token: int) -> str:
        """Return the last character of a token as published, which still tells ة from ه."""
        return self.text[self.ends[token] - 1]


def body_of(
    text: str,
    *,
    abbreviations: Abbreviations,
    outlets: Directory,
    publisher: Outlet | None,
    complementizers: frozenset[str],
) -> Body:
    """Cut a body into tokens and mark what stands where.

    `publisher` names itself in brackets too. Before one of the `complementizers` a name that is
    also a word is an outlet's that was told something: «قال للجزيرة إن».
    """
    folding = fold(text)
    words, *places = tokens(folding.text)
    starts, ends = folding.bounds(*places)
    closing: dict[int, int] = {}
    quotation = [-1] * len(words)
    for quoted in quotations(text):
        first, last = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end - 1)
        if first < last < len(words):
            closing[first] = last
            quotation[first + 1 : last] = [first] * (last - first - 1)
    _pair_turned_marks(words, closing, quotation)
    mentions = outlets.mentions(text, home=publisher)
    named = _outlets(text, starts, words, [one for one in mentions if not _is_platform(one)])
    named = {token: _whole(place, text, starts, ends, closing) for token, place in named.items()}
    named = _told_right_before(text, words, starts, complementizers, outlets) | named
    platforms = _outlets(text, starts, words, list(filter(_is_platform, mentions)))
    return Body(
        text=text,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(ends),
        sentences=tuple(
            Span(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
            for sentence in sentences(text, abbreviations=abbreviations)
        ),
        closing=closing,
        closed=frozenset(closing.values()),
        quotation=tuple(quotation),
        quoted_before=tuple(accumulate(map((0).__le__, quotation), initial=0)),
        outlets=named,
        outlet_starts=tuple(sorted(named)),
        platforms=platforms | _named_again(words, platforms),
    )


def _whole(
    place: OutletPlace, text: str, starts: list[int], ends: list[int], closing: dict[int, int]
) -> OutletPlace:
    """Return the name that a quotation holds where an outlet's only begins it: «نيتشر ميديسن»."""
    for mark in range(place.start, place.end):
        close = closing.get(mark, 0)
        if place.end < close <= mark + _LONGEST_QUOTED_NAME:
            name = text[starts[mark + 1] : ends[close - 1]]
            return replace(place, name=name, end=close + 1)
    return place


def _pair_turned_marks(words: list[str], closing: dict[int, int], quotation: list[int]) -> None:
    """Pair the marks of «لـ»الغد»», where both are turned the wrong way."""
    closed = set(closing.values())
    for token in [token for token, word in enumerate(words) if word == '"']:
        if not token or not _particle(words[token - 1]) or token in closing or token in closed:
            continue
        for later in range(token + 2, min(token + _LONGEST_TURNED, len(words))):
            if words[later] == '"' and later not in closing and later not in closed:
                closing[token] = later
                closed.add(later)
                quotation[token + 1 : later] = [token] * (later - token - 1)
                break


def _particle(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _told_right_before(
    text: str, words: list[str], starts: list[int], complementizers: frozenset[str], outlets: Directory
) -> dict[int, OutletPlace]:
    """Find the outlets told right before a clause whose names count nowhere else but in quotes."""
    found: dict[int, OutletPlace] = {}
    for last in [token for token, word in enumerate(words) if word[:2] == _TO_THE]:
        token = last + 1
        if token == len(words) or words[token] not in complementizers or words[last] in name_context().tails:
            # «وكالة الفجر للأنباء أن» names an agency.
            continue
        name = "ال" + words[last][len(_TO_THE) :]
        outlet = outlets.by_name(name)
        if outlet is None or name in map(folded, outlet.common):
            # «قال المدير للشعب إن»
            continue
        if outlet.kind is not OutletKind.PLATFORM:
            published = "ا" + text[starts[last] + 1 : starts[token]].strip()
            found[last] = OutletPlace(start=last, end=token, name=published, fused=_TOLD)
    return found


def _is_platform(mention: OutletMention) -> bool:
    return mention.outlet.kind is OutletKind.PLATFORM


def _named_again(words: list[str], platforms: dict[int, OutletPlace]) -> dict[int, OutletPlace]:
    """Find a platform's name that is also a word where it stands alone after «منصة إكس»."""
    again: dict[int, OutletPlace] = {}
    names = {folded(place.name): place for place in platforms.values()}
    for token, word in enumerate(words if names else ()):
        if (place := names.get(word)) is not None and token > place.end:
            again[token] = OutletPlace(start=token, end=token + 1, name=place.name, fused="")
    return again


def _outlets(
    text: str, starts: list[int], words: list[str], mentions: Iterable[OutletMention]
) -> dict[int, OutletPlace]:
    places: dict[int, OutletPlace] = {}
    for mention in mentions:
        first = bisect_right(starts, mention.whole.start) - 1
        # Folded: a stretched particle («لـCNN») is as long as it stands, and one letter.
        fused = folded(text[starts[first] : mention.whole.start])
        # «للسنابل» is ل and السنابل: the alif of the article falls away behind the particle.
        swallowed = fused.endswith("ل") and mention.span.start == mention.whole.start
        name = mention.span.of(text)
        places[first] = OutletPlace(
            start=first,
            end=bisect_left(starts, mention.whole.end),
            name="ا" + name if swallowed and words[first].startswith("لل") else name,
            fused=fused,
        )
    return places
