"""Journals and cash book entries that the demo company can take."""

from agent.domain.kinds import BankReceipt, CashEntry, CashLine, Journal, JournalLine
from agent.domain.money import Money

BANK, FEES, CLEARING, CHARGES = "1010-000", "6110-000", "1310-000", "6190-000"


def journal(reference="po_1", **changes):
    """A payout of 134.47 with fees of 5.53."""
    return Journal(
        **{
            "reference": reference,
            "date": "2023-11-14",
            "currency": "USD",
            "notation": "Stripe payout & fees",
            "lines": lines((BANK, 13447), (FEES, 500), (FEES, 53), (CLEARING, -14000)),
            **changes,
        }
    )


def euro_journal(reference="po_eur"):
    """A payout in a foreign currency, whose local values do not balance by themselves."""
    return journal(
        reference, currency="EUR", lines=lines(("1020-000", 3333), (FEES, 3333), ("1320-000", -6666), currency="eur")
    )


def lines(*amounts, currency="usd"):
    return tuple(JournalLine(code, Money(minor, currency), "Payout") for code, minor in amounts)


def withdrawal(reference="txn_1", **changes):
    """Fees out of the Stripe balance."""
    return CashEntry(
        **{
            "reference": reference,
            "bank": "STRIPE-USD",
            "direction": "W",
            "value": Money(553, "usd"),
            "date": "2023-11-14",
            "narration": "Stripe fees",
            "lines": (CashLine(FEES, Money(500, "usd"), "Processing"), CashLine(FEES, Money(53, "usd"))),
            **changes,
        }
    )


def deposit(reference="txn_2"):
    """A fee that came back."""
    return withdrawal(reference, direction="D")


def yen_withdrawal(reference="txn_jpy"):
    """A fee out of a balance without minor units."""
    return withdrawal(
        reference, bank="STRIPE-JPY", value=Money(1001, "jpy"), lines=(CashLine(FEES, Money(1001, "jpy")),)
    )


def received(reference="po_1", **changes):
    """A payout of 134.47 of which the bank keeps 5.53."""
    return BankReceipt(
        **{
            "reference": reference,
            "bank": "FIRST-USD",
            "currency": "USD",
            "value": Money(14000, "usd"),
            "date": "2023-11-14",
            "ledger_code": CLEARING,
            "charge": Money(553, "usd"),
            "notation": "Stripe payout & fees",
            "lines": lines((BANK, 13447), (CHARGES, 553), (CLEARING, -14000)),
            **changes,
        }
    )


def euros_received(reference="po_eur"):
    """A payout in a foreign currency, whose parts round by themselves."""
    parts = lines(("1020-000", 50), (CHARGES, 49), ("1320-000", -99), currency="eur")
    amounts = {"value": Money(99, "eur"), "charge": Money(49, "eur")}
    return received(reference, bank="RHEIN-EUR", currency="EUR", ledger_code="1320-000", lines=parts, **amounts)
