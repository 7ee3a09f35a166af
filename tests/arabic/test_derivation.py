"""Verbs and their nouns under one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.derivation import root_key, root_keys
from tawatur.arabic.words import light_stem

FAMILIES = [
    ("أوقف", "يوقف", "إيقاف", "توقيف", "سيوقفون"),
    ("اختلس", "يختلس", "اختلاس", "مختلس"),
    ("راهن", "يراهن", "مراهنات", "رهان"),
    ("استورد", "يستورد", "استيراد", "مستوردين"),
    ("انسحب", "ينسحب", "انسحاب", "سينسحب", "منسحبون"),
    ("حقق", "يحقق", "تحقيق", "محققين"),
    ("شارك", "تشارك", "مشاركة"),
]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_verb_and_its_nouns_have_one_key(family: tuple[str, ...]) -> None:
    assert len({root_key(light_stem(word)) for word in family}) == 1


APART = [("اختلس", "اختلف"), ("رهان", "رهبان"), ("حقق", "حقن"), ("سحب", "سكب"), ("مشاركة", "مشكلة")]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_roots_have_other_keys(one: str, other: str) -> None:
    assert root_key(light_stem(one)) != root_key(light_stem(other))


@pytest.mark.parametrize("stem", ["who", "g20", "@2031-01-01", "", "ي", "اوا", "بيتروليفيشتنسكي"])
def test_what_holds_no_root_stays_as_it_is(stem: str) -> None:
    assert root_key(stem) == stem


@given(st.lists(st.text(alphabet="ابتثجحخدرسعفقكلمنهويء", max_size=12)))
def test_every_stem_has_a_key_and_nothing_but_consonants_of_it(stems: list[str]) -> None:
    keys = root_keys(stems)
    assert keys == [root_key(stem) for stem in stems]
    assert all(key == stem or not set(key) & set("اويء") for key, stem in zip(keys, stems, strict=True))
    assert all(bool(key) == bool(stem) for key, stem in zip(keys, stems, strict=True))
