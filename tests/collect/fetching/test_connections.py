"""Connections are kept as far as there is room, and none is taken from under an answer."""

import asyncio

from tests.web_of_sites.server import Web

from tawatur.collect.fetching.connections import Connections

RIVER, DELTA, HARBOUR = (f"http://{host}.example/feed" for host in ("river", "delta", "harbour"))


def test_the_site_not_asked_for_longest_gives_way(web: Web) -> None:
    async def asked() -> None:
        connections = Connections(network=web.network(), most=2)
        river, delta = await connections.to(RIVER), await connections.to(DELTA)
        for pool, url in ((river, RIVER), (delta, DELTA)):
            assert (await pool.request("GET", url)).status == 200
        assert await connections.to(f"{RIVER}?again") is river
        await connections.to(HARBOUR)
        assert await connections.to(RIVER) is river
        assert await connections.to(DELTA) is not delta
        assert [delta.connections, len(river.connections)] == [[], 1]
        await connections.aclose()
        assert river.connections == []

    asyncio.run(asked())
    assert web.resolved["river.example"] == 1


def test_a_site_that_is_being_read_stays(web: Web) -> None:
    async def asked() -> None:
        connections = Connections(network=web.network(), most=1)
        endless = "http://endless.example/"
        async with (await connections.to(endless)).stream("GET", endless) as answer:
            await (await connections.to(RIVER)).request("GET", RIVER)
            pieces = answer.aiter_stream()
            assert await anext(pieces)
            assert await anext(pieces)
        await connections.aclose()

    asyncio.run(asked())
