"""What the tests of this room share: records of web archives."""

from collections.abc import Callable

import pytest


@pytest.fixture
def warc_record() -> Callable[..., bytes]:
    def record(
        url: str, body: bytes, *, status: str = "200 OK", headers: str = "Content-Type: text/html\r\n"
    ) -> bytes:
        answer = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2024-01-02T03:04:05Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        return head.encode() + answer + b"\r\n\r\n"

    return record
