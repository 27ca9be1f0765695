"""What the demo company's bookkeeper decided, in the oracle's own words: which account has which ledger code."""

from dataclasses import dataclass, field
from fractions import Fraction

#: Minor units of a currency have so many decimals (docs.stripe.com/currencies).
EXPONENTS = {"usd": 2, "eur": 2, "gbp": 2, "jpy": 0, "kwd": 3}

CLEARING = {"usd": "1310-000", "eur": "1320-000", "jpy": "1330-000", "gbp": "1340-000"}
BANK = {"usd": "1010-000", "eur": "1020-000", "jpy": "1030-000", "gbp": "1040-000"}
FEES = {
    "stripe_fee": "6110-000",
    "payment_method_passthrough_fee": "6110-000",
    "application_fee": "6140-000",
    "stripe_fx_fee": "6130-000",
    "tax": "1350-000",
    "tax_fee": "1350-000",
}
OTHER_FEES = "6150-000"
SERVICES = "6160-000"
BANK_CHARGES = "6190-000"
#: Fees that the bank keeps, where payouts are receipts with bank charges.
KEPT = {"stripe_fee", "payment_method_passthrough_fee"}
DISPUTE_FEES = "6120-000"
DISPUTED = "1410-000"
DISPUTE_LOSS = "6200-000"
RESERVE = "1420-000"
SUSPENSE = "9900-000"
FX = "7100-000"
SALES = "4700-000"
SALES_RETURNS = "4990-000"
REFUNDS = "1370-000"
IN_TRANSIT = "1360-000"

#: Reporting category of a movement without an object -> its ledger code, or what kind of account it is.
MOVEMENTS = {
    "topup": BANK,
    "topup_reversal": BANK,
    "risk_reserved_funds": RESERVE,
    "reserved_funds": RESERVE,
    "connect_reserved_funds": RESERVE,
    "payout_minimum_balance_hold": RESERVE,
    "payout_minimum_balance_release": RESERVE,
    "other_adjustment": SUSPENSE,
    "contribution": SUSPENSE,
}

#: Reporting category -> account, where a person's ledger code is not given to the category itself.
NAMES = {"transfer": "connect.transfer", "transfer_reversal": "connect.transfer"}


@dataclass(frozen=True)
class Terms:
    """What differs between two runs.

    Attributes:
        mode: How sales are posted; see `modes.MODES`.
        route: How payouts are booked: `journal`, `cashbook`, or `bank_charges`.
        summary: What one journal of the mode `summary` sums up: a ``payout``, or a ``day``.
        local: The company's own currency.
        mapped: Accounts that a person has given a ledger code on top of `MOVEMENTS`.
    """

    mode: str = "orders"
    route: str = "journal"
    summary: str = "payout"
    local: str = "usd"
    mapped: dict[str, str] = field(default_factory=dict)

    @property
    def by_day(self):
        """Whether journals sum up days: fees then go with what they are taken of, not with the payout."""
        return self.mode == "summary" and self.summary == "day"

    def code_of(self, category, currency):
        """The ledger code of a movement's category, or nothing where nobody has said it."""
        found = self.mapped.get(NAMES.get(category, category)) or MOVEMENTS.get(category)
        return found.get(currency) if isinstance(found, dict) else found

    def own_fee_code(self, kind):
        """The ledger code of what Stripe takes by itself: Radar and the like stand apart from the fees of payments."""
        return SERVICES if kind == "stripe_fee" else self.fee_code(kind)

    def fee_code(self, kind):
        """The ledger code of a type of fee."""
        if self.route == "bank_charges" and kind in KEPT:
            return BANK_CHARGES
        return FEES.get(kind, OTHER_FEES)


def scale(currency):
    """How many hundredths of a currency a minor unit is: SYSPRO's tables keep hundredths."""
    return Fraction(100, 10 ** EXPONENTS[currency])


def watched(mode):
    """Every ledger code that only the agent's postings move beside the opening."""
    sums = {SALES, SALES_RETURNS} if mode == "summary" else set()
    codes = {
        *CLEARING.values(),
        *BANK.values(),
        *FEES.values(),
        OTHER_FEES,
        BANK_CHARGES,
        SERVICES,
        DISPUTE_FEES,
        DISPUTED,
        DISPUTE_LOSS,
    }
    return codes | sums | {RESERVE, SUSPENSE, FX, REFUNDS, IN_TRANSIT}
