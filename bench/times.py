"""`make bench`, third part: time expressions beside dateparser, in one run, on one core.

Both get the expressions of ../shared/gold/times one by one, as they stand in the text, with the
article's day as anchor; whole articles are ours alone, as dateparser's search of running text has
no Arabic. A value is right where it is the gold's; dateparser answers with a moment, so the days,
the months and the years of the gold are its field, and its answer is cut to what was asked for.
"""

import json
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import dateparser

from tawatur.calendars.words import calendar_words
from tawatur.times.find import find_times

GOLD = Path(__file__).parents[2] / "shared/gold/times/dev.jsonl"
ROUNDS = 3
CALENDAR = calendar_words()
# 2015-08-06, 2015-08, 2015
LENGTHS = (10, 7, 4)


class Expression(NamedTuple):
    text: str
    value: str
    anchor: date


def tawatur(expression: Expression) -> str | None:
    found = find_times(expression.text, anchor=expression.anchor, calendar=CALENDAR)
    return found[0].value if found else None


def dateparser_arabic(expression: Expression) -> str | None:
    base = datetime.combine(expression.anchor, datetime.min.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(expression.text, languages=["ar"], settings=settings)
    return found.date().isoformat()[: len(expression.value)] if found else None


TOOLS: dict[str, Callable[[Expression], str | None]] = {
    "tawatur": tawatur,
    "dateparser": dateparser_arabic,
}


def main() -> None:
    if not GOLD.exists():
        print("\nTime expressions: no gold beside this checkout")
        return
    records = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    articles = (GOLD.parents[1] / "attribution/articles.jsonl").read_text("utf-8").splitlines()
    texts = {record["id"]: record["text"] for record in map(json.loads, articles)}
    expressions = [
        Expression(
            texts[record["id"]][one["start"] : one["end"]], one["value"], date.fromisoformat(record["anchor"])
        )
        for record in records
        for one in record["times"]
    ]
    calendar = [
        one for one in expressions if one.value.replace("-", "").isdigit() and len(one.value) in LENGTHS
    ]
    print(f"\n{len(expressions)} time expressions, {len(calendar)} of them days, months and years, one core")
    print(f"{'tool':24}{'ms each':>10}{'x tawatur':>11}{'right':>8}{'of days, months, years':>25}")
    took = {name: min(_timed(tool, expressions) for _ in range(ROUNDS)) for name, tool in TOOLS.items()}
    for name, tool in TOOLS.items():
        right, right_days = (
            sum(tool(one) == one.value for one in asked) / len(asked) for asked in (expressions, calendar)
        )
        each = took[name] / len(expressions) * 1000
        print(f"{name:24}{each:10.3f}{took[name] / took['tawatur']:11.1f}{right:8.3f}{right_days:25.3f}")


def _timed(tool: Callable[[Expression], str | None], expressions: list[Expression]) -> float:
    began = time.process_time()
    for expression in expressions:
        tool(expression)
    return time.process_time() - began


if __name__ == "__main__":
    main()
