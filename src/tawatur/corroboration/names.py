"""Names of people and bodies in their several spellings."""

# A foreign name of this length is still itself with one letter more or less (مادوسودان, مادوسودهان).
_LONG_NAME = 6
# Letters between which transcriptions of one sound waver, and the long vowels they may leave out.
_TRANSCRIBED = str.maketrans("غقطصثظذ", "ججتستزد", "اويى")
_FEWEST_CONSONANTS = 3


def alike(one: str, other: str) -> bool:
    """Tell whether two names are one, a letter more, less or other in long ones left aside."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_NAME or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )


def transcribed_alike(one: str, other: str) -> bool:
    """Tell whether two spellings could transcribe one foreign name: نتنياهو and نتانياهو, غوغل and جوجل.

    Long vowels and the letters that newspapers choose between are left aside, so this counts
    only beside another name that is shared.
    """
    if alike(one, other):
        return True
    first, second = one.translate(_TRANSCRIBED), other.translate(_TRANSCRIBED)
    return first == second and len(first) >= _FEWEST_CONSONANTS
