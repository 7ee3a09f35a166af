"""The words of one article as the full-text tables take them: made where it is read, written elsewhere."""

from dataclasses import dataclass

from tawatur.records.read_page import ReadArticle
from tawatur.store.search.terms import terms

MOST_STATEMENTS = 1 << 16
"""How many statements of one article can be found; no real article has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text, in order, divided by blanks: their forms and their stems."""

    forms: str
    stems: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWords:
    """The words of a statement and of its source's name, and its act and kind as words."""

    content: Words
    source: Words
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWords:
    """The words of an article and of its statements, in the order of its attributions."""

    title: Words
    body: Words
    statements: tuple[StatementWords, ...]


def words_of(text: str) -> Words:
    """Return the words of a text.

    >>> words_of("في المدارس")
    Words(forms='في المدارس', stems='في مدارس')
    """
    found = terms(text)
    return Words(forms=" ".join([form for form, _ in found]), stems=" ".join([stem for _, stem in found]))


def article_words(read: ReadArticle) -> ArticleWords:
    """Return the words by which an article and what is said in it are found."""
    body = read.article.body
    return ArticleWords(
        title=words_of(read.article.title or ""),
        body=words_of(body),
        statements=tuple(
            StatementWords(
                content=words_of(one.content.of(body)),
                source=words_of(one.resolved or ""),
                marks=f"{one.act} {one.kind}",
            )
            for one in read.attributions[:MOST_STATEMENTS]
        ),
    )
