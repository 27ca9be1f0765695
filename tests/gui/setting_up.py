"""A home in the middle of setting up, for tests and pictures: everything was tried, found and previewed."""

from agent.domain.codec import dumps
from agent.domain.documents import State
from agent.domain.erp import CodeRow, LedgerRow
from agent.domain.facts import PeriodState
from agent.domain.marks import SET_UP, SET_UP_TOLD
from agent.domain.preview import AccountTotal
from agent.domain.setup import (
    Access,
    CauseCount,
    CustomerNote,
    Found,
    Kept,
    KeyFormats,
    Look,
    PreviewSummary,
    Right,
    StateSum,
    Told,
    Tried,
)

ACCESS = Access((
    Tried("Stripe", (
        Right("charge_read", "Reading payments and refunds, and the payment behind a dispute.", granted=True),
        Right("event_read", "Noticing that anything happened.", granted=True),
        Right("payout_read", "Booking payouts to the bank, and returned ones.", granted=False,
              message="Missing: set “Payouts: Read” for this key in the Stripe Dashboard (Developers, API keys)."),
        Right("Transfers", "Nothing.", granted=True, needed=False,
              message="The agent never uses it: take “Transfers” from this key."),
    )),
    Tried("SYSPRO", (
        Right("e.net service 7.0.0.6", "everything", granted=True),
        Right("Company Northmoor Supply Co., local currency USD", "the local currency", granted=True),
        Right("SORTOI", "sales orders", granted=True),
    )),
))  # fmt: skip


def _rows(text):
    return tuple(CodeRow(*part.split("|")) for part in text.split("; "))


FOUND = Found(
    account="acct_1SandbB7WZ01zgkW test",
    currencies=("eur", "usd"),
    company="A",
    companies=("A", "EDU1"),
    local_currency="usd",
    lists={
        "banks": _rows("FIRST-USD|First Harbor Bank; STRIPE-EUR|Stripe balance EUR; STRIPE-USD|Stripe balance USD"),
        "branches": _rows("10|Portland head office; 20|Rotterdam; WEB|Web shop"),
        "warehouses": _rows("FG|Finished goods, Portland; RT|Rotterdam depot"),
        "areas": _rows("EU|Europe; NW|North West; WEB|Web shop"),
        "terms": _rows("00|Paid with order; 30|30 days from invoice"),
        "currencies": _rows("EUR|Euro; USD|US Dollar"),
        "product_classes": _rows("ELEC|; FAST|; HOSE|; PNT|; SAFE|; TOOL|; WEB|"),
        "tax_codes": _rows("A|; E|"),
        "price_codes": _rows("A|; B|; EUR|"),
        "customer_classes": _rows("TRD|Trade; WEB|Web shop"),
    },
    ledger=tuple(
        LedgerRow(code, words, kind, control=False)
        for code, words, kind in (
            ("1010-000", "First Harbor Bank", "A"),
            ("1020-000", "Rheinufer Bank EUR", "A"),
            ("1310-000", "Stripe clearing USD", "A"),
            ("1320-000", "Stripe clearing EUR", "A"),
            ("1410-000", "Money held by disputes", "A"),
            ("6110-000", "Stripe processing fees", "E"),
            ("6200-000", "Losses from disputes", "E"),
            ("7100-000", "Realised exchange differences", "E"),
        )
    ),
    periods=PeriodState(2026, 11, tuple(f"2026-{month:02}-28" for month in range(1, 13))),
    keys=KeyFormats(customer_numeric=True, customer_length=15, invoice_numeric=True, invoice_length=15),
    guests=(CustomerNote("000000000000901", "Web shop guest USD", "USD"),),
    habits={"salesperson": "HOUSE", "price_codes:usd": "A"},
)

PREVIEW = PreviewSummary(
    since_at=1,
    until_at=2,
    events=1240,
    movements=402,
    held=2,
    waiting=10,
    ignored=9,
    sums=(
        StateSum(State.POSTED, "eur", 210, 1_204_520),
        StateSum(State.POSTED, "usd", 532, 8_853_890),
        StateSum(State.PARKED, "usd", 4, 26_770),
    ),
    causes=(
        CauseCount("stock.unknown", "Stock code WEB-4711 does not exist in SYSPRO. Add it, or correct stock_code in "
                   "Stripe, then retry.", "Order for Ada Abbot, 24.00 EUR", 4),
        CauseCount("customer.no_guest", "Stripe customer paid in GBP, and no guest customer is set for that currency. Set "
                   "customers.guest, then retry.", "ch_3yirp8B7WZ01zgkWRZa6GRav", 2),
    ),
    accounts=(
        AccountTotal("1310-000", "usd", 8_853_890, 7_100_000),
        AccountTotal("6110-000", "usd", 288_430, 0),
        AccountTotal("bank STRIPE-EUR", "eur", 1_204_520, 990_010),
        AccountTotal("receivables", "usd", 0, 8_853_890),
    ),
)  # fmt: skip


def stand(store, step, *, now, template="subscriptions"):
    """Let a home stand at a step, with all that was found before."""
    store.marks.set(SET_UP, dumps(Kept(step, template)), now)
    for look, told in (
        (Look.ACCESS, Told(now, access=ACCESS)),
        (Look.DISCOVER, Told(now, found=FOUND)),
        (Look.PREVIEW, Told(now, preview=PREVIEW)),
    ):
        store.marks.set(f"{SET_UP_TOLD}{look.value}", dumps(told), now)
