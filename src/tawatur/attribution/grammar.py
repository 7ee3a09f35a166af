"""From the cues of a sentence to frames: which cue has a content, and what stands around it."""

from bisect import bisect_left
from dataclasses import replace

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cues import Cue, find_cues, reporting_word
from tawatur.attribution.frames import Frame
from tawatur.attribution.lexicon import AttributionLexicons, Family
from tawatur.attribution.openings import Construction, Opening, Openings
from tawatur.attribution.sources import LONGEST_NAME, NounPhrases, Phrase
from tawatur.records.span import Span

_MARKS = frozenset("،,؛:.-–\"'()")
_POINTING_BACK = frozenset({"ذلك", "بذلك"})
_POINTING = frozenset({"هولاء", "بعض", "احد", "عدد"})
_THINGS = frozenset({"ما", "لما"})
_PREPOSITIONS = frozenset({"في", "من", "الي", "علي", "عن", "مع", "بين", "ومن", "وفي", "وعلي", "وعن", "وبعد", "وقبل", "ومع", "لدي"})
_CARRYING = (("نقلا", "عن"), ("علي", "لسان"))
_LATEST = frozenset({"اخر", "احدث"})
_EVENTS = frozenset({"بعد", "مع", "عقب", "اثر"})
_NEAR = 3
_LONGEST_DATELINE = 6


class Grammar:
    """Reads the sentences of one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons) -> None:
        self._body = body
        self._lexicons = lexicons
        self._first = -1
        self._phrases = NounPhrases(body, lexicons)
        self._openings = Openings(body, lexicons, self._phrases)
        self._chains = Chains(body, lexicons, self._phrases)

    def frames(self, sentence: Span) -> list[Frame]:
        """Return the frames of one sentence in order, their contents not yet closed."""
        frames: list[Frame] = []
        stop = sentence.end
        # From the end: a cue may look for its content only as far as the next that stands by itself.
        cues = find_cues(self._body, sentence, lexicons=self._lexicons)
        self._first = next((cue.start for cue in cues if cue.word is not None), -1)
        for cue in reversed(cues):
            quoted = self._body.quotation[cue.start]
            limit = min(stop, self._body.closing[quoted]) if quoted >= 0 else stop
            frame = self._frame(cue, limit, sentence, frames[-1] if frames else None)
            if frame is None or (quoted >= 0 and not self._stands_in_quotation(frame, quoted, sentence)):
                continue
            if frames and self._swallows(frame, frames[-1]):
                frames.pop()
            frames.append(frame)
            if cue.joined and quoted < 0 and cue.family is not Family.PHRASE:
                stop = cue.opens
        frames.reverse()
        return [
            frame
            for index, frame in enumerate(frames)
            if not index or frame.cue.start >= frames[index - 1].head_end
        ]

    def _stands_in_quotation(self, frame: Frame, quoted: int, sentence: Span) -> bool:
        """A cue inside a quotation counts only with a source and a clause of its own, unless the marks hold all."""
        if quoted <= sentence.start:
            return True
        return frame.source is not None and frame.construction in (Construction.THAT, Construction.QUOTE)

    def _swallows(self, frame: Frame, later: Frame) -> bool:
        """«وأضاف قائلاً: ...» is one cue."""
        return frame.content == later.content and frame.forward

    def _frame(self, cue: Cue, stop: int, sentence: Span, following: Frame | None) -> Frame | None:
        if cue.phrase is not None:
            return self._phrase(cue, stop, sentence)
        word = cue.word
        assert word is not None
        if "relay" in word.governs:
            return self._transfer(cue, stop, following)
        if cue.end < stop and self._body.words[cue.end] in _POINTING_BACK and "that" in word.governs:
            return self._pointing(cue, stop, sentence) or self._verb(cue, stop, sentence, following)
        return self._verb(cue, stop, sentence, following)

    def _verb(self, cue: Cue, stop: int, sentence: Span, following: Frame | None) -> Frame | None:
        word = cue.word
        assert word is not None
        opening = self._openings.find(cue, stop)
        opening = opening or self._said(cue, following)
        if opening is None:
            return self._behind(cue, stop, sentence)
        source = None
        if cue.family is Family.VERB:
            source = self._subject(cue, opening.start)
            if source is None and not cue.prefixed:
                source = self._subject_first(cue, sentence)
            if source is None and word.present and word.impersonal:
                return None
        hanging = cue.family is Family.VERB and source is None and not (cue.joined or cue.prefixed)
        # «رفعت خطابا تطالب فيه بـ...»: the paper that is spoken of makes it speech.
        hanging = hanging and not (word.present and self._body.words[cue.end] in ("فيه", "فيها", "خلاله", "خلالها"))
        if hanging and opening.construction not in (Construction.THAT, Construction.QUOTE):
            return None
        if word.ambiguous and not self._sure(cue, opening, source):
            return None
        if cue.family is Family.MASDAR and not self._sure_masdar(cue, opening, sentence):
            return None
        relays = self._chains.told(cue.end, opening.start, source)
        if not relays and self._first_in(cue, sentence):
            relays = self._chains.told(sentence.start, cue.start, source)
        source, relays = self._quoting(cue, opening, source, relays)
        return self._made(cue, cue.end, source, relays, opening)

    def _first_in(self, cue: Cue, sentence: Span) -> bool:
        """Tell whether no other cue stands before this one: «وفي حديث لـ«الغد» قال»."""
        return cue.start == self._first and cue.start - sentence.start < LONGEST_NAME

    def _quoting(
        self, cue: Cue, opening: Opening, source: Phrase | None, relays: tuple[str, ...]
    ) -> tuple[Phrase | None, tuple[str, ...]]:
        """«ذكرت صحيفة س نقلاً عن رويترز عن مصدر أن»: the subject becomes the last relay."""
        words = self._body.words
        for token in range(cue.end, opening.start - 1):
            if (words[token], words[token + 1]) in _CARRYING and source is not None:
                origin, carried = self._chains.quoted(token + 2, opening.start)
                if origin is not None:
                    return origin, (*carried, self._chains.name(source))
        return source, relays

    def _said(self, cue: Cue, following: Frame | None) -> Opening | None:
        """Take over the content of the next frame where that is a «قائلاً», «قوله» which only opens it."""
        if following is None or following.cue.key != "qala" or not following.forward:
            return None
        if following.cue.family not in (Family.PARTICIPLE, Family.MASDAR) or following.cue.start - cue.end > LONGEST_NAME:
            return None
        return Opening(construction=following.construction, start=following.cue.start, content=following.content)

    def _sure(self, cue: Cue, opening: Opening, source: Phrase | None) -> bool:
        word = cue.word
        assert word is not None
        if opening.construction is Construction.PREPOSITION:
            return "object" not in word.governs and (source is not None or opening.start == cue.end)
        if opening.construction is Construction.OBJECT:
            return source is not None and self._phrases.group(source.start) == "document"
        if opening.construction not in (Construction.THAT, Construction.QUOTE):
            return False
        if source is not None:
            near = opening.start - source.end < _NEAR and source.end - source.start <= _NEAR
            return (cue.joined or source.end <= cue.start) and (self._phrases.speaker_at(source.start) or near)
        near = opening.start - cue.end < 2 or self._phrases.ends_at(cue.end, cue.end)
        return near and (cue.joined or cue.prefixed)

    def _sure_masdar(self, cue: Cue, opening: Opening, sentence: Span) -> bool:
        """«قوله إن», «بعد اتهامه»: a masdar reports with a clause, or as an event of its own."""
        if opening.construction in (Construction.THAT, Construction.QUOTE):
            return opening.start - cue.end < _NEAR
        before = self._body.words[cue.start - 1] if cue.start > sentence.start else ""
        return opening.start == cue.end and (before in _EVENTS or cue.prefixed)

    def _made(
        self, cue: Cue, head_end: int, source: Phrase | None, relays: tuple[str, ...], opening: Opening
    ) -> Frame:
        return Frame(
            cue=cue,
            head_end=head_end,
            source=source,
            relays=relays,
            construction=opening.construction,
            opening=opening.start,
            content=opening.content,
            end=opening.content,
        )

    # Subjects

    def _subject(self, cue: Cue, end: int) -> Phrase | None:
        """Return the speaker named between a verb and its content."""
        start = self._behind_adjuncts(cue.end, end)
        if start >= end:
            return None
        found = self._phrases.after(start, end)
        if found is None or self._body.words[found.start] in _PREPOSITIONS:
            return None
        return found

    def _behind_adjuncts(self, start: int, end: int) -> int:
        """Step over what may stand between a verb and its subject: «أمس», «في بيان», «لـ«الوطن»»."""
        phrases, words = self._phrases, self._body.words
        if start >= end or not (phrases.ends_at(start, start) or phrases.relays_at(start) or words[start] in _PREPOSITIONS or words[start] in _MARKS and words[start] != '"'):
            return start
        for token in range(start + 1, end):
            if words[token] in ("،", ","):
                continue
            before = words[token - 1]
            if before in _PREPOSITIONS or before in self._lexicons.leading:
                continue
            if before[0] in "لب" and self._phrases.group(token - 1) is not None:
                continue
            if phrases.group(token) is not None and words[token] in self._lexicons.speakers and words[token] not in self._lexicons.occasions:
                return token
        return end

    def _subject_first(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return the speaker before a verb: «المتحدث أكد أن», «المدير الذي أعلن أن»."""
        words = self._body.words
        end = cue.start
        while end > sentence.start and words[end - 1] in self._lexicons.auxiliaries:
            end -= 1
        relative = end > sentence.start and words[end - 1] in self._lexicons.relatives
        end -= relative
        comma = end > sentence.start and words[end - 1] in ("،", ",")
        end -= comma
        found = self._phrases.before(sentence.start, end)
        if found is None:
            return None
        if relative:
            return self._antecedent(found)
        if self._phrases.speaker_at(found.start):
            return found
        first = words[found.start]
        short = found.end - found.start < _NEAR and not comma
        if short and found.start > sentence.start and words[found.start - 1] in self._lexicons.complementizers:
            return found if words[found.start] not in self._lexicons.adjuncts else None
        return found if short and (first.startswith("ال") or first == '"') else None

    def _antecedent(self, phrase: Phrase) -> Phrase | None:
        """Return the speaker in whose relative clause a verb stands, without what precedes him."""
        words = self._body.words
        start = phrase.start
        for token in range(phrase.start, phrase.end):
            if words[token] in self._lexicons.adjuncts and words[token] not in self._lexicons.leading:
                start = token + 1
        for token in range(start, phrase.end):
            before = self._body.words[token - 1] if token > start else ""
            if self._phrases.speaker_at(token) and before not in _PREPOSITIONS:
                if self._body.words[token] in _POINTING and token + 1 < phrase.end:
                    continue
                return replace(phrase, start=token)
        names = [t for t in range(phrase.start, phrase.end) if self._body.words[t] in self._lexicons.given_names]
        return replace(phrase, start=names[0]) if names else None

    # A content before its cue

    def _behind(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        """«"..."، قال فلان»: the content stands before the verb."""
        stop = min(stop, cue.end + LONGEST_NAME)
        word = cue.word
        assert word is not None
        words = self._body.words
        if cue.family is not Family.VERB or cue.prefixed or "quote" not in word.governs or word.ambiguous:
            return None
        before = words[cue.start - 1] if cue.start > sentence.start else ""
        if before not in ("،", ",", '"', "-", "–"):
            return None
        source = self._subject(cue, stop)
        if source is None:
            return None
        content = self._clause_before(cue, sentence)
        if content is None:
            return None
        relays = self._chains.told(cue.end, stop, source)
        opening = Opening(construction=Construction.BEFORE, start=content, content=content)
        return self._made(cue, cue.end, source, relays, opening)

    def _clause_before(self, cue: Cue, sentence: Span) -> int | None:
        """Return where the clause before a cue begins, behind the dateline and the conjunctions."""
        words = self._body.words
        start = sentence.start
        for token in range(start, min(start + _LONGEST_DATELINE, cue.opens)):
            if words[token] == ":":
                start = token + 1
                break
        while start < cue.opens and words[start] in _MARKS and start not in self._body.closing:
            start += 1
        return start if cue.opens - start > 1 else None

    def _pointing(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        """«كشف ذلك لـ«الغد» المتحدث»: the content is the sentence before."""
        if cue.family is not Family.VERB or self._openings.find(replace(cue, end=cue.end + 1), stop) is not None:
            return None
        source = self._subject(cue, stop)
        index = bisect_left(self._body.sentences, sentence) - 1
        if source is None or index < 0:
            return None
        before = self._body.sentences[index]
        return Frame(
            cue=cue,
            head_end=cue.end,
            source=source,
            relays=self._chains.told(cue.end, stop, source),
            construction=Construction.POINTING_BACK,
            opening=before.start,
            content=before.start,
            end=before.end,
        )

    # Phrases

    def _phrase(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        words, lexicons = self._body.words, self._lexicons
        assert cue.phrase is not None
        token = cue.end
        fused = len(cue.phrase.fused)
        if fused and words[token] == cue.phrase.fused:
            token, fused = token + 1, 0
        if token >= stop:
            return None
        first = words[token]
        bare = first[fused:]
        if bare in lexicons.own_words:
            return self._placed(cue, token + 1, None, (), sentence, stop, own=True)
        if cue.phrase.takes == "speech-noun" or (bare in lexicons.speech_nouns and token + 1 < stop and self._phrases.speaker_at(token + 1)):
            if first not in lexicons.speech_nouns:
                return None
            source, relays = self._chains.quoted(token + 1, stop)
            return self._placed(cue, token + 1, source, relays, sentence, stop) if source else None
        thing = first in _THINGS
        if thing or cue.phrase.takes == "verb":
            return self._as_said(cue, token + thing, stop, sentence)
        source, relays = self._chains.quoted(token, self._comma(token, stop))
        if source is None or source.start != token:
            return None
        if not self._may_speak(source):
            return None
        return self._placed(cue, cue.end, replace(source, fused=fused), relays, sentence, stop)

    def _comma(self, start: int, stop: int) -> int:
        stop = min(stop, start + LONGEST_NAME)
        for token in range(start, stop):
            if self._body.words[token] in ("،", ","):
                return token
        return stop

    def _as_said(self, cue: Cue, verb: int, stop: int, sentence: Span) -> Frame | None:
        """«وفق ما أفادت الهيئة», «كما قال فلان»."""
        assert cue.phrase is not None
        if verb >= stop:
            return None
        word = reporting_word(self._body.words[verb], self._lexicons)
        if word is None and not self._body.words[verb].endswith(("ته", "ه", "ت")):
            return None
        if cue.phrase.takes == "verb" and (word is None or word.ambiguous or "quote" not in word.governs):
            return None
        if cue.phrase.takes == "verb" and self._body.words[verb + 1 : verb + 2] and self._body.words[verb + 1] in self._lexicons.complementizers:
            return None
        start = self._behind_adjuncts(verb + 1, stop)
        source, relays = self._chains.quoted(start, self._comma(start, stop))
        if source is None or ((word is None or cue.phrase.takes == "verb") and not self._may_speak(source)):
            return None
        told = self._chains.told(source.end, self._comma(source.end, stop), None)
        return self._placed(cue, verb + 1, source, (*told, *relays), sentence, stop)

    def _may_speak(self, source: Phrase) -> bool:
        words = self._body.words
        start = source.start
        while start < source.end - 1 and start not in self._body.outlets and (words[start] == '"' or words[start] in _LATEST):
            start += 1
        return self._phrases.speaker_at(start)

    def _placed(
        self,
        cue: Cue,
        head_end: int,
        source: Phrase | None,
        relays: tuple[str, ...],
        sentence: Span,
        stop: int,
        *,
        own: bool = False,
    ) -> Frame | None:
        """Place a phrase's content: behind it at the beginning of a sentence, else before it."""
        words = self._body.words
        reached = source.end if source is not None else head_end
        construction = Construction.OWN_WORDS if own else Construction.SOURCE_FIRST
        leads = cue.opens == sentence.start or words[cue.start - 1] in (":", '"')
        if leads and reached < sentence.end - 1:
            content = reached
            while content < sentence.end and words[content] in ("،", ",", "-"):
                content += 1
            if content < sentence.end and words[content] in self._lexicons.complementizers:
                content += 1
            opening = Opening(construction=construction, start=reached, content=content)
            return self._made(cue, head_end, source, relays, opening)
        before = self._clause_before(cue, sentence)
        if before is None:
            return None
        if not own:
            construction = Construction.BEFORE
        return self._made(cue, head_end, source, relays, Opening(construction=construction, start=before, content=before))

    # Transfers

    def _transfer(self, cue: Cue, stop: int, following: Frame | None) -> Frame | None:
        """«نقلت رويترز عن مسؤول قوله إن ...»: one attribution, its source the last in the chain."""
        opening = self._openings.find(cue, stop) or self._said(cue, following)
        if opening is None:
            return None
        words = self._body.words
        for token in range(cue.end, opening.start):
            if words[token] == "عن":
                carrier = self._phrases.after(self._behind_adjuncts(cue.end, token), token)
                source, relays = self._chains.quoted(token + 1, opening.start)
                if carrier is not None:
                    relays = (*relays, self._chains.name(carrier))
                return self._made(cue, cue.end, source, relays, opening) if source is not None else None
            if words[token] in self._lexicons.complementizers:
                break
            if words[token] == "قول" and token > cue.end:
                carrier = self._phrases.after(cue.end, token)
                source = self._phrases.after(token + 1, opening.start)
                if source is not None and carrier is not None:
                    return self._made(cue, cue.end, source, (self._chains.name(carrier),), opening)
        if opening.construction is not Construction.THAT:
            return None
        source = self._subject(cue, opening.start)
        return self._made(cue, cue.end, source, (), opening) if source is not None else None
