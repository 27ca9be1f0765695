"""A refund whose payment's money stands in several documents on account: money that came back stands by itself."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.kinds import Allocation
from tests.unit.domain.movements import (
    FULL,
    MONEY,
    ON_ACCOUNT,
    OPEN_ORDER,
    bodies,
    decided,
    effect_of,
    on_account,
    refund,
    refunded,
    usd,
)


def receipt_of(made):
    return bodies(made)[MONEY]


SEVERAL = replace(
    OPEN_ORDER, on_account=on_account(9000), also_on_account=(replace(on_account(3000), invoice="_CRD02"),)
)


def test_a_refund_comes_out_of_all_documents_on_account_that_hold_its_payment():
    made = decided(refunded(FULL, erp=SEVERAL))
    assert receipt_of(made).allocations == (
        Allocation(ON_ACCOUNT, usd(-9000), "C"),
        Allocation("_CRD02", usd(-3000), "C"),
    )
    assert effect_of(made) == {"AR": 12000, "CLR": -12000}
    part = decided(refunded(refund(amount=10000), erp=SEVERAL))
    assert [one.value for one in receipt_of(part).allocations] == [usd(-9000), usd(-1000)]


def test_a_refund_that_one_document_on_account_covers_comes_out_of_that_alone():
    made = decided(refunded(refund(amount=9000), erp=SEVERAL))
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-9000), "C"),)


def test_by_journal_one_adjustment_cannot_take_out_of_several_documents_on_account():
    made = decided(refunded(FULL, erp=SEVERAL), refunds__money="journal")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.several_on_account")
    assert f"{ON_ACCOUNT} (90.00 USD), _CRD02 (30.00 USD)" in made.reason


@pytest.mark.parametrize("also", [on_account(2999), on_account(3000, "eur")])
def test_what_all_documents_on_account_do_not_cover_is_held(also):
    made = decided(refunded(FULL, erp=replace(SEVERAL, also_on_account=(also,))))
    assert made.reason_code == "refund.not_on_account"
