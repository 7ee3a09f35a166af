"""When an article was published: lines that are dates, and what each kind of evidence is worth."""

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from tawatur.calendars.dates import WrittenDate, find_dates, gregorian
from tawatur.reading.labels import row_of_labels
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import is_complete
from tawatur.reading.phrases import matched, published_end
from tawatur.records.article import Precision, Published, PublishedFrom

# No newspaper is older, and a field that nobody filled reads as the year 1.
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_LONGEST_DATE_LINE = 160
_LONGEST_LABEL = 60
_MOST_AGO_WORDS = 4
_MOST_LABEL_WORDS = 4
_FIELD_MARKS = "|/—–-•·،,()[]"
_MOST_DATE_LINE_WORDS = 20
# «نشر في صحيفة الوادي يوم 14 - 05 - 2025»: the outlet stands between label and date.
_MOST_PUBLISHER_WORDS = 7
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_URL_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d\d|19\d\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_DAY_SPLIT = re.compile(r"(?<!\d)(?P<year>20\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)")


def label_end(text: str, lexicons: ReadingLexicons) -> tuple[str, int] | None:
    """Return what a matched line's label says of the date behind it, and where the label ends.

    It is of publishing (`published`), of updating (`updated`) or of neither (`unrelated`).
    """
    return _label_at(text, _first_letter(text), lexicons)


def _label_at(text: str, start: int, lexicons: ReadingLexicons) -> tuple[str, int] | None:
    best: tuple[str, int] | None = None
    for name, labels in (
        ("published", lexicons.published_labels),
        ("updated", lexicons.updated_labels),
        ("unrelated", lexicons.unrelated_dates),
    ):
        found = labels.at(text, start)
        if found is not None and (found.end == len(text) or not text[found.end].isalpha()):
            best = (name, found.end) if best is None or found.end > best[1] else best
    return best


def is_date_line(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line holds a date or a time and nothing else.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> lines = ("الأحد 4 مايو 2025 - 10:30 ص", "تاريخ النشر: 2025-05-04", "وصل الوفد في 4 مايو 2025")
    >>> [is_date_line(line, reading_lexicons()) for line in (*lines, "منذ ساعتين")]
    [True, True, False, True]
    """
    if len(text) > _LONGEST_DATE_LINE or text.count(" ") > _MOST_DATE_LINE_WORDS:
        return False
    if not _DIGIT.search(text):
        return text.count(" ") < _MOST_AGO_WORDS and _is_day_alone(matched(text), lexicons)
    copy = matched(text)
    if is_ago(copy, lexicons):
        return True
    found = find_dates(text, calendar=lexicons.calendar)
    if not found:
        return False
    label = label_end(copy, lexicons)
    rest = matched(_without(text, found))
    if label:
        rest = rest[label[1] :].strip(" |-:")
        second = label_end(rest, lexicons)
        rest = rest[second[1] :] if second else rest
    words = _WORD.findall(rest)
    if label and len(words) <= _MOST_PUBLISHER_WORDS and not _WORD.search(text, found[-1].span.end):
        return True
    companions = all(_is_companion(word, lexicons) for word in words)
    return companions or is_ago(rest, lexicons) or row_of_labels(rest, lexicons) is not None


def is_dated_remark(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line above an article gives a date with its hour and a few words."""
    if len(text) > _LONGEST_DATE_LINE or is_complete(text) or not _DIGIT.search(text):
        return False
    found = find_dates(text, calendar=lexicons.calendar)
    return bool(found) and any(written.hour is not None or _glued(text, written) for written in found)


def publisher_in(text: str, lexicons: ReadingLexicons) -> str | None:
    """Return the outlet a date line names between its label and its date.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> publisher_in("نشر في صحيفة الوادي يوم 14 - 05 - 2025", reading_lexicons())
    'صحيفة الوادي'
    """
    copy = matched(text)
    label = label_end(copy, lexicons)
    found = find_dates(text, calendar=lexicons.calendar)
    if label is None or not found:
        return None
    between = text[published_end(text, label[1]) : found[0].span.start]
    words = between.split()
    while (
        words
        and matched(words[-1]) not in lexicons.today_words
        and _is_companion(matched(words[-1]), lexicons)
    ):
        words.pop()
    return " ".join(words) if words and all(_WORD.fullmatch(word) for word in words) else None


def labelled_date(text: str, lexicons: ReadingLexicons) -> tuple[str, int] | None:
    """Return what a label and the date right behind it tell, and where the date ends in the published text.

    A line may go on after it: with other fields, or with the article itself.
    """
    if not _DIGIT.search(text, 0, 2 * _LONGEST_LABEL):
        return None
    label = label_end(matched(text[:_LONGEST_LABEL]), lexicons)
    if label is None:
        return None
    name, end = label[0], published_end(text[:_LONGEST_LABEL], label[1])
    for written in find_dates(text[: end + 80], calendar=lexicons.calendar):
        if written.span.start >= end and not _WORD.search(text, end, written.span.start):
            return name, past_companions(text, written.span.end, lexicons)
    return None


def read_date(text: str, how: PublishedFrom, lexicons: ReadingLexicons) -> Published | None:
    """Return the first date of a text as a time of publication, as exactly as it is told."""
    for written in find_dates(text, calendar=lexicons.calendar):
        if (published := as_published(written, how)) is not None:
            return published
    return None


def field_date(text: str, how: PublishedFrom, lexicons: ReadingLexicons) -> tuple[str, Published] | None:
    """Return the first day with its year in a line of several fields, and the label it stands behind.

    The label is `published` where none or one of publishing stands there. A day that was
    updated counts where the line holds no other; a visitor's or a member's never does.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> line = "سلمى العلي | محدث: 7 مايو 2024 | 6 مايو 2024"
    >>> field_date(line, PublishedFrom.DATE_LINE, reading_lexicons())[1].value
    '2024-05-06'
    """
    told: tuple[str, Published] | None = None
    for written in find_dates(text, calendar=lexicons.calendar):
        published = as_published(written, how) if written.day is not None else None
        if published is None:
            continue
        label = _label_before(matched(text[: written.span.start]), lexicons)
        if label == "published":
            return label, published
        if label == "updated" and told is None:
            told = label, published
    return told


def is_set_off(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line's date is a field of its own: behind a mark or a label, or all in figures.

    The day in a headline (`مواعيد القطارات الاثنين 6 مايو 2024`) is not.
    """
    for written in find_dates(text, calendar=lexicons.calendar):
        start, end = written.span
        before, behind = text[:start].rstrip(), text[end:].lstrip()
        if before[-1:] in _FIELD_MARKS and behind[:1] in _FIELD_MARKS:
            return True
        if before[-1:] and before[-1] in _FIELD_MARKS:
            return True
        words = _WORD.findall(matched(written.span.of(text)))
        if all(_is_companion(word, lexicons) and word not in lexicons.calendar.months for word in words):
            return True
        if _label_before(matched(before), lexicons, bare="") == "published":
            return True
    return False


def published_label_before(text: str, start: int, lexicons: ReadingLexicons) -> int:
    """Return where the label begins that stands right before a date at `start`, `start` without one."""
    for word in list(_WORD.finditer(text, max(0, start - _LONGEST_LABEL), start))[-_MOST_LABEL_WORDS:]:
        label = _label_at(matched(text[word.start() : start]), 0, lexicons)
        if label is not None and not _WORD.search(text, word.start() + label[1], start):
            return word.start()
    return start


def _label_before(before: str, lexicons: ReadingLexicons, *, bare: str = "published") -> str:
    """Return the label that a matched text ends with, `bare` where it ends with none."""
    words = list(_WORD.finditer(before, max(0, len(before) - _LONGEST_LABEL)))
    for word in words[-_MOST_LABEL_WORDS:]:
        label = _label_at(before, word.start(), lexicons)
        if label is not None and not _WORD.search(before, label[1]):
            return label[0]
    return bare


def as_published(written: WrittenDate, how: PublishedFrom) -> Published | None:
    """Return a written date as a time of publication; without a year that can be one it tells nothing."""
    day = gregorian(written)
    if day is None:
        return _month_or_year(written, how)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    if written.hour is None or written.minute is None:
        return Published(value=day.isoformat(), precision=Precision.DAY, how=how)
    value = f"{day.isoformat()}T{written.hour:02}:{written.minute:02}{written.zone or ''}"
    return Published(value=value, precision=Precision.MINUTE, how=how)


def _month_or_year(written: WrittenDate, how: PublishedFrom) -> Published | None:
    if written.year is None or written.day is not None or written.calendar.value != "gregorian":
        return None
    if not _FIRST_YEAR <= written.year <= _LAST_YEAR:
        return None
    if written.month is None:
        return Published(value=f"{written.year:04}", precision=Precision.YEAR, how=how)
    return Published(value=f"{written.year:04}-{written.month:02}", precision=Precision.MONTH, how=how)


def is_ago(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a matched line says how long ago and nothing else."""
    label = label_end(text, lexicons)
    words = _WORD.findall(text[label[1] :] if label else text)
    return (
        1 < len(words) <= 4
        and any(word in lexicons.ago_words for word in words)
        and any(word in lexicons.ago_units for word in words)
        and all(word in lexicons.ago_words or word in lexicons.ago_units for word in words)
    )


def _is_day_alone(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a matched line is a day by itself: so long ago, today, yesterday."""
    return is_ago(text, lexicons) or text.strip() in lexicons.today_words | lexicons.yesterday_words


def read_ago(text: str, fetched: datetime, lexicons: ReadingLexicons) -> Published | None:
    """Return the time that lies so long before the page was fetched."""
    for word in _WORD.findall(text):
        unit = lexicons.ago_units.get(word)
        if unit is not None:
            count = 1 if unit.dual else int((re.findall(r"\d{1,4}", text) or ["1"])[0])
            then = fetched - timedelta(minutes=unit.minutes * count)
            if unit.minutes < 1440:
                return Published(
                    value=then.isoformat(timespec="minutes"),
                    precision=Precision.MINUTE,
                    how=PublishedFrom.RELATIVE,
                )
            return Published(
                value=then.date().isoformat(), precision=Precision.DAY, how=PublishedFrom.RELATIVE
            )
    return None


def date_of_url(url: str) -> Published | None:
    """Return the day that an address spells out in its path.

    >>> date_of_url("https://paper.example/2025/05/11/story.html").value
    '2025-05-11'
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for pattern in (_URL_DAY_SPLIT, _URL_DAY):
        for match in pattern.finditer(path):
            try:
                day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue
            return Published(value=day.isoformat(), precision=Precision.DAY, how=PublishedFrom.URL)
    return None


def date_of_body(paragraphs: tuple[str, ...], lexicons: ReadingLexicons) -> Published | None:
    """Return the day a text dates itself by: its dated today, or the day after its yesterday."""
    for text in paragraphs:
        for written in find_dates(text, calendar=lexicons.calendar):
            day = gregorian(written)
            if day is None:
                continue
            before = _WORD.findall(matched(text[max(0, written.span.start - 40) : written.span.start]))
            said = next(
                (word for word in reversed(before[-2:]) if word not in lexicons.calendar.weekdays), ""
            )
            if said in lexicons.today_words:
                return Published(value=day.isoformat(), precision=Precision.DAY, how=PublishedFrom.BODY)
            if said in lexicons.yesterday_words and _weekday_agrees(text, written, day, lexicons):
                after = day + timedelta(days=1)
                return Published(value=after.isoformat(), precision=Precision.DAY, how=PublishedFrom.BODY)
    return None


def yearless(text: str, until: date, lexicons: ReadingLexicons) -> Published | None:
    """Return the latest day up to `until` that a day, a month and a weekday without a year can mean."""
    for written in find_dates(text, calendar=lexicons.calendar):
        if written.year is not None or written.day is None or written.month is None:
            continue
        weekday = weekday_beside(text, written, lexicons)
        for year in range(until.year, until.year - 12, -1):
            try:
                day = date(year, written.month, written.day)
            except ValueError:
                continue
            if day <= until and weekday in (None, day.isoweekday()):
                value, precision = day.isoformat(), Precision.DAY
                if written.hour is not None and written.minute is not None:
                    value, precision = f"{value}T{written.hour:02}:{written.minute:02}", Precision.MINUTE
                return Published(value=value, precision=precision, how=PublishedFrom.DATE_LINE)
    return None


def weekday_beside(text: str, written: WrittenDate, lexicons: ReadingLexicons) -> int | None:
    """Return the ISO number of the weekday in or right before a written date, glued to it or not."""
    before = matched(text[max(0, written.span.start - 12) : written.span.end])
    for name, number in lexicons.calendar.weekdays.items():
        if name in before:
            return number
    return None


def _weekday_agrees(text: str, written: WrittenDate, day: date, lexicons: ReadingLexicons) -> bool:
    return weekday_beside(text, written, lexicons) in (None, day.isoweekday())


def _is_companion(word: str, lexicons: ReadingLexicons) -> bool:
    return (
        word in lexicons.date_companions
        or word in lexicons.calendar.weekdays
        or word in lexicons.calendar.months
    )


def _without(text: str, found: tuple[WrittenDate, ...]) -> str:
    """Return a text with its dates blanked, so that places stay."""
    for written in found:
        start, end = written.span
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without_dates(text: str, lexicons: ReadingLexicons) -> str:
    """Return a line with a dash for every run of full dates in it, and the words that belong to them.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> without_dates("السدر 6 مايو 2024 م وكالات", reading_lexicons())
    'السدر - وكالات'
    """
    if not _DIGIT.search(text):
        return text
    for written in reversed(find_dates(text, calendar=lexicons.calendar)):
        if written.year is None or written.day is None:
            continue
        before = text[: written.span.start].split()
        while before and _is_companion(matched(before[-1]), lexicons) and not _is_place(before[-1], lexicons):
            before.pop()
        behind = text[past_companions(text, written.span.end, lexicons) :].lstrip(" -–—")
        text = " ".join([*before, "-", behind]).removesuffix("- ").replace("- -", "-")
    return text


def _is_place(word: str, lexicons: ReadingLexicons) -> bool:
    return matched(word) in lexicons.credit_places


def _glued(text: str, written: WrittenDate) -> bool:
    start, end = written.span
    before = start > 0 and text[start - 1].isalpha()
    return before or (end < len(text) and text[end].isalpha())


def _first_letter(text: str) -> int:
    return next((place for place, sign in enumerate(text) if sign.isalpha()), 0)


def past_companions(text: str, end: int, lexicons: ReadingLexicons) -> int:
    """Return where the words behind a date end that belong to it."""
    for word in _WORD.finditer(text, end):
        if text[end : word.start()].strip(" -–|,،:()0123456789٠١٢٣٤٥٦٧٨٩") or not _is_companion(
            matched(word[0]), lexicons
        ):
            break
        end = word.end()
    return end
