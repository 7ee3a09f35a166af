"""An article as a TimeML document, the form in which tools for temporal text exchange their work.

The layout is that of the TempEval-3 corpora: DOCID, DCT, TITLE, TEXT with the TIMEX3 and EVENT
elements in place, then an instance of each event and the links. A cue is an event of class
REPORTING; where it is known when the statement was made, a TLINK ties it to that time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from xml.etree import ElementTree as ET

from tawatur.exports.xml_text import writable
from tawatur.records.attribution import Attribution, Said, SaidFrom
from tawatur.records.read_page import ReadArticle
from tawatur.records.time_expression import TimeExpression

_CREATION = "t0"
_UNFIT = re.compile(r"[^\w.-]+")
# File systems take 255 bytes, a letter of an address up to four.
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch of the body and the element that stands around it."""

    start: int
    end: int
    element: ET.Element


def timeml_name(read: ReadArticle) -> str:
    """Return the name of an article's file: its id, and a digest where the id makes no safe name."""
    given = read.article.id
    safe = _UNFIT.sub("_", given).lstrip(".")[:_LONGEST_NAME]
    return (
        f"{safe}.tml"
        if safe == given
        else f"{safe}-{sha1(given.encode(), usedforsecurity=False).hexdigest()[:8]}.tml"
    )


def timeml_document(read: ReadArticle) -> bytes:
    """Return an article with its times and cues as one TimeML document in UTF-8.

    An article whose day is not known has no DCT. A cue inside a time expression, or over the
    border of one, is left out. Characters that XML cannot hold become U+FFFD, so that every
    place in the text stays what it is.
    """
    article = read.article
    day = article.published.day if article.published else None
    root = ET.Element("TimeML")
    _line(root, "DOCID", article.id)
    if day is not None:
        creation = ET.SubElement(_line(root, "DCT", ""), "TIMEX3", _creation_time(day.isoformat()))
        creation.text = day.isoformat()
    _line(root, "TITLE", article.title or "")
    times = [_time(number, time) for number, time in enumerate(read.times, start=1)]
    cues = list(_cues(read.attributions, times))
    _write_text(_line(root, "TEXT", ""), article.body, sorted([*times, *cues], key=lambda one: one.start))
    for cue in cues:
        instance = {"eventID": cue.element.attrib["eid"], "eiid": _instance(cue), "tense": "NONE"}
        _line(root, "MAKEINSTANCE", "", instance | {"aspect": "NONE", "polarity": "POS", "pos": "OTHER"})
    for number, link in enumerate(_links(read, times, cues), start=1):
        _line(root, "TLINK", "", {"lid": f"l{number}", **link})
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _line(parent: ET.Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> ET.Element:
    """Add an element on a line of its own."""
    element = ET.SubElement(parent, tag, attributes or {})
    element.text, element.tail = writable(text), "\n"
    return element


def _creation_time(day: str) -> dict[str, str]:
    return {
        "tid": _CREATION,
        "type": "DATE",
        "value": day,
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }


def _time(number: int, time: TimeExpression) -> _Marked:
    attributes = {"tid": f"t{number}", "type": str(time.type), "value": time.value}
    if time.anchor is not None:
        attributes["anchorTimeID"] = _CREATION
    return _Marked(time.start, time.end, ET.Element("TIMEX3", attributes))


def _cues(attributions: tuple[Attribution, ...], times: list[_Marked]) -> Iterator[_Marked]:
    reached = place = 0
    for number, attribution in enumerate(attributions, start=1):
        cue = attribution.cue
        while place < len(times) and times[place].end <= cue.start:
            place += 1
        clear = place == len(times) or cue.end <= times[place].start
        if clear and cue.start >= reached:
            reached = cue.end
            yield _Marked(*cue, ET.Element("EVENT", {"eid": f"e{number}", "class": "REPORTING"}))


def _instance(cue: _Marked) -> str:
    return cue.element.attrib["eid"].replace("e", "ei")


def _write_text(text: ET.Element, body: str, marked: list[_Marked]) -> None:
    text.text = writable(body[: marked[0].start] if marked else body)
    following = [*(one.start for one in marked[1:]), len(body)]
    for one, end in zip(marked, following, strict=False):
        one.element.text = writable(body[one.start : one.end])
        one.element.tail = writable(body[one.end : end])
        text.append(one.element)


def _links(read: ReadArticle, times: list[_Marked], cues: list[_Marked]) -> Iterator[dict[str, str]]:
    statements = {attribution.cue.start: attribution.said_at for attribution in read.attributions}
    for cue in cues:
        said = statements[cue.start]
        time = _time_of(said, cue, times) if said is not None else None
        if time is not None:
            yield {"eventInstanceID": _instance(cue), "relatedToTime": time, "relType": "IS_INCLUDED"}


def _time_of(said: Said, cue: _Marked, times: list[_Marked]) -> str | None:
    if said.how is SaidFrom.REPORT:
        return _CREATION
    telling = [time for time in times if time.element.attrib["value"] == said.value]
    nearest = min(telling, key=lambda time: abs(time.start - cue.start), default=None)
    return nearest.element.attrib["tid"] if nearest else None
