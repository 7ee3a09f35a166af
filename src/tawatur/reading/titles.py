"""The title of an article, clean of the site's name and of marks."""

import re
from urllib.parse import urlsplit

from tawatur.reading.block import Evidence
from tawatur.reading.credits import Credited
from tawatur.reading.labels import opening_label, row_of_labels
from tawatur.reading.likeness import share, stems
from tawatur.reading.line import Line
from tawatur.reading.phrases import matched, plain_words, published_end

_TAIL = re.compile(r"\s+(?:[-–—|•·»:<]|::|\|\|)\s+|\s*\|\s*")
_WRAPPING = "*_#•· \t"
_LABEL_MARKS = " \t:|/-–—.…*•·»«›>"
_SHORTEST_TITLE = 8
_LONGEST_PATH = 300
_PATH_MARK = re.compile("[/»>›]")
_FEWEST_TITLE_WORDS = 4
_MOST_NAME_WORDS = 3
_MOST_SITE_WORDS = 3
# A title without a single word of its text is another's, unless it is long.
_SHARED = 0.25


def clean_title(title: str) -> str:
    """Return a title without Markdown's marks around it and a full stop at its end.

    >>> clean_title("*بصمات على كوكب بعيد*")
    'بصمات على كوكب بعيد'
    """
    bare = " ".join(title.split()).strip(_WRAPPING)
    return bare[:-1].rstrip() if bare.endswith(".") and not bare.endswith("..") else bare


def is_credible(line: Line, text: frozenset[str], credited: Credited) -> bool:
    """Tell whether a line above a text can be its title: it shares words with it, or is no name and no label.

    `text` holds the stems of the article's beginning. Two words that are a person's name, a
    label and a count are never one.
    """
    words = plain_words(line.matched).split()
    named = bool(words) and (words[0] in credited.lexicons.given_names or _is_trade(line, credited))
    shared = share(stems(line.matched), text)
    if named and len(words) <= _MOST_NAME_WORDS and shared < 2 * _SHARED:
        return False
    if (named and len(words) <= 2) or _is_label(line, credited):
        return False
    figures = sum(word.isdigit() for word in words)
    if shared >= _SHARED:
        return True
    return len(words) - figures >= _FEWEST_TITLE_WORDS and not line.text[:1].isdigit()


def announced_title(line: Line, credited: Credited) -> str:
    """Return a headline as published, without the label (`اقرأ أيضا:`) that stands before it on its line."""
    opening = opening_label(line.matched, credited.lexicons) if line.kind is not None else None
    if opening is None:
        return line.text
    return line.text[published_end(line.text, opening.end) :].strip(_LABEL_MARKS) or line.text


def _is_trade(line: Line, credited: Credited) -> bool:
    """Tell whether a line begins with what an author is called: `كاتب وصحفي`."""
    return credited.lexicons.author_roles.word_at(line.matched) is not None


def _is_label(line: Line, credited: Credited) -> bool:
    opening = opening_label(line.matched, credited.lexicons)
    return opening is not None or row_of_labels(line.matched, credited.lexicons) is not None


def is_path(line: Line, others: frozenset[str]) -> bool:
    """Tell whether a line ends in one of the `others` behind the mark of a path: `الرئيسية/أخبار/...`.

    `others` are the plain words of the lines beside it.
    """
    if len(line.text) > _LONGEST_PATH:
        return False
    tails = (plain_words(line.matched[mark.end() :]) for mark in _PATH_MARK.finditer(line.matched))
    return any(tail in others for tail in tails)


def stated_title(
    evidence: Evidence, headings: tuple[str, ...], url: str | None, credited: Credited
) -> str | None:
    """Choose among the titles a page states, without the site's name; a main heading decides."""
    titles = [" ".join(title.split()) for title in evidence.titles if title.strip()]
    cleaned = [without_site(title, evidence.site_name, url, credited) for title in titles]
    keys = {plain_words(matched(title)) for title in cleaned}
    for heading in headings:
        key = plain_words(matched(heading))
        if len(key) >= _SHORTEST_TITLE and any(_says(other, key) for other in keys):
            return clean_title(heading)
    return clean_title(cleaned[0]) if cleaned else None


def _says(stated: str, key: str) -> bool:
    """Tell whether a stated title is a heading, with or without a site's name at one of its ends."""
    named = stated.endswith(f" {key}") and stated.count(" ") - key.count(" ") <= _MOST_SITE_WORDS
    return stated == key or stated.startswith(f"{key} ") or named


def without_site(title: str, site_name: str | None, url: str | None, credited: Credited) -> str:
    """Return a title without the name of the site behind or before it.

    >>> from tawatur.outlets.directory import outlets
    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> site = Credited(outlets(), None, reading_lexicons())
    >>> without_site("عودة التيار إلى المدينة - WadiNews.com", None, None, site)
    'عودة التيار إلى المدينة'
    """
    while True:
        breaks = list(_TAIL.finditer(title))
        if not breaks:
            return title
        first, last = breaks[0], breaks[-1]
        if _is_site(title[last.end() :], site_name, url, credited) and last.start() >= _SHORTEST_TITLE:
            title = title[: last.start()]
        elif (
            _is_site(title[: first.start()], site_name, url, credited)
            and len(title) - first.end() >= _SHORTEST_TITLE
        ):
            title = title[first.end() :]
        else:
            return title


def _is_site(name: str, site_name: str | None, url: str | None, credited: Credited) -> bool:
    bare = plain_words(matched(name))
    if not bare or bare.count(" ") > 5:
        return False
    if site_name and bare in (
        plain_words(matched(site_name)),
        plain_words(matched(site_name)).replace(" ", ""),
    ):
        return True
    if re.search(r"\.(?:com|net|org|info|[a-z]{2})\b", name.strip().lower()) and " " not in name.strip():
        return True
    host = _host(url)
    letters = bare.replace(" ", "")
    if host and letters.isascii() and len(letters) > 2 and (letters in host or host in letters):
        return True
    noun = credited.lexicons.credit_nouns.word_at(matched(name.strip()))
    if bare.endswith(credited.lexicons.site_tails) and bare.count(" ") < _MOST_SITE_WORDS:
        return True
    return noun is not None or credited.is_plain_name(name.strip())


def _host(url: str | None) -> str:
    """Return the naming part of an address's host, in letters alone."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return ""
    return max((label.replace("-", "") for label in labels[:-1]), key=len, default="")
