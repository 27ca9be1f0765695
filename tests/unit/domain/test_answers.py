"""Answers as they are typed, and what settings keep of them."""

import pytest

from agent.domain.answers import written
from agent.domain.settings import SETTINGS

GOOD = [
    ("orders.warehouse", "", "FG", "FG"),
    ("receipts.bank", "", "usd=STRIPE-USD, EUR = STRIPE-EUR", {"usd": "STRIPE-USD", "eur": "STRIPE-EUR"}),
    ("receipts.bank", "", '{"USD": "STRIPE-USD"}', {"usd": "STRIPE-USD"}),
    ("orders.tax_rates", "", "A=8.25, V=21", {"A": "8.25", "V": "21"}),
    ("accounts.ledger", "fee", "6110-000", {"fee": "6110-000"}),
    ("accounts.ledger", "fee", "USD=6110, eur=6120", {"fee:usd": "6110", "fee:eur": "6120"}),
]

BAD = [
    ("receipts.unmatched", "", "away", "'away' is not one of hold, on_account"),
    ("receipts.bank", "", "STRIPE-USD", "'STRIPE-USD' is no entry of a table; one reads usd=STRIPE-USD"),
    ("receipts.bank", "", "usd=", "'usd=' is no entry of a table"),
    ("receipts.bank", "", "=STRIPE-USD", "'=STRIPE-USD' is no entry of a table"),
    ("receipts.bank", "", "usd=A, usd=B", "'usd' is there twice"),
    ("receipts.bank", "", "dollars=A", "'dollars' is no currency that Stripe has"),
    ("receipts.bank", "", '{"usd": 1}', "a table reads"),
    ("orders.tax_rates", "", "A=much", "'much' of 'A' is no percentage"),
    ("accounts.ledger", "fee", "dollars=6110", "'dollars' is no currency that Stripe has"),
    ("accounts.ledger", "fee", "61\x0010", "characters that no keyboard types"),
]


@pytest.mark.parametrize(("name", "entry", "answer", "kept"), GOOD)
def test_an_answer_becomes_what_the_setting_keeps(name, entry, answer, kept):
    assert written(SETTINGS[name], entry, answer) == kept


@pytest.mark.parametrize(("name", "entry", "answer", "told"), BAD)
def test_a_wrong_answer_is_refused_with_what_would_be_right(name, entry, answer, told):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the text is looked at
        written(SETTINGS[name], entry, answer)
    assert told in str(refused.value)
