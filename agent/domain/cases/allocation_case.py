"""Money on account and the invoices of its order: what is left of the one goes to what is open of the others.

Both are read from SYSPRO right before it is decided, so that what a person has allocated already is left alone (BOOKS,
section 8, case 11).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from agent.domain.allocations import charge_of
from agent.domain.cases.case import Case, Special, by_kind, period_view, site_view
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.documents import REPLACEABLE
from agent.domain.expressions import Scope
from agent.domain.facts import Facts, OpenInvoice, OwnDocument
from agent.domain.fitting import reference_for
from agent.domain.flows import Step
from agent.domain.kinds import Allocation, Kind
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money

#: OrderStatus of an order of which nothing more is invoiced; source: reference, section 4.
_COMPLETE = "9"

_UNSENT = frozenset(state.value for state in REPLACEABLE)


def allocation_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return what stands on account of a payment, and the invoices of its order, as flows see them."""
    policy, charge_id = mapping.policy, charge_of(facts.stripe.subject)
    own, order = facts.erp.on_account, facts.erp.order
    made = _Allocations(facts)
    number = made.earlier + 1
    day = day_at(facts.read_at, policy.text("site.time_zone"))
    suffix = "" if number == 1 else str(number)
    left = made.left
    currency = left.currency if left else ""
    values = {
        "allocation": {
            "charge": charge_id,
            "order": order.number if order else "",
            "cancelled": bool(order and order.cancelled),
            "complete": bool(order and order.status == _COMPLETE),
            "invoiced": bool(facts.erp.invoices),
            "invoices": ", ".join(part.invoice for part in made.parts),
            "other_customer": made.other_customer,
            "customer": own.customer if own else "",
            "on_account": left is not None,
            "left": left,
            "open": bool(made.parts),
            "value": made.value,
            "nothing": left - left if left else None,
            "reference": reference_for(charge_id, 28 - len(suffix)) + f".P{suffix}",
            "day": day,
            "bank": policy.table("receipts.bank").get(currency, ""),
        },
        "posting_period": period_view(day, facts.erp.periods, policy),
        "site": site_view(policy),
    }
    return Case(
        id=facts.stripe.subject,
        amount=left,
        lane=f"allocation|{charge_id}",
        created_at=facts.read_at,
        values=values,
        scope=Scope(to_plain(values)),
        special=by_kind({Kind.RECEIPT: lambda _: made.receipt(_, "" if number == 1 else f"-{number}")}),
    )


@dataclass(frozen=True, slots=True)
class _Allocations:
    """What can be moved for one payment."""

    facts: Facts

    @property
    def left(self) -> Money | None:
        """What of the payment is on account, above zero; ``None`` for nothing."""
        own = self.facts.erp.on_account
        return -own.balance if own is not None and own.balance.minor < 0 else None

    @property
    def earlier(self) -> int:
        """How many allocations of this payment went out, or were given up, before."""
        return sum(self._is_earlier(one) for one in self.facts.ours)

    def _is_earlier(self, one: OwnDocument) -> bool:
        return one.stripe_id == self.facts.stripe.subject and one.state not in _UNSENT

    @property
    def parts(self) -> tuple[Allocation, ...]:
        """What each open invoice of the order's customer takes, in SYSPRO's order, as far as the money goes."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[Allocation]:
        own, left = self.facts.erp.on_account, self.left
        for invoice in self.facts.erp.invoices:
            if own is None or left is None or left.minor <= 0 or not _takes(invoice, own):
                continue
            value = min(left, invoice.balance, key=lambda money: money.minor)
            left -= value
            yield Allocation(invoice.invoice, value, invoice.document_type)

    @property
    def value(self) -> Money | None:
        """What is moved altogether; ``None`` for nothing."""
        left = self.left
        if left is None or not self.parts:
            return None
        return sum((part.value for part in self.parts), left - left)

    @property
    def other_customer(self) -> str:
        """Customer of an open invoice of the order that is not the one with the money; empty for none."""
        own = self.facts.erp.on_account
        owners = (one.customer for one in self.facts.erp.invoices if one.balance.minor > 0)
        return next((owner for owner in owners if own is not None and owner != own.customer), "")

    def receipt(self, _: Step, suffix: str) -> Special:
        """Take from the money on account what the invoices get: together nothing."""
        own, value = self.facts.erp.on_account, self.value
        if own is None or value is None:
            problem = "There is nothing on account, or nothing open to allocate it to."
            return Special(problem=problem, problem_code="allocation.nothing", suffix=suffix)
        taken = Allocation(own.invoice, -value, own.document_type)
        return Special({"allocations": (taken, *self.parts)}, amount=value, suffix=suffix)


def _takes(invoice: OpenInvoice, own: OpenInvoice) -> bool:
    same = invoice.customer == own.customer and invoice.balance.currency == own.balance.currency
    return same and invoice.balance.minor > 0
