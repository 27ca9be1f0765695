"""How a sale reaches Stripe: checkout session, invoice, payment intent with amount details, or a bare charge.

Each way shows the lines in another place, which is the point: docs.stripe.com/api for `checkout.session` line items,
`invoice` lines and `payment_intent.amount_details.line_items`; the bare charge has them in its metadata as
``line_1``, ``line_2``, ... each a JSON object with stock_code, quantity, unit_amount, discount_amount and tax_amount
(minor units), and ``shipping_amount``.
"""

import json

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.payments import Order, Payments
from connectors.sandbox.stripe.sales import Sale, SaleLine
from connectors.sandbox.stripe.store import Obj, to_json


class TaxRates:
    """The account's tax rates, one for each percentage and behaviour."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, line: SaleLine, *, at: int) -> Obj:
        """Return the tax rate of a line, made when it is first needed."""
        name = f"tax_rate:{line.tax_percent}:{line.inclusive}"
        known = self._engine.store.read_meta(name)
        if known is not None:
            return self._engine.get(str(known))
        # A JSON number, as Stripe sends it; nothing here computes with it.
        percent = json.loads(line.tax_percent)
        body = self._engine.draft("tax_rate", at, inclusive=line.inclusive, percentage=percent, tax_type="sales_tax")
        body["description"] = f"{line.tax_percent} %"
        self._engine.add(body, "tax_rate.created", at=at)
        self._engine.store.write_meta(name, body["id"])
        return body


class Tills:
    """Ways to sell; each returns the object that a shop would hold on to."""

    def __init__(self, engine: Engine, payments: Payments) -> None:
        self._engine = engine
        self._payments = payments
        self._rates = TaxRates(engine)

    def open_session(self, sale: Sale, *, at: int) -> Obj:
        """Start a checkout: a session with its line items and no payment yet."""
        engine = self._engine
        with engine.store.transaction():
            lines = [self._session_line(line, sale.currency, at) for line in sale.lines]
            body = engine.draft("checkout.session", at, currency=sale.currency, expires_at=at + 86_400)
            body.update(_session_totals(sale))
            body.update(
                customer=sale.customer,
                customer_creation=None if sale.customer else "if_required",
                customer_email=sale.billing.get("email"),
                client_reference_id=sale.reference,
                metadata=dict(sale.metadata),
                url=f"{engine.options.pay_at}/{body['id']}",
            )
            return engine.add(body, None, at=at, inner={"line_items": lines, "billing": sale.billing})

    def _session_line(self, line: SaleLine, currency: str, at: int) -> Obj:
        rate = self._rates.of(line, at=at)
        taxed = {
            "amount": line.tax,
            "rate": rate,
            "taxability_reason": "standard_rated" if line.tax else "product_exempt",
            "taxable_amount": line.taxable,
        }
        off = {"amount": line.discount, "discount": _discount(self._engine, at)} if line.discount else None
        return self._engine.draft(
            "item",
            at,
            amount_discount=line.discount,
            amount_subtotal=line.subtotal,
            amount_tax=line.tax,
            amount_total=line.total,
            currency=currency,
            description=line.description,
            quantity=line.quantity,
            price=None if line.price is None else self._engine.get(line.price),
            taxes=[taxed],
            discounts=[] if off is None else [off],
        )

    def attach_intent(self, session_id: str, sale: Sale, *, at: int) -> Obj:
        """Give a session its payment intent, as happens when the buyer presses the button."""
        with self._engine.store.transaction():
            intent = self._payments.create_intent(_order(sale), at=at)
            self._engine.change(session_id, {"payment_intent": intent["id"]}, at=at)
            return intent

    def complete_session(self, session_id: str, *, at: int, paid: bool = True) -> Obj:
        """End a checkout; ``paid`` is false while a bank is still to pay."""
        row = self._engine.row(session_id, "checkout.session")
        changes = {
            "status": "complete",
            "payment_status": "paid" if paid else "unpaid",
            "customer_details": _customer_details(row.inner.get("billing", {})),
            "collected_information": _collected(row.inner.get("billing", {})),
            "url": None,
        }
        return self._engine.change(session_id, changes, "checkout.session.completed", at=at)

    def session_paid_later(self, session_id: str, *, at: int, succeeded: bool) -> Obj:
        """Tell of the bank's answer for a session that was completed unpaid."""
        event = f"checkout.session.async_payment_{'succeeded' if succeeded else 'failed'}"
        changes = {"payment_status": "paid"} if succeeded else {}
        return self._engine.change(session_id, changes, event, at=at)

    def draft_invoice(self, sale: Sale, *, at: int) -> Obj:
        """Make and finalise an invoice for a customer; it is open until it is paid."""
        engine = self._engine
        with engine.store.transaction():
            body = engine.draft("invoice", at, currency=sale.currency, customer=sale.customer)
            body["number"] = f"{body['id'][-8:].upper()}-0001"
            lines = [self._invoice_line(line, sale.currency, body["id"], at) for line in sale.lines]
            body["lines"] = {**body["lines"], "data": lines, "url": f"/v1/invoices/{body['id']}/lines"}
            body.update(_invoice_totals(sale, lines))
            body.update(_invoice_party(sale, at))
            engine.add({**body, "status": "draft"}, "invoice.created", at=at)
            changes = {
                "status": "open",
                "effective_at": at,
                "status_transitions": {**body["status_transitions"], "finalized_at": at},
            }
            return engine.change(body["id"], changes, "invoice.finalized", at=at)

    def _invoice_line(self, line: SaleLine, currency: str, invoice: str, at: int) -> Obj:
        body = self._engine.draft("line_item", at, currency=currency, description=line.description, invoice=invoice)
        off = [{"amount": line.discount, "discount": self._engine.ids.mint("discount", at)}] if line.discount else []
        body["pricing"]["unit_amount_decimal"] = str(line.unit_amount)
        body["pricing"]["price_details"] = {"price": line.price, "product": line.product}
        body.update(
            amount=line.subtotal,
            subtotal=line.subtotal,
            quantity=line.quantity,
            quantity_decimal=str(line.quantity),
            discount_amounts=off,
            discounts=[entry["discount"] for entry in off],
            period={"start": at, "end": at},
            taxes=[_invoice_tax(line, self._rates.of(line, at=at)["id"])],
        )
        return body

    def pay_invoice(self, invoice_id: str, billing: Obj, *, at: int) -> Obj:
        """Take the payment of an open invoice by card and return its charge.

        Args:
            invoice_id: The invoice.
            billing: ``billing_details`` of the charge.
            at: Unix second.
        """
        engine = self._engine
        with engine.store.transaction():
            invoice = engine.get(invoice_id, "invoice")
            due, currency = invoice["amount_due"], invoice["currency"]
            order = Order(due, currency, {"customer": invoice["customer"]}, billing)
            order.fields["description"] = f"Payment for Invoice {invoice['number']}"
            intent = self._payments.create_intent(order, at=at)
            charge = self._payments.confirm(intent["id"], at=at)
            payment = engine.draft("invoice_payment", at, invoice=invoice_id, amount_requested=due)
            payment.update(currency=currency, amount_paid=due, status="paid")
            payment["payment"]["payment_intent"] = intent["id"]
            payment["status_transitions"]["paid_at"] = at
            engine.add(payment, "invoice_payment.paid", at=at)
            self.invoice_paid(invoice_id, at=at)
            return charge

    def invoice_paid(self, invoice_id: str, *, at: int) -> Obj:
        """Note that an invoice is paid, tell of it, and return it."""
        invoice = self._engine.get(invoice_id, "invoice")
        changes = {
            "status": "paid",
            "amount_paid": invoice["amount_due"],
            "amount_remaining": 0,
            "attempted": True,
            "attempt_count": 1,
            "status_transitions": {**invoice["status_transitions"], "paid_at": at},
        }
        after = self._engine.change(invoice_id, changes, "invoice.updated", at=at)
        self._engine.tell("invoice.paid", after, at=at)
        self._engine.tell("invoice.payment_succeeded", after, at=at)
        return after

    def intent_order(self, sale: Sale) -> Order:
        """Return the order of a payment intent that carries the sale's lines in its amount details."""
        lines = tuple(
            {
                "product_code": line.stock_code[:12],
                "product_name": line.description[:26],
                "quantity": line.quantity,
                "unit_cost": line.unit_amount,
                "discount_amount": line.discount or None,
                "unit_of_measure": line.unit,
                "tax": {"total_tax_amount": line.tax},
            }
            for line in sale.lines
        )
        order = _order(sale, lines)
        tip = {"amount": sale.tip} if sale.tip else {}
        order.fields["amount_details"] = {"tip": tip, "shipping": {"amount": sale.shipping}}
        if sale.reference is not None:
            order.fields["payment_details"] = {"customer_reference": None, "order_reference": sale.reference}
        return order

    @staticmethod
    def metadata_order(sale: Sale) -> Order:
        """Return the order of a bare charge that carries the sale's lines in its metadata."""
        order = _order(sale)
        metadata = dict(sale.metadata)
        for place, line in enumerate(sale.lines, start=1):
            metadata[f"line_{place}"] = to_json(
                {
                    "stock_code": line.stock_code,
                    "quantity": line.quantity,
                    "unit_amount": line.unit_amount,
                    "discount_amount": line.discount,
                    "tax_amount": line.tax,
                }
            )
        metadata["shipping_amount"] = str(sale.shipping)
        order.fields["metadata"] = metadata
        return order


def _order(sale: Sale, lines: tuple[Obj, ...] = ()) -> Order:
    fields: Obj = {"customer": sale.customer, "metadata": dict(sale.metadata), "receipt_email": None}
    if sale.reference is not None:
        fields["description"] = f"Order {sale.reference}"
    return Order(sale.total, sale.currency, fields, sale.billing, lines)


def _discount(engine: Engine, at: int) -> Obj:
    return {
        "id": engine.ids.mint("discount", at),
        "object": "discount",
        "source": {"coupon": "WELCOME", "type": "coupon"},
        "start": at,
        "end": None,
        "checkout_session": None,
        "customer": None,
        "customer_account": None,
        "invoice": None,
        "invoice_item": None,
        "promotion_code": None,
        "subscription": None,
        "subscription_item": None,
    }


def _session_totals(sale: Sale) -> Obj:
    shipping = {
        "amount_subtotal": sale.shipping,
        "amount_tax": 0,
        "amount_total": sale.shipping,
        "shipping_rate": None,
    }
    return {
        "amount_subtotal": sale.subtotal,
        "amount_total": sale.total,
        "shipping_cost": shipping if sale.shipping else None,
        "total_details": {
            "amount_discount": sale.discount,
            "amount_shipping": sale.shipping,
            "amount_tax": sale.tax,
        },
    }


def _customer_details(billing: Obj) -> Obj:
    names = ("address", "email", "name", "phone")
    known = {name: billing.get(name) for name in names}
    return {**known, "business_name": None, "individual_name": None, "tax_exempt": "none", "tax_ids": []}


def _collected(billing: Obj) -> Obj:
    shipping = {"address": billing.get("address"), "name": billing.get("name")}
    return {"business_name": None, "individual_name": None, "shipping_details": shipping}


def _invoice_tax(line: SaleLine, rate: str) -> Obj:
    return {
        "amount": line.tax,
        "tax_behavior": "inclusive" if line.inclusive else "exclusive",
        "tax_rate_details": {"tax_rate": rate},
        "taxability_reason": "standard_rated" if line.tax else "product_exempt",
        "taxable_amount": line.taxable,
        "type": "tax_rate_details",
    }


def _invoice_totals(sale: Sale, lines: list[Obj]) -> Obj:
    before_tax = sale.total - sale.tax
    shipping = _session_totals(sale)["shipping_cost"]
    return {
        "amount_due": sale.total,
        "amount_remaining": sale.total,
        "amount_shipping": sale.shipping,
        "shipping_cost": shipping,
        "subtotal": sale.subtotal,
        "subtotal_excluding_tax": sum(line.taxable + line.discount for line in sale.lines),
        "total": sale.total,
        "total_excluding_tax": before_tax,
        "total_taxes": [tax for line in lines for tax in line["taxes"]],
        "total_discount_amounts": [off for line in lines for off in line["discount_amounts"]],
        "discounts": [entry for line in lines for entry in line["discounts"]],
    }


def _invoice_party(sale: Sale, at: int) -> Obj:
    return {
        "customer_name": sale.billing.get("name"),
        "customer_email": sale.billing.get("email"),
        "customer_address": sale.billing.get("address"),
        "metadata": dict(sale.metadata),
        "period_start": at,
        "period_end": at,
    }
