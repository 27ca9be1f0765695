"""Stripe's invoices, made for open invoices of SYSPRO. May import: ``agent.domain``, ``agent.ports``.

An invoice is drafted, given its one line, and finalised: three calls, so that one may be found half made. It carries no
tax and no discount of Stripe's, because SYSPRO's open balance is all there is to pay. A finalised one is never deleted,
only voided (docs.stripe.com/api/invoices, docs.stripe.com/invoicing/overview).
"""

from collections.abc import Iterator
from dataclasses import replace

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from agent.domain.requests.link import MARK, PRINT, Ask, SeenLink, Way
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import unusable

_INVOICES = "/v1/invoices"
# Of these one can be paid, or will be: a list is filtered by one of them.
_ALIVE = ("draft", "open", "uncollectible")


class StripeInvoices:
    """Invoices over one connection.

    Args:
        connection: The connection.
        days_until_due: Days until a new one is due.
        collects: Whether Stripe goes on with them by itself, as the account's settings say.
    """

    def __init__(self, connection: Connection, *, days_until_due: int, collects: bool) -> None:
        self._connection = connection
        self._days_until_due = days_until_due
        self._collects = collects

    def make(self, ask: Ask, mark: str, key: str, *, payer: str) -> SeenLink:
        """Make an invoice that can be paid."""
        params = {
            "customer": payer,
            "currency": ask.currency,
            "collection_method": "send_invoice",
            "days_until_due": self._days_until_due,
            # A draft is finalised here, never by Stripe after an hour, when it may have no line yet.
            "auto_advance": False,
            "automatic_tax": {"enabled": False},
            "discounts": "",
            "pending_invoice_items_behavior": "exclude",
            "metadata": {MARK: mark, PRINT: ask.print, **ask.metadata},
        }
        draft = self._connection.post(_INVOICES, params, key=key)
        return self._finished(draft, ask, key)

    def finish(self, invoice: str, ask: Ask, key: str) -> SeenLink:
        """Finish a draft, so that it can be paid."""
        return self._finished(self._connection.get(path_of("invoices", invoice)), ask, key)

    def close(self, invoice: str, key: str) -> SeenLink:
        """Void an invoice, or delete it while it is a draft; return it as it is then."""
        path = path_of("invoices", invoice)
        try:
            return _seen(self._connection.post(f"{path}/void", {}, key=key))
        except NeedsPerson:
            there = self.get(invoice)
            if there.draft:
                self._connection.delete(path)
                return replace(there, active=False, draft=False)
            if there.active:
                raise
            return there

    def get(self, invoice: str) -> SeenLink:
        """Return an invoice as it is."""
        return _seen(self._connection.get(path_of("invoices", invoice)))

    def active(self) -> Iterator[SeenLink]:
        """Yield all invoices of the account that can be paid, or be finished; those of others among them."""
        for status in _ALIVE:
            for page in self._connection.pages(_INVOICES, {"status": status}):
                yield from (_seen(member.value) for member in page)

    def _finished(self, draft: JsonObject, ask: Ask, key: str) -> SeenLink:
        try:
            found = JsonReader(draft, "invoice")
            path, balance = path_of("invoices", found.text("id")), found.integer("starting_balance")
            total = found.integer("total")
        except BadJsonError as error:
            raise unusable("An invoice in Stripe", str(error)) from error
        if balance:
            # Stripe would take it into what is due, and SYSPRO would get another amount than is open.
            self._connection.delete(path)
            raise NeedsPerson(_balance(found.text("customer")))
        if not total:
            line = {"amount": ask.minor, "description": ask.name, "discountable": False}
            self._connection.post(f"{path}/add_lines", {"lines": [line]}, key=f"{key}-line")
        elif total != ask.minor:
            message = f"Somebody changed draft {found.text('id')}, which asks for another amount now than is open."
            press = "Delete the draft in Stripe, then ask again."
            raise NeedsPerson(Problem("The draft was changed", message, press, "requests.draft_changed"))
        params = {"auto_advance": self._collects}
        return _seen(self._connection.post(f"{path}/finalize", params, key=f"{key}-final"))


def _balance(customer: str) -> Problem:
    return Problem(
        title="The customer has a balance in Stripe",
        message=f"Stripe customer {customer} has a balance, which Stripe would set off against the invoice, so that "
        "less or more would be paid than is open in SYSPRO. No invoice was made.",
        press="Clear the customer's balance in Stripe, then ask again.",
        code="requests.balance",
    )


def _seen(answer: JsonObject) -> SeenLink:
    try:
        found = JsonReader(answer, "invoice")
        metadata, status = found.texts("metadata"), found.text("status")
        paid = status == "paid" or found.integer("amount_paid") > 0
        return SeenLink(
            id=found.text("id"),
            url=found.optional_text("hosted_invoice_url"),
            # One that is paid in part is left to its payer: its money is on the way to SYSPRO.
            active=status in _ALIVE and not paid,
            paid=paid,
            mark=metadata.get(MARK, ""),
            ask_print=metadata.get(PRINT, ""),
            way=Way.INVOICE,
            draft=status == "draft",
        )
    except BadJsonError as error:
        raise unusable("An invoice in Stripe", str(error)) from error
