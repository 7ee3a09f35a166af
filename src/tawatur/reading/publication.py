"""When a page says that its article was published, by the best evidence there is."""

from collections.abc import Iterator
from datetime import date, datetime

from tawatur.reading.block import Evidence, StatedTime
from tawatur.reading.dating import (
    date_of_body,
    date_of_url,
    field_date,
    is_ago,
    is_set_off,
    label_end,
    read_ago,
    read_date,
    yearless,
)
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import Line, is_prose
from tawatur.reading.phrases import matched
from tawatur.reading.sections import Section
from tawatur.records.article import FurnitureKind, Precision, Published, PublishedFrom
from tawatur.records.page import Page

_LEADING_PARAGRAPHS = 3
_MOST_FIELD_WORDS = 20
_LONGEST_FIELDS = 160
# So many lines above the title a date may still be the article's; above them it is the visitor's.
_NEAR = 2
_HEADER = 6
_NO_FIELDS = frozenset({FurnitureKind.TITLE, FurnitureKind.READ_ALSO, FurnitureKind.COPYRIGHT})
# Below the text, what follows one of these belongs to other articles and to readers.
_ELSEWHERE = frozenset({FurnitureKind.READ_ALSO, FurnitureKind.TICKER, FurnitureKind.COMMENTS})


def published_of(
    section: Section, page: Page, evidence: Evidence, until: date | None, lexicons: ReadingLexicons
) -> Published | None:
    """Return when a page's main article was published, by the best evidence there is."""
    return (
        _given(page, lexicons)
        or _stated(evidence.times, lexicons)
        or published_by_lines(section, page.fetched, until, lexicons)
        or (date_of_url(page.url) if page.url else None)
        or (date_of_url(evidence.canonical_url) if evidence.canonical_url else None)
        or date_of_body(_leading(section), lexicons)
        or _below_text(section, lexicons)
    )


def published_by_lines(
    section: Section, fetched: datetime | None, until: date | None, lexicons: ReadingLexicons
) -> Published | None:
    """Return the date that the lines above a section's text tell, the surest of them first.

    A labelled date of publication on a line of its own comes first, wherever it stands;
    then the bare one nearest the title, then one among other fields (`سلمى العلي | 6 مايو
    2024`), then that of an update. A bare date below the text belongs to another article, and
    one far above the title is the visitor's, so it comes last.
    """
    dated = [(at, line) for at, line in enumerate(section.lines) if line.kind is FurnitureKind.DATE_LINE]
    by_label: dict[str, list[Line]] = {"published": [], "updated": [], "unrelated": [], "": []}
    for _, line in dated:
        label = label_end(matched(line.text), lexicons)
        by_label[label[0] if label else ""].append(line)
    foreign = by_label["unrelated"] + by_label["updated"]
    bare = [entry for entry in _nearest(section, dated) if entry[1] not in foreign]
    near = [line for distance, line in bare if distance <= _NEAR]
    far = [line for distance, line in bare if distance > _NEAR]
    for line in [*by_label["published"], *near]:
        if told := _told(line, fetched, until, lexicons):
            return told
    fields = dict(_fields(section, lexicons))
    if "published" in fields:
        return fields["published"]
    for line in [*by_label["updated"], *far]:
        if told := _told(line, fetched, until, lexicons):
            return told
    return fields.get("updated")


def _nearest(section: Section, dated: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Order lines above the text by how far above the title they stand, those below it first.

    Each comes with its distance, which is 0 below the title and where there is none.
    """
    text = _text_place(section)
    titles = [at for at, line in enumerate(section.lines[:text]) if line.kind is FurnitureKind.TITLE]
    above = [(at, line) for at, line in dated if at < text]
    if not titles:
        return [(0, line) for _, line in above]
    above.sort(key=lambda entry: abs(entry[0] - titles[-1]) + (entry[0] < titles[-1]))
    return [(max(0, titles[-1] - at), line) for at, line in above]


def _text_place(section: Section) -> int:
    return next((at for at, line in enumerate(section.lines) if line.kind is None and is_prose(line.text)), 0)


def _fields(section: Section, lexicons: ReadingLexicons) -> Iterator[tuple[str, Published]]:
    """Give the dates in the lines of several fields above the text by their labels, the best last."""
    announced = False
    found: list[tuple[int, Line]] = []
    for at, line in enumerate(section.lines[: _text_place(section)]):
        if line.kind not in _NO_FIELDS and not announced and _may_hold_fields(line):
            found.append((at, line))
        announced = line.kind is FurnitureKind.READ_ALSO
    for distance, line in reversed(_nearest(section, found)):
        said = field_date(line.text, PublishedFrom.DATE_LINE, lexicons) if distance <= _HEADER else None
        if said and (line.kind is not FurnitureKind.TICKER or is_set_off(line.text, lexicons)):
            yield said


def _may_hold_fields(line: Line) -> bool:
    short = line.words <= _MOST_FIELD_WORDS and len(line.text) <= _LONGEST_FIELDS
    return short and line.kind is not None and any(map(str.isdigit, line.text))


def _below_text(section: Section, lexicons: ReadingLexicons) -> Published | None:
    """Return the date that stands below the text beside a credit, or in a sentence on its origin."""
    last = max((at for at, line in enumerate(section.lines) if line.kind is None), default=len(section.lines))
    lines = section.lines[last + 1 :]
    for at, line in enumerate(lines):
        if line.kind in _ELSEWHERE:
            return None
        beside = [other.kind for other in lines[max(0, at - 1) : at + 2]]
        credited = line.kind is FurnitureKind.DATE_LINE and FurnitureKind.CREDIT in beside
        if credited or line.kind is FurnitureKind.WRAPPER:
            said = field_date(line.text, PublishedFrom.DATE_LINE, lexicons)
            if said is not None:
                return said[1]
    return None


def _told(
    line: Line, fetched: datetime | None, until: date | None, lexicons: ReadingLexicons
) -> Published | None:
    if is_ago(line.matched, lexicons):
        return read_ago(line.matched, fetched, lexicons) if fetched else None
    told = read_date(line.text, PublishedFrom.DATE_LINE, lexicons)
    if told is None and until is not None:
        told = yearless(line.text, until, lexicons)
    return told


def _given(page: Page, lexicons: ReadingLexicons) -> Published | None:
    return read_stated(page.date, PublishedFrom.GIVEN, lexicons) if page.date else None


def _stated(times: tuple[StatedTime, ...], lexicons: ReadingLexicons) -> Published | None:
    for stated in times:
        if told := read_stated(stated.value, stated.how, lexicons):
            return told
    return None


def read_stated(value: str, how: PublishedFrom, lexicons: ReadingLexicons) -> Published | None:
    """Read a time that markup or a record states: ISO 8601, else as people write dates.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> read_stated("2025-05-11T21:45:10+03:00", PublishedFrom.META, reading_lexicons()).value
    '2025-05-11T21:45+03:00'
    """
    value = value.strip()
    try:
        day = date.fromisoformat(value)
        return Published(value=day.isoformat(), precision=Precision.DAY, how=how)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return read_date(value[:200], how, lexicons)
    return Published(value=moment.isoformat(timespec="minutes"), precision=Precision.MINUTE, how=how)


def _leading(section: Section) -> tuple[str, ...]:
    return tuple(line.text for line in section.paragraphs[:_LEADING_PARAGRAPHS])
