"""What is told of collecting while it goes on: a line of log for each step, figures for Prometheus."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge

from tawatur.collect.canonical import without_credentials

_LONGEST = 300


class Watch:
    """Logs and counts. Addresses are logged without what may be secret: names, passwords, queries."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._log = structlog.get_logger()
        self._visits = Counter(
            "tawatur_visits", "Visits to sources, by what they came to", ["outcome"], registry=self.registry
        )
        self._fetches = Counter(
            "tawatur_fetches", "Pages asked for, by what that came to", ["outcome"], registry=self.registry
        )
        self._pages = Counter(
            "tawatur_pages", "Pages given to the library, by what became of them", ["outcome"],
            registry=self.registry,
        )  # fmt: skip
        self._bytes = Counter("tawatur_fetched_bytes", "Content fetched, unpacked", registry=self.registry)
        self._held = Gauge("tawatur_pages_held", "Pages fetched and not yet read", registry=self.registry)
        self._busy = Gauge("tawatur_tasks", "Sources and hosts being asked", registry=self.registry)

    def visited(self, url: str, outcome: str, *, new: int = 0) -> None:
        """Tell of a visit to a source."""
        self._visits.labels(outcome).inc()
        self._log.info("source.visited", url=loggable(url), outcome=outcome, new=new)

    def fetched(self, url: str, outcome: str, *, size: int = 0) -> None:
        """Tell of a page that was asked for."""
        self._fetches.labels(outcome).inc()
        self._bytes.inc(size)
        self._log.info("page.fetched", url=loggable(url), outcome=outcome, bytes=size)

    def taken_in(self, outcomes: Mapping[str, int]) -> None:
        """Tell what became of pages given to the library."""
        for outcome, number in outcomes.items():
            self._pages.labels(outcome).inc(number)
        self._log.info("pages.taken_in", **outcomes)

    def busy(self, *, tasks: int, held: int) -> None:
        """Tell how much is under way."""
        self._busy.set(tasks)
        self._held.set(held)

    def failed(self, what: str, error: BaseException) -> None:
        """Tell of a bug, which ends what it met and nothing else."""
        self._log.error("bug", what=what, error=f"{type(error).__name__}: {error}", exc_info=error)


def loggable(url: str) -> str:
    """Return an address without what may be secret in it.

    >>> loggable("https://reader:secret@feeds.example:8080/news.xml?key=123")
    'https://feeds.example:8080/news.xml?…'
    >>> loggable("javascript:alert(1)")
    'javascript:…'
    """
    try:
        parts = urlsplit(without_credentials(url))
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "an address that is none"
    if not host:
        # What has no host may be a program, the content itself, or somebody's mail address.
        return f"{parts.scheme}:…" if parts.scheme and "@" not in url else "an address that is none"
    return f"{parts.scheme}://{host}{parts.path}{'?…' if parts.query else ''}"[:_LONGEST]
