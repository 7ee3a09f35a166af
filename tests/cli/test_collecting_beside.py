"""Collecting beside the reader breaks off, is told of, and begins anew."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from tawatur.cli import collecting_beside as beside
from tawatur.cli.collecting import Collecting
from tawatur.errors import StoreError
from tawatur.library.following.alone import alone, is_collected_into
from tawatur.library.following.collector import Collector
from tawatur.store.store import Store, open_store
from tawatur.store.troubles import troubles_since


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "library.db") as opened:
        yield opened
    structlog.reset_defaults()


def how(store: Store, **further: object) -> Collecting:
    return Collecting(store=store, further_outlets=(), every=timedelta(minutes=1), **further)  # type: ignore[arg-type]


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., threading.Event]:
    """Let collecting fail with each error in turn, and tell when it goes on behind the last."""

    def made(*errors: Exception) -> threading.Event:
        going_on, left = threading.Event(), list(errors)
        collect = Collector.keep_collecting

        async def breaks(collector: Collector, every: timedelta) -> None:
            if left:
                raise left.pop(0)
            going_on.set()
            await collect(collector, every)

        monkeypatch.setattr(Collector, "keep_collecting", breaks)
        monkeypatch.setattr(beside, "FIRST_PAUSE", 0.01)
        return going_on

    return made


def test_what_broke_off_is_logged_counted_and_begun_anew(
    store: Store, breaking: Callable[..., threading.Event], capfd: pytest.CaptureFixture[str]
) -> None:
    going_on = breaking(StoreError("the library x: the disk is full"), RuntimeError("a bug"))
    with beside.collecting_beside(how(store)):
        assert going_on.wait(60)
        assert is_collected_into(store.file)
    assert not is_collected_into(store.file)
    told = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    broke = [one for one in told if one["event"] == "collecting.broke_off"]
    assert [one["error"].partition(":")[0] for one in broke] == ["StoreError", "RuntimeError"]
    assert "Traceback" in broke[1]["exception"]
    with store.reading() as connection:
        met = troubles_since(connection, (datetime.now(UTC) - timedelta(days=2)).date())
    assert {(one.source, one.step, one.reason) for one in met} == {
        (None, "collect", "library-failed"),
        (None, "collect", "failed"),
    }


def test_a_stop_does_not_wait_for_the_next_beginning(
    store: Store, breaking: Callable[..., threading.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(*[RuntimeError("a bug")] * 9)
    monkeypatch.setattr(beside, "FIRST_PAUSE", 600.0)
    with beside.collecting_beside(how(store)):
        pass
    assert [one for one in threading.enumerate() if one.name == "collecting"] == []


def test_what_cannot_begin_at_all_is_told_at_once(store: Store, tmp_path: Path) -> None:
    with (
        alone(store.file),
        pytest.raises(StoreError, match="another process"),
        beside.collecting_beside(how(store)),
    ):
        raise AssertionError("it must not begin")
    with (
        pytest.raises(StoreError, match="cannot be written to"),
        beside.collecting_beside(how(store, archive=tmp_path / "no" / "folder.warc.gz")),
    ):
        raise AssertionError("it must not begin")


def test_figures_whose_port_is_taken_are_told_at_once(store: Store) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(StoreError, match="figures"),
        beside.collecting_beside(how(store, metrics=taken.getsockname()[1])),
    ):
        raise AssertionError("it must not begin")
