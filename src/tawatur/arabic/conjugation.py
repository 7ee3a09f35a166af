"""How a verb of Modern Standard Arabic is inflected in the third person, from its past and its present.

What tells the classes of verbs apart is written: a doubled last letter with its shadda (حثّ), a weak
one as it is (دعا, نفى). Texts are matched without vowel signs, so one spelling stands for several
forms (`أعلنا`, they both or we announced) and the passive of a sound verb is spelt as the active.
"""

from collections.abc import Iterator
from typing import NamedTuple

_SHADDA = "\u0651"
_WEAK = "اى"


class Form(NamedTuple):
    """A spelling of a verb or participle: of which gender and number, and whether a pronoun must follow."""

    text: str
    feminine: bool
    singular: bool
    bound: bool = False


def past_forms(past: str) -> Iterator[Form]:
    """Give the forms of the past from its masculine singular.

    >>> [form.text for form in past_forms("نفى")]
    ['نفى', 'نفت', 'نفيا', 'نفتا', 'نفوا', 'نفين', 'نفا', 'نفو']
    >>> [form.text for form in past_forms("حثّ")][:5]
    ['حث', 'حثت', 'حثا', 'حثتا', 'حثوا']
    """
    whole = past.removesuffix(_SHADDA)
    last, stem = whole[-1], whole[:-1]
    feminine = stem + "ت" if last in _WEAK else whole + "ت"
    yield Form(whole, feminine=False, singular=True)
    yield Form(feminine, feminine=True, singular=True)
    yield Form(_past_dual(whole), feminine=False, singular=False)
    yield Form(feminine + "ا", feminine=True, singular=False)
    for plural in (stem + "وا",) if last in "اىي" else (whole + "وا",) if last != "أ" else _hamza(stem, "وا"):
        yield Form(plural, feminine=False, singular=False)
    yield Form(_before_consonant(past, hollow=_hollow(past)) + "ن", feminine=True, singular=False)
    if last == "ى":
        yield Form(stem + "ا", feminine=False, singular=True, bound=True)
    yield Form((stem if last in "اىي" else whole) + "و", feminine=False, singular=False, bound=True)


def present_forms(past: str, present: str) -> Iterator[Form]:
    """Give the forms of the present, the subjunctive's too, from the masculine singulars.

    >>> [form.text for form in present_forms("نفى", "ينفي")]
    ['ينفي', 'تنفي', 'ينفيان', 'ينفيا', 'تنفيان', 'تنفيا', 'ينفون', 'ينفوا', 'ينفين']
    >>> [form.text for form in present_forms("قال", "يقول")][-1]
    'يقلن'
    """
    whole = present.removesuffix(_SHADDA)
    her = "ت" + whole[1:]
    last, stem = whole[-1], whole[:-1]
    yield Form(whole, feminine=False, singular=True)
    yield Form(her, feminine=True, singular=True)
    for both, feminine in ((whole, False), (her, True)):
        dual = both[:-1] + "ي" if last == "ى" else both
        for ending in ("ان", "ا"):
            yield Form(dual + ending, feminine=feminine, singular=False)
    for ending in ("ون", "وا"):
        plurals = (stem + ending,) if last in "وىي" else (whole + ending,)
        for plural in _hamza(stem, ending) if last == "أ" else plurals:
            yield Form(plural, feminine=False, singular=False)
    yield Form(_before_consonant(present, hollow=_hollow(past)) + "ن", feminine=True, singular=False)
    if last == "ى":
        yield Form(stem + "ا", feminine=False, singular=True, bound=True)
        yield Form(her[:-1] + "ا", feminine=True, singular=True, bound=True)


def participle_forms(participle: str) -> Iterator[Form]:
    """Give the accusatives of a participle, as it stands behind its sentence, from the bare masculine.

    >>> [form.text for form in participle_forms("مؤكد")]
    ['مؤكدا', 'مؤكدة', 'مؤكدين', 'مؤكدتين', 'مؤكدات']
    >>> [form.text for form in participle_forms("داعي")][2]
    'داعين'
    """
    yield Form(participle + "ا", feminine=False, singular=True)
    yield Form(participle + "ة", feminine=True, singular=True)
    stem = participle[:-1] if participle[-1] == "ي" else participle
    yield Form(stem + "ين", feminine=False, singular=False)
    yield Form(participle + "تين", feminine=True, singular=False)
    yield Form(participle + "ات", feminine=True, singular=False)


def _past_dual(whole: str) -> str:
    last, stem = whole[-1], whole[:-1]
    match last:
        case "ا":
            return stem + "وا"
        case "ى":
            return stem + "يا"
        case "أ":
            return stem + "آ"
    return whole + "ا"


def _hamza(stem: str, ending: str) -> tuple[str, ...]:
    """Spell a plural both ways: أنبأوا, أنبؤوا."""
    return (f"{stem}أ{ending}", f"{stem}ؤ{ending}")


def _hollow(past: str) -> bool:
    """Tell whether a long vowel stands for the second letter of the root: قال, أشار."""
    return past[-2] == "ا"


def _before_consonant(verb: str, *, hollow: bool) -> str:
    """Give the stem that precedes an ending which begins with a consonant: قل-ن, حثث-ن, دعو-ن, نفي-ن."""
    if verb.endswith(_SHADDA):
        return verb[:-1] + verb[-2]
    if verb[-1] in _WEAK:
        return verb[:-1] + ("و" if verb[-1] == "ا" else "ي")
    return verb[:-2] + verb[-1] if hollow else verb
