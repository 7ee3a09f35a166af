"""Templates filled in: everything escaped, strangers' text kept from turning the page around."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from types import SimpleNamespace

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tawatur.outlets.directory import Directory
from tawatur.store.search.highlight import Excerpt
from tawatur.web.addresses import Addresses, in_other_language, original
from tawatur.web.chain_svg import svg
from tawatur.web.language import Language, Speech, speech
from tawatur.web.naming import OutletNames
from tawatur.web.strangers import harmless, shortened, unsteered

_BDI, _BDI_END = Markup("<bdi>"), Markup("</bdi>")
_MARK, _MARK_END = Markup("<mark>"), Markup("</mark>")
_HTML_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?")
# Of each piece: outlets and days recur, and a library that is read at random needs no more.
_PIECES_REMEMBERED = 4096


def stated(text: str) -> str:
    """Return a claim, which may be cut from the middle of a sentence, without the comma it was cut at."""
    return shortened(text.rstrip(" ،؛,;"))


def marked(excerpt: Excerpt) -> Markup:
    """Return a stretch of a published text with the words that were looked for marked."""
    pieces: list[str] = [_BDI]
    place = 0
    for mark in excerpt.marks:
        before, found = excerpt.text[place : mark.start], mark.of(excerpt.text)
        pieces += (unsteered(before), _MARK, unsteered(found), _MARK_END)
        place = mark.end
    pieces += (unsteered(excerpt.text[place:]), _BDI_END)
    return Markup("").join(pieces)


def is_html_time(value: str) -> bool:
    """Tell whether a TIMEX3 value is one that the `datetime` of HTML takes too: a year, month, day or moment.

    >>> [is_html_time(value) for value in ("2027-03-02", "2027-03-02T22:30", "2027-SP", "P3M")]
    [True, True, False, False]
    """
    return _HTML_TIME.fullmatch(value) is not None


@cache
def _environment(directory: Directory, language: Language) -> Environment:
    """Return the templates in one language: what all pages have in common stands in them for good.

    So the macros that they import are made once, not once a page.
    """
    environment = Environment(
        loader=PackageLoader("tawatur.web"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
    )
    speaks = speech(language)
    environment.globals["speech"], environment.globals["other"] = speaks, speech(language.other)
    environment.globals["to"] = Addresses(language=language)
    environment.filters |= _filters(speaks, OutletNames(directory=directory, language=language))
    for name in ("pieces", "rows"):
        remembered = _remembered(environment.get_template(f"{name}.html").module)
        environment.globals[name] = SimpleNamespace(**remembered)
        environment.filters |= remembered
    return environment


def _filters(speaks: Speech, outlets: OutletNames) -> dict[str, Callable[..., object]]:
    """Return what the templates say of a value.

    A filter of what stands in a template itself is asked once, when the template is loaded; of anything
    else it is called directly, where a method of a global is looked up first.
    """
    to = Addresses(language=speaks.language)
    return {
        "shortened": shortened,
        "stated": stated,
        "marked": marked,
        "drawn": lambda drawing, names, title: svg(drawing, names, title=title, outlets=outlets, to=to),
        "original": original,
        "is_html_time": is_html_time,
        "say": speaks.say,
        "counted": lambda number, key: speaks.count(key, number),
        "number": speaks.number,
        "figure": speaks.figure,
        "outlet_key": outlets.key,
        "outlet_name": outlets.name,
        "is_outlet": outlets.known,
        "page_address": to.page,
        "story_address": to.story,
        "claim_address": to.claim,
        "article_address": to.article,
        "party_address": to.party,
        "outlet_address": to.outlet,
    }


def _remembered(pieces: object) -> dict[str, Callable[..., object]]:
    """Return the macros of a template; what they tell depends on their arguments, once for the same ones."""
    return {
        name: lru_cache(_PIECES_REMEMBERED)(partial(macro))
        for name, macro in vars(pieces).items()
        if isinstance(macro, Macro)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Fills in the templates for one reader's language."""

    directory: Directory

    def page(
        self, request: Request, template: str, context: Mapping[str, object], *, status: int = 200
    ) -> HTMLResponse:
        """Return a whole page in the language of the request."""
        language = language_of(request)
        text = (
            _environment(self.directory, language)
            .get_template(template)
            .render(
                other_address=in_other_language(request.scope["path"], request.url.query, language),
                here=request.url.path,
                **context,
            )
        )
        return HTMLResponse(text, status_code=status)


def language_of(request: Request) -> Language:
    """Return the language an address begins with; Arabic where it begins with none."""
    first = request.url.path.split("/", 2)[1:2]
    return Language(first[0]) if first and first[0] in set(Language) else Language.ARABIC
