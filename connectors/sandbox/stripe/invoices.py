"""Invoices that a program makes through the API: drafted, given lines, finalised, paid, voided.

Source: docs.stripe.com/api/invoices and docs.stripe.com/invoicing/overview (statuses). Lines are amounts without tax; a
customer's balance is taken into what is due, as Stripe does when an invoice is finalised.
"""

from collections.abc import Sequence
from typing import Any

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.parameters import merge_metadata
from connectors.sandbox.stripe.store import Obj
from connectors.sandbox.stripe.tills import Tills

_DAY_S = 86_400
_KEPT = ("auto_advance", "collection_method", "description", "footer")
# Of these an invoice can be voided or paid.
_OPEN = frozenset({"open", "uncollectible"})


class Invoices:
    """The account's invoices."""

    def __init__(self, engine: Engine, tills: Tills) -> None:
        self._engine = engine
        self._tills = tills

    def create(self, given: Obj, *, at: int) -> Obj:
        """Make a draft without lines from Stripe's parameters.

        Raises:
            StripeRefusal: 400 without a customer or with one that is deleted, 404 for one that does not exist.
        """
        engine = self._engine
        if not given.get("customer"):
            raise bad("You must specify a customer.", param="customer", code="parameter_missing")
        row = engine.row(given["customer"], "customer", param="customer")
        if row.deleted:
            raise bad(f"No such customer: '{given['customer']}'", param="customer", code="resource_missing")
        customer, days = row.body, given.get("days_until_due")
        sends = given.get("collection_method") == "send_invoice"
        if sends and days is None:
            raise bad("Missing required param: days_until_due.", param="days_until_due", code="parameter_missing")
        if days is not None and not sends:
            raise bad("days_until_due is only for collection_method=send_invoice.", param="days_until_due")
        currency = (given.get("currency") or customer["currency"] or "usd").lower()
        body = engine.draft("invoice", at, currency=currency, customer=customer["id"], status="draft")
        body.update({name: given[name] for name in _KEPT if given.get(name) is not None})
        body["metadata"] = merge_metadata({}, given.get("metadata") or {})
        body["lines"] = {**body["lines"], "url": f"/v1/invoices/{body['id']}/lines"}
        body.update(starting_balance=customer["balance"], due_date=None if days is None else at + days * _DAY_S)
        body.update({f"customer_{name}": customer[name] for name in ("name", "email", "address")})
        body.update(period_start=at, period_end=at)
        return engine.add(body, "invoice.created", at=at)

    def add_lines(self, invoice_id: str, lines: Sequence[Obj], *, at: int) -> Obj:
        """Add lines to a draft.

        Raises:
            StripeRefusal: 400 when it is no draft, or a line has no amount.
        """
        invoice = self._in(invoice_id, {"draft"}, "Only draft invoices can be changed.")
        made = [self._line(invoice, line, at) for line in lines]
        held = {**invoice["lines"], "data": [*invoice["lines"]["data"], *made]}
        total = sum(line["amount"] for line in held["data"])
        changes = {
            "lines": held,
            "subtotal": total,
            "subtotal_excluding_tax": total,
            "total": total,
            "total_excluding_tax": total,
            **_due(total, invoice["starting_balance"]),
        }
        return self._engine.change(invoice_id, changes, "invoice.updated", at=at)

    def _line(self, invoice: Obj, given: Obj, at: int) -> Obj:
        amount = given.get("amount")
        if amount is None:
            raise bad("Only lines with an amount are known here.", param="lines[0][amount]", code="parameter_missing")
        kept: dict[str, Any] = {"amount": amount, "subtotal": amount, "description": given.get("description")}
        line = self._engine.draft("line_item", at, currency=invoice["currency"], invoice=invoice["id"], **kept)
        line.update(quantity_decimal="1", period={"start": at, "end": at})
        line["pricing"]["unit_amount_decimal"] = str(amount)
        return line

    def finalize(self, invoice_id: str, given: Obj, *, at: int) -> Obj:
        """Make a draft payable; one on which nothing is due is paid at once.

        Raises:
            StripeRefusal: 400 when it is no draft, or has no lines.
        """
        invoice = self._in(invoice_id, {"draft"}, "This invoice is already finalized, you can't re-finalize it.")
        if not invoice["lines"]["data"]:
            raise bad("You cannot finalize an invoice without lines.", code="invoice_no_customer_line_items")
        status, page = "open" if invoice["amount_due"] else "paid", f"https://invoice.stripe.com/i/{invoice_id}"
        changes = {
            "status": status,
            "number": f"{invoice_id[-8:].upper()}-0001",
            "effective_at": at,
            "ending_balance": 0,
            "hosted_invoice_url": page,
            "invoice_pdf": f"{page}/pdf",
            "status_transitions": {
                **invoice["status_transitions"],
                "finalized_at": at,
                "paid_at": at if status == "paid" else None,
            },
        }
        if given.get("auto_advance") is not None:
            changes["auto_advance"] = given["auto_advance"]
        return self._engine.change(invoice_id, changes, "invoice.finalized", at=at)

    def void(self, invoice_id: str, *, at: int) -> Obj:
        """Void an open invoice for good: nobody can pay it any more.

        Raises:
            StripeRefusal: 400 when it is a draft, paid, or void already.
        """
        invoice = self._in(invoice_id, _OPEN, "You can only pass in open or uncollectible invoices.")
        done = {**invoice["status_transitions"], "voided_at": at}
        return self._engine.change(invoice_id, {"status": "void", "status_transitions": done}, "invoice.voided", at=at)

    def delete(self, invoice_id: str, *, at: int) -> Obj:
        """Delete a draft for good.

        Raises:
            StripeRefusal: 400 when it is no draft.
        """
        invoice = self._in(invoice_id, {"draft"}, "You can only delete draft invoices.")
        with self._engine.store.transaction():
            self._engine.store.run("DELETE FROM objects WHERE id = ?", (invoice_id,))
            self._engine.tell("invoice.deleted", invoice, at=at)
        return {"id": invoice_id, "object": "invoice", "deleted": True}

    def pay(self, invoice_id: str, *, at: int) -> Obj:
        """Pay an open invoice by card and return its charge; the customer's own data stand on the card.

        Raises:
            StripeRefusal: 400 when it is not open.
        """
        invoice = self._in(invoice_id, _OPEN, "Invoice is not open.")
        billing = {name: invoice[f"customer_{name}"] for name in ("name", "email", "address")}
        return self._tills.pay_invoice(invoice_id, billing, at=at)

    def pay_out_of_band(self, invoice_id: str, *, at: int) -> Obj:
        """Mark an open invoice as paid outside of Stripe: no charge is made."""
        self._in(invoice_id, _OPEN, "Invoice is not open.")
        return self._tills.invoice_paid(invoice_id, at=at)

    def _in(self, invoice_id: str, statuses: set[str] | frozenset[str], told: str) -> Obj:
        invoice = self._engine.get(invoice_id, "invoice", param="invoice")
        if invoice["status"] not in statuses:
            raise bad(f"{told} This invoice is {invoice['status']}.", code="invoice_not_editable")
        return invoice


def _due(total: int, starting_balance: int) -> Obj:
    due = max(0, total + starting_balance)
    return {"amount_due": due, "amount_remaining": due}
