"""The demo's portal and payment links: one customer orders, paid and on account, and pays an open invoice by its link.

Everything goes the way of a shop and a payer: over HTTP, with a token, on the pages of the Stripe sandbox.
"""

import subprocess
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from agent.bootstrap import Home
from agent.demo_company import BUYER
from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.portal import SCOPES, PortalToken, hash_of
from agent.domain.readmodels import DocumentFilter
from agent.domain.requests.kept import RequestFilter, Standing
from agent.own_process import OwnProcess, start_own
from agent.portal_token import new_token
from connectors.sandbox.buyer import Buyer, pay

#: What the customer orders; the price of the second is raised in SYSPRO before.
_PAID = (("A180", "2"), ("BOLT-M8X20", "3"))
_ON_ACCOUNT = (("A180", "1"), ("BOLT-M8X20", "250"))

_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Selling:
    """What the demo's selling stands on.

    Attributes:
        home: The opened home.
        buyer: The customer, in front of the portal.
        ask: Has the engine look at all open invoices, and returns when each that is asked for has its link.
        work: Has the engine post what was paid and ordered by now, and returns when nothing is left.
    """

    home: Home
    buyer: Buyer
    ask: Callable[[], None]
    work: Callable[[], None]


@contextmanager
def open_counter(home: Home, path: Path, key: str) -> Iterator[tuple[Buyer, OwnProcess]]:
    """Start the portal as a process of its own, with a token for one customer; yield whoever asks it, and it.

    Args:
        home: The opened home.
        path: Its folder.
        key: Stripe key that may open pages.
    """
    token, now, company = new_token(), home.clock.now(), home.values().text("syspro.company")
    kept = PortalToken(f"demo-{uuid.uuid4().hex[:8]}", tuple(SCOPES), (BUYER,), now, now + _DAY_S, company=company)
    home.store.portal_tokens.add(kept, hash_of(token), by="demo")
    environment = {"SYSPRO_STRIPE_STRIPE_KEY": key}
    with start_own(["portal", "--home", str(path)], environment=environment, output=subprocess.PIPE) as process:
        yield Buyer(process.announced_url(), token), process


def keep_selling(on: Selling) -> dict[str, dict[str, Any]]:
    """Let the customer order and pay, and return what both systems have of it.

    Returns:
        JSON-ready: ``portal`` and ``requests``, each with in_step and sentence.
    """
    on.ask()
    links = on.home.service().request_status().counts[Standing.OPEN]
    told = on.buyer.order(_PAID, "now"), on.buyer.order(_ON_ACCOUNT, "account")
    pay(told[0]["pay_url"])
    invoice, open_before = _pay_by_link(on.home)
    on.work()
    on.ask()
    portal = _portal(on.home, on.buyer, *told)
    left = {row["invoice"]: row["open"] for row in on.buyer.read("/v1/invoices?limit=500")["invoices"]}
    return {"portal": portal, "requests": _requests(links, invoice, open_before, left.get(invoice))}


def _pay_by_link(home: Home) -> tuple[str, str]:
    """Pay an open invoice of the customer by its link; return its number and what was open, empty where none is."""
    rows = home.service().request_rows(RequestFilter(limit=1000))
    chosen = next((row for row in rows if row.standing is Standing.OPEN and row.customer == BUYER), None)
    if chosen is None:
        return "", ""
    pay(chosen.url)
    return chosen.invoice, chosen.amount


def _portal(home: Home, buyer: Buyer, paid: Mapping[str, Any], owed: Mapping[str, Any]) -> dict[str, Any]:
    """Return whether SYSPRO has both orders with exactly the lines that were agreed to."""
    orders = {row["purchase_order"]: row["sales_order"] for row in buyer.read("/v1/orders?limit=500")["orders"]}
    numbers = _order_of(home, paid["total"]), orders.get(owed["reference"], "")
    both = zip(numbers, (paid, owed), strict=True)
    same = [bool(number) and _lines(buyer, number) == _agreed(told) for number, told in both]
    words = (
        f"Customer {BUYER.lstrip('0')} ordered in the portal, both times at the agreed prices: {paid['total']}"
        f" {paid['currency']} paid is order {numbers[0]}, {owed['total']} on account is order {numbers[1]}."
    )
    return {
        "customer": BUYER,
        "paid": {"total": paid["total"], "sales_order": numbers[0]},
        "on_account": {"total": owed["total"], "sales_order": numbers[1]},
        "in_step": all(same),
        "sentence": words if all(same) else "The portal's orders are NOT in SYSPRO as they were agreed to.",
    }


def _order_of(home: Home, total: str) -> str:
    """Return the number of the newest order that a payment of this amount made."""
    wanted = DocumentFilter(state=State.POSTED, kind=Kind.SALES_ORDER, limit=1000)
    found = [row for row in home.service().documents(wanted) if row.purpose == "sale"]
    return next((row.erp_key for row in found if row.amount and row.amount.to_decimal() == Decimal(total)), "")


def _agreed(told: Mapping[str, Any]) -> list[tuple[str, Decimal, Decimal]]:
    return [(line["stock_code"], Decimal(line["quantity"]), Decimal(line["price"])) for line in told["lines"]]


def _lines(buyer: Buyer, number: str) -> list[tuple[str, Decimal, Decimal]]:
    lines = buyer.read(f"/v1/orders/{number}")["lines"]
    return [
        (line["stock_code"], Decimal(line["ordered"]), Decimal(line["price"])) for line in lines if line["stock_code"]
    ]


def _requests(links: int, invoice: str, before: str, left: str | None) -> dict[str, Any]:
    told = {"links": links, "invoice": invoice.lstrip("0"), "paid": before, "left": left}
    if not invoice:
        return told | {"in_step": True, "sentence": "No invoice is open that could be paid by a payment link."}
    words = f"Invoice {told['invoice']} over {before} was paid by its payment link; the receipt closed it in SYSPRO."
    if left != "0":
        words = f"Invoice {told['invoice']} was paid by its link and is NOT closed in SYSPRO."
    return told | {"in_step": left == "0", "sentence": words}
