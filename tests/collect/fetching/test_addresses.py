"""Public addresses are connected to, and no others, whatever they are called."""

import asyncio
import socket
import threading
from collections.abc import Sequence

import httpcore
import pytest
from tests.web_of_sites.server import Web

from tawatur.collect.fetching.addresses import (
    Endpoint,
    ForbiddenAddressError,
    NoHostError,
    PublicNetwork,
    is_public,
    resolve,
)


@pytest.mark.parametrize(
    ("numeric", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.0.0.1", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("240.0.0.1", False), ("192.0.2.1", False),
        ("198.18.0.1", False), ("255.255.255.255", False), ("::", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("fec0::1", False), ("ff02::1", False),
        ("ff0e::1", False), ("2001:db8::1", False), ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True), ("::127.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True), ("64:ff9b:1::808:808", False), ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", False), ("5f00::1", False),
    ],
)  # fmt: skip
def test_public_addresses(numeric: str, public: bool) -> None:
    assert is_public(numeric) is public


def connect(network: PublicNetwork, host: str, port: int = 80) -> str:
    async def connected() -> str:
        stream = await network.connect_tcp(host, port, timeout=5.0)
        address = stream.get_extra_info("server_addr")
        await stream.aclose()
        return str(address[0])

    return asyncio.run(connected())


def leading_to(*endpoints: Endpoint) -> PublicNetwork:
    async def resolved(_host: str, _port: int) -> Sequence[Endpoint]:
        return endpoints

    return PublicNetwork(resolve=resolved, allowed=["127.0.0.1"])


def test_the_checked_address_is_the_one_connected_to(web: Web) -> None:
    assert connect(web.network(), "river.example") == "127.0.0.1"
    assert web.resolved["river.example"] == 1


def test_the_next_address_is_tried_where_one_does_not_answer(web: Web) -> None:
    network = leading_to(("127.0.0.1", 1), ("127.0.0.1", web.port))
    assert connect(network, "river.example") == "127.0.0.1"
    with pytest.raises(httpcore.ConnectError):
        connect(leading_to(("127.0.0.1", 1)), "river.example")


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_no_port_but_those_of_the_web(port: int) -> None:
    with pytest.raises(ForbiddenAddressError, match=f"port {port}"):
        connect(leading_to(("8.8.8.8", port)), "river.example", port)


def test_one_private_address_closes_a_name(web: Web) -> None:
    with pytest.raises(ForbiddenAddressError, match=r"10\.0\.0\.1"):
        connect(leading_to(("127.0.0.1", web.port), ("8.8.8.8", 80), ("10.0.0.1", 80)), "river.example")


@pytest.mark.parametrize("host", ["unheard-of.example", "x" * 70 + ".example"])
def test_a_name_without_an_address(web: Web, host: str) -> None:
    with pytest.raises(NoHostError):
        connect(web.network(), host)
    with pytest.raises(NoHostError):
        connect(leading_to(), host)


def test_the_system_reads_numbers_in_every_notation() -> None:
    for host in ("127.0.0.1", "2130706433", "0x7f.1", "017700000001"):
        assert asyncio.run(resolve(host, 80)) == (("127.0.0.1", 80),)


def test_a_label_too_long_for_the_system_is_no_host() -> None:
    with pytest.raises(NoHostError):
        connect(PublicNetwork(), "x" * 70 + ".example")


def test_names_that_nobody_answers_for_hold_up_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = threading.Event()

    def unanswered(*_: object, **__: object) -> list[object]:
        silent.wait(60)
        return []

    async def others_go_on() -> None:
        asked = [asyncio.create_task(resolve(f"silent-{number}.example", 80)) for number in range(60)]
        await asyncio.sleep(0.05)
        assert await asyncio.wait_for(asyncio.to_thread(lambda: "done"), 20) == "done"
        silent.set()
        assert await asyncio.gather(*asked) == [()] * 60

    monkeypatch.setattr(socket, "getaddrinfo", unanswered)
    asyncio.run(others_go_on())
