"""How the web is treated: pauses, limits, and by what name we go."""

from dataclasses import dataclass
from importlib.metadata import version

from tawatur.collect.limits import MOST_PAGE_BYTES

AGENT = "tawatur"
"""The name that a robots.txt calls us by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How much is asked of a host, how long it is waited for, and who says to be asking.

    A host is asked for one thing at a time. `pause` is how many seconds pass between the end
    of its answer and the next request, unless its robots.txt wants more; a host that is slow
    is thereby visited less. `patience` is the longest pause that is waited out: one that
    wants more is told as `NOT_YET`, and the caller comes back. `at_once` counts
    requests to all hosts together.

    Raises:
        ValueError: the contact would break the User-Agent apart.

    """

    contact: str | None = None
    """An address of the operator, for whoever finds us in a log: `mailto:...` or a page."""
    pause: float = 2.0
    patience: float = 120.0
    at_once: int = 16
    most_seconds: float = 60.0
    """For one request with its answer; each redirection is a request of its own."""
    step_seconds: float = 15.0
    """For connecting, and for each stretch of silence."""
    most_bytes: int = MOST_PAGE_BYTES
    """Of content, unpacked."""

    def __post_init__(self) -> None:
        if self.contact and not (self.contact.isascii() and self.contact.isprintable()):
            raise ValueError(f"a contact is printable ASCII, not {self.contact!r}")
        if self.contact and set(self.contact) & set("()\\"):
            raise ValueError(f"a contact has no brackets and no backslash: {self.contact!r}")

    @property
    def user_agent(self) -> str:
        """The name sent with every request.

        >>> Manners(contact="mailto:desk@river.example").user_agent.partition(" ")[2]
        '(+mailto:desk@river.example; reads Arabic news; obeys robots.txt)'
        """
        contact = f"+{self.contact}; " if self.contact else ""
        return f"{AGENT}/{version('tawatur')} ({contact}reads Arabic news; obeys robots.txt)"
