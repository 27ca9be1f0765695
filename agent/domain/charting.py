"""Ledger codes against SYSPRO's chart of accounts: a code that nobody can post to is refused where it is set."""

from collections.abc import Sequence
from difflib import get_close_matches

from agent.domain.entries import CLEARING
from agent.domain.erp.lists import LedgerRow
from agent.domain.errors import NeedsPerson, Problem

#: Most codes that are named where one is not found.
_NEAREST = 3


def setting_of(account: str, currency: str) -> tuple[str, str]:
    """Return the setting that holds an account's ledger code, and the name in it.

    The clearing account has one code a currency, and stands in a table of its own.
    """
    if account == CLEARING:
        return "receipts.ledger_code", currency
    return "accounts.ledger", f"{account}:{currency}" if currency else account


def check_account(account: str, code: str, known: Sequence[LedgerRow]) -> None:
    """Do nothing where journals may be posted to a ledger code.

    Args:
        account: Name of the account that is to have it.
        code: The code as given.
        known: Every ledger code of SYSPRO.

    Raises:
        NeedsPerson: When SYSPRO has no such code, or it is a control account.
    """
    found = next((row for row in known if row.code == code), None)
    if found is None:
        nearest = get_close_matches(code, [row.code for row in known], _NEAREST)
        meant = f" Nearest are {' and '.join(nearest)}." if nearest else ""
        message = f"SYSPRO's ledger has no code {code!r}, so {account} was not mapped.{meant}"
        raise NeedsPerson(Problem("No such ledger code", message, code="map.unknown_code"))
    if found.control:
        message = (
            f"Ledger code {found.code} ({found.description}) is a control account: its module alone may move it, so"
            f" {account} was not mapped. Name a ledger code that takes journals."
        )
        raise NeedsPerson(Problem("A control account", message, code="map.control_account"))
