"""Frames of nouns of speech: «إعلان الهيئة أن», «بلاغا عن», «قام المدير بتوجيه الموظفين»."""

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import CONJUNCTIONS
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame, framed
from tawatur.attribution.frames.unmarked import UnmarkedClauses
from tawatur.attribution.lexicon import AttributionLexicons, noun_at
from tawatur.attribution.noun_words import NounWord
from tawatur.attribution.openings.objects import Objects
from tawatur.attribution.openings.openings import Construction, Opening, Openings
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases, Phrase
from tawatur.attribution.speakers.subjects import Subjects
from tawatur.records.attribution import Act
from tawatur.records.span import Span

_LEADERS = ("office", "title", "state", "outlet")
_SOUND_PLURALS = ("ين", "ون")
_ADJECTIVAL = ("يه", "ي", *_SOUND_PLURALS)
_AT = "ل"
_PLURAL = "ات"
_MARKS = (*COMMAS, ":", '"')
# «أمس في بيان»: so much may stand between a speaker and his content.
_LONGEST_GAP = 6
# «تعليمات مشددة بـ»
_NEAR = 2
_VERB_BEFORE = LONGEST_NAME


class NounFrames:
    """Reads the frames of one body's nouns of speech."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._chains = chains
        self._objects = Objects(body, lexicons, phrases)
        self._openings = Openings(body, lexicons, phrases)
        self._subjects = Subjects(body, lexicons, phrases)
        self._unmarked = UnmarkedClauses(body, lexicons, phrases)

    def frame(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        """Return the frame of a noun whose content opens before `stop`, `None` for no speech."""
        noun = noun_at(self._body.words[cue.start], self._lexicons)
        assert noun is not None
        given = noun.needs == "speaker" and self._verb_before(cue, self._small.giving, sentence) is not None
        if not given and not self._may_tell(cue.end, noun, stop):
            return None
        stop = min(stop, cue.end + LONGEST_NAME)
        opening = self._gist(cue.end, stop) or self._openings.find(cue, stop) or self._aimed(cue, noun, stop)
        if opening is None or self._elsewhere(opening, noun):
            return None
        wants = noun.needs == "speaker" or noun.cue.act is Act.DEMAND
        done = self._performed(cue, opening, sentence) if noun.particle == "ب" and wants else None
        if done is not None or noun.borne:
            return done or self._his(cue, opening, noun)
        return self._told(cue, opening, noun, sentence)

    def _told(self, cue: Cue, opening: Opening, noun: NounWord, sentence: Span) -> Frame | None:
        """Read a noun without a pronoun by what it needs."""
        if self._said_by_nobody(cue, opening, noun):
            return self._given(cue, opening, self._giver(cue, sentence))
        if noun.needs in ("clause", "refusal"):
            adjacent = opening.start == cue.end and opening.construction.open
            adjacent = adjacent and (noun.needs == "clause" or self._refuses(cue, sentence))
            return framed(cue, opening, source=None, relays=()) if adjacent else None
        head = self._head(cue.end, noun, opening) if noun.needs != "giver" else None
        if head is not None:
            return self._spoken(cue, opening, head, noun)
        given = noun.needs == "giver" or (noun.needs == "speaker" and noun.cue.act is Act.DEMAND)
        if given or noun.needs == "nobody":
            return self._nobodys(cue, opening, sentence, given=given)
        return None

    def _may_tell(self, token: int, noun: NounWord, stop: int) -> bool:
        """Tell by the word behind a noun whether it may have a content at all, as few have."""
        if noun.borne or noun.particle == "ب" or noun.needs not in ("party", "speaker"):
            return True
        if token >= stop:
            return False
        word = self._body.words[token]
        if word in self._small.complementizer or word in self._small.gist:
            return True
        return word in self._small.source_link or self._speaks(token, leading=False)

    def _gist(self, token: int, stop: int) -> Opening | None:
        """Return what a noun is told to say: «بلاغا من المستشفى مفاده أن», «رسالة فحواها: ...»."""
        words = self._body.words
        while token < stop and words[token] not in self._small.gist:
            other = words[token].removeprefix("ب") in self._lexicons.occasions
            if other or words[token] in COMMAS or words[token] in self._small.complementizer:
                return None
            token += 1
        content = token + 1
        while content < stop and (words[content] in _MARKS or words[content] in self._small.complementizer):
            content += 1
        if content >= stop:
            return None
        return Opening(construction=Construction.THAT, start=token, content=content)

    def _aimed(self, cue: Cue, noun: NounWord, stop: int) -> Opening | None:
        """Return at whom or what something is aimed: «انتقاد الوزير للنادي», «إدانة المجلس لهذا العمل»."""
        if noun.cue.act is not Act.OTHER or noun.borne or _AT not in noun.cue.prepositions:
            return None
        for token in range(cue.end + 1, min(stop, cue.end + _LONGEST_GAP + 1)):
            word = self._body.words[token]
            if word.startswith("لل") or (word[0] == _AT and word[1:] in self._small.demonstrative):
                return Opening(construction=Construction.PREPOSITION, start=token, content=token)
        return None

    def _said_by_nobody(self, cue: Cue, opening: Opening, noun: NounWord) -> bool:
        """Tell whether the clause right behind a plural is what is said: «اتهامات بأنه», «تصريحات مفادها»."""
        if opening.construction is not Construction.THAT or opening.start != cue.end:
            return False
        gist = self._body.words[opening.start] in self._small.gist
        plural = self._body.words[cue.start].endswith(_PLURAL) and noun.needs in ("party", "speaker")
        return gist or plural

    def _elsewhere(self, opening: Opening, noun: NounWord) -> bool:
        """Tell whether what opens belongs to something else: «على أن», a quotation behind «تصريحات»."""
        if opening.construction is Construction.QUOTE:
            return not noun.cue.takes("quote")
        if opening.construction is not Construction.THAT or opening.start + 1 == opening.content:
            return False
        word = self._body.words[opening.start]
        return word not in noun.cue.prepositions and word not in self._small.gist

    def _his(self, cue: Cue, opening: Opening, noun: NounWord) -> Frame | None:
        """Read «اعترافه بالخطأ», «حجتهم أن»."""
        occasion = self._body.words[cue.start] in self._lexicons.occasions
        event = cue.start > 0 and self._body.words[cue.start - 1] in self._small.event
        if (noun.cue.act is Act.OTHER or occasion) and not event:
            # «أعرب عن ترحيبه», «قال في إعلانه»: the verb before them has the content.
            return None
        gap = opening.start - cue.end
        if noun.needs == "party" and self._body.words[opening.start].startswith("ل"):
            # «مقترحاتهم لتطوير المعرض» tells what they are for.
            return None
        masdar = noun.needs in ("party", "speaker") and opening.construction is Construction.PREPOSITION
        if masdar and self._objects.behind_masdar(cue, opening.start):
            return framed(cue, replace(opening, start=cue.end, content=cue.end), source=None, relays=())
        near = gap == 0
        if noun.needs == "nobody":
            # «تعليماته الفورية للموظفين بـ»
            described = self._body.words[cue.end].startswith("ال")
            near = self._reaches(cue.end + described, opening)
        if opening.construction is Construction.THAT:
            # «إعلانه في بداية العام أنه»
            adverb = event and self._adverb(cue.end, opening)
            near = gap <= _NEAR or (adverb and self._reaches(cue.end, opening))
        source = self._topic(cue) if noun.needs == "pronoun" else None
        return framed(cue, opening, source=source, relays=()) if near else None

    def _adverb(self, token: int, opening: Opening) -> bool:
        """Tell whether nothing but an adverb stands between a noun and its clause."""
        between = self._body.words[token : opening.start]
        whole = all(word[0].isalnum() and not word.startswith("و") for word in between)
        return whole and self._body.words[opening.content - 1] not in self._small.consequence

    def _topic(self, cue: Cue) -> Phrase | None:
        """Return those whom a sentence is about right before their noun: «والمعارضون حجتهم أن»."""
        word = self._body.words[cue.start - 1] if cue.start else ""
        fused = int(word[:1] in CONJUNCTIONS and word[1:].startswith("ال"))
        known = word[fused:] in self._lexicons.speakers or word.endswith(_SOUND_PLURALS)
        if not word[fused:].startswith("ال") or not known:
            return None
        return Phrase(start=cue.start - 1, end=cue.start, fused=fused)

    def _head(self, token: int, noun: NounWord, opening: Opening) -> int | None:
        """Return where the name of the speaker begins behind a noun: in construct, or behind «من»."""
        words = self._body.words
        if noun.needs == "pronoun" or token >= opening.start:
            return None
        if words[token] in self._small.source_link:
            return token + 1 if self._phrases.speaker_at(token + 1) else None
        # «اتهامات الوزير»: a plural has no object in construct.
        leading = noun.needs == "speaker" and not words[token - 1].endswith(_PLURAL)
        return token if self._speaks(token, leading=leading) else None

    def _speaks(self, token: int, *, leading: bool) -> bool:
        word = self._body.words[token]
        group = self._lexicons.speakers.get(word)
        outlet = self._body.outlets.get(token)
        if outlet is not None and outlet.fused:
            return False
        if self._phrases.given_name_at(token) or outlet is not None or group in _LEADERS:
            return True
        if not leading and word.removeprefix("ال") in self._small.many:
            # «مطالبات عدد من السكان»
            return True
        if leading or (group == "document" and not word.startswith("ال")):
            # «إعلان نتائج» tells what is announced.
            return False
        return group is not None or (word.startswith("ال") and word.endswith(_SOUND_PLURALS))

    def _spoken(self, cue: Cue, opening: Opening, head: int, noun: NounWord) -> Frame | None:
        """Read «ترحيب الوزير بالقرار»."""
        masdar = noun.needs == "speaker" and not self._body.words[cue.start].endswith(_PLURAL)
        aimed = self._object_at(head, opening) if masdar else None
        if aimed is not None:
            opening = replace(opening, start=aimed, content=aimed)
        source = self._phrases.after(head, opening.start)
        if source is None or source.start != head or not self._reaches(source.end, opening):
            return None
        if self._unmarked.goes_on(source):
            return None
        if aimed is None and noun.cue.takes("accuse") and opening.construction is Construction.PREPOSITION:
            if source.end == opening.start or self._body.words[source.end] in self._small.adjunct:
                # «اتهام الوزير بالفساد»: he is accused.
                return None
            opening = replace(opening, start=source.end, content=source.end)
        return framed(cue, opening, source=source, relays=self._chains.told(cue.end, opening.start, source))

    def _object_at(self, head: int, opening: Opening) -> int | None:
        """Return where «ل» brings in the object of a masdar whose subject stands in construct with it.

        «اتهام الوزير للشركة بالتقصير», «دعوة المجلس للأطراف إلى الحوار».
        """
        if opening.construction is not Construction.PREPOSITION:
            return None
        places = range(head + 1, min(opening.start, head + _LONGEST_GAP))
        return next((place for place in places if self._body.words[place].startswith("لل")), None)

    def _reaches(self, end: int, opening: Opening) -> bool:
        """Tell whether nothing but adverbs and those addressed stand between `end` and a content."""
        gap = opening.start - end
        if gap <= 0:
            return gap == 0
        word = self._body.words[end]
        if word[0] == "ل" and len(word) > 1 and gap <= LONGEST_NAME:
            addressed = self._phrases.after(end, opening.start)
            return addressed is not None and addressed.end == opening.start
        aside = not word[0].isalnum() or word in self._small.adjunct or word in self._small.preposition
        longest = _LONGEST_GAP if opening.construction is Construction.THAT else _LONGEST_GAP // 2
        return gap <= longest and (aside or word.startswith("ال"))

    def _nobodys(self, cue: Cue, opening: Opening, sentence: Span, *, given: bool) -> Frame | None:
        """Read «بلاغا عن حريق», «قدمت الشركة تطمينات بأن»."""
        words, start = self._body.words, cue.end
        numbered = words[cue.start - 1].isdigit()
        if numbered or words[start] in self._small.source_link or self._adjective(opening.content):
            return None
        if (
            start < opening.start
            and not words[start].startswith("ل")
            and words[start] not in self._small.adjunct
        ):
            # «تعليمات مشددة»
            start += 1
        gap = words[cue.end : opening.start]
        if not self._reaches(start, opening) or not set(COMMAS).isdisjoint(gap):
            return None
        clause = opening.construction is Construction.THAT
        if clause and start < opening.start and not words[start].startswith("ل"):
            return None
        source = self._giver(cue, sentence)
        if source is None and given:
            return None
        return self._given(cue, opening, source)

    def _given(self, cue: Cue, opening: Opening, source: Phrase | None) -> Frame:
        """Return the frame of a noun whose giver alone may be named."""
        if source is None and cue.word is not None:
            cue = replace(cue, word=replace(cue.word, passive=True))
        return framed(cue, opening, source=source, relays=())

    def _adjective(self, token: int) -> bool:
        """Tell whether a word that seems to bear ب only begins with it: «بلاغات بنكية»."""
        word = self._body.words[token]
        bare = word[0] == "ب" and not word.startswith("بال") and word[1:] not in self._lexicons.content_nouns
        return bare and word.endswith(_ADJECTIVAL)

    def _giver(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return the subject of the verb that gives what the noun names: «قدمت الشركة تطمينات»."""
        verb = self._verb_before(cue, self._small.giving, sentence)
        if verb is None:
            return None
        behind = self._subjects.behind(verb + 1, cue.start)
        who = verb - 2
        if self._body.words[verb - 1] in self._small.relative and self._phrases.speaker_at(who):
            return Phrase(start=who, end=who + 1)
        return behind or self._subjects.before(replace(cue, start=verb), sentence)

    def _performed(self, cue: Cue, opening: Opening, sentence: Span) -> Frame | None:
        """Read «قام المدير بتوجيه الموظفين بنقل»."""
        verb = self._verb_before(cue, self._small.performing, sentence)
        if verb is None or opening.start - cue.end > _LONGEST_GAP:
            return None
        source = self._subjects.behind(verb + 1, cue.start)
        return framed(cue, opening, source=source, relays=())

    def _refuses(self, cue: Cue, sentence: Span) -> bool:
        """Tell whether somebody refuses what he gives the reason for: «رفضت الشركة الدفع بحجة أن»."""
        before = replace(cue, start=cue.opens)
        return self._verb_before(before, self._small.refusing, sentence) is not None

    def _verb_before(self, cue: Cue, verbs: frozenset[str], sentence: Span) -> int | None:
        for token in range(cue.start - 1, max(sentence.start, cue.start - _VERB_BEFORE) - 1, -1):
            word = self._body.words[token]
            if word in verbs or (word[0] == "و" and word[1:] in verbs):
                return token
            if not word[0].isalnum() and word not in '"()':
                return None
        return None
