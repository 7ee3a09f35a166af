"""Find the words that may announce speech, and throw out those that do not."""

from dataclasses import dataclass, replace

from tawatur.attribution.body import Body
from tawatur.attribution.lexicon import AttributionLexicons, Agreement, CuePhrase, CueWord, Family
from tawatur.records.span import Span

_CONJUNCTIONS = "وف"
_RELATIVE_THINGS = frozenset({"ما", "لما", "بما", "مما", "كما"})
_OBJECTS = ("ها", "هم", "ه")
# A masculine past that is also a noun («ذكر», «بيان رد») is a noun behind a preposition.
_PREPOSITIONS = frozenset({"في", "من", "الي", "علي", "عن", "مع", "بين", "بعد", "قبل", "كل", "اي", "هذا", "دون"})
_ABOUT_A_PAPER = frozenset({"فيه", "فيها", "به", "بها", "له", "لها"})
_SUBJUNCTIVE = frozenset({"ان", "بان", "لان", "كي", "لكي", "حتي", "سوف", "ل", "الا"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue's tokens, the word or phrase it is, and how it stands in its sentence.

    `joined` tells that a conjunction or the beginning of a clause stands before it, so that it ends
    the content before; `opens` is where the clause begins with its connectives («من جانبه», «حيث»).
    """

    start: int
    end: int
    word: CueWord | None
    phrase: CuePhrase | None
    prefixed: bool
    joined: bool
    opens: int

    @property
    def family(self) -> Family:
        """What sort of cue it is."""
        return self.word.family if self.word is not None else Family.PHRASE

    @property
    def key(self) -> str:
        """Return its key in the lexicon."""
        entry = self.word or self.phrase
        assert entry is not None
        return entry.key

    @property
    def agreement(self) -> Agreement:
        """The gender or number it shows."""
        return self.word.agreement if self.word is not None else Agreement.MASCULINE


def find_cues(body: Body, sentence: Span, *, lexicons: AttributionLexicons) -> list[Cue]:
    """Find the candidates of one sentence, in order; whether each has a content is decided later."""
    found: list[Cue] = []
    token = sentence.start
    while token < sentence.end:
        cue = _phrase(body, token, sentence, lexicons) or _word(body, token, sentence, lexicons)
        if cue is not None:
            cue = _main(body, cue, found)
            found.append(cue)
            token = cue.end
        else:
            token += 1
    return found


def _main(body: Body, cue: Cue, found: list[Cue]) -> Cue:
    """Let a verb behind a comma stand by itself where only adverbs precede it in its sentence."""
    if cue.joined or body.words[cue.start - 1] not in _COMMAS or any(one.word is not None for one in found):
        return cue
    return replace(cue, joined=True)


def _phrase(body: Body, token: int, sentence: Span, lexicons: AttributionLexicons) -> Cue | None:
    first = body.words[token]
    candidates = lexicons.phrases.get(first)
    prefixed = False
    if candidates is None and first[0] in _CONJUNCTIONS:
        candidates, prefixed = lexicons.phrases.get(first[1:]), True
    for phrase in candidates or ():
        end = token + len(phrase.words)
        if end >= sentence.end or body.words[token + 1 : end] != phrase.words[1:]:
            continue
        if phrase.fused and not body.words[end].startswith(phrase.fused):
            continue
        if phrase.takes == "verb" and not _verb_at(body, end, sentence, lexicons):
            continue
        opens, _ = _clause_start(body, token, sentence, lexicons)
        joined = token == sentence.start or body.words[token - 1] not in (":", '"')
        return Cue(start=token, end=end, word=None, phrase=phrase, prefixed=prefixed, joined=joined, opens=opens)
    return None


def _verb_at(body: Body, token: int, sentence: Span, lexicons: AttributionLexicons) -> bool:
    return token < sentence.end and reporting_word(body.words[token], lexicons) is not None


def reporting_word(word: str, lexicons: AttributionLexicons) -> CueWord | None:
    """Look a finite verb up with or without the pronoun of its object, as in «ما نقلته»."""
    found = lexicons.cues.get(word)
    if found is None:
        for ending in _OBJECTS:
            if word.endswith(ending):
                found = lexicons.cues.get(word[: -len(ending)]) or found
    return found if found is not None and found.family is Family.VERB else None


def _word(body: Body, token: int, sentence: Span, lexicons: AttributionLexicons) -> Cue | None:
    text = body.words[token]
    before = body.words[token - 1] if token > sentence.start else ""
    word, prefixed = lexicons.cues.get(text), False
    if word is None and len(text) > 3 and text[0] in _CONJUNCTIONS:
        word, prefixed = lexicons.cues.get(text[1:]), True
    if word is None:
        bearing = reporting_word(text, lexicons)
        if bearing is None and text[0] in _CONJUNCTIONS:
            bearing, prefixed = reporting_word(text[1:], lexicons), True
        if bearing is not None and (bearing.addressee or before in _RELATIVE_THINGS or before.endswith("حديث")):
            word = bearing
    if word is None or _refused(body, token, word, before, lexicons, prefixed):
        return None
    opens, joined = _clause_start(body, token, sentence, lexicons)
    joined = joined or prefixed or word.family in (Family.PARTICIPLE, Family.MASDAR)
    end = token + 1
    return Cue(start=token, end=end, word=word, phrase=None, prefixed=prefixed, joined=joined, opens=opens)


def _refused(
    body: Body, token: int, word: CueWord, before: str, lexicons: AttributionLexicons, prefixed: bool
) -> bool:
    following = body.words[token + 1] if token + 1 < len(body.words) else ""
    if word.family is Family.MASDAR and body.words[token].lstrip("وف").startswith("ال"):
        return before != "مع"
    if word.family is Family.PARTICIPLE:
        # «موضحاً فيه ...» describes a paper, «مؤكدا» behind a negation or a preposition is an adjective.
        return following in _ABOUT_A_PAPER or before in lexicons.negations or before in _PREPOSITIONS
    if word.family is Family.VERB:
        if before in lexicons.negations or (before in _SUBJUNCTIVE and word.present):
            return True
        if following in lexicons.pious and "quote" in word.governs:
            return True
        if word.homograph and not prefixed and before and not _clause_may_begin(before, lexicons):
            return True
        if not prefixed and not word.present and before.removeprefix("و") in _PREPOSITIONS and word.agreement is Agreement.MASCULINE:
            return True
    return False


def _clause_may_begin(before: str, lexicons: AttributionLexicons) -> bool:
    """Tell whether a verb may follow a word, where a noun of the same letters is likelier."""
    if not before[0].isalnum():
        return True
    if before in lexicons.connectives or before in lexicons.relatives or before in _RELATIVE_THINGS:
        return True
    return before.startswith("ال") or before in lexicons.speakers or before in lexicons.complementizers


def _clause_start(body: Body, token: int, sentence: Span, lexicons: AttributionLexicons) -> tuple[int, bool]:
    """Go back over the connectives before a cue; tell where its clause opens and whether it stands apart."""
    opens, joined = _over_connectives(body, token, sentence, lexicons)
    # A comma alone joins nothing: inside a content the clause goes on without a conjunction.
    while opens > sentence.start and body.words[opens - 1] in _MARKS:
        joined = joined or body.words[opens - 1] not in _COMMAS
        opens -= 1
    further, turned = _over_connectives(body, opens, sentence, lexicons)
    if turned and further < opens:
        opens, joined = further, True
        while opens > sentence.start and body.words[opens - 1] in _MARKS:
            opens -= 1
    return opens, joined or opens == sentence.start


def _over_connectives(body: Body, token: int, sentence: Span, lexicons: AttributionLexicons) -> tuple[int, bool]:
    opens = token
    while opens > sentence.start and body.words[opens - 1] in lexicons.connectives:
        opens -= 1
    found = any(body.words[place] not in lexicons.auxiliaries for place in range(opens, token))
    found = found or (opens < token and (opens == sentence.start or not body.words[opens - 1][0].isalnum()))
    if found and opens > sentence.start and body.words[opens - 1] in _BEFORE_TURNS:
        opens -= 1
    return opens, found


_BEFORE_TURNS = frozenset({"من", "علي", "وعلي", "في", "وفي", "ومن", "الي"})
_COMMAS = ("،", ",")
_MARKS = frozenset("،,؛.-–:)(!؟?")
