"""Stripe's refusals, turned into what happens next. May import: ``agent.domain``, the stripe library.

One table, first match wins. What is in no row is set aside for a person: an unknown refusal is never tried again in the
hope that it means well. Source: docs.stripe.com/api/errors, docs.stripe.com/rate-limits, stripe-python 16.1.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import cast

import requests
import stripe
from requests.structures import CaseInsensitiveDict

from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Problem, Transient
from connectors.stripe.permissions import label_of

_KEY = re.compile(r"\b[a-z]{2}_(live|test)_[A-Za-z0-9*._-]+")
_PERMISSION = re.compile(r"rak_([a-z_]+)")
_MOST_TEXT = 300

_PRESS_KEY = "Make a restricted key in the Stripe Dashboard (Developers, API keys) and enter it as stripe.key."
_PRESS_WAY = (
    "Check this server's way to Stripe: internet, firewall, stripe.proxy and stripe.api_base. The engine tries again."
)
_PRESS_LOOK = "Look the object up in the Stripe Dashboard; then try again, or ignore it with a reason."


class NotStripesAnswerError(stripe.StripeError):
    """Something answered in Stripe's place: a page of HTML, a redirect, an error without Stripe's error object."""


class BrokenOffError(stripe.StripeError):
    """The answer began and did not end, or had no end in sight."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One kind of refusal.

    Attributes:
        error: Class of the stripe library; subclasses count.
        statuses: HTTP statuses; empty for any, or for none at all.
        becomes: What happens next.
        code: Machine-readable cause.
        title: What happened, in a few words.
        press: What to do about it.
    """

    error: type[stripe.StripeError]
    statuses: frozenset[int]
    becomes: type[AgentError]
    code: str
    title: str
    press: str = ""


_ANY: frozenset[int] = frozenset()
_TABLE = (
    _Row(NotStripesAnswerError, _ANY, Transient, "stripe.bad_answer", "Somebody else answered for Stripe", _PRESS_WAY),
    _Row(BrokenOffError, _ANY, Transient, "stripe.unreachable", "Stripe's answer broke off", _PRESS_WAY),
    _Row(stripe.AuthenticationError, _ANY, Misconfigured, "stripe.key", "Stripe refuses the key", _PRESS_KEY),
    _Row(stripe.PermissionError, _ANY, Misconfigured, "stripe.permission", "The Stripe key lacks a right", _PRESS_KEY),
    _Row(stripe.RateLimitError, _ANY, Transient, "stripe.rate_limited", "Stripe asks us to slow down"),
    _Row(stripe.IdempotencyError, _ANY, NeedsPerson, "stripe.idempotency", "Stripe refused a repetition", _PRESS_LOOK),
    _Row(stripe.CardError, _ANY, NeedsPerson, "stripe.card", "Stripe refused a card", _PRESS_LOOK),
    _Row(
        stripe.InvalidRequestError,
        frozenset({404}),
        NeedsPerson,
        "stripe.not_found",
        "Stripe does not have it",
        _PRESS_LOOK,
    ),
    _Row(
        stripe.InvalidRequestError,
        frozenset({400}),
        NeedsPerson,
        "stripe.refused",
        "Stripe refused a call",
        _PRESS_LOOK,
    ),
    _Row(stripe.APIError, frozenset({409, 424}), Transient, "stripe.conflict", "Stripe was busy with the same object"),
    _Row(stripe.APIError, frozenset(range(500, 600)), Transient, "stripe.server_error", "Stripe has trouble"),
    _Row(stripe.APIError, frozenset(range(200, 300)), Transient, "stripe.bad_answer", "Stripe's answer is no JSON"),
    _Row(stripe.APIConnectionError, _ANY, Transient, "stripe.unreachable", "Stripe cannot be reached", _PRESS_WAY),
)
_UNKNOWN = _Row(
    stripe.StripeError, _ANY, NeedsPerson, "stripe.unknown", "Stripe refused in an unknown way", _PRESS_LOOK
)

#: Causes below a failed connection that waiting does not cure: exception, words in its text, code, title, press.
_CONNECTION_CAUSES: tuple[tuple[type[Exception], str, str, str, str], ...] = (
    (
        requests.exceptions.SSLError,
        "CERTIFICATE_VERIFY_FAILED",
        "stripe.certificate",
        "Stripe's certificate cannot be verified",
        "Behind a proxy that opens TLS, set stripe.ca_file to a PEM file with the company's certificate authority.",
    ),
    (
        requests.exceptions.ProxyError,
        "407",
        "stripe.proxy",
        "The proxy wants a logon",
        "Let the proxy pass this server to api.stripe.com without a logon, or set another stripe.proxy.",
    ),
    (
        requests.exceptions.InvalidURL,
        "",
        "stripe.address",
        "The address of Stripe or of the proxy cannot be read",
        "Correct stripe.api_base or stripe.proxy.",
    ),
)


def converted(error: stripe.StripeError, what: str, where: str) -> AgentError:
    """Return the product's error for one of the library's.

    Args:
        error: What the library raised.
        what: The call in words for people, such as ``GET /v1/charges/ch_1``.
        where: The address that was asked, such as ``https://api.stripe.com``.

    Returns:
        An error to raise outside of the ``except`` block: the library's exceptions carry the request with the key in
        its headers, so nothing may chain to them.
    """
    row = _certain_row(error)
    if row.becomes is Transient:
        return Transient(_problem(row, error, what, where), retry_after_s=retry_after_s(_headers(error)))
    return row.becomes(_problem(row, error, what, where))


def bad_answer(what: str, why: str) -> Transient:
    """Return the error for an answer that is JSON, or should be, but not what Stripe documents for every call."""
    message = f"Stripe's answer cannot be read ({what}): {why}"
    return Transient(Problem("Stripe's answer cannot be read", message, _PRESS_WAY, code="stripe.bad_answer"))


def unusable(what: str, why: str) -> NeedsPerson:
    """Return the error for one object whose ``why`` names the field that is not as Stripe documents it."""
    message = f"{what} cannot be used: {shortened(why)}"
    return NeedsPerson(Problem("Stripe's answer is not as documented", message, _PRESS_LOOK, "stripe.unusable"))


def retry_after_s(headers: Mapping[str, str]) -> int | None:
    """Return the wait in seconds that ``Retry-After`` asks for, or ``None``.

    Stripe documents no such header (stripe-python dropped it in 15.3.1), but proxies add it, as seconds or as a date.
    """
    text = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,6}", text):
        return int(text)
    date_at, now_at = http_date(text), http_date(headers.get("Date", ""))
    return max(0, date_at - now_at) if date_at is not None and now_at is not None else None


def http_date(text: str) -> int | None:
    """Return the Unix seconds of an HTTP date, or ``None`` where it is none."""
    try:
        moment = parsedate_to_datetime(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def shortened(text: str) -> str:
    """Return ``text`` without keys, on one line and of a length that a person reads."""
    line = " ".join(_KEY.sub("(key)", text).split())
    return line if len(line) <= _MOST_TEXT else line[: _MOST_TEXT - 1] + "…"


def _certain_row(error: stripe.StripeError) -> _Row:
    cause = error.__cause__
    if isinstance(error, stripe.APIConnectionError):
        for kind, words, code, title, press in _CONNECTION_CAUSES:
            if isinstance(cause, kind) and words in str(cause):
                return _Row(type(error), _ANY, Misconfigured, code, title, press)
    fits = (row for row in _TABLE if isinstance(error, row.error))
    return next((row for row in fits if not row.statuses or error.http_status in row.statuses), _UNKNOWN)


def _problem(row: _Row, error: stripe.StripeError, what: str, where: str) -> Problem:
    if row.code == "stripe.permission":
        return _missing_right(row, error, what)
    detail = _detail(error)
    code = f"{row.code}.{detail}" if detail else row.code
    status = f", HTTP {error.http_status}" if error.http_status else ""
    if isinstance(error, stripe.APIConnectionError):
        return Problem(row.title, f"{_unanswered(error, detail)} {where} ({what}).", row.press, code)
    at = f" at {where}" if row.error is NotStripesAnswerError else ""
    reason = f" Reason given: {detail}." if row.error is stripe.RateLimitError and detail else ""
    return Problem(row.title, f"{row.title}{at} ({what}{status}): {_said(error)}{reason}", row.press, code)


def _unanswered(error: stripe.StripeError, detail: str) -> str:
    if detail == "timeout":
        return "Stripe did not answer in time at"
    cause = error.__cause__
    if isinstance(cause, requests.exceptions.ProxyError):
        return "The proxy did not let us through to Stripe at"
    if isinstance(cause, requests.exceptions.SSLError):
        return "No secure connection could be made to Stripe at"
    return "There is no connection to Stripe at"


def _missing_right(row: _Row, error: stripe.StripeError, what: str) -> Problem:
    named = _PERMISSION.search(_text(error))
    if named is None:
        return Problem(row.title, f"{row.title} ({what}): {_said(error)}", row.press, row.code)
    press = f"In the Stripe Dashboard, Developers, API keys, give this key “{label_of(named[1])}”, and try again."
    message = f"The Stripe key lacks the right {named[1]} ({what})."
    return Problem(row.title, message, press, f"{row.code}.{named[1]}")


def _detail(error: stripe.StripeError) -> str:
    """Return the finer cause, in letters that may stand in a code."""
    found = ""
    if isinstance(error, stripe.RateLimitError):
        found = _headers(error).get("Stripe-Rate-Limited-Reason", "") or _field(error, "code")
    elif isinstance(error, stripe.InvalidRequestError) and error.http_status == 400:
        found = _field(error, "code") or _field(error, "param")
    elif isinstance(error.__cause__, requests.exceptions.Timeout):
        found = "timeout"
    return re.sub(r"[^a-z0-9_-]+", "_", found.lower())[:60]


def _headers(error: stripe.StripeError) -> Mapping[str, str]:
    return CaseInsensitiveDict(error.headers or {})


def _field(error: stripe.StripeError, name: str) -> str:
    """Return a text of Stripe's error object; the library does not hand on all of them."""
    body = cast("Mapping[str, object]", error.json_body) if isinstance(error.json_body, Mapping) else {}
    inner = body.get("error")
    value = inner.get(name) if isinstance(inner, Mapping) else None
    return value if isinstance(value, str) else ""


def _said(error: stripe.StripeError) -> str:
    """Return words that quote no answer whole: it may hold personal data."""
    if isinstance(error, NotStripesAnswerError):
        return "the answer is not one of Stripe's."
    if isinstance(error, stripe.APIError) and not _field(error, "message"):
        return "the answer is not one of Stripe's."
    return shortened(_text(error)) or "no reason was given."


def _text(error: stripe.StripeError) -> str:
    message = _field(error, "message") or error.user_message
    return message if isinstance(message, str) else ""
