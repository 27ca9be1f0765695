"""Refunds and disputes through the jobs: what is decided again later stands on what was posted, and on the open period."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.events import RETRY, Event
from agent.domain.facts import ErpOrder, OpenInvoice, PeriodState, StripeFacts
from agent.domain.kinds import Kind, Receipt
from agent.domain.money import Money
from tests.pipeline.jobs_stage import START_AT, Stage, paid
from tests.simulation.sim_receivables import Receivables
from tests.simulation.sim_stripe import SimStripe
from tests.simulation.sim_syspro import Record, SimSyspro, _Reader
from tests.unit.domain.movements import dispute, failed, moved, refund, refunded

INVOICE = "000000000001007"
LEDGER = '{"dispute": "DISP", "dispute_loss": "LOSS", "fee": "FEE", "refunds": "REFUNDS"}'
SETTINGS = {
    "accounts__ledger": LEDGER, "receipts__ledger_code": '{"usd": "CLR"}', "refunds__product_class": "RTN",
    "keys__invoice_length": "15",
}  # fmt: skip
TAKEN = moved("taken", -600, "dispute", source="dp_1", created_at=START_AT)
BACK = moved("back", 600, "dispute_reversal", source="dp_1", created_at=START_AT + 60 * 86400)


class Stripe(SimStripe):
    """Shows movements as a test puts them there, beside its payments."""

    def __init__(self, *args):
        super().__init__(*args)
        self.shown = {}

    def read(self, subject):
        facts = self.shown.get(subject.object_id)
        return facts.stripe if facts else super().read(subject)


class Reader(_Reader):
    """The rows that the documents of a payment and its refunds have left."""

    def periods(self):
        return self._syspro.open

    def open_invoice(self, number):
        return self._syspro.invoice if self._syspro.invoice and number == INVOICE else None

    def ar_document(self, _customer, number, _type):
        return self._syspro.invoice if self._syspro.invoice and number == INVOICE else None

    def order(self, number):
        cancelled = any(record.body.sales_order == number for record in self._syspro.of(Kind.ORDER_CANCEL))
        return ErpOrder(number, "1", "GUEST-USD", cancelled=cancelled)

    def on_account(self, reference, customer):
        receipts = [record.body for record in self._syspro.of(Kind.RECEIPT)]
        left = sum(body.unapplied.minor for body in receipts if body.reference == reference)
        left += sum(part.value.minor for body in receipts for part in body.allocations if part.invoice == "_CRD01")
        return OpenInvoice(customer, "_CRD01", "C", Money(-left, "usd")) if left else None


class Untold(Receivables):
    """Refuses nothing: what is open is reckoned from the receipts alone (`Reader`)."""

    def check(self, body):
        return


class Syspro(SimSyspro):
    """Takes documents of no customer, too, and has one open period."""

    def __init__(self, *args):
        super().__init__(*args)
        self.receivables = Untold(self.wrongs)
        self.open = PeriodState(2026, 11)
        self.invoice = None

    def reader(self):
        return Reader(self)

    def _check(self, document):
        if isinstance(document.draft.body, Receipt):
            super()._check(document)

    def _commit(self, document):
        body, key = document.draft.body, f"{len(self.records) + 1:015}"
        self.records.append(Record(key, body.kind, body.reference, getattr(body, "customer", ""), body))


@pytest.fixture
def stage(tmp_path):
    made = Stage(tmp_path, paid(1, None), paid(2, None), company=Syspro, stripe=Stripe, **SETTINGS)
    made.start()
    yield made
    made.stop()


def tell(stage, facts, name, event_type="refund.updated"):
    """Let Stripe show an object, and tell of it; a decision that waits for a document comes after it."""
    subject, kind = facts.stripe.subject, facts.stripe.subject_type
    stage.stripe.shown[subject] = facts
    stage.store.inbox.add(
        [Event(name, event_type, stage.clock.now(), subject, kind, livemode=False)], stage.clock.now()
    )
    stage.run_all()


def journals(stage):
    return {body.reference: (body.year, body.period) for body in (row.body for row in stage.syspro.of(Kind.JOURNAL))}


def differences(stage):
    return [row.message for row in stage.store.reports.discrepancies()]


# ---------------------------------------------------------------- periods


def test_a_dispute_that_is_won_in_another_period_is_booked_in_the_one_that_is_open_then(stage):
    tell(stage, dispute(TAKEN, given={"amount": 600}), "evt_1")
    assert journals(stage) == {"dp_1.W": ("2026", "11")}
    stage.syspro.open = PeriodState(2027, 1)
    tell(stage, dispute(TAKEN, BACK, status="won", given={"amount": 600}), "evt_2")
    assert journals(stage) == {"dp_1.W": ("2026", "11"), "dp_1.I": ("2027", "1")}
    tell(stage, dispute(TAKEN, BACK, status="won", given={"amount": 600}), "evt_3")
    assert len(stage.syspro.of(Kind.JOURNAL)) == 2
    assert differences(stage) == []


# ---------------------------------------------------------------- refunds


def given_back(amount=600, charge="ch_1", name="re_1"):
    out = moved(f"out_{name}", -amount, "refund", source=name, created_at=START_AT)
    return refunded(
        refund(id=name, charge=charge, amount=amount, balance_transaction=out.id), moves=(out,), charged=600
    )


def money(stage):
    return [record.body.value.minor for record in stage.syspro.of(Kind.RECEIPT) if record.reference.startswith("re_")]


def test_a_refund_that_is_retried_after_it_was_posted_is_neither_held_nor_paid_twice(stage):
    stage.run_all()
    tell(stage, given_back(), "evt_1")
    assert money(stage) == [-600]
    tell(stage, given_back(), "retry_1", RETRY)
    assert stage.decision("re_1").outcome is Outcome.DOCUMENTS
    assert money(stage) == [-600]
    assert len(stage.syspro.of(Kind.ORDER_CANCEL)) == 1
    assert differences(stage) == []


def test_a_refund_that_failed_and_is_retried_takes_its_money_back(stage):
    stage.run_all()
    tell(stage, given_back(), "evt_1")
    tell(stage, failed(given_back()), "retry_1", RETRY)
    assert money(stage) == [-600, 600]
    assert differences(stage) == []


def test_the_refund_of_a_payment_that_paid_an_invoice_credits_that_invoice(stage):
    stage.syspro.invoice = OpenInvoice(
        "GUEST-USD", INVOICE, "I", Money(600, "usd"), Money(600, "usd"), Money(100, "usd")
    )
    charge = stage.stripe.charges["ch_2"]
    shown = StripeFacts(
        "ch_2", "charge", {"charge": charge.as_json(stage.clock.now()) | {"metadata": {"invoice_number": "1007"}}}
    )
    stage.stripe.shown["ch_2"] = replace(given_back(), stripe=shown)
    stage.run_all()
    tell(stage, given_back(300, "ch_2", "re_2"), "evt_2")
    [credit] = stage.syspro.of(Kind.AR_DOCUMENT)
    assert (credit.body.value.minor, credit.body.tax.minor) == (300, 50)
