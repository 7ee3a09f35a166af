"""Where every page of the reader stands: the only place that puts its addresses together."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

from tawatur.web.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """The addresses of one feed in both its forms."""

    atom: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of the reader in one language; each begins with it, so that links keep it."""

    language: Language

    def page(self, name: str = "", **query: object) -> str:
        """Return the address of a page by its name, the latest stories where it has none."""
        asked = {key: value for key, value in query.items() if value not in (None, "")}
        return f"/{self.language}/{name}" + (f"?{urlencode(asked)}" if asked else "")

    def story(self, id_: int | str) -> str:
        """Return the address of a story."""
        return self._item("story", id_)

    def story_list(self, id_: int, name: Literal["claims", "articles"], page: int = 1) -> str:
        """Return the address of a part of all that a story holds of one kind."""
        return f"{self.story(id_)}/{name}" + (f"?page={page}" if page > 1 else "")

    def claim(self, key: str) -> str:
        """Return the address of a claim by its key."""
        return self._item("claim", key)

    def article(self, id_: int | str) -> str:
        """Return the address of an article.

        >>> Addresses(language=Language.ARABIC).article("page#2/x")
        '/ar/article/page%232%2Fx'
        """
        return self._item("article", id_)

    def comparison(self, earlier: int, later: int) -> str:
        """Return the address of what one article changed in the text of another."""
        return f"{self.article(earlier)}/compare/{later}"

    def revision(self, id_: int, revision: int) -> str:
        """Return the address of what an edit changed in an earlier text of an article."""
        return f"{self.article(id_)}/revision/{revision}"

    def party(self, id_: int | str) -> str:
        """Return the address of a party."""
        return self._item("party", id_)

    def outlet(self, key: str) -> str:
        """Return the address of an outlet."""
        return self._item("outlet", key)

    def feeds(self, *steps: int | str, **query: object) -> Feeds:
        """Return the addresses of a feed by the steps that lead to it, as `"story", 3`.

        >>> Addresses(language=Language.ENGLISH).feeds("outlet", "a/b").atom
        '/en/feed/atom/outlet/a%2Fb'
        """
        name = "/".join(quote(str(step), safe="") for step in steps)
        return Feeds(
            atom=self.page(f"feed/atom/{name}", **query), json=self.page(f"feed/json/{name}", **query)
        )

    def _item(self, kind: str, id_: int | str) -> str:
        # A page leads to hundreds of numbers, and nothing in a number is quoted.
        name = id_ if isinstance(id_, int) else quote(id_, safe="")
        return f"/{self.language}/{kind}/{name}"


def in_other_language(path: str, query: str, language: Language) -> str:
    """Return the address of the same page in the other language.

    >>> in_other_language("/ar/search", "q=x", Language.ARABIC)
    '/en/search?q=x'
    """
    rest = path.removeprefix(f"/{language}")
    address = f"/{language.other}{quote(rest)}" if rest.startswith("/") else f"/{language.other}/"
    return f"{address}?{query}" if query else address


def original(url: str | None) -> str | None:
    """Return an article's address where it can be linked to: only the web's, never a script's or a file's.

    >>> original("https://a.example/1"), original("javascript:alert(1)"), original("http://[broken")
    ('https://a.example/1', None, None)
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
