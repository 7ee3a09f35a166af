"""The small words by what they do to reported speech."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that do one thing for one reason."""

    forms: tuple[str, ...]


class ClauseWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words by what they do.

    `adjunct` words stand beside a speaker and end its name, `leading` ones with the noun they govern; `boundary` words begin a clause of
    their own, `turning` ones the
    paper's own behind a noun phrase, `relative` ones a clause about the noun before; `connective` words join a cue to what
    precedes it; `negation` refuses speech; a `complementizer` opens a content unless a `governor`
    stands before it, whose own clause it opens. `locative` nouns stand with ب
    inside a name («أمير منطقة», «بمحافظة»); `pious` words name whom scripture quotes, `titled` ones
    what bears a title in quotation marks.
    """

    about: str
    source: str
    adjunct: dict[str, Words]
    leading: dict[str, Words]
    boundary: dict[str, Words]
    turning: dict[str, Words]
    relative: dict[str, Words]
    connective: dict[str, Words]
    negation: dict[str, Words]
    complementizer: dict[str, Words]
    governor: dict[str, Words]
    locative: dict[str, Words]
    pious: dict[str, Words]
    titled: dict[str, Words]


@cache
def clause_words() -> ClauseWords:
    """Return the bundled small words."""
    return load("clause_words", ClauseWords)
