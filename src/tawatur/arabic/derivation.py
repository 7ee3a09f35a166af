"""Keys by which a verb and the nouns made from it are known as one word."""

from collections.abc import Iterable

from tawatur.arabic.remembering import Remembered

_WEAK = frozenset("اويء")
# What Arabic grammar sets before a root, the longest first, and the fewest letters behind each length.
_TENTH_FORM = ("است", "يست", "تست", "نست", "مست")
_DERIVED = ("مت", "يت", "تت", "نت", "ين", "ان", "من")
_SIMPLE = "ايتمن"
_LEAST_BEHIND = {3: 2, 2: 3, 1: 3}
_FUTURE, _PERSONS = "س", "ايتن"
_SHORTEST, _LONGEST = 2, 4


def root_key(stem: str) -> str:
    """Reduce a light stem to the consonants it shares with the verb or noun it is derived from.

    What stands before the root goes, then the `ت` of the eighth form and the long vowels: so
    `يوقف`, `إيقاف` and `توقيف` meet. The key is no root of a dictionary: it may lack a weak letter,
    and different roots may share it. A stem of which too few or too many consonants remain, a
    foreign name for one, is returned as it stands.

    >>> root_key("يوقف") == root_key("ايقاف") == root_key("توقيف")
    True
    >>> root_key("اختلاس"), root_key("يختلس"), root_key("استقال"), root_key("استقاله")
    ('خلس', 'خلس', 'قل', 'قله')
    """
    return _root_keys[stem]


def root_keys(stems: Iterable[str]) -> list[str]:
    """Return the key of each stem."""
    return _root_keys.each(stems)


def _root_key(stem: str) -> str:
    if stem.isascii() or not stem.isalpha():
        return stem
    word = stem[1:] if stem[0] == _FUTURE and len(stem) > _LONGEST and stem[1] in _PERSONS else stem
    key = "".join([letter for letter in _bare(word) if letter not in _WEAK])
    return key if _SHORTEST <= len(key) <= _LONGEST else stem


def _bare(word: str) -> str:
    """Return a word without what stands before its root."""
    for chains in (_TENTH_FORM, _DERIVED):
        for chain in chains:
            if word.startswith(chain) and len(word) - len(chain) >= _LEAST_BEHIND[len(chain)]:
                return word[len(chain) :]
    if word[0] in _SIMPLE and len(word) > _LEAST_BEHIND[1]:
        rest = word[1:]
        return rest[0] + rest[2:] if len(rest) > _LEAST_BEHIND[1] and rest[1] == "ت" else rest
    return word


_root_keys = Remembered(_root_key)
