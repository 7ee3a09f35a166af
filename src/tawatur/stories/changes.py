"""What a copy changed: the sentences it added, dropped and put in another's place."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import Abbreviations, sentences
from tawatur.arabic.words import words
from tawatur.records.span import Span

# Sentences with half of their words in common tell the same, one edited from the other.
_EDITED = 0.5
# Word by word, longer sentences take too long to compare, and would not be read that closely.
_LONGEST_COMPARED = 300


class ChangeKind(StrEnum):
    """What a copy did to a sentence."""

    ADDED = "added"
    DROPPED = "dropped"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One sentence that a copy changed.

    `original` is the sentence in the original's body, `None` where it was added; `copy` the one in
    the copy's body, `None` where it was dropped. `gone` are the words of `original` that the copy
    lacks, `new` those of `copy` that the original lacks.
    """

    kind: ChangeKind
    original: Span | None
    copy: Span | None
    gone: tuple[Span, ...]
    new: tuple[Span, ...]


class _Sentence(NamedTuple):
    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]


def changes(original: str, copy: str, *, abbreviations: Abbreviations) -> tuple[Change, ...]:
    """Find what `copy` changed in `original`, two bodies of articles.

    Sentences that were only moved, respelt, split or run together are no change. What was dropped
    or replaced comes first, in the order of the original, then what was added, in that of the copy.

    >>> from tawatur.lexicons.abbreviations import abbreviations
    >>> original, copy = "انهار الجسر. وقال شاهد لنبأ إنه رآه.", "انهار الجسر. وحضر المحافظ."
    >>> for change in changes(original, copy, abbreviations=abbreviations()):
    ...     print(change.kind, (change.original or change.copy).of(original if change.original else copy))
    dropped وقال شاهد لنبأ إنه رآه.
    added وحضر المحافظ.
    """
    befores, afters = _sentences(original, abbreviations), _sentences(copy, abbreviations)
    gone, new = _not_in(befores, afters), _not_in(afters, befores)
    replaced = _edited(gone, new)
    taken = set(replaced.values())
    found = [
        _replaced(one, new[replaced[place]]) if place in replaced else _dropped(one)
        for place, one in enumerate(gone)
    ]
    return (*found, *(_added(one) for place, one in enumerate(new) if place not in taken))


def _sentences(body: str, abbreviations: Abbreviations) -> list[_Sentence]:
    found = []
    for span in sentences(body, abbreviations=abbreviations):
        text = span.of(body)
        places = tuple(Span(place.start + span.start, place.end + span.start) for place in words(text))
        found.append(_Sentence(span, tuple(folded(place.of(body)) for place in places), places))
    return found


def _not_in(some: Sequence[_Sentence], others: Sequence[_Sentence]) -> list[_Sentence]:
    """Return the sentences whose words do not stand together anywhere in the others."""
    whole = {one.words for one in others}
    text = f" {' '.join(word for one in others for word in one.words)} "
    return [one for one in some if one.words not in whole and f" {' '.join(one.words)} " not in text]


def _edited(gone: Sequence[_Sentence], new: Sequence[_Sentence]) -> dict[int, int]:
    """Pair sentences that are alike, the most alike first; each has one partner at most."""
    if not gone or not new:
        return {}
    vocabulary: dict[str, int] = {}
    held = [
        [{vocabulary.setdefault(word, len(vocabulary)) for word in one.words} for one in side]
        for side in (gone, new)
    ]
    before, after = (_incidence(side, len(vocabulary)) for side in held)
    common = (before @ after.T).tocoo()
    sizes = [np.array([max(len(one), 1) for one in side]) for side in held]
    likeness = 2 * common.data / (sizes[0][common.row] + sizes[1][common.col])
    enough = np.flatnonzero(likeness >= _EDITED)
    order = enough[np.lexsort((common.col[enough], common.row[enough], -likeness[enough]))]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in zip(common.row[order].tolist(), common.col[order].tolist(), strict=True):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _incidence(held: Sequence[set[int]], width: int) -> sp.csr_array:
    rows = np.repeat(np.arange(len(held)), [len(one) for one in held])
    columns = np.array([number for one in held for number in one], dtype=np.int64)
    return sp.coo_array((np.ones(len(rows)), (rows, columns)), shape=(len(held), width)).tocsr()


def _replaced(before: _Sentence, after: _Sentence) -> Change:
    gone: tuple[Span, ...] = (before.span,)
    new: tuple[Span, ...] = (after.span,)
    if max(len(before.words), len(after.words)) <= _LONGEST_COMPARED:
        steps = SequenceMatcher(None, before.words, after.words, autojunk=False).get_opcodes()
        gone = tuple(
            Span(before.places[start].start, before.places[end - 1].end)
            for tag, start, end, _, _ in steps
            if tag in ("delete", "replace")
        )
        new = tuple(
            Span(after.places[start].start, after.places[end - 1].end)
            for tag, _, _, start, end in steps
            if tag in ("insert", "replace")
        )
    return Change(kind=ChangeKind.REPLACED, original=before.span, copy=after.span, gone=gone, new=new)


def _dropped(one: _Sentence) -> Change:
    return Change(kind=ChangeKind.DROPPED, original=one.span, copy=None, gone=(one.span,), new=())


def _added(one: _Sentence) -> Change:
    return Change(kind=ChangeKind.ADDED, original=None, copy=one.span, gone=(), new=(one.span,))
