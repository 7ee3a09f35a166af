"""The few processes that read what is sent: so many at once, so many waiting, so long and no longer."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVarTuple

from anyio import BrokenWorkerProcess, CapacityLimiter, fail_after, to_process
from starlette.exceptions import HTTPException

from tawatur.batches import cores

Arguments = TypeVarTuple("Arguments")

MOST_WAITING = 8
LONGEST_SECONDS = 30.0
"""Waiting included. A page of the 2 MiB that may be sent is read in a tenth of it."""
_RETRY = {"Retry-After": "5"}


class Workers:
    """Runs work in other processes; what takes too long is killed with its process."""

    def __init__(
        self, *, at_once: int | None = None, waiting: int = MOST_WAITING, seconds: float = LONGEST_SECONDS
    ) -> None:
        self._limiter = CapacityLimiter(cores() if at_once is None else at_once)
        self._waiting = waiting
        self._seconds = seconds

    async def run(self, work: Callable[[*Arguments], bytes], *arguments: *Arguments) -> bytes:
        """Return what `work` makes of its arguments.

        Raises:
            HTTPException: too many wait already (429), it took too long or brought its process down (503).
        """
        if self._limiter.statistics().tasks_waiting >= self._waiting:
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too much is being read; try again", _RETRY)
        try:
            with fail_after(self._seconds):
                return await to_process.run_sync(work, *arguments, cancellable=True, limiter=self._limiter)
        except TimeoutError as error:
            detail = f"not read within {self._seconds:.0f} seconds"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, detail, _RETRY) from error
        except BrokenWorkerProcess as error:
            detail = "the process that read it went down"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, detail, _RETRY) from error
