"""What one site allows a visitor, as its robots.txt says (RFC 9309)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from http import HTTPStatus
from typing import NamedTuple

from protego import Protego

from tawatur.collect.fetching.exchange import Reply
from tawatur.collect.fetching.failures import Failure
from tawatur.collect.fetching.manners import AGENT
from tawatur.records.refusal import RefusalReason

KEPT_SECONDS = 24 * 3600.0
"""RFC 9309 lets rules be kept for a day."""
CLOSED_SECONDS = 600.0
"""How long a site stays closed whose rules could not be had, before they are asked for again."""

# These say more of the site than that its rules cannot be had.
_OF_THE_HOST = (RefusalReason.PRIVATE_ADDRESS, RefusalReason.NO_HOST, RefusalReason.UNREACHABLE)
# A hostile file may hold a hundred thousand rules; the reason shown is looked for among the first.
_MOST_EXPLAINED = 1_000
_LINE = re.compile(r"\s*(user-agent|disallow|allow)\s*:\s*([^#\r\n]*)", re.IGNORECASE)


class Rule(NamedTuple):
    """A line that closes a part of a site, with the agent whose group it stands in."""

    line: int
    group: str
    path: str


class SiteRules:
    """The rules of one site, good until `until` on the monotonic clock.

    `closed` is why the whole site is closed while its rules cannot be had.
    """

    def __init__(self, content: str, *, until: float, closed: Failure | None = None) -> None:
        self.content = content
        self._parsed = Protego.parse(content)
        self.until = until
        self.closed = closed

    def objection(self, url: str, *, now: float) -> Failure | None:
        """Return why the site does not want this address fetched, `None` where it does not mind."""
        if self.closed:
            return replace(self.closed, retry_after=max(0.0, self.until - now))
        if self._parsed.can_fetch(url, AGENT):
            return None
        closing = [rule for rule in self._rules if _closes(rule, url)]
        detail = f"closed to {AGENT} by robots.txt"
        if closing:
            rule = max(closing, key=lambda rule: len(rule.path))
            detail += f", line {rule.line}, for {rule.group}: Disallow: {rule.path[:200]}"
        return Failure(reason=RefusalReason.ROBOTS, detail=detail)

    @property
    def pause(self) -> float:
        """How many seconds the site asks for between two visits, 0.0 where it says nothing."""
        return self._parsed.crawl_delay(AGENT) or 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the file names, as written."""
        return tuple(self._parsed.sitemaps)

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        rules = tuple(_rules(self.content))
        ours = tuple(rule for rule in rules if rule.group.lower() == AGENT)
        return (ours or tuple(rule for rule in rules if rule.group == "*"))[:_MOST_EXPLAINED]


def rules_of(answer: Reply | Failure, *, now: float) -> SiteRules:
    """Return the rules that an answer to the question for robots.txt makes.

    A site that has none, or leads in circles to them, allows everything; one that cannot be
    reached, whose server fails or that has too much to do allows nothing for now.
    """
    if isinstance(answer, Reply):
        if answer.status == HTTPStatus.OK:
            return SiteRules(answer.content.decode("utf-8-sig", "replace"), until=now + KEPT_SECONDS)
        if answer.status < HTTPStatus.INTERNAL_SERVER_ERROR and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
            return SiteRules("", until=now + KEPT_SECONDS)
        closed = _closed(f"answered {answer.status}")
    elif answer.reason in (RefusalReason.TOO_MANY_REDIRECTS, RefusalReason.REDIRECT_LOOP):
        return SiteRules("", until=now + KEPT_SECONDS)
    elif answer.reason in _OF_THE_HOST:
        closed = answer
    else:
        closed = _closed(answer.detail)
    rest = answer.retry_after if isinstance(answer, Failure) else None
    return SiteRules("", until=now + (rest or CLOSED_SECONDS), closed=closed)


def _closed(because: str) -> Failure:
    detail = f"no robots.txt to be had, which closes the site for now: {because}"
    return Failure(reason=RefusalReason.ROBOTS_UNREACHABLE, detail=detail)


def _rules(content: str) -> Iterator[Rule]:
    """Yield each Disallow of each group, once for every agent that the group names."""
    agents: list[str] = []
    naming = False
    for number, line in enumerate(content.splitlines(), 1):
        if not (met := _LINE.match(line)):
            continue
        field, value = met[1].lower(), met[2].strip()
        if field == "user-agent":
            agents = [*agents, value] if naming else [value]
        elif field == "disallow" and value:
            yield from (Rule(number, agent, value) for agent in agents)
        naming = field == "user-agent"


def _closes(rule: Rule, url: str) -> bool:
    return not Protego.parse(f"User-agent: *\nDisallow: {rule.path}").can_fetch(url, "*")
