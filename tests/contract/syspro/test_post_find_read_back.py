"""Every kind: posted, found by our reference, read back."""

from dataclasses import replace

import pytest

from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document

KINDS = {
    "order": bodies.order,
    "receipt": bodies.receipt,
    "paying receipt": bodies.paying_receipt,
    "customer": bodies.customer,
    "custom form": bodies.custom_form,
}


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_what_was_posted_is_found_by_our_reference_and_agrees(site, make):
    posting = document(make())
    with site.target().session() as session:
        assert session.find([posting]) == {1: ()}
        accepted = session.post(posting)
        (row,) = session.find([posting])[1]
        posted = replace(posting, erp_key=accepted.erp_key)
        assert accepted.erp_key
        assert row.key == accepted.erp_key
        assert session.read_back([posted]) == {1: ()}
    assert site.seats_taken() == 0
