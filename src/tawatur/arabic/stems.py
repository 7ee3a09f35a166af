"""The stem by which a search knows a word again: its article, particles and endings taken off.

Unlike `words.light_stem`, which compares texts and may err alike everywhere, this one serves a reader
who types a single word. So it keeps a first letter that only looks like a particle (وزارة, بيان) where
it is told that words begin so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.arabic.folding import folded

# Particles and the article, the longest first. «لل» swallows the lam of the article.
_ARTICLES = ("وبال", "وكال", "فبال", "فكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
_PARTICLES = "وفبلك"
_FUTURE = "يتنا"
_REMAINS = 3
"""The fewest letters that a word has without its particle."""

# Each ending with the fewest letters that must remain, the longest of its kind first.
_ENDINGS = (
    ("هما", 4), ("ات", 3), ("ون", 4), ("ين", 4), ("يه", 3), ("ها", 3), ("ان", 4), ("هم", 4),
    ("نا", 4), ("كم", 4), ("وا", 3), ("ه", 3), ("ي", 3), ("ا", 3), ("ت", 3),
)  # fmt: skip
_LAST_LETTERS = tuple({ending[-1] for ending, _ in _ENDINGS})
# What an ending does not follow: there its letters belong to the word (نهاي-ة, قانون-ا, كويت).
_NEVER_BEHIND = {"يه": "ا", "ي": "ا", "نا": "او", "ت": "اوي"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """What the stemmer must know of single words.

    `begun` are the stems of words whose first letter is no particle, `whole` are folded words
    that are never cut.
    """

    begun: frozenset[str]
    whole: frozenset[str]


def roots(*, begun: Iterable[str], whole: Iterable[str]) -> Roots:
    """Return the knowledge of a stemmer from words as they are written."""
    return Roots(
        begun=frozenset(_without_endings(folded(word)) for word in begun),
        whole=frozenset(folded(word) for word in whole),
    )


def stem(word: str, known: Roots) -> str:
    """Cut a folded `word` down to the key that its other forms share; the key need not be a word.

    >>> known = roots(begun=["وزارة", "لجنة"], whole=["الله"])
    >>> {stem(word, known) for word in ("وزاره", "ووزارتها", "للوزاره", "بالوزاره")}
    {'وزار'}
    >>> stem("للجنه", known) == stem("لجان", known), stem("للجنه", known) == stem("لجنه", known)
    (False, True)
    """
    if word.isascii():
        return word.lower()
    while word not in known.whole:
        cut = _without_endings(word)
        if cut in known.begun:
            return _one_seat(cut)
        shorter = _without_article(word, known) or _without_particle(word, cut, known)
        if not shorter:
            return _one_seat(cut)
        word = shorter
    return word


def _without_article(word: str, known: Roots) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2:
            rest = word[len(article) :]
            if "ال" + rest in known.whole:
                return "ال" + rest
            if article.endswith("لل") and _without_endings("ل" + rest) in known.begun:
                return "ل" + rest
            return rest
    return ""


def _without_particle(word: str, cut: str, known: Roots) -> str:
    if word[0] in _PARTICLES and (len(cut) > _REMAINS or word[1:] in known.whole):
        return word[1:]
    if word[0] == "س" and len(cut) > _REMAINS + 1 and word[1] in _FUTURE:
        return word[1:]
    return ""


def _without_endings(word: str) -> str:
    cut = True
    while cut and word.endswith(_LAST_LETTERS):
        cut = False
        for ending, remains in _ENDINGS:
            if (
                word.endswith(ending)
                and (rest := len(word) - len(ending)) >= remains
                and word[rest - 1] not in _NEVER_BEHIND.get(ending, "")
            ):
                word, cut = word[:rest], True
    # A hamza changes its seat before a pronoun: وزراء, وزرائه, وزراؤه.
    return word[:-1] + "ء" if len(word) > _REMAINS and word[-2:] in ("اي", "او") else word


def _one_seat(stem: str) -> str:
    """Write مسؤول and مسئول, شؤون and شئون alike."""
    return stem[0] + stem[1:].replace("يو", "وو")
