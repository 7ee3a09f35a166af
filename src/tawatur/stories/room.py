"""Arrays that grow at their end."""

from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

AnyNumber = TypeVar("AnyNumber", bound=np.generic)

# There is room for so large a part more: what comes alone need not move all that is there.
_SPARE = 8


class Roomy(Generic[AnyNumber]):
    """Numbers one after the other, with room for a few more."""

    def __init__(self, kind: type[AnyNumber]) -> None:
        self._room: NDArray[AnyNumber] = np.empty(0, dtype=kind)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def held(self) -> NDArray[AnyNumber]:
        """The numbers, to be written over where they change."""
        return self._room[: self._length]

    def extend(self, numbers: NDArray[Any]) -> None:
        """Add numbers at the end."""
        start, self._length = self._length, self._length + len(numbers)
        if self._length > len(self._room):
            spare = np.empty(self._length // _SPARE, dtype=self._room.dtype)
            self._room = np.concatenate([self._room[:start], numbers.astype(self._room.dtype), spare])
        self._room[start : self._length] = numbers

    def keep(self, kept: NDArray[np.bool_]) -> None:
        """Let go of all but some numbers."""
        self._room = self._room[: self._length][kept]
        self._length = len(self._room)
