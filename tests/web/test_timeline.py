from collections.abc import Callable

from tawatur.store.stories import StoryView
from tawatur.web.timeline import timeline


def test_copies_stand_under_the_first_of_their_text(story_of: Callable[[str], StoryView]) -> None:
    view = story_of("river-01-difaf")
    entries = timeline(view.articles, view.families)
    folded = {entry.article.name: [copy.name for copy in entry.copies] for entry in entries}
    assert folded["river-01-difaf"] == ["river-06-satr3"]
    assert folded["river-05-almizab"] == []
    assert sum(1 + len(copies) for copies in folded.values()) == len(view.articles)
    assert {entry.root for entry in entries if entry.copies} == {"الضفاف", "المرفأ"}
