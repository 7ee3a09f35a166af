"""The port that browsers knock at, and the processes that answer behind it."""

import socket
import sys

from uvicorn.supervisors.multiprocess import Multiprocess, Process

# Browsers that wait to be let in.
_MOST_WAITING = 2048
# Of several processes at one door Linux wakes the same one each time, and it alone answers everybody;
# with a door for each it deals the browsers out among them. Other systems do not.
_DEALS = sys.platform == "linux"


def doors_at(host: str, port: int, *, number: int) -> list[socket.socket]:
    """Return doors that browsers may knock at from now on; who answers comes later.

    Where the system deals browsers out among them there are as many as asked for, else one.

    Raises:
        OSError: the port is taken, or the host is none of this machine.
    """
    if number == 1 or not _DEALS:
        return [socket.create_server((host, port), family=_family(host), backlog=_MOST_WAITING)]
    # Doors of two readers would open side by side too.
    socket.create_server((host, port), family=_family(host)).close()
    return [
        socket.create_server((host, port), family=_family(host), backlog=_MOST_WAITING, reuse_port=True)
        for _ in range(number)
    ]


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


class Answering(Multiprocess):
    """Processes that answer, each at a door of its own; who replaces a dead one answers at all of them."""

    # Without its process a door would open to nobody: there are as many as there were at first.
    handle_ttin = handle_ttou = None  # type: ignore[assignment]

    def init_processes(self) -> None:
        """Start the processes."""
        for number in range(self.processes_num):
            door = self.sockets[number % len(self.sockets)]
            process = Process(self.config, [door])
            process.start()
            self.processes.append(process)
