"""A hundred prices of one customer in one call, against the bare look-ups of the same rows through the same tables."""

import pytest

from agent.domain.erp import CONTRACT_PRICES, CUSTOMERS, PRICES, STOCK
from tests.benchmarks.stage import say, seconds
from tests.contract.portal import conftest as portal

pytestmark = pytest.mark.benchmark

founded, make_site, site, standin = portal.founded, portal.make_site, portal.site, portal.standin
sql, make_stand = portal.erp_reader.sql, portal.make_stand

ME = "000000000000006"
ROUNDS = 20


@pytest.fixture
def company(sql):
    return sql


def test_a_hundred_prices_cost_little_more_than_their_rows(make_stand):
    stand = make_stand(keep_s=0)
    with stand.company.site.sandbox.locked():
        codes = sorted(row.text("StockCode") for row in stand.company.books.rows("InvMaster"))
    questions = [(code, number) for number in (1, 2) for code in codes][:100]
    token, tables = stand.token(ME), stand.company.tables()

    def bare():
        with tables.session() as session:
            (customer,) = session.rows(CUSTOMERS, "customer", [ME])
            session.rows(STOCK, "stock_code", codes)
            session.rows(PRICES, "stock_code", codes)
            session.rows(CONTRACT_PRICES, "holder", [ME, *customer.buying_groups])

    def asked():
        assert stand.prices(token, *questions).status_code == 200

    bare(), asked()
    rounds = [(seconds(bare) * 1000, seconds(asked) * 1000) for _ in range(ROUNDS)]
    say("Bare look-ups", [one for one, _ in rounds], " ms")
    say("A hundred prices through the portal", [two for _, two in rounds], " ms")
    say("Ratio", [two / one for one, two in rounds], goal="3")
    # The best rounds say what each costs; the others, what else the machine did meanwhile.
    assert min(two for _, two in rounds) < 3 * min(one for one, _ in rounds)
