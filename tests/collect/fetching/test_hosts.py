"""Hosts are remembered as far as there is room, whoever is at work on one is never forgotten."""

import asyncio

from tawatur.collect.fetching.hosts import Hosts


def test_those_not_met_for_longest_are_forgotten() -> None:
    hosts = Hosts(most=2)
    river, delta = hosts.named("river"), hosts.named("delta")
    assert hosts.named("river") is river
    hosts.named("harbour")
    assert hosts.named("river") is river
    assert hosts.named("delta") is not delta


def test_whoever_is_at_work_on_a_host_keeps_it() -> None:
    async def met() -> None:
        hosts = Hosts(most=2)
        river, delta = hosts.named("river"), hosts.named("delta")
        async with river.turn:
            hosts.named("harbour")
            assert hosts.named("river") is river
            async with hosts.named("harbour").turn:
                hosts.named("lagoon")
                assert hosts.named("river") is river
        assert hosts.named("delta") is not delta

    asyncio.run(met())
