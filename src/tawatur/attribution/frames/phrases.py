"""Frames of prepositional expressions: «وفق ما أفادت الهيئة», «بحسب رويترز», «على حد قوله»."""

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import PRONOUNS, Agreement, CueWord
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame, framed
from tawatur.attribution.frames.unmarked import UnmarkedClauses
from tawatur.attribution.lexicon import AttributionLexicons, CuePhrase, reporting_word
from tawatur.attribution.openings.openings import Construction, Opening
from tawatur.attribution.openings.preceding import clause_before, first_comma, sentence_before
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import DEFINITE
from tawatur.attribution.speakers.subjects import Subjects
from tawatur.records.span import Span

_OPENING_MARKS = (":", '"')
DASHES = ("-", "–")
_LONGEST_UNKNOWN = 3
_LONGEST_APPOSITION = 8
# So few words are no clause yet: «وتعتبر الثغرة، بحسب الموقع، ...».
_SHORT_BEGIN = 4
_LONGEST_CREDITED = 6
# A verb no list knows bears a pronoun or the ending of the past: «ما بثته», «ما تناقلت».
_VERBAL_ENDINGS = ("ه", "ت")


class PhraseFrames:
    """Reads the frames of one body's reporting expressions."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._chains = chains
        self._subjects = Subjects(body, lexicons, phrases)
        self._unmarked = UnmarkedClauses(body, lexicons, phrases)

    def frame(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        """Return the frame of a reporting expression, `None` where it names no speaker («وفق الخطة»)."""
        assert cue.phrase is not None
        words = self._body.words
        apart = words[cue.end] == cue.phrase.fused
        start, fused = cue.end + apart, 0 if apart else len(cue.phrase.fused)
        if start >= stop:
            return None
        if cue.phrase.takes == "content":
            return self._contained(cue)
        bare = words[start][fused:]
        if bare in self._lexicons.own_words:
            return self._placed(replace(cue, end=start + 1), None, (), sentence)
        if cue.phrase.takes == "speech-noun" or self._speech_noun(start, bare, stop):
            return self._speech_of(cue, start, bare, stop, sentence)
        thing = bare in self._small.thing
        if thing or cue.phrase.takes in ("verb", "said"):
            return self._as_said(cue, start + thing, stop, sentence)
        return self._by(cue, start, stop, sentence, fused=fused)

    def _contained(self, cue: Cue) -> Frame | None:
        """Read «بيانا جاء فيه أن»: whose paper it is the sentence tells."""
        content = cue.end
        clause = self._body.words[content] in self._small.complementizer
        if not clause and self._body.words[content] not in _OPENING_MARKS:
            return None
        content += clause or self._body.words[content] == ":"
        construction = Construction.THAT if clause else Construction.QUOTE
        return framed(
            cue, Opening(construction=construction, start=cue.end, content=content), source=None, relays=()
        )

    def _by(self, cue: Cue, start: int, stop: int, sentence: Span, *, fused: int) -> Frame | None:
        """Read «بحسب رويترز», «وفقا لتقرير الهيئة»."""
        end = self._bound(cue, start, stop)
        bound = self._behind_leader(start, end) if self._leads(cue, sentence) else end
        source, relays = self._chains.quoted(start, bound)
        if source is None or (source.start != start and not self._carried(source)):
            return None
        if self._leads(cue, sentence) and not relays and not self._closed(source.end):
            source = self._unmarked.before_clause(source, end)
            if source.end < stop and self._body.words[source.end] in self._small.paper:
                # «وفقا لدراسة قام بها ...»: how far the clause about the source goes nothing tells.
                return None
        source = replace(source, fused=fused if source.start == start else 0)
        if not self._named(cue, source, sentence):
            return None
        if not self._chains.is_outlet(source):
            # «بحسب مسؤولين تحدثوا إلى رويترز»
            relays = relays or self._chains.told(source.end, end, source)
        return self._placed(cue, source, relays, sentence)

    def _carried(self, source: Phrase) -> bool:
        """Tell whether another passes a source's word on: «بحسب رويترز نقلا عن الهيئة»."""
        return " ".join(self._body.words[source.start - 2 : source.start]) in self._small.carrying

    def _behind_leader(self, start: int, end: int) -> int:
        """Return where the clause behind a leading source begins: what «عن» joins there is no source."""
        first = self._phrases.after(start, end)
        if first is None or first.start != start or self._closed(first.end):
            return end
        parted = self._unmarked.before_clause(first, end)
        leads_on = first.end < end and (
            self._body.words[first.end] in self._small.leading_on
            or " ".join(self._body.words[first.end : first.end + 2]) in self._small.carrying
        )
        return parted.end if parted.end < first.end or not leads_on else end

    def _bound(self, cue: Cue, start: int, stop: int) -> int:
        """Return how far the source behind an expression may reach: to the comma, or the dash that closes."""
        comma = first_comma(self._body, start, stop)
        closed = first_comma(self._body, comma + 1, min(stop, comma + _LONGEST_APPOSITION))
        if closed + 1 < stop and self._body.words[closed + 1] in self._small.consequence:
            # «وحسب رئيس الهيئة، سالم الهادي، فإن»
            return closed
        stop = comma
        if self._body.words[cue.start - 1] in DASHES and cue.start:
            return next((token for token in range(start, stop) if self._body.words[token] in DASHES), stop)
        return stop

    def _leads(self, cue: Cue, sentence: Span) -> bool:
        """Tell whether an expression stands before its content."""
        if cue.opens == sentence.start or cue.prefixed:
            return True
        before = self._body.words[cue.start - 1]
        return before in _OPENING_MARKS or before in self._small.complementizer

    def _closed(self, token: int) -> bool:
        """Tell whether the source that ends at `token` is marked off from the clause behind it."""
        behind = self._body.words[token : token + 1]
        marks = (*COMMAS, *DASHES, ":")
        return any(word in marks or word in self._small.consequence for word in behind)

    def _named(self, cue: Cue, source: Phrase, sentence: Span) -> bool:
        """Tell whether what follows an expression can be its source."""
        assert cue.phrase is not None
        if cue.phrase.takes == "anybody":
            return True
        if cue.phrase.takes in ("document", "spoken"):
            return self._says(source, cue.phrase)
        word = self._body.words[source.start]
        noun = "ال" + word[2:] if source.fused and word.startswith("لل") else word[source.fused :]
        if noun in self._small.demonstrative and source.end - source.start == 1:
            # «تبعا لذلك»
            return False
        marked = self._leads(cue, sentence) and self._closed(source.end)
        if (noun in self._lexicons.norms and not self._issued(source)) or marked:
            return marked
        people = noun in self._small.crowd
        return self._may_speak(source) or (self._unmistakable(cue) and (people or self._name(source)))

    def _issued(self, source: Phrase) -> bool:
        """Tell whether a rule is rather a paper, as somebody gave it out: «توجيه صدر عنه»."""
        words, small, token = self._body.words, self._small, source.start + 1
        if token + 1 >= len(words) or words[token] not in small.issued:
            return False
        return words[token + 1] in small.about_him or words[token + 1] in small.leading_on

    def _unmistakable(self, cue: Cue) -> bool:
        """Tell whether an expression is rarely said of anything but speakers: «بحسب», never «حسب»."""
        assert cue.phrase is not None
        return bool(cue.phrase.fused) or self._body.words[cue.start].endswith("بحسب")

    def _name(self, source: Phrase) -> bool:
        """Tell whether a phrase that no list knows is a name: short, and without article or pronoun."""
        words = self._body.words[source.start : source.end]
        if words[0] == '"' or words[0] in self._small.demonstrative:
            return words[0] == '"'
        bare = all(word[0].isalpha() and not word.startswith(DEFINITE) for word in words)
        # A plural or a noun that bears a pronoun is nobody's name: «بحسب تصميمات», «بحسب نطاقها».
        common = words[0].endswith((*PRONOUNS, "ات"))
        return bare and not common and len(words) <= _LONGEST_UNKNOWN

    def _speech_noun(self, noun: int, bare: str, stop: int) -> bool:
        """Tell whether a noun of speech with its speaker follows: «حسب إفادة المراجعين»."""
        if bare not in self._lexicons.speech_nouns or noun + 1 >= stop:
            return False
        speaker = self._body.words[noun + 1]
        if self._phrases.speaker_at(noun + 1) or speaker.startswith("ال"):
            return True
        return bare not in self._lexicons.speakers and speaker[0].isalpha()

    def _speech_of(self, cue: Cue, noun: int, bare: str, stop: int, sentence: Span) -> Frame | None:
        """Read «على حد قول فلان»."""
        if bare not in self._lexicons.speech_nouns:
            return None
        source, relays = self._chains.quoted(noun + 1, first_comma(self._body, noun + 1, stop))
        return (
            self._placed(replace(cue, end=noun + 1), source, relays, sentence) if source is not None else None
        )

    def _as_said(self, cue: Cue, verb: int, stop: int, sentence: Span) -> Frame | None:
        """Read «وفق ما أفادت الهيئة», «كما قال فلان», «حسبما ورد في المحضر»."""
        assert cue.phrase is not None
        if verb >= stop:
            return None
        words = self._body.words
        stands = contained(words, verb, self._lexicons)
        word = reporting_word(words[verb], self._lexicons)
        loose = cue.phrase.takes == "verb"
        verbal = stands or self._verbal(words[verb], word, loose=loose)
        # «حسبما أسر به مصدر محلي»
        verbal = verbal or (not loose and not self._small.paper.isdisjoint(words[verb + 1 : verb + 2]))
        # «وهو ما نشرته الغد»: what else outlets do with a story.
        published = loose and word is not None and word.takes("that", "relay", "opinion")
        if not (verbal or published) or (loose and self._goes_on(verb + 1, stop)):
            return None
        end = verb + (stands or 1)
        comma = first_comma(self._body, end, stop)
        # «ما صرح به المدير»
        past = end + (not self._small.paper.isdisjoint(words[end : end + 1]))
        start = past if stands or past > end else self._subjects.behind_adjuncts(end, comma)
        source, relays = self._chains.quoted(start, comma)
        doubtful = loose or (word is None and not stands)
        if source is None:
            return self._own_saying(replace(cue, end=end), word, stop, sentence) if loose else None
        held = word is not None and word.takes("clause") and words[end] in self._small.adjunct
        if held:
            # «وهو ما مالت إليه مصادر»
            end += 1
        speaks = verbal or held or self._chains.is_outlet(source) or self._shown(word, source)
        # «كما طالب المحامي بتعويض» only joins; «كما أفاد مسؤول وكالة رويترز» is told whole.
        heard = self._body.outlets.get(source.end)
        joins = loose and not self._over(heard.end if heard else source.end, sentence)
        if not speaks or joins or (doubtful and not self._may_speak(source)):
            return None
        told = self._chains.told(source.end, comma, source)
        return self._placed(replace(cue, end=end), source, (*told, *relays), sentence)

    def _own_saying(self, cue: Cue, word: CueWord | None, stop: int, sentence: Span) -> Frame | None:
        """Read «كما قالوا، ...»: a verb of speech that alone fills an expression."""
        first_person = self._body.words[cue.end - 1].endswith("ت")
        # «كما يقولون» brings in a proverb.
        proverb = word is not None and word.present and word.agreement is Agreement.PLURAL
        if word is None or first_person or proverb or word.passive or not self._verbal("", word, loose=True):
            return None
        alone = cue.end >= stop or not self._body.words[cue.end][0].isalnum()
        return self._placed(cue, None, (), sentence) if alone else None

    def _shown(self, word: CueWord | None, source: Phrase) -> bool:
        """Tell whether papers show something: «كما تظهر السجلات», never «كما تضمن القرار»."""
        shows = word is not None and word.takes("that") and word.takes("object")
        return shows and self._phrases.group(source.start) == "document"

    def _over(self, token: int, sentence: Span) -> bool:
        """Tell whether nothing but an adverb or a mark follows a source."""
        word = self._body.words[token] if token < sentence.end else "."
        return not word[0].isalnum() or word in self._small.adjunct

    def _verbal(self, text: str, word: CueWord | None, *, loose: bool) -> bool:
        """Tell whether a word is a verb of speech where an expression asks for one."""
        if word is None:
            return not loose and text.endswith(_VERBAL_ENDINGS)
        return not loose or (word.takes("quote") and not word.ambiguous)

    def _goes_on(self, token: int, stop: int) -> bool:
        """Tell whether a clause follows, so that «كما» only joins: «كما أكد أن»."""
        return token < stop and self._body.words[token] in self._small.complementizer

    def _may_speak(self, source: Phrase) -> bool:
        words = self._body.words
        start = source.start
        while start < source.end - 1 and start not in self._body.outlets:
            if words[start] != '"' and words[start] not in self._small.latest:
                break
            start += 1
        return self._phrases.speaker_at(start)

    def _says(self, source: Phrase, phrase: CuePhrase) -> bool:
        """Tell whether a paper says something: «جاء في البيان أن», never «جاء في المركز الأول»."""
        end = source.end
        while end < len(self._body.words) - 1 and self._body.words[end] in self._small.adjunct:
            end += 1
        behind = self._body.words[end : end + 1]
        opens = any(word in self._small.complementizer or word in _OPENING_MARKS for word in behind)
        paper = self._phrases.group(source.start) == "document"
        return opens and (paper if phrase.takes == "document" else self._phrases.names_party(source.start))

    def _placed(
        self, cue: Cue, source: Phrase | None, relays: tuple[str, ...], sentence: Span
    ) -> Frame | None:
        """Place a phrase's content: behind it at the beginning of a sentence, around it, else before it."""
        words = self._body.words
        reached = source.end if source is not None else cue.end
        if self._leads(cue, sentence) and reached < sentence.end - 1:
            content = reached
            while content < sentence.end and self._parts(cue, words[content]):
                content += 1
            if content < sentence.end and words[content] in self._small.complementizer:
                content += 1
            construction = Construction.SOURCE_FIRST if source is not None else Construction.OWN_WORDS
            opening = Opening(construction=construction, start=reached, content=content)
            return framed(cue, opening, source=source, relays=relays)
        before = clause_before(self._body, cue, sentence, self._small)
        begun = self._interrupted(cue, sentence.start if before is None else before, reached, sentence)
        if before is None and not (begun is not None and self._behind_one_word(cue, sentence)):
            return self._credited(cue, source, relays, sentence)
        if begun is not None:
            opening = Opening(construction=Construction.AROUND, start=begun, content=begun)
            return replace(framed(cue, opening, source=source, relays=relays), end=sentence.end)
        assert before is not None
        construction = Construction.BEFORE if source is not None else Construction.OWN_WORDS
        opening = Opening(construction=construction, start=before, content=before)
        return framed(cue, opening, source=source, relays=relays)

    def _behind_one_word(self, cue: Cue, sentence: Span) -> bool:
        """Tell whether a single word stands before an expression: «والقرار، بحسب المحامي، باطل»."""
        word = self._body.words[sentence.start]
        return cue.opens == sentence.start + 1 and word[0].isalpha() and word not in self._small.connective

    def _credited(
        self, cue: Cue, source: Phrase | None, relays: tuple[str, ...], sentence: Span
    ) -> Frame | None:
        """Read «... .وفقا لموقع الغد.»: alone in its sentence an expression credits the one before."""
        told = sentence_before(self._body, sentence, self._small)
        if told is None or source is None or cue.opens != sentence.start:
            return None
        if (
            cue.phrase is None
            or cue.phrase.takes not in ("source", "said")
            or source.end - source.start > _LONGEST_CREDITED
        ):
            return None
        opening = Opening(construction=Construction.POINTING_BACK, start=told.start, content=told.start)
        return replace(framed(cue, opening, source=source, relays=relays), end=told.end)

    def _parts(self, cue: Cue, word: str) -> bool:
        """Tell whether a word only parts a source from its content: «جاء في بيان الهيئة أمس: ...»."""
        dated = cue.phrase is not None and cue.phrase.takes == "document" and word in self._small.adjunct
        return dated or word in (*COMMAS, *DASHES, ":", "'")

    def _interrupted(self, cue: Cue, before: int, reached: int, sentence: Span) -> int | None:
        """Return where a clause begins that an expression in commas or dashes breaks off near its begin."""
        words = self._body.words
        if reached >= sentence.end - 1 or words[cue.start - 1] != words[reached]:
            return None
        if words[reached] not in (*COMMAS, *DASHES) or words[reached + 1][0] == "و":
            return None
        for token in range(cue.opens - 1, max(before, cue.opens - _SHORT_BEGIN) - 1, -1):
            if words[token] in self._small.complementizer:
                return token + 1
        return before if cue.opens - before <= _SHORT_BEGIN else None


def contained(words: tuple[str, ...], token: int, lexicons: AttributionLexicons) -> int:
    """Return how many words say at `token` that something stands in a paper: «ورد في», 0 if they don't."""
    for phrase in lexicons.phrases.get(words[token], ()):
        if (
            phrase.takes in ("document", "spoken")
            and words[token : token + len(phrase.words)] == phrase.words
        ):
            return len(phrase.words)
    return 0
