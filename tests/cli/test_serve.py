"""`tawatur serve` as a user runs it: in a process of its own, opened in a browser, ended with Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tawatur.library.following.alone import is_collected_into


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


@contextmanager
def serving(*arguments: str | Path) -> Iterator["subprocess.Popen[str]"]:
    """Run the reader until the block ends, however that ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "tawatur", "serve", *map(str, arguments)],
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(
    ("ending", "workers"), [(signal.SIGINT, "1"), (signal.SIGTERM, "1"), (signal.SIGINT, "2")]
)
def test_the_reader_opens_on_a_new_library_and_ends_cleanly(
    ending: signal.Signals, workers: str, tmp_path: Path
) -> None:
    port = free_port()
    with serving("--db", tmp_path / "library.db", "--port", str(port), "--workers", workers) as process:
        page = answer(f"http://127.0.0.1:{port}/ar/")
        process.send_signal(ending)
        said, complained = process.communicate(timeout=30)
    assert page.status_code == 200
    assert "tawatur add" in page.text
    assert said == f"The reader is open at http://127.0.0.1:{port}/ (Ctrl-C closes it)\n"
    assert "Traceback" not in complained
    assert process.returncode in (0, 130)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_port_that_is_taken_is_told_and_nothing_else(workers: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving("--db", tmp_path / "library.db", "--port", str(port), "--workers", workers) as process:
            said, complained = process.communicate(timeout=60)
    assert (said, process.returncode) == ("", 1)
    told = f"The reader cannot be opened at http://127.0.0.1:{port}/: Address already in use"
    assert told in complained
    assert len(complained.splitlines()) == 1


def test_whoever_reads_that_it_is_open_is_let_in(tmp_path: Path) -> None:
    port = free_port()
    with serving("--db", tmp_path / "library.db", "--port", str(port)) as process:
        assert process.stdout
        process.stdout.readline()
        assert httpx.get(f"http://127.0.0.1:{port}/en/", trust_env=False, timeout=60).status_code == 200


def test_a_service_that_is_ended_lets_collecting_stop(tmp_path: Path) -> None:
    library, port = tmp_path / "library.db", free_port()
    with serving("--db", library, "--port", str(port), "--collect") as process:
        answer(f"http://127.0.0.1:{port}/en/sources")
        assert is_collected_into(library)
        process.send_signal(signal.SIGTERM)
        _, complained = process.communicate(timeout=30)
    assert "Traceback" not in complained
    assert process.returncode == 0
    assert not is_collected_into(library)


@pytest.mark.skipif(os.name != "posix", reason="processes are killed another way")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_reader_that_is_killed_leaves_its_port_and_its_library(workers: str, tmp_path: Path) -> None:
    library, port = tmp_path / "library.db", free_port()
    options = ("--db", library, "--port", str(port), "--workers", workers, "--collect")
    with serving(*options) as process:
        answer(f"http://127.0.0.1:{port}/en/sources")
        process.kill()
        process.wait()
    # Whoever answered for it notices within moments.
    for _ in range(100):
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.1)
    with serving(*options) as process:
        assert answer(f"http://127.0.0.1:{port}/en/sources").status_code == 200
        process.send_signal(signal.SIGINT)
        _, complained = process.communicate(timeout=30)
    assert "Traceback" not in complained


@pytest.mark.skipif(sys.platform != "linux", reason="other systems deal nothing out")
def test_several_processes_share_the_browsers_and_one_that_dies_is_replaced(tmp_path: Path) -> None:
    port = free_port()
    with serving("--db", tmp_path / "library.db", "--port", str(port), "--workers", "2") as process:
        assert answer(f"http://127.0.0.1:{port}/ar/").status_code == 200
        behind = [int(number) for number in children(process.pid)]
        os.kill(max(behind), signal.SIGKILL)
        for _ in range(24):
            page = httpx.get(f"http://127.0.0.1:{port}/ar/about", timeout=30, trust_env=False)
            assert page.status_code == 200
        assert max(behind) not in [int(number) for number in children(process.pid)]


def children(process: int) -> list[str]:
    return (Path("/proc") / str(process) / "task" / str(process) / "children").read_text().split()
