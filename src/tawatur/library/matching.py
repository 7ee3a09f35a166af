"""Which articles of a page the library already holds, whatever place they stand at now."""

from collections.abc import Mapping, Sequence

from tawatur.records.article import Article, Place


def matched(held: Mapping[int, Article], found: Sequence[Article]) -> dict[int, int]:
    """Return the number of the held article that each found one is, by the place of the latter in `found`.

    A page's main article stays its main article. Related ones come and go: they are known by
    their address, their title or their text.
    """
    left = dict(held)
    same: dict[int, int] = {}
    for place, article in enumerate(found):
        number = next((number for number, one in left.items() if _is_same(one, article)), None)
        if number is not None:
            same[place] = number
            del left[number]
    return same


def _is_same(held: Article, found: Article) -> bool:
    if Place.MAIN in (held.place, found.place):
        return held.place is found.place
    if held.url and found.url:
        return held.url == found.url
    return held.body == found.body or (held.title is not None and held.title == found.title)
