"""The JSON that `read`, `group` and `report` print: plain data with the names DESIGN.md fixes."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tawatur.records.attribution import Attribution
from tawatur.records.claim import Chain, Claim, Conflict, Origin
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadArticle, ReadPage
from tawatur.records.story import Story
from tawatur.records.time_expression import TimeExpression

Document = dict[str, Any]

_encoder = msgspec.json.Encoder()


def line(document: Document) -> bytes:
    """Return `document` as one line of UTF-8 JSON, its newline included."""
    return _encoder.encode(document) + b"\n"


def page_document(page: ReadPage) -> Document:
    """Return one page as `tawatur read --json` prints it.

    `refused` holds the reason of a page that was not taken, `detail` what was met.
    """
    return {
        "id": page.id,
        "articles": [article_document(article) for article in page.articles],
        "refused": page.refusal.reason if page.refusal else None,
        "detail": page.refusal.detail if page.refusal else None,
    }


def group_document(families: Iterable[CopyFamily], stories: Iterable[Story]) -> Document:
    """Return copy families and stories as sets of article ids, as `tawatur group --json` prints them.

    Sets of one are left out: an article in no set stands alone.
    """
    return {
        "copies": [list(family.articles) for family in families],
        "stories": [list(story.articles) for story in stories if len(story.articles) > 1],
    }


def report_document(
    pages: Iterable[ReadPage], stories: Iterable[tuple[Story, tuple[Claim, ...]]]
) -> Document:
    """Return the whole provenance report, as `tawatur report --json` prints it.

    A story's `pages` are those whose main article tells it; `articles` holds
    related articles on other pages too.
    """
    pages, stories = list(pages), list(stories)
    main = {page.articles[0].article.id: page.id for page in pages if page.articles}
    return {
        "pages": [page_document(page) for page in pages],
        "stories": [
            {
                "title": story.title,
                "pages": [main[article] for article in story.articles if article in main],
                "articles": list(story.articles),
            }
            for story, _ in stories
        ],
        "claims": [claim_document(claim) for _, claims in stories for claim in claims],
    }


def article_document(read: ReadArticle) -> Document:
    """Return one article with what was found in it, as in `tawatur read --json`."""
    article = read.article
    published = article.published
    return {
        "id": article.id,
        "place": article.place,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": published.value if published else None,
        "published_from": published.how if published else None,
        "byline": article.byline,
        "dateline": article.dateline,
        "credits": article.credits,
        "body": article.body,
        "furniture": [{"text": piece.text, "kind": piece.kind} for piece in article.furniture],
        "attributions": [_attribution(a, article.body) for a in read.attributions],
        "times": [_time(time) for time in read.times],
    }


def _attribution(attribution: Attribution, body: str) -> Document:
    return {
        "cue": attribution.cue,
        "cue_text": attribution.cue.of(body),
        "source": attribution.source,
        "content": attribution.content,
        "resolved": attribution.resolved,
        "kind": attribution.kind,
        "relays": attribution.relays,
        "act": attribution.act,
        "direct": attribution.direct,
        "inside": attribution.inside,
        "licence": attribution.licence,
        "said_at": attribution.said_at.value if attribution.said_at else None,
        "said_from": attribution.said_at.how if attribution.said_at else None,
    }


def _time(time: TimeExpression) -> Document:
    return {"start": time.start, "end": time.end, "type": time.type, "value": time.value}


def claim_document(claim: Claim) -> Document:
    """Return one claim with its origins and their chains, as in the report."""
    return {
        "key": claim.key,
        "text": claim.text,
        "pages": claim.pages,
        "first_pages": claim.first_pages,
        "origins_min": claim.origins_min,
        "origins_max": claim.origins_max,
        "origins": [_origin(origin) for origin in claim.origins],
        "doubts": [{"one": d.one, "other": d.other, "reason": d.reason} for d in claim.doubts],
        "denied_by": [_origin(origin) for origin in claim.denied_by],
        "conflicts": [_conflict(conflict) for conflict in claim.conflicts],
    }


def _conflict(conflict: Conflict) -> Document:
    return {"claim": conflict.claim, "ours": float(conflict.ours), "theirs": float(conflict.theirs)}


def _origin(origin: Origin) -> Document:
    return {
        "party": origin.party,
        "kind": origin.kind,
        "first_outlet": origin.first_outlet,
        "pages": origin.pages,
        "standing": origin.standing,
        "chains": [_chain(chain) for chain in origin.chains],
        "joined": [
            {"mention": one.mention, "article": one.article, "reason": one.reason} for one in origin.joined
        ],
    }


def _chain(chain: Chain) -> Document:
    return {
        "party": chain.party,
        "relays": chain.relays,
        "article": chain.article,
        "outlet": chain.outlet,
        "span": chain.span,
        "sentence": chain.sentence,
    }
