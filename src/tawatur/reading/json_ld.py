"""The objects of a page's JSON-LD, as far as its makers' mistakes let them be read."""

import json
import re
from collections.abc import Iterator
from typing import Any

_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)+\s*")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# `\'` and its like are no escapes in JSON, yet stand in texts that were escaped for another language.
_FALSE_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_MOST_OBJECTS = 500


def objects(script: str) -> Iterator[dict[str, Any]]:
    """Give the objects that a JSON-LD script puts at its top, in its arrays and graphs, outermost first.

    What cannot be read gives nothing; whatever follows the first value is ignored.
    """
    waiting = [_decoded(script)]
    given = 0
    while waiting and given < _MOST_OBJECTS:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MOST_OBJECTS]
        elif isinstance(value, dict):
            given += 1
            yield value
            inner = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
            waiting[:0] = [one for one in inner if isinstance(one, list | dict)]


def _decoded(script: str) -> Any:
    text = _WRAPPING.sub("", script).lstrip("\ufeff \t\r\n")
    try:
        return _DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        text = _FALSE_ESCAPE.sub("", _TRAILING_COMMA.sub("", text))
    try:
        return _DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def texts(value: Any) -> Iterator[str]:
    """Give the names in a value that may be a text, an object with a name, or a list of these.

    >>> list(texts([{"@type": "Person", "name": "سلمى"}, "كمال"]))
    ['سلمى', 'كمال']
    """
    for one in value if isinstance(value, list) else (value,):
        named = one.get("name") if isinstance(one, dict) else one
        for name in named if isinstance(named, list) else (named,):
            if isinstance(name, str) and name.strip():
                yield name.strip()
