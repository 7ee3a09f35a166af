"""The two keys under which a word is found: its form and its stem."""

from tawatur.arabic.figures import figure_value
from tawatur.arabic.folding import Folded, fold
from tawatur.arabic.remembering import Remembered
from tawatur.arabic.stems import stem
from tawatur.arabic.words import word_texts, words
from tawatur.lexicons.word_roots import word_roots
from tawatur.records.span import Span

# Longer runs of letters are no words; the index would cut them elsewhere than we do.
_LONGEST = 64


def term(word: str) -> tuple[str, str]:
    """Return the form and the stem of a folded word; figures count by their value.

    >>> term("بالمدارس"), term("11,300"), term("Reuters")
    (('بالمدارس', 'مدارس'), ('11300', '11300'), ('reuters', 'reuters'))
    """
    return _terms[word]


def _term(word: str) -> tuple[str, str]:
    word = word[:_LONGEST]
    if word[0].isdigit():
        value = None if word.isdigit() else figure_value(word, decimal=False)
        form = word if value is None else format(value.normalize(), "f")
        return form, form
    form = word.lower()
    return form, stem(form, word_roots())


_terms = Remembered(_term)


def terms(text: str) -> list[tuple[str, str]]:
    """Return the terms of a text in their order."""
    return _terms.each(word_texts(fold(text).text))


def term_at(source: str, start: int, end: int) -> tuple[str, str]:
    """Return the term of the word that stands there in a folded text."""
    return term(source[start:end])


def word_places(source: Folded) -> list[Span]:
    """Return the places of a text's words in it as published."""
    found = words(source.text)
    starts, ends = source.bounds([start for start, _ in found], [end for _, end in found])
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def placed_terms(source: Folded) -> tuple[list[tuple[str, str]], list[Span]]:
    """Return the terms of a text and the places of their words in it as published."""
    found = words(source.text)
    return [term_at(source.text, start, end) for start, end in found], word_places(source)
