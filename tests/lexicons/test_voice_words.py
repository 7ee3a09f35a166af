"""What the lists behind claims, origins and copies must not confuse."""

from collections import Counter

import pytest

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem
from tawatur.lexicons.anonymous_credits import anonymous_credits
from tawatur.lexicons.anonymous_sources import anonymous_sources
from tawatur.lexicons.common_words import common_words
from tawatur.lexicons.negations import negations
from tawatur.lexicons.voice_descriptions import voice_descriptions
from tawatur.outlets.directory import outlets


def test_no_word_describes_a_voice_in_two_ways() -> None:
    descriptions = voice_descriptions()
    ways = Counter([*descriptions.roles, *descriptions.empty, *descriptions.others])
    assert [stem for stem, count in ways.items() if count > 1] == []


def test_no_outlet_is_called_like_a_credit_that_names_nobody() -> None:
    named = {folded(name): outlet.id for outlet in outlets() for name in outlet.names}
    assert sorted(anonymous_credits().folded & named.keys()) == []


@pytest.mark.parametrize("word", ["وكالات", "متابعة", "خاص", "غرفة الأخبار"])
def test_credits_that_name_nobody_are_known_in_any_spelling(word: str) -> None:
    assert folded(word.replace("ة", "ه")) in anonymous_credits().folded


@pytest.mark.parametrize(
    ("common", "rarer"), [("في", "قال"), ("قال", "الوزير"), ("الوزير", "الزلزال"), ("اليوم", "زرافة")]
)
def test_common_words_are_ordered_as_in_any_newspaper(common: str, rarer: str) -> None:
    words = common_words()
    assert words.share(light_stem(common)) > words.share(light_stem(rarer))


def test_shares_are_shares() -> None:
    assert all(0 < share < 1 for share in [common_words().rare, *common_words().shares.values()])


def test_a_relative_is_no_negation() -> None:
    # ما is «what» far more often than «not» in news.
    assert "ما" not in negations()


def test_an_official_source_is_no_nameless_report() -> None:
    sources = anonymous_sources()
    for word in ("مصادر", "مسؤول", "شهود", "بيان", "دراسة"):
        assert light_stem(word) not in sources.reports | sources.qualifiers
