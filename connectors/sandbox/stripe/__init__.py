"""A stateful Stripe API on loopback, for the demo and the tests.

stripe-python works against it unmodified (``StripeClient(key, base_addresses={"api": url})``). Keys:
``sk_test_sandbox`` with every right, ``rk_test_sandbox`` with the least rights of the agent. Answers are those of API
version 2026-10-28.endive; the payloads of events are those of 2020-08-27, because a real account's often are older than
the reader's version, and a reader must not rely on them.

Faults (``FaultRule.fault``; match keys ``path`` and ``method``):

* ``rate_limited``: 429 with ``Stripe-Rate-Limited-Reason`` · ``lock_timeout``: 429 with that code, without reason
* ``error_500``: nothing was done · ``error_500_after_commit``: it was, and the idempotency key keeps the 500
* ``reset_before``, ``reset_after_commit``: the connection is cut without an answer
* ``stall``: the answer takes ``seconds`` longer · ``html_page``: a proxy's 502 in HTML
* ``truncated``: half of the JSON · ``wrong_charset``: UTF-8 announced as ISO 8859-1

Match key ``type`` (of the event): ``late_event``: visible ``seconds`` after it was made · ``duplicate_event``: two
Event objects for one change · ``events_out_of_order``: its place among those of the same second is left to chance.

May import the standard library and Starlette. The engine never imports this: it meets it over HTTP.
"""

from connectors.sandbox.stripe.aftermath import generate_course
from connectors.sandbox.stripe.bulk import insert_synthetic_events
from connectors.sandbox.stripe.engine import API_VERSION, StripeOptions
from connectors.sandbox.stripe.generator import generate_trading
from connectors.sandbox.stripe.money import Entry, Settled
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.sales import Sale, SaleLine
from connectors.sandbox.stripe.sandbox import StripeSandbox, open_stripe
from connectors.sandbox.stripe.traded import Traded
from connectors.sandbox.stripe.trading import Payment, Trading

__all__ = [
    "API_VERSION",
    "Entry",
    "Payment",
    "RefundOrder",
    "Sale",
    "SaleLine",
    "Settled",
    "StripeOptions",
    "StripeSandbox",
    "Traded",
    "Trading",
    "generate_course",
    "generate_trading",
    "insert_synthetic_events",
    "open_stripe",
]
