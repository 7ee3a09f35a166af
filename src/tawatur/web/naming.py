"""What an outlet is called on a page, whichever of its names a text used."""

from dataclasses import dataclass
from functools import lru_cache

from tawatur.outlets.directory import Directory
from tawatur.outlets.outlet import Outlet
from tawatur.web.language import Language

# A page names the same few outlets dozens of times; the data know some 900.
_NAMES_REMEMBERED = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletNames:
    """The names of outlets in one language of the reader."""

    directory: Directory
    language: Language

    def key(self, outlet: str) -> str:
        """Return what all names of one outlet have in common: its id where it is known, else the name."""
        known = self._known(outlet)
        return known.id if known else outlet

    def name(self, outlet: str) -> str:
        """Return the one name of an outlet known by this id or spelling; else what was given."""
        known = self._known(outlet)
        if known is None:
            return outlet
        return known.latin if self.language is Language.ENGLISH and known.latin else known.name

    def known(self, name: str) -> bool:
        """Tell whether a name or id is that of an outlet."""
        return self._known(name) is not None

    def _known(self, name: str) -> Outlet | None:
        return _outlet(self.directory, name)


@lru_cache(_NAMES_REMEMBERED)
def _outlet(directory: Directory, name: str) -> Outlet | None:
    return directory.by_id(name) or directory.by_name(name)
