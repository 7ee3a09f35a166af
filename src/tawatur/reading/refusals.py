"""Pages without an article: which sort of page it is that was refused."""

from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.phrases import ends_word, matched
from tawatur.records.refusal import Refusal, RefusalReason

# A page that has more text than this has an article, whatever its marker says.
_MOST_WORDS_BESIDE_MARKER = 60
_FEWEST_ITEMS = 4
_MOST_EXCLAIMED_WORDS = 3
_FEWEST_ITEM_WORDS = 3


def page_marker(texts: tuple[str, ...], lexicons: ReadingLexicons) -> RefusalReason | None:
    """Return the reason that a line of the page gives by itself: an error, a wall, a list of results."""
    for text in texts:
        copy = matched(text).lstrip(" !.-*:|")
        # «عفوا! الصفحة التي ...»: what is exclaimed comes before the marker.
        exclaimed, _, rest = copy.partition("!")
        apologises = rest and exclaimed.count(" ") < _MOST_EXCLAIMED_WORDS
        found = lexicons.page_markers.at(copy) or (
            lexicons.page_markers.at(copy, len(copy) - len(rest.lstrip())) if apologises else None
        )
        if found is not None and ends_word(copy, found.end):
            return found.meaning
    return None


def marked_refusal(
    page: str, texts: tuple[str, ...], words: int, lexicons: ReadingLexicons
) -> Refusal | None:
    """Refuse a page that says itself that it has no article, and has hardly any text."""
    if words > _MOST_WORDS_BESIDE_MARKER:
        return None
    reason = page_marker(texts, lexicons)
    return (
        None
        if reason is None
        else Refusal(id=page, reason=reason, detail=f"{words} words of text beside its marker")
    )


def refusal_without_article(page: str, texts: tuple[str, ...], lexicons: ReadingLexicons) -> Refusal:
    """Say why a page of which no line is an article's text is refused."""
    if not texts:
        return Refusal(id=page, reason=RefusalReason.EMPTY, detail="no text on the page")
    if reason := page_marker(texts, lexicons):
        return Refusal(id=page, reason=reason, detail=f"{len(texts)} lines, none of them running text")
    items = sum(text.count(" ") + 1 >= _FEWEST_ITEM_WORDS for text in texts)
    reason = RefusalReason.INDEX_PAGE if items >= _FEWEST_ITEMS else RefusalReason.NO_ARTICLE
    return Refusal(id=page, reason=reason, detail=f"{items} headlines or labels, no running text")
