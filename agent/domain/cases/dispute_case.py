"""A dispute: money withdrawn, reinstated or lost (BOOKS, section 3). An inquiry moves no money.

Source: docs.stripe.com/disputes/how-disputes-work: ``warning_*`` is an inquiry; money moves with the balance
transactions of the dispute, whose category is ``dispute`` or ``dispute_reversal``; their fee is Stripe's dispute fee.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from agent.domain.cases.case import Case, Special, by_kind, period_view, site_view
from agent.domain.cases.converted_dispute import AT_ANOTHER_RATE, DIFFERENCE, RETURN, Returned
from agent.domain.cases.credit import split
from agent.domain.cases.decided_again import DecidedAgain
from agent.domain.cases.given_back import lane_of
from agent.domain.cases.journals import Journals, Posting
from agent.domain.cases.lost_dispute import Loss, Lost, is_booked
from agent.domain.cases.original import Original, after_others, original_of
from agent.domain.cases.summary import fee_on
from agent.domain.cases.won_in_part import KEPT, WonInPart
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.disputes import LOST
from agent.domain.documents import DocumentKey, Leg, Part
from agent.domain.entries import CLEARING, Entry, ledger_code
from agent.domain.events import WITH_PAYOUT, BalanceTransaction
from agent.domain.expressions import Scope
from agent.domain.facts import Facts, OwnDocument
from agent.domain.fitting import reference_for
from agent.domain.flows import Step
from agent.domain.json_reader import JsonReader
from agent.domain.kinds import Kind
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.payment import stripe_id
from agent.domain.posting import mode_for, posting_view

#: What our references end with; those of adjustments with an A.
_LETTERS = ("W", "I", "F", "L", "X", "C", "A", "BA", "O", "D", "DA", "CA", "K")


def dispute_reference(dispute_id: str, letters: str) -> str:
    """Return our reference of one document of a dispute: ``W`` of the withdrawal, ``L`` of the loss and the others."""
    return f"{reference_for(dispute_id, 29 - len(letters))}.{letters}"


def dispute_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the dispute of ``facts`` as flows see it.

    Raises:
        BadJsonError, UnknownCurrencyError: When Stripe's answer cannot be used.
    """
    policy = mapping.policy
    dispute = JsonReader(facts.stripe.objects.get("dispute"), "dispute")
    dispute_id, status = stripe_id(dispute), dispute.text("status")
    created_at = dispute.integer("created")
    amount = Money(dispute.integer("amount"), dispute.text("currency"))
    # A fee that is a movement of its own is booked with the payout, like all of Stripe's own fees.
    known = [one for one in facts.stripe.balance_transactions if one.reporting_category not in WITH_PAYOUT]
    moved = [one for one in known if one.created_at >= facts.start_at]
    settles_in = known[0].currency if known else amount.currency
    original = original_of(facts, dispute.id_of("charge"))
    returned = Returned(known, status, amount, _own(facts))
    part = WonInPart(returned)
    # What the rate has changed of what came back is neither kept by the payer's bank nor a loss.
    kept = Money(returned.taken - returned.back - returned.exchange, settles_in)
    lost = _lost(facts, original, amount, kept - Money(part.booked, settles_in))
    loss = lost.loss(policy, lost=status == LOST)
    zone = policy.text("site.time_zone")
    mode = mode_for(facts, day_at(_first(moved, created_at), zone), policy)
    # What a summary journal posts already is left out of ours.
    own = [one for one in moved if one.id not in facts.elsewhere]
    made = _Movements(own, returned, loss, facts.closed_at)
    postings = made.postings(settles_in, created_at, zone) | {KEPT: part.posting(settles_in, created_at, zone)}
    journals = Journals(facts, policy, postings)
    posted = journals.view()
    values = {
        "dispute": {
            "id": dispute_id,
            "status": status,
            "reason": dispute.optional_text("reason").replace("_", " "),
            "amount": amount,
            "charge": dispute.id_of("charge"),
            "inquiry": status.startswith("warning_"),
            "ledger_code": ledger_code(policy, "dispute", settles_in),
            "moved": bool(moved),
            "before_start": bool(known) and not moved,
            "syspro_currency": policy.table("currencies.to_syspro").get(settles_in, ""),
            "references": {letters: dispute_reference(dispute_id, letters) for letters in _LETTERS},
        }
        | _moved_view(made, part)
        | _loss_view(lost.original, loss, lost=status == LOST)
        | _again_view(lost, loss, facts, zone, part)
        | _answer(dispute, status, zone),
        "posting": posting_view(facts, mode, policy),
        "entry": posted,
        "posting_period": period_view(posted["lost"]["day"], facts.erp.periods, policy),
        "back_period": period_view(posted["overturned"]["day"], facts.erp.periods, policy),
        "site": site_view(policy),
    }
    return Case(
        id=dispute_id,
        amount=amount,
        lane=lane_of(dispute.id_of("charge") or dispute_id),
        created_at=created_at,
        values=values,
        scope=Scope(to_plain(values)),
        mode=mode,
        special=by_kind(
            {
                Kind.JOURNAL: lambda step: _journal(step, journals, part),
                Kind.AR_DOCUMENT: lambda step: _note(step, lost.original, loss, amount),
                Kind.ADJUSTMENT: lambda step: _adjustment(step, loss, mapping.company, dispute_id),
            }
        ),
    )


def _moved_view(made: "_Movements", part: WonInPart) -> dict[str, Any]:
    return {
        "withdrawn": bool(made.taken),
        "reinstated": bool(made.back),
        "at_another_rate": bool(part.returned.apart),
        "won_in_part": bool(part.rest),
    }


def _loss_view(original: Original, loss: Loss, *, lost: bool) -> dict[str, Any]:
    """Return what flows see of a loss, and of the payment that it is of."""
    return {
        "lost": lost,
        "books_loss": bool(loss.off_account or loss.credit or loss.journal),
        "by_credit": loss.credit is not None,
        "credit": loss.credit,
        "off_account": loss.off_account,
        "cancels": loss.cancels,
        "overturned": loss.overturned,
        "waits_for": original.standing if lost and not loss.booked else "",
        "customer": original.customer,
        "order": original.order,
        "last_invoice": original.last_invoice,
    }


def _journal(step: Step, journals: Journals, part: WonInPart) -> Special:
    special = journals.special(step)
    return part.proposed(special) if step.purpose == KEPT else special


def _again_view(lost: Lost, loss: Loss, facts: Facts, zone: str, part: WonInPart) -> dict[str, Any]:
    """Return what flows see of a dispute that is decided once more after its money had come back."""
    returned = part.returned
    unbooked = part.unbooked + (loss.unbooked if loss.booked else loss.journal)
    # No second journal follows one that SYSPRO has of a difference, or of a rest as a loss.
    outdated = (returned.booked and returned.unbooked) or (part.booked and part.unbooked)
    moved = [one for one in returned.known if one.created_at >= facts.start_at]
    again = DecidedAgain(
        moved=moved,
        summed=sum(one.net_minor for one in moved if one.id in facts.elsewhere),
        own=lost.own,
        currency=lost.kept.currency,
        loss=unbooked,
        exchange=returned.unbooked,
        undecidable=loss.undecidable or bool(outdated),
    )
    words = again.in_words(zone)
    return {"undecidable": bool(words), "by_hand": words}


def _lost(facts: Facts, original: Original, amount: Money, kept: Money) -> Lost:
    charge = JsonReader(facts.stripe.objects.get("charge") or {}, "charge")
    own = _own(facts)
    return Lost(
        # What refunds take is known only when they are posted.
        original=after_others(original, _of_refunds(facts, charge), decided=is_booked(own), read=facts.erp.notes),
        amount=amount,
        kept=kept,
        paid=Money(charge.optional_integer("amount_captured") or amount.minor, amount.currency),
        own=own,
        ours=facts.ours,
    )


def _own(facts: Facts) -> list[OwnDocument]:
    return [one for one in facts.ours if one.stripe_id == facts.stripe.subject]


def _of_refunds(facts: Facts, charge: JsonReader) -> list[OwnDocument]:
    others = {facts.stripe.subject, charge.optional_text("id")}
    return [one for one in facts.ours if one.stripe_id not in others]


def _answer(dispute: JsonReader, status: str, zone: str) -> dict[str, Any]:
    """Return whether and until when Stripe waits for an answer."""
    due_at = dispute.optional_object("evidence_details").optional_integer("due_by")
    due_on = day_at(due_at, zone) if due_at else ""
    needs_response = status in {"needs_response", "warning_needs_response"}
    words = f" Answer it in Stripe by {due_on}." if needs_response and due_on else ""
    return {"due_on": due_on, "needs_response": needs_response, "answer": words}


def _note(step: Step, original: Original, loss: Loss, amount: Money) -> Special:
    """Return the tax of the credit note, by SYSPRO's own invoice; a person's retry reads the invoice again."""
    value = loss.credit or amount
    net, tax = split(original, value)
    if step.purpose == "debit":
        return Special({"tax": tax if loss.tax is None else loss.tax}, amount=value)
    if original.value is not None and original.value < value:
        problem = (
            f"SYSPRO has invoiced {original.value} of the payment, which is less than was lost. Invoice the rest and"
            " retry, or make the credit note by hand and cancel this one."
        )
        return Special(problem=problem, problem_code="dispute.more_than_invoiced", amount=value)
    if original.notes_problem:
        problem = f"{original.notes_problem} Else make the credit note by hand and cancel this one."
        return Special(problem=problem, problem_code="dispute.tax_unknown", amount=value)
    if net is None:
        problem = (
            "The payment's invoice was not known when the dispute was decided. Retry it once SYSPRO has the invoice."
        )
        return Special(problem=problem, problem_code="dispute.tax_unknown", amount=value)
    return Special({"tax": tax}, amount=value)


def _adjustment(step: Step, loss: Loss, company: str, dispute_id: str) -> Special:
    """Close a credit note, or money on account, against what the dispute holds; or the other way round."""
    back = step.purpose in {"account_back", "debit_adjustment"}
    if step.purpose in {"account", "account_back"}:
        off = loss.off_account
        value = -off if off is not None and back else off
        return Special({"value": value, "invoice": loss.document})
    value = -loss.credit if loss.credit is not None and back else loss.credit
    note = DocumentKey(company, Kind.AR_DOCUMENT, "debit" if back else "credit", dispute_id)
    return Special({"value": value}, needs={"invoice": note})


@dataclass(frozen=True, slots=True)
class _Movements:
    """What a dispute moved since the first day that is posted, and no summary journal posts.

    Attributes:
        moved: Its movements, Stripe's own fees left out.
        returned: The dispute, as far as money of it has come back, also where a summary posts that.
        loss: How it is booked where it is lost.
        closed_at: When it was lost, Unix seconds UTC; 0 where it is not.
    """

    moved: Sequence[BalanceTransaction]
    returned: Returned
    loss: Loss
    closed_at: int = 0

    @property
    def taken(self) -> list[BalanceTransaction]:
        return [one for one in self.moved if (one.amount_minor or one.net_minor) < 0]

    @property
    def back(self) -> list[BalanceTransaction]:
        return [one for one in self.moved if (one.amount_minor or one.net_minor) > 0]

    def postings(self, currency: str, created_at: int, zone: str) -> dict[str, Posting]:
        last = max((one.created_at for one in self.taken), default=created_at)
        back_on = day_at(_first(self.back, self.closed_at or created_at), zone)
        return {
            "withdrawn": _moved(self.taken, day_at(_first(self.taken, created_at), zone), currency, "dispute"),
            RETURN: self._reinstated(day_at(_first(self.back, created_at), zone), currency),
            DIFFERENCE: self._difference(created_at, zone, currency),
            "lost": _loss(day_at(self.closed_at or last, zone), currency, self.loss.journal, "dispute lost"),
            "overturned": _overturned(back_on, currency, self.loss.back),
        }

    def _reinstated(self, day: str, currency: str) -> Posting:
        what, within = "dispute won", self.returned.within
        back = _moved(self.back, day, currency, what)
        return replace(back, entries=(*back.entries, *_rate(within, what))) if self.back else back

    def _difference(self, created_at: int, zone: str, currency: str) -> Posting:
        """Return the exchange difference, apart from the return, which is posted before the bank has decided."""
        one = self.returned
        day = day_at(_first([each for each in one.known if each.amount_minor > 0], created_at), zone)
        return Posting(day, currency, _rate(one.apart, one.text), needed=bool(one.apart), amount=one.apart)


def _rate(minor: int, what: str) -> tuple[Entry, ...]:
    """Return an exchange difference as it comes off the dispute account."""
    return Entry("dispute", -minor, what), Entry("fx", minor, AT_ANOTHER_RATE)


def _loss(day: str, currency: str, minor: int, what: str) -> Posting:
    entries = (Entry("dispute_loss", minor, what), Entry("dispute", -minor, what))
    return Posting(day, currency, entries, needed=bool(minor), amount=minor)


def _overturned(day: str, currency: str, minor: int) -> Posting:
    # It stands for what it takes back.
    return replace(_loss(day, currency, -minor, "dispute lost and overturned"), amount=minor)


def _first(moved: Sequence[BalanceTransaction], created_at: int) -> int:
    return min((one.created_at for one in moved), default=created_at)


def _moved(moved: Sequence[BalanceTransaction], day: str, currency: str, what: str) -> Posting:
    amount = sum(one.amount_minor for one in moved)
    fees = [entry for one in moved for entry in fee_on(one, "fee.dispute", f"fee of {what}")]
    left = amount - sum(entry.minor for entry in fees)
    entries = (Entry("dispute", -amount, what), *fees, Entry(CLEARING, left, what))
    legs = tuple(Leg(one.id, part) for one in moved for part in (Part.AMOUNT, Part.FEES))
    return Posting(day, currency, entries, legs)
