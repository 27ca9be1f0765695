"""ARSTPY: money into a bank that no customer paid, with the charge that the bank kept (Transaction/Post).

Source: reference, section 2.4: the elements of ``MiscellaneousReceipt`` from SYSPRO's own schemas; root, parameters
and reply are those of a payment. That the bank is debited where ``DebitLedgerCode`` is left out, and that the charge is
part of the value (the bank receives less by it), is inferred; reading back compares both.
"""

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import BankReceipt
from connectors.syspro.xml.arstpy import ROOT, parse
from connectors.syspro.xml.build import document, flag, group, leaf, needed, value
from connectors.syspro.xml.request import Request

__all__ = ["ROOT", "build", "parse"]


def build(receipt: BankReceipt, *, validate: bool = False) -> Request:
    """Return the parameters and the document that post ``receipt``.

    Args:
        receipt: The money and its charge.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or amount does not fit, the value is not above zero, or the charge is not between
            nothing and the value.
    """
    _check(receipt)
    parameters = group(
        "Parameters",
        leaf("PostingPeriod", receipt.posting_period),
        leaf("IgnoreWarnings", receipt.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    received = group(
        "MiscellaneousReceipt",
        needed("Bank", receipt.bank),
        needed("Currency", receipt.currency),
        value("MiscellaneousReceiptValue", receipt.value),
        needed("Reference", receipt.reference),
        needed("MiscellaneousReceiptDate", receipt.date),
        needed("CreditLedgerCode", receipt.ledger_code),
        # Described as mandatory.
        needed("JournalNotation", receipt.notation or receipt.reference),
        "" if receipt.charge is None else value("BankChargeValue", receipt.charge),
    )
    return Request(document(ROOT, parameters), document(ROOT, group("Item", received)))


def _check(receipt: BankReceipt) -> None:
    if receipt.value.minor <= 0:
        raise DoesNotFitError(f"MiscellaneousReceiptValue: {receipt.value} is not above zero.")
    charge = receipt.charge
    if charge is None:
        return
    if charge.currency != receipt.value.currency:
        raise DoesNotFitError(f"BankChargeValue: {charge} is not in the currency of {receipt.value}.")
    if not 0 < charge.minor < receipt.value.minor:
        raise DoesNotFitError(f"BankChargeValue: {charge} is not between nothing and {receipt.value}.")
