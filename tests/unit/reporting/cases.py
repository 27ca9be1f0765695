"""Read models to render."""

from datetime import UTC

from agent.domain.audit import AuditTrailRow
from agent.domain.money import Money
from agent.domain.month_end import ExceptionRow, MonthEndPack, PayoutRow, movement_of
from agent.domain.proof import ProofRow
from agent.domain.statements import DocumentTrace, PayoutStatement, StatementLine
from agent.reporting import month_report, payout_report, trail_report

MADE = "Made 2026-12-01 08:15:00 (UTC) by the SYSPRO Stripe agent"

#: What a payer may be called.
HOSTILE = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\tTab",
    "  =1+1",
    "\U0001f600 \u5c71\u7530 \u0416",
    "x" * 10_000,
    "a\x00b\x1b[31m\x07\ud83dc",
    "#REF!",
    "{{ 7 * 7 }}",
    'a,b;"c"\nd',
    "\u202eevil",
]  # fmt: skip


def line(
    number=1,
    gross=12_000,
    fee=378,
    *,
    category="charge",
    source="ch_1",
    title="Ann",
    currency="usd",
    why="",
    ignored=False,
):
    parts = ("amount", "fees") if fee else ("amount",)
    made = tuple(DocumentTrace(number, part, "receipt", title, "posted", "00042") for part in parts)
    documents = () if why else made
    return StatementLine(
        f"txn_{number}", "2026-11-03", category, source, title, Money(gross, currency), Money(fee, currency),
        Money(gross - fee, currency), documents, why, ignored,
    )  # fmt: skip


def statement(*lines, amount=None, currency="usd"):
    net = sum(one.net.minor for one in lines) if amount is None else amount
    own = line(999, -net, 0, category="payout", source="po_1", title="Payout", currency=currency)
    money = Money(net, currency)
    return PayoutStatement("po_1", "EDU1", currency, "paid", "2026-11-05", "TRACE7", money, (*lines, own))


def example(title="Ann"):
    """A payout of 134.47 with two payments and a refund."""
    return statement(
        line(title=title),
        line(2, 5_000, 175, source="ch_2"),
        line(3, -3_000, 0, category="refund", source="re_1"),
    )


def payout(title="Ann"):
    return payout_report(example(title), MADE)


def proof(**changes):
    return ProofRow(**(dict.fromkeys(ProofRow.__slots__, 0) | {"company": "EDU1", "currency": "usd"} | changes))


def month(title="Ann"):
    lines = (line(title=title), line(2, 500, 20, currency="jpy", why="held: " + title))
    movements = (
        movement_of("usd", Money(0, "usd"), [("charge", 12_000, 378)]),
        movement_of("jpy", Money(0, "jpy"), [("charge", 500, 20)]),
    )
    pack = MonthEndPack(
        company="EDU1",
        month="2026-11",
        made_at=5,
        movements=movements,
        proof=(proof(stripe_minor=1_234_567, syspro_ledger_minor=None), proof(currency="jpy", difference_minor=-5)),
        proven_at=1_796_100_000,
        unsettled=lines,
        in_transit=(PayoutRow("po_2", "2026-11-29", "in_transit", "2026-12-02", Money(1_234, "usd")),),
        exceptions=(ExceptionRow("held", "12", "ch_9", title, Money(7, "usd"), title),),
    )
    return month_report(pack, UTC, MADE)


def empty_month():
    return month_report(MonthEndPack("EDU1", "2026-10", 0, (), (), 0, (), (), ()), UTC, MADE)


def trail(title="Ann"):
    step = AuditTrailRow(
        stripe_id="ch_1", object_type="charge", at=1_793_500_000, actor="engine", outcome="documents", flow="sale",
        revision=3, audit_row=17, document=2, document_key="EDU1/receipt/payment/ch_1", title=title,
        amount=Money(12_000, "usd"), state="posted", erp_key="00777", evidence="Answered.",
    )  # fmt: skip
    ignored = AuditTrailRow("ch_1", "charge", 1_793_600_000, "Ann", "ignored", title, audit_row=18)
    linked = AuditTrailRow("cus_1|usd", "customer", 1_793_400_000, "", "linked", erp_key="00042", evidence="Found.")
    return trail_report("ch_1", (linked, step, ignored), UTC, MADE)


REPORTS = {"payout": payout, "month": month, "trail": trail}
