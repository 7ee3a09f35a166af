"""One site of the test web: its host, what it is there for, what it answers, where its name leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.web_of_sites.answers import Answer, Asked, Given, Handler, status

LOOPBACK = "127.0.0.1"
"""Stands for every public address: the one that the tests' network lets pass."""
INSIDE = "127.0.0.2"
"""Stands for a machine that nobody outside may ask; a server there logs whoever does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site.

    `leads_to` are the addresses of its name, one tuple for each time that it is resolved, the
    last for ever. A path that is not among `pages` is answered by `otherwise`, robots.txt too.
    """

    host: str
    purpose: str
    pages: Mapping[str, Given | Handler] = field(default_factory=dict)
    otherwise: Given | Handler = field(default_factory=lambda: status(404))
    leads_to: Sequence[tuple[str, ...]] = ((LOOPBACK,),)

    def given(self, asked: Asked) -> Given | Handler:
        return self.pages.get(asked.target, self.otherwise)


def robots(content: str) -> Answer:
    return Answer(headers={"Content-Type": "text/plain"}, body=content.encode())
