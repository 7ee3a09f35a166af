"""Whom a speaker addresses, where nothing but the meaning parts them: «ناشد سالم الهادي السكان»."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.speakers.sources import NounPhrases, Phrase

_OBLIQUE = "ين"
_PLURALS = ("ات", _OBLIQUE)
_SPEAKERS = ("office", "role", "body", "title")
_ADDRESSED = ("role", "body")


class Addressees:
    """Cuts those addressed off the speakers of one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._name_part = lexicons.small.name_part
        self._crowd = lexicons.small.crowd
        self._addressed = lexicons.small.addressed
        self._relative = lexicons.small.relative
        self._phrases = phrases
        self._speakers = lexicons.speakers

    def without(self, phrase: Phrase) -> Phrase:
        """Cut off whom a speaker addresses, where his own name is over."""
        states = phrase.end - phrase.start > 1 and self._phrases.group(phrase.start + 1) == "state"
        between_states = states and self._phrases.group(phrase.start) == "state"
        joined = between_states and self._body.words[phrase.start + 1][0] == "و"
        if between_states and not joined:
            # «دعت السعودية العراق»
            return replace(phrase, end=phrase.start + 1)
        if (
            self._foreign_alone(phrase)
            or self._many_behind_one(phrase)
            or self._phrases.honours(phrase.start)
        ):
            return replace(phrase, end=phrase.start + 1)
        words, named = self._body.words, self._phrases.given_name_at
        end = phrase.start
        if not self._surname_alone(phrase):
            end = next(filter(named, range(phrase.start, phrase.end)), phrase.end)
            while end < phrase.end and (named(end) or words[end] in self._name_part):
                # What stands behind «بن», «عبد» is a name, known or not.
                while end < phrase.end - 1 and words[end] in self._name_part:
                    end += 1
                end += 1
        if end < phrase.end and end > phrase.start and self._asked(end):
            # «دعا صدام حسين المقاتلين»
            return replace(phrase, end=end)
        # The family name.
        return self._without_many(replace(phrase, end=min(end + 1, phrase.end)))

    def _asked(self, token: int) -> bool:
        """Tell whether a plural of men stands behind a name, which is no family's name."""
        word = self._body.words[token]
        return word.startswith("ال") and word.endswith("ين") and self._phrases.group(token) == "role"

    def _without_many(self, phrase: Phrase) -> Phrase:
        """Cut off a crowd behind a complete description: «وزارة العمل الشركات», «المبعوث الأممي الأطراف»."""
        words = self._body.words
        for token in range(phrase.start + 1, phrase.end):
            complete = words[token - 1].startswith("ال") and words[token].startswith("ال")
            if complete and self._phrases.group(token) in _ADDRESSED and self._many(words[token]):
                return replace(phrase, end=token)
            if words[token - 1].startswith("ال") and self._another(token):
                return replace(phrase, end=token)
        return phrase

    def _another(self, token: int) -> bool:
        """Tell a body or state that cannot belong to a definite noun before it: «الرئاسة سلطات الاحتلال»."""
        word = self._body.words[token]
        if word.startswith("ال"):
            return False
        return self._speakers.get(word) in ("body", "state") or word in self._crowd

    def _many(self, word: str) -> bool:
        return word.endswith(_PLURALS) or word.removeprefix("ال") in self._crowd or word in self._addressed

    def _second(self, phrase: Phrase) -> str:
        """Return the word behind the first if it bears the article, else nothing."""
        word = self._body.words[phrase.start + 1] if phrase.end - phrase.start > 1 else ""
        return word if word.startswith("ال") else ""

    def _many_behind_one(self, phrase: Phrase) -> bool:
        """Tell whether those addressed follow one word for the speaker: «المتحدث المواطنين»."""
        # «عشرات المواطنين»: without the article the head is in construct with them.
        definite = self._body.words[phrase.start].startswith("ال")
        if definite and (self._disagrees(phrase) or self._both(phrase)):
            return True
        if not definite or not self._second(phrase).endswith(_PLURALS):
            return False
        if self._phrases.group(phrase.start) not in _SPEAKERS:
            return False
        return self._phrases.group(phrase.start + 1) in _ADDRESSED

    def _both(self, phrase: Phrase) -> bool:
        """Tell whether two or many follow who is one: «البعثة الطرفين», never «الباحثين الأردنيين»."""
        first, second = self._body.words[phrase.start], self._second(phrase)
        if (
            not second.endswith(_OBLIQUE)
            or second in self._relative
            or first.endswith((_OBLIQUE, "ون", "ات"))
        ):
            return False
        token = phrase.start + 1
        return not self._phrases.given_name_at(token) and self._phrases.group(token) not in (
            "office",
            "title",
        )

    def _disagrees(self, phrase: Phrase) -> bool:
        """Tell whether a body follows that its gender parts from the speaker: «القرار الحكومة»."""
        second = self._second(phrase)
        if not second or self._phrases.group(phrase.start + 1) != "body" or second.startswith("الم"):
            return False
        feminine = self._body.last_letter(phrase.start) == "ة"
        if feminine or not second.endswith("ه") or second.endswith("يه"):
            return False
        return self._phrases.group(phrase.start) in ("document", "body", "office", "role") and (
            self._body.words[phrase.start].removeprefix("ال") not in self._crowd
        )

    def _foreign_alone(self, phrase: Phrase) -> bool:
        """Tell whether a body or crowd follows one foreign name: «دعا نتنياهو الكونغرس»."""
        word = self._body.words[phrase.start]
        if word.startswith("ال") or not self._second(phrase) or not uncommon(word):
            return False
        return (
            self._phrases.group(phrase.start) is None and self._phrases.group(phrase.start + 1) in _ADDRESSED
        )

    def _surname_alone(self, phrase: Phrase) -> bool:
        """Tell whether a phrase begins with a family name that is not described: «الهادي سكان القرية»."""
        second = self._second(phrase)
        # A plural is no adjective of one man: «الهادي المنشآت».
        described = self._phrases.group(phrase.start) is not None
        described = described or (second != "" and not second.endswith(_PLURALS))
        return self._body.words[phrase.start].startswith("ال") and not described
