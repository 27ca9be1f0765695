"""A payment as flows see it: payer, account, order and receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from agent.domain.bodies import Filled, fill
from agent.domain.cases.case import Case, Special, attributes, by_kind, period_view, site_view
from agent.domain.cases.converted import conversion_parts
from agent.domain.codec import to_plain
from agent.domain.documents import DocumentKey, party_key
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.fitting import Change, fit_address, reference_for, short_reference
from agent.domain.flows import Step
from agent.domain.kinds import Allocation, Kind, OrderLine, OrderOptions
from agent.domain.mapping import MappingRevision
from agent.domain.matching import Match, match_invoices
from agent.domain.money import total
from agent.domain.order import PlannedOrder, plan_order
from agent.domain.payer import Account, Payer, account_of, payer_of
from agent.domain.payment import NamedInvoices, Payment, named_invoices, payment_of
from agent.domain.posting import INVOICES, OPEN_INVOICES, ORDERS, mode_for, posting_view
from agent.domain.rules import Rule
from agent.domain.sale import Sale, sale_of
from agent.domain.settings import Values
from agent.domain.sources import custom_fields

#: Stripe's objects that paths and expressions may name.
_ROLES = ("charge", "customer", "payment_intent", "session", "invoice")

_ACCOUNT_VIEW = ("code", "party", "create", "guest", "problem", "problem_code")


def payment_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the payment of ``facts`` as flows see it.

    Raises:
        BadJsonError, UnknownCurrencyError, CurrencyMismatchError, DoesNotFitError: When the facts cannot be used.
    """
    policy = mapping.policy
    payment = payment_of(facts, policy)
    payer = payer_of(facts)
    account = account_of(payer, facts, payment.amount.currency, policy)
    sale = sale_of(facts, payment.amount, policy)
    erp = facts.erp
    order = plan_order(sale, payment.amount, erp.stock, policy, exempt=account.exempt, nearest=erp.nearest_stock)
    mode = mode_for(facts, payment.date, policy)
    match = match_invoices(facts, payment.amount, account, policy) if mode == OPEN_INVOICES else Match()
    values = {
        **{role: _present(facts.stripe.objects.get(role) or {}) for role in _ROLES},
        "custom": custom_fields(facts.stripe.objects),
        "payment": _payment_view(payment, policy)
        | {"sent": facts.sent, "local": payment.settlement_currency == facts.erp.local_currency},
        "payer": _payer_view(payer, payment),
        "account": {name: getattr(account, name) for name in _ACCOUNT_VIEW}
        | {"first_time": facts.erp.link is None and not account.guest},
        "sale": {"source": sale.source, "problem": order.problem, "unknown_codes": _unknown_codes(sale, facts)},
        "invoice_to_pay": _invoice_view(facts, payment, named_invoices(facts.stripe, policy)),
        "matching": {name: getattr(match, name) for name in ("customer", "problem", "problem_code")},
        "posting": posting_view(facts, mode, policy),
        "posting_period": period_view(payment.date, facts.erp.periods, policy),
        "site": site_view(policy),
    }
    made = _Payment(
        mapping.company,
        facts,
        policy,
        payment,
        payer,
        account,
        sale,
        order,
        mode,
        match,
        values,
        Scope(to_plain(values)),
    )
    return Case(
        id=payment.id,
        amount=payment.amount,
        lane=account.party or f"payment|{payment.id}",
        created_at=payment.created_at,
        values=values,
        scope=made.scope,
        special=by_kind(
            {
                Kind.SALES_ORDER: made.order_special,
                Kind.AR_DOCUMENT: made.invoice_special,
                Kind.RECEIPT: made.receipt_special,
                Kind.ORDER_INVOICE: made.order_invoice_special,
                Kind.CUSTOMER: made.customer_special,
            }
        ),
        payer_id=payer.id,
        party=account.party,
        links=made.links(),
        mode=mode,
    )


@dataclass(frozen=True, slots=True)
class _Payment:
    """One payment with all that its documents are made of."""

    company: str
    facts: Facts
    policy: Values
    payment: Payment
    payer: Payer
    account: Account
    sale: Sale
    order: PlannedOrder
    mode: str
    match: Match
    values: Mapping[str, Any]
    scope: Scope

    @property
    def pays_invoice(self) -> bool:
        invoice = self.facts.erp.open_invoice
        return invoice is not None and invoice.balance.currency == self.payment.amount.currency

    def links(self) -> tuple[Any, ...]:
        link = self.account.link
        if link is None or self.pays_invoice or self.facts.erp.booked_on:
            return ()
        return (link,) if self.match.customer in {"", self.account.code} else ()

    def customer_special(self, _: Step) -> Special:
        return Special(changes=fit_address(self.payer.address)[1] + fit_address(self.payer.shipping)[1])

    def order_special(self, step: Step) -> Special:
        lines = []
        changes: list[Change] = list(fit_address(self.payer.shipping)[1])
        for number, planned in enumerate(self.order.lines, start=1):
            rules = step.lines.get(planned.line_type, {})
            filled = self._line(rules, {**self.values, "line": planned.view() | {"number": number}})
            lines.append(OrderLine(planned.line_type, **filled.values))
            changes.extend(filled.changes)
        options = OrderOptions(
            allocation_action=self.policy.text("orders.allocation"),
            use_price_entered=self.policy.text("orders.price_policy") == "payer",
        )
        values = {"lines": tuple(lines), "options": options}
        return Special(values, tuple(changes), self.order.problem, self.order.problem_code, amount=self.payment.amount)

    def _line(self, rules: Mapping[str, Rule], values: Mapping[str, Any]) -> Filled:
        uses_expressions = any(rule.source == "cel" for rule in rules.values())
        scope = Scope(to_plain(values)) if uses_expressions else self.scope
        return fill(OrderLine, rules, values, scope)

    def invoice_special(self, _: Step) -> Special:
        """Say Stripe's tax within the invoice; it is known only where the lines come to what was paid."""
        sale, paid = self.sale, self.payment.amount
        tax = total([*(line.tax for line in sale.lines), sale.shipping_tax], paid.currency)
        whole = total([*(line.net for line in sale.lines), sale.shipping, sale.tip], paid.currency) + tax
        if whole == paid:
            return Special({"tax": tax}, amount=paid)
        problem = (
            f"What was sold comes to {whole}, the payment is {paid}, so how much tax is in it is not known."
            " Enter the invoice by hand and ignore the payment here, or correct it and retry."
        )
        return Special(problem=problem, problem_code="invoice.total_differs", amount=paid)

    def receipt_special(self, _: Step) -> Special:
        """Allocate the money by the mode: to open invoices, to the payment's own invoice, or not at all.

        An open invoice is paid as far as it is open; the rest stays on account.
        """
        legs, values = conversion_parts(self.payment.conversion, self.payment.id)
        allocations, needs = self._allocations()
        return Special(values | {"allocations": allocations}, legs=legs, needs=needs, amount=self.payment.amount)

    def _allocations(self) -> tuple[tuple[Allocation, ...], dict[str, DocumentKey]]:
        paid, invoice = self.payment.amount, self.facts.erp.open_invoice
        if self.mode == OPEN_INVOICES:
            return self.match.allocations, {}
        if invoice is not None and self.pays_invoice:
            value = min(invoice.balance, paid, key=lambda money: money.minor)
            return (Allocation(invoice.invoice, value, invoice.document_type),), {}
        if self.mode == INVOICES and not self.facts.erp.booked_on:
            own = DocumentKey(self.company, Kind.AR_DOCUMENT, "sale", self.payment.id)
            return (Allocation("", paid, "I"),), {"allocations": own}
        if self.mode == ORDERS and self.invoices_at_once:
            # To the invoice of the order, as far as it goes; on account where SYSPRO refused to invoice.
            made = DocumentKey(self.company, Kind.ORDER_INVOICE, "sale", self.payment.id)
            return (Allocation("", paid, at_most=True),), {"allocations": made}
        return (), {}

    @property
    def invoices_at_once(self) -> bool:
        """Whether the order is invoiced as soon as it is made; never while the payer's bank disputes the payment."""
        at_once = self.policy.text("orders.invoice") == "at_once" and not self.payment.disputed
        return at_once and not self.pays_invoice and not self.facts.erp.booked_on

    def order_invoice_special(self, _: Step) -> Special:
        return Special(needs={"sales_order": DocumentKey(self.company, Kind.SALES_ORDER, "sale", self.payment.id)})


def _present(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return one of Stripe's objects without what is null, so that a field is there or not and nothing else."""
    kept = {}
    for name, value in found.items():
        if isinstance(value, Mapping):
            kept[name] = {key: entry for key, entry in value.items() if entry is not None}
        elif value is not None:
            kept[name] = value
    return kept


def _unknown_codes(sale: Sale, facts: Facts) -> list[str]:
    return sorted(
        {line.stock_code for line in sale.lines if line.stock_code and line.stock_code not in facts.erp.stock}
    )


def _payment_view(payment: Payment, policy: Values) -> dict[str, Any]:
    currency = policy.table("currencies.to_syspro").get(payment.amount.currency, "")
    seen = {name: value for name, value in attributes(payment).items() if name != "conversion"}
    # References of their own, so that an invoice and its receipt are told apart by them alone.
    return seen | {
        "syspro_currency": currency,
        "weekday": date.fromisoformat(payment.date).isoweekday(),
        "invoice_reference": reference_for(payment.id, 28) + ".I",
        "order_invoice_reference": reference_for(payment.id, 28) + ".N",
    }


def _payer_view(payer: Payer, payment: Payment) -> dict[str, Any]:
    """Return the payer with our references: one SYSPRO customer for each Stripe customer and currency."""
    party = party_key(payer.id or payment.id, payment.amount.currency)
    return attributes(payer) | {
        "reference": reference_for(party, 40),
        "short_reference": short_reference(party),
        "address_lines": _numbered(fit_address(payer.address)[0]),
        "delivery_lines": _numbered(fit_address(payer.shipping)[0]),
    }


def _numbered(lines: list[str]) -> dict[str, str]:
    return {f"line{number}": line for number, line in enumerate(lines, start=1)}


def _invoice_view(facts: Facts, payment: Payment, named: NamedInvoices) -> dict[str, Any]:
    """Return the invoice that is paid; one that this payment has paid already counts as open."""
    invoice = facts.erp.open_invoice
    fits = invoice is not None and invoice.balance.currency == payment.amount.currency
    # Two customers may have invoices of one number; the payment may say whose it pays.
    fits = fits and (not named.customer or invoice is None or invoice.customer == named.customer)
    return {
        "number": named.number,
        "explicit": named.explicit,
        "open": fits or bool(facts.erp.booked_on),
        "customer": invoice.customer if invoice else facts.erp.booked_on,
        "paid_before": bool(facts.erp.booked_on),
    }
