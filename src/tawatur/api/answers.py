"""What every operation may answer, for its description."""

from typing import Annotated, Any

from fastapi import Path, Query

from tawatur.api.problems import PROBLEM_JSON, Problem

Answers = dict[int | str, dict[str, Any]]

_TAG: dict[str, Any] = {
    "ETag": {
        "description": "what tells this answer again: send it back as If-None-Match",
        "schema": {"type": "string"},
    }
}
_LINK = {"Link": {"description": 'the next part of a list: rel="next"', "schema": {"type": "string"}}}
_RETRY = {"Retry-After": {"description": "seconds until another try", "schema": {"type": "integer"}}}
_TOLD = {
    404: "nothing of that name stands here, or the cursor is none of this list",
    413: "more was sent than is taken: 2 MiB",
    415: "of a kind that is not read",
    422: "a value cannot be taken; `errors` tells which",
    429: "too much is being read already",
    503: "the library cannot be read now, or the reading took too long",
}


def answers(*problems: int) -> Answers:
    """Return the answer that all is well, with its headers, and those of these problems."""
    link: dict[str, Any] = {
        "Link": {"description": 'the next part: rel="next"', "schema": {"type": "string"}}
    }
    unchanged: dict[str, Any] = {
        "description": "nothing has changed since the answer with that ETag",
        "headers": _TAG,
    }
    return {200: {"headers": _TAG | link}, 304: unchanged, **told(*problems)}


def told(*problems: int) -> Answers:
    """Return the answers of these problems."""
    return {
        status: {
            "description": _TOLD[status],
            "content": {PROBLEM_JSON: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}},
        }
        | ({"headers": _RETRY} if status in (429, 503) else {})
        for status in sorted(problems)
    }


CURSOR_PATTERN = "^[A-Za-z0-9_-]{1,100}$"
Number = Annotated[int, Path(ge=1, lt=1 << 63, examples=[1])]
Limit = Annotated[int, Query(ge=1, le=100, description="how many at most")]
Cursor = Annotated[
    str | None,
    Query(
        pattern=CURSOR_PATTERN,
        description="where to go on, as `next` or the Link header of the part before gave it",
    ),
]
