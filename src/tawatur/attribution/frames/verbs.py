"""Frames of verbs, participles and masdars: who says what with «قال», «مؤكداً», «قوله»."""

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import CueWord, Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame, framed
from tawatur.attribution.frames.placed import PlacedContents
from tawatur.attribution.frames.published import Published
from tawatur.attribution.frames.transfers import Transfers, said_after
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.objects import Objects
from tawatur.attribution.openings.openings import Construction, Opening, Openings
from tawatur.attribution.openings.preceding import clause_before, sentence_before
from tawatur.attribution.openings.speaker_ends import SpeakerEnds
from tawatur.attribution.speakers.addressees import Addressees
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases, Phrase
from tawatur.attribution.speakers.subjects import Subjects
from tawatur.records.span import Span

_NEAR = 3
_LONGEST_ADVERB = 14
_NEAR_PAPER = 12
# «نفت شركة المياه الوطنية ذلك»
_NEAR_PRONOUN = 8
# «غالبا ما», «عادة ما»
_ADVERBIAL = ("ا", "عاده")
_BEHIND_SPEECH = frozenset('،,"-')


class VerbFrames:
    """Reads the frames of one body's reporting verbs."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._chains = chains
        self._objects = Objects(body, lexicons, phrases)
        self._ends = SpeakerEnds(body, lexicons, phrases)
        self._openings = Openings(body, lexicons, phrases)
        self._placed = PlacedContents(body, lexicons, phrases, chains)
        self._published = Published(body, lexicons, phrases, chains)
        self._addressees = Addressees(body, lexicons, phrases)
        self._subjects = Subjects(body, lexicons, phrases)
        self._transfers = Transfers(body, lexicons, phrases, chains)

    def frame(self, cue: Cue, stop: int, sentence: Span, following: Frame | None) -> Frame | None:
        """Return the frame of a verbal cue whose content opens before `stop`, `None` for no speech."""
        word = cue.word
        assert word is not None
        if word.takes("relay"):
            return self._transfers.frame(cue, stop, following)
        if (pointed := self._pointing_or_rumour(cue, stop, sentence)) is not None:
            return pointed
        opening = self._opening(cue, stop, sentence, following)
        if opening is None:
            return self._behind_content(cue, stop, sentence)
        source = self._subjects.of(cue, opening.start, sentence)
        if not self._announces(cue, opening, source, sentence):
            return None
        if source is not None and source.start >= cue.end and word.addressee:
            source = self._addressees.without(source)
        if word.takes("accuse", "blame", "describe"):
            if self._charged(cue, opening):
                return framed(replace(cue, word=replace(word, passive=True)), opening, source=None, relays=())
            source, opening = self._charging(cue, opening, source, sentence)
        source, relays = self._quoting(cue, opening, source)
        return framed(cue, opening, source=source, relays=relays)

    def _pointing_or_rumour(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        if cue.word is not None and cue.word.takes("publish"):
            return self._published.study(cue, stop) or self._published.rumour(cue, stop)
        pronoun = self._pronoun(cue, stop)
        if pronoun is None:
            pronoun = self._pronoun_behind(cue)
        return None if pronoun is None else self._pointing(cue, pronoun, stop, sentence)

    def _opening(self, cue: Cue, stop: int, sentence: Span, following: Frame | None) -> Opening | None:
        assert cue.word is not None
        if cue.word.takes("thanks") and cue.family is Family.VERB:
            return self._placed.thanks(cue, stop)
        opening = self._openings.find(cue, stop) or said_after(cue, following)
        if opening is None or opening.construction is not Construction.THAT:
            # What is quoted or named in what somebody asks for is no content.
            opening = self._requested(cue, stop) or opening
        return opening or self._placed.find(cue, stop, sentence)

    def _charged(self, cue: Cue, opening: Opening) -> bool:
        """Tell a passive, whose object is the subject: «الذي وصف بالخطير», «أوقف واتهم بأنه»."""
        words = self._body.words
        if cue.family is not Family.VERB or self._subjects.bears_object(cue):
            return False
        behind = cue.end
        while behind < opening.content and words[behind] in self._small.adjunct:
            behind += 1
        return behind in (opening.start, opening.content) and words[behind][0] == "ب"

    def _charging(
        self, cue: Cue, opening: Opening, source: Phrase | None, sentence: Span
    ) -> tuple[Phrase | None, Opening]:
        """Take whom a speaker accuses and what he describes for part of what he says."""
        start = cue.end
        if self._body.words[cue.end] in self._small.in_paper:
            # «تغريدات يتهم فيها اللاعب بالرهان»: who wrote them accuses him.
            source, start = None, cue.end + 1
        elif source is not None and source.start >= cue.end:
            alone = source.end - cue.end == 1 and source.end == opening.start and not source.fused
            alone = alone and cue.word is not None and cue.word.addressee
            # «وتتهمه النيابة»: the pronoun is the object.
            alone = alone and not self._subjects.bears_object(cue)
            if not alone:
                start = source.end
            else:
                # «واتهم الحكومة بأنها»: of the two nouns it needs the one that stands is the object.
                source = None if cue.prefixed else self._subjects.before(cue, sentence)
        while start < opening.start and self._passing(start):
            start += 1
        if start >= opening.start or self._besides(self._body.words[start]):
            return source, opening
        return source, replace(opening, start=start, content=start)

    def _passing(self, token: int) -> bool:
        """Tell whether a time alone stands between a speaker and whom he accuses: «أمس باكستان»."""
        word = self._body.words[token]
        return word in self._small.adjunct and word in self._small.day

    def _besides(self, word: str) -> bool:
        """Tell whether a word begins an adverb and nothing that could be accused."""
        if word in self._small.content_preposition:
            return True
        return word in self._small.adjunct and word not in self._small.pointing_back

    def _requested(self, cue: Cue, stop: int) -> Opening | None:
        """Take what is asked of somebody for the content."""
        assert cue.word is not None
        if cue.family is not Family.VERB or not cue.word.takes("request"):
            return None
        found = self._objects.asked_of(cue.end, stop)
        if found is not None:
            return Opening(construction=Construction.OBJECT, start=found[0], content=found[1])
        source = self._subjects.behind(cue.end, stop)
        token = cue.end if source is None else self._ends.behind_speaker(source, stop)
        if token is None or (token == cue.end and not (cue.prefixed and self._objects.wanted(token))):
            return None
        return Opening(construction=Construction.OBJECT, start=token, content=token)

    def _announces(self, cue: Cue, opening: Opening, source: Phrase | None, sentence: Span) -> bool:
        """Tell whether a form that finds something to open is speech indeed."""
        word = cue.word
        assert word is not None
        if cue.family is not Family.VERB:
            return cue.family is Family.PARTICIPLE or self._masdar_announces(cue, opening, sentence)
        if word.passive:
            return opening.start - cue.end < _NEAR
        suffered = word.takes("accuse") and self._suffers(cue, opening)
        shown = word.personal and self._shown(cue, word, source)
        if suffered or shown or self._concluded(cue, word, source) or self._nobody(word, source):
            return False
        if source is None:
            if word.present and word.impersonal:
                return False
            # «رفعت خطابا تطالب فيه بـ...»: the paper just named makes it speech.
            in_paper = self._body.words[cue.end] in self._small.paper and self._of_paper(cue, word)
            charged = (
                self._subjects.bears_object(cue) and self._body.words[cue.start - 1] not in self._small.thing
            )
            if not (cue.joined or in_paper or charged or opening.construction.open or self._earlier(cue)):
                return False
        return not word.ambiguous or self._clear(cue, word, opening, source)

    def _concluded(self, cue: Cue, word: CueWord, source: Phrase | None) -> bool:
        """Tell whether the text draws its own conclusion: «وارتفع العجز ما يشير إلى أن»."""
        words = self._body.words
        if not word.present or words[cue.start - 1] not in self._small.outcome:
            return False
        often = words[cue.start - 2].endswith(_ADVERBIAL)
        return not often and (source is None or source.start < cue.start)

    def _nobody(self, word: CueWord, source: Phrase | None) -> bool:
        """Tell what is no party: «أي حالة تشكو من», «تعتبر هذه المشاركة عاملا»."""
        if source is None:
            return False
        first = self._body.words[source.start]
        whichever = first in self._small.any and self._body.text[self._body.starts[source.start]] == "أ"
        held = word.present and word.takes("regard") and first in self._small.demonstrative
        return whichever or (held and not self._phrases.speaker_at(source.start + 1))

    def _earlier(self, cue: Cue) -> bool:
        """Tell whether a verb dates the main clause, whose subject is its own: «بعد أن أعلن عن»."""
        words, small = self._body.words, self._small
        that = cue.start - 1
        return words[that] in small.complementizer and words[that - 1].removeprefix("و") in small.event

    def _suffers(self, cue: Cue, opening: Opening) -> bool:
        """Tell a passive, as its object is missing: «التي قدرت بمليون», «اتهم بالسرقة»."""
        bare = opening.construction is Construction.PREPOSITION and opening.start == cue.end
        return bare and not self._subjects.bears_object(cue)

    def _shown(self, cue: Cue, word: CueWord, source: Phrase | None) -> bool:
        """Tell whether a thing shows something: «يعبر المعرض عن», «تطرق الاجتماع إلى»."""
        words = self._body.words
        if source is None:
            return word.present or words[cue.end].removeprefix("ال") in self._lexicons.occasions
        if self._phrases.given_name_at(source.start):
            return False
        spoken = self._phrases.speaker_at(source.start) and self._phrases.group(source.start) != "document"
        held = words[source.start].removeprefix("ال") in self._lexicons.occasions
        return not spoken and (word.present or held)

    def _of_paper(self, cue: Cue, word: CueWord) -> bool:
        """Tell whether a verb describes what was just said or written: «خطابا تطالب فيه», «كلمة رحب فيها»."""
        near = 1 if self._body.words[cue.end] not in self._small.in_paper else _NEAR_PAPER
        before = self._body.words[max(0, cue.start - near) : cue.start]
        return word.present or any(one.removesuffix("ا") in self._lexicons.occasions for one in before)

    def _clear(self, cue: Cue, word: CueWord, opening: Opening, source: Phrase | None) -> bool:
        """Tell whether an ambiguous verb is speech: its content must be introduced openly, and near."""
        if opening.construction is Construction.PREPOSITION:
            return self._clear_noun(cue, word, opening, source)
        documented = source is not None and self._phrases.group(source.start) == "document"
        if opening.construction is Construction.OBJECT:
            asks = word.takes("request", "regard") and cue.joined
            asks = (
                asks
                or word.takes("publish")
                or (word.takes("cause") and source is not None and source.start == cue.end)
            )
            return asks or documented or self._told(cue, word, opening, source)
        if not opening.construction.open or (word.finding and not documented):
            return False
        if word.takes("opinion") and (source is None or source.start < cue.end or not cue.joined):
            return False
        if source is None:
            adverb = (
                not word.present and opening.start - cue.end < _LONGEST_ADVERB and self._adverb_at(cue.end)
            )
            near = opening.start - cue.end < 2 or adverb
            return near and cue.joined
        near = opening.start - max(cue.end, source.end) < _NEAR
        spoken = self._phrases.speaker_at(source.start)
        near = near and (spoken or source.end - source.start <= _NEAR or self._apposed(source))
        told = near or (spoken and not word.takes("clause"))
        return told and (cue.joined or source.end <= cue.start)

    def _apposed(self, source: Phrase) -> bool:
        """Tell whether a description in commas shows who speaks: «الهادي، الخبير في السدود، أن»."""
        commas = (token for token in range(source.start, source.end) if self._body.words[token] in COMMAS)
        return any(self._phrases.speaker_at(token + 1) for token in commas)

    def _clear_noun(self, cue: Cue, word: CueWord, opening: Opening, source: Phrase | None) -> bool:
        """Tell whether an ambiguous verb with its particle is speech."""
        if word.finding:
            return source is not None and self._phrases.group(source.start) == "document"
        if word.takes("accuse"):
            # «قدر عدد النازحين بمليون» names nobody.
            partitive = source is not None and self._body.words[source.start] in self._small.partitive
            return source is not None and not partitive and self._phrases.speaker_at(source.start)
        prays = self._body.words[cue.end] in self._small.pious
        if source is None and word.addressee and cue.prefixed and not (word.present or prays):
            # «وشكر الجميع على»: who is told stands between.
            return True
        if word.takes("object") or source is None:
            return not word.takes("object") and opening.start == cue.end
        introduced = opening.start < opening.content and (cue.joined or source.end <= cue.start)
        return introduced or opening.start - max(cue.end, source.end) < _NEAR

    def _told(self, cue: Cue, word: CueWord, opening: Opening, source: Phrase | None) -> bool:
        """Tell whether an ambiguous verb behind which a speaker stands tells a plain object."""
        if source is None and cue.prefixed and self._phrases.ends_at(cue.end, cue.end) and not word.present:
            # «وبين خلال الاجتماع أهمية ...»
            return self._objects.content_noun(self._body.words[opening.content])
        if source is None or word.finding or not cue.joined or source.start != cue.end:
            return False
        if cue.opens and self._body.words[cue.opens - 1][0].isalnum():
            # «بيننا وبين الأسر»
            return False
        spoken = self._phrases.names_party(source.start)
        return spoken and self._objects.content_noun(self._body.words[opening.content])

    def _adverb_at(self, token: int) -> bool:
        """Tell whether an adverb stands at `token`, where a subject would: «وبينت في ختام اللقاء أن»."""
        if self._phrases.ends_at(token, token):
            return True
        word = self._body.words[token]
        leads = word in self._small.occasion_preposition or word in self._small.preposition
        return leads and not self._phrases.given_name_at(token)

    def _masdar_announces(self, cue: Cue, opening: Opening, sentence: Span) -> bool:
        """«قوله إن», «بعد اتهامه»: a masdar reports with a clause, or as an event of its own."""
        if opening.construction.open:
            # «إعلانه في بداية العام أنه»: the pronoun is the subject, so that an adverb must follow.
            return opening.start - cue.end < _NEAR or self._adverb_at(cue.end)
        if opening.construction is Construction.PREPOSITION:
            if self._objects.behind_masdar(cue, opening.start):
                return True
            if cue.word is not None and cue.word.takes("accuse"):
                # «بعد اتهامه بالسرقة»: he is accused.
                return False
        before = self._body.words[cue.start - 1] if cue.start > sentence.start else ""
        return opening.start == cue.end and (cue.prefixed or before in self._small.event)

    def _quoting(
        self, cue: Cue, opening: Opening, source: Phrase | None
    ) -> tuple[Phrase | None, tuple[str, ...]]:
        """Return the source and its relays; «ذكرت صحيفة س نقلاً عن ص أن» makes the subject a relay."""
        words = self._body.words
        if source is not None and (speaker := self._chains.uttered_by(source, opening.start)) is not None:
            return speaker, self._chains.names(source)
        if source is not None and (learnt := self._learnt(source, opening.start)) is not None:
            return learnt[1], self._chains.names(learnt[0])
        for token in range(cue.end, opening.start - 1):
            if source is not None and f"{words[token]} {words[token + 1]}" in self._small.carrying:
                origin, carried = self._chains.quoted(token + 2, opening.start)
                if origin is not None:
                    return origin, (*carried, *self._carrier(source, origin))
        return source, self._chains.told(cue.end, opening.content, source)

    def _learnt(self, outlet: Phrase, stop: int) -> tuple[Phrase, Phrase] | None:
        """Return an outlet and whose word it has: «علمت «الغد» من مصادر أن», «ذكرت الغد عن سالم قوله»."""
        if not self._chains.is_outlet(outlet) and outlet.start + 1 not in self._body.outlets:
            return None
        words, small = self._body.words, self._small
        # «قوله» may open the content itself, or «إن» behind it.
        stop += words[stop] in self._lexicons.own_words
        said = words[stop - 1]
        uttered = said in self._lexicons.own_words or said.removeprefix("ال") in self._lexicons.speech_nouns
        for link in range(outlet.start + 1, stop - 1 - uttered):
            # «علم موقع الغد من مصدر محلي», never «صحيفة الغد المقربة من الوزير»
            near = words[link - 1].removeprefix("ال") in small.closeness
            voice = self._phrases.group(link + 1) == "role" and not near
            leads = words[link] in small.source_link and (link >= outlet.end or voice)
            if leads or (uttered and words[link] in small.leading_on):
                origin = self._phrases.after(link + 1, stop - uttered)
                near = origin is not None and origin.start == link + 1
                return (replace(outlet, end=min(outlet.end, link)), origin) if origin and near else None
        return None

    def _carrier(self, subject: Phrase, origin: Phrase) -> tuple[str, ...]:
        """Return a subject as a relay; a body that speaks through its spokesman is none."""
        body = self._phrases.group(subject.start) in ("body", "state")
        speaks = body and self._phrases.group(origin.start) == "office"
        return () if speaks else self._chains.names(subject)

    def _led(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return who stands right behind «لكن», which no verb but his follows: «لكن خبراء ... شككوا»."""
        if self._body.words[sentence.start] not in self._small.adversative:
            return None
        found = self._phrases.after(sentence.start + 1, cue.start)
        led = found is not None and found.start == sentence.start + 1
        return found if led and self._phrases.speaker_at(sentence.start + 1) else None

    def _behind_content(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        """Read «"..."، قال فلان»: the content stands before the verb."""
        word = cue.word
        assert word is not None
        words = self._body.words
        thus = self._thus(cue)
        if cue.family is not Family.VERB or cue.prefixed or (word.ambiguous and not thus):
            return None
        if not thus and not word.takes("quote"):
            return None
        if cue.start == sentence.start or not (thus or words[cue.start - 1] in _BEHIND_SPEECH):
            return None
        stop = min(stop, cue.end + LONGEST_NAME)
        source = self._subjects.behind(cue.end, stop)
        content = clause_before(self._body, cue, sentence, self._small)
        if source is None or content is None:
            return None
        quoted = '"' in words[cue.start - 2 : cue.start]
        if not quoted and not thus and not self._phrases.speaker_at(source.start):
            return None
        opening = Opening(construction=Construction.BEFORE, start=content, content=content)
        return framed(cue, opening, source=source, relays=self._chains.told(cue.end, stop, source))

    def _thus(self, cue: Cue) -> bool:
        """Tell whether a verb points back to a quotation: «"لن نرحل"، هكذا رد الأهالي»."""
        words = self._body.words
        for start in (cue.start - 1, cue.start - 2):
            if start > 0 and " ".join(words[start : cue.start]) in self._small.thus:
                return words[start - 1] in _BEHIND_SPEECH
        return False

    def _pronoun(self, cue: Cue, stop: int) -> int | None:
        """Return the pronoun behind a verb that points to what was said: «كشف ذلك», «أعلنت عن ذلك»."""
        words = self._body.words
        if cue.word is None or cue.family is not Family.VERB or cue.end >= stop:
            return None
        token = cue.end + (words[cue.end] in cue.word.prepositions)
        return token if token < stop and words[token] in self._small.pointing_back else None

    def _pronoun_behind(self, cue: Cue) -> int | None:
        """Return the pronoun behind a speaker: «نفت الشركة ذلك، وقالت»."""
        words, last = self._body.words, min(cue.end + _NEAR_PRONOUN, len(self._body.words) - 1)
        if cue.family is not Family.VERB or self._small.pointing_back.isdisjoint(words[cue.end + 1 : last]):
            return None
        near = range(cue.end + 1, last)
        pronoun = next(token for token in near if words[token] in self._small.pointing_back)
        if cue.word is None or not cue.word.takes("object") or words[pronoun + 1][0].isalnum():
            return None
        source = self._subjects.behind(cue.end, pronoun)
        complete = source is not None and source.end == pronoun and self._phrases.speaker_at(source.start)
        return pronoun if complete else None

    def _pointing(self, cue: Cue, pronoun: int, stop: int, sentence: Span) -> Frame | None:
        """Read «كشف ذلك لـ«الغد» المتحدث»: the content is the sentence before."""
        if self._openings.find(replace(cue, end=pronoun + 1), stop) is not None:
            return None
        over = pronoun + 1 >= stop or not self._body.words[pronoun + 1][0].isalnum()
        stop = min(stop, cue.end + LONGEST_NAME)
        source = self._subjects.behind(cue.end, stop)
        if source is None and over and not cue.prefixed:
            # «والوزارة إذ تعلن ذلك لتؤكد ...»
            source = self._subjects.before(replace(cue, start=cue.opens), sentence)
            source = source or self._led(cue, sentence)
        told = sentence_before(self._body, sentence, self._small)
        if source is None or told is None:
            return None
        opening = Opening(construction=Construction.POINTING_BACK, start=told.start, content=told.start)
        relays = self._chains.told(cue.end, stop, source)
        return replace(framed(cue, opening, source=source, relays=relays), end=told.end)
