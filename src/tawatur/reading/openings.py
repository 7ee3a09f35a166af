"""How a paragraph begins: by itself, or going on from an earlier one."""

from tawatur.reading.lexicons import ReadingLexicons

_AND = "و"
_SHORTEST_JOINED = 4


def resumes(matched: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a paragraph goes on from an earlier one.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> lines = ("واضاف الوزير", "من جهته قال", "وزير النقل", "قال الوزير")
    >>> [resumes(line, reading_lexicons()) for line in lines]
    [True, True, False, False]
    """
    if lexicons.resuming_words.word_at(matched) is not None:
        return True
    first = matched.split(" ", 1)[0]
    if not first.startswith(_AND) or len(first) < _SHORTEST_JOINED:
        return False
    return lexicons.resuming_words.word_at(matched, 1) is not None or not first.startswith(lexicons.own_waw)
