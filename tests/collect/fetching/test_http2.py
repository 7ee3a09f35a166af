"""A server that speaks HTTP/2 over TLS alone."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest
from tests.web_of_sites.texts import page, piece

from tawatur.collect.fetching.addresses import Endpoint, PublicNetwork
from tawatur.collect.fetching.answers import Answer, Fetched, Unfetched
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.records.refusal import RefusalReason

BODY = page(piece(1)).encode()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for river.example that nobody signed, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    made, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [
            openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", key, "-out", made, "-days", "2", "-subj", "/CN=river.example",
            "-addext", "subjectAltName=DNS:river.example",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return made, key


class Served:
    """What the server was asked, by stream, and over how many connections."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.connections = 0

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        while data := await reader.read(65_536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    self._answer(connection, event)
            writer.write(connection.data_to_send())
            await writer.drain()
        writer.close()

    def _answer(self, connection: h2.connection.H2Connection, event: h2.events.RequestReceived) -> None:
        headers = {bytes(name).decode(): bytes(value).decode() for name, value in event.headers or ()}
        self.paths.append(headers[":path"])
        found = headers[":path"] != "/robots.txt"
        stream = event.stream_id
        assert stream is not None
        connection.send_headers(
            stream, [(":status", "200" if found else "404"), ("content-type", "text/html")]
        )
        connection.send_data(stream, BODY if found else b"", end_stream=True)


async def served_over_tls(certificate: tuple[Path, Path], host: str, served: Served) -> list[Answer]:
    made, key = certificate
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(made, key)
    theirs.set_alpn_protocols(["h2"])
    server = await asyncio.start_server(served, "127.0.0.1", 0, ssl=theirs)
    port = server.sockets[0].getsockname()[1]

    async def resolved(_host: str, _port: int) -> Sequence[Endpoint]:
        return [("127.0.0.1", port)]

    ours = ssl.create_default_context(cafile=made)
    network = PublicNetwork(resolve=resolved, allowed=["127.0.0.1"])
    async with server, Fetcher(network=network, tls=ours, manners=Manners(pause=0.0)) as fetcher:
        return [await fetcher.fetch(f"https://{host}/{number}") for number in range(3)]


def test_http2_is_spoken_over_one_connection(certificate: tuple[Path, Path]) -> None:
    served = Served()
    answers = asyncio.run(served_over_tls(certificate, "river.example", served))
    assert all(isinstance(answer, Fetched) and answer.content == BODY for answer in answers)
    assert (served.paths, served.connections) == (["/robots.txt", "/0", "/1", "/2"], 1)


def test_a_certificate_of_another_name_is_not_trusted(certificate: tuple[Path, Path]) -> None:
    served = Served()
    first, *_ = asyncio.run(served_over_tls(certificate, "delta.example", served))
    assert isinstance(first, Unfetched)
    assert first.reason is RefusalReason.UNREACHABLE
    assert served.paths == []
