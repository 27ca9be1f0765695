"""Every refusal of the library leads to one thing that happens next."""

import inspect

import pytest
import requests
import stripe

from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Transient
from connectors.stripe.errors import (
    BrokenOffError,
    NotStripesAnswerError,
    converted,
    http_date,
    retry_after_s,
    shortened,
)

WHERE = "https://api.stripe.com"

EVERY = [
    kind
    for _, kind in inspect.getmembers(stripe._error, inspect.isclass)
    if issubclass(kind, stripe.StripeError) and kind is not stripe.StripeError
]


def made(kind, status=None):
    """An error of the library with nothing in it, whatever its constructor wants."""
    error = kind.__new__(kind)
    stripe.StripeError.__init__(error, None, http_status=status)
    return error


@pytest.mark.parametrize("kind", [*EVERY, BrokenOffError, NotStripesAnswerError], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("status", [None, 200, 400, 404, 409, 418, 500])
def test_every_error_of_the_library_is_converted(kind, status):
    result = converted(made(kind, status), "GET /v1/events", WHERE)
    assert isinstance(result, AgentError)
    assert result.problem.title
    assert "GET /v1/events" in result.problem.message
    assert result.problem.code.startswith("stripe.")


def test_an_unknown_refusal_is_never_tried_again():
    result = converted(made(stripe._error.QuotaExceededError, 499), "x", WHERE)
    assert isinstance(result, NeedsPerson)
    assert result.problem.code == "stripe.unknown"


def caused(cause):
    error = made(stripe.APIConnectionError)
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "becomes", "code"),
    [
        (requests.exceptions.SSLError("[SSL: CERTIFICATE_VERIFY_FAILED]"), Misconfigured, "stripe.certificate"),
        (requests.exceptions.SSLError("EOF occurred"), Transient, "stripe.unreachable"),
        (requests.exceptions.ProxyError("Tunnel connection failed: 407"), Misconfigured, "stripe.proxy"),
        (requests.exceptions.ProxyError("Tunnel connection failed: 503"), Transient, "stripe.unreachable"),
        (requests.exceptions.InvalidURL("Failed to parse"), Misconfigured, "stripe.address"),
        (requests.exceptions.ReadTimeout(), Transient, "stripe.unreachable.timeout"),
        (requests.exceptions.ConnectionError(), Transient, "stripe.unreachable"),
        (None, Transient, "stripe.unreachable"),
    ],
)
def test_a_failed_connection_is_told_by_its_cause(cause, becomes, code):
    result = converted(caused(cause), "x", WHERE)
    assert type(result) is becomes
    assert result.problem.code == code


@pytest.mark.parametrize(
    ("cause", "begins"),
    [
        (requests.exceptions.ReadTimeout(), "Stripe did not answer in time at"),
        (None, "There is no connection to Stripe at"),
        (requests.exceptions.ProxyError("503"), "The proxy did not let us through to Stripe at"),
        (requests.exceptions.SSLError("EOF"), "No secure connection could be made to Stripe at"),
    ],
)
def test_a_failed_connection_says_who_did_not_answer_where_and_what_to_do(cause, begins):
    problem = converted(caused(cause), "GET /v1/balance", WHERE).problem
    assert problem.message == f"{begins} {WHERE} (GET /v1/balance)."
    assert "stripe.proxy" in problem.press


def test_a_converted_error_hangs_on_nothing():
    result = converted(caused(requests.exceptions.ConnectionError("x")), "x", WHERE)
    assert result.__cause__ is result.__context__ is None


@pytest.mark.parametrize("key", ["rk_live_51AbC", "sk_test_x", "pk_live_1", "rk_test_*****ndbx"])
def test_keys_are_cut_out_of_texts(key):
    assert shortened(f"Invalid API Key provided: {key}.") == "Invalid API Key provided: (key)"


def test_long_texts_are_cut_and_lines_joined():
    assert len(shortened("x" * 9_000)) == 300
    assert shortened("a\n\n b") == "a b"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "5"}, 5),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "9" * 30}, None),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT"}, None),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 30),
        ({"Retry-After": "Wed, 21 Oct 2026 07:27:30 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 0),
    ],
)
def test_a_wait_is_read_as_seconds_or_as_a_moment(headers, seconds):
    assert retry_after_s(headers) == seconds


@pytest.mark.parametrize(
    "text", ["", "yesterday", "Wed, 99 Oct 2026 07:28:30 GMT", "Wed, 21 Oct 99999 07:28:30 GMT", "\x00"]
)
def test_what_is_no_date_is_none(text):
    assert http_date(text) is None


def test_a_date_is_unix_seconds():
    assert http_date("Thu, 01 Jan 1970 00:01:40 GMT") == 100
