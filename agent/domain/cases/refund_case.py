"""A refund: the sale is credited or the order cancelled, and the money leaves clearing (BOOKS, section 3).

Source: docs.stripe.com/refunds: a refund has one balance transaction when its money leaves, and another one
(``failure_balance_transaction``) when it comes back. ``charge.amount_refunded`` adds up all refunds and is never used.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from agent.domain.cases.case import Case, Special, by_kind, period_view, site_view
from agent.domain.cases.converted import conversion_parts
from agent.domain.cases.converted_refund import rate_of, relieved
from agent.domain.cases.credit import Credit, credit_of
from agent.domain.cases.given_back import LINES, lane_of
from agent.domain.cases.journals import Journals, Posting
from agent.domain.cases.note_lines import form_view
from agent.domain.cases.original import Original, after_others, original_of
from agent.domain.cases.refund_references import refund_references
from agent.domain.cases.reversal import debited
from agent.domain.cases.share import Share
from agent.domain.codec import to_plain
from agent.domain.conversion import converted
from agent.domain.days import day_at
from agent.domain.documents import DocumentKey, Leg, Part
from agent.domain.entries import CLEARING, Entry, ledger_code
from agent.domain.events import BalanceTransaction
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.flows import Step
from agent.domain.json_reader import JsonReader
from agent.domain.kinds import Allocation, Kind
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.payment import stripe_id
from agent.domain.posting import ORDERS, SUMMARY, mode_for, posting_view
from agent.domain.settings import Values

_FAILED = frozenset({"failed", "canceled"})
_OPEN = frozenset({"pending", "requires_action"})

#: Purposes of the document that takes a refund's money out of receivables.
_MONEY = frozenset({"money", "adjustment"})


def refund_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the refund of ``facts`` as flows see it.

    Raises:
        BadJsonError, UnknownCurrencyError, CurrencyMismatchError: When Stripe's answer cannot be used.
    """
    policy = mapping.policy
    refund = JsonReader(facts.stripe.objects.get("refund"), "refund")
    charge = JsonReader(facts.stripe.objects.get("charge") or {}, "charge")
    amount = Money(refund.integer("amount"), refund.text("currency"))
    made = _refund(facts, mapping, refund, charge, amount)
    values = made.values(policy)
    return Case(
        id=made.id,
        amount=amount,
        lane=lane_of(refund.id_of("charge") or made.id),
        created_at=made.created_at,
        values=values,
        scope=Scope(to_plain(values)),
        mode=made.mode,
        special=by_kind(
            {
                Kind.RECEIPT: made.receipt,
                Kind.ADJUSTMENT: made.adjustment,
                Kind.JOURNAL: made.journals.special,
                Kind.CASH_ENTRY: made.journals.special,
                Kind.INVOICE_CREDIT: made.invoice_credit,
                Kind.ORDER_CANCEL: made.order_cancel,
                Kind.ORDER_INVOICE: made.order_invoice,
                Kind.CREDIT_NOTE: lambda _: Special(amount=made.credit.value),
                Kind.CREDIT_NOTE_LINE: made.credit_note_line,
                Kind.AR_DOCUMENT: made.ar_document,
            }
        ),
    )


def _refund(facts: Facts, mapping: MappingRevision, refund: JsonReader, charge: JsonReader, amount: Money) -> "_Refund":
    policy = mapping.policy
    refund_id, created_at = stripe_id(refund), refund.integer("created")
    own, failed = refund.id_of("balance_transaction"), refund.id_of("failure_balance_transaction")
    by_id = {one.id: one for one in facts.stripe.balance_transactions}
    out, back = by_id.get(own), by_id.get(failed)
    charge_id = refund.id_of("charge")
    others = [one for one in facts.ours if one.stripe_id not in {charge_id, refund_id}]
    full = bool(charge.raw) and amount.minor == charge.optional_integer("amount_captured")
    about_it = [one for one in facts.ours if one.stripe_id == refund_id]
    original = after_others(original_of(facts, charge_id), others, decided=bool(about_it), read=facts.erp.notes)
    through_bank = policy.text("refunds.money") == "cashbook"
    credit = credit_of(
        original, amount, refund, share=_share(refund_id, charge, full=full), policy=policy, own=about_it
    )
    settled = Money(abs(out.amount_minor), out.currency) if out else amount
    payment = next((one for one in facts.ours[::-1] if one.stripe_id == charge_id and one.root == "payment"), None)
    by_receivables = relieved(credit, amount, settled, payment, policy)
    postings = _postings(out, back, by_receivables or settled, created_at, policy)
    return _Refund(
        facts=facts,
        company=mapping.company,
        raw=refund,
        id=refund_id,
        amount=amount,
        created_at=created_at,
        out=out,
        back=back,
        full=full,
        original=original,
        credit=credit,
        relieved=by_receivables,
        rate=rate_of(amount, settled) if by_receivables is not None else Decimal(0),
        journals=Journals(facts, policy, postings, cash=through_bank),
        mode=_mode(facts, original, _day(out, created_at, policy.text("site.time_zone")), policy),
    )


def _share(refund_id: str, charge: JsonReader, *, full: bool) -> Share:
    """Return how much of its payment a refund gives back; the latest of several that give back all has the rest.

    Source: docs.stripe.com/api/charges/object: ``refunded`` says that all is given back, ``refunds`` lists the newest
    first. What was never captured counts as given back there, so a part capture needs nothing of its own.
    """
    if full:
        return Share.ALL
    alive = (one.text("id") for one in charge.objects("refunds") if one.optional_text("status") not in _FAILED)
    return Share.REST if charge.optional_flag("refunded") and next(alive, "") == refund_id else Share.PART


def _postings(
    out: BalanceTransaction | None, back: BalanceTransaction | None, relieved_by: Money, created_at: int, policy: Values
) -> dict[str, Posting]:
    """Return the entries of the money; what receivables go down by at another rate is an exchange difference."""
    zone, off = policy.text("site.time_zone"), relieved_by.minor
    minor = -out.amount_minor if out else off
    back_minor = back.amount_minor if back else minor
    return {
        "money": Posting(
            _day(out, created_at, zone), relieved_by.currency, _entries(off, minor, "refund"), _amount_leg(out)
        ),
        "returned": Posting(
            _day(back, created_at, zone),
            relieved_by.currency,
            _entries(off, back_minor, "refund returned"),
            _amount_leg(back),
            reverse=True,
        ),
    }


def _entries(off: int, minor: int, what: str) -> tuple[Entry, ...]:
    difference = (Entry("fx", minor - off, f"{what} at another rate"),) if minor != off else ()
    return (Entry("refunds", off, what), *difference, Entry(CLEARING, -minor, what))


def _mode(facts: Facts, original: Original, day: str, policy: Values) -> str:
    """Return the mode of a refund: it takes back what the payment's documents did, so it follows its payment.

    One whose payment we have not posted goes by its own day.
    """
    mode = mode_for(facts, day, policy)
    if facts.elsewhere or original.standing == "summary":
        return SUMMARY
    return ORDERS if original.standing != "none" and mode == SUMMARY else mode


def _day(moved: BalanceTransaction | None, created_at: int, zone: str) -> str:
    return day_at(moved.created_at if moved else created_at, zone)


def _amount_leg(moved: BalanceTransaction | None) -> tuple[Leg, ...]:
    return () if moved is None else (Leg(moved.id, Part.AMOUNT),)


@dataclass(frozen=True, slots=True)
class _Refund:
    """One refund with all that its documents are made of."""

    facts: Facts
    company: str
    raw: JsonReader
    id: str
    amount: Money
    created_at: int
    out: BalanceTransaction | None
    back: BalanceTransaction | None
    full: bool
    original: Original
    credit: Credit
    relieved: Money | None
    rate: Decimal
    journals: Journals
    mode: str

    def legs(self, moved: BalanceTransaction | None) -> tuple[tuple[Leg, ...], dict[str, Any]]:
        """Return the leg of one movement of the refund, and the rate where Stripe has converted it."""
        if moved is None:
            return (), {}
        settled = Money(abs(moved.amount_minor), moved.currency)
        same = moved.currency == self.amount.currency or not settled
        parts, values = conversion_parts(None if same else converted(self.amount, settled), moved.id)
        signed = tuple(replace(leg, minor=-leg.minor) if leg.minor and moved.amount_minor < 0 else leg for leg in parts)
        return signed, values

    def values(self, policy: Values) -> dict[str, Any]:
        status = self.raw.text("status")
        settles_in = self.out.currency if self.out else ""
        journal = self.journals.view()
        return {
            "posting": posting_view(self.facts, self.mode, policy),
            "refund": {
                "id": self.id,
                "status": status,
                "reason": self.raw.optional_text("reason"),
                "metadata": self.raw.texts("metadata"),
                "amount": self.amount,
                "charge": self.raw.id_of("charge"),
                "failed": status in _FAILED,
                "open": status in _OPEN,
                "booked": self.out is not None,
                "returned": self.back is not None,
                "full": self.full,
                "sent": self.facts.sent,
                "before_start": self.out is not None and self.out.created_at < self.facts.start_at,
                "returned_since": self.back is not None and self.back.created_at >= self.facts.start_at,
                "settlement_currency": settles_in,
                "converts": settles_in not in {"", self.amount.currency},
                "rate_known": self.relieved is not None,
                "settled_in": policy.table("currencies.to_syspro").get(settles_in or self.amount.currency, ""),
                "local": settles_in == self.facts.erp.local_currency,
                "settles_in": settles_in.upper(),
                "syspro_currency": policy.table("currencies.to_syspro").get(self.amount.currency, ""),
                "clearing_bank": policy.table("receipts.bank").get(settles_in, ""),
                "day": journal["money"]["day"],
                "returned_on": journal["returned"]["day"],
                "negative": -self.amount,
                "ledger_code": ledger_code(policy, "refunds", settles_in),
                "references": refund_references(self.id),
            },
            "original": {
                name: getattr(self.original, name)
                for name in (
                    "standing",
                    "customer",
                    "order",
                    "invoiced",
                    "cancelled",
                    "last_invoice",
                    "credited",
                    "paid",
                )
            }
            | {"on_account": self.original.on_account.invoice if self.original.on_account else ""},
            "credit": {
                name: getattr(self.credit, name) for name in ("route", "problem", "problem_code", "cancels", "pays")
            }
            | {
                "cancels_lines": ", ".join(map(str, self.credit.cancels_lines)),
                "net_units": self.credit.net.to_decimal() if self.credit.net else None,
                **form_view(self.credit.form, policy),
                "value": self.credit.value,
                "has_rest": self.credit.rest is not None,
            },
            "entry": journal,
            "posting_period": period_view(journal["money"]["day"], self.facts.erp.periods, policy),
            "returned_period": period_view(journal["returned"]["day"], self.facts.erp.periods, policy),
            "site": site_view(policy),
        }

    def receipt(self, step: Step) -> Special:
        """Pay out of what is open: the credit note, the money on account, or by opening the paid invoice again."""
        if step.purpose == "returned":
            return self._returned()
        negative = -self.amount
        legs, rate = self.legs(self.out)
        credit = self.credit
        if credit.note is not None:
            needs = {"allocations": self._key(*credit.note)}
            values = {"allocations": (Allocation("", -self.credited, "C"), *self._rest())} | rate
            return Special(values, legs=legs, needs=needs, amount=negative)
        allocations = self._opened(credit)
        return Special({"allocations": allocations} | rate, legs=legs, amount=negative)

    @property
    def credited(self) -> Money:
        """What the credit note takes back, where there is one."""
        return self.credit.value or self.amount

    def _rest(self) -> tuple[Allocation, ...]:
        """Pay out of the money on account what the credit note leaves."""
        credit = self.credit
        return () if credit.rest is None else (Allocation(credit.document, -credit.rest, credit.document_type),)

    def _opened(self, credit: Credit) -> tuple[Allocation, ...]:
        """Take the money out of one document, or open again what it paid: the last first, none further than paid.

        What was sent stays what it was, whatever other refunds have opened since.
        """
        own = (one for one in self.facts.ours if one.stripe_id == self.id and one.sent and one.purpose in _MONEY)
        sent = next((one.allocations for one in own if one.allocations), ())
        paid = self.original.allocations if credit.pays == "invoice" else ()
        if sent or len(paid) < 2:
            return sent or credit.spread or (Allocation(credit.document, -self.amount, credit.document_type),)
        left, parts = self.amount, []
        for one in reversed(paid):
            value = min(one.value, left, key=lambda money: money.minor)
            if value.minor > 0:
                parts.append(Allocation(one.invoice, -value, one.document_type))
                left -= value
        return tuple(parts)

    def _returned(self) -> Special:
        """Take the money back: against the debit note that reverses the credit, else where it was taken from."""
        legs, rate = self.legs(self.back)
        if self.credit.pays == "on_account":
            return Special(rate, legs=legs, amount=self.amount)
        if self.credit.note is None:
            allocations = tuple(replace(one, value=-one.value) for one in self._opened(self.credit))
            return Special({"allocations": allocations} | rate, legs=legs, amount=self.amount)
        needs = {"allocations": self._key(Kind.AR_DOCUMENT, "debit")}
        # What came off the account is on account again.
        values = {"allocations": (Allocation("", self.credited, "D"),)} | rate
        return Special(values, legs=legs, needs=needs, amount=self.amount)

    def adjustment(self, step: Step) -> Special:
        """Close what is paid out, or open it again, against the account that pays refunds out."""
        back = step.purpose.startswith("returned")
        if self.credit.pays == "invoice":
            return self._adjusted_invoice(back=back)
        rest = self.credit.rest if step.purpose.endswith("rest") else None
        value = rest or (self.amount if self.credit.note is None else self.credited)
        value = -value if back else value
        if self.credit.note is None or rest is not None:
            document = {"invoice": self.credit.document, "transaction_type": self.credit.document_type}
            return Special({"value": value} | document)
        kind, purpose = (Kind.AR_DOCUMENT, "debit") if back else self.credit.note
        needs = {"invoice": self._key(kind, purpose)}
        return Special({"value": value, "transaction_type": "D" if back else "C"}, needs=needs)

    def _adjusted_invoice(self, *, back: bool) -> Special:
        """Open again the one invoice that the money comes from; an adjustment cannot be of several."""
        parts = self._opened(self.credit)
        first = parts[0]
        value = first.value if back else -first.value
        values = {"value": value, "invoice": first.invoice, "transaction_type": first.document_type}
        if len(parts) == 1:
            return Special(values)
        numbers = ", ".join(f"{one.invoice} ({-one.value})" for one in parts)
        problem = (
            f"The payment paid several invoices, and one adjustment cannot open all of these again: {numbers}. Adjust"
            " them in SYSPRO by hand and cancel this one; the money follows then."
        )
        return Special(values, problem=problem, problem_code="refund.several_invoices")

    def invoice_credit(self, _: Step) -> Special:
        return Special({"lines": self.credit.lines}, amount=self.credit.value)

    def order_cancel(self, step: Step) -> Special:
        return Special({"lines": self.credit.cancels_lines if step.purpose == LINES else ()})

    def order_invoice(self, _: Step) -> Special:
        kind = Kind.INVOICE_CREDIT if self.credit.route == "sortci" else Kind.CREDIT_NOTE
        return Special(needs={"sales_order": self._key(kind, "credit")})

    def credit_note_line(self, _: Step) -> Special:
        return Special(needs={"credit_note": self._key(Kind.CREDIT_NOTE, "credit")})

    def ar_document(self, step: Step) -> Special:
        tax, problem, code = self.credit.tax, "", ""
        if step.purpose == "debit":
            tax, problem, code = debited(self.credit, self.credited, self.facts.erp.credit_note)
        rate = {"exchange_rate": self.rate} if self.rate else {}
        return Special({"tax": tax} | rate, amount=self.credit.value, problem=problem, problem_code=code)

    def _key(self, kind: Kind, purpose: str) -> DocumentKey:
        return DocumentKey(self.company, kind, purpose, self.id)
