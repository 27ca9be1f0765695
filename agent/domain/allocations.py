"""Allocations: money on account that moves to the invoice of its order, once SYSPRO has one.

No object of Stripe's stands behind one, so its subject is made up: the payment's id with ``.P`` behind it, which no id
of Stripe's has.
"""

from dataclasses import dataclass

#: Made-up ``object`` of such a subject.
ALLOCATION = "allocation"

#: Type of the made-up events that ask for a decision about one.
ALLOCATE = "allocate"

_MARK = ".P"


def subject_for(charge_id: str) -> str:
    """Return the subject that stands for allocating a payment."""
    return charge_id + _MARK


def is_allocation(subject: str) -> bool:
    """Return whether an id is that of such a subject."""
    return subject.endswith(_MARK)


def charge_of(subject: str) -> str:
    """Return the payment that a subject is about."""
    return subject.removesuffix(_MARK)


@dataclass(frozen=True, slots=True)
class OpenReceipt:
    """A posted receipt of ours that may still stand on account.

    Attributes:
        id: Its number in the outbox.
        charge_id: The payment.
        sales_order: SYSPRO's key of the payment's order.
        allocations: How many allocations of it there are already.
        refunds: How many documents of refunds of it SYSPRO has.
    """

    id: int
    charge_id: str
    sales_order: str
    allocations: int
    refunds: int = 0
