"""How the running text names a person: names, the titles and the office before them or behind."""

import msgspec

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.parties.descriptions import Descriptions
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL

_LONGEST_OFFICE = 16
_NEAR = 9
_LONGEST_NAME = 9
_SON = "بن"
_SHORT_QUOTATION = 6
_PLURALS = ("ون", "ين", "ات")
_SHORTEST_UNKNOWN = 3
# What verbs and common nouns begin and end with, and foreign names seldom do.
_NO_NAME = ("ال", "لل", "و", "ف", "ي")
_NO_END = ("ت", "ه", "ها", "هم")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person's mention; `names` are the tokens of the names alone."""

    whole: Phrase
    names: Phrase

    @property
    def full(self) -> bool:
        """Tell whether a given name stands before the surname."""
        return self.names.end - self.names.start > 1


class Persons:
    """Reads the persons that one body names anywhere; `cues` are the words that announce speech."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, cues: frozenset[int]
    ) -> None:
        self._body = body
        self._cues = cues
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._descriptions = Descriptions(body, lexicons, phrases)

    def named_at(self, place: int) -> Named | None:
        """Return the person named at `place` with titles, names and office, `None` for a bare surname."""
        words = self._body.words
        if words[place].startswith(("لل", "بال")):
            return None
        start = self._name_start(place)
        end = last = self._name_end(start, place)
        head = self._office_before(start, place)
        if head == start and start > 1 and words[start - 1] in COMMAS:
            head = self._office_before_comma(start)
        if head == start or self._honours(head):
            end = self._office_behind(last)
        if end - head == 1 or self._of_another(head, place, start):
            return None
        # «لمدير ...»: the particle is no part of the name.
        fused = self._particle_at(head)
        whole = Phrase(start=head, end=end, fused=int(fused))
        return Named(whole=whole, names=Phrase(start=start, end=last))

    def holder(self, head: int) -> Named | None:
        """Return the person who holds the office that `head` names, if his name stands beside it."""
        words = self._body.words
        token = self._descriptions.headed(head).end - 1
        while token > head and not self._begins_name(token):
            token -= 1
        if token == head:
            token = self._descriptions.headed(head).end
        while token < len(words) and self._phrases.group(token) == "title":
            token += 1
        if token < len(words) and self._names_on(token):
            found = self.named_at(token)
            return found if found is not None and self._held(found.whole.start, head) else None
        before = head - 1 - (words[head - 1] in COMMAS)
        if before > 0 and (self._phrases.given_name_at(before) or self._phrases.given_name_at(before - 1)):
            found = self.named_at(before)
            return found if found is not None and found.whole.end > head else None
        return None

    def _held(self, start: int, head: int) -> bool:
        """Tell whether nothing but titles stands from `start` up to an office: «معالي وزير ...»."""
        if start <= head and (self._phrases.group(head) == "title" or self._beside_another(head)):
            return True
        return start <= head and all(self._phrases.group(token) == "title" for token in range(start, head))

    def _beside_another(self, head: int) -> bool:
        """Tell whether an office stands in apposition to another before a name: «قائد القوات الملك سالم»."""
        definite = self._body.words[head].startswith("ال") and self._body.words[head - 1].startswith("ال")
        return head > 0 and definite and self._phrases.given_name_at(head + 1)

    def _begins_name(self, token: int) -> bool:
        if self._phrases.group(token) == "title":
            return True
        return self._phrases.given_name_at(token) and not self._phrases.given_name_at(token - 1)

    def _of_another(self, head: int, place: int, start: int) -> bool:
        """Tell whether an office is another's: «محامي الهادي», «رئيس الوحدة», «شقيق سالم الهادي»."""
        words = self._body.words
        if words[head] in self._small.kin and not words[head].startswith("ال"):
            return True
        if head != place - 1 or start != place or words[head].startswith("ال"):
            return False
        return self._phrases.group(head) != "title" and words[head] not in self._small.named_body

    def _particle_at(self, head: int) -> bool:
        """Tell whether a particle is written onto an office: «لمدير ...»."""
        word, speakers = self._body.words[head], self._lexicons.speakers
        return word not in speakers and (word.startswith("لل") or (word[0] in "بلو" and word[1:] in speakers))

    def _honours(self, head: int) -> bool:
        """Tell whether titles alone stand before a name: «الدكتور», «صاحب السمو الملكي الأمير»."""
        return "title" in (self._phrases.group(head), self._phrases.group(head + 1))

    # The names

    def _name_start(self, place: int) -> int:
        start = place
        common = not self._may_be_name(place)
        while start and place - start < _LONGEST_NAME and self._names(start - 1, strict=common):
            start -= 1
        while start < place and self._body.words[start] in self._small.name_part:
            start += 1
        return start

    def _may_be_name(self, place: int) -> bool:
        word = self._body.words[place]
        return self._phrases.given_name_at(place) or uncommon(word)

    def _name_end(self, start: int, place: int) -> int:
        end = place + 1
        if end == len(self._body.words):
            return end
        if not self._may_lead(start):
            return end
        given = self._phrases.given_name_at(end)
        if not self._phrases.given_name_at(place) and (start < place or (self._article(place) and not given)):
            return end
        while end < len(self._body.words) and end - place < _LONGEST_NAME and self._names_on(end):
            end += 1
        while self._body.words[end - 1] in self._small.name_part:
            end -= 1
        return end

    def _may_lead(self, start: int) -> bool:
        """Tell whether a name at `start` may go on: one that is given, or has a title before it."""
        if self._phrases.given_name_at(start):
            return True
        before = self._body.words[start - 1] if start else ""
        return before == '"' or before.startswith("ال") or (start > 0 and self._phrases.speaker_at(start - 1))

    def _names(self, token: int, *, strict: bool) -> bool:
        """Tell whether a word may be a name before another: no verb can stand where a noun goes before."""
        if self._body.words[token] in self._small.in_the_name and self._phrases.group(token - 1) != "title":
            # «تعرف باسم سالم الهادي»
            return False
        if self._named(token):
            return True
        if strict or token == 0 or not self._body.words[token - 1][0].isalpha():
            return False
        return self._unknown(token)

    def _names_on(self, token: int) -> bool:
        """Tell whether a word may be a name behind another."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if self._named(token):
            return True
        if self._phrases.ends_at(token, token - 1):
            return False
        if before == _SON and word.isalpha():
            return True
        behind = self._phrases.given_name_at(token - 1) or _SON in self._body.words[token - 2 : token]
        if self._article(token):
            return behind and word not in self._lexicons.speakers and (word.endswith("ي") or uncommon(word))
        return self._unknown(token)

    def _named(self, token: int) -> bool:
        if self._body.words[token] in self._small.complementizer:
            return False
        return self._phrases.given_name_at(token) or self._linking(token)

    def _article(self, token: int) -> bool:
        return self._body.words[token].startswith("ال")

    def _linking(self, token: int) -> bool:
        word = self._body.words[token]
        return word in self._small.name_part and len(word) > 1 and word != "او"

    def _unknown(self, token: int) -> bool:
        """Tell whether a word is so rare in the news that beside a name it can only be one."""
        word = self._body.words[token]
        if not word.isalpha() or len(word) < _SHORTEST_UNKNOWN or word.startswith(_NO_NAME):
            return False
        if self._phrases.speaker_at(token) or self._phrases.adverbial(token) or word.endswith(_NO_END):
            return False
        return word not in self._lexicons.cues and uncommon(word)

    # The office

    def _office_before(self, start: int, place: int) -> int:
        """Return where the titles and the office begin that lead to the name at `start`."""
        words = self._body.words
        head = token = start
        while token > max(0, start - _LONGEST_OFFICE):
            token = self._back(token)
            if self._new_line(token) or token in self._cues:
                # «طالب رئيس الهيئة سالم الهادي»: he is no student.
                break
            if not words[token][0].isalnum() or self._ends(token, place):
                break
            if self._breaks(token, head, start):
                break
            if self._heads(token, head, start, place):
                head = token
                if words[token][0] in "بل" and self._particle_at(token):
                    break
        return head

    def _new_line(self, token: int) -> bool:
        return "\n" in self._body.text[self._body.ends[token] : self._body.starts[token + 1]]

    def _back(self, token: int) -> int:
        """Step back over a word, or over a short quotation with what stands in it."""
        before = token - 1
        if self._body.words[before] == '"' and before in self._body.closed:
            opening = self._body.quotation[before - 1]
            if opening > 0 and before - opening <= _SHORT_QUOTATION:
                return opening - 1
        return before

    def _ends(self, token: int, place: int) -> bool:
        if (
            self._body.words[token] in self._small.office_matter
            and self._phrases.group(token - 1) == "office"
        ):
            return False
        return self._phrases.ends_at(token, place)

    def _breaks(self, token: int, head: int, start: int) -> bool:
        word = self._body.words[token]
        if word in self._small.accompanying or (token == start - 1 and word in self._small.in_the_name):
            # «الوزير سالم برفقة نادر», «تعرف باسم سالم الهادي»
            return True
        if word in self._small.in_the_name and self._phrases.group(head) == "office":
            # «متحدث باسم الوزير سالم الهادي»
            return not self._body.words[token - 1].startswith("ال")
        if token in self._body.outlets or self._phrases.group(token) in ("outlet", "press"):
            return True
        if word in self._small.negation or self._phrases.adverbial(token):
            return True
        if self._phrases.given_name_at(token) and self._phrases.group(head) in ("office", "role"):
            # «سالم الهادي ومدير السد نادر السالم»: another's name.
            return True
        # «زار الموقع مدير ...»: two nouns that cannot belong together.
        return word.startswith("ال") and head < start and self._indefinite_noun(head)

    def _heads(self, token: int, head: int, start: int, place: int) -> bool:
        word, group = self._body.words[token], self._phrases.group(token)
        if group is None or word in self._small.partitive or word in self._small.demonstrative:
            return False
        if head == place and start == place and group not in PERSONAL:
            # «البنك الأهلي»: what has no given name need not be a person.
            return word.removeprefix("ال") in self._small.named_body and token == place - 1
        if group not in PERSONAL or word.endswith(_PLURALS):
            # «شركة على رأسها سالم الهادي»: he who has a name of his own is not headed by a body's.
            return False
        if start - token <= _NEAR and (head == start or self._phrases.group(head) == "title"):
            return True
        return self._descriptions.headed(token).end >= head

    def _indefinite_noun(self, token: int) -> bool:
        word = self._body.words[token]
        return not word.startswith("ال") and self._lexicons.speakers.get(word, "title") != "title"

    def _office_before_comma(self, start: int) -> int:
        """Return the office that a comma parts from its holder: «وزير المياه، سالم الهادي»."""
        words = self._body.words
        head = self._office_before(start - 1, start - 1)
        if self._phrases.group(head) not in ("office", "role") or words[head].endswith(_PLURALS):
            return start
        return head if self._descriptions.headed(head).end == start - 1 else start

    def _office_behind(self, end: int) -> int:
        """Return the end of the office in apposition to a name: «سالم الهادي مدير السد», else `end`."""
        words = self._body.words
        comma = end < len(words) and words[end] in COMMAS
        head = end + comma
        if head >= len(words) or self._lexicons.speakers.get(words[head]) not in ("office", "role"):
            return end
        office = self._descriptions.headed(head)
        if office.end - head == 1 or office.end >= len(words) or self._names_on(office.end):
            return end
        if self._phrases.group(office.end) == "title":
            return end
        closed = not words[office.end][0].isalnum() or self._phrases.ends_at(office.end, head)
        return office.end if closed or not comma else end
