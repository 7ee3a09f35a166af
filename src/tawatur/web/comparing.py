"""Two texts of one article side by side: what the later one changed, and whose word went with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur.arabic.folding import folded
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.records.attribution import Attribution
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.stories.changes import Change, ChangeKind, changes
from tawatur.web.naming import OutletNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a sentence; `changed` is whether the other text lacks it."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedSentence:
    """A sentence before and after; either is empty where there is none.

    `lost` are the voices and relays that only the earlier form names as a source, `won`
    those that only the later one does.
    """

    kind: ChangeKind
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    lost: tuple[str, ...]
    won: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that a text changed in another: first what costs somebody their mention."""

    sentences: tuple[ChangedSentence, ...]

    def number(self, kind: str) -> int:
        """Return how many sentences were changed in this way."""
        return sum(one.kind == kind for one in self.sentences)


def compared(original: ReadArticle, copy: ReadArticle, *, names: OutletNames) -> Comparison:
    """Find what `copy` changed in `original`, sentence by sentence."""
    found = changes(original.article.body, copy.article.body, abbreviations=abbreviations())
    told = [_sentence(one, original, copy, names) for one in found]
    return Comparison(sentences=tuple(sorted(told, key=lambda one: not one.lost)))


def _sentence(
    change: Change, original: ReadArticle, copy: ReadArticle, names: OutletNames
) -> ChangedSentence:
    before = _named(original.attributions, change.original, names)
    after = _named(copy.attributions, change.copy, names)
    return ChangedSentence(
        kind=change.kind,
        before=tuple(_pieces(original.article.body, change.original, change.gone)),
        after=tuple(_pieces(copy.article.body, change.copy, change.new)),
        lost=tuple(name for key, name in before.items() if key not in after),
        won=tuple(name for key, name in after.items() if key not in before),
    )


def _named(attributions: Sequence[Attribution], sentence: Span | None, names: OutletNames) -> dict[str, str]:
    """Return the sources and relays that a sentence announces, by what tells them apart."""
    if sentence is None:
        return {}
    told = [one for one in attributions if sentence.start <= one.cue.start < sentence.end]
    listed = [name for one in told for name in (one.resolved, *one.relays) if name]
    return {folded(names.key(name)): names.name(name) for name in listed}


def _pieces(body: str, sentence: Span | None, changed: Sequence[Span]) -> Iterator[Piece]:
    if sentence is None:
        return
    place = sentence.start
    for span in changed:
        if place < span.start:
            yield Piece(text=body[place : span.start], changed=False)
        yield Piece(text=span.of(body), changed=True)
        place = span.end
    if place < sentence.end:
        yield Piece(text=body[place : sentence.end], changed=False)


def with_body(read: ReadArticle, body: str) -> ReadArticle:
    """Return an article as if it had another text, in which nothing has been found yet."""
    return replace(read, article=replace(read.article, body=body), attributions=(), times=())
