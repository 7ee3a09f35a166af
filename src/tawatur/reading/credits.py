"""Whose text it is: credit lines, credits in brackets, datelines and the names in them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.outlets.directory import Directory
from tawatur.outlets.outlet import Outlet, OutletKind
from tawatur.reading.dating import without_dates
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import is_prose
from tawatur.reading.phrases import ends_word, matched, published_end

_MARKS = " \t*•·.…،,:;/\\|-–—_ـ\"'«»“”()[]"
_BETWEEN = re.compile(r"\s*(?:[+/\\|،,;؛&•]|(?<=\s)[-–—]+(?=\s)|[–—]|\s-|-\s|\sـ+\s|\s{2,})\s*")
_SEPARATOR = re.compile(r"\s*[:/|\\=»«\"“–—-]+\s*|\s*\.\.+\s*")
_FIELD = re.compile(r"\s[^\W\d_]+ ?:")
_BRACKETED_END = re.compile(r"(?<=[.!؟?…»\"”])\s*\((?P<names>[^()\n]{2,60})\)[\s.]*$")
_LABELLED_END = re.compile(
    r"(?<=[.!؟?…»\"”])\s*(?P<label>[^\W\d_]{4,8}) ?[:/] ?(?P<names>[^:.\n]{2,60})[\s.]*$"
)
_DATELINE_END = re.compile(r"\)? ?(?:--+|[-–—ـ]{2,}|[:|/ـ]| [-–—]|[-–—] )")
_PARTS = re.compile(r"\s*(?:[-–—/|:،,()ـ]|\bمن\b)\s*")
_LEADS_OVER = re.compile(r"(?:\s[-–—|]|[-–—]{2}|ـ{2}|\sـ)\s*$")
_ADDRESS = re.compile(r"(?:https?://(?:www\.)?|www\.)(?P<host>[\w.-]{4,60})\S{0,500}")
_LETTER_SIZES = re.compile(r"[Aa](?: ?[-+]? [Aa])+ ?[-+]?")
_MOST_NAME_WORDS = 5
_NATIONAL = re.compile(r"ال[^\W\d_]{3,12}يه")
_QUOTES = '«"“'
_MOST_LINE_WORDS = 12
_MOST_BARE_WORDS = 4
_MOST_DATELINE_WORDS = 8
_MOST_DATED_WORDS = 16
_MOST_PART_WORDS = 4
_LONGEST_DATELINE = 110


@dataclass(frozen=True, slots=True)
class Credited:
    """The directory and the page's own outlet: what tells a credit from a publisher's prefix."""

    outlets: Directory
    home: Outlet | None
    lexicons: ReadingLexicons

    def outlet(self, name: str) -> Outlet | None:
        """Return the outlet of a bare name."""
        return self.outlets.by_name(name, home=self.home) if len(name) < 80 else None

    def is_home(self, name: str) -> bool:
        """Tell whether a name is that of the page's own outlet."""
        return self.home is not None and self.outlet(name.strip(_MARKS)) is self.home

    def is_empty(self, name: str) -> bool:
        """Tell whether a name credits nobody: `وكالات`."""
        copy = matched(name)
        if copy in self.lexicons.credit_places or self.lexicons.byline_labels.covers(copy):
            return False
        return copy in self.lexicons.empty_credits

    def is_plain_name(self, name: str) -> bool:
        """Tell whether a name is an outlet's and no common word too."""
        found = self.outlet(name)
        return found is not None and matched(name) not in map(matched, found.ambiguous)


def credit_line(text: str, credited: Credited) -> tuple[str, ...]:
    """Return the names of a line that is a credit and nothing else, none where it is no credit.

    `المصدر` before a colon credits; `المصدر` in a sentence is a person and never comes here.
    """
    if text.count(" ") > _MOST_LINE_WORDS:
        return ()
    if labelled := _labelled(text, credited):
        return labelled
    bare = text.strip(_MARKS)
    if not bare or bare.count(" ") > _MOST_BARE_WORDS or is_prose(text) or _LETTER_SIZES.fullmatch(bare):
        return ()
    names = split_names(bare, credited)
    if names and all(credited.is_empty(name) or credited.is_plain_name(name) for name in names):
        return names
    if len(names) == 1 and _is_classed(bare, names[0], credited):
        return names
    marked = text[0] in "*(" and all(name.count(" ") < 3 for name in names)
    known = any(credited.is_empty(name) or credited.outlet(name) for name in names)
    return names if marked and known else ()


def _is_lender(name: str, credited: Credited) -> bool:
    return credited.is_empty(name) or credited.outlet(name) is not None


def _is_classed(line: str, name: str, credited: Credited) -> bool:
    """Tell whether a line that names one outlet says so: with its class (`صحيفة الوادي`), or for an agency.

    The names of agencies that are words too (`بترا`) stand alone on a line for the agency.
    """
    outlet = credited.outlet(name)
    if outlet is None or matched(name) in credited.lexicons.credit_places or outlet is credited.home:
        return False
    classed = credited.lexicons.credit_nouns.word_at(matched(line)) is not None
    # «TT» is a mark.
    return classed or (outlet.kind is OutletKind.AGENCY and " " not in name and not name.isascii())


def credit_tail(text: str, credited: Credited) -> int | None:
    """Return where a credit begins that is glued to the end of a paragraph, `None` where none is."""
    for pattern in (_BRACKETED_END, _LABELLED_END):
        found = pattern.search(text, max(0, len(text) - 90))
        if found is None:
            continue
        if (
            "label" in found.re.groupindex
            and credited.lexicons.credit_labels.word_at(matched(found["label"])) is None
        ):
            continue
        names = split_names(found["names"].strip(_MARKS), credited)
        if names and all(credited.is_empty(name) or credited.outlet(name) for name in names):
            return found.start()
    return None


def is_label_alone(text: str, credited: Credited) -> bool:
    """Tell whether a line announces a source and leaves its name to the next line."""
    copy = matched(text.strip(_MARKS))
    return credited.lexicons.credit_labels.covers(copy) and not credited.is_empty(copy)


def split_names(text: str, credited: Credited) -> tuple[str, ...]:
    """Split a list of names as credit lines write it, the names bare and as published."""
    names: list[str] = []
    named = _ADDRESS.sub(" ", text)
    for piece in _BETWEEN.split(named if any(map(str.isalpha, named)) else _ADDRESS.sub(r"\g<host>", text)):
        whole = _once(piece.strip(_MARKS), credited)
        if not whole:
            continue
        for name in _unjoined(whole, credited):
            bare = bare_name(name, credited)
            if bare and bare not in names:
                names.append(bare)
    return tuple(names)


def _once(name: str, credited: Credited) -> str:
    """Return a name without a repetition of it in brackets: «وكالة الأنباء الألمانية (د ب أ)»."""
    head, _, tail = name.partition(" (")
    return head if tail and credited.outlet(tail) is credited.outlet(head) is not None else name


def bare_name(name: str, credited: Credited) -> str:
    """Return a name without its class noun (`مجلة`, `وكالة`), where a name is left."""
    name = name.strip(_MARKS)
    noun = credited.lexicons.credit_nouns.word_at(matched(name))
    rest = name[published_end(name, noun.end) :].strip(_MARKS) if noun else ""
    whole = credited.outlet(name)
    # «وكالة الأنباء السعودية» is a name; «وكالة رويترز» is a noun and a name.
    if rest and (whole is None or credited.outlet(rest) is whole):
        return bare_name(rest, credited)
    shorter, _, tail = name.rpartition(" ")
    # «الغارديان البريطانية» tells where the paper is from.
    told = matched(tail) in credited.lexicons.outlet_tails or (
        _NATIONAL.fullmatch(matched(tail)) and (" " in shorter or credited.is_plain_name(shorter))
    )
    if shorter and told and whole is not None and credited.outlet(shorter) is whole:
        return shorter
    return name


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as published, where it ends in its paragraph, and whom it credits."""

    text: str
    end: int
    names: tuple[str, ...]


def dateline_line(text: str, credited: Credited) -> Dateline | None:
    """Return what a line of its own tells that names place, author, publisher or agency: `الرياض – واس`.

    At least one part must be an outlet or an empty credit, or the line must end in the
    mark that leads over to the text.
    """
    if text.count(" ") >= _MOST_DATED_WORDS or is_prose(text):
        return None
    undated = without_dates(text, credited.lexicons)
    if undated.count(" ") >= _MOST_DATELINE_WORDS:
        return None
    parts = _parts_of(undated)
    if any(part.count(" ") >= _MOST_PART_WORDS for part in parts):
        return None
    known = any(_is_known(part, credited) for part in parts)
    if (known and len(parts) > 1) or (len(parts) == 1 and _LEADS_OVER.search(text)):
        return Dateline(text=text, end=len(text), names=_credited_parts(parts, credited))
    return None


def dateline_of(paragraph: str, credited: Credited) -> Dateline | None:
    """Return the dateline a paragraph begins with, `None` where it begins with its text.

    It stays in the body; only what names an outlet or an empty credit counts as one.
    """
    best: Dateline | None = None
    for found in _DATELINE_END.finditer(paragraph[:_LONGEST_DATELINE]):
        head = paragraph[: found.end()]
        if head.count(" ") > _MOST_DATELINE_WORDS:
            break
        parts = _parts_of(head)
        if any(part.count(" ") >= _MOST_PART_WORDS for part in parts):
            break
        said = ")" in head and any(sign.isalpha() for sign in head.rpartition(")")[2].strip(_MARKS))
        if not said and any(_is_known(part, credited) for part in parts):
            best = Dateline(text=head.strip(), end=found.end(), names=_credited_parts(parts, credited))
    return best


def byline_credits(byline: str, credited: Credited) -> tuple[str, ...]:
    """Return the outlets and empty credits among the parts of a byline, however many reporters it names."""
    return _credited_parts(_parts_of(byline), credited)


def _parts_of(text: str) -> list[str]:
    parts = (part.strip(" .…*") for part in _PARTS.split(text))
    return [part for part in parts if part.strip(_MARKS)]


def _labelled(text: str, credited: Credited) -> tuple[str, ...]:
    copy = matched(text)
    start = next((place for place, sign in enumerate(copy) if sign.isalpha()), len(copy))
    label = credited.lexicons.credit_labels.at(copy, start)
    if label is None or not ends_word(copy, label.end):
        return ()
    end = published_end(text, label.end)
    rest = text[end:]
    separator = _SEPARATOR.match(rest)
    value = rest[separator.end() :] if separator else rest
    if field := _FIELD.search(value):
        value = value[: field.start()]
    names = split_names(value, credited)
    known = bool(names) and all(credited.is_empty(name) or credited.outlet(name) for name in names)
    if label.meaning == "follow_up":
        own = (text[:end].strip(_MARKS),)
        others = tuple(name for name in names if credited.is_empty(name) or credited.is_plain_name(name))
        return (*own, *others) if separator or not value.strip(_MARKS) else ()
    if not known and (separator is None or _is_speech(value)):
        return ()
    # «المصدر: عمان - بترا»: a city stands before the agency.
    places = {name for name in names if matched(name) in credited.lexicons.credit_places}
    others = tuple(name for name in names if name not in places) if places != set(names) else names
    return tuple(name for name in others if name.count(" ") < _MOST_NAME_WORDS)


def _is_speech(value: str) -> bool:
    """Tell whether what stands behind «المصدر:» is what a person said."""
    return (value.lstrip()[:1] in '"«“' and value.count(" ") > 4) or is_prose(value)


def _unjoined(name: str, credited: Credited) -> Iterable[str]:
    """Split «رويترز ووكالات» and «رويترز-أ.ف.ب» where the sign between joins two names."""
    joined = name.split("-")
    if (
        len(joined) > 1
        and credited.outlet(name) is None
        and all(_is_lender(part, credited) for part in joined)
    ):
        yield from joined
        return
    words = name.split(" ")
    for at in range(1, len(words)):
        word = words[at]
        if matched(word) in credited.lexicons.credit_joining and at + 1 < len(words):
            yield " ".join(words[:at])
            yield from _unjoined(" ".join(words[at + 1 :]), credited)
            return
        rest = " ".join([word[1:], *words[at + 1 :]])
        if word.startswith("و") and len(word) > 3 and _is_known(rest, credited):
            left = " ".join(words[:at])
            if not credited.outlet(name):
                yield left
                yield from _unjoined(rest, credited)
                return
    yield name


def _is_known(part: str, credited: Credited) -> bool:
    """Tell whether a part of a dateline names an outlet: «الرياض» in quotes does, الرياض is the city."""
    name = part.strip(_MARKS)
    outlet = credited.outlet(name)
    if outlet is None:
        return credited.is_empty(name)
    quoted = part[:1] in _QUOTES
    return outlet is credited.home or quoted or matched(name) not in credited.lexicons.credit_places


def _credited_parts(parts: list[str], credited: Credited) -> tuple[str, ...]:
    """Return the parts of a dateline that credit somebody else than the page's publisher."""
    names: list[str] = []
    for at, part in enumerate(parts):
        if not _is_known(part, credited):
            continue
        name = bare_name(part, credited)
        if credited.is_empty(name):
            names.append(name)
            continue
        outlet = credited.outlet(name)
        if outlet is None or outlet.kind is OutletKind.PLATFORM:
            continue
        if outlet is credited.home and outlet.kind is not OutletKind.AGENCY:
            continue
        # «البلاد – وكالات»: a paper that puts its name before an agency's is the publisher.
        rest = parts[at + 1 :]
        publishes = (outlet.kind is not OutletKind.AGENCY or outlet is credited.home) and any(
            _is_relay(other, credited) for other in rest
        )
        if not publishes:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _is_relay(part: str, credited: Credited) -> bool:
    outlet = credited.outlet(part)
    return credited.is_empty(part) or (outlet is not None and outlet.kind is OutletKind.AGENCY)
