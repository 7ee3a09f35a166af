"""Articles that carry one underlying text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFamily:
    """Articles that carry one underlying text, by article id, the earliest first.

    `root` names where the text comes from: the agency or outlet the members credit,
    as published, else the publisher of the earliest article, else `None`.
    """

    root: str | None
    articles: tuple[str, ...]
