"""A library served on this machine, as `tawatur serve` does it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import uvicorn

from tawatur.pipeline import Resources, resources
from tawatur.store.store import Store
from tawatur.web.application import application

OUTLETS = Path(__file__).parents[2] / "sample" / "outlets.toml"


@cache
def known() -> Resources:
    """What the sample is read with."""
    return resources((OUTLETS,))


@contextmanager
def served(store: Store) -> Iterator[str]:
    """Serve a library and tell its address."""
    app = application(store, resources=known(), hosts=("127.0.0.1",))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        # Whoever asks before the server has begun waits.
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
