"""Which numbers of SYSPRO's go to which object of Stripe's."""

import pytest

from agent.domain.kinds import Kind
from agent.domain.write_back import Posted, idempotency_key, metadata_of, object_type


def posted(kind, purpose, key, customer="", *, verified=True):
    return Posted(kind, purpose, key, customer, verified=verified)


SALE = (posted(Kind.SALES_ORDER, "sale", "000123", "C1"), posted(Kind.RECEIPT, "payment", "2026/11/7", "C1"))


def test_a_charge_gets_order_receipt_and_customer():
    expected = {"syspro_order": "000123", "syspro_receipt": "2026/11/7", "syspro_customer": "C1"}
    assert metadata_of(SALE, "ch_1") == expected


def test_what_is_not_verified_or_has_no_number_is_not_said():
    unsure = (posted(Kind.RECEIPT, "payment", "7", verified=False), posted(Kind.SALES_ORDER, "sale", ""))
    assert metadata_of(unsure, "ch_1") == {}


def test_a_refund_gets_the_number_on_the_account_where_its_credit_note_was_invoiced():
    credit = (
        posted(Kind.INVOICE_CREDIT, "credit", "000900", "C1"),
        posted(Kind.ORDER_INVOICE, "credit", "100701"),
        posted(Kind.RECEIPT, "money", "2026/11/8", "C1"),
    )
    assert metadata_of(credit[:1], "re_1") == {"syspro_credit_note": "000900"}
    assert metadata_of(credit, "re_1") == {"syspro_credit_note": "100701"}


@pytest.mark.parametrize(
    ("name", "kind"), [("ch_1", "charge"), ("py_1", "charge"), ("re_1", "refund"), ("pyr_1", "refund"), ("po_1", "")]
)
def test_numbers_go_to_charges_and_refunds(name, kind):
    assert object_type(name) == kind


def test_the_same_numbers_are_the_same_write():
    numbers = metadata_of(SALE, "ch_1")
    again = dict(reversed(numbers.items()))
    assert idempotency_key("A", "ch_1", numbers, 0) == idempotency_key("A", "ch_1", again, 0)
    others = [({**numbers, "syspro_order": "1"}, 0), (numbers, 1)]
    assert idempotency_key("A", "ch_1", numbers, 0) not in [idempotency_key("A", "ch_1", *one) for one in others]
