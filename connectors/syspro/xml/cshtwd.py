"""CSHTWD: post a deposit to or a withdrawal from a bank of the cash book (Transaction/Post).

Source: reference, section 2.9: inputs from SYSPRO's own schemas. The shape of its reply was **not found publicly**: a
root ``postcbdepositswithdrawals``, ``Item/Key`` with year, month and journal, and ``StatusOfItems`` are inferred, so
nothing here depends on the key; without one the entry is looked for by our reference.
"""

from decimal import Decimal

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import CashEntry, CashLine
from connectors.syspro.xml.build import document, flag, group, leaf, needed, value
from connectors.syspro.xml.journal_keys import key_below
from connectors.syspro.xml.reply import Node, judge
from connectors.syspro.xml.request import Posted, Request

ROOT = "PostCbDepositsWithdrawals"

_DIRECTIONS = ("D", "W")


def build(entry: CashEntry, *, validate: bool = False) -> Request:
    """Return the parameters and the document that add ``entry``.

    Args:
        entry: The deposit or withdrawal.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or amount does not fit, the value is not above zero, the direction is unknown, a
            line is zero or in another currency, or the lines do not add up to the value.
    """
    _check(entry)
    parameters = group(
        "Parameters",
        leaf("PostingPeriod", entry.posting_period),
        leaf("IgnoreWarnings", entry.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    return Request(document(ROOT, parameters), document(ROOT, group("Item", _transaction(entry))))


def parse(root: Node) -> Posted:
    """Return what became of the entry; its key, where there is one, reads ``year/period/journal`` of the cash book."""
    key = key_below(root.first("Item/Key"))
    return Posted(judge(root, ROOT, key=key), key)


def _check(entry: CashEntry) -> None:
    if entry.direction not in _DIRECTIONS:
        raise DoesNotFitError(f"DepositOrWithdrawal: {entry.direction!r} is neither D nor W.")
    if entry.value.minor <= 0:
        raise DoesNotFitError(f"TransactionValue: {entry.value} is not above zero.")
    for line in entry.lines:
        if line.value.currency != entry.value.currency:
            raise DoesNotFitError(f"LedgerValue: {line.value} is not in the currency of {entry.value}.")
        if not line.value:
            raise DoesNotFitError(f"LedgerValue: the line on ledger code {line.ledger_code} is zero.")
    spread = sum((line.value.to_decimal() for line in entry.lines), Decimal(0))
    if spread != entry.value.to_decimal():
        raise DoesNotFitError(f"LedgerDistribution: the lines add up to {spread:f}, not to {entry.value}.")


def _transaction(entry: CashEntry) -> str:
    return group(
        "AddTransaction",
        needed("Bank", entry.bank),
        leaf("DepositOrWithdrawal", entry.direction),
        needed("Reference", entry.reference),
        value("TransactionValue", entry.value),
        needed("TransactionDate", entry.date),
        leaf("Narration", entry.narration),
        *(_line(line) for line in entry.lines),
    )


def _line(line: CashLine) -> str:
    return group(
        "LedgerDistribution",
        needed("LedgerCode", line.ledger_code),
        leaf("LedgerNotation", line.notation),
        value("LedgerValue", line.value),
    )
