"""One request from its header to its answer: key, limits, parameters, idempotency, the call, the commit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

from connectors.sandbox.stripe.calls import CALLS
from connectors.sandbox.stripe.engine import API_VERSION
from connectors.sandbox.stripe.errors import StripeRefusal, bad
from connectors.sandbox.stripe.event_log import CAUSE, Cause
from connectors.sandbox.stripe.form import parse_form
from connectors.sandbox.stripe.idempotency import Idempotency, Kept, fingerprint
from connectors.sandbox.stripe.keys import Keys
from connectors.sandbox.stripe.parameters import ALWAYS, LIST_RULES, check
from connectors.sandbox.stripe.parts import Endpoint, Parts, Request
from connectors.sandbox.stripe.rate_limit import RateLimit
from connectors.sandbox.stripe.routes import Routes
from connectors.sandbox.stripe.store import to_json

_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}(\.[a-z_]+)?(;.*)?")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One HTTP request: method, path, query text, headers by lower-case name, body text."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: str


@dataclass(slots=True)
class Answer:
    """One HTTP answer: status, JSON text and headers."""

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict)


class Front:
    """Stripe's door. Safe to share by threads."""

    def __init__(self, parts: Parts, keys: Keys, limit: RateLimit) -> None:
        self._parts = parts
        self._keys = keys
        self._limit = limit
        self._routes = Routes()
        self._idempotency = Idempotency(parts.engine.store, parts.engine.clock)

    def answer(self, incoming: Incoming) -> Answer:
        """Return the answer to a request; whatever it changes is committed by then."""
        engine = self._parts.engine
        request_id = engine.ids.mint("request", engine.clock.now())
        try:
            answer = self._admitted(incoming, request_id)
        except StripeRefusal as refusal:
            return self._refusal(incoming, refusal, request_id)
        answer.headers = {**self._headers(incoming, request_id), **answer.headers}
        return answer

    def refuse(self, incoming: Incoming, refusal: StripeRefusal) -> Answer:
        """Return a refusal without looking at the request any further."""
        engine = self._parts.engine
        return self._refusal(incoming, refusal, engine.ids.mint("request", engine.clock.now()))

    def _refusal(self, incoming: Incoming, refusal: StripeRefusal, request_id: str) -> Answer:
        headers = {**self._headers(incoming, request_id), **refusal.headers}
        return Answer(refusal.status, to_json(refusal.body(request_id)), headers)

    def _headers(self, incoming: Incoming, request_id: str) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            # Server time: clients take "now" from here, because their own clock may be wrong.
            "Date": formatdate(self._parts.engine.clock.now(), usegmt=True),
            "Request-Id": request_id,
            "Stripe-Version": incoming.headers.get("stripe-version", API_VERSION),
        }
        if "idempotency-key" in incoming.headers:
            headers["Idempotency-Key"] = incoming.headers["idempotency-key"]
        return headers

    def _admitted(self, incoming: Incoming, request_id: str) -> Answer:
        key = self._keys.authenticate(incoming.headers.get("authorization"))
        self._check_version(incoming)
        endpoint, ids = self._routes.match(incoming.method, incoming.path)
        reason = self._limit.exceeded(endpoint.name)
        if reason is not None:
            raise too_many(reason)
        self._check_account(incoming)
        self._keys.allow(key, endpoint.needs)
        params = self._params(endpoint, incoming)
        request = Request(ids, params, incoming.path, self._parts.engine.clock.now())
        if incoming.method == "POST" and "idempotency-key" in incoming.headers:
            return self._once(endpoint, request, incoming, request_id)
        return self._executed(endpoint, request, Cause(request_id, None))

    def _check_version(self, incoming: Incoming) -> None:
        version = incoming.headers.get("stripe-version", API_VERSION)
        if _VERSION.fullmatch(version) is None:
            raise bad(f"Invalid Stripe API version: {version}")

    def _check_account(self, incoming: Incoming) -> None:
        account = incoming.headers.get("stripe-account")
        if account not in {None, self._parts.engine.account_id}:
            raise StripeRefusal(
                403,
                f"The provided key does not have access to account '{account}' (or that account does not exist)."
                " Application access may have been revoked.",
                code="account_invalid",
            )

    @staticmethod
    def _params(endpoint: Endpoint, incoming: Incoming) -> dict[str, Any]:
        rules = {**endpoint.params, **ALWAYS, **(LIST_RULES if endpoint.is_list else {})}
        text = incoming.query if incoming.method == "GET" else incoming.body or incoming.query
        return check(parse_form(text), rules)

    def _once(self, endpoint: Endpoint, request: Request, incoming: Incoming, request_id: str) -> Answer:
        key = incoming.headers["idempotency-key"]
        if len(key) > 255:
            raise bad("Idempotency keys must be at most 255 characters.")
        mark = fingerprint(incoming.method, incoming.path, incoming.body)
        with self._idempotency.running(key):
            kept = self._idempotency.kept(key, mark)
            if kept is not None:
                return Answer(
                    kept.status, kept.body, {"Idempotent-Replayed": "true", "Original-Request": kept.request_id}
                )
            # The change and its kept answer are committed together, so that neither can be there alone.
            with self._parts.engine.store.transaction():
                answer = self._executed(endpoint, request, Cause(request_id, key))
                self._idempotency.keep(key, mark, Kept(answer.status, answer.body, request_id))
        return answer

    def _executed(self, endpoint: Endpoint, request: Request, cause: Cause) -> Answer:
        token = CAUSE.set(cause)
        try:
            result = CALLS[endpoint.name](self._parts, request)
        except StripeRefusal as refusal:
            # A declined card is an outcome of work that was done; it is kept like any other answer.
            if refusal.status != 402 or cause.idempotency_key is None:
                raise
            return Answer(402, to_json(refusal.body(cause.request_id or "")))
        finally:
            CAUSE.reset(token)
        return Answer(200, result if isinstance(result, str) else to_json(result))

    def replace_kept(self, incoming: Incoming, answer: Answer) -> None:
        """Let a key's kept answer be this one: an answer of 500 is kept too, once work had begun."""
        key = incoming.headers.get("idempotency-key")
        if key is not None:
            mark = fingerprint(incoming.method, incoming.path, incoming.body)
            self._idempotency.keep(key, mark, Kept(answer.status, answer.body, answer.headers["Request-Id"]))


def too_many(reason: str) -> StripeRefusal:
    """Return the 429 answer with a ``Stripe-Rate-Limited-Reason``."""
    sentence = "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits."
    return StripeRefusal(429, sentence, code="rate_limit", headers={"Stripe-Rate-Limited-Reason": reason})
