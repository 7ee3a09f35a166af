"""What is measured: for each stage its gold, and how our answer to it is made."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tawatur.batches import cores, each_page
from tawatur.collect.inputs import pages
from tawatur.errors import MeasureError
from tawatur.exports.documents import group_document, line, page_document, report_document
from tawatur.measure.scorers import Scored, score
from tawatur.pipeline import corroborate, group, read_articles, read_page, resources, state
from tawatur.records.article import Article
from tawatur.records.page import Page
from tawatur.records.read_page import ReadPage
from tawatur.records.refusal import Refusal
from tawatur.times.find import find_times

# Their spans are into the articles of ../shared/data/saudinewsnet, whose texts are read from there.
_ANNOTATIONS = Path(__file__).parent / "annotations"
# The window that the story gold grouped: three days, articles of this many characters or more.
_STORY_DAYS = ("2015-08-06", "2015-08-07", "2015-08-08")
_FURTHER_DAYS = (
    ("2015-07-31", "2015-08-01", "2015-08-02"),
    _STORY_DAYS,
    ("2015-08-09", "2015-08-10", "2015-08-11"),
)
_UNSEEN_DAYS = ("2015-07-23", "2015-07-24", "2015-07-25")
_STORY_LEAST = 250


def measure_pages(shared: Path, _errors: int) -> Scored:
    """Score page reading on the Arabic pages whose articles were written out by hand."""
    gold = shared / "gold/pages"
    made = _read([str(gold / "seed.txt"), str(gold / "cnn_arabic_2013.html")])
    return _scored(shared, "pages.py", gold / "gold.jsonl", map(page_document, made))


def measure_benchmark(shared: Path, _errors: int) -> Scored:
    """Score main text on the 181 pages of article-extraction-benchmark."""
    folder = shared / "data/article-extraction-benchmark"
    made = map(page_document, _read([str(folder / "html")]))
    return _scored(shared, "pages.py", folder / "ground-truth.json", made)


def measure_attribution(shared: Path, errors: int) -> Scored:
    """Score attributions on the articles that were annotated for them."""
    return _attribution(shared, "articles.jsonl", "dev.jsonl", errors)


def measure_seed(shared: Path, errors: int) -> Scored:
    """Score attributions on the two articles of the page it all began with."""
    return _attribution(shared, "seed_articles.jsonl", "seed.jsonl", errors)


def measure_seen_attribution(shared: Path, errors: int) -> Scored:
    """Score attributions on further articles of SaudiNewsNet that we annotated after the same guidelines."""
    return _annotated(shared, "attribution_seen.jsonl", errors)


def measure_unseen_attribution(shared: Path, _errors: int) -> Scored:
    """Score attributions on annotated articles whose errors nobody looks at.

    They are never listed: so the figures tell what to expect on articles that no rule was made for.
    """
    return _annotated(shared, "attribution_unseen.jsonl", 0)


def measure_times(shared: Path, errors: int) -> Scored:
    """Score time expressions, each article against the anchor its gold states."""
    texts = {record["id"]: record["text"] for record in _records(shared / "gold/attribution/articles.jsonl")}
    return _times(shared, shared / "gold/times/dev.jsonl", texts, errors)


def measure_seen_times(shared: Path, errors: int) -> Scored:
    """Score time expressions on further articles that we annotated after the same guidelines."""
    gold = _ANNOTATIONS / "times_seen.jsonl"
    return _times(shared, gold, _texts(shared, gold), errors)


def measure_further_times(shared: Path, errors: int) -> Scored:
    """Score time expressions on articles annotated later, whose phrases are harder."""
    gold = _ANNOTATIONS / "times_further.jsonl"
    return _times(shared, gold, _texts(shared, gold), errors)


def measure_unseen_times(shared: Path, _errors: int) -> Scored:
    """Score time expressions on annotated articles whose errors nobody looks at."""
    gold = _ANNOTATIONS / "times_unseen.jsonl"
    return _times(shared, gold, _texts(shared, gold), 0)


def measure_stories(shared: Path, errors: int) -> Scored:
    """Score copies and stories among all articles of three days of SaudiNewsNet."""
    return _stories(shared, [_STORY_DAYS], shared / "gold/stories/dev.jsonl", errors)


def measure_seen_stories(shared: Path, errors: int) -> Scored:
    """Score copies and stories around further articles of the same three days that we labelled."""
    return _stories(shared, [_STORY_DAYS], _ANNOTATIONS / "stories_seen.jsonl", errors)


def measure_further_stories(shared: Path, errors: int) -> Scored:
    """Score copies and stories around seeds of nine days, three days at a time."""
    return _stories(shared, _FURTHER_DAYS, _ANNOTATIONS / "stories_further.jsonl", errors)


def measure_unseen_stories(shared: Path, _errors: int) -> Scored:
    """Score copies and stories in three other days, around articles whose errors nobody looks at."""
    return _stories(shared, [_UNSEEN_DAYS], _ANNOTATIONS / "stories_unseen.jsonl", 0)


def measure_corroboration(shared: Path, errors: int) -> Scored:
    """Score the whole report over the pages of all events together."""
    return _corroboration(shared, shared / "gold/corroboration", errors)


def measure_seen_corroboration(shared: Path, errors: int) -> Scored:
    """Score the report over the pages of invented events that were written after the same model."""
    return _corroboration(shared, _ANNOTATIONS / "corroboration_seen", errors)


def measure_further_corroboration(shared: Path, errors: int) -> Scored:
    """Score the report over the pages of events that were written later, before anybody had run them."""
    return _corroboration(shared, _ANNOTATIONS / "corroboration_further", errors)


def measure_unseen_corroboration(shared: Path, _errors: int) -> Scored:
    """Score the report over the pages of invented events whose errors nobody looks at."""
    return _corroboration(shared, _ANNOTATIONS / "corroboration_unseen", 0)


Measure = Callable[[Path, int], Scored]

STAGES: dict[str, Measure] = {
    "pages": measure_pages,
    "benchmark": measure_benchmark,
    "attribution": measure_attribution,
    "seed": measure_seed,
    "attribution-seen": measure_seen_attribution,
    "attribution-unseen": measure_unseen_attribution,
    "times": measure_times,
    "times-seen": measure_seen_times,
    "times-further": measure_further_times,
    "times-unseen": measure_unseen_times,
    "stories": measure_stories,
    "stories-seen": measure_seen_stories,
    "stories-further": measure_further_stories,
    "stories-unseen": measure_unseen_stories,
    "corroboration": measure_corroboration,
    "corroboration-seen": measure_seen_corroboration,
    "corroboration-further": measure_further_corroboration,
    "corroboration-unseen": measure_unseen_corroboration,
}
"""Every stage with gold; each takes the folder of the gold and how many errors to list."""


def _attribution(shared: Path, articles: str, gold: str, errors: int) -> Scored:
    folder = shared / "gold/attribution"
    # Each record is one article taken verbatim, so the article goes by the record's own id.
    answer = (page_document(page)["articles"][0] for page in _read([str(folder / articles)]))
    return _scored(shared, "attribution.py", folder / gold, answer, *_listing(errors))


def _stories(shared: Path, windows: Sequence[Sequence[str]], gold: Path, errors: int) -> Scored:
    groups = [group(_window(shared, days)) for days in windows]
    families = [one for made in groups for one in made.families]
    answer = [group_document(families, [one for made in groups for one in made.stories])]
    return _scored(shared, "stories.py", gold, answer, *_listing(errors))


def _window(shared: Path, days: Sequence[str]) -> list[Article]:
    articles: list[Article] = []
    for item in pages([str(shared / f"data/saudinewsnet/{day}.zip") for day in days]):
        if isinstance(item, Page) and len(_folded(item.content.decode())) >= _STORY_LEAST:
            made = read_articles(item, resources=resources())
            articles += () if isinstance(made, Refusal) else made
    return articles


def _corroboration(shared: Path, gold: Path, errors: int) -> Scored:
    made = list(_read(sorted(map(str, gold.glob("*.pages.jsonl")))))
    articles = [article for page in made for article in page.articles]
    groups = group([read.article for read in articles])
    known = resources()
    stories = corroborate(groups, [state(read, resources=known) for read in articles], resources=known)
    answer = [report_document(made, stories)]
    golds = sorted(gold.glob("*.gold.json"))
    with TemporaryDirectory() as folder:
        report = _written(Path(folder), answer)
        return score(shared / "eval/corroboration.py", report, *golds, *(["--show"] if errors else []))


def _annotated(shared: Path, annotations: str, errors: int) -> Scored:
    annotated = _ANNOTATIONS / annotations
    items = list(_items(shared, annotated))
    texts = {item.id: item.content.decode() for item in items}
    made = each_page(items, read_with_bundled, workers=cores())
    answer = (page_document(read)["articles"][0] for _, read in made if isinstance(read, ReadPage))
    with TemporaryDirectory() as folder:
        gold = _written(Path(folder), (_in_words(record, texts) for record in _records(annotated)))
        return _scored(shared, "attribution.py", gold, answer, *_listing(errors))


def _in_words(record: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """Spell out who is meant where the annotation points to a place in the text."""
    text = texts[record["id"]]
    told = [
        {**one, "resolved": text[slice(*one["resolved"])]} if isinstance(one["resolved"], list) else one
        for one in record["attributions"]
    ]
    return {**record, "attributions": told}


def _items(shared: Path, gold: Path) -> Iterator[Page]:
    """Yield the articles of SaudiNewsNet that were annotated."""
    ids = {record["id"] for record in _records(gold)}
    files = sorted(map(str, (shared / "data/saudinewsnet").glob("*.zip")))
    return (item for item in pages(files) if isinstance(item, Page) and item.id in ids)


def _texts(shared: Path, gold: Path) -> dict[str, str]:
    return {page.id: page.content.decode() for page in _items(shared, gold)}


def _times(shared: Path, gold: Path, texts: dict[str, str], errors: int) -> Scored:
    anchors = {record["id"]: date.fromisoformat(record["anchor"]) for record in _records(gold)}
    calendar = resources().calendar
    found = (
        {
            "id": id_,
            "times": [
                {"start": time.start, "end": time.end, "type": time.type, "value": time.value}
                for time in find_times(texts[id_], anchor=anchor, calendar=calendar)
            ],
        }
        for id_, anchor in anchors.items()
    )
    return _scored(shared, "times.py", gold, found, *_listing(errors))


def read_with_bundled(page: Page) -> ReadPage:
    """Read one page with the bundled resources, in a worker process."""
    return read_page(page, resources=resources())


def _read(sources: list[str]) -> Iterator[ReadPage]:
    """Read pages on every core; a refused one is answered with no article."""
    for item, made in each_page(pages(sources), read_with_bundled, workers=cores()):
        yield made if isinstance(made, ReadPage) else ReadPage(id=item.id, articles=(), refusal=made)


def _scored(
    shared: Path, scorer: str, gold: Path, answer: Iterable[dict[str, Any]], *arguments: str
) -> Scored:
    if not gold.exists():
        raise MeasureError(f"no gold at {gold}")
    with TemporaryDirectory() as folder:
        return score(shared / "eval" / scorer, gold, _written(Path(folder), answer), *arguments)


def _written(folder: Path, answer: Iterable[dict[str, Any]]) -> Path:
    file = folder / "answer.jsonl"
    file.write_bytes(b"".join(map(line, answer)))
    return file


def _folded(content: str) -> str:
    """Fold white space as the story gold counts characters."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in content.splitlines())))


def _listing(errors: int) -> tuple[str, ...]:
    return ("--errors", str(errors)) if errors else ()


def _records(file: Path) -> Iterator[dict[str, Any]]:
    if not file.exists():
        raise MeasureError(f"no gold at {file}")
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(text) for text in lines if text.strip())
