"""The port that browsers knock at, and the processes that answer behind it."""

import socket
import sys
import time
from itertools import cycle
from multiprocessing.reduction import DupFd
from threading import Thread
from typing import Any

from uvicorn import Config
from uvicorn.supervisors.multiprocess import Multiprocess, Process

# Browsers that wait to be let in.
_MOST_WAITING = 2048
# Where a process can hand connections on. Elsewhere all knock at one door, and the quickest answers.
_DEALS = sys.platform != "win32"
# Until those that let nobody in any more, as too many are in, may have room again.
_ROOM_SECONDS = 0.1


def front_door(host: str, port: int) -> socket.socket:
    """Return the door that browsers may knock at from now on; who answers comes later.

    Raises:
        OSError: the port is taken, or the host is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_MOST_WAITING)


def answering(config: Config, door: socket.socket) -> Multiprocess:
    """Return the processes that answer at a door."""
    return _Dealing(config, door) if _DEALS else Multiprocess(config, [door])


class _BackDoor(socket.socket):
    """A door of one answering process: through it come connections that were accepted at the front."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _opened, (DupFd(self.fileno()),)

    def listen(self, *_: int) -> None:
        """Do nothing: whoever deals listens."""

    def accept(self) -> tuple[socket.socket, Any]:
        """Return the next connection, which knows its own address.

        Raises:
            BlockingIOError: none has come.
        """
        _, numbers, _, _ = socket.recv_fds(self, 1, 1)
        if not numbers:
            raise BlockingIOError
        return socket.socket(fileno=numbers[0]), None


def _opened(handed: Any) -> _BackDoor:
    return _BackDoor(fileno=handed.detach())


class _Dealing(Multiprocess):
    """Processes that answer, and browsers that are dealt out among them in turn.

    Left to the system, twenty browsers fall fourteen to six between two processes, and one answer to the
    fourteen takes twice as long as one to the six. Who replaces a dead process answers behind all doors.
    """

    # Without its process a door would open to nobody: there are as many as there were at first.
    handle_ttin = handle_ttou = None  # type: ignore[assignment]

    def __init__(self, config: Config, door: socket.socket) -> None:
        pairs = [socket.socketpair() for _ in range(config.workers)]
        super().__init__(config, [_BackDoor(fileno=behind.detach()) for _, behind in pairs])
        self._front = door
        self._before = [before for before, _ in pairs]

    def init_processes(self) -> None:
        """Start the processes, and deal out whoever knocks."""
        for door in self.sockets:
            process = Process(self.config, [door])
            process.start()
            self.processes.append(process)
        Thread(target=self._deal, daemon=True).start()

    def _deal(self) -> None:
        turns = cycle(self._before)
        while self._front.fileno() >= 0:
            try:
                connection, _ = self._front.accept()
            except OSError:
                time.sleep(_ROOM_SECONDS)
                continue
            with connection:
                socket.send_fds(next(turns), [b"."], [connection.fileno()])
