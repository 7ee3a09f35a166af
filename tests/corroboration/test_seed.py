"""The page everything began with: three origins, one page, two articles, five outlets."""

from pathlib import Path

import pytest

from tawatur.collect.inputs import pages
from tawatur.pipeline import corroborate, group, read_page, resources, state
from tawatur.records.claim import Origin
from tawatur.records.page import Page

SEED = Path(__file__).parents[2].parent / "shared" / "seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed stands beside the checkout")
def test_the_seed_has_its_three_origins() -> None:
    known = resources()
    (page,) = [item for item in pages([str(SEED)]) if isinstance(item, Page)]
    articles = read_page(page, resources=known).articles
    groups = group([read.article for read in articles])
    stories = corroborate(groups, [state(read, resources=known) for read in articles], resources=known)
    heard = {_told(origin) for _, claims in stories for claim in claims for origin in claim.origins}
    assert {
        ('القيادي في "حماس"', "الجزيرة"),
        ("مسؤول فلسطيني كبير", "رويترز"),
        ("مصدر مطلع", "أكسيوس"),
    } <= heard


def _told(origin: Origin) -> tuple[str, str | None]:
    first = origin.first_outlet
    return origin.party, next(
        (name for name in ("الجزيرة", "رويترز", "أكسيوس") if first and name in first), first
    )
