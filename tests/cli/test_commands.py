"""The command line as a user runs it, in a process of its own, on the bundled sample and on bad input."""

import gzip
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

PAGE = """وزيرة المياه تفتتح السد
قالت وزيرة المياه ليان الساحلي، إن السد الجديد سيفتح أبوابه الأسبوع المقبل.
وأضافت أن البحيرة امتلأت."""
ARTICLE = {"title", "published", "byline", "credits", "body", "furniture", "attributions", "times"}
ATTRIBUTION = {
    "cue",
    "cue_text",
    "source",
    "content",
    "resolved",
    "kind",
    "relays",
    "act",
    "direct",
    "inside",
}


def tawatur(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=300,
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    )


def lines(run: subprocess.CompletedProcess[bytes]) -> dict[str, dict[str, Any]]:
    made = map(json.loads, run.stdout.splitlines())
    return {page["id"]: page for page in made}


def test_read_prints_one_line_a_page_with_the_promised_names(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text(PAGE, "utf-8")
    run = tawatur("read", tmp_path / "dam.txt", "--json")
    assert run.returncode == 0
    (page,) = lines(run).values()
    assert page["id"] == "dam"
    assert page["refused"] is None
    (article,) = page["articles"]
    assert article.keys() >= ARTICLE
    first, second = article["attributions"]
    assert first.keys() >= ATTRIBUTION | {"licence"}
    start, end = first["cue"]
    assert article["body"][start:end] == first["cue_text"] == "قالت"
    assert second["source"] is None
    assert second["resolved"] == first["resolved"] == "وزيرة المياه ليان الساحلي"


def test_every_kind_of_bad_input_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 40)
    paragraphs = PAGE.replace("\n", "</p><p>")
    (tmp_path / "cut.html").write_text(f"<html><body><article><p>{paragraphs}<div><p", "utf-8")
    (tmp_path / "odd.xyz").write_text(PAGE, "utf-8")
    first, third = (json.dumps({"id": id_, "text": PAGE}) for id_ in ("first", "third"))
    (tmp_path / "records.jsonl").write_text(f"{first}\n{{not json\n{third}\n", "utf-8")
    (tmp_path / "huge.html").write_bytes(b"<p>" + b"a" * 100_000_000)
    run = tawatur("read", tmp_path, tmp_path / "absent.txt", "--json")
    pages = lines(run)
    reasons = {id_: page["refused"] for id_, page in pages.items()}
    assert run.returncode == 0
    assert {id_ for id_, reason in reasons.items() if reason is None} == {"cut", "first", "good", "third"}
    assert reasons["empty"] == "empty"
    assert reasons["binary"] == "binary"
    assert reasons["huge"] == "too-large"
    assert "unknown-format" in reasons.values()
    assert "broken-record" in reasons.values()
    assert "unreadable" in reasons.values()
    told = run.stderr.decode().splitlines()
    assert len(told) == sum(reason is not None for reason in reasons.values())
    assert all(line.startswith("refused ") for line in told)


def test_the_exit_status_tells_when_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert tawatur("read", tmp_path / "empty.txt", "--json").returncode == 1
    assert tawatur("group", tmp_path / "empty.txt", "--json").returncode == 1
    assert tawatur("report", tmp_path / "empty.txt").returncode == 1
    assert tawatur("read").returncode == 2


def test_pages_come_from_standard_input_zip_gzip_and_glob(tmp_path: Path) -> None:
    (tmp_path / "a1.html.gz").write_bytes(gzip.compress(f"<article><p>{PAGE}</p></article>".encode()))
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        archive.writestr("b1.txt", PAGE)
        archive.writestr("b2.json", json.dumps([{"id": "b2", "text": PAGE}]))
    run = tawatur("read", "-", f"{tmp_path}/*.zip", f"{tmp_path}/a?.html.gz", "--json", stdin=PAGE.encode())
    pages = lines(run)
    assert {"a1", "b1", "b2"} < set(pages)
    assert len(pages) == 4
    assert not any(page["refused"] for page in pages.values())


def test_an_address_inside_this_machine_is_never_fetched() -> None:
    run = tawatur("read", "http://127.0.0.1:9/page.html", "--json")
    assert run.returncode == 1
    assert json.loads(run.stdout)["refused"] == "private-address"


def test_a_refused_address_repeats_no_password() -> None:
    for as_json in ((), ("--json",)):
        run = tawatur("read", "http://reader:s3cret@river.example/", *as_json)
        told = (run.stdout + run.stderr).decode()
        assert "http://…@river.example/: bad-address" in told
        assert "s3cret" not in told
        assert "reader" not in told


def test_an_article_given_as_text_is_taken_verbatim(tmp_path: Path) -> None:
    text = "المدينة - الوكالة\nقال شاهد إن الجسر سليم. اقرأ أيضا\n\nعاد السير."
    record = {"id": "g", "text": text, "title": "الجسر", "date": "2021-03-02"}
    (tmp_path / "given.json").write_text(json.dumps(record))
    (page,) = lines(tawatur("read", tmp_path / "given.json", "--json")).values()
    (article,) = page["articles"]
    assert article["body"] == text
    assert article["title"] == "الجسر"
    assert article["published"] == "2021-03-02"


@pytest.mark.parametrize("verb", ["read", "group", "report"])
def test_every_view_is_printed_whole_into_a_pipe(verb: str, sample: Path) -> None:
    run = tawatur(verb, sample / "pages", "--outlets", sample / "outlets.toml")
    assert run.returncode == 0
    assert "\x1b" not in run.stdout.decode()
    assert len(run.stdout.decode().splitlines()) > 40


def test_the_report_names_outlets_and_says_why_a_count_is_a_range(tmp_path: Path) -> None:
    told = "بلغ الحفارون كهف النحاس قرب بحيرة مرجانة"
    pages = [
        {
            "id": "a",
            "outlet": "skynewsarabia",
            "date": "2031-01-01",
            "title": "كهف النحاس",
            "text": f"{told}.",
        },
        {
            "id": "b",
            "outlet": "rt",
            "date": "2031-01-02",
            "title": "كهف النحاس",
            "text": f"قال الوزير نادر السلوان إن {told}.",
        },
    ]
    (tmp_path / "cave.jsonl").write_text("\n".join(map(json.dumps, pages)), "utf-8")
    printed = tawatur("report", tmp_path / "cave.jsonl").stdout.decode()
    assert "1–2 independent origins" in printed
    assert "could be one: a page that names nobody may have heard the other" in printed
    assert ": سكاي نيوز عربية\n" in printed


def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    command = f"{sys.executable} -m tawatur read {sample / 'pages'} | head -n 1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=120)
    assert b"Traceback" not in run.stderr
