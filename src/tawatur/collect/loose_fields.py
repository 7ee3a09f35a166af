"""Fields of data whose types nobody promises: one of a wrong type counts as absent."""

from collections.abc import Mapping
from typing import Any


def string(place: Mapping[str, Any], field: str) -> str | None:
    """Return a field's text, `None` where it has none; a number is its figures."""
    value = place.get(field)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def listed(place: Mapping[str, Any], field: str) -> list[Any]:
    """Return a field's list, an empty one where it has none."""
    value = place.get(field)
    return value if isinstance(value, list) else []


def mappings(place: Mapping[str, Any], field: str) -> list[dict[str, Any]]:
    """Return those of a field's list that have fields themselves."""
    return [value for value in listed(place, field) if isinstance(value, dict)]
