"""Killed in the middle, before or after any call, and started again: no product and no price exists twice."""

import pytest

from agent.domain.errors import Problem, Transient
from connectors.sandbox.faults import FaultRule
from tests.pipeline.catalogue_stage import Shop

WRITING = ("make_product", "make_with_price", "make_price", "change_product", "archive_price")
DAY_S = 86_400


class Killed(BaseException):
    """The plug is pulled."""


class Mortal:
    """Stripe's shelf in a process that is killed around its nth change."""

    def __init__(self, shelf, at, *, after):
        self.shelf, self.left, self.after = shelf, at, after

    def __getattr__(self, name):
        found = getattr(self.shelf, name)
        return self._mortal(found) if name in WRITING else found

    def _mortal(self, call):
        def called(*arguments):
            self.left -= 1
            if self.left == 0 and not self.after:
                raise Killed
            answer = call(*arguments)
            if self.left == 0:
                raise Killed
            return answer

        return called


@pytest.fixture
def shop_of(tmp_path):
    opened = []

    def make(**settings):
        shop = Shop(tmp_path / str(len(opened)), price_codes='{"usd": "A", "eur": "E"}', batch="3", **settings)
        opened.append(shop)
        return shop

    yield make
    for shop in opened:
        shop.close()


def fill(shop, factor=1, count=3, first=0):
    for number in range(first, first + count):
        shop.tables.stock(f"A{number}", str(number + factor), description=f"Part {number}.{factor}")
        shop.tables.price(f"A{number}", str(number + factor + 1), price_code="E")


def kill(shop, at, *, after):
    shop.start(lambda shelf: Mortal(shelf, at, after=after))
    with pytest.raises(Killed):
        shop.run()
    shop.start()


def counts(shop):
    return len(shop.products()), len(shop.prices()), len(shop.prices(active=False))


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S], ids=["at once", "after the idempotency keys are gone"])
@pytest.mark.parametrize("policy", ["syspro", "ask"])
def test_a_kill_around_any_call_of_a_first_writing_makes_nothing_twice(shop_of, policy, later_s):
    shop, made = shop_of(conflicts=policy), 0
    for at in range(1, 10):
        for after in (False, True):
            fill(shop, first=made)
            kill(shop, at, after=after)
            assert shop.run(after_s=later_s).problem is None
            made += 3
            assert (counts(shop), shop.check_agreement()) == ((made, 2 * made, 0), made), (at, after)


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S], ids=["at once", "after the idempotency keys are gone"])
@pytest.mark.parametrize("policy", ["syspro", "stripe", "ask"])
def test_a_kill_around_any_call_of_a_change_makes_nothing_twice(shop_of, policy, later_s):
    shop = shop_of(conflicts=policy)
    fill(shop)
    shop.run()
    archived = 0
    for at in range(1, 16):
        for after in (False, True):
            fill(shop, factor=10 + archived)
            kill(shop, at, after=after)
            assert shop.run(after_s=later_s).problem is None
            archived += 6
            assert (counts(shop), shop.check_agreement()) == ((3, 6, archived), 3), (at, after)


def test_killed_again_and_again_and_changed_meanwhile_it_ends_as_syspro_has_it(shop_of):
    shop = shop_of(conflicts="ask")
    for at in range(1, 8):
        fill(shop, factor=at)
        kill(shop, at, after=at % 2 == 0)
    fill(shop, factor=99)
    shop.run()
    assert (shop.check_agreement(), len(shop.products()), len(shop.prices())) == (3, 3, 6)
    assert shop.product("A0")["name"] == "Part 0.99"


def test_a_lost_database_finds_its_products_and_prices_again(shop_of, tmp_path):
    shop = shop_of()
    fill(shop)
    shop.run()
    with shop.store._connections.writing() as db:
        db.execute("DELETE FROM catalogue")
        db.execute("DELETE FROM catalogue_marks")
        db.execute("DELETE FROM marks WHERE name = 'catalogue'")
    fill(shop, factor=2)
    shop.start()
    assert shop.run(after_s=2 * DAY_S).problem is None
    assert (counts(shop), shop.check_agreement()) == ((3, 6, 6), 3)


@pytest.mark.parametrize("fault", ["reset_after_commit", "error_500_after_commit", "reset_before", "truncated"])
@pytest.mark.parametrize("later_s", [0, 2 * DAY_S])
def test_lost_answers_make_nothing_twice(shop_of, fault, later_s):
    shop = shop_of()
    fill(shop)
    for _ in range(3):
        # Five tries of one call, and then the round is over.
        shop.stripe.engine.faults.add(FaultRule(fault, {"method": "POST"}, probability=0.7, remaining=8))
        shop.run(after_s=later_s)
    shop.stripe.engine.faults.clear()
    for _ in range(3):
        report = shop.run(after_s=1000 + later_s)
    assert report.problem is None
    assert shop.check_agreement() == 3
    assert len(shop.prices()) == 6


def test_nobody_answers_is_said_and_tried_again_later(shop_of):
    shop = shop_of()
    fill(shop)
    shop.stripe.engine.faults.add(FaultRule("reset_before", {"method": "POST"}))
    assert shop.run().problem.code.startswith("stripe.unreachable")
    shop.stripe.engine.faults.clear()
    assert shop.run(after_s=1000).problem is None
    assert shop.check_agreement() == 3


def test_a_wait_that_stripe_asks_for_is_kept(shop_of):
    shop = shop_of()
    fill(shop, count=1)

    class Busy:
        def __init__(self, shelf):
            self.shelf = shelf

        def __getattr__(self, name):
            return getattr(self.shelf, name)

        def make_with_price(self, *_):
            raise Transient(Problem("Slow down", "Stripe asks us to wait."), retry_after_s=500)

    shop.start(Busy)
    shop.run()
    shop.start()
    shop.run(after_s=400)
    assert shop.products() == []
    shop.run(after_s=101)
    assert shop.check_agreement() == 1
