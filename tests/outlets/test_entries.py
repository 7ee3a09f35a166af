"""What holds of the bundled outlets, whoever they are."""

import re
import tomllib
import unicodedata
from collections import Counter
from importlib import resources
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tawatur.arabic.folding import folded
from tawatur.errors import LexiconError
from tawatur.outlets.directory import outlets
from tawatur.outlets.entries import entries
from tawatur.outlets.names import key_of
from tawatur.outlets.outlet import Outlet, OutletKind

FILES = sorted(
    (file for file in (resources.files("tawatur.outlets") / "data").iterdir()), key=lambda file: file.name
)
OUTLETS = tuple(outlets())
UNSEEN = re.compile(
    "[\ufb50-\ufdff\ufe70-\ufefc\u0640\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)

STATE_AGENCIES = {
    "AE": "wam", "BH": "bna", "DJ": "adi", "DZ": "aps", "EG": "mena", "IQ": "ina", "JO": "petra", "KM": "hzk",
    "KW": "kuna", "LB": "nna", "LY": "lana", "MA": "map", "MR": "ami", "OM": "ona", "PS": "wafa", "QA": "qna",
    "SA": "was", "SD": "suna", "SO": "sonna", "SY": "sana", "TN": "tap", "YE": "saba",
}  # fmt: skip


def test_there_are_enough_to_read_a_page_of_news() -> None:
    assert sum(outlet.kind is not OutletKind.PLATFORM for outlet in OUTLETS) >= 200


def test_every_arab_state_has_its_agency() -> None:
    assert len(STATE_AGENCIES) == 22
    for country, outlet_id in STATE_AGENCIES.items():
        agency = outlets().by_id(outlet_id)
        assert agency is not None
        assert (agency.country, agency.kind) == (country, OutletKind.AGENCY)


def test_ids_are_distinct_over_all_files() -> None:
    assert [outlet for outlet, times in Counter(outlet.id for outlet in entries()).items() if times > 1] == []


def test_no_name_belongs_first_to_two_outlets() -> None:
    bearers: dict[str, list[str]] = {}
    for outlet in OUTLETS:
        shared = set(map(key_of, outlet.shared))
        for key in set(map(key_of, outlet.names)) - shared:
            bearers.setdefault(key, []).append(outlet.id)
    assert {key: ids for key, ids in bearers.items() if len(ids) > 1} == {}


def test_a_shared_name_belongs_to_somebody_first() -> None:
    first = {
        key for outlet in OUTLETS for key in set(map(key_of, outlet.names)) - set(map(key_of, outlet.shared))
    }
    assert {name for outlet in OUTLETS for name in outlet.shared if key_of(name) not in first} == set()


def test_domains_are_bare_hosts_and_distinct() -> None:
    domains = Counter(domain for outlet in OUTLETS for domain in outlet.domains)
    assert [domain for domain, times in domains.items() if times > 1] == []
    assert [domain for domain in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)] == []


@pytest.mark.parametrize(
    "outlet", [outlet for outlet in OUTLETS if outlet.feed], ids=lambda outlet: outlet.id
)
def test_a_feed_is_an_address_of_its_outlet(outlet: Outlet) -> None:
    assert outlet.feed is not None
    assert urlsplit(outlet.feed).scheme in ("http", "https")
    assert outlets().by_url(outlet.feed) is outlet


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.id)
def test_an_entry_is_well_formed(outlet: Outlet) -> None:
    keys = {key_of(name) for name in outlet.names}
    assert len(keys) == len(outlet.names), "a spelling stands twice"
    assert all(keys), "a name without a letter"
    for name in (*outlet.ambiguous, *outlet.common, *outlet.shared):
        assert key_of(name) in keys, f"{name} is no name of the outlet"
    assert set(outlet.common) <= set(outlet.ambiguous)
    if outlet.kind is not OutletKind.PLATFORM and outlet.country is not None:
        assert re.fullmatch("[A-Z]{2}", outlet.country)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_sorted_and_says_what_it_is(file: Path) -> None:
    raw = file.read_text("utf-8")
    data = tomllib.loads(raw)
    assert data["about"]
    assert data["source"]
    assert all(left < right for left, right in pairwise(data["outlet"]))
    assert unicodedata.normalize("NFC", raw) == raw
    assert not UNSEEN.search(raw)


def test_a_further_file_of_the_user_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'about = "x"\nsource = "x"\n[outlet.own]\nname = "المنبر الحر"\nlatin = "Own"\nkind = "site"\n'
        'country = "SA"\nspellings = ["رويترز"]\ndomains = ["own.example"]\n',
        "utf-8",
    )
    directory = outlets((own,))
    assert [mention.outlet.id for mention in directory.mentions("نقل موقع المنبر الحر عن شهود")] == ["own"]
    reuters = directory.by_name("رويترز")
    assert reuters is not None
    assert reuters.id == "own"


def test_a_misspelt_field_is_told_with_its_place(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('about = "x"\nsource = "x"\n[outlet.own]\nnmae = "أ"\n', "utf-8")
    with pytest.raises(LexiconError, match=r"own\.toml.*nmae"):
        outlets((own,))


def test_names_are_told_apart_after_folding_only() -> None:
    assert folded("تلغرام") != folded("تلغراف")


def test_enough_outlets_have_a_feed_of_their_own() -> None:
    feeds = Counter(outlet.feed for outlet in OUTLETS if outlet.feed)
    assert len(feeds) >= 60
    assert [feed for feed, times in feeds.items() if times > 1] == []
