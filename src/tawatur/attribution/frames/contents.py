"""Where each content ends, and which frame only tells the relay of the statement beside it."""

import re
from bisect import bisect_right
from functools import cache

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame
from tawatur.attribution.lexicon import AttributionLexicons, reporting_word
from tawatur.attribution.openings.openings import Construction
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases, Phrase
from tawatur.records.span import Span

_MARKS = frozenset("،,؛:.-–/؟!…")
_STOPS = frozenset(".؟!?")
# Behind a word this short a full stop abbreviates («د. سالم»).
_SHORTEST_LAST_WORD = 2
# The ending of the feminine past behind «و» and three letters or more: «وعقدت», never «وبيت», «وافقت».
_ACT = re.compile(r"و(?:ا\w{2,5}|[^ا]\w{1,4})[^اويه]ت")
_SEPARATING = (*COMMAS, "؛")
# A quotation of so few words may be a name.
_LONGEST_NAME = 5
# A statement that an outlet carries is one of the last.
_NEAREST = 8
# «البيانات التي تلقتها من الوزارة»
_NEAREST_GIVER = 5
# A noun's content seldom runs over so many.
_MOST_COMMAS = 6
_PRESENT = ("ي", "ت")
_LONGEST_CLAUSE = 30
# A mark, the conjunction behind it, and a content of two words.
_SHORTEST_INTRODUCED = 4


class Contents:
    """Closes the contents of one body's frames."""

    def __init__(self, body: Body, lexicons: AttributionLexicons) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = NounPhrases(body, lexicons)
        self._chains = Chains(body, lexicons, self._phrases)
        # Looked up, never searched for: nested contents overlap, and each may be as long as the body.
        noted = _noted(lexicons)
        words = [
            (token, word)
            for token, word in list(enumerate(body.words))[1:-1]
            if word in noted or word[0] == "و"
        ]
        self._full_stops = [token for token, word in words if word in _STOPS and self._stops(token)]
        self._commas = [token for token, word in words if word in COMMAS]
        self._pauses = [token for token, word in words if word == "." and self._pauses_at(token)]
        small = lexicons.small
        self._turns = [token for token in self._commas if body.words[token + 1] in small.turning]
        self._acts = [token for token, word in words if word[0] == "و" and self._acts_at(token)]
        self._sequels = [
            token for token, word in words if word in small.aftermath and self._follows_up(token)
        ]
        opening = small.relative | small.complementizer | small.thing
        self._clauses = [token for token, word in words if word in opening]
        aside = small.attitude.union(COMMAS, _circumstances(lexicons))
        self._asides = [token for token, word in words if word in aside and self._aside_at(token)]

    def closed(self, frames: list[Frame], sentence: Span) -> list[Frame]:
        """Return the frames that are attributions in order, each with the end of its content."""
        if not frames:
            return []
        kept, cuts = self._merged(frames)
        done = self._ended(kept, cuts, sentence)
        done = [self._shared(frame, before) for frame, before in zip(done, [None, *done], strict=False)]
        return [frame for frame in map(self._trimmed, done) if frame.end > frame.content]

    # Relays

    def _merged(self, frames: list[Frame]) -> tuple[list[Frame], list[int]]:
        """Let «بحسب رويترز» beside a statement tell its relay; return where such phrases cut contents."""
        kept: list[Frame] = []
        cuts: list[int] = []
        waiting: tuple[str, ...] = ()
        for index, frame in enumerate(frames):
            if frame.cue.family is not Family.PHRASE or frame.source is None:
                kept.append(_carried(frame, waiting))
                waiting = ()
                continue
            names = (*frame.relays, *self._chains.names(frame.source))
            # «... بعد إعلان الهيئة أن ...، بحسب رويترز»: what is told is the statement, not the noun in it.
            last = next(
                (
                    place
                    for place in range(len(kept) - 1, max(-1, len(kept) - _NEAREST), -1)
                    if _told(kept[place])
                ),
                -1,
            )
            statement = kept[last] if last >= 0 else None
            basis = self._basis(frame)
            if statement is not None and basis is not None and not self._is_outlet(statement):
                kept[last] = replace(statement, source=_before(statement.source, frame.cue), basis=basis)
                if statement.opening <= frame.cue.start:
                    cuts.append(frame.cue.opens)
            elif frame.cue.phrase is not None and frame.cue.phrase.takes == "figures":
                continue
            elif self._leads_to(frame, frames[index + 1 : index + 2]):
                waiting = names
            elif statement is not None and statement.cue.end <= frame.cue.start < statement.opening:
                # «قالت الغد نقلا عن رويترز إن» has taken the phrase for its source already.
                known = statement.source is not None and statement.source.start == frame.source.start
                kept[last] = _carried(statement, names if self._is_outlet(frame) and not known else ())
            elif statement is not None and self._carries(frame, statement):
                kept[last] = _carried(statement, names)
                cuts.append(frame.cue.opens)
            elif statement is not None and self._originates(frame, statement):
                assert statement.source is not None
                relays = (*frame.relays, *self._chains.names(statement.source), *statement.relays)
                kept[last] = replace(statement, source=frame.source, relays=relays)
                cuts.append(frame.cue.opens)
            else:
                kept.append(frame)
        return kept, cuts

    def _basis(self, frame: Frame) -> Phrase | None:
        """Return whose figures a phrase cites: «وفق أرقام الهيئة», «معتمدة على بيانات تلقتها من الهيئة»."""
        source, words = frame.source, self._body.words
        # «استنادا إلى آخر إحصاء لوزارة الصحة»
        noun = 0 if source is None else source.start + (words[source.start] in self._lexicons.small.latest)
        if source is None or words[noun].removeprefix("ال") not in self._lexicons.small.figures:
            return None
        whose = noun + 1
        if whose < source.end and not words[noun].startswith("ال") and self._phrases.speaker_at(whose):
            particle = words[whose][0] == "ل" and words[whose] not in self._lexicons.speakers
            return replace(source, start=whose, fused=int(particle))
        if frame.cue.phrase is None or frame.cue.phrase.takes != "figures":
            return None
        for link in range(whose, min(whose + _NEAREST_GIVER, len(words) - 1)):
            if words[link] in self._lexicons.small.source_link:
                giver = self._phrases.after(link + 1, min(link + LONGEST_NAME, len(words)))
                return giver if giver is not None and giver.start == link + 1 else None
        return None

    def _leads_to(self, frame: Frame, following: list[Frame]) -> bool:
        """Tell whether a phrase stands right before another statement: «بحسب رويترز، قال الوزير»."""
        return frame.forward and any(one.cue.opens <= frame.content <= one.cue.start for one in following)

    def _carries(self, frame: Frame, statement: Frame) -> bool:
        """Tell whether a phrase behind a statement names its carrier: «قال ...، وفق ما نقلته رويترز»."""
        behind = statement.forward and not frame.forward
        # «قالت الغد ...، حسبما نقلت رويترز»: of two outlets it is the second that passes on.
        passes = self._relays(frame) or not self._is_outlet(statement)
        return behind and self._is_outlet(frame) and passes

    def _relays(self, frame: Frame) -> bool:
        """Tell whether a phrase says that its source carries another's word: «حسبما نقلت رويترز»."""
        verb = reporting_word(self._body.words[frame.cue.end - 1], self._lexicons)
        behind = self._body.words[frame.cue.end]
        return verb is not None and verb.takes("relay") and behind not in self._small.leading_on

    def _originates(self, frame: Frame, statement: Frame) -> bool:
        """Tell whether a phrase names the source behind an outlet: «ذكرت الغد أن ...، وفقا لمصادر»."""
        behind = statement.forward and frame.construction is Construction.BEFORE
        return behind and statement.cue.family is Family.VERB and self._is_outlet(statement)

    def _is_outlet(self, frame: Frame) -> bool:
        return frame.source is not None and self._chains.is_outlet(frame.source)

    # Ends

    def _ended(self, frames: list[Frame], cuts: list[int], sentence: Span) -> list[Frame]:
        ended: list[Frame] = []
        stop = behind = sentence.end
        for frame in reversed(frames):
            if frame.forward and frame.construction is not Construction.AROUND:
                end = min(_first(cuts, frame.content, self._end(frame, stop)), max(behind, frame.content))
            elif frame.construction in (Construction.POINTING_BACK, Construction.AROUND):
                end = frame.end
            else:
                end = frame.cue.opens
            ended.append(replace(frame, end=end))
            if self._breaks(frame):
                stop = frame.cue.opens
            elif frame.cue.family is Family.PARTICIPLE and self._body.quotation[frame.cue.start] >= 0:
                # Nobody speaks so: the mark that closes the quotation stands too late.
                behind = frame.cue.opens
        ended.reverse()
        return ended

    def _breaks(self, frame: Frame) -> bool:
        """Tell whether a cue ends the contents before it; in a quotation it needs «و» and its own source."""
        if frame.construction is Construction.AROUND:
            return False
        if self._body.quotation[frame.cue.start] < 0:
            return frame.cue.joined and not self._narrated(frame)
        return frame.cue.prefixed and frame.source is not None

    def _narrated(self, frame: Frame) -> bool:
        """Tell whether a cue tells what those did who are spoken of: «واعترف», «وأبلغهم», «بعدما قال»."""
        cue, words = frame.cue, self._body.words
        if any(words[token] in self._lexicons.small.temporal for token in range(cue.opens, cue.start)):
            return True
        if cue.word is None or cue.family is not Family.VERB or not cue.prefixed or frame.source is not None:
            return False
        return cue.word.narrated or words[cue.start][1:] not in self._lexicons.cues

    def _end(self, frame: Frame, stop: int) -> int:
        content = frame.content
        around = self._body.quotation[frame.cue.start]
        if around >= 0:
            stop = min(stop, self._body.closing[around])
        close = self._body.closing.get(content)
        if close is not None and (frame.construction is Construction.QUOTE or close + 1 >= stop):
            # The cues inside the quotation do not end it.
            stop = close + 1
        if close is not None and close - content > _LONGEST_NAME and self._separated(close + 1):
            stop = min(stop, close + 1)
        if frame.cue.family is Family.NOUN:
            stop = min(stop, self._first_pause(content, stop))
        if frame.construction in (Construction.OBJECT, Construction.PREPOSITION):
            stop = _first(self._turns, content, stop)
            for places in (self._acts, self._sequels):
                place = _first(places, content, stop)
                # Behind «التي» or «أن» both may be theirs of whom the content speaks.
                stop = place if _first(self._clauses, content, place) == place else stop
        if frame.construction is not Construction.QUOTE:
            # Who speaks himself may pause: «قال: هذا عملنا.. نحن نتعاون».
            stop = _first(self._pauses, content, stop)
        stop = _first(self._asides, content, stop)
        # What stands in the cue's own sentence is the content, though the quotation goes on.
        return _first(self._full_stops, content, max(stop, content))

    def _separated(self, token: int) -> bool:
        return token < len(self._body.words) and self._body.words[token] in _SEPARATING

    def _acts_at(self, token: int) -> bool:
        """Tell whether a verb joined by «و» goes on with what the speaker did: «وعقدت», «ولم»."""
        word = self._body.words[token]
        if self._body.quotation[token] >= 0 or word.startswith("وال"):
            return False
        return word in self._lexicons.small.joined_negation or _ACT.fullmatch(word) is not None

    def _follows_up(self, token: int) -> bool:
        """Tell whether the event begins at `token` upon which one spoke: «غداة الهجوم», «بعد أن رفعت»."""
        body, small = self._body, self._lexicons.small
        if body.quotation[token] >= 0 or not body.words[token - 1][0].isalnum():
            # «، بعد أن» goes on with what is told.
            return False
        if body.words[token - 1] in small.thereby:
            return False
        return body.words[token] not in small.after or body.words[token + 1] in small.complementizer

    def _aside_at(self, token: int) -> bool:
        """Tell whether words on the speech itself begin at `token`: its occasion, «متمنيا», «مقدرا»."""
        if self._body.words[token] in COMMAS:
            return self._tells_occasion(token)
        small = self._lexicons.small
        if self._body.words[token] not in small.attitude:
            # «ملفا يقدم قبل الحفل، موضحا فيه العدد» tells of the paper.
            apart = self._body.words[token - 1] in COMMAS and self._body.quotation[token] < 0
            return apart and self._body.words[token + 1] not in small.in_paper
        # «صورة معبرة» is an adjective; the accusative of the masculine is an adverb.
        adverb = self._body.words[token].endswith("ا") or self._body.words[token - 1] in COMMAS
        return adverb and self._body.quotation[token] < 0

    def _tells_occasion(self, token: int) -> bool:
        """Tell whether a comma leads to the occasion of the speech: «، وذلك خلال مؤتمر»."""
        words, small = self._body.words, self._lexicons.small
        if words[token + 1] not in small.thereby:
            return False
        leading = words[token + 2 : token + 3]
        if not small.occasion_preposition.issuperset(leading):
            return False
        return any(word in self._lexicons.occasions for word in words[token + 3 : token + 5])

    def _first_pause(self, content: int, stop: int) -> int:
        """Return the comma that ends a noun's content, as no further noun or verb is joined to it."""
        index = bisect_right(self._commas, content)
        for comma in self._commas[index : index + _MOST_COMMAS]:
            if comma >= stop - 1:
                break
            word = self._body.words[comma + 1]
            joined = word[0] == "و" and (word[1:] in self._lexicons.content_nouns or word[1:2] in _PRESENT)
            joined = joined or word in self._lexicons.small.reason
            if not joined and self._body.quotation[comma] < content:
                return comma
        return stop

    def _stops(self, token: int) -> bool:
        """Tell whether a mark ends a sentence: a blank and a word behind it, no abbreviation before."""
        body = self._body
        apart = body.starts[token + 1] > body.ends[token] and body.words[token + 1][0].isalnum()
        return apart and len(body.words[token - 1]) > _SHORTEST_LAST_WORD

    def _pauses_at(self, token: int) -> bool:
        """Tell whether two points or more end what is told, as columns have them."""
        words = self._body.words
        run = words[token] == "." and words[token - 1] == "." and words[token + 1][0].isalnum()
        return run and self._body.quotation[token] < 0

    def _shared(self, frame: Frame, before: Frame | None) -> Frame:
        """Give «..., على حد قوله» the content of the statement before it."""
        if frame.forward or before is None or frame.cue.family is not Family.PHRASE:
            return frame
        if frame.construction is Construction.AROUND:
            return frame
        if not before.forward or before.content >= frame.cue.opens:
            return frame
        content = before.content
        if (
            frame.construction is Construction.OWN_WORDS
            and self._body.words[frame.cue.start - 1] not in COMMAS
        ):
            # «دعا إلى تغيير الخطة التي لم تنجح حسب قوله»: without a comma the clause alone is his word.
            content = self._last_clause(content, frame.cue.opens)
        return replace(frame, content=content)

    def _last_clause(self, start: int, stop: int) -> int:
        """Return where the last relative or temporal clause in a stretch begins, `start` for none."""
        words, small = self._body.words, self._lexicons.small
        for token in range(stop - 2, max(start, stop - _LONGEST_CLAUSE), -1):
            if words[token] in small.relative or words[token] in small.temporal:
                return token + 1
        return start

    def _trimmed(self, frame: Frame) -> Frame:
        words = self._body.words
        start, end = frame.content, frame.end
        while end > start and words[end - 1] in _MARKS:
            end -= 1
        while start < end and words[start] in _MARKS:
            start += 1
        if frame.construction is Construction.QUOTE and self._introduced(start, end):
            end -= self._body.closing.get(start) == end - 1
            start += 2
        if end - start == 1 and not words[start][0].isalnum():
            end = start
        kept = start == frame.content and end == frame.end
        return frame if kept else replace(frame, content=start, end=end)

    def _introduced(self, start: int, end: int) -> bool:
        """Tell whether a quotation begins with the conjunction that leads to it: «"إن الأمر انتهى"»."""
        words, small = self._body.words, self._lexicons.small
        if end - start < _SHORTEST_INTRODUCED or words[start] != '"':
            return False
        # «إن لم تأت» is a condition and belongs to what is said.
        return words[start + 1] in small.complementizer and words[start + 2] not in small.negation


@cache
def _circumstances(lexicons: AttributionLexicons) -> frozenset[str]:
    """Return the participles of saying with the ending that tells how somebody spoke: «شاكرا»."""
    cues = lexicons.cues.items()
    return frozenset(word for word, cue in cues if cue.family is Family.PARTICIPLE and word.endswith("ا"))


@cache
def _noted(lexicons: AttributionLexicons) -> frozenset[str]:
    """Return the words whose places in a body are looked up, but for those that begin with «و»."""
    small = lexicons.small
    clauses = small.relative | small.complementizer | small.thing | _circumstances(lexicons)
    return clauses | small.attitude | small.aftermath | _STOPS | set(COMMAS)


def _told(frame: Frame) -> bool:
    return frame.cue.family is not Family.NOUN


def _carried(frame: Frame, names: tuple[str, ...]) -> Frame:
    return replace(frame, relays=tuple(dict.fromkeys((*frame.relays, *names)))) if names else frame


def _before(source: Phrase | None, cue: Cue) -> Phrase | None:
    """Return a source without the expression behind its comma: «البعثة، مستندة إلى أرقام الجيش،»."""
    if source is None or not source.start < cue.start - 1 < source.end:
        return source
    return replace(source, end=cue.start - 1)


def _first(places: list[int], content: int, stop: int) -> int:
    """Return the first of the sorted `places` inside a content, `stop` where there is none."""
    index = bisect_right(places, content)
    return places[index] if index < len(places) and places[index] < stop - 1 else stop
