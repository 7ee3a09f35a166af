"""From an article to its attributions."""

from dataclasses import dataclass

from tawatur.attribution.body import Body, body_of
from tawatur.attribution.chains import Chains
from tawatur.attribution.contents import Contents
from tawatur.attribution.frames import Frame
from tawatur.attribution.grammar import Grammar
from tawatur.attribution.lexicon import Agreement, AttributionLexicons, Family
from tawatur.attribution.openings import Construction
from tawatur.attribution.resolution import Party, Resolver
from tawatur.attribution.sources import NounPhrases, Phrase
from tawatur.outlets.directory import Directory
from tawatur.records.article import Article
from tawatur.records.attribution import Act, Attribution, SourceKind
from tawatur.records.span import Span


# Speech within speech goes no deeper in prose than a few levels.
_DEEPEST = 8
_LONGEST_CHAIN = 6
# A sentence's verb, its adverb, and then who acts.
_FIRST_WORDS = 3


def attribute(
    article: Article, *, lexicons: AttributionLexicons, outlets: Directory
) -> tuple[Attribution, ...]:
    """Find who says what in an article, through whom, in the order of the text."""
    body = body_of(article.body, abbreviations=lexicons.abbreviations, outlets=outlets)
    grammar = Grammar(body, lexicons)
    contents = Contents(body, lexicons, Chains(body, lexicons, NounPhrases(body, lexicons)))
    spoken = [(sentence, contents.closed(grammar.frames(sentence), sentence)) for sentence in body.sentences]
    explicit = [frame.source for _, frames in spoken for frame in frames if frame.source is not None]
    telling = _Telling(body, lexicons, Resolver(body, lexicons, explicit))
    for sentence, frames in spoken:
        telling.add(sentence, frames)
    return tuple(telling.attributions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """What later statements take up: the party and how its word came here."""

    party: Party
    relays: tuple[str, ...]


class _Telling:
    """Goes through the statements in order and remembers who is speaking."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, resolver: Resolver) -> None:
        self._body = body
        self._lexicons = lexicons
        self._resolver = resolver
        self._phrases = NounPhrases(body, lexicons)
        self._statements: list[_Statement] = []
        self._acting: Phrase | None = None
        self.attributions: list[Attribution] = []

    def add(self, sentence: Span, frames: list[Frame]) -> None:
        """Turn the frames of one sentence into attributions."""
        if not frames:
            self._acting = self._sentence_subject(sentence, sentence.end)
            return
        first = len(self.attributions)
        spoken: list[_Statement | None] = []
        for index, frame in enumerate(frames):
            inside = self._outer(frames, index)
            outer = spoken[inside] if inside is not None else None
            statement = self._statement(frame, sentence, outer, bool(index))
            spoken.append(statement)
            if inside is None and statement is not None:
                self._statements.append(statement)
            self.attributions.append(
                self._attribution(frame, statement, None if inside is None else first + inside, outer)
            )
        self._acting = None

    def _outer(self, frames: list[Frame], index: int) -> int | None:
        """Return the statement in whose content a cue stands without ending it."""
        frame = frames[index]
        for earlier in range(index - 1, max(-1, index - 1 - _DEEPEST), -1):
            outer = frames[earlier]
            if frame.cue.prefixed and frame.source is not None:
                return None
            if outer.forward and outer.content <= frame.cue.start < outer.end and frame.forward:
                return earlier
        return None

    def _statement(self, frame: Frame, sentence: Span, outer: _Statement | None, continues: bool) -> _Statement | None:
        relays = frame.relays
        if frame.cue.word is not None and frame.cue.word.passive:
            return None
        if outer is not None:
            relays = (*relays, outer.party.name, *outer.relays)[:_LONGEST_CHAIN]
        if frame.source is not None:
            return _Statement(party=self._resolver.party(frame.source), relays=relays)
        if outer is not None:
            return None
        found = self._taken_up(frame, sentence, continues)
        if isinstance(found, _Statement):
            return _Statement(party=found.party, relays=relays or found.relays)
        return None if found is None else _Statement(party=self._resolver.party(found), relays=relays)

    def _taken_up(self, frame: Frame, sentence: Span, continues: bool) -> _Statement | Phrase | None:
        """Return the statement that a cue without a source goes on with, or its sentence's own subject."""
        wanted = frame.cue.agreement
        if frame.cue.family in (Family.PARTICIPLE, Family.MASDAR, Family.PHRASE) and not continues:
            subject = self._sentence_subject(sentence, frame.cue.opens)
            if subject is not None:
                return subject
            if self._acting is not None and frame.cue.opens == sentence.start:
                return self._acting
        for statement in reversed(self._statements[-4:]):
            if _agree(wanted, statement.party.agreement):
                return statement
        if self._statements:
            return self._statements[-1]
        return self._sentence_subject(sentence, frame.cue.opens) or self._acting

    def _sentence_subject(self, sentence: Span, stop: int) -> Phrase | None:
        """Return the speaker behind the verb that begins a sentence."""
        words = self._body.words
        for token in range(sentence.start, min(sentence.start + _FIRST_WORDS, stop)):
            if words[token] in self._lexicons.small.leading or words[token] in self._lexicons.small.preposition:
                return None
            if words[token] in self._lexicons.speakers:
                return self._phrases.compact(token, stop)
        return None

    def _attribution(
        self, frame: Frame, statement: _Statement | None, inside: int | None, outer: _Statement | None
    ) -> Attribution:
        body = self._body
        relays = statement.relays if statement is not None else frame.relays
        if statement is None and outer is not None:
            relays = (*frame.relays, outer.party.name, *outer.relays)[:_LONGEST_CHAIN]
        word = frame.cue.word
        return Attribution(
            cue=body.span(frame.cue.start, frame.cue.end),
            source=frame.source.span(body) if frame.source is not None else None,
            content=body.span(frame.content, frame.end),
            resolved=statement.party.name if statement is not None else None,
            kind=statement.party.kind if statement is not None else SourceKind.UNNAMED,
            relays=relays,
            act=word.act if word is not None else Act.ASSERT,
            direct=self._direct(frame),
            inside=inside,
            licence=f"{frame.cue.family}.{frame.cue.key}:{frame.construction}",
        )

    def _direct(self, frame: Frame) -> bool:
        body = self._body
        if body.words[frame.content] == '"' and frame.construction is Construction.QUOTE:
            return True
        if body.quotation[frame.cue.start] >= 0:
            return False
        quoted = body.quoted_before[frame.end] - body.quoted_before[frame.content]
        return 2 * quoted > frame.end - frame.content


def _agree(wanted: Agreement, shown: Agreement) -> bool:
    if wanted is Agreement.PLURAL or shown is Agreement.PLURAL:
        return True
    return wanted is shown
