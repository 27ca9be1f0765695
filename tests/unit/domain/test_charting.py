"""Ledger codes against SYSPRO's chart of accounts."""

import pytest

from agent.domain.charting import check_account, setting_of
from agent.domain.errors import NeedsPerson
from agent.domain.facts import LedgerAccount


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


def test_a_code_that_takes_journals_is_fine():
    check_account("fee", "6110", LedgerAccount("6110", "Fees"), ())


@pytest.mark.parametrize(
    ("found", "known", "words"),
    [
        (None, ["6110-000", "6120-000", "1010-000"], "Nearest are 6110-000 and 6120-000"),
        (None, [], "has no code '6110-00', so fee was not mapped."),
        (LedgerAccount("6110-00", "Receivables", control=True), [], "is a control account"),
    ],
)
def test_a_code_that_takes_none_is_refused(found, known, words):
    with pytest.raises(NeedsPerson) as refused:
        check_account("fee", "6110-00", found, known)
    assert words in refused.value.problem.message
