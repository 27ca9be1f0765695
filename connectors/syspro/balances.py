"""What is open on an AR document, in the document's own currency.

Source: reference, section 3.7: InvoiceBal1 is in local currency for local customers; **which currency it holds for
foreign customers is not known**. So it is a setting; without a decision only documents count whose balance is provably
whole.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.money import Money
from connectors.syspro.xml.comfnd import Row

#: Columns of ArInvoice that the balance needs.
COLUMNS = ("CurrencyValue", "PostCurrency", "ConvRate", "MulDiv", "InvoiceBal1", "TaxPortion")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class BalanceRule:
    """How balances of foreign documents are read.

    Attributes:
        foreign: ``invoice``, ``local`` or ``unpaid`` (not known).
        local_currency: SYSPRO code of the company's currency.
    """

    foreign: str
    local_currency: str

    def balance(self, row: Row, currency: str) -> Money:
        """Return what is open on the document in ``row``.

        Args:
            row: A row of ArInvoice with ``COLUMNS``.
            currency: Stripe's code of the document's currency.

        Raises:
            NeedsPerson: When the document is foreign, partly paid, and no setting says how to read its balance.
        """
        left = row.number("InvoiceBal1")
        # Nothing is nothing in every currency.
        if not left or self.foreign == "invoice" or row.text("PostCurrency") == self.local_currency:
            return Money.from_decimal(left, currency)
        whole, rate = row.number("CurrencyValue"), row.number("ConvRate")
        if left in {whole, local_value(whole, rate, row.text("MulDiv"))} and self.foreign == "unpaid":
            return Money.from_decimal(whole, currency)
        if self.foreign == "local" and rate:
            return Money.from_decimal(left * rate if row.text("MulDiv") == "D" else left / rate, currency)
        raise NeedsPerson(_unknown(row))

    def tax(self, row: Row, currency: str) -> Money | None:
        """Return the tax within a document; ``None`` where it is foreign and no setting says how to read it.

        Source: reference, section 3.5; which currency TaxPortion of a foreign document is in is not known, and taken to
        be that of its balance.
        """
        portion, rate = row.number("TaxPortion"), row.number("ConvRate")
        if not portion or self.foreign == "invoice" or row.text("PostCurrency") == self.local_currency:
            return Money.from_decimal(portion, currency)
        if self.foreign == "local" and rate:
            return Money.from_decimal(portion * rate if row.text("MulDiv") == "D" else portion / rate, currency)
        return None


def local_value(value: Decimal, rate: Decimal, mul_div: str) -> Decimal | None:
    """Return a foreign value in local currency: MulDiv M multiplies by the rate, D divides; ``None`` without a rate."""
    if not rate:
        return None
    local = value / rate if mul_div == "D" else value * rate
    return local.quantize(_CENT, rounding=ROUND_HALF_UP)


def _unknown(row: Row) -> Problem:
    return Problem(
        title="The balance of a foreign invoice cannot be read",
        message=f"Invoice {row.text('Invoice')} of customer {row.text('Customer')} is in {row.text('PostCurrency')} and"
        " partly paid, and it is not known which currency SYSPRO keeps its balance in.",
        press="Set receipts.foreign_balance to what SYSPRO shows for this invoice, then press Retry.",
        code="syspro.foreign_balance",
    )
