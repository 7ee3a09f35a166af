"""A query in the words of FTS5: every word of it stands quoted, so none is syntax."""

from collections.abc import Iterable, Iterator

from tawatur.lexicons.prefixes import prefixes
from tawatur.store.search.columns import Columns
from tawatur.store.search.query import Query, Term

# A phrase is met behind these particles too: «لوزير الخارجية», «والأمم المتحدة».
_FEWEST_LETTERS = 2


def expression(query: Query, columns: Columns) -> str | None:
    """Return what FTS5 is to match, `None` for a query that names no word to be found.

    A word matches by its stem. Its very form counts besides, so a document that holds it stands
    above one that holds another form of the word.

    >>> from tawatur.store.search.query import parse
    >>> columns = Columns(forms=("form",), stems=("stem",))
    >>> print(expression(parse("المدارس"), columns))
    (({stem} : "مدارس" OR {form} : "المدارس"))
    """
    if not query.groups:
        return None
    wanted = " AND ".join(_any(group, columns) for group in query.groups)
    return f"({wanted}) NOT {_any(query.excluded, columns)}" if query.excluded else wanted


def excluded(query: Query, columns: Columns) -> str | None:
    """Return what FTS5 finds of all that the query excludes, `None` if that is nothing."""
    return _any(query.excluded, columns) if query.excluded else None


def phrase_forms(words: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, ...]]:
    """Yield the forms of a phrase: as it stands, and behind each particle that may be written onto it."""
    first, *others = (form for form, _ in words)
    for spelling in (first, *_behind_particles(first)):
        yield (spelling, *others)


def any_of(terms: Iterable[str], columns: tuple[str, ...]) -> str:
    """Return what FTS5 finds by any of the terms in any of the columns."""
    return f"{{{' '.join(columns)}}} : ({' OR '.join(map(_text, terms))})"


def _any(terms: tuple[Term, ...], columns: Columns) -> str:
    return "(" + " OR ".join(_term(term, columns) for term in terms) + ")"


def _term(term: Term, columns: Columns) -> str:
    if term.quoted:
        return any_of((" ".join(spelling) for spelling in phrase_forms(term.words)), columns.forms)
    found = (
        f"({{{' '.join(columns.stems)}}} : {_text(stem)} OR {{{' '.join(columns.forms)}}} : {_text(form)})"
        for form, stem in term.words
    )
    joined = " AND ".join(found)
    return f"({joined})" if len(term.words) > 1 else joined


def _text(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _behind_particles(word: str) -> Iterator[str]:
    """Yield the word with each chain of particles that may be written onto it."""
    article = "ال"
    if word.isascii() or len(word) < _FEWEST_LETTERS:
        return
    for prefix in prefixes():
        # What follows the particle of the future is a verb (`before`), the article stands in the word itself.
        if not prefix.before and prefix.parts[-1] != article:
            yield prefix.surface + word
        elif prefix.surface.endswith("لل") and word.startswith(article):
            yield prefix.surface + word.removeprefix(article)
