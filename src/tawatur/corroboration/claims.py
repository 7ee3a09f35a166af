"""Claims: what several articles of a story say alike, with where it comes from and who denies it."""

from collections.abc import Mapping, Sequence

from tawatur.corroboration.grouping import same_saying
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.origins import find_origins
from tawatur.corroboration.statements import Statement, find_statements
from tawatur.corroboration.voices import Listener
from tawatur.outlets.directory import Directory
from tawatur.records.claim import Claim, Member, Stance
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadArticle
from tawatur.records.story import Story

# A claim is shown by a statement of about this many words: shorter ones lean on their
# context, longer ones say more than the claim.
_CLEAR_WORDS = 12


def find_claims(
    story: Story,
    articles: Mapping[str, ReadArticle],
    families: Sequence[CopyFamily],
    *,
    lexicons: CorroborationLexicons,
    outlets: Directory,
) -> tuple[Claim, ...]:
    """Find what the articles of one story claim, those on most pages first.

    Articles of the story that `articles` does not hold are passed over. A sentence of an
    article's own is a claim where it leads its article or another page says the same; a
    sentence that nobody else carries is the article's text and no claim.
    """
    order = [article for article in story.articles if article in articles]
    listener = Listener(order, articles, families, lexicons=lexicons, outlets=outlets)
    statements = [
        statement for article in order for statement in find_statements(articles[article], lexicons=lexicons)
    ]
    claims = [
        _claim(saying, articles, listener, lexicons=lexicons)
        for saying in same_saying(statements, common=lexicons.common_words)
        if _is_claimed(saying)
    ]
    # Claims that equal in all else keep the order in which the story tells them.
    return tuple(sorted(claims, key=lambda claim: (-len(claim.pages), -claim.origins_max)))


def _is_claimed(saying: Sequence[Statement]) -> bool:
    return len({statement.article for statement in saying}) > 1 or any(
        statement.leading or statement.attribution is not None for statement in saying
    )


def _claim(
    saying: Sequence[Statement],
    articles: Mapping[str, ReadArticle],
    listener: Listener,
    *,
    lexicons: CorroborationLexicons,
) -> Claim:
    members = stances(saying)
    heard = [listener.voice(member) for member in _one_voice_an_article(members)]
    asserting = find_origins(
        [voice for voice in heard if voice.member.stance is Stance.ASSERTS], lexicons=lexicons
    )
    denying = find_origins(
        [voice for voice in heard if voice.member.stance is Stance.DENIES], lexicons=lexicons
    )
    return Claim(
        text=_clearest(saying, members, articles),
        pages=tuple(dict.fromkeys(articles[member.article].article.page for member in members)),
        members=members,
        origins=asserting.origins,
        origins_min=asserting.fewest,
        origins_max=len(asserting.origins),
        denied_by=denying.origins,
    )


def stances(saying: Sequence[Statement]) -> tuple[Member, ...]:
    """Tell for every statement whether it asserts or denies what the claim says.

    The claim is the positive statement where anybody makes or denies it; a statement that
    everybody makes in the negative («there is no sign of ...») is itself the claim.
    """
    negative = all(statement.negated for statement in saying)
    return tuple(
        Member(
            article=statement.article,
            attribution=statement.attribution,
            span=statement.span,
            stance=Stance.DENIES
            if statement.denied != (statement.negated and not negative)
            else Stance.ASSERTS,
        )
        for statement in saying
    )


def _one_voice_an_article(members: Sequence[Member]) -> tuple[Member, ...]:
    """Leave out what an article repeats in its own voice of what it told before or attributes."""
    told = {(member.article, member.stance) for member in members if member.attribution is not None}
    kept: list[Member] = []
    for member in members:
        if member.attribution is None:
            if (member.article, member.stance) in told:
                continue
            told.add((member.article, member.stance))
        kept.append(member)
    return tuple(kept)


def _clearest(
    saying: Sequence[Statement], members: Sequence[Member], articles: Mapping[str, ReadArticle]
) -> str:
    """Return the wording that says most of what all say, in about as many words as a claim needs."""
    holders: dict[str, int] = {}
    for statement in saying:
        for word in statement.words:
            holders[word] = holders.get(word, 0) + 1
    asserted = [
        statement
        for statement, member in zip(saying, members, strict=True)
        if member.stance is Stance.ASSERTS or all(m.stance is Stance.DENIES for m in members)
    ]

    def clarity(statement: Statement) -> tuple[float, bool]:
        shared = sum(holders[word] for word in statement.words) / len(statement.words)
        length = sum(statement.words.values())
        return shared * min(1.0, length / _CLEAR_WORDS, _CLEAR_WORDS / length), bool(statement.figures)

    best = max(asserted, key=clarity)
    return " ".join(best.span.of(articles[best.article].article.body).split())
