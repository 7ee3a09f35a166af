"""Which noun behind a reporting verb is its content, and no part of the speaker's name."""

import re

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import PRONOUNS, CueWord, Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.speakers.sources import NounPhrases
from tawatur.records.attribution import Act

# «بضرورة»: with fewer letters the particle belongs to the word.
_SHORTEST_FUSED = 4
_LONGEST_REQUEST = 24
_SHORTEST_BEARING = 5
_SHORTEST_BORNE = 3
_SHORTEST_PLURAL = 6
_LONGEST_OBJECT = 3
# The letters of «أفعال».
_BROKEN_PLURAL = 5
_ASKED = ("role", "body", "state")
# A word that begins so may be a verb with its object or bear a particle.
_DOUBTFUL = "ابلوفكن"
# The shapes of the derived masdars, folded: تقديم, تنميه, احضار, اعاده, انخفاض, استخدام, معالجه, تعاون.
_MASDAR = re.compile(r"ت\w\wي[\wه]|ا\w\wا\w|ا\wا\wه|ا\w\w\wا\w|است\w\wا\w|است\wا\wه|م\wا\w\wه|ت\wا\w\w")

# «التوصل», «التورط»: only where nothing else is so likely.
_REFLEXIVE = re.compile(r"ت\w\w\w")


class Objects:
    """Tells the contents that are noun phrases in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases

    def content_noun(self, text: str) -> bool:
        """Tell whether a word, bare or behind a particle, is a noun that opens contents."""
        nouns = self._lexicons.content_nouns
        return text in nouns or (text[0] in "بلو" and (text[1:] in nouns or "ا" + text[1:] in nouns))

    def may_begin(self, text: str) -> bool:
        """Tell whether a content may begin with a word that nothing introduces."""
        if text in self._small.pointing_back or text == '"':
            return True
        small = self._small
        shut = (small.content_preposition, small.boundary, small.adjunct, small.relative)
        return text[0].isalnum() and not any(text in words for words in shut)

    def taken_by(self, cue: Cue) -> bool:
        """Tell whether a cue may take a plain object."""
        assert cue.word is not None
        told = cue.word.takes("told") and cue.joined and not cue.word.present
        return told or cue.word.takes("object")

    def _feast(self, token: int) -> bool:
        """Tell «بعيد الفطر» from «بعيد وصوله»."""
        behind = self._body.words[token + 1 : token + 2]
        return any(word in self._small.feast for word in behind)

    def behind_particle(self, cue: Cue, token: int) -> bool:
        """Tell whether the word at `token` bears the particle its verb governs: «طالب بضرورة»."""
        text = self._body.words[token]
        assert cue.word is not None
        short = len(text) < _SHORTEST_FUSED and text not in self._small.thing
        if short or text[0] not in cue.word.prepositions or not self._bears_particle(token):
            return False
        if text[0] == "ل" and cue.word.act is Act.ASSERT and self._governs_behind(cue.word, token):
            return False
        if self.content_noun(text) or self._derived_behind(token):
            return True
        if token == cue.end:
            # «أشار لافروف», «أشار للصحفيين»
            return text[0] != "ل" or not (self._phrases.hears_at(token) or uncommon(text[1:]))
        # «وصفه سالم بالخبير»: what somebody is called follows no name.
        if cue.word.takes("describe") and text.startswith("بال"):
            return True
        return text[0] != "ل" and self._stands_apart(cue, token)

    def _bears_particle(self, token: int) -> bool:
        """Tell whether a word's first letter may be a particle: not in «بعد», «لأن», «لطفي»."""
        text = self._body.words[token]
        if text in self._small.complementizer or (text in self._small.adjunct and not self._feast(token)):
            return False
        # «أفاد بيان»
        return not self._phrases.given_name_at(token) and text not in self._lexicons.speakers

    def _governs_behind(self, word: CueWord, token: int) -> bool:
        """Tell whether the verb's own preposition still follows: «أشار مدير التقنية للصحفيين إلى»."""
        following = self._body.words[token + 1 : token + _LONGEST_REQUEST]
        return any(text in word.prepositions and len(text) > 1 for text in following)

    def governed(self, cue: Cue, token: int) -> bool:
        """Tell whether ب stands behind a complete name, so that a verb that needs it may govern it.

        What follows might belong to the name («الوزير بالحكومة»), so another content has precedence.
        """
        word, text, before = cue.word, self._body.words[token], self._body.words[token - 1]
        if not text.startswith("بال") or token <= cue.end + 1 or not before.startswith("ال"):
            return False
        return word is not None and text[0] in word.prepositions and not word.takes("object", "that")

    def _derived_behind(self, token: int) -> bool:
        """Tell whether a masdar stands behind ب: «طالب سالم الهادي باحترام الهدنة»."""
        text = self._body.words[token]
        return text[0] in "بل" and text[1:] not in self._lexicons.speakers and _shaped(text[1:])

    def behind_masdar(self, cue: Cue, stop: int) -> bool:
        """Tell whether a masdar with a pronoun has an object before `stop`, so that the pronoun speaks.

        «اتهامها الشركة بالتقصير», «مطالبته المجلس بعقد جلسة», «دعوته للأطراف إلى الحوار».
        """
        token = cue.end
        if not 0 < stop - token <= _LONGEST_OBJECT:
            return False
        heard = self._body.words[token].startswith("لل") and self._phrases.hears_at(token)
        return heard or self._phrases.given_name_at(token) or self._phrases.group(token) is not None

    def asked(self, token: int) -> bool:
        """Tell whether a word names, behind its particle, those who are asked: «بالجميع», «بالمسافرين»."""
        rest = _borne(self._body.words[token])
        if rest in self._small.addressed or self._lexicons.speakers.get(rest) in _ASKED:
            return True
        return rest.startswith("ال") and rest.endswith("ين") and len(rest) > _SHORTEST_PLURAL

    def definite(self, token: int) -> bool:
        """Tell whether a masdar with the article stands at `token`, no part of a name before it."""
        text = self._body.words[token]
        if not text.startswith("ال") or text in self._lexicons.speakers:
            return False
        before = self._body.words[token - 1]
        asked = _borne(before).startswith("ال") and self.asked(token - 1)
        if not asked and not (before.startswith("ال") and self.name_over(token)):
            # Behind a noun without the article it is in construct: «أصحاب الأمراض».
            return False
        return text in self._lexicons.content_nouns or _shaped(text[2:])

    def _stands_apart(self, cue: Cue, token: int) -> bool:
        """Tell whether a word with ب is no part of the name before it, as «بمنطقة» would be."""
        rest = self._body.words[token][1:]
        if rest in self._small.addressed:
            return True
        group = self._lexicons.speakers.get(rest)
        places = (rest, "ال" + rest, rest.removeprefix("ال"))
        # Nobody's office is in persons; it may be in a body or place.
        seated = group in ("body", "outlet", "press", "state")
        if seated or not self._small.locative.isdisjoint(places):
            return False
        if rest.startswith("ال") or rest in self._small.demonstrative:
            return True
        before = self._body.words[token - 1]
        if cue.family is Family.NOUN and not self._phrases.given_name_at(token):
            return True
        return before.startswith("ال") or before in COMMAS or before in self._small.paper

    def plain(self, cue: Cue, token: int) -> bool:
        """Tell whether the word at `token` opens a plain object: «أكد الوزير أهمية»."""
        text = self._body.words[token]
        nouns = self._lexicons.content_nouns
        indefinite = text not in nouns and text.endswith("ا")
        indefinite = indefinite and (text[:-1] in nouns or self._indefinite_masdar(token))
        if text in self._small.adjunct or text in self._small.same or self._named(token):
            return False
        assert cue.word is not None
        if token > cue.end and not cue.word.takes("relay") and self._masdar_behind(token):
            return True
        denied = cue.word.act is Act.DENY and self._denied(cue, token)
        known = text in nouns or indefinite or denied or self._governs_somebodys(token)
        known = known and self._body.words[token - 1] not in self._small.latest
        if not known and not self._somebodys(cue, token):
            return cue.family is Family.PARTICIPLE and token == cue.end and self.derived(token)
        if token == cue.end:
            # «أكدت صحة الشرقية»: right behind the verb such a noun is rather the speaker.
            return text not in self._lexicons.speakers
        # A noun with the ending of the indefinite stands in construct with nothing.
        return indefinite or self.name_over(token)

    def _denied(self, cue: Cue, token: int) -> bool:
        """Tell what is denied behind a complete name: «نفى أي تورط», «نفت الحكومة التوصل إلى اتفاق»."""
        text, before = self._body.words[token], self._body.words[token - 1]
        if text in self._small.any or text in self._small.denied:
            return True
        bare = text.removeprefix("ال")
        masdar = bare in self._lexicons.content_nouns or _shaped(bare) or _REFLEXIVE.fullmatch(bare)
        if not masdar or bare == text or text in self._lexicons.speakers or token == cue.end:
            return False
        over = before.startswith("ال") or uncommon(before)
        return before in COMMAS or (over and self.name_over(token))

    def _somebodys(self, cue: Cue, token: int) -> bool:
        """Tell whether a noun bears a pronoun and no masdar governs it: «وفاته», never «أداء مهامهم»."""
        before = self._body.words[token - 1]
        governed = token > cue.end and (before in self._lexicons.content_nouns or _shaped(before))
        return not governed and self._bears_pronoun(token)

    def _governs_somebodys(self, token: int) -> bool:
        """Tell whether a masdar governs what is somebody's: «تصعيد هجماته»."""
        words = self._body.words
        if token + 1 >= len(words) or words[token - 1] in self._small.preposition:
            return False
        return self.derived(token) and self._bears_pronoun(token + 1)

    def _indefinite_masdar(self, token: int) -> bool:
        """Tell «اجتماعا مقررا», which an adjective goes on, from an adverb: «تمهيدا للاجتماع»."""
        words = self._body.words
        if token + 1 >= len(words) or not _shaped(words[token][:-1]):
            return False
        behind = words[token + 1]
        agrees = behind.endswith("ا") or self._body.last_letter(token + 1) == "ة"
        return agrees and behind[0] not in "وبل" and not behind.startswith("ال")

    def _masdar_behind(self, token: int) -> bool:
        """Tell whether a masdar stands behind a definite noun, with which it makes no name."""
        return self._body.words[token - 1].startswith("ال") and self.derived(token)

    def _named(self, token: int) -> bool:
        """Tell whether a given name stands at `token`; «أسماء» behind a body is none."""
        if not self._phrases.given_name_at(token):
            return False
        impersonal = self._body.words[token - 1].startswith("ال") and self._phrases.group(token - 1) is None
        if self._body.words[token] not in self._lexicons.content_nouns or not impersonal:
            return True
        # «المنطقة حسن الزفنيسي»: a rare word with the article behind it is a family's name.
        behind = self._body.words[token + 1] if token + 1 < len(self._body.words) else ""
        return behind.startswith("ال") and uncommon(behind)

    def derived(self, token: int) -> bool:
        """Tell whether a word is a masdar by its shape, and neither speaker, name nor adverb."""
        text = self._body.words[token]
        if text.startswith("ال") or text in self._lexicons.speakers or text in self._small.adjunct:
            return False
        if not _shaped(text) or self._phrases.given_name_at(token) or text in self._small.pious:
            return False
        # «أركان» is a plural, «إركان» would be a masdar.
        plural = len(text) == _BROKEN_PLURAL and self._body.text[self._body.starts[token]] == "أ"
        return not plural

    def asked_of(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return where those asked and what is asked of them begin: «طلب المدير من الموظفين حضور الحفل»."""
        words = self._body.words
        stop = min(stop, start + _LONGEST_REQUEST)
        for token in range(start, stop - 2):
            if words[token] in self._small.complementizer:
                # «طلب المدير إعداد التقرير بعد أن رفعت الشركات من ...»
                return None
            if words[token] in self._small.asked_from and words[token - 1] not in self._small.partitive:
                asked = range(token + 2, stop)
                wanted = next((place for place in asked if self.wanted(place)), None)
                return (token, wanted) if wanted is not None else None
        return None

    def wanted(self, token: int) -> bool:
        """Tell whether a noun that may be asked for begins at `token`, as no part of a name."""
        before = self._body.words[token - 1]
        if before in self._small.preposition or before in self._small.name_part:
            return False
        text = self._body.words[token]
        bare = text.removeprefix("ال")
        if text in self._lexicons.speakers:
            return False
        if text in self._small.wanted:
            return True
        return bare in self._lexicons.content_nouns or self.derived(token) or (bare != text and _shaped(bare))

    def name_over(self, token: int) -> bool:
        """Tell whether the name before `token` is complete, so that the noun there cannot belong to it."""
        before = self._body.words[token - 1]
        shut = (self._small.preposition, self._small.leading, self._small.name_part)
        if any(before in words for words in shut) and not self._phrases.given_name_at(token - 1):
            return False
        if before.endswith("ون") and self._phrases.group(token - 1) == "role":
            # A sound plural with its ending governs nothing: «محللون استمرار».
            return True
        group = self._phrases.group(token - 1)
        everybody = before[0] in "بل" and _borne(before) in self._small.addressed
        if everybody or group in (None, "title", "state") or before.startswith("ال"):
            return True
        return before in self._lexicons.content_nouns

    def _bears_pronoun(self, token: int) -> bool:
        """Tell whether a noun bears a pronoun, as published: وفاته, never منطقة."""
        text = self._body.words[token]
        # «استشهادهم»: a second alif makes a masdar of what else might be a verb.
        doubtful = text[0] in _DOUBTFUL and not (text[0] == "ا" and "ا" in text[2:-2])
        if len(text) < _SHORTEST_BEARING or doubtful or text.startswith("ال"):
            return False
        for pronoun in PRONOUNS:
            if text.endswith(pronoun):
                stem = text[: -len(pronoun)]
                written = pronoun != "ه" or self._body.last_letter(token) == "ه"
                return written and len(stem) >= _SHORTEST_BORNE and stem not in self._lexicons.speakers
        return False


def _borne(text: str) -> str:
    """Return a word without the particle written onto it: «للجميع», «بالجميع»."""
    return "ال" + text[2:] if text.startswith("لل") else text[1:]


def _shaped(text: str) -> bool:
    return _MASDAR.fullmatch(text) is not None
