"""Claims: what several articles of a story say alike, with where it comes from and who denies it."""

from collections.abc import Mapping, Sequence

from tawatur.corroboration.comments import with_comments
from tawatur.corroboration.conflicts import with_conflicts
from tawatur.corroboration.grouping import same_saying
from tawatur.corroboration.keys import fresh_keys
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.origins import find_origins
from tawatur.corroboration.precedence import earliest
from tawatur.corroboration.stances import stances
from tawatur.corroboration.statement import Stated, Statement
from tawatur.corroboration.voices import Listener, Voice
from tawatur.outlets.directory import Directory
from tawatur.records.claim import Claim, Member, Stance
from tawatur.records.copy_family import CopyFamily
from tawatur.records.story import Story

# A claim is shown by a statement of about this many words: shorter ones lean on their
# context, longer ones say more than the claim.
_CLEAR_WORDS = 12


def find_claims(
    story: Story,
    articles: Mapping[str, Stated],
    families: Sequence[CopyFamily],
    *,
    lexicons: CorroborationLexicons,
    outlets: Directory,
) -> tuple[Claim, ...]:
    """Find what the articles of one story claim, those on most pages first, what is only wished for last.

    Of those on equally many pages and of equally many origins the one that most articles begin with comes
    first.
    Articles of the story that `articles` does not hold are passed over. A sentence of an
    article's own is a claim where it leads its article or another page says the same; a
    sentence that nobody else carries is the article's text and no claim.
    """
    told = [articles[article] for article in story.articles if article in articles]
    listener = Listener(told, families, lexicons=lexicons, outlets=outlets)
    statements = [statement for stated in told for statement in stated.statements]
    sayings = same_saying(statements, common=lexicons.common_words)
    claims = {
        place: _claim(saying, articles, listener, lexicons)
        for place, saying in enumerate(sayings.groups)
        if _is_claimed(saying)
    }
    keyed = with_conflicts(dict(zip(claims, fresh_keys(claims.values()), strict=True)), sayings)
    # A prayer for the wounded stands on more pages than what wounded them, and is not what happened.
    wished = [all(statement.reacts for statement in sayings.groups[place]) for place in claims]
    led = [len({said.article for said in sayings.groups[place] if said.leading}) for place in claims]
    # Claims that equal in all else keep the order in which the story tells them.
    ordered = sorted(
        zip(wished, led, keyed, strict=True),
        key=lambda ranked: (ranked[0], -len(ranked[2].pages), -ranked[2].origins_max, -ranked[1]),
    )
    return tuple(claim for *_, claim in ordered)


def _is_claimed(saying: Sequence[Statement]) -> bool:
    return len({statement.article for statement in saying}) > 1 or any(
        statement.leading or statement.attribution is not None for statement in saying
    )


def _claim(
    saying: Sequence[Statement],
    articles: Mapping[str, Stated],
    listener: Listener,
    lexicons: CorroborationLexicons,
) -> Claim:
    saying = with_comments(saying)
    taken = stances(saying)
    heard = _one_voice_an_article(
        [listener.voice(statement, stance) for statement, stance in zip(saying, taken, strict=True)]
    )
    asserting, denying = (
        find_origins(
            [voice for voice in heard if voice.stance is stance],
            informants=listener.informants,
            lexicons=lexicons,
        )
        for stance in (Stance.ASSERTS, Stance.DENIES)
    )
    told = [articles[article] for article in dict.fromkeys(statement.article for statement in saying)]
    return Claim(
        key="",
        text=_clearest(saying, taken),
        pages=tuple(dict.fromkeys(stated.page for stated in told)),
        first_pages=earliest(told),
        members=tuple(
            Member(
                article=statement.article,
                attribution=statement.attribution,
                span=statement.span,
                stance=stance,
            )
            for statement, stance in zip(saying, taken, strict=True)
        ),
        origins=asserting.origins,
        origins_min=asserting.fewest,
        origins_max=len(asserting.origins),
        doubts=asserting.doubts,
        denied_by=denying.origins,
        conflicts=(),
    )


def _one_voice_an_article(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Leave out what an article repeats in its own voice of what it told before or attributes.

    Who denies something also restates what he denies («ما يتداول عن رفع السعر غير صحيح»):
    beside his denial an article has no assertion of the same party.
    """
    told = {
        (voice.statement.article, voice.stance) for voice in voices if voice.statement.attribution is not None
    }
    denied = {
        (voice.statement.article, voice.party.mention)
        for voice in voices
        if voice.stance is Stance.DENIES and voice.party.mention
    }
    kept: list[Voice] = []
    for voice in voices:
        if voice.stance is Stance.ASSERTS and (voice.statement.article, voice.party.mention) in denied:
            continue
        if voice.statement.attribution is None:
            if (voice.statement.article, voice.stance) in told:
                continue
            told.add((voice.statement.article, voice.stance))
        kept.append(voice)
    return tuple(kept)


def _clearest(saying: Sequence[Statement], taken: Sequence[Stance]) -> str:
    """Return the wording that says most of what all say, in about as many words as a claim needs."""
    if len(saying) == 1:
        return saying[0].text
    holders: dict[str, int] = {}
    for statement in saying:
        for word in statement.words:
            holders[word] = holders.get(word, 0) + 1
    asserted = [
        statement for statement, stance in zip(saying, taken, strict=True) if stance is Stance.ASSERTS
    ] or list(saying)
    asserted = [statement for statement in asserted if not statement.reacts] or asserted

    def clarity(statement: Statement) -> tuple[float, bool]:
        # A table of results is all figures.
        shared = sum(holders[word] for word in statement.words) / max(len(statement.words), 1)
        length = max(sum(statement.words.values()), 1)
        return shared * min(1.0, length / _CLEAR_WORDS, _CLEAR_WORDS / length), bool(statement.figures)

    return max(asserted, key=clarity).text
