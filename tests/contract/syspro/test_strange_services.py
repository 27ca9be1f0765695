"""Services that are not e.net, or not any more: real sockets, canned answers."""

import threading

import pytest
from starlette.applications import Starlette
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from agent.domain.errors import InDoubt, Misconfigured, NeedsPerson, Transient
from connectors.sandbox.serving import SandboxServer
from connectors.syspro import client as clients
from connectors.syspro.client import Call, EnetClient
from connectors.syspro.connection import Connection
from connectors.syspro.session import open_session
from connectors.syspro.tables import Tables
from connectors.syspro.xml.comfnd import equal

TOKEN = "A" * 34
WRITE = Call("Transaction/Post", "SORTOI", "<a/>", "<b/>", writes=True, whose="Order for Ada")
BOMB = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>'


@pytest.fixture
def serve():
    """Serve one answer to everything but logon and logoff; return a client for it."""
    running = []

    def start(answer, *, everywhere=False, **settings):
        async def respond(request):
            method = request.url.path.rpartition("/")[2]
            if not everywhere and method in {"Logon", "Logoff"}:
                return Response(f"{TOKEN}  " if method == "Logon" else "0")
            return answer() if callable(answer) else Response(answer)

        server = SandboxServer(Starlette(routes=[Route("/{path:path}", respond, methods=["GET", "POST"])])).start()
        client = EnetClient(Connection(f"{server.url}/Rest", "AGENT", "A", **({"timeout_s": 5} | settings)))
        running.append((client, server))
        return client

    yield start
    for client, server in running:
        client.close()
        server.stop()


def read_rows(client, clock):
    with open_session(client, clock) as session:
        return Tables(session, rows=500).select("SorMaster", (), equal("CustomerPoNumber", "ch_1"))


def write(client, clock):
    with open_session(client, clock) as session:
        return session.write(WRITE)


@pytest.mark.parametrize(
    "answer",
    [BOMB, "<html><body>busy</body></html>", "", "plain words", "<a>" * 300, '"<a/>'],
    ids=["entity bomb", "web page", "nothing", "words", "nesting", "half a JSON string"],
)
def test_answer_that_is_not_e_nets_puts_a_posting_in_doubt_and_a_read_off(serve, clock, answer):
    client = serve(answer)
    with pytest.raises(InDoubt) as caught:
        write(client, clock)
    assert caught.value.problem.code == "syspro.odd_answer"
    assert caught.value.exchange.reply == answer.strip()
    with pytest.raises(Transient):
        read_rows(client, clock)


def test_answer_without_end_is_not_read_to_its_end(serve, clock):
    client = serve(b"<a>" + b" " * (clients.MOST_BYTES + 1))
    with pytest.raises(InDoubt) as caught:
        write(client, clock)
    assert caught.value.problem.code == "syspro.oversized"


@pytest.mark.parametrize(
    ("status", "expected"), [(500, InDoubt), (503, InDoubt), (404, InDoubt), (400, InDoubt), (413, NeedsPerson)]
)
def test_other_status_puts_a_posting_in_doubt_unless_it_was_surely_refused(serve, clock, status, expected):
    with pytest.raises(expected):
        write(serve(lambda: Response("", status)), clock)


@pytest.mark.parametrize(
    "answer",
    [lambda: RedirectResponse("http://127.0.0.1:9/elsewhere"), lambda: Response("", 401), lambda: Response("", 404)],
    ids=["redirect", "unauthorised", "not found"],
)
def test_address_of_something_else_shows_at_the_logon_before_anything_is_posted(serve, clock, answer):
    with pytest.raises(Misconfigured) as caught:
        write(serve(answer, everywhere=True), clock)
    assert caught.value.problem.code == "syspro.wrong_address"


def test_answer_that_trickles_is_too_late(serve, clock):
    pause = threading.Event()

    def trickle():
        for _ in range(100):
            pause.wait(0.2)
            yield b" "

    client = serve(lambda: StreamingResponse(trickle()), timeout_s=1)
    with pytest.raises(InDoubt) as caught:
        write(client, clock)
    pause.set()
    assert caught.value.problem.code == "syspro.no_answer"


def test_compressed_answer_is_not_unpacked(serve, clock):
    client = serve(lambda: Response(b"\x1f\x8b" + b"x" * 20, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(InDoubt):
        write(client, clock)


@pytest.mark.parametrize("base", ["http://", "ftp://server/Rest", "http://[::1"])
def test_address_that_is_none_is_refused_at_once(base):
    with pytest.raises(Misconfigured):
        EnetClient(Connection(base, "AGENT", "A"))


def test_certificate_file_that_is_none_is_refused_at_once(tmp_path):
    wrong = tmp_path / "ca.pem"
    wrong.write_text("no certificate", encoding="ascii")
    for path in (str(wrong), str(tmp_path / "missing.pem")):
        with pytest.raises(Misconfigured, match=r"ca_file|certificate"):
            EnetClient(Connection("https://127.0.0.1/Rest", "AGENT", "A", ca_file=path))


def test_service_without_a_trusted_certificate_is_told_nothing(serve, clock):
    plain = serve("")
    address = plain.connection.base_url.replace("http:", "https:")
    with EnetClient(Connection(address, "AGENT", "A")) as client, pytest.raises(Misconfigured) as caught:
        write(client, clock)
    assert caught.value.problem.code == "syspro.certificate"


def test_rows_that_never_end_are_given_up(serve, clock):
    row = "<Row><SalesOrder>1</SalesOrder></Row>" * 60
    page = f"<x><HeaderDetails><TableName>SorMaster</TableName></HeaderDetails>{row}</x>"
    with pytest.raises(ValueError, match="do not come to an end"):
        read_rows(serve(page), clock)
