"""What an edit changed, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tawatur.arabic.sentences import sentences
from tawatur.lexicons.abbreviations import abbreviations


class Edit(StrEnum):
    """What became of a sentence."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSentence:
    """One sentence of the earlier text, the later one, or both."""

    edit: Edit
    text: str


def edited(earlier: str, later: str) -> tuple[EditedSentence, ...]:
    """Return the sentences of two texts in order; what was removed stands before what took its place.

    >>> [str(one.edit) for one in edited("بدأ العمل. لم يصب أحد.", "بدأ العمل. أصيب عامل.")]
    ['kept', 'removed', 'added']
    """
    before, after = _sentences(earlier), _sentences(later)
    return tuple(_edits(before, after))


def _edits(before: list[str], after: list[str]) -> Iterator[EditedSentence]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            yield from (EditedSentence(edit=Edit.KEPT, text=one) for one in before[start:end])
            continue
        yield from (EditedSentence(edit=Edit.REMOVED, text=one) for one in before[start:end])
        yield from (EditedSentence(edit=Edit.ADDED, text=one) for one in after[new_start:new_end])


def _sentences(text: str) -> list[str]:
    return [span.of(text).strip() for span in sentences(text, abbreviations=abbreviations())]
