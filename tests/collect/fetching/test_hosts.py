"""Hosts are remembered as far as there is room, whoever is at work on one is never forgotten."""

import asyncio

from tawatur.collect.fetching.hosts import Hosts
from tawatur.collect.fetching.robots import SiteRules


def test_those_not_met_for_longest_are_forgotten() -> None:
    async def met() -> None:
        hosts = Hosts(most=3)
        river, delta, harbour = (hosts.named(name) for name in ("river", "delta", "harbour"))
        assert hosts.named("river") is river
        async with harbour.turn, river.turn:
            hosts.named("lagoon")
            assert len(hosts) == 3
            async with hosts.named("lagoon").turn:
                hosts.named("marsh")
            assert len(hosts) == 4
            assert (hosts.named("river"), hosts.named("harbour")) == (river, harbour)
        assert hosts.named("delta") is not delta

    asyncio.run(met())


def test_naming_ports_fills_no_memory() -> None:
    host = Hosts().named("river")
    for port in range(100):
        host.keep(f"http://river.example:{port}", SiteRules("", until=0.0))
    assert len(host.rules) <= 4
