"""The table of statements: no text becomes a formula, none breaks a row."""

import csv
from io import StringIO

import pytest

from tawatur.exports.statement_table import COLUMNS, table_lines
from tawatur.pipeline import read_page, resources
from tawatur.records.page import Page, PageForm


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5", "'-5"),
        ('سطر "آخر", ثالث', 'سطر "آخر", ثالث'),
    ],
)
def test_a_hostile_title_stays_a_cell(title: str, cell: str) -> None:
    text = "قال وزير الصحة سالم المرزوقي إن المستشفى الجديد يفتح أبوابه غدا."
    page = Page(id="a", form=PageForm.ARTICLE, content=text.encode(), encoding="utf-8", title=title)
    table = "".join(table_lines(read_page(page, resources=resources()).articles))
    names, row = csv.reader(StringIO(table, newline=""))
    assert tuple(names) == COLUMNS
    assert dict(zip(names, row, strict=True))["title"] == cell
    assert dict(zip(names, row, strict=True))["source"] == "وزير الصحة سالم المرزوقي"
