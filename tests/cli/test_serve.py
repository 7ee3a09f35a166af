"""`tawatur serve` as a user runs it: in a process of its own, opened in a browser, ended with Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def answer(address: str) -> httpx.Response:
    for _ in range(300):
        try:
            return httpx.get(address, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.mark.parametrize(
    ("ending", "workers"), [(signal.SIGINT, "1"), (signal.SIGTERM, "1"), (signal.SIGINT, "2")]
)
def test_the_reader_opens_on_a_new_library_and_ends_cleanly(
    ending: signal.Signals, workers: str, tmp_path: Path
) -> None:
    port = free_port()
    command = ["serve", "--db", str(tmp_path / "library.db"), "--port", str(port), "--workers", workers]
    with subprocess.Popen(
        [sys.executable, "-m", "tawatur", *command],
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        page = answer(f"http://127.0.0.1:{port}/ar/")
        process.send_signal(ending)
        said, complained = process.communicate(timeout=30)
    assert page.status_code == 200
    assert "tawatur add" in page.text
    assert said == f"The reader is open at http://127.0.0.1:{port}/ (Ctrl-C closes it)\n"
    assert "Traceback" not in complained
    assert process.returncode in (0, 130, -ending)
