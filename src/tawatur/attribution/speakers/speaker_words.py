"""What a single word may be in the name of a speaker: its head, a given name, the end of it."""

from functools import lru_cache

from tawatur.attribution.anonymity import anonymity_at
from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import Family
from tawatur.attribution.lexicon import AttributionLexicons

ARTICLES = ("ال", "لل")
"""The article, and how it is written behind the particle ل."""
DEFINITE = (*ARTICLES, "وال", "بال")
"""The article with and without what may be joined to it."""
PERSONAL = frozenset({"office", "role", "title"})
"""The groups of nouns that describe persons."""
IMPERSONAL = frozenset({"body", "document", "outlet", "press", "state"})
"""The groups of nouns that describe anything else."""
# A shorter word with a letter joined to it is a word of its own.
_SHORTEST_JOINED = 4
# «"صاحب السمو الملكي الأمير سالم بن محمد بن عبد الله الهادي"»
_LONGEST_QUOTED_NAME = 14
# The ending of the accusative as published, with which nouns become adverbs.
_TANWIN = ("اً", "ًا")


class SpeakerWords:
    """Tells what the words of one body may be in a speaker's name."""

    def __init__(self, body: Body, lexicons: AttributionLexicons) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small

    def speaker_at(self, token: int) -> bool:
        """Tell whether the word at `token` may head a speaker's description."""
        return self.group(token) is not None or token in self._body.outlets

    def names_party(self, token: int) -> bool:
        """Tell whether a party is described or named at a word."""
        return self.speaker_at(token) or self.given_name_at(token)

    def group(self, token: int) -> str | None:
        """Return the group of speakers' nouns that the word at `token` belongs to, behind a particle too."""
        found = _group(self._body.words[token], self._lexicons)
        if found == "outlet" and token + 1 < len(self._body.words) and token not in self._body.outlets:
            return "body" if self._body.words[token + 1] in self._small.agency_matter else found
        return found

    def construct_plural(self, token: int) -> bool:
        """Tell whether a plural subject stands at `token` in construct: «مقاتلو المعارضة»."""
        word = self._body.words[token]
        return word.endswith("و") and self._lexicons.speakers.get(word + "ن") == "role"

    def honours(self, token: int) -> bool:
        """Tell whether a title bears a pronoun and is complete: «معاليه»."""
        titled = self._body.words[token].endswith("ه") and self._body.last_letter(token) == "ه"
        return titled and self.group(token) == "title"

    def given_name_at(self, token: int) -> bool:
        """Tell whether a given name stands at `token`: علي behind a title or before «بن», never على."""
        words = self._body.words
        word = words[token]
        if word not in self._lexicons.given_names:
            return False
        if word in self._small.doubtful_name:
            return self._named_doubtfully(token)
        if word not in self._small.preposition:
            return True
        if self._body.last_letter(token) == "ى":
            return False
        before = words[token - 1] if token else ""
        behind = words[token + 1] if token + 1 < len(words) else ""
        named = before in self._lexicons.speakers or before in self._lexicons.given_names
        named = named or self._said_by(before, word, behind)
        return named or behind in self._small.name_part

    def _said_by(self, before: str, word: str, behind: str) -> bool:
        """Tell whether a name follows a verb that governs no such preposition: «قال علي سالم»."""
        cues = self._lexicons.cues
        cue = cues.get(before) or cues.get(before[1:])
        if cue is None:
            return False
        if behind != word and behind in cue.prepositions:
            # «أشار علي إلى»: the verb's own preposition follows no other.
            return True
        if not cue.takes("quote") or word in cue.prepositions:
            return False
        adverb = behind in self._lexicons.occasions or behind in self._small.adverb_particle
        return not adverb and not behind.startswith("ال")

    def _named_doubtfully(self, token: int) -> bool:
        """Tell «اللواء تركي سالم» from «مسؤول تركي»."""
        words, names = self._body.words, self._lexicons.given_names
        before = self._lexicons.speakers.get(words[token - 1]) if token else None
        behind = words[token + 1] if token + 1 < len(words) else ""
        if before is None or before == "title" or behind in names or behind in self._small.name_part:
            return True
        # «الأمير تركي الفيصل»: an adjective would bear the article too.
        return words[token - 1].startswith("ال")

    def person_quoted(self, token: int) -> bool:
        """Tell whether a quotation holds but a person's name: «مدير الدار "المهندس سالم بن محمد"»."""
        close = self._body.closing.get(token, token)
        if not token + 1 < close <= token + _LONGEST_QUOTED_NAME:
            return False
        titled = self.group(token + 1) == "title"
        if not (titled or self.given_name_at(token + 1)) or self._body.words[token - 1] == ":":
            return False
        for place in range(token + 1, close):
            word = self._body.words[place]
            if self._lexicons.cues.get(word) or word in self._small.preposition or not word[0].isalnum():
                return False
        return True

    def relays_at(self, token: int) -> bool:
        """Tell whether an outlet that hears the speech is named at `token`: «لرويترز», «لـ«الوطن»»."""
        body = self._body
        word, place = body.words[token], body.outlets.get(token)
        if place is not None and place.fused.endswith("ل"):
            return not self._reported(token)
        if word[0] != "ل":
            return False
        noun = "ال" + word[2:] if word.startswith("لل") else word[1:]
        if self._lexicons.speakers.get(noun) in ("outlet", "press"):
            return not self._reported(token)
        return word == "ل" and (token + 1 in body.outlets or token + 1 in body.closing)

    def _reported(self, token: int) -> bool:
        """Tell whether an outlet belongs to the noun before it: «تقرير لصحيفة ...»."""
        if token == 0:
            return False
        before = self._body.words[token - 1]
        return self.group(token - 1) == "document" or before in self._small.correspondent

    def ends_at(self, token: int, start: int) -> bool:
        """Tell whether the word at `token` cannot go on a name begun at `start`."""
        words, small = self._body.words, self._small
        word = words[token]
        if word in small.complementizer or word in small.boundary:
            return True
        adverb = word in small.adjunct and not self._named(token, start)
        if adverb or (word in small.day_before and self._day_at(token + 1)):
            return True
        if word[0] == "و" and word[1:] in small.adjunct and word not in self._lexicons.speakers:
            return True
        if self._occasion_at(token) or (self._moment_at(token) and self.group(start) != "document"):
            return True
        if token == start:
            return False
        return self.hears_at(token) or self._reports(token)

    def _speaks_at(self, token: int) -> bool:
        """Tell whether a verb stands at `token` with a clause that it reports: «أكد أن», «أشار إلى أن»."""
        words = self._body.words
        cue = self._lexicons.cues.get(words[token]) if token < len(words) else None
        if cue is None or cue.family is not Family.VERB or not cue.takes("that"):
            return False
        return not self._small.complementizer.isdisjoint(words[token + 1 : token + 3])

    def _reports(self, token: int) -> bool:
        """Tell whether a word is nothing but a cue; «محضر الاتهام» is a name, «المدير التأكيد» none."""
        cue = self._lexicons.cues.get(self._body.words[token])
        if cue is None or cue.ambiguous or cue.homograph:
            return False
        return not cue.definite or self._body.words[token - 1].startswith("ال")

    def _named(self, token: int, start: int) -> bool:
        """Tell whether an adverb's letters are part of a name: «ضيف الله», «لجنة النظر», «المتحدث باسمها»."""
        words = self._body.words
        if self._speaker_by_hamza(token):
            return True
        if token == start:
            return False
        if words[token - 1] in self._small.leading_on and words[token] in self._small.leading:
            # «التعليم عن بعد»
            return True
        spokesman = words[token - 1].removeprefix("ال") in self._small.spokesman
        if words[token] in self._small.on_behalf and spokesman:
            # «أعرب الملك باسمه واسم الشعب» speaks for himself.
            return True
        before = words[token - 1]
        if before in self._small.name_part or before in self._small.theophoric:
            return True
        return token == start + 1 and self._in_construct(token)

    def _day_at(self, token: int) -> bool:
        """Tell whether «أول» names a day: «أول أمس», «أول من أمس»."""
        words = self._body.words
        token += token < len(words) and words[token] in self._small.asked_from
        return token < len(words) and words[token] in self._small.day

    def _in_construct(self, token: int) -> bool:
        """Tell whether a definite word says what a body is for: «لجنة النظر في المخالفات»."""
        head = self._body.words[token - 1]
        body = self._lexicons.speakers.get(head) == "body" and not head.startswith("ال")
        return body and self._body.words[token].startswith("ال")

    def hears_at(self, token: int) -> bool:
        """Tell whether somebody who hears the speech is named at `token`: «لرويترز», «للصحفيين»."""
        if self.relays_at(token):
            return True
        word = self._body.words[token]
        if word[0] != "ل" or self.group(token - 1) in ("office", "body"):
            # «نقيب للصحفيين», «اتحاد للصحفيين»
            return False
        noun = word[2:] if word.startswith("لل") else word[1:]
        return noun in self._small.hearer or (noun.endswith("ه") and noun[:-1] in self._small.hearer)

    def _moment_at(self, token: int) -> bool:
        """Tell whether a time is named at `token`: «في يوليو», «في 13 يوليو», «قبل أمس»."""
        words, small = self._body.words, self._small
        if words[token] not in small.occasion_preposition or token + 1 >= len(words):
            return False
        following = words[token + 1]
        return following in small.moment or following in small.adjunct or following[0].isdigit()

    def _speaker_by_hamza(self, token: int) -> bool:
        """Tell إمام from أمام, which folding makes one."""
        word = self._body.words[token]
        return word in self._lexicons.speakers and self._body.text[self._body.starts[token]] == "إ"

    def adverbial(self, token: int) -> bool:
        """Tell whether a word is published with the tanwin of an adverb: «ساخراً»."""
        return self._body.text.endswith(_TANWIN, self._body.starts[token], self._body.ends[token])

    def _occasion_at(self, token: int) -> bool:
        """Tell whether the occasion of speech is named at `token`: «في بيان», «خلال لقائه»."""
        words = self._body.words
        if words[token] not in self._small.occasion_preposition or token + 1 >= len(words):
            return False
        if self.given_name_at(token):
            return False
        # «المشرف على برنامج»
        governed = token > 0 and words[token - 1].removeprefix("ال") in self._small.governing
        return words[token + 1] in self._lexicons.occasions and not governed

    def _told(self, token: int) -> bool:
        """Tell whether an outlet at `token` is told something and is no part of the name before it."""
        if token not in self._body.outlets or self.group(token - 1) is not None:
            return False
        return self._body.words[token] == '"' or self._body.words[token - 1].startswith("ال")

    def _complete(self, start: int) -> bool:
        """Tell whether a phrase begins with a body named by its article alone: «الهيئة», «الجامعة»."""
        word = self._body.words[start]
        return word.startswith("ال") and self._lexicons.speakers.get(word) == "body"

    def _goes_on(self, token: int) -> bool:
        word = self._body.words[token]
        if self.given_name_at(token) or word in self._small.occasion_preposition:
            return True
        nouns = self._lexicons.content_nouns
        if word[2:] in nouns and word.startswith("لل"):
            return False
        if word[0] == "و" and word[1:] in self._lexicons.speakers:
            return True
        joined = word[0] in "بل" and word not in nouns
        return joined or word.startswith((*ARTICLES, "وال"))

    def _relation_ends(self, token: int) -> bool:
        """Tell whether a clause about the speaker is over at `token`."""
        word = self._body.words[token]
        if not word[0].isalnum() or word in self._small.complementizer or self.hears_at(token):
            return True
        return self._occasion_at(token)

    def _relates(self, start: int, token: int) -> bool:
        """Tell whether a clause about a described speaker begins at `token`, with or without «الذي»."""
        word = self._body.words[token]
        if word in self._small.relative or anonymity_at(self._body, token, self._small):
            return True
        # Behind a noun without the article the relative word falls away.
        bare = token > start and not self._body.words[start].startswith(ARTICLES)
        return bare and word in self._small.attributive and not self.given_name_at(token)


@lru_cache(maxsize=1 << 16)
def _group(word: str, lexicons: AttributionLexicons) -> str | None:
    speakers = lexicons.speakers
    found = speakers.get(word)
    if found is None and word[0] in "وبل" and len(word) >= _SHORTEST_JOINED:
        found = speakers.get(word[1:]) or (speakers.get("ال" + word[2:]) if word.startswith("لل") else None)
    if found is None and word.endswith("و") and speakers.get(word + "ن") == "role":
        # «مقاتلو المعارضة»: in construct the sound plural drops its ending.
        return "role"
    if found is None and word.endswith("ا") and len(word) >= _SHORTEST_JOINED:
        # «أن خبيرا»: the ending of the accusative.
        found = speakers.get(word[:-1])
    return found
