"""Bodies: the name of the ministry, company or force that a mention is of, or speaks for."""

from collections.abc import Sequence

from tawatur.arabic.words import light_stem
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.records.attribution import SourceKind

_PREPOSITIONS = ("ل", "ب")
_DEFINITE = ("ال", "لل")
# «The ministry of health and population», «the general authority of civil aviation».
_LONGEST_NAME = 3
_OF_PEOPLE = ("office", "role", "title")


def body_of(named: Sequence[str], kind: SourceKind, *, lexicons: CorroborationLexicons) -> tuple[str, ...]:
    """Return the name of the body that a mention is of, or whose representative it names: as stems, or none.

    The ministry's name stands behind «minister» as well as behind «ministry», so that noun is
    left out. A noun with the article that no other one follows («the company») is a whole name.
    """
    stems = [bare_stem(word, lexicons) for word in named]
    if kind is SourceKind.ORGANIZATION:
        return _name(named, stems, lexicons) if _heads(named[:1], lexicons) else ()
    for place, stem in enumerate(stems[:-1], 1):
        if stem not in lexicons.representatives:
            continue
        if lexicons.representatives[stem] or _heads(named[place : place + 1], lexicons):
            return _name(named[place:], stems[place:], lexicons)
        # «The executive head of the company», «the general secretary of the union».
        if named[place].startswith(_DEFINITE) and _heads(named[place + 1 : place + 2], lexicons):
            return _name(named[place + 1 :], stems[place + 1 :], lexicons)
    return ()


def same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the other or its beginning: «the company», «the company of X»."""
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def bare_stem(word: str, lexicons: CorroborationLexicons) -> str:
    """Return the light stem without the preposition that a short noun bears (`لبلدية`), where it is known."""
    stem = light_stem(word)
    if stem[:1] in _PREPOSITIONS and stem[1:] in lexicons.speaker_nouns:
        stem = stem[1:]
    return lexicons.nationalities.get(stem, stem)


def _heads(named: Sequence[str], lexicons: CorroborationLexicons) -> bool:
    """Tell whether the first word is a noun for a body: the union (نقابة), not its member (نقابي)."""
    if not named:
        return False
    word = named[0]
    # A short noun may bear a preposition: «لبلدية», «للنقابة».
    forms = (word, word.removeprefix("ال"), word.removeprefix("لل"), word[1:])
    return not lexicons.body_nouns.isdisjoint(forms)


def _name(named: Sequence[str], stems: Sequence[str], lexicons: CorroborationLexicons) -> tuple[str, ...]:
    """Return the words of a name: a definite noun takes definite ones behind it, any other takes one more."""
    unsaid = set(lexicons.representatives.values())
    start = 1 if len(stems) > 1 and stems[0] in unsaid else 0
    found = [stems[start]]
    definite = named[start].startswith(_DEFINITE)
    for word, stem in list(zip(named, stems, strict=True))[start + 1 : start + _LONGEST_NAME]:
        if stem in lexicons.descriptions.empty:
            # «The local federation» is whichever one is named.
            continue
        if lexicons.speaker_nouns.get(stem) in _OF_PEOPLE or (definite and not word.startswith(_DEFINITE)):
            break
        found.append(stem)
        definite = definite or word.startswith(_DEFINITE)
    return tuple(found)
