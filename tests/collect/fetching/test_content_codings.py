"""Packed answers: whole, cut, joined, broken, and packed to harm."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.fetching.content_codings import BrokenCodingError, Content, unpacked

PACKING = {
    "gzip": gzip.compress,
    "br": brotli.compress,
    "": bytes,
    "identity": bytes,
    "X-GZip": gzip.compress,
}


def unpack(packed: bytes, coding: str, *, most: int = 1_000_000, step: int = 1_000) -> Content:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(packed), step):
            yield packed[start : start + step]

    return asyncio.run(unpacked(pieces(), coding, most=most))


@given(
    data=st.binary(max_size=3_000).map(lambda some: some * 50),
    coding=st.sampled_from(sorted(PACKING)),
    most=st.integers(0, 200_000),
    step=st.integers(1, 5_000),
)
def test_what_was_packed_comes_back_as_far_as_the_limit(
    data: bytes, coding: str, most: int, step: int
) -> None:
    content = unpack(PACKING[coding](data), coding, most=most, step=step)
    assert content == Content(data[:most], cut=len(data) > most)


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_bomb_is_unpacked_no_further_than_the_limit(coding: str) -> None:
    bomb = PACKING[coding](b"\0" * 30_000_000)
    assert unpack(bomb, coding, most=1_000, step=len(bomb)) == Content(b"\0" * 1_000, cut=True)


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_no_content_is_none_however_it_is_packed(coding: str) -> None:
    assert unpack(b"", coding) == Content(b"", cut=False)


@pytest.mark.parametrize("step", [1, 7, 1_000])
def test_members_behind_one_another_are_one_content(step: int) -> None:
    joined = gzip.compress(b"one ", mtime=0) + gzip.compress(b"two", mtime=0) + b"and what is no member"
    assert unpack(joined, "gzip", step=max(step, 2)).data.startswith(b"one two")


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        (gzip.compress(b"text" * 99, mtime=0)[:-9], "gzip"), (b"no gzip", "gzip"),
        (gzip.compress(b"text", mtime=0)[:-8] + b"\0" * 8, "gzip"),
        (brotli.compress(b"text" * 99)[:-3], "br"), (b"\xff" * 9, "br"),
        (zlib.compress(b"text"), "deflate"), (b"text", "zstd"),
        (gzip.compress(gzip.compress(b"text", mtime=0), mtime=0), "gzip, gzip"),
    ],
)  # fmt: skip
def test_what_is_not_packed_as_it_says_is_refused(packed: bytes, coding: str) -> None:
    with pytest.raises(BrokenCodingError):
        unpack(packed, coding)
