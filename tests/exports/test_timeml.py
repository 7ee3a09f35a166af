"""Articles as TimeML documents: what another tool finds in them."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.collect.json_records import page_of_record
from tawatur.exports.documents import line
from tawatur.exports.timeml import timeml_document, timeml_name
from tawatur.pipeline import read_page, resources
from tawatur.records.page import Page
from tawatur.records.read_page import ReadArticle

TEXT = """قال وزير الري سالم النهري أمس إن السد امتلأ & فاض < مرة.
وأضاف أن العمل يبدأ الأحد المقبل ويستمر ثلاثة أيام."""


def read(text: str, **record: str) -> ReadArticle:
    page = page_of_record(line({"id": "dam", "text": text, **record}), otherwise="", place="")
    assert isinstance(page, Page)
    return read_page(page, resources=resources()).articles[0]


def parsed(article: ReadArticle) -> ET.Element:
    return ET.fromstring(timeml_document(article))


def body(root: ET.Element) -> str:
    text = root.find("TEXT")
    assert text is not None
    return "".join(text.itertext())


def test_times_stand_in_the_text_with_their_values() -> None:
    root = parsed(read(TEXT, date="2015-05-10"))
    assert body(root) == TEXT
    times = {time.text: (time.get("type"), time.get("value")) for time in root.findall("TEXT/TIMEX3")}
    assert times == {
        "أمس": ("DATE", "2015-05-09"),
        "الأحد المقبل": ("DATE", "2015-05-17"),
        "ثلاثة أيام": ("DURATION", "P3D"),
    }
    creation = root.find("DCT/TIMEX3")
    assert creation is not None
    assert (creation.get("functionInDocument"), creation.get("value")) == ("CREATION_TIME", "2015-05-10")


def test_a_cue_is_tied_to_the_time_at_which_it_was_said() -> None:
    root = parsed(read(TEXT, date="2015-05-10"))
    times = {time.get("tid"): time.text for time in root.iter("TIMEX3")}
    cues = {event.get("eid"): event.text for event in root.iter("EVENT")}
    instances = {one.get("eiid"): one.get("eventID") for one in root.findall("MAKEINSTANCE")}
    said = [
        (cues[instances[link.get("eventInstanceID")]], times[link.get("relatedToTime")])
        for link in root.findall("TLINK")
    ]
    assert said == [("قال", "أمس"), ("وأضاف", "أمس")]


def test_an_article_without_a_day_has_no_creation_time() -> None:
    root = parsed(read(TEXT))
    assert root.find("DCT") is None
    assert [time.get("value") for time in root.findall("TEXT/TIMEX3")][-1] == "P3D"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
@example("\x08\x08\x08\x08")
def test_whatever_stands_in_a_text_stands_in_the_document(noise: str) -> None:
    article = read(f"{TEXT} {noise}", date="2015-05-10")
    written = body(parsed(article))
    assert len(written) == len(article.article.body.replace("\r\n", "\n"))


@pytest.mark.parametrize("id_", ["../../etc/passwd", ".hidden", "a/b", "x" * 400, "خبر عن السد", "a:b?c"])
def test_an_id_makes_a_name_inside_its_folder(id_: str, tmp_path: Path) -> None:
    name = timeml_name(read(TEXT, id=id_))
    assert Path(name).name == name
    assert not name.startswith(".")
    (tmp_path / name).write_bytes(b"")


def test_ids_that_differ_only_in_unsafe_signs_make_two_names() -> None:
    assert timeml_name(read(TEXT, id="a/b")) != timeml_name(read(TEXT, id="a:b"))
