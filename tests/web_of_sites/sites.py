"""All sites of the test web."""

from tests.web_of_sites.feed_sites import feed_sites
from tests.web_of_sites.hard_sites import hard_sites
from tests.web_of_sites.site import Site


def all_sites() -> tuple[Site, ...]:
    """Return every site anew, so that those which answer in turn begin at their beginning."""
    return (*feed_sites(), *hard_sites())
