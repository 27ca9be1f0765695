"""The demo's customers: one of the invented company's is linked to its Stripe customer, and renamed in SYSPRO."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from agent.bootstrap import Home
from agent.demo_catalogue import SandboxKey
from agent.domain.customers.fields import NAME
from agent.domain.customers.kept import CustomerFilter, SuggestionRow
from agent.domain.customers.suggest import Advice
from connectors.sandbox.remote import SandboxRemote
from connectors.stripe.client import Connection
from connectors.stripe.directory import StripeDirectory

#: What the renamed customer is called in the demo, behind its name.
_MORE = " & Partners"

#: Most characters of a name in SYSPRO.
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the demo's customers stand on.

    Attributes:
        home: The opened home.
        syspro: The SYSPRO sandbox.
        ask: Has the engine look at ``changes`` or ``everything``, and returns when nothing is left to do.
        accept: Has the engine link a SYSPRO customer and a Stripe customer, and returns when that is done.
    """

    home: Home
    syspro: SandboxRemote
    ask: Callable[[str], None]
    accept: Callable[[str, str], None]


def keep_customers(on: Meeting) -> dict[str, Any]:
    """Accept what is suggested for one customer, rename it in SYSPRO, and return what Stripe shows.

    Returns:
        JSON-ready: suggested, customer, stripe_id, score, from, to, in_step, sentence.
    """
    on.ask("everything")
    found = on.home.service().customer_suggestions(CustomerFilter(limit=100_000))
    chosen = _chosen(found)
    on.accept(chosen.customer, chosen.stripe_id)
    on.ask("changes")
    row = next(one for one in on.home.service().customer_links(CustomerFilter()) if one.customer == chosen.customer)
    before, wanted = _shown(on.home, row.stripe_id), f"{chosen.name[: _LONGEST - len(_MORE)]}{_MORE}"
    on.syspro.rename_customer(chosen.customer, wanted)
    on.ask("everything")
    after = _shown(on.home, row.stripe_id)
    in_step = before != after == wanted
    words = (
        f"Customer {chosen.customer} is {row.stripe_id} in Stripe; it was renamed in SYSPRO, and is {after} in both."
    )
    return {
        "suggested": sum(one.advice is Advice.MATCH for one in found),
        "customer": chosen.customer,
        "stripe_id": row.stripe_id,
        "score": chosen.score,
        "from": before,
        "to": after,
        "in_step": in_step,
        "sentence": words if in_step else "The renamed customer did NOT travel to Stripe.",
    }


def _chosen(found: Sequence[SuggestionRow]) -> SuggestionRow:
    """Return the surest match, or a customer that is new in Stripe where nobody bought yet."""
    matches = [one for one in found if one.advice is Advice.MATCH and not one.ambiguous]
    return (
        max(matches, key=lambda one: one.score) if matches else next(one for one in found if one.advice is Advice.NEW)
    )


def _shown(home: Home, stripe_id: str) -> str:
    """Return the name that Stripe shows."""
    connection = Connection(home.values(), SandboxKey(), home.store.allowance, home.clock)
    try:
        return StripeDirectory(connection).read(stripe_id).texts[NAME]
    finally:
        connection.close()
