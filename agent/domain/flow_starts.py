"""What a new condition card can begin with: the conditions sites ask for most, by the subject. Pure."""

from collections.abc import Mapping

#: Subject -> name of the start -> its condition. A person changes figure and sentence; the condition is only a start.
_STARTS: Mapping[str, Mapping[str, str]] = {
    "charge": {
        "amount": "payment.amount.minor > 100000",
        "first_time": "account.first_time",
        "new_stock_code": "size(sale.unknown_codes) > 0",
        "weekend": "payment.weekday >= 6",
        "guest": "account.guest",
        "currency": 'payment.amount.currency == "eur"',
    },
    "refund": {"amount": "refund.amount.minor > 100000", "part": "!refund.full"},
    "dispute": {"amount": "dispute.amount.minor > 100000"},
    "payout": {"amount": "payout.amount.minor > 1000000"},
    "balance_transaction": {"amount": "movement.amount.minor > 100000"},
}


def starts_of(subject: str) -> Mapping[str, str]:
    """Return name -> condition of what a new condition about a subject can begin with."""
    return _STARTS.get(subject, {})
