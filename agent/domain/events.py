"""Events: Stripe's notices that something changed. A pointer to an object, never data to post from."""

from dataclasses import dataclass

#: Type, and object type, of an event whose form is not the documented one; it is kept and set aside.
UNREADABLE = "unreadable"

#: Made-up event type by which a person asks for a fresh decision.
RETRY = "retry"

#: Made-up event type of what the sweep of Stripe's journal found undecided.
SWEEP = "sweep"

#: Made-up event type of a day that has ended, and object of the subject that its summary journal is decided for.
DAY_CLOSED = "day.closed"
DAY = "day"

#: Most event types that one request may name; source: Stripe API, list events.
MAX_TYPES_PER_REQUEST = 20


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the inbox.

    Attributes:
        id: Stripe's ``evt_`` id; unique.
        type: Stripe's event type, such as ``charge.succeeded``.
        created_at: Unix seconds UTC, Stripe's clock.
        object_id: Id of the object the event is about.
        object_type: Stripe's ``object`` of it, such as ``charge``.
        livemode: True for live money.
        account: Connect account, or empty for the key's own account.
        request_key: Idempotency key of the request that caused it; ours when we caused it. May be empty.
        payload: The event as received (JSON text); used only for deleted objects and for people to look at.
    """

    id: str
    type: str
    created_at: int
    object_id: str
    object_type: str
    livemode: bool
    account: str = ""
    request_key: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of Stripe's time that is listed in one go.

    Attributes:
        since_at: First second, inclusive, Unix seconds UTC.
        until_at: First second after it.
        mark_at: Where the watermark may stand once the slice is stored.
    """

    since_at: int
    until_at: int
    mark_at: int


@dataclass(frozen=True, slots=True)
class Subject:
    """An object that one or more waiting events are about; it is read and decided once for all of them.

    Attributes:
        object_id: Stripe id, such as ``ch_...`` or ``cs_...``.
        object_type: Stripe's ``object``.
        event_ids: The waiting events, oldest first.
        types: Their types, oldest first.
        created_at: Unix seconds UTC of the oldest.
        attempts: How often reading it was tried in vain.
    """

    object_id: str
    object_type: str
    event_ids: tuple[str, ...]
    types: tuple[str, ...]
    created_at: int
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class BalanceTransaction:
    """One movement of Stripe's balance, as Stripe's journal has it.

    Attributes:
        id: ``txn_`` id.
        created_at: Unix seconds UTC.
        amount_minor: Gross in the settlement currency, signed.
        fee_minor: Fees, positive when they cost us.
        net_minor: ``amount_minor - fee_minor``.
        currency: Settlement currency, lower case.
        type: Stripe's ``type``.
        reporting_category: Stripe's ``reporting_category``; what accounts are mapped by.
        source_id: Id of the object that moved the money; may be empty.
        fees: ``(type, minor)`` of each entry in ``fee_details``.
        available_at: When it can be paid out, Unix seconds UTC; 0 when unknown.
        balance_type: Which of the account's balances it moves: ``payments``, ``risk_reserved`` and others; empty when
            unknown.
        exchange_rate: Settlement for presentment currency as Stripe wrote it, for information; of a dispute it tells
            a loss from what the rate has changed; empty for none.
        payout_id: The automatic payout that it was listed for; empty as long as it was listed for none.
        description: Stripe's words for it; may be empty.
    """

    id: str
    created_at: int
    amount_minor: int
    fee_minor: int
    net_minor: int
    currency: str
    type: str
    reporting_category: str
    source_id: str
    fees: tuple[tuple[str, int], ...] = ()
    available_at: int = 0
    balance_type: str = ""
    exchange_rate: str = ""
    payout_id: str = ""
    description: str = ""


def groups_of_types(types: "set[str] | frozenset[str]") -> tuple[tuple[str, ...], ...]:
    """Split event types into sorted groups that one request may name."""
    names = sorted(types)
    return tuple(tuple(names[at : at + MAX_TYPES_PER_REQUEST]) for at in range(0, len(names), MAX_TYPES_PER_REQUEST))


#: ``reporting_category`` -> Stripe's ``object`` of the subject that is decided for a movement, where it is not the
#: balance transaction itself; source: docs.stripe.com/reports/reporting-categories.
_SUBJECTS = {
    "charge": "charge",
    "partial_capture_reversal": "charge",
    "refund": "refund",
    "refund_failure": "refund",
    "dispute": "dispute",
    "dispute_reversal": "dispute",
    "payout": "payout",
    "payout_reversal": "payout",
}

#: Categories of Stripe's own fees, which are booked with the payout that settles them.
WITH_PAYOUT = frozenset({"fee", "network_cost", "tax"})

#: Object of a subject that is the movement itself.
MOVEMENT = "balance_transaction"


def unnamed_by(transaction: BalanceTransaction) -> str:
    """Return which Stripe ``object`` a movement is of and does not name; empty where it names it, or is of none."""
    return "" if transaction.source_id else _SUBJECTS.get(transaction.reporting_category, "")


def subject_of(transaction: BalanceTransaction) -> tuple[str, str]:
    """Return id and type of the object that is decided for a movement of the balance.

    Charges, refunds, disputes and payouts are decided as wholes, with all their movements; every other movement, and
    one that names no source, is its own subject.
    """
    object_type = _SUBJECTS.get(transaction.reporting_category, MOVEMENT)
    if object_type == MOVEMENT or not transaction.source_id:
        return transaction.id, MOVEMENT
    return transaction.source_id, object_type
