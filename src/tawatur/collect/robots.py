"""What sites allow a visitor, as their robots.txt says (RFC 9309)."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

Answer = tuple[int, bytes]
"""The status and the beginning of the content of a site's robots.txt."""


class Robots:
    """The rules of the sites visited so far, each asked for once.

    A site without rules allows everything; one whose server fails when asked allows nothing.
    """

    def __init__(self, agent: str, ask: Callable[[str], Answer]) -> None:
        self._agent = agent
        self._ask = ask
        self._rules: dict[str, Protego | str] = {}

    def objection(self, url: str) -> str | None:
        """Return why the site does not want this address fetched, `None` where it does not mind."""
        site = _site(url)
        rules = self._rules.get(site)
        if rules is None:
            rules = self._rules[site] = self._rules_of(site)
        if isinstance(rules, str):
            return rules
        return None if rules.can_fetch(url, self._agent) else f"closed to {self._agent} by {site}/robots.txt"

    def pause(self, url: str) -> float:
        """Return how many seconds the site asks for between two visits, 0.0 where it says nothing."""
        rules = self._rules.get(_site(url))
        return (rules.crawl_delay(self._agent) or 0.0) if isinstance(rules, Protego) else 0.0

    def _rules_of(self, site: str) -> Protego | str:
        status, content = self._ask(f"{site}/robots.txt")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return f"{site}/robots.txt answers {status}, which closes the site"
        # Anything else (404, 403) is a site without rules, by RFC 9309.
        return Protego.parse(content.decode("utf-8", "replace") if status == HTTPStatus.OK else "")


def _site(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))
