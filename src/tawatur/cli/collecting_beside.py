"""Collecting beside the reader: in a thread of its own, begun anew where it breaks off."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

import structlog

from tawatur.cli.collecting import Collecting, Equipment, equipped, log_to_stderr, run
from tawatur.errors import StoreError
from tawatur.library.following.alone import alone
from tawatur.library.following.collector import Collector
from tawatur.store.troubles import Step, Trouble, count_troubles

FIRST_PAUSE = 60.0
_LONGEST_PAUSE = 3600.0


@contextmanager
def collecting_beside(how: Collecting) -> Iterator[None]:
    """Collect until the block ends, and stop cleanly.

    Where collecting breaks off it is logged, counted in the library, and begun anew after a
    minute, later each time, up to an hour.

    Raises:
        StoreError: another process is collecting into the library, or nothing can be begun at all.
    """
    log_to_stderr()
    # The thread takes it for good; whoever waits at the terminal is told here that it is taken.
    with alone(how.store.file):
        pass
    with equipped(how) as equipment:
        going_on = _GoingOn(how, equipment)
        thread = threading.Thread(target=going_on.collect, name="collecting")
        thread.start()
        try:
            yield
        finally:
            going_on.stop()
            thread.join()


class _GoingOn:
    """Collecting in another thread, to be stopped from this one whether or not it runs yet."""

    def __init__(self, how: Collecting, equipment: Equipment) -> None:
        self._how = how
        self._equipment = equipment
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._running: tuple[asyncio.AbstractEventLoop, Collector] | None = None

    def collect(self) -> None:
        pause = FIRST_PAUSE
        while not self._stopped.is_set():
            try:
                with alone(self._how.store.file):
                    asyncio.run(run(self._how, self._equipment, self._begun))
            except Exception as error:  # noqa: BLE001 nobody is behind this thread who would hear of it
                self._tell(error, pause)
            else:
                return
            self._stopped.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def stop(self) -> None:
        with self._lock:
            self._stopped.set()
            if self._running:
                loop, collector = self._running
                # It may have ended by itself.
                with suppress(RuntimeError):
                    loop.call_soon_threadsafe(collector.stop)

    def _begun(self, collector: Collector) -> None:
        with self._lock:
            self._running = asyncio.get_running_loop(), collector
            if self._stopped.is_set():
                collector.stop()

    def _tell(self, error: Exception, pause: float) -> None:
        """Tell whoever reads the log, and the page of the sources as far as the library still takes it."""
        structlog.get_logger().error(
            "collecting.broke_off",
            error=f"{type(error).__name__}: {error}",
            again_in_seconds=pause,
            exc_info=None if isinstance(error, StoreError) else error,
        )
        reason = "library-failed" if isinstance(error, StoreError) else "failed"
        met = [Trouble(source=None, step=Step.COLLECT, reason=reason)]
        with suppress(StoreError), self._how.store.writing() as connection:
            count_troubles(connection, met, day=datetime.now(UTC).date())
