"""Connections without a token that say nothing, or only half: they shut nobody out for long."""

import json
import socket
from contextlib import ExitStack

import pytest
from starlette.responses import PlainTextResponse

from agent.domain.settings import Values
from connectors.portal.patience import Limits
from connectors.portal.serving import PortalServer


@pytest.fixture
def serve():
    with ExitStack() as stack:

        def made(**limits):
            app, values = PlainTextResponse("served"), Values({"portal.port": "0"})
            server = stack.enter_context(PortalServer(app, values, Limits(**limits)))
            host, port = server.url.removeprefix("http://").split(":")
            return lambda: stack.enter_context(socket.create_connection((host, int(port)), timeout=10))

        yield made


def answer_of(connection):
    found = b""
    while chunk := connection.recv(65536):
        found += chunk
    head, _, body = found.partition(b"\r\n\r\n")
    return head.decode().lower(), body


@pytest.mark.parametrize("said", [b"", b"GET /v1/orders HTTP/1.1\r\nHost: x\r\nX-"])
def test_a_connection_whose_headers_do_not_come_is_closed(serve, said):
    connection = serve(headers_s=0.2)()
    connection.sendall(said)
    assert not came(connection)


def came(connection):
    """Return whether anything comes before the connection is closed."""
    try:
        return bool(connection.recv(10))
    except ConnectionResetError:
        return False


ASK = b"GET /v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


def test_connections_of_one_address_that_are_too_many_are_told_to_wait_as_documented(serve):
    connect = serve(of_one=3)
    silent = [connect() for _ in range(3)]
    late = connect()
    late.sendall(ASK)
    head, body = answer_of(late)
    assert head.startswith("http/1.1 503")
    assert "retry-after: 5" in head
    assert "content-type: application/json" in head
    assert json.loads(body)["error"]["code"] == "portal.busy"
    silent[0].sendall(ASK)
    assert answer_of(silent[0])[1] == b"served"


def test_of_too_many_connections_the_one_that_was_silent_longest_gives_way(serve):
    connect = serve(of_all=3)
    silent = [connect() for _ in range(3)]
    for _ in range(2):
        asking = connect()
        asking.sendall(ASK)
        assert answer_of(asking)[1] == b"served"
    assert not came(silent[0])
    silent[2].sendall(ASK)
    assert answer_of(silent[2])[1] == b"served"


def test_a_connection_that_asks_again_has_its_time_again(serve):
    connection = serve(headers_s=0.3)()
    for _ in range(3):
        connection.sendall(ASK.replace(b"Connection: close\r\n", b""))
        found = b""
        while not found.endswith(b"served"):
            found += connection.recv(65536)
    connection.sendall(b"GET / HT")
    assert not came(connection)
