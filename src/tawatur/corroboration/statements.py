"""Statements: the stretches of an article that say one thing, whoever says it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import log

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import sentences
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party, outlet_key, party_of
from tawatur.corroboration.statement import Stated, Statement
from tawatur.corroboration.titles import voiced
from tawatur.corroboration.wording import Wording
from tawatur.outlets.directory import Directory
from tawatur.records.attribution import Act, Attribution, SourceKind
from tawatur.records.claim import Standing
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.records.time_expression import TimeExpression, TimeType

# A statement of fewer telling words says too little to be found again elsewhere.
_FEWEST_WORDS = 3
# Nor does one whose words all articles hold: the sum of minus log the share of articles is 5.1 for
# «on the other hand», 6.7 for «in the same context», 7.8 for «the rest are men».
_LEAST_TOLD = 7.0
# A figure tells a statement about as well as a word that one article in thirty holds.
_FIGURE_TOLD = 3.5
# What closes a clause before the next begins.
_CLOSING = ("،", ",", "؛", ";", ".", ":", "!", "؟", "…")
# An outer statement that is mostly somebody else's statement says nothing of its own.
_MOSTLY = 0.5
# A number of hours, days or weeks, as TIMEX3 has it.
_LENGTH = re.compile(r"PT\d+H|P\d+[DW]")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = len("2031-01-01")
# The preposition before a length of time is no longer than this.
_WORD_BEFORE = 12
# «نقلا عن» names whom a speaker has it from.
_PASSED_ON = "phrase.naqlan"
_REACTIONS = (Act.DEMAND, Act.OTHER)
# Who orders something makes it so: what a judge orders is told by him, and is no wish of his.
_ORDERS = ("verb.amara", "verb.wajjaha")
# A dateline of two calendars is this short, and its dates are so much of it.
_LONGEST_DATELINE = 100
_DATED = 0.4
# What begins a line that links elsewhere stands within so many characters.
_LINK_WITHIN = 40
# A title names its speaker before a colon in fewer words than this.
_LONGEST_SPEAKER = 6


def find_statements(read: ReadArticle, *, lexicons: CorroborationLexicons, outlets: Directory) -> Stated:
    """Find what an article states: its title, attributed contents, and its own sentences.

    All that depends on this article alone is found here, so that it is found once.
    """
    article = read.article
    finder = _Finder(read, lexicons, outlets)
    body = finder.body()
    found = [*(voiced(statement, body) for statement in finder.title()), *body]
    return Stated(
        article=article.id,
        page=article.page,
        outlet=article.outlet,
        published=article.published,
        credits=article.credits,
        statements=tuple(statement for statement in found if _says_something(statement, lexicons)),
    )


def _says_something(statement: Statement, lexicons: CorroborationLexicons) -> bool:
    """Tell whether a statement could be known again elsewhere: «on the other hand» could not."""
    known = lexicons.common_words
    shares = [known.shares.get(word, known.rare) for word in statement.words]
    told = _FIGURE_TOLD * len(statement.figures) - sum(map(log, shares))
    return len(shares) + len(statement.figures) >= _FEWEST_WORDS and told >= _LEAST_TOLD


class _Finder:
    """Finds the statements of one article."""

    def __init__(self, read: ReadArticle, lexicons: CorroborationLexicons, outlets: Directory) -> None:
        self._read = read
        self._lexicons = lexicons
        self._outlets = outlets
        self._heard = _heard(read.attributions)
        self._parties: dict[tuple[str | None, SourceKind], Party] = {}
        self._sentences = _without_dateline(
            read, sentences(read.article.body, abbreviations=lexicons.abbreviations)
        )
        self._own = [sentence for sentence in self._sentences if not self._tells_of_itself(sentence)]
        timed = [Span(time.start, time.end) for time in read.times if not self._is_length(time)]
        self._body = Wording(read.article.body, timed, lexicons=lexicons)

    def _is_length(self, time: TimeExpression) -> bool:
        """Tell how long something takes from when it is: «هدنة من ثلاثة أيام», not «خلال ثلاثة أيام»."""
        before = self._read.article.body[max(0, time.start - _WORD_BEFORE) : time.start].split()[-1:]
        when = any(folded(word) in self._lexicons.figure_words.stretches for word in before)
        return time.type is TimeType.DURATION and _LENGTH.fullmatch(time.value) is not None and not when

    def _tells_of_itself(self, sentence: Span) -> bool:
        """Tell whether a line says where and when the article was written, or where else it stands."""
        line = sentence.of(self._read.article.body)
        if folded(line[:_LINK_WITHIN]).startswith(self._lexicons.link_lines):
            return True
        inside = [time for time in self._read.times if sentence.start <= time.start < sentence.end]
        dated = sum(min(time.end, sentence.end) - time.start for time in inside)
        return len(inside) > 1 and len(line) < _LONGEST_DATELINE and dated >= _DATED * len(line)

    def title(self) -> Iterator[Statement]:
        """Yield what the title asserts; a question asserts nothing."""
        title = self._read.article.title or ""
        if title.rstrip(" »\"'").endswith(("؟", "?")):
            return
        speaker, colon, said = title.partition(":")
        start = len(speaker) + 1 if colon and said.strip() and len(speaker.split()) < _LONGEST_SPEAKER else 0
        wording = Wording(title, (), lexicons=self._lexicons)
        for part in wording.parts(Span(start, len(title))):
            yield self._statement(wording, part, None)

    def body(self) -> Sequence[Statement]:
        """Return the contents and the article's own sentences in the order of the text."""
        stretches = [*_attributed(self._read), *((own, None) for own in _own(self._read, self._own))]
        parts = sorted(
            (part, -1 if index is None else index)
            for stretch, index in stretches
            for part in self._body.parts(stretch)
        )
        return [self._statement(self._body, part, None if index < 0 else index) for part, index in parts]

    def _statement(self, wording: Wording, span: Span, index: int | None) -> Statement:
        in_title = wording is not self._body
        attribution = None if index is None else self._read.attributions[index]
        said = wording.said(span)
        teller = self._teller(attribution)
        relays = self._relays(teller) if teller else ()
        denies = wording.names_denial(span) if in_title else said.refuted
        return Statement(
            article=self._read.article.id,
            attribution=index,
            span=None if in_title else span,
            sentence=None if in_title else self._sentence(span, attribution),
            text=" ".join(span.of(wording.text).split()),
            party=self._party(teller),
            relays=relays,
            carriers=tuple(map(self._carrier, relays)),
            leading=in_title or (bool(self._own) and span.overlaps(self._own[0])),
            words=said.words if in_title else {**said.words, **self._days(span)},
            figures=said.figures,
            negated=said.negated,
            negates=said.negates,
            direction=said.direction,
            denied=denies or (attribution is not None and attribution.act is Act.DENY),
            reacts=attribution is not None and _reacts(attribution),
        )

    def _days(self, span: Span) -> dict[str, int]:
        """Return the days that a stretch tells, other than that of publication: terms of what it says."""
        published = self._read.article.published
        today = published.value[:_DAY] if published else None
        return {
            f"@{time.value}": 1
            for time in self._read.times
            if time.type is TimeType.DATE
            and _WHOLE_DAY.fullmatch(time.value)
            and time.value != today
            and span.start <= time.start < span.end
        }

    def _teller(self, attribution: Attribution | None) -> Attribution | None:
        """Return the attribution that tells who speaks: what nobody's reports say, who cites them says.

        What somebody said, and only a voice without a name tells of it, that voice says.
        """
        if attribution is None or attribution.inside is None:
            return attribution
        outer = self._read.attributions[attribution.inside]
        if self._party(outer).standing is Standing.UNNAMED and attribution.act is not Act.DENY:
            return outer
        if outer.act is Act.DENY or self._party(attribution).standing is not Standing.NAMELESS:
            return attribution
        return outer if self._party(outer).standing in (Standing.NAMED, Standing.UNNAMED) else attribution

    def _relays(self, teller: Attribution) -> tuple[str, ...]:
        """Return through whom a voice came here; one without a name goes on through whom it came before.

        «An official told Reuters ... The official said»: he said the rest to Reuters too.
        """
        if teller.relays or self._party(teller).standing is not Standing.UNNAMED:
            return teller.relays
        return self._heard.get(teller.cue, ())

    def _carrier(self, relay: str) -> str:
        """Return the key of a relay, none where it names nobody: «news agencies», «local media»."""
        party = party_of(relay, SourceKind.OUTLET, lexicons=self._lexicons, outlets=self._outlets)
        return "" if party.standing is Standing.NAMELESS else outlet_key(relay, outlets=self._outlets)

    def _party(self, attribution: Attribution | None) -> Party:
        key = (attribution.resolved, attribution.kind) if attribution else (None, SourceKind.OUTLET)
        if key not in self._parties:
            self._parties[key] = party_of(*key, lexicons=self._lexicons, outlets=self._outlets)
        return self._parties[key]

    def _sentence(self, span: Span, attribution: Attribution | None) -> Span:
        """Return the sentence that holds a statement, drawn out to the cue that attributes it."""
        spans = [span, *((attribution.cue, attribution.source) if attribution else ())]
        start = min(span.start for span in spans if span)
        end = max(span.end for span in spans if span)
        first = bisect_left(self._sentences, Span(start + 1, 0)) - 1
        last = bisect_left(self._sentences, Span(end, 0)) - 1
        if 0 <= first <= last:
            start = min(start, self._sentences[first].start)
            end = max(end, min(self._sentences[last].end, end + _QUOTED_BEHIND))
        return Span(start, end)


def _without_dateline(read: ReadArticle, among: Sequence[Span]) -> Sequence[Span]:
    """Leave out a line that tells place and outlet alone: «الفجر – الوادي»."""
    dateline = (read.article.dateline or "").strip()
    return [one for one in among if one.of(read.article.body).strip() != dateline]


def _reacts(attribution: Attribution) -> bool:
    return attribution.act in _REACTIONS and not attribution.licence.startswith(_ORDERS)


def _heard(attributions: Sequence[Attribution]) -> Mapping[Span, tuple[str, ...]]:
    """Return, by the cues of statements without relays, those through whom their speaker came before."""
    last: dict[str | None, tuple[str, ...]] = {}
    heard: dict[Span, tuple[str, ...]] = {}
    for attribution in attributions:
        if attribution.relays:
            last[attribution.resolved] = attribution.relays
        elif attribution.resolved in last:
            heard[attribution.cue] = last[attribution.resolved]
    return heard


# A quoted sentence is not drawn out farther than this behind what it is quoted for.
_QUOTED_BEHIND = 200


def _attributed(read: ReadArticle) -> Iterator[tuple[Span, int]]:
    """Yield the contents, except those that are mostly made of somebody else's statement.

    What a minister announces, citing another ministry, is the other one's.
    """
    nested = [0] * len(read.attributions)
    told = [
        (index, attribution)
        for index, attribution in enumerate(read.attributions)
        if not _denied_rumour(attribution, read)
    ]
    for _, attribution in told:
        if attribution.inside is not None:
            outer = read.attributions[attribution.inside].content
            nested[attribution.inside] += _within(attribution, outer)
    passed_on = {attribution.content for _, attribution in told if attribution.licence.startswith(_PASSED_ON)}
    for index, attribution in told:
        if attribution.content in passed_on and not attribution.licence.startswith(_PASSED_ON):
            continue
        if nested[index] < _MOSTLY * (attribution.content.end - attribution.content.start):
            yield attribution.content, index


def _within(attribution: Attribution, outer: Span) -> int:
    """Return how much of a content somebody else's statement takes up, with its cue and source."""
    spans = [span for span in (attribution.cue, attribution.source, attribution.content) if span]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return max(0, min(end, outer.end) - max(start, outer.start))


def _denied_rumour(attribution: Attribution, read: ReadArticle) -> bool:
    """Tell whether nobody's word is quoted only to be denied: «نفى صحة ما نُشر عن رفع السعر»."""
    if attribution.inside is None or attribution.resolved is not None:
        return False
    return read.attributions[attribution.inside].act is Act.DENY


def _own(read: ReadArticle, among: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences in which nobody is said to speak, and a clause closed before somebody is.

    What runs on into the cue («وكان الموقع قد») is no statement but the way to one.
    """
    text = read.article.body
    spoken = sorted(
        span
        for attribution in read.attributions
        for span in (attribution.cue, attribution.content, attribution.source)
        if span is not None
    )
    place = 0
    for sentence in among:
        while place < len(spoken) and spoken[place].end <= sentence.start:
            place += 1
        if place == len(spoken) or spoken[place].start >= sentence.end:
            yield sentence
        elif text[sentence.start : spoken[place].start].rstrip().endswith(_CLOSING):
            yield Span(sentence.start, spoken[place].start)
