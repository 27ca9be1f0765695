"""All shipped flows with ledger codes for every account, and movements of the balance, for the tests of the modes."""

from importlib import resources

from agent.domain.decide import decide
from agent.domain.events import BalanceTransaction
from agent.domain.flows import parse_flow
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from tests.unit.domain.cases import PAID_AT, policy

FLOWS = tuple(
    parse_flow(entry.read_text("utf-8"))
    for entry in sorted((resources.files("resources") / "flows").iterdir(), key=lambda entry: entry.name)
)
CODES = {
    "accounts.ledger": '{"bank": "1000", "fee": "6000", "fee.dispute": "6100", "dispute": "1400", "dispute_loss": "6200",'
    ' "sales": "4000", "sales_returns": "4900", "transfer": "1300", "refunds": "1370"}',
    "receipts.ledger_code": '{"usd": "1310"}',
    "payouts.bank": '{"usd": "BANK"}',
    "posting.product_class": "WEB",
    "refunds.product_class": "RTN",
}
DAY = "2023-11-14"


def usd(minor):
    return Money(minor, "usd")


def revision(**changes):
    texts = CODES | {name.replace("__", "."): text for name, text in changes.items()}
    return MappingRevision(7, FLOWS, policy(**texts))


def made_of(read, **changes):
    return decide(read, revision(**changes))


def kinds(decision):
    return [draft.key.kind for draft in decision.drafts]


def moved(number, minor, category="charge", *, fee=0, source=None, payout="", at=PAID_AT, kind=""):
    return BalanceTransaction(
        f"txn_{number}", at, minor, fee, minor - fee, "usd", kind or category, category,
        source or f"{_PREFIX[category]}_{number}", (("stripe_fee", fee),) if fee else (), payout_id=payout,
    )  # fmt: skip


_PREFIX = {"charge": "ch", "refund": "re", "dispute": "dp", "dispute_reversal": "dp", "payout": "po", "fee": "txn"}


TAKEN = moved(2, -1000, "dispute", fee=1500, source="dp_1")
BACK = moved(3, 1000, "dispute_reversal", source="dp_1")


def purposes(decision):
    return [draft.key.purpose for draft in decision.drafts]
