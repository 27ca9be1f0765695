"""Money on account and the invoices of its order: what is left of the one goes to what is open of the others.

What refunds took off the account before the order was invoiced is credited then (``late_note``). Balances are read from
SYSPRO right before it is decided, so that what a person has allocated already is left alone (BOOKS, section 8, 11).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from agent.domain.allocations import charge_of
from agent.domain.cases.case import Case, Special, by_kind, period_view, site_view
from agent.domain.cases.given_back import on_their_way, to_be_credited
from agent.domain.cases.late_note import LateNote, late_note
from agent.domain.cases.note_lines import form_view
from agent.domain.cases.original import COMPLETE
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.documents import REPLACEABLE, DocumentKey
from agent.domain.expressions import Scope
from agent.domain.facts import Facts, OpenInvoice, OwnDocument
from agent.domain.fitting import reference_for
from agent.domain.kinds import Allocation, Kind
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.settings import Values

#: Document of a note -> what its reference has behind the payment's.
_NOTE_LETTERS = {"credit": "PC", "rounding": "PCR", "debit": "PD", "invoice": "PN", "settle": "PS"}

_UNSENT = frozenset(state.value for state in REPLACEABLE)


def allocation_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return what stands on account of a payment, and the invoices of its order, as flows see them."""
    policy = mapping.policy
    made = _allocations(facts, policy)
    day = day_at(facts.read_at, policy.text("site.time_zone"))
    values = {
        "allocation": made.view()
        | {"day": day, "bank": made.bank or policy.table("receipts.bank").get(made.currency, "")},
        "note": made.note_view() | form_view(made.note.form, policy),
        "posting_period": period_view(day, facts.erp.periods, policy),
        "site": site_view(policy),
    }
    note_key = DocumentKey(mapping.company, *made.note.document, facts.stripe.subject)
    header = DocumentKey(mapping.company, Kind.CREDIT_NOTE, note_key.purpose, facts.stripe.subject)
    return Case(
        id=facts.stripe.subject,
        amount=made.left or made.note.value or made.note.uncredited,
        lane=f"allocation|{charge_of(facts.stripe.subject)}",
        created_at=facts.read_at,
        values=values,
        scope=Scope(to_plain(values)),
        special=by_kind(
            {
                Kind.RECEIPT: lambda step: made.settle(note_key) if step.purpose == "settle" else made.receipt(),
                Kind.AR_DOCUMENT: lambda _: made.document({"tax": made.note.tax}),
                Kind.CREDIT_NOTE: lambda _: made.document({}),
                Kind.CREDIT_NOTE_LINE: lambda _: made.part({"credit_note": header}),
                Kind.ORDER_INVOICE: lambda _: made.part({"sales_order": header}),
            }
        ),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A document of the customer's account, and how much of it there is to take or to fill, above zero."""

    document: OpenInvoice
    open: Money


@dataclass(frozen=True, slots=True)
class _Allocations:
    """What can be moved for one payment.

    Attributes:
        facts: The facts.
        currency: The payment's, where there is anything to move; else empty.
        left: What of the payment is on account, above zero; ``None`` for nothing.
        taken: What is taken from the money on account.
        parts: What each open invoice of the order's customer gets of it, in SYSPRO's order.
        note: What is credited beside it.
        note_parts: What of the invoices a credit note fills, or what of the money on account a debit note takes.
    """

    facts: Facts
    currency: str
    left: Money | None
    taken: tuple[Allocation, ...]
    parts: tuple[Allocation, ...]
    note: LateNote
    note_parts: tuple[Allocation, ...]

    @property
    def value(self) -> Money | None:
        """What is moved altogether; ``None`` for nothing."""
        return sum((part.value for part in self.parts[1:]), self.parts[0].value) if self.parts else None

    @property
    def earlier(self) -> int:
        """How many allocations of this payment went out, or were given up, before."""
        return sum(self._is_earlier(one) for one in self.facts.ours)

    def _is_earlier(self, one: OwnDocument) -> bool:
        own = one.stripe_id == self.facts.stripe.subject and one.root == "allocation"
        return own and one.state not in _UNSENT

    @property
    def customer(self) -> str:
        """Customer of the payment's receipt; empty for none."""
        own = self.facts.erp.on_account
        receipts = (one.customer for one in self.facts.ours if one.root == "payment")
        return own.customer if own else next(receipts, "")

    @property
    def bank(self) -> str:
        """Bank that the payment's receipt went into, whatever the customer's currency; empty for none."""
        return next((one.bank for one in self.facts.ours if one.root == "payment" and one.bank), "")

    @property
    def other_customer(self) -> str:
        """Customer of an open invoice of the order that is not the one with the money; empty for none."""
        owners = (one.customer for one in self.facts.erp.invoices if one.balance.minor > 0)
        return next((owner for owner in owners if self.customer and owner != self.customer), "")

    def view(self) -> dict[str, Any]:
        """Return what flows see of the money on account."""
        order, left, charge_id = self.facts.erp.order, self.left, charge_of(self.facts.stripe.subject)
        stays = f"{left} of payment {charge_id} stay on account of customer {self.customer}" if left else ""
        ended = not self.facts.erp.invoices and (order is None or order.cancelled)
        refunded = bool(self.currency and to_be_credited(self.facts.ours, Money.zero(self.currency)))
        return {
            "charge": charge_id,
            "order": order.number if order else "",
            "cancelled": bool(order and order.cancelled),
            "complete": bool(order and (order.status == COMPLETE or order.cancelled)),
            "invoiced": bool(self.facts.erp.invoices),
            "invoices": ", ".join(part.invoice for part in self.parts),
            "other_customer": self.other_customer,
            "customer": self.customer,
            "done": left is None and (ended or not refunded),
            "waits_for": on_their_way(self.facts.ours),
            "left": left,
            "stays": stays or f"nothing of payment {charge_id} is on account",
            "open": bool(self.parts),
            "value": self.value,
            "nothing": Money.zero(self.currency) if self.currency else None,
            "reference": self._reference("P", "" if self.earlier == 0 else str(self.earlier + 1)),
        }

    def note_view(self) -> dict[str, Any]:
        """Return what flows see of the note that is due."""
        note = self.note
        open_ones = (one.invoice for one in self.facts.erp.invoices if one.balance.minor > 0)
        return {
            "purpose": note.purpose,
            "route": note.route,
            "value": note.value,
            "net_units": note.net.to_decimal() if note.net else None,
            "problem": note.problem,
            "uncredited": note.uncredited,
            "refunds": ", ".join(note.refunds),
            "invoices": ", ".join(part.invoice for part in self.note_parts) or ", ".join(open_ones),
            "invoice": next((part.invoice for part in self.note_parts), ""),
            "references": {name: self._reference(letters, note.suffix) for name, letters in _NOTE_LETTERS.items()},
        }

    def _reference(self, letters: str, suffix: str) -> str:
        ending = f".{letters}{suffix}"
        return reference_for(charge_of(self.facts.stripe.subject), 30 - len(ending)) + ending

    def receipt(self) -> Special:
        """Take from the money on account what the invoices get: together nothing."""
        suffix = "" if self.earlier == 0 else f"-{self.earlier + 1}"
        return Special({"allocations": (*self.taken, *self.parts)}, amount=self.value, suffix=suffix)

    def settle(self, note: DocumentKey) -> Special:
        """Set a note against the invoices, or the money on account against a note: together nothing."""
        if not self.note_parts:
            problem = (
                "Nothing is open any more to set the note against. Cancel this where it was set against something."
            )
            return Special(problem=problem, problem_code="allocation.nothing", suffix=self._note_suffix)
        filled = sum((part.value for part in self.note_parts[1:]), self.note_parts[0].value)
        own = Allocation("", -filled, "C" if self.note.purpose == "credit" else "D")
        allocations = {"allocations": (own, *self.note_parts)}
        return Special(allocations, needs={"allocations": note}, suffix=self._note_suffix)

    def document(self, values: dict[str, Any]) -> Special:
        """Return what the document that a note begins with has beside its fields."""
        return Special(values, amount=self.note.value, suffix=self._note_suffix)

    def part(self, needs: dict[str, DocumentKey]) -> Special:
        """Return what a further document of a note needs."""
        return Special(needs=needs, suffix=self._note_suffix)

    @property
    def _note_suffix(self) -> str:
        return f"-{self.note.suffix}" if self.note.suffix else ""


def _allocations(facts: Facts, policy: Values) -> _Allocations:
    """Let the money on account pay what it can, then see what is to be credited of the rest."""
    own = [one for one in (facts.erp.on_account, *facts.erp.also_on_account) if one is not None]
    money = [_Place(one, -one.balance) for one in own if one.balance.minor < 0]
    moved = (part.value.currency for one in facts.ours for part in one.allocations)
    currency = next((one.balance.currency for one in (*own, *facts.erp.invoices)), next(moved, ""))
    customer = next((one.customer for one in own), "") or _customer(facts)
    places = [_Place(one, one.balance) for one in facts.erp.invoices if _takes(one, customer, currency)]
    if not currency:
        return _Allocations(facts, "", None, (), (), LateNote(), ())
    left, wanted = _total(money, currency), _total(places, currency)
    value = min(left, wanted)
    taken, money = _filled(money, value)
    parts, places = _filled(places, value)
    note = late_note(facts, policy, still_open=wanted - value, left_over=left - value)
    note_parts: tuple[Allocation, ...] = ()
    if note.value is not None:
        note_parts, _ = _filled(places if note.purpose == "credit" else money, note.value)
        note_parts = note_parts if note.purpose == "credit" else _negative(note_parts)
    return _Allocations(facts, currency, left or None, _negative(taken), parts, note, note_parts)


def _customer(facts: Facts) -> str:
    return next((one.customer for one in facts.ours if one.root == "payment"), "")


def _takes(invoice: OpenInvoice, customer: str, currency: str) -> bool:
    same = invoice.customer == customer and invoice.balance.currency == currency
    return same and invoice.balance.minor > 0


def _total(places: Sequence[_Place], currency: str) -> Money:
    return sum((place.open for place in places), Money.zero(currency))


def _filled(places: Sequence[_Place], value: Money) -> tuple[tuple[Allocation, ...], list[_Place]]:
    """Distribute ``value`` over ``places`` in their order; return the parts, and what is left of the places."""
    parts, rest = [], []
    for place in places:
        part = min(place.open, value)
        if part.minor > 0:
            parts.append(Allocation(place.document.invoice, part, place.document.document_type))
            value -= part
        if part < place.open:
            rest.append(_Place(place.document, place.open - part))
    return tuple(parts), rest


def _negative(parts: Sequence[Allocation]) -> tuple[Allocation, ...]:
    return tuple(replace(part, value=-part.value) for part in parts)
