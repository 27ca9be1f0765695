"""Small facts for the tests of refunds, disputes, payouts and other movements, and what their documents do to accounts."""

from collections import Counter
from dataclasses import replace
from importlib import resources

from agent.domain.decide import decide
from agent.domain.events import BalanceTransaction
from agent.domain.facts import ErpFacts, ErpOrder, Facts, OpenInvoice, OwnDocument, PeriodState, StripeFacts
from agent.domain.flows import parse_flow
from agent.domain.kinds import Adjustment, ArDocument, BankReceipt, CashEntry, Journal, Receipt
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.settings import Values
from tests.unit.domain.cases import PAID_AT, POLICY

DAY_S = 86_400
#: The day of `PAID_AT`.
DAY = "2023-11-14"
CUSTOMER = "000000000000042"
ORDER = "000000000000777"
INVOICE = "000000000001007"
ON_ACCOUNT = "_CRD01"

ACCOUNTS = (
    '{"bank": "BANK", "fee": "FEE", "fee.tax": "FEE-TAX", "fee.dispute": "FEE-DISP", "dispute": "DISP",'
    ' "dispute_loss": "LOSS", "reserve": "RES", "refunds": "REFUNDS", "adjustment": "ADJ", "transfer": "TRANSIT",'
    ' "fx": "FX"}'
)
#: What both cash book banks stand for in the ledger.
BANKS = {"STRIPE-USD": "CLR", "MAIN": "BANK"}

SITE = POLICY | {
    "accounts.ledger": ACCOUNTS,
    "receipts.ledger_code": '{"usd": "CLR", "eur": "CLR-EUR"}',
    "payouts.bank": '{"usd": "MAIN"}',
    "refunds.product_class": "RTN",
}

#: Every month of 2023 and of the year before; the month of `PAID_AT` is open.
PERIODS = PeriodState(
    ledger_year=2023,
    ledger_period=11,
    ledger_ends=tuple(f"2023-{number:02d}-{last}" for number, last in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)),
    ledger_previous_ends=tuple(f"2022-{number:02d}-{last}" for number, last in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)),
)  # fmt: skip

_FLOWS = tuple(
    parse_flow((resources.files("resources") / "flows" / f"{name}.toml").read_text("utf-8"))
    for name in ("charge_to_order", "refund_to_credit", "dispute_to_journal", "payout_to_bank", "movement_to_journal")
)


def mapping(**changes):
    """A revision with all shipped flows; `a__b` sets the setting `a.b`."""
    return MappingRevision(7, _FLOWS, Values(SITE | {name.replace("__", "."): text for name, text in changes.items()}))


def decided(facts, **changes):
    """The decision about facts, with settings changed."""
    return decide(facts, mapping(**changes))


def usd(minor):
    return Money(minor, "usd")


def moved(name, minor, category="charge", *, fee=0, source="", at=0, **changes):
    """A balance transaction `txn_NAME`, `at` seconds after `PAID_AT`."""
    values = {
        "id": f"txn_{name}", "created_at": PAID_AT + at, "amount_minor": minor, "fee_minor": fee, "net_minor": minor - fee,
        "currency": "usd", "type": category, "reporting_category": category, "source_id": source,
        "fees": (("stripe_fee", fee),) if fee else (),
    }  # fmt: skip
    return BalanceTransaction(**(values | changes))


# ---------------------------------------------------------------- refunds


def refund(**changes):
    return {
        "id": "re_1", "object": "refund", "amount": 3000, "currency": "usd", "created": PAID_AT, "status": "succeeded",
        "reason": "requested_by_customer", "charge": "ch_1", "balance_transaction": "txn_out", "metadata": {},
        "failure_balance_transaction": None,
    } | changes  # fmt: skip


def own(kind, purpose="sale", state="posted", **changes):
    """A document of ours about the payment `ch_1`, or about another object."""
    values = {"stripe_id": "ch_1", "erp_key": "", "customer": CUSTOMER, "amount": usd(12000), "flow": "charge-to-order"}
    return OwnDocument(kind=kind, purpose=purpose, state=state, **(values | changes))


#: All of the payment given back at once.
FULL = refund(amount=12000)
#: Kind and purpose of the money of a refund, and of its credit note in receivables.
MONEY = ("receipt", "money")
CREDIT = ("ar_document", "credit")

ORDERED = (own("sales_order", erp_key=ORDER, customer=CUSTOMER), own("receipt", "payment", erp_key="2023/11/1"))
#: A payment that paid invoice 1007.
PAID_INVOICE = (own("receipt", "payment", erp_key="2023/11/1", document=INVOICE),)


def invoiced(value=12000, tax=2000, number=INVOICE, currency="usd"):
    """An invoice of the payment's order; `None` for a value that was not read."""
    whole, within = (None if minor is None else Money(minor, currency) for minor in (value, tax))
    return OpenInvoice(CUSTOMER, number, "I", Money(0, currency), value=whole, tax=within)


def on_account(minor=12000, currency="usd"):
    return OpenInvoice(CUSTOMER, ON_ACCOUNT, "C", Money(-minor, currency))


def order(**changes):
    return ErpOrder(number=ORDER, **({"status": "1", "customer": CUSTOMER} | changes))


OPEN_ORDER = ErpFacts(order=order(), on_account=on_account(), periods=PERIODS)
INVOICED = ErpFacts(order=order(status="9", last_invoice=INVOICE), invoices=(invoiced(),), periods=PERIODS)

#: Half of the order is invoiced, the other half of the money on account.
PART_INVOICED = replace(
    INVOICED,
    order=order(status="2", last_invoice=INVOICE),
    invoices=(invoiced(6000, 1000),),
    on_account=on_account(6000),
)


def refunded(given=None, *, erp=INVOICED, ours=ORDERED, moves=None, charged=12000, **changes):
    """Facts of a refund, by default 30.00 of an invoiced payment of 120.00 with 20.00 tax."""
    given = refund() if given is None else given
    moves = (moved("out", -given["amount"], "refund", source=given["id"]),) if moves is None else moves
    charge = {"id": "ch_1", "object": "charge", "amount": charged, "amount_captured": charged, "currency": "usd"}
    stripe = StripeFacts(given["id"], "refund", {"refund": given, "charge": charge}, moves)
    values = {"read_at": PAID_AT + 60, "ours": ours, "settlement_currencies": ("usd",)} | changes
    return Facts("EDU1", stripe, erp, **values)


def failed(facts, *, at=DAY_S, sent=True):
    """The same refund after its money has come back."""
    given = facts.stripe.objects["refund"]
    given = given | {"status": "failed", "failure_balance_transaction": "txn_back"}
    back = moved("back", given["amount"], "refund_failure", source=given["id"], at=at)
    moves = (*facts.stripe.balance_transactions, back)
    stripe = replace(facts.stripe, objects=facts.stripe.objects | {"refund": given}, balance_transactions=moves)
    return replace(facts, stripe=stripe, sent=sent)


# ---------------------------------------------------------------- disputes


def dispute(*moves, status="needs_response", **changes):
    """Facts of a dispute of 120.00 with its movements."""
    given = {
        "id": "dp_1", "object": "dispute", "amount": 12000, "currency": "usd", "created": PAID_AT, "status": status,
        "reason": "product_not_received", "charge": "ch_1", "evidence_details": {"due_by": PAID_AT + 7 * DAY_S},
    } | changes.pop("given", {})  # fmt: skip
    stripe = StripeFacts("dp_1", "dispute", {"dispute": given}, moves)
    return Facts("EDU1", stripe, ErpFacts(periods=PERIODS), **({"read_at": PAID_AT + 60} | changes))


TAKEN = moved("taken", -12000, "dispute", fee=1500, source="dp_1")
GIVEN_BACK = moved("given_back", 12000, "dispute_reversal", source="dp_1", at=10 * DAY_S)
FEE_BACK = moved("given_back", 12000, "dispute_reversal", fee=-1500, source="dp_1", at=10 * DAY_S)


# ---------------------------------------------------------------- payouts and other movements


def payout(*parts, amount=13447, status="paid", automatic=True, complete=True, own_fee=0, back=None, **changes):
    """Facts of a payout with the movements that it settles."""
    out = moved("po", -amount, "payout", fee=own_fee, source="po_1", at=5)
    given = {
        "id": "po_1", "object": "payout", "amount": amount, "currency": "usd", "created": PAID_AT, "status": status,
        "automatic": automatic, "reconciliation_status": "completed" if complete else "in_progress",
        "arrival_date": PAID_AT + 2 * DAY_S, "balance_transaction": out.id,
        "failure_balance_transaction": back.id if back else None,
    } | changes.pop("given", {})  # fmt: skip
    booked = () if changes.pop("unbooked", False) else (out,)
    moves = (*booked, *((back,) if back else ()), *parts)
    stripe = StripeFacts("po_1", "payout", {"payout": given}, moves)
    return Facts("EDU1", stripe, ErpFacts(periods=PERIODS), **({"read_at": PAID_AT + 60} | changes))


def movement(one, **changes):
    """Facts of a movement that is its own subject."""
    stripe = StripeFacts(one.id, "balance_transaction", {"balance_transaction": {"id": one.id}}, (one,))
    return Facts("EDU1", stripe, ErpFacts(periods=PERIODS), **({"read_at": PAID_AT + 60} | changes))


# ---------------------------------------------------------------- what documents do


def bodies(decision):
    """The bodies of a decision's documents by their purpose, with the kind where several have one purpose."""
    return {(draft.key.kind.value, draft.key.purpose): draft.body for draft in decision.drafts}


def receipt_of(decision):
    """The receipt that takes the money of a refund out."""
    return bodies(decision)[MONEY]


def effect(*found):
    """What bodies do to accounts, debit +, in minor units; accounts that end with nothing are left out.

    An order's invoice and a credit note that is an order are SYSPRO's own postings, and not among them.
    """
    total = Counter()
    for body in found:
        total.update(dict(_entries(body)))
    return {account: minor for account, minor in total.items() if minor}


def _entries(body):
    if isinstance(body, Receipt):
        return [("CLR", body.value.minor), ("AR", -body.value.minor)]
    if isinstance(body, ArDocument):
        sign, tax = {"I": 1, "D": 1, "C": -1}[body.transaction_type], body.tax.minor if body.tax else 0
        gross = body.value.minor
        return [("AR", sign * gross), ("SALES", -sign * (gross - tax)), ("TAX", -sign * tax)]
    if isinstance(body, Adjustment):
        return [("AR", body.value.minor), (body.ledger_code, -body.value.minor)]
    if isinstance(body, BankReceipt):
        charge = body.charge.minor if body.charge else 0
        gross = body.value.minor
        assert 0 <= charge < gross
        # What SYSPRO is expected to make of it is what its elements say.
        made = {(line.ledger_code, line.value.minor) for line in body.lines}
        assert made >= {(BANKS[body.bank], gross - charge), (body.ledger_code, -gross)}
    if isinstance(body, CashEntry):
        assert body.value.minor == sum(line.value.minor for line in body.lines) > 0
        sign = {"D": 1, "W": -1}[body.direction]
        lines = Counter()
        for line in body.lines:
            lines[line.ledger_code] -= sign * line.value.minor
        return [(BANKS[body.bank], sign * body.value.minor), *lines.items()]
    lines = body.lines if isinstance(body, Journal | BankReceipt) else ()
    return [(line.ledger_code, line.value.minor) for line in lines]


def effect_of(*decisions):
    """What all documents of decisions do to accounts."""
    return effect(*(draft.body for decision in decisions for draft in decision.drafts))


def legs_of(*decisions):
    """The legs that decisions post, as (key, part)."""
    return [(leg.key, leg.part.value) for one in decisions for draft in one.drafts for leg in draft.legs]


def needs_of(decision, purpose):
    """The documents that those of one purpose wait for, by kind."""
    return {draft.key.kind: draft.needs for draft in decision.drafts if draft.key.purpose == purpose}
