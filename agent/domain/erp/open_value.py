"""What is open on an AR document, in the document's own currency.

Source: reference, section 3.7: InvoiceBal1 is in local currency for local customers; **which currency it holds for
foreign customers is not known**. So it is a setting; without a decision only documents count whose balance is provably
whole.
"""

from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")


def open_value(
    balance: Decimal, *, whole: Decimal, rate: Decimal, mul_div: str, foreign: str, local: bool
) -> Decimal | None:
    """Return what is open on a document, in units of its currency; ``None`` where that is not known.

    Args:
        balance: InvoiceBal1.
        whole: Value of the whole document in its currency.
        rate: Rate to the local currency.
        mul_div: M when a foreign value times the rate is local, D when it is divided.
        foreign: How balances of foreign documents are read: ``invoice``, ``local`` or ``unpaid`` (not known).
        local: Whether the document is in the company's own currency.
    """
    # Nothing is nothing in every currency.
    if not balance or foreign == "invoice" or local:
        return balance
    if foreign == "unpaid":
        return whole if balance in {whole, local_value(whole, rate, mul_div)} else None
    if not rate:
        return None
    return balance * rate if mul_div == "D" else balance / rate


def local_value(value: Decimal, rate: Decimal, mul_div: str) -> Decimal | None:
    """Return a foreign value in local currency: MulDiv M multiplies by the rate, D divides; ``None`` without a rate."""
    if not rate:
        return None
    local = value / rate if mul_div == "D" else value * rate
    return local.quantize(_CENT, rounding=ROUND_HALF_UP)
