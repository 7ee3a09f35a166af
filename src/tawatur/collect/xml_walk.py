"""XML from strangers, walked element by element: declares nothing, fetches nothing, keeps no tree."""

import re
from collections.abc import Callable, Mapping
from html.entities import name2codepoint
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape

LONGEST_VALUE = 20_000
"""Characters kept of one element's text."""
MOST_ELEMENTS = 1_000_000
"""Of one document: a full sitemap of news has half as many. They take a second."""
_LOOKED_AT = 65_536
_ENTITY = re.compile(r"""<!ENTITY\s{1,9}(\w{1,40})\s{1,9}(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s{0,9}>""")
_OWN_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
# An unclosed CDATA section reaches to the end, as browsers read it: each place is looked at once.
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#(?P<number>[0-9]{1,9}|[xX][0-9a-fA-F]{1,8});|(?P<name>\w{1,40});)?",
    re.DOTALL,
)
# What XML 1.0 has no room for: control characters, lone surrogates, the two non-characters.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Rooted(NamedTuple):
    """A document from its root element on, and the letters that entities declared before it stand for."""

    text: str
    entities: Mapping[str, str]


def rooted(text: str, root: re.Pattern[str]) -> Rooted | None:
    """Return a document without what stands before its root element, `None` where it has no such element.

    The document type goes with all it declares, so that no entity can grow or fetch
    anything; those that stand for a few plain letters are kept for `mended`.
    """
    found = root.search(text, 0, _LOOKED_AT)
    if found is None:
        return None
    entities = {each[1]: each[2] or each[3] or "" for each in _ENTITY.finditer(text, 0, found.start())}
    return Rooted(text[found.start() :], entities)


def mended(document: Rooted) -> str:
    """Return a document fit for a strict parser: no character it forbids, no reference that needs declaring.

    A lone ampersand stands for itself.
    """

    def plain(match: re.Match[str]) -> str:
        return _plain(match, document.entities)

    return _REFERENCE.sub(plain, _NO_XML.sub("", document.text))


def _plain(match: re.Match[str], entities: Mapping[str, str]) -> str:
    if match[0][0] == "<":
        return match[0]
    if number := match["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        sound = code <= 0x10FFFF and not _NO_XML.match(chr(code))
        return f"&#{code};" if sound else ""
    name = match["name"]
    if name in _OWN_NAMES:
        return match[0]
    if name in entities:
        return escape(entities[name])
    return chr(name2codepoint[name]) if name in name2codepoint else f"&amp;{match[0][1:]}"


class _TooManyError(Exception):
    """A document has more elements than anything honest."""


Path = tuple[str, ...]
Opened = Callable[[Path, Mapping[str, str]], None]
Closed = Callable[[Path, str], None]


def _ignore(_path: Path, _given: object) -> None:
    return


def walk(markup: str, *, opened: Opened = _ignore, closed: Closed = _ignore) -> str | None:
    """Call `opened` and `closed` for each element; return what broke the document off, if anything did.

    Names are bare of their prefixes and in lower case. A path is the names of an element
    and the three around it, the innermost last; `opened` is given the attributes, `closed`
    the text that stands directly in the element.
    """
    names: list[str] = ["", "", ""]
    texts: list[list[str]] = []
    left = MOST_ELEMENTS

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooManyError
        names.append(_local(name))
        texts.append([])
        opened(tuple(names[-4:]), {_local(key): value for key, value in attributes.items()})

    def end(_name: str) -> None:
        text = "".join(texts.pop())[:LONGEST_VALUE].strip()
        closed(tuple(names[-4:]), text)
        names.pop()

    def data(text: str) -> None:
        texts[-1].append(text)

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    try:
        parser.Parse(markup.encode(), True)  # noqa: FBT003
    except ExpatError as error:
        return str(error)
    except _TooManyError:
        return f"more than {MOST_ELEMENTS:,} elements"
    return None


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
