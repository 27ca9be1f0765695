"""Tokens, signatures and open balances of the portal."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.erp import InvoiceRow
from agent.domain.portal import (
    SIGNATURE_GRACE_S,
    TOKEN_START,
    Asking,
    PortalToken,
    hash_of,
    open_balance,
    signature_holds,
    signature_of,
)

TOKEN = PortalToken("shop", ("prices",), (), created_at=100, expires_at=200)
ASKING = Asking("6", "POST", "/v1/prices?x=1", b'{"items": []}')
KEY = "a key of the test"


def test_a_token_stands_until_it_expires_or_is_revoked():
    assert TOKEN.stands(199)
    assert not TOKEN.stands(200)
    assert replace(TOKEN, expires_at=None).stands(10**10)
    assert not replace(TOKEN, revoked_at=150).stands(150)


def test_tokens_are_kept_by_a_hash_that_differs_for_each():
    one, other = hash_of(TOKEN_START + "a" * 43), hash_of(TOKEN_START + "b" * 43)
    assert len(one) == 64
    assert one != other


@pytest.mark.parametrize("text", ["", "spt_", "spt_" + "a" * 42, "spt_" + "a" * 44, "spt_" + "é" * 43, "x" * 47])
def test_what_is_no_token_has_no_hash(text):
    assert hash_of(text) == ""


def test_a_signature_holds_for_its_question_alone():
    signature = signature_of(ASKING, KEY, 1000)
    assert signature_holds(signature, ASKING, KEY, 1000)
    others = [replace(ASKING, **change) for change in (
        {"customer": "7"}, {"method": "GET"}, {"target": "/v1/prices"}, {"body": b"{}"})]  # fmt: skip
    assert not any(signature_holds(signature, other, KEY, 1000) for other in others)


def test_a_signature_holds_for_a_while_and_with_its_key_alone():
    signature = signature_of(ASKING, KEY, 1000)
    assert signature_holds(signature, ASKING, KEY, 1000 + SIGNATURE_GRACE_S)
    assert not signature_holds(signature, ASKING, KEY, 1001 + SIGNATURE_GRACE_S)
    assert not signature_holds(signature, ASKING, KEY, 999 - SIGNATURE_GRACE_S)
    assert not signature_holds(signature, ASKING, "another", 1000)
    assert not signature_holds(signature_of(ASKING, "", 1000), ASKING, "", 1000)


def test_a_signature_vouches_for_the_key_of_an_order_too():
    keyed = replace(ASKING, key="order-0001")
    signature = signature_of(keyed, KEY, 1000)
    assert signature_holds(signature, keyed, KEY, 1000)
    assert not signature_holds(signature, ASKING, KEY, 1000)
    assert not signature_holds(signature, replace(keyed, key="order-0002"), KEY, 1000)
    assert not signature_holds(signature_of(ASKING, KEY, 1000), keyed, KEY, 1000)


@pytest.mark.parametrize("text", ["", "t=1000", "t=1000,v1=abc", "t=x,v1=" + "0" * 64, "v1=" + "0" * 64])
def test_what_is_no_signature_does_not_hold(text):
    assert not signature_holds(text, ASKING, KEY, 1000)


def invoice(**changes):
    plain = dict.fromkeys(InvoiceRow.__dataclass_fields__, "")
    plain |= {"value": Decimal(120), "balance": Decimal(60), "rate": Decimal(2), "mul_div": "M"}
    return InvoiceRow(**plain | changes)


@pytest.mark.parametrize(
    ("foreign", "changes", "expected"),
    [
        ("unpaid", {"rate": Decimal(1)}, "60"),
        ("invoice", {}, "60"),
        ("local", {}, "30.00"),
        ("local", {"mul_div": "D"}, "120.00"),
        ("local", {"rate": Decimal(0)}, None),
        ("unpaid", {}, None),
        ("unpaid", {"balance": Decimal(120)}, "120"),
        ("unpaid", {"balance": Decimal(0)}, "0"),
    ],
)
def test_what_is_open_is_told_in_the_documents_own_currency_or_not_at_all(foreign, changes, expected):
    found = open_balance(invoice(**changes), foreign)
    assert found == (None if expected is None else Decimal(expected))
