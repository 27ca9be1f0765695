"""Who is let in: wrong, expired, revoked and foreign tokens, guesses at customers, and bursts of requests."""

import concurrent.futures
import threading
from collections import Counter

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.portal import ACCOUNT_SCOPE, SCOPES, Asking, signature_of
from tests.contract.portal.conftest import KEY

ME, OTHER = "000000000000006", "000000000000001"


def code_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer  x",
        "Bearer spt_",
        "Basic YTpi",
        "Bearer spt_" + "x" * 43,
        "Bearer " + "x" * 4000,
        "spt_" + "0" * 43,
    ],
)
def test_a_wrong_token_is_refused(stand, header):
    answer = stand.ask("GET", "/v1/orders", authorization=header)
    assert code_of(answer) == (401, "token.unknown")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert stand.tables.asked == []


def test_an_expired_token_and_a_revoked_one_are_refused_from_that_moment(stand, clock):
    expiring, revoked = stand.token(ME, expires_at=clock.now() + 10), stand.token(ME, name="revoked")
    assert stand.ask("GET", "/v1/orders", expiring).status_code == 200
    stand.store.portal_tokens.revoke("revoked", by="test", now=clock.now())
    clock.advance(10)
    for token in (expiring, revoked):
        assert code_of(stand.ask("GET", "/v1/orders", token)) == (401, "token.ended")


@pytest.mark.parametrize("scope", [one for one in SCOPES if one != ACCOUNT_SCOPE])
def test_a_token_is_good_for_its_scopes_alone(stand, scope):
    token = stand.token(ME, scopes=(scope,))
    asked = {
        "prices": stand.prices(token, ("A180", 1)),
        "stock": stand.ask("POST", "/v1/stock", token, body={"stock_codes": ["A180"]}),
        "orders": stand.ask("GET", "/v1/orders", token),
        "invoices": stand.ask("GET", "/v1/invoices", token),
        "place_orders": stand.ask("POST", "/v1/orders", token, body={}),
    }
    # What is let in is refused for its empty body only.
    assert {name for name, answer in asked.items() if answer.status_code in {200, 400}} == {scope}
    assert {code_of(answer) for name, answer in asked.items() if name != scope} == {(403, "token.scope")}


def test_a_token_for_one_customer_needs_no_name_and_takes_no_other(stand):
    token = stand.token(ME)
    assert stand.ask("GET", "/v1/orders", token).json()["customer"] == ME
    assert stand.ask("GET", "/v1/orders", token, customer="6").json()["customer"] == ME
    assert code_of(stand.ask("GET", "/v1/orders", token, customer=OTHER)) == (403, "customer.foreign")


def test_a_token_for_several_customers_has_to_say_which(stand):
    token = stand.token(ME, OTHER)
    assert code_of(stand.ask("GET", "/v1/orders", token)) == (400, "customer.missing")
    assert stand.ask("GET", "/v1/orders", token, customer="1").json()["customer"] == OTHER


def test_nobody_finds_out_who_is_a_customer(stand):
    token = stand.token(ME)
    guesses = ["1", OTHER, "101", "777", "0", "x", "%", "*", "'--", "06 6", "6x", "9" * 400, "000000000000006x"]
    answers = [stand.ask("GET", "/v1/orders", token, customer=guess) for guess in guesses]
    assert {answer.status_code for answer in answers} == {403}
    assert len({answer.text for answer in answers}) == 1
    assert stand.tables.asked == []


def signed(stand, token, customer, *, key=KEY, path="/v1/orders", said=None, at=None):
    asking = Asking(customer, "GET", path)
    signature = signature_of(asking, key, at or stand.clock.now())
    return stand.ask("GET", path, token, customer=said or customer, X_Customer_Signature=signature)


def test_a_token_for_any_customer_needs_a_signature_for_each_request(stand):
    token = stand.token()
    assert signed(stand, token, "6").json()["customer"] == ME
    assert code_of(stand.ask("GET", "/v1/orders", token, customer="6")) == (403, "customer.signature")
    assert code_of(stand.ask("GET", "/v1/orders", token)) == (400, "customer.missing")


def test_a_signature_of_another_customer_key_path_or_hour_is_refused(stand):
    token = stand.token()
    asked = [
        signed(stand, token, "6", said="1"),
        signed(stand, token, "6", key="guessed"),
        signed(stand, token, "6", at=stand.clock.now() - 301),
        stand.ask("GET", "/v1/invoices", token, customer="6",
                  X_Customer_Signature=signature_of(Asking("6", "GET", "/v1/orders"), KEY, stand.clock.now())),
    ]  # fmt: skip
    assert {code_of(answer) for answer in asked} == {(403, "customer.signature")}


def test_a_signature_vouches_for_the_body_too(stand):
    token = stand.token()
    asking = Asking("6", "POST", "/v1/prices", b'{"items": [{"stock_code": "A180", "quantity": 1}]}')
    signature = signature_of(asking, KEY, stand.clock.now())
    assert stand.prices(token, ("A180", 1), customer="6", X_Customer_Signature=signature).status_code == 200
    assert stand.prices(token, ("A100", 1), customer="6", X_Customer_Signature=signature).status_code == 403


def test_a_customer_that_syspro_does_not_have_is_said_to_who_may_ask_for_any(stand):
    asking = Asking("777", "POST", "/v1/prices", b'{"items": [{"stock_code": "A180", "quantity": 1}]}')
    signature = signature_of(asking, KEY, stand.clock.now())
    answer = stand.prices(stand.token(), ("A180", 1), customer="777", X_Customer_Signature=signature)
    assert code_of(answer) == (404, "customer.unknown")


# ---------------------------------------------------------------- bursts


def test_a_token_that_asks_too_often_is_told_how_long_to_wait(make_stand, clock):
    stand = make_stand(requests=6)
    token, quiet = stand.token(ME), stand.token(ME)
    answers = [stand.ask("GET", "/v1/orders", token) for _ in range(8)]
    assert [answer.status_code for answer in answers] == [200] * 6 + [429] * 2
    assert (code_of(answers[-1]), answers[-1].headers["Retry-After"]) == ((429, "rate.token"), "10")
    assert stand.ask("GET", "/v1/orders", quiet).status_code == 200
    clock.advance(10)
    assert stand.ask("GET", "/v1/orders", token).status_code == 200


def test_guesses_at_tokens_are_slowed_and_do_not_shut_out_who_has_one(make_stand):
    stand = make_stand(wrong=5)
    token = stand.token(ME)
    guessed = [stand.ask("GET", "/v1/orders", f"spt_{number:x>43}").status_code for number in range(9)]
    assert guessed == [401] * 5 + [429] * 4
    assert stand.ask("GET", "/v1/orders", token).status_code == 200


def test_guesses_at_signatures_are_slowed(make_stand):
    stand = make_stand(wrong=2)
    token = stand.token()
    guessed = [signed(stand, token, "6", key=f"guess {number}").status_code for number in range(4)]
    assert guessed == [403, 403, 429, 429]


def test_ten_thousand_requests_are_each_answered_or_refused_in_words(make_stand):
    stand = make_stand(requests=500)
    token = stand.token(ME)
    stand.ask("GET", "/v1/orders", token)
    codes = Counter()

    def ask_often(times):
        for _ in range(times):
            answer = stand.ask("GET", "/v1/orders", token)
            codes[answer.status_code] += 1
            assert answer.headers["Content-Type"].startswith("application/json")

    times = 10_000 if stand.company.way == "sql" else 1_000
    with concurrent.futures.ThreadPoolExecutor(10) as pool:
        list(pool.map(ask_often, [times // 10] * 10))
    assert codes.keys() <= {200, 429, 503}
    assert codes[200] <= 500
    assert codes.total() == times
    # All that SYSPRO was asked is one question; the rest was kept or refused.
    assert stand.tables.asked == ["orders"]


class SlowShop:
    """A shop that answers when it is let."""

    def __init__(self):
        self.asked, self.let = threading.Semaphore(0), threading.Event()

    def orders(self, _customer):
        self.asked.release()
        assert self.let.wait(30)
        return []


def test_more_than_a_few_at_once_are_refused_instead_of_queueing(make_stand):
    shop = SlowShop()
    stand = make_stand(shop=shop, at_once=2, keep_s=0)
    token = stand.token(ME)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        slow = [pool.submit(stand.ask, "GET", "/v1/orders", token) for _ in range(2)]
        assert all(shop.asked.acquire(timeout=30) for _ in slow)
        answer = stand.ask("GET", "/v1/orders", token)
        shop.let.set()
        assert [one.result().status_code for one in slow] == [200, 200]
    assert (code_of(answer), answer.headers["Retry-After"]) == ((503, "portal.busy"), "1")


class FailingShop:
    def __init__(self, error):
        self.error = error

    def orders(self, _customer):
        raise self.error


SECRET = Problem("Title", "The server SQL-07 refused user sa.", "Set syspro.sql_user.", "syspro.sql")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Transient(SECRET), (503, "portal.unavailable")),
        (Misconfigured(SECRET), (500, "portal.needs_attention")),
        (NeedsPerson(SECRET), (500, "portal.needs_attention")),
    ],
)
def test_trouble_inside_is_told_without_its_details(make_stand, error, expected):
    stand = make_stand(shop=FailingShop(error))
    answer = stand.ask("GET", "/v1/orders", stand.token(ME))
    assert code_of(answer) == expected
    assert "SQL-07" not in answer.text


def test_an_error_of_the_program_is_said_and_logged_by_its_name_alone(make_stand, log_watch):
    stand = make_stand(shop=FailingShop(KeyError("Ann Smith")))
    log_watch.expect("an error of the program")
    answer = stand.ask("GET", "/v1/orders", stand.token(ME))
    assert code_of(answer) == (500, "portal.bug")
    assert "Ann" not in answer.text
