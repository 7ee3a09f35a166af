"""What a worker process does with a page that was pasted: reads it, and tells the claims that it makes."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from tawatur.pipeline import corroborate, group, read_page, resources, state
from tawatur.records.claim import Claim
from tawatur.records.page import Page
from tawatur.records.read_page import ReadPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A page that was read at once, and its claims."""

    page: ReadPage
    claims: tuple[Claim, ...]


pasted_of = msgspec.msgpack.Decoder(Pasted).decode


def read_pasted(further_outlets: tuple[Path, ...], page: Page) -> bytes:
    """Return a page with its claims as `pasted_of` takes it."""
    known = resources(further_outlets)
    read = read_page(page, resources=known)
    stated = [state(one, resources=known) for one in read.articles]
    groups = group([one.article for one in read.articles])
    claims = tuple(claim for _, found in corroborate(groups, stated, resources=known) for claim in found)
    return msgspec.msgpack.encode(Pasted(page=read, claims=claims))
