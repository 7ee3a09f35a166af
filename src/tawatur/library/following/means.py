"""What every part of collecting works with."""

from dataclasses import dataclass

from tawatur.collect.fetching.clock import Clock
from tawatur.library.following.asking import Asking
from tawatur.library.following.ledger import Ledger
from tawatur.library.following.watching import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The network, the library, the time, and who is told."""

    asking: Asking
    ledger: Ledger
    clock: Clock
    watch: Watch
