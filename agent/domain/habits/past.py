"""What was usual before a payment, as the store has it, and what is unusual about it: parts of facts and decisions."""

from dataclasses import dataclass

#: Area of the discrepancies that warn of what is unusual about a payment.
CHECKS = "checks"


@dataclass(frozen=True, slots=True)
class PastPayment:
    """An earlier payment of the same payer, in the same currency.

    Attributes:
        id: Stripe id.
        at: When it was made, Unix seconds UTC.
        minor: Its amount, minor units.
    """

    id: str
    at: int
    minor: int


@dataclass(frozen=True, slots=True)
class CustomerThen:
    """How SYSPRO had a customer at an earlier payment.

    Attributes:
        code: Customer as stored.
        terms: Terms code.
        branch: Branch.
    """

    code: str
    terms: str
    branch: str


@dataclass(frozen=True, slots=True)
class Habits:
    """What was usual; newest first.

    Attributes:
        payer: Earlier payments of the payer; none where the payer is not known at Stripe.
        account: Amounts of all payments in the currency before it, whoever paid, minor units.
        fees: Stripe's fees of those, minor units, in the same order.
        customer: The payer's customer at the payments before it, as far as SYSPRO's answer was kept.
    """

    payer: tuple[PastPayment, ...] = ()
    account: tuple[int, ...] = ()
    fees: tuple[int, ...] = ()
    customer: tuple[CustomerThen, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something unusual.

    Attributes:
        code: Which check, as ``amount``.
        reason: What it is, with the numbers it rests on, for a person.
        hold: Whether the documents wait for approval; else it is a warning.
    """

    code: str
    reason: str
    hold: bool
