"""What is open on a row of ArInvoice; see :mod:`agent.domain.erp.open_value`."""

from dataclasses import dataclass

from agent.domain.erp.open_value import open_value
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.money import Money
from connectors.syspro.xml.comfnd import Row

#: Columns of ArInvoice that the balance needs.
COLUMNS = ("CurrencyValue", "PostCurrency", "ConvRate", "MulDiv", "InvoiceBal1", "TaxPortion")


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
        left = open_value(
            row.number("InvoiceBal1"),
            whole=row.number("CurrencyValue"),
            rate=row.number("ConvRate"),
            mul_div=row.text("MulDiv"),
            foreign=self.foreign,
            local=row.text("PostCurrency") == self.local_currency,
        )
        if left is None:
            raise NeedsPerson(_unknown(row))
        return Money.from_decimal(left, currency)

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


def _unknown(row: Row) -> Problem:
    return Problem(
        title="The balance of a foreign invoice cannot be read",
        message=f"Invoice {row.text('Invoice')} of customer {row.text('Customer')} is in {row.text('PostCurrency')} and"
        " partly paid, and it is not known which currency SYSPRO keeps its balance in.",
        press="Set receipts.foreign_balance to what SYSPRO shows for this invoice, then press Retry.",
        code="syspro.foreign_balance",
    )
