"""Ledger codes against SYSPRO's chart of accounts."""

import pytest

from agent.domain.charting import check_account, setting_of
from agent.domain.erp.lists import LedgerRow
from agent.domain.errors import NeedsPerson


@pytest.mark.parametrize(
    ("account", "currency", "place"),
    [
        ("fee", "", ("accounts.ledger", "fee")),
        ("fee.tax", "eur", ("accounts.ledger", "fee.tax:eur")),
        ("clearing", "usd", ("receipts.ledger_code", "usd")),
    ],
)
def test_each_account_has_its_place(account, currency, place):
    assert setting_of(account, currency) == place


def row(code, *, control=False):
    return LedgerRow(code, "Receivables", "A", control=control)


def test_a_code_that_takes_journals_is_fine():
    check_account("fee", "6110", [row("6100"), row("6110")])


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ([row("6110-000"), row("6120-000"), row("1010-000")], "Nearest are 6110-000 and 6120-000"),
        ([], "has no code '6110-00', so fee was not mapped."),
        ([row("6110-00", control=True)], "6110-00 (Receivables) is a control account"),
    ],
)
def test_a_code_that_takes_none_is_refused(known, words):
    with pytest.raises(NeedsPerson) as refused:
        check_account("fee", "6110-00", known)
    assert words in refused.value.problem.message
