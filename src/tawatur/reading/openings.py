"""How a paragraph begins: by itself, or going on from an earlier one."""

from tawatur.reading.lexicons import ReadingLexicons

_AND = "و"
_JOINING = ("و", "ف")
_MARKS = " \"'([*•-"
_CLOSERS = ":،,.؟?!\"'"
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


def opens_sentence(matched: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line begins as a sentence does and a heading does not: with a verb, a negation.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> lines = ("قال الوزير", "فانهار السد", '"لن نغادر', "قول الوزير")
    >>> [opens_sentence(line, reading_lexicons()) for line in lines]
    [True, True, True, False]
    """
    first = matched.lstrip(_MARKS).split(" ", 1)[0].rstrip(_CLOSERS)
    if first in lexicons.sentence_words:
        return True
    return first.startswith(_JOINING) and first[1:] in lexicons.sentence_words
