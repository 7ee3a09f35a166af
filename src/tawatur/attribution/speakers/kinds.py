"""What sort of party a mention speaks of, and what a verb shows that agrees with it."""

from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import Agreement
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import IMPERSONAL
from tawatur.records.attribution import SourceKind

_SHORTEST_PLURAL = 6
# A head with its construct, and a name of two words.
_NAMED_LENGTH = 3
# «الفريق أول ركن»
_LONGEST_RANK = 4
# What plurals and duals of people end in; in construct they drop their last letter.
_PEOPLE = ("ين", "ان", "و")
_FUSED = ("ال", "لل", "ب", "ل", "و")


class Kinds:
    """Tells the kind and agreement of phrases in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._phrases = phrases

    def kind(self, phrase: Phrase) -> SourceKind | None:
        """Return the kind a phrase shows by itself, `None` where only a fuller mention can tell."""
        first = self._first_word(phrase)
        if first in self._body.outlets or phrase.start in self._body.outlets:
            return SourceKind.OUTLET
        group = self._phrases.group(first)
        if group is None:
            return SourceKind.UNNAMED if self._common_noun(phrase, first) else None
        if (group == "role" and self._named(phrase)) or (group == "body" and self._ranked(phrase, first)):
            return SourceKind.PERSON
        if group == "office" and self._undetermined(phrase, first):
            return SourceKind.UNNAMED
        return self._lexicons.kinds[group]

    def _ranked(self, phrase: Phrase, first: int) -> bool:
        """Tell a rank from a team: «الفريق الركن سالم الهادي»."""
        if not self._body.words[first].startswith("ال"):
            return False
        for token in range(first + 1, min(first + _LONGEST_RANK, phrase.end)):
            if self._body.words[token] in self._lexicons.small.preposition:
                return False
            if self._phrases.given_name_at(token):
                return True
        return False

    def _undetermined(self, phrase: Phrase, first: int) -> bool:
        """Tell whether an office is described without its holder: «متحدث باسم الشركة», «والدة سالم»."""
        words, small = self._body.words, self._lexicons.small
        if words[first].startswith("ال") or first + 1 >= phrase.end:
            return False
        behind = first + 1
        if words[first] in small.kin:
            # The name behind is that of another.
            return self._phrases.given_name_at(behind) or self._body.last_letter(first) == "ة"
        on_behalf = words[behind].startswith("ب") or words[behind] in small.preposition
        return on_behalf and not self._named(phrase)

    def _common_noun(self, phrase: Phrase, first: int) -> bool:
        """Tell whether a head that no list knows is no name: «39% من ...», «طباخة», «طباخ في ...»."""
        word = self._body.words[first]
        if word[0].isdigit() or word in self._lexicons.small.quantity or self._plural(word):
            return True
        if word in self._lexicons.small.crowd:
            return True
        if word.startswith(_FUSED) or not word.isalpha() or self._phrases.given_name_at(first):
            return False
        if first + 1 == phrase.end:
            return self._body.last_letter(first) == "ة"
        behind = self._body.words[first + 1]
        return behind in self._lexicons.small.preposition or behind in self._lexicons.small.attributive

    def _plural(self, word: str) -> bool:
        """Tell whether a word is the plural of a participle or of a «نسبة»: «المنشدون», «الأهلاويون»."""
        participle = word.startswith("الم") and word.endswith("ون")
        return participle or (word.startswith("ال") and word.endswith("يون"))

    def _first_word(self, phrase: Phrase) -> int:
        first = phrase.start
        words, small = self._body.words, self._lexicons.small
        while first < phrase.end - 1 and (
            not words[first][0].isalnum()
            or words[first] in small.demonstrative
            or words[first] in small.same
            or words[first] in small.latest
        ):
            # «أكبر شركة», «ذات التقارير»: of what sort they are the noun behind tells.
            first += 1
        return first

    def _named(self, phrase: Phrase) -> bool:
        """Tell whether a described person is also named: «الباحث اليمني مختار»."""
        words, lexicons = self._body.words, self._lexicons
        definite = words[phrase.start].startswith("ال") or self._in_construct(phrase)
        for token in range(phrase.start + 1, phrase.end):
            word = words[token]
            if word in lexicons.small.closeness:
                # «مصدر قريب من عائلة سالم الهادي»
                return False
            if word in lexicons.small.on_behalf:
                # «باسم» is a given name too.
                continue
            if self._phrases.given_name_at(token) or lexicons.speakers.get(word) == "title":
                return True
            if word in lexicons.small.preposition:
                definite = False
            elif definite and word.isalpha() and not word.startswith(_FUSED):
                # The adjectives of a definite noun bear the article; a word without it begins a name.
                return True
        return False

    def _in_construct(self, phrase: Phrase) -> bool:
        """Tell whether an article behind the head closes the description: «تاجر الجملة هاني»."""
        words = self._body.words
        if (
            phrase.end - phrase.start <= _NAMED_LENGTH
            or words[phrase.start] in self._lexicons.small.partitive
        ):
            return False
        return words[phrase.start + 1].startswith("ال")

    def agreement(self, phrase: Phrase) -> Agreement:
        """Return what a verb shows that stands behind the party."""
        head = self._first_word(phrase)
        word, small = self._body.words[head], self._lexicons.small
        plain = word.removeprefix("ال")
        if plain in small.crowd or self._many(word, head):
            return Agreement.PLURAL
        if plain in small.many or word[0].isdigit():
            return self._of_many(phrase, head)
        # A paper, an agency, a channel: a bare name stands for the noun it goes without.
        bare_outlet = head in self._body.outlets and self._phrases.group(head) is None
        feminine = self._body.last_letter(head) == "ة" and plain not in small.masculine
        feminine = feminine or word.endswith("ات") or plain in small.broken_plural
        if feminine or bare_outlet or self._lexicons.speakers.get(word) == "state":
            return Agreement.FEMININE
        return Agreement.MASCULINE

    def _many(self, word: str, head: int) -> bool:
        """Tell a sound plural or dual of people: «معارضون», «معارضو الخطة», «أن مسؤولين», «مسؤولان»."""
        if word.endswith("ون") and len(word) >= _SHORTEST_PLURAL:
            return True
        person = word.endswith(_PEOPLE) and len(word) >= _SHORTEST_PLURAL
        return person and self._phrases.group(head) == "role" and word not in self._lexicons.given_names

    def _of_many(self, phrase: Phrase, head: int) -> Agreement:
        """Tell many people from many things: «عدد من المواطنين», «بعض الصحف»."""
        words = self._body.words
        of_whom = (
            next(
                (
                    token
                    for token in range(head, phrase.end - 1)
                    if words[token] in self._lexicons.small.source_link
                ),
                head,
            )
            + 1
        )
        things = of_whom < phrase.end and self._phrases.group(of_whom) in IMPERSONAL
        return Agreement.FEMININE if things else Agreement.PLURAL
