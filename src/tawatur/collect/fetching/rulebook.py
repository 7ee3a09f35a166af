"""The rules of the sites met lately, within a size that no site can drive up."""

from collections import OrderedDict

from tawatur.collect.fetching.robots import SiteRules

MOST_CHARACTERS = 4 * 1024 * 1024
"""Of all robots.txt together: some 1,600 sites of 2 KB.

Read, the worst a file can hold takes 80 times its size (39 MB measured for 512 KiB), so that
hostile sites take 320 MB at most.
"""
_A_SITE = 500


class Rulebook:
    """Rules by site; those not looked at for longest give way."""

    def __init__(self, *, most: int = MOST_CHARACTERS) -> None:
        self._most = most
        self._held = 0
        self._rules: OrderedDict[str, SiteRules] = OrderedDict()

    def of(self, site: str) -> SiteRules | None:
        """Return what is known of a site's rules, which may be out of date, `None` where nothing is."""
        rules = self._rules.get(site)
        if rules is not None:
            self._rules.move_to_end(site)
        return rules

    def keep(self, site: str, rules: SiteRules) -> None:
        """Keep the rules of a site in place of any earlier ones."""
        old = self._rules.pop(site, None)
        self._held += _size(rules) - (_size(old) if old else 0)
        self._rules[site] = rules
        while self._held > self._most and len(self._rules) > 1:
            _, forgotten = self._rules.popitem(last=False)
            self._held -= _size(forgotten)


def _size(rules: SiteRules) -> int:
    return _A_SITE + len(rules.content)
