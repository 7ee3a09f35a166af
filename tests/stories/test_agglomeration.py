import numpy as np
import pytest
import scipy.sparse as sp

from tawatur.stories.agglomeration import agglomerated


@pytest.mark.parametrize(
    ("alike", "groups"),
    [(0.07, 2), (0.25, 1)],
    ids=["a topic takes in nothing by its size alone", "an event takes in what is like its articles"],
)
def test_a_long_story_is_joined_for_what_its_articles_have_in_common(alike: float, groups: int) -> None:
    # Any two of 201 articles have one term in common, and are `alike` by it.
    common, own = np.full((201, 1), np.sqrt(alike)), np.sqrt(1 - alike) * np.eye(201)
    terms = sp.csr_array(np.hstack([common, own]).astype(np.float32))
    assert len(agglomerated(terms, [tuple(range(200)), (200,)], [None] * 201)) == groups
