import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]

# Pieces of news prose, so that sentences with many cues come about, between any characters at all.
WORDS = """
قال وقال إن أن المدير الذي أكد مؤكدا وفق ما نقلته رويترز عن لـ « » ( ) ، . : بحسب
قوله وفقا نقلت سموه ذلك الوزارة وبين عبر كشف
أمس مصدر طلب
"""
PIECES = st.sampled_from([*WORDS.split(), '"', "\n", " ", "على حد", "وفقا لـ"])
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=60).map(" ".join) | st.text(max_size=200)


@given(body=TEXTS)
def test_any_text_gives_attributions_that_hold_together(read: Read, body: str) -> None:
    found = read(body)
    for index, one in enumerate(found):
        for span in (one.cue, one.content, one.source):
            assert span is None or 0 <= span.start < span.end <= len(body)
        assert one.inside is None or 0 <= one.inside < index
        assert one.resolved != ""
        assert all(one.relays)
    for before, after in pairwise(found):
        assert before.cue.end <= after.cue.start


def test_marks_that_fold_to_nothing_do_not_move_a_span(read: Read) -> None:
    text = "وقـــالَ المديرُ إنَّ السدَّ \u200fاكتمل."
    [one] = read(text)
    assert (one.cue.of(text), one.content.of(text)) == ("وقـــالَ", "السدَّ \u200fاكتمل")


def test_the_chains_of_the_page_everything_began_with_are_right(read: Read, shared: Path) -> None:
    folder = shared / "gold" / "attribution"
    articles = map(json.loads, (folder / "seed_articles.jsonl").read_text("utf-8").splitlines())
    texts = {one["id"]: one["text"] for one in articles}
    for gold in map(json.loads, (folder / "seed.jsonl").read_text("utf-8").splitlines()):
        found = read(texts[gold["id"]])
        assert [list(one.cue)[1] for one in found] == [one["cue"][1] for one in gold["attributions"]]
        assert [one.relays for one in found] == [tuple(one["relays"]) for one in gold["attributions"]]
        assert [one.source and list(one.source) for one in found] == [
            one["source"] for one in gold["attributions"]
        ]
        assert [one.kind for one in found] == [one["kind"] for one in gold["attributions"]]
