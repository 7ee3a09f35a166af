"""Who is speaking as the text goes on: dropped subjects, speech within speech, relays that carry over."""

import dataclasses

import msgspec
from msgspec.structs import replace

from tawatur.arabic.folding import folded
from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import PRONOUN_AGREEMENT, PRONOUNS, Agreement, Family
from tawatur.attribution.frames.frame import Frame
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.openings import Construction
from tawatur.attribution.openings.preceding import behind_dateline
from tawatur.attribution.parties.acting import Acting
from tawatur.attribution.parties.actors import Actors
from tawatur.attribution.parties.resolution import Party, Resolver
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.outlets.outlet import Outlet
from tawatur.records.attribution import Act, Attribution, SourceKind
from tawatur.records.span import Span

# Speech within speech goes no deeper in prose than a few levels.
_DEEPEST = 8
_LONGEST_CHAIN = 6
# A dropped subject is one of the last speakers.
_REMEMBERED = 4
# «وذلك بعد أن أفادت»
_NARRATED_WITHIN = 3
_AGREEING = (Family.VERB, Family.PARTICIPLE)
# «توجيه صدر عنه»
_AUTHORLESS = 3
# The mark that opens a quotation and the conjunction in it.
_MARK_AND_CONJUNCTION = 2


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What later statements take up: the party, and how its word came here."""

    party: Party
    relays: tuple[str, ...]
    content: int
    """The first token of its content."""


class Statements:
    """Goes through a body's frames in order and makes them attributions."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, resolver: Resolver, *, publisher: Outlet | None
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._resolver = resolver
        self._own = frozenset(map(folded, publisher.names)) if publisher is not None else frozenset()
        self._chains = Chains(body, lexicons, NounPhrases(body, lexicons))
        self._actors = Actors(body, lexicons, resolver)
        self._acting = Acting(body, lexicons, resolver)
        small = self._small = lexicons.small
        self._carrying = frozenset(words.split()[0] for words in small.carrying)
        self._carried = frozenset(words.split()[-1] for words in small.carrying) | small.leading_on
        self._spoken: list[Statement] = []
        self._silent: list[Span] = []
        self.attributions: list[Attribution] = []

    def add(self, sentence: Span, frames: list[Frame]) -> None:
        """Turn the frames of the next sentence into attributions."""
        if not frames:
            self._silent.append(sentence)
            return
        frames = self._without_credit(frames)
        first = len(self.attributions)
        statements: list[Statement | None] = []
        for index, frame in enumerate(frames):
            inside = None if self._narrated_after(frame) else _outer(frames, index)
            outer = statements[inside] if inside is not None else None
            previous = frames[index - 1] if index else None
            statement = self._statement(frame, sentence, outer, previous)
            if statement is not None and index and self._carries_on(frame):
                statement = _carried_by(statements[-1], statement)
            statements.append(statement)
            if inside is None and statement is not None and not _aside(frame, statement, index):
                self._spoken.append(statement)
            place = None if inside is None else first + inside
            resting = self._resting(frame, statement)
            self.attributions.append(self._attribution(frame, resting, outer, inside=place))
        self._silent.clear()

    def _carries_on(self, frame: Frame) -> bool:
        """Tell whether who spoke before passes on another's word: «قالت إن ... نقلا عن الشركة»."""
        words = " ".join(self._body.words[frame.cue.start : frame.cue.end])
        return words in self._small.carrying and not frame.forward

    def _narrated_after(self, frame: Frame) -> bool:
        """Tell whether the article itself tells when: «نفت الشركة ...، وذلك بعد أن أفادت تقارير»."""
        before = self._body.words[max(0, frame.cue.opens - _NARRATED_WITHIN) : frame.cue.opens]
        return any(word in self._lexicons.small.summing_up for word in before)

    def _resting(self, frame: Frame, statement: Statement | None) -> Statement | None:
        """Return a statement as the word of those whose figures it rests on: who speaks passes it on."""
        if frame.basis is None or statement is None:
            return statement
        party = self._resolver.party(frame.basis)
        if party.name == statement.party.name:
            return statement
        relays = tuple(dict.fromkeys((statement.party.relay, *statement.relays)))
        return replace(statement, party=party, relays=relays)

    def _without_credit(self, frames: list[Frame]) -> list[Frame]:
        """Take «... .وفقا لرويترز.» for how the speech right before it came, where there is any."""
        credit = frames[0]
        if credit.cue.family is not Family.PHRASE or credit.construction is not Construction.POINTING_BACK:
            return frames
        if credit.source is None or not self._chains.is_outlet(credit.source):
            return frames
        told = self._body.starts[credit.content]
        for place in range(len(self.attributions) - 1, -1, -1):
            speech = self.attributions[place]
            if speech.cue.start < told:
                break
            if speech.inside is None:
                relays = (*speech.relays, *self._chains.names(credit.source))
                self.attributions[place] = dataclasses.replace(speech, relays=tuple(dict.fromkeys(relays)))
                return frames[1:]
        return frames

    def _actor_before(self) -> Phrase | None:
        """Return who acts in the silent sentence before; before all speech in any of the last."""
        near = 1 if self._spoken else _REMEMBERED
        for sentence in reversed(self._silent[-near:]):
            if (actor := self._actors.first(sentence, sentence.end)) is not None:
                return actor
        return None

    def _statement(
        self, frame: Frame, sentence: Span, outer: Statement | None, previous: Frame | None
    ) -> Statement | None:
        word = frame.cue.word
        if word is not None and word.passive:
            return None
        if frame.source is not None:
            frame = replace(frame, relays=frame.relays or self._chains.brought(frame.source))
        relays = self._relays(frame, outer)
        if frame.source is not None:
            if self._spoken and self._names_last(frame.source):
                return replace(self._spoken[-1], content=frame.content)
            party = self._resolver.party(frame.source)
            party = self._with_author(party, frame.source, sentence)
            if self._shown_by_verb(party, frame):
                party = replace(party, agreement=frame.cue.agreement)
            # «قال الوزير إن الوزير أكد»: no party carries its own word.
            others = tuple(name for name in relays if name != party.relay)
            others = others or self._still_through(frame.source, party)
            return Statement(party=party, relays=others, content=frame.content)
        if outer is not None and self._describes(frame):
            # «دعم جماعات وصفها بالخطيرة»: by the way, in his own words.
            return replace(outer, content=frame.content)
        if outer is not None:
            # Within another's content: who acts there.
            within = outer.content, frame.cue.opens, self._wanted(frame)
            actor = self._acting.nearest(*within)
            if actor is None and frame.cue.family is Family.VERB:
                actor = self._acting.likeliest(*within)
            return None if actor is None else self._by(actor, frame, relays)
        return self._dropped(frame, sentence, relays, previous)

    def _with_author(self, party: Party, mention: Phrase, sentence: Span) -> Party:
        """Name a paper by who acts in its sentence where but a pronoun shows its author: «بيان نشره»."""
        words, small = self._body.words[mention.start : mention.end], self._small
        issued = words[-1] in small.about_him and words[-2:-1] and words[-2] in small.issued
        brought = words[-1] in small.bringing and words[-1].endswith(PRONOUNS)
        if party.kind is not SourceKind.DOCUMENT or len(words) > _AUTHORLESS or not (issued or brought):
            return party
        author = self._actors.first(sentence, mention.start)
        if author is None:
            return party
        # «رفع البنك الفائدة»: the noun alone shows better who is meant.
        alone = self._resolver.party(replace(author, end=author.start + 1))
        known = alone if " " in alone.name else self._resolver.party(author)
        paper = Span(self._body.starts[mention.start] + mention.fused, self._body.ends[mention.start])
        name = f"{paper.of(self._body.text)} {known.name}"
        return replace(party, name=name, relay=name)

    def _names_last(self, mention: Phrase) -> bool:
        """Tell whether «المصدر نفسه» is whatever was cited last, as the text calls nobody so before."""
        words = self._body.words[mention.start : mention.end]
        cited = not self._small.same.isdisjoint(words) and not self._small.generic_person.isdisjoint(words)
        return cited and self._resolver.stands_alone(mention)

    def _still_through(self, mention: Phrase, party: Party) -> tuple[str, ...]:
        """Return through whom somebody goes on who is only taken up by a noun: «وأضاف المسؤول».

        What was said to the publisher itself needs no relay again, but of one unnamed voice, which is
        known by who heard it; «المصادر» may be any that the publisher has.
        """
        one_of_them = self._one_of_many(mention)
        voice = party.kind is SourceKind.UNNAMED and party.agreement is Agreement.MASCULINE
        voice = voice and self._resolver.called_alike(mention)
        if not one_of_them and not self._resolver.taken_up(mention):
            return ()
        for statement in reversed(self._spoken[-_REMEMBERED:]):
            many = statement.party.kind is SourceKind.UNNAMED and one_of_them
            if many or statement.party.name == party.name:
                hearers = self._own if not voice or one_of_them else ()
                return tuple(name for name in statement.relays if folded(name) not in hearers)
        return ()

    def _one_of_many(self, mention: Phrase) -> bool:
        """Tell whether one of several who were described is meant: «أحد المصدرين»."""
        first, *behind = self._body.words[mention.start : mention.end]
        return first in self._small.partitive and len(behind) == 1 and behind[0].startswith("ال")

    def _describes(self, frame: Frame) -> bool:
        """Tell whether a verb says what somebody calls that of which its pronoun speaks: «وصفها»."""
        word = self._body.words[frame.cue.start]
        charges = frame.cue.word is not None and frame.cue.word.takes("accuse", "blame", "describe")
        return (
            charges and not frame.cue.prefixed and word not in self._lexicons.cues and word.endswith(PRONOUNS)
        )

    def _by(self, actor: Phrase, frame: Frame, relays: tuple[str, ...]) -> Statement:
        return Statement(party=self._resolver.party(actor), relays=relays, content=frame.content)

    def _dropped(
        self, frame: Frame, sentence: Span, relays: tuple[str, ...], previous: Frame | None
    ) -> Statement | None:
        """Return the statement of a cue whose subject is dropped: who acts beside it, or spoke before."""
        sentence = Span(behind_dateline(self._body, sentence, frame.cue.opens), sentence.end)
        actor = self._acting_before(frame, sentence, previous)
        wanted = self._wanted(frame)
        if actor is None and frame.cue.family in _AGREEING and not self._agreed(wanted):
            actor = self._acting.nearest(sentence.start, frame.cue.opens, wanted)
        spoken = None if actor is not None else self._taken_up(wanted, continues=previous is not None)
        if actor is None and spoken is None:
            actor = self._actors.first(sentence, frame.cue.opens) or self._actor_before()
        if actor is None and spoken is None:
            actor = self._likeliest(Span(sentence.start, frame.cue.opens), wanted)
        if actor is not None:
            return self._by(actor, frame, relays)
        if spoken is None and self._spoken:
            spoken = self._spoken[-1]
        if spoken is None:
            return None
        return replace(spoken, relays=relays or spoken.relays, content=frame.content)

    def _likeliest(self, before: Span, wanted: Agreement) -> Phrase | None:
        """Return the last person named who agrees; before all speech in one of the last sentences too."""
        silent = [] if self._spoken else self._silent[-_REMEMBERED:]
        for start, end in (before, *reversed(silent)):
            if (actor := self._acting.likeliest(start, end, wanted)) is not None:
                return actor
        return None

    def _shown_by_verb(self, party: Party, frame: Frame) -> bool:
        """Tell whether a singular verb shows its party's gender where a name may not: «قالت رويترز»."""
        source, word = frame.source, frame.cue.word
        if source is None or word is None or frame.cue.family is not Family.VERB or word.takes("relay"):
            return False
        carried = self._body.words[source.start - 1] in self._carried
        plural = Agreement.PLURAL in (frame.cue.agreement, party.agreement)
        return source.start >= frame.cue.end and not carried and not plural

    def _acting_before(self, frame: Frame, sentence: Span, previous: Frame | None) -> Phrase | None:
        """Return who acts in the clause that a participle or expression is attached to."""
        if (author := self._actors.author(frame, sentence)) is not None:
            return author
        if frame.cue.family is Family.VERB and frame.cue.prefixed:
            silent = sentence.start if previous is None else previous.cue.end
            other = self._acting.contrasted(silent, frame.cue.opens, self._wanted(frame))
            other = other or self._actors.beside(frame.cue.opens, sentence)
            if other is not None:
                return other
        if previous is not None:
            return None
        if frame.cue.family is Family.VERB:
            return self._actors.coordinated(frame, sentence) or self._coordinated(frame, sentence)
        if frame.cue.opens == sentence.start:
            return self._actor_before()
        actor = self._actors.first(sentence, frame.cue.opens)
        if frame.cue.family is Family.PARTICIPLE and not self._agrees(actor, frame):
            actor = self._acting.nearest(sentence.start, frame.cue.opens, self._wanted(frame)) or actor
        return actor

    def _agrees(self, actor: Phrase | None, frame: Frame) -> bool:
        """Tell whether somebody who acts is whom a cue shows; many may be spoken of in any way."""
        shown = (self._wanted(frame), Agreement.PLURAL)
        return actor is not None and self._resolver.party(actor).agreement in shown

    def _coordinated(self, frame: Frame, sentence: Span) -> Phrase | None:
        joined = frame.cue.prefixed or frame.cue.opens < frame.cue.start
        if not joined or frame.cue.opens == sentence.start:
            return None
        return self._acting.nearest(sentence.start, frame.cue.opens, self._wanted(frame))

    def _wanted(self, frame: Frame) -> Agreement:
        """Return what the party must agree with: the verb, or the pronoun of «نقلت عنه», «حسب قولها»."""
        words, end = self._body.words, frame.cue.end
        if frame.construction is Construction.OWN_WORDS:
            return _shown_by_pronoun(words[end - 1])
        carrying = words[end] in self._carrying
        pronoun = words[end + carrying]
        carries = frame.cue.word is not None and (carrying or frame.cue.word.takes("relay"))
        if not carries or pronoun not in self._lexicons.small.about_him:
            return frame.cue.agreement
        return _shown_by_pronoun(pronoun)

    def _agreed(self, wanted: Agreement) -> bool:
        """Tell whether one of the last speakers agrees; of many only the very last is meant."""
        last = self._spoken[-1:] if wanted is Agreement.PLURAL else self._spoken[-_REMEMBERED:]
        return any(statement.party.agreement is wanted for statement in last)

    def _taken_up(self, wanted: Agreement, *, continues: bool) -> Statement | None:
        """Return the statement that a verb without a subject goes on with: the last whose party agrees."""
        last = list(reversed(self._spoken[-_REMEMBERED:]))
        if continues and wanted is Agreement.PLURAL:
            # «وصف الفريق ... لكنهم شددوا»: of one sentence, whoever speaks in it.
            return last[0] if last else None
        for statement in last:
            if wanted is statement.party.agreement:
                return statement
        for statement in last:
            if Agreement.PLURAL in (wanted, statement.party.agreement):
                return statement
        return None

    def _relays(self, frame: Frame, outer: Statement | None) -> tuple[str, ...]:
        """Return a frame's relays and, for speech within speech, who reported it and through whom.

        The publisher heard the outer speaker, not the one he quotes.
        """
        if outer is None:
            return frame.relays
        through = (name for name in outer.relays if folded(name) not in self._own)
        return tuple(dict.fromkeys((*frame.relays, outer.party.relay, *through)))[:_LONGEST_CHAIN]

    def _attribution(
        self, frame: Frame, statement: Statement | None, outer: Statement | None, *, inside: int | None
    ) -> Attribution:
        body, word = self._body, frame.cue.word
        return Attribution(
            cue=body.span(frame.cue.start, frame.cue.end),
            source=frame.source.span(body) if frame.source is not None else None,
            content=body.span(frame.content, frame.end),
            resolved=statement.party.name if statement is not None else None,
            kind=statement.party.kind if statement is not None else SourceKind.UNNAMED,
            relays=statement.relays if statement is not None else self._relays(frame, outer),
            act=word.act if word is not None else Act.ASSERT,
            direct=self._direct(frame),
            inside=inside,
            licence=f"{frame.cue.family}.{frame.cue.key}:{frame.construction}",
            said_at=None,
        )

    def _direct(self, frame: Frame) -> bool:
        """Tell whether most of a content stands in quotation marks of its own."""
        body = self._body
        leading = body.words[max(frame.opening, frame.content - _MARK_AND_CONJUNCTION) : frame.content + 1]
        if frame.construction is Construction.QUOTE and '"' in leading:
            return True
        if body.quotation[frame.cue.start] >= 0:
            return False
        quoted = body.quoted_before[frame.end] - body.quoted_before[frame.content]
        return 2 * quoted > frame.end - frame.content


def _carried_by(speaker: Statement | None, origin: Statement) -> Statement:
    """Make who spoke the carrier of what he has from another."""
    if speaker is None or origin.relays or speaker.party.name == origin.party.name:
        return origin
    return replace(origin, relays=tuple(dict.fromkeys((speaker.party.relay, *speaker.relays))))


def _shown_by_pronoun(word: str) -> Agreement:
    """Return whom the pronoun at a word's end stands for, a man where there is none."""
    return next((PRONOUN_AGREEMENT[one] for one in PRONOUNS if word.endswith(one)), Agreement.MASCULINE)


def _aside(frame: Frame, statement: Statement, index: int) -> bool:
    """Tell whether one named by the way, with a noun or behind a content, leaves the floor to who speaks."""
    if frame.cue.family is Family.NOUN:
        return True
    behind = frame.cue.family is Family.PHRASE and not frame.forward and index > 0
    return behind and statement.party.kind not in (SourceKind.PERSON, SourceKind.UNNAMED)


def _outer(frames: list[Frame], index: int) -> int | None:
    """Return the statement in whose content a cue stands without ending it."""
    frame = frames[index]
    if not frame.forward or (frame.cue.prefixed and frame.source is not None):
        return None
    for earlier in range(index - 1, max(-1, index - 1 - _DEEPEST), -1):
        outer = frames[earlier]
        if outer.cue.family is Family.NOUN and outer.construction is not Construction.THAT:
            continue
        if outer.forward and outer.content <= frame.cue.start < outer.end:
            return earlier
    return None
