"""Whoever wants more than their token gives: other customers, other companies, strange headers, bodies and paths."""

import json
import socket
from decimal import Decimal

import pytest

from agent.domain.portal import Asking, signature_of
from tests.contract.portal.conftest import KEY, erp_reader
from tests.contract.portal.test_access import code_of

sql = erp_reader.sql

ME, OTHER = "000000000000006", "000000000000001"


@pytest.fixture
def company(sql):
    """What is refused here never comes to SYSPRO, so that one way there is enough."""
    return sql


def raw(stand, text):
    """Send bytes as they are, and return all that comes back."""
    host, port = stand.server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(text)
        found = b""
        while chunk := connection.recv(65536):
            found += chunk
        return found


def lines(*headers, method="GET", path="/v1/orders", body=b""):
    head = [f"{method} {path} HTTP/1.1", "Connection: close", *headers]
    return "\r\n".join([*head, "", ""]).encode("latin-1") + body


def status_of(answer):
    return int(answer.split(b" ", 2)[1])


def test_a_token_of_another_company_is_as_unknown_as_any(stand):
    token = stand.token(ME, company="B")
    assert code_of(stand.ask("GET", "/v1/orders", token)) == (401, "token.unknown")
    assert stand.tables.asked == []


@pytest.mark.parametrize("name", ["Authorization", "X-Customer", "X-Customer-Signature", "Idempotency-Key"])
def test_a_header_that_decides_is_given_once(stand, name):
    mine = [f"Authorization: Bearer {stand.token(ME)}"]
    twice = [f"{name}: {mine[0].partition(' ')[2] if name == 'Authorization' else text}" for text in (ME, OTHER)]
    answer = raw(stand, lines("Host: a", *(twice if name == "Authorization" else mine + twice)))
    assert (status_of(answer), b"is given once" in answer) == (400, True)
    assert stand.tables.asked == []


def test_a_made_up_host_does_not_change_what_was_signed(stand):
    token, at = stand.token(), stand.clock.now()
    signature = signature_of(Asking("6", "GET", "/v1/invoices?state=open"), KEY, at)
    told = [f"Authorization: Bearer {token}", "X-Customer: 6", f"X-Customer-Signature: {signature}"]
    as_signed = raw(stand, lines("Host: a", *told, path="/v1/invoices?state=open"))
    other = raw(stand, lines("Host: a?state=open#", *told, path="/v1/invoices?state=all"))
    assert (status_of(as_signed), status_of(other)) == (200, 403)


MADE_UP = [
    ["X-Forwarded-For: 1.2.3.4", "X-Real-IP: 1.2.3.4"],
    ["X-HTTP-Method-Override: POST"],
    ["X-Original-URL: /v1/invoices", "X-Rewrite-URL: /v1/invoices"],
    ["X_Customer: 1", "Customer: 1", "X-Customer-Id: 1", "Cookie: customer=1"],
]


def test_headers_that_others_believe_change_nothing(stand):
    token = f"Authorization: Bearer {stand.token(ME)}"
    answers = [raw(stand, lines("Host: a", token, *headers)) for headers in MADE_UP]
    assert {status_of(answer) for answer in answers} == {200}
    told = [json.loads(answer.partition(b"\r\n\r\n")[2]) for answer in answers]
    assert told == [{"customer": ME, "orders": [], "more": False}] * len(MADE_UP)


def test_addresses_that_a_client_makes_up_do_not_end_the_limit_on_guesses(make_stand):
    stand = make_stand(wrong=3)
    guesses = [
        stand.ask("GET", "/v1/orders", f"spt_{number:x>43}", X_Forwarded_For=f"10.0.0.{number}").status_code
        for number in range(6)
    ]
    assert guesses == [401] * 3 + [429] * 3


NAMED = [OTHER, "1", "6,1", "6 1", "6;1", "6%2c1", "*", "%", "_", "[1]"]


@pytest.mark.parametrize("path", ["/v1/orders", "/v1/invoices"])
def test_no_spelling_of_a_customer_reaches_another(stand, path):
    stand.company.insert("ArInvoice", Customer=OTHER, Invoice="X".zfill(15), DocumentType="I", InvoiceBal1=Decimal(1))
    token = stand.token(ME)
    for named in NAMED:
        answer = stand.ask("GET", path, token, customer=named)
        assert (answer.status_code == 403) or answer.json()["customer"] == ME, named
        assert "X".zfill(15) not in answer.text, named


NUMBERS = ["%00", "%01", "..%2f..%2fv1", "%25", "'%20OR%20'1'='1", "x" * 21, "x" * 60_000, "%ED%A0%80", "*", "0009%2A"]


def test_no_spelling_of_an_order_finds_anything(stand):
    token = stand.token(ME)
    assert {stand.ask("GET", f"/v1/orders/{number}", token).status_code for number in NUMBERS} == {404}


PATHS = ["/v1/orders/", "//v1/orders", "/v1/./orders", "/V1/orders", "/v1/orders%2f1", "/v1/prices/../orders", "/.env"]


def test_no_other_spelling_of_a_path_is_open(stand):
    found = {path: status_of(raw(stand, lines("Host: a", path=path))) for path in PATHS}
    assert set(found.values()) <= {307, 401, 404}, found
    assert stand.tables.asked == []


def test_a_quantity_that_syspro_cannot_hold_is_refused(stand):
    token = stand.token(ME)
    for quantity in ("-1", "-0.00001", "0", "0.0000001", "1e12", "1e-7", "NaN", "Infinity", "", " ", "1,5", "9" * 5000):
        assert code_of(stand.prices(token, ("A180", quantity))) == (400, "request.bad"), quantity


def test_a_quantity_with_as_many_decimals_as_syspro_has_is_kept(stand):
    token = stand.token(ME)
    for quantity in ("0.00001", "0.000001", "1.23456", "999999999999"):
        (item,) = stand.prices(token, ("A180", quantity)).json()["items"]
        assert item["quantity"] == quantity


def test_a_body_that_never_ends_is_given_up(make_stand):
    stand = make_stand(patience_s=0.2)
    head = lines("Host: a", "Content-Length: 100", method="POST", path="/v1/prices", body=b'{"items"')
    assert status_of(raw(stand, head)) == 408


def test_a_length_that_cannot_be_is_refused_before_anything_is_read(stand):
    for length in ("-1", "x", "1, 2", "99999999999999999999999"):
        answer = raw(stand, lines("Host: a", f"Content-Length: {length}", method="POST", path="/v1/prices"))
        assert status_of(answer) in {400, 413}, length


def test_a_body_in_pieces_is_counted_as_a_whole(stand):
    piece = b"%x\r\n" % 65_536 + b"x" * 65_536 + b"\r\n"
    head = lines("Host: a", "Transfer-Encoding: chunked", method="POST", path="/v1/prices")
    assert status_of(raw(stand, head + piece * 2 + b"1\r\nx")) == 413


ADDRESSES = [
    "http://127.0.0.1.evil.example.com/", "http://localhost.evil.example.com/", "http://127.0.0.1@evil.example.com/",
    "https://", "https://a@b.example.com/", "https:a", "//a.example.com", "data:text/html,x", "http://[::1", "HTTP://a",
    "https://a.example.com/\u2028", "x" * 2001, None, 1, [],
]  # fmt: skip


def place(stand, token, **body):
    told = {"items": [{"stock_code": "A180"}], **body}
    return stand.ask("POST", "/v1/orders", token, body=told, Idempotency_Key="order-0001")


def test_an_address_that_is_not_the_shops_is_refused(stand):
    token, fine = stand.token(ME), "https://a.example.com"
    for address in ADDRESSES:
        asked = [(address, fine), (fine, address)]
        answers = [place(stand, token, success_url=one, cancel_url=other) for one, other in asked]
        assert {code_of(answer) for answer in answers} == {(400, "request.bad")}, address


def test_a_way_of_paying_that_is_none_is_refused(stand):
    token = stand.token(ME)
    for way in ("later", "", None, 1, True, [], {}, "ACCOUNT"):
        assert code_of(place(stand, token, payment=way)) == (400, "request.bad"), way


def test_an_order_that_was_seen_is_not_another_one_under_another_key(stand):
    body = json.dumps({"items": [{"stock_code": "A180"}], "payment": "account"}).encode()
    signature = signature_of(Asking("6", "POST", "/v1/orders", body, "order-0001"), KEY, stand.clock.now())
    headers = {"Authorization": f"Bearer {stand.token()}", "X-Customer": "6", "X-Customer-Signature": signature}
    asked = [{**headers, "Idempotency-Key": key} for key in ("order-0001", "order-0002")] + [headers]
    codes = [code_of(stand.http.post("/v1/orders", content=body, headers=one)) for one in asked]
    # The stand takes no orders; the first is let in as far as that.
    assert codes == [(409, "order.set_up"), *[(403, "customer.signature")] * 2]
