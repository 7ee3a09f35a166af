"""Articles that report one specific event and its immediate developments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event's articles, by article id, the earliest first."""

    title: str
    articles: tuple[str, ...]
