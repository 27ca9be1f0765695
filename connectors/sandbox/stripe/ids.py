"""Stripe-like ids, drawn from a seed so that a run can be repeated."""

import random
import string
import threading

_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase

# Prefix and the digit after it; the rest is time, account and chance, as ids made since 2020 look.
_TIMED = {
    "charge": "ch_3",
    "charge.async": "py_3",
    "payment_intent": "pi_3",
    "balance_transaction": "txn_3",
    "refund": "re_3",
    "refund.async": "pyr_3",
    "event": "evt_1",
    "dispute": "du_1",
    "payout": "po_1",
    "price": "price_1",
    "invoice": "in_1",
    "payment_link": "plink_1",
    "invoice_payment": "inpay_1",
    "item": "li_1",
    "line_item": "il_1",
    "payment_method": "pm_1",
    "tax_rate": "txr_1",
    "tax_id": "txi_1",
    "topup": "tu_1",
    "discount": "di_1",
    "shipping_rate": "shr_1",
    "payment_intent_amount_details_line_item": "uli_1",
}
_SHORT = {"customer": ("cus_", 14), "product": ("prod_", 14), "request": ("req_", 14), "coupon": ("", 8)}
_SESSION_CHARACTERS = 58


def _base62(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, rest = divmod(number, 62)
        digits.append(_ALPHABET[rest])
    return "".join(reversed(digits))


class Ids:
    """Mint ids; the same seed and the same calls give the same ids. Safe to share by threads."""

    def __init__(self, seed: str, account_tail: str, *, livemode: bool) -> None:
        self._session = "cs_live_a1" if livemode else "cs_test_a1"
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._tail = account_tail
        self._lock = threading.Lock()

    def mint(self, kind: str, at: int) -> str:
        """Return a new id for a Stripe ``object`` value (``charge.async`` for ``py_``), made at Unix second ``at``."""
        if kind == "checkout.session":
            return self._session + self.letters(_SESSION_CHARACTERS)
        if kind in _SHORT:
            prefix, length = _SHORT[kind]
            return prefix + self.letters(length)
        return f"{_TIMED[kind]}{_base62(at // 2, 5)}{self._tail}{self.letters(8)}"

    def letters(self, count: int) -> str:
        """Return ``count`` characters of chance."""
        with self._lock:
            return "".join(self._random.choices(_ALPHABET, k=count))
