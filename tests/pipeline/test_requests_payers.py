"""Stripe's invoices of a customer that Stripe has no more: another customer is made, once whatever breaks off."""

import pytest

from tests.pipeline.requests_stage import Asking
from tests.pipeline.test_requests_invoices import DAY_S, Killed, MortalTill, fill
from tests.unit.domain.requests.rows import OWNER


@pytest.fixture
def asking(tmp_path):
    opened = Asking(tmp_path, **{"as": "invoice"})
    yield opened
    opened.close()


@pytest.mark.parametrize("later_s", [600, 2 * DAY_S])
def test_a_customer_that_stripe_has_no_more_is_made_once_again(asking, later_s):
    gone = []
    for number in range(3):
        asking.tables.invoice(number, "100")
        assert asking.run(after_s=later_s).problem is None
        row, made = asking.row(number), asking.invoices()
        payer = next(one["customer"] for one in made if one["id"] == row.link)
        assert (row.standing.value, payer in gone) == ("open", False)
        assert [one["id"] for one in asking.stripe.engine.store.all_of("customer")] == [payer]
        gone.append(payer)
        asking.stripe._parts.customers.delete(payer, at=asking.clock.now())
    assert len(asking.invoices()) == 3


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("later_s", [60, 2 * DAY_S])
def test_a_kill_around_the_second_making_of_a_customer_makes_none_twice(asking, after, later_s):
    fill(asking, count=1)
    asking.run()
    asking.stripe._parts.customers.delete(asking.invoices()[0]["customer"], at=asking.clock.now())
    fill(asking, count=2)
    asking.start(till=lambda till: MortalTill(till, after=after))
    with pytest.raises(Killed):
        asking.run()
    asking.start()
    asking.run(after_s=later_s)
    assert [one["metadata"] for one in asking.stripe.engine.store.all_of("customer")] == [{"syspro_customer": OWNER}]
    assert asking.payable() == {"0": 10000, "1": 10000}
