"""Where the content of a reporting verb begins: at a clause, a quotation, a noun phrase."""

from enum import StrEnum
from functools import cache

import msgspec
from msgspec.structs import replace

from tawatur.attribution.anonymity import NOT, anonymity_at
from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import CONJUNCTIONS, FOR_WHOM, CueWord, Family, to_whom
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.objects import Objects
from tawatur.attribution.speakers.sources import NounPhrases
from tawatur.records.attribution import Act

# A source with its adjuncts is never longer in the gold (61 words at most).
_REACH = 70
# A quotation of fewer words behind a verb is a name, unless a colon announces it.
_SHORT_QUOTATION = 5
# «(آر.تي.إي)»
_LONGEST_ABBREVIATION = 9
# «بالمتقدمين الذين لم يؤدوا الاختبار» and somewhat longer.
_LONGEST_ADDRESSED = 14
_STOPS = frozenset("؟!")
# «مؤكداً سمو أمير المنطقة في كلمته أن» still opens with «أن».
_NEAREST_OBJECT = 6
# Such a participle is an adjective as well: مقترحة, مقترحات.
_ADJECTIVAL = ("ه", "ات")
# «تقديم مقترحات»: with an object such a plural is a noun.
_NOUNS = "ات"
_FUTURE = ("سي", "ست", "سن", "سا")
_SHORTEST_FUTURE = 4


class Construction(StrEnum):
    """How a cue takes its content; the second part of an attribution's licence."""

    THAT = "that-clause"
    QUOTE = "quotation"
    PREPOSITION = "prepositional"
    OBJECT = "object"
    BARE = "bare-clause"
    BEFORE = "content-before"
    AROUND = "content-around"
    OWN_WORDS = "own-words"
    SOURCE_FIRST = "source-first"
    POINTING_BACK = "pointing-back"

    @property
    def open(self) -> bool:
        """Tell whether the content is introduced by a word or mark that introduces nothing else."""
        return self in (Construction.THAT, Construction.QUOTE)


class Opening(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The place where a content opens: the introducing words from `start`, the content from `content`."""

    construction: Construction
    start: int
    content: int


class Openings:
    """Looks for the openings of one body's cues."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._objects = Objects(body, lexicons, phrases)
        self._watched = _watched(lexicons)

    def find(self, cue: Cue, stop: int) -> Opening | None:
        """Return the opening of a verb's content before `stop`.

        A clause, a colon or a quotation decides; a noun phrase met before them is the content
        only where nothing of the kind follows, or where it must be («على أهمية أن»).
        """
        word = cue.word
        assert word is not None
        cue = self._past_addressee(cue, word, stop)
        search = _Search(cue, word, min(stop, cue.end + _REACH), transitive=self._objects.taken_by(cue))
        if self._begins_bare(search):
            return Opening(construction=Construction.BARE, start=cue.end, content=cue.end)
        words = self._body.words
        token = cue.end
        while token < search.stop:
            if search.passes(words[token], self._watched):
                token += 1
                continue
            if self._closes(search, token):
                break
            opening = self._opened(search, token)
            if opening is not None:
                return opening
            token = self._passed(search, token)
        return search.tentative or self._adjacent(search) or search.loose

    def _past_addressee(self, cue: Cue, word: CueWord, stop: int) -> Cue:
        """Step over whom a participle is said to or for: «متمنيا لهم», «سائلا الله عز وجل»."""
        words, end = self._body.words, cue.end
        if end < stop and words[end] in to_whom(word):
            return replace(cue, end=end + 1)
        if word.family is Family.PARTICIPLE and word.act is Act.OTHER:
            while end < stop and (words[end] in self._small.pious or words[end] in self._small.praise):
                end += 1
            end += cue.end < end < stop and words[end] in FOR_WHOM
        return cue if end == cue.end else replace(cue, end=end)

    def _opened(self, search: "_Search", token: int) -> Opening | None:
        """Return the opening at `token` that decides, and remember one that may be."""
        text = self._body.words[token]
        if text == ":":
            return self._colon(search, token)
        if text == '"':
            return self._quotation(search, token)
        if text == "(" and self._bracket_quotes(search, token):
            return Opening(construction=Construction.QUOTE, start=token, content=token)
        if text in self._small.complementizer and self._complements(search, token):
            return self._clause(search, token)
        search.veiled = search.veiled or anonymity_at(self._body, token, self._small)
        relative = text in self._small.relative and token > search.cue.end
        search.related = search.related or search.veiled or relative
        if search.tentative is None and not search.related:
            search.tentative = self._nominal(search, token)
        elif search.tentative is not None:
            search.tentative = self._demanded(search, search.tentative, token)
        if search.loose is None and search.tentative is None:
            search.loose = self._loose(search, token)
        # A plain object begins where the subject ends, so that nothing behind it can open the content.
        found = search.tentative
        return found if found is not None and found.construction is Construction.OBJECT else None

    def _demanded(self, search: "_Search", tentative: Opening, token: int) -> Opening:
        """Take what is demanded rather than those asked for it, who stand first: «أهاب بالجميع التعاون»."""
        demands = search.word.act is Act.DEMAND and token - tentative.start < _LONGEST_ADDRESSED
        if not demands or tentative.start < tentative.content:
            return tentative
        found = self._nominal(search, token)
        if not self._objects.asked(tentative.content):
            # «دعا الشعب بمختلف مكوناته إلى الصبر»
            return found if found is not None and found.start < found.content else tentative
        if found is None and self._objects.definite(token):
            found = Opening(construction=Construction.PREPOSITION, start=token, content=token)
        return replace(found, start=tentative.start) if found is not None else tentative

    def _passed(self, search: "_Search", token: int) -> int:
        """Step over a token, a quotation that is a name, a clause about the speaker between commas."""
        if self._body.words[token] in COMMAS:
            return self._phrases.aside_end(token, search.stop) or token + 1
        close = self._body.closing.get(token)
        return token + 1 if close is None else min(close + 1, search.stop)

    def _closes(self, search: "_Search", token: int) -> bool:
        """Tell whether no content can open from `token` on."""
        words = self._body.words
        text = words[token]
        if text in _STOPS:
            return True
        if text == ".":
            # «آر.تي.إي»: no blank follows the point of an abbreviation.
            apart = token + 1 < len(words) and self._body.starts[token + 1] > self._body.ends[token]
            return apart and len(words[token - 1]) > 1
        if token == search.cue.end:
            return False
        at_place = text in self._small.speaking_place and search.tentative is not None
        # «... عدم ذكر اسمه لأنه غير مخول»: the reason belongs to the clause about the speaker.
        return at_place or (text in self._small.circumstantial and not search.veiled)

    def _colon(self, search: "_Search", token: int) -> Opening | None:
        words = self._body.words
        clock = words[token - 1].isdigit() and token + 1 < len(words) and words[token + 1].isdigit()
        if clock or words[token - 1] in self._small.titled or not search.word.takes("quote"):
            return None
        if search.tentative is not None:
            return search.tentative
        content = token + 1
        if content < search.stop and words[content] in self._small.complementizer:
            content += 1
        if content >= search.stop:
            return None
        return Opening(construction=Construction.QUOTE, start=token, content=content)

    def _quotation(self, search: "_Search", token: int) -> Opening | None:
        """Take a quotation for the content unless it is a name."""
        body = self._body
        if not search.word.takes("quote", "that"):
            return None
        close = body.closing.get(token)
        if close is None:
            # A mark that never closes opens a quotation that runs on.
            named = (
                search.stop - token <= _SHORT_QUOTATION or body.quotation[token] >= 0 or token in body.closed
            )
        else:
            outlet = token in body.outlets or token + 1 in body.outlets
            short = close - token - 1 < _SHORT_QUOTATION and not self._clause_quoted(token)
            named = outlet or short or self._titled(token) or self._phrases.person_quoted(token)
        if named:
            return None
        return search.tentative or Opening(construction=Construction.QUOTE, start=token, content=token)

    def _clause_quoted(self, token: int) -> bool:
        """Tell whether few words in quotation marks are a clause: «وتابعت "إن ..."»."""
        return self._body.words[token + 1] in self._small.complementizer

    def _titled(self, token: int) -> bool:
        """Tell whether quotation marks hold a title: «كتاب «...»», «تحت عنوان: «...»»."""
        before = token - 1
        if before > 0 and self._body.words[before] == ":":
            before -= 1
        return before >= 0 and self._body.words[before] in self._small.titled

    def _bracket_quotes(self, search: "_Search", token: int) -> bool:
        """Tell whether brackets stand for quotation marks, as right behind «قائلاً»."""
        name = range(token, min(token + _LONGEST_ABBREVIATION, search.stop))
        named = any(self._body.words[place] == ")" for place in name)
        return token == search.cue.end and search.word.takes("quote") and not named

    def _complements(self, search: "_Search", token: int) -> bool:
        if not search.word.takes("that", "clause", "quote", "accuse", "describe"):
            return False
        quotes = not search.word.takes("that", "clause", "accuse", "describe")
        if quotes and not self._small.addressing.isdisjoint(self._body.words[search.cue.end : token]):
            # «تحدث إلى زميل يظن أن»: whom one talks to says nothing.
            return False
        return token == search.cue.end or self._body.words[token - 1] not in self._small.governor

    def _clause(self, search: "_Search", token: int) -> Opening:
        before = self._body.words[token - 1]
        if search.word.family is Family.PARTICIPLE and token - search.cue.end > _NEAREST_OBJECT:
            nearer = self._adjacent(search) if search.word.takes("object") else None
            if nearer is not None and self._phrases.group(nearer.content) is None:
                # «معلناً هدف الفوز بعد أن ...»
                return nearer
        if search.tentative is not None and self._settled(search, search.tentative, before):
            return search.tentative
        introduced = before in self._small.content_preposition and token - 1 >= search.cue.end
        return Opening(construction=Construction.THAT, start=token - introduced, content=token + 1)

    def _settled(self, search: "_Search", tentative: Opening, before: str) -> bool:
        """Tell whether a noun phrase found first is the content although أن follows: «على أهمية أن»."""
        words = self._body.words
        if tentative.start == search.cue.end or self._objects.content_noun(words[tentative.content]):
            return True
        introducing = words[tentative.start]
        if introducing not in self._small.content_preposition or introducing == before:
            return False
        # A verb that also takes a plain clause had the preposition inside its subject's name.
        return bool(search.word.prepositions) and not search.word.takes("object")

    def _nominal(self, search: "_Search", token: int) -> Opening | None:
        """Return a noun phrase that begins at `token` and may be the content."""
        words = self._body.words
        text = words[token]
        separate = len(text) > 1 or text == "ب"
        if text in search.word.prepositions and separate and not self._phrases.given_name_at(token):
            follows = words[token + 1] if token + 1 < search.stop else ""
            # «كل من تسول له نفسه»: من is who, not from.
            whoever = (
                text in self._small.source_link
                and words[token - 1] in self._small.demonstrative
                and token > search.cue.end
            )
            clause = not follows or follows in self._small.complementizer
            if clause or whoever or follows in self._small.adverb_particle:
                return None
            return Opening(construction=Construction.PREPOSITION, start=token, content=token + 1)
        if self._objects.behind_particle(search.cue, token):
            return Opening(construction=Construction.PREPOSITION, start=token, content=token)
        charged = text in self._small.blame and search.word.takes("blame")
        regarded = text in self._small.regarded and search.word.takes("regard") and token > search.cue.end
        if charged or regarded:
            return Opening(construction=Construction.OBJECT, start=token, content=token)
        if search.transitive and self._objects.plain(search.cue, token):
            return Opening(construction=Construction.OBJECT, start=token, content=token)
        return None

    def _loose(self, search: "_Search", token: int) -> Opening | None:
        """Return what stands behind «عما», or behind the verb's preposition and a clause about somebody.

        «تحدث عما شاهده», «دعا السكان الذين لم يسجلوا إلى سرعة التسجيل».
        """
        words, word = self._body.words, search.word
        if word.ambiguous or search.veiled or token + 1 >= search.stop:
            return None
        text = words[token]
        if search.word.family is Family.VERB and self._objects.governed(search.cue, token):
            return Opening(construction=Construction.PREPOSITION, start=token, content=token)
        if text in self._small.about_what and not self._small.leading_on.isdisjoint(word.prepositions):
            return Opening(construction=Construction.PREPOSITION, start=token, content=token)
        if not search.related or text not in word.prepositions or len(text) == 1:
            return None
        if not self._objects.content_noun(words[token + 1]) and not self._objects.derived(token + 1):
            return None
        return Opening(construction=Construction.PREPOSITION, start=token, content=token + 1)

    def _adjacent(self, search: "_Search") -> Opening | None:
        """Take what stands right behind a cue without introduction: an object, a bare clause."""
        place = search.cue.end
        if place >= search.stop or not self._objects.may_begin(self._body.words[place]):
            return None
        text = self._body.words[place]
        if search.word.family in (Family.PARTICIPLE, Family.MASDAR):
            return self._behind_nominal(search, place)
        if search.word.takes("object") and self._objects.derived(place) and self._alone(search.cue):
            return Opening(construction=Construction.OBJECT, start=place, content=place)
        begins = text.startswith(_FUTURE) and len(text) >= _SHORTEST_FUTURE
        if search.word.takes("bare") and (begins or text in self._small.bare_clause):
            return Opening(construction=Construction.BARE, start=place, content=place)
        return None

    def _behind_nominal(self, search: "_Search", place: int) -> Opening | None:
        """Take what stands right behind a participle or masdar for its object."""
        text = self._body.words[place]
        if search.word.takes("thanks") and text not in self._small.gratitude:
            return None
        objective = search.word.takes("object", "accuse", "describe", "blame", "thanks")
        # A verb whose only particles are fused may drop them; «شاكرين ومقدرين» goes on to another.
        fused = all(len(particle) == 1 for particle in search.word.prepositions)
        coordinated = search.word.family is Family.PARTICIPLE and (
            text[0] in CONJUNCTIONS or text in self._small.same or self._describes(search.cue)
        )
        if not (objective or fused) or coordinated or self._body.words[search.cue.start].endswith(_NOUNS):
            return None
        return Opening(construction=Construction.OBJECT, start=place, content=place)

    def _begins_bare(self, search: "_Search") -> bool:
        """Tell whether a word that can belong to no speaker begins a clause: «وأضاف نحن ...»."""
        text = self._body.words[search.cue.end] if search.cue.end < search.stop else ""
        clause = text in self._small.bare_clause and text not in self._small.demonstrative
        return clause and search.word.takes("bare")

    def _alone(self, cue: Cue) -> bool:
        """Tell whether a verb may leave its subject out: «وأكد», «الذي ينفي»."""
        return cue.prefixed or (cue.start > 0 and self._body.words[cue.start - 1] in self._small.relative)

    def _describes(self, cue: Cue) -> bool:
        """Tell whether a participle describes the indefinite noun right before it: «ميزانية مقترحة»."""
        words = self._body.words
        before = words[cue.start - 1] if cue.start else ""
        bare = cue.opens == cue.start and before[:1].isalpha() and not before.startswith("ال")
        return bare and not cue.prefixed and words[cue.start].endswith(_ADJECTIVAL)


@cache
def _watched(lexicons: AttributionLexicons) -> frozenset[str]:
    """Return the words and marks that may open a content, close the way to it or turn it."""
    small = lexicons.small
    clauses = small.complementizer | small.relative | small.veiling | {NOT}
    ends = small.speaking_place | small.circumstantial | _STOPS.union(COMMAS, ".")
    return clauses | ends | small.blame | small.regarded | small.about_what | {":", '"', "("}


class _Search:
    """A cue whose content is looked for, and what was met on the way."""

    __slots__ = ("cue", "loose", "related", "stop", "tentative", "transitive", "veiled", "word")

    def __init__(self, cue: Cue, word: CueWord, stop: int, *, transitive: bool) -> None:
        self.cue = cue
        self.word = word
        self.stop = stop
        self.transitive = transitive
        self.tentative: Opening | None = None
        self.loose: Opening | None = None
        self.related = False
        self.veiled = False

    def passes(self, text: str, watched: frozenset[str]) -> bool:
        """Tell whether a word can open nothing, as most of those cannot that may go on a speaker's name."""
        particles = self.word.prepositions
        if text in watched or text in particles or text[0] in particles:
            return False
        if self.tentative is not None:
            return self.word.act is not Act.DEMAND
        return self.related or not self.transitive
