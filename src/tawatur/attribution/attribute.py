"""From an article to its attributions."""

from tawatur.attribution.body import body_of
from tawatur.attribution.frames.contents import Contents
from tawatur.attribution.frames.grammar import Grammar
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.parties.resolution import Resolver
from tawatur.attribution.statements import Statements
from tawatur.outlets.directory import Directory
from tawatur.records.article import Article
from tawatur.records.attribution import Attribution


def attribute(
    article: Article, *, lexicons: AttributionLexicons, outlets: Directory
) -> tuple[Attribution, ...]:
    """Find who says what in an article, through whom, in the order of the text.

    Spans count characters of the article's body. The work grows with the body's length alone,
    whatever stands in it.
    """
    publisher = outlets.by_id(article.outlet) if article.outlet is not None else None
    body = body_of(
        article.body,
        abbreviations=lexicons.abbreviations,
        outlets=outlets,
        publisher=publisher,
        complementizers=lexicons.small.complementizer,
    )
    grammar = Grammar(body, lexicons)
    contents = Contents(body, lexicons)
    spoken = [(sentence, contents.closed(grammar.frames(sentence), sentence)) for sentence in body.sentences]
    mentions = [frame.source for _, frames in spoken for frame in frames if frame.source is not None]
    cues = frozenset(frame.cue.start for _, frames in spoken for frame in frames)
    resolver = Resolver(body, lexicons, mentions, cues=cues)
    statements = Statements(body, lexicons, resolver, publisher=publisher)
    for sentence, frames in spoken:
        statements.add(sentence, frames)
    return tuple(statements.attributions)
