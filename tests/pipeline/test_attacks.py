"""What the world may do to a running agent, between both sandboxes: rights that go, texts that nobody means well."""

import pytest

from agent.domain.documents import State
from agent.domain.errors import AgentError
from connectors.sandbox.stripe.resources import first_keys
from connectors.sandbox.syspro.options import changed
from tests.pipeline.company import Company

KEY = "rk_test_sandbox"
RIGHTS = first_keys()[KEY]["permissions"]

JOBS = ("poll", "sweep", "translate", "post", "resolve", "prove", "reconcile")


@pytest.fixture
def company(tmp_path):
    made = Company(tmp_path)
    yield made
    made.close()


def troubles(company, rounds=2):
    """Run every job so often; return what each said, whatever it raised."""
    said = {}
    for _ in range(rounds):
        for name in JOBS:
            try:
                report = company.run(name, after_s=5)
                problem = report.problem
            except AgentError as error:
                problem = error.problem
            if problem:
                said[name] = problem
    return said


def finished(company):
    """Work until nothing is left; say that both sides agree and every receipt is there once."""
    company.start()
    for _ in range(4):
        company.run_all(rounds=3, after_s=900)
        company.run("sweep")
    assert {row.state for row in company.documents()} == {State.POSTED}, company.documents()
    assert not company.store.reports.set_aside()
    assert {(row.difference_minor, row.clearing_difference_minor) for row in company.proof()} == {(0, 0)}
    receipts = [row.stripe_id for row in company.documents() if row.purpose == "payment"]
    assert len(receipts) == len(set(receipts))
    return len(receipts)


def _about(right):
    """What a right is about: the one to write counts as the one to read as well."""
    return right.rpartition("_")[0]


@pytest.mark.parametrize("right", ["event_read", "charge_read", "checkout_session_read", "invoice_read"])
def test_a_key_that_loses_a_right_while_the_agent_runs_names_it_and_loses_no_money(company, right):
    company.sale(1000)
    company.run_all()
    company.stripe.keys.add(KEY, [one for one in RIGHTS if _about(one) != _about(right)])
    company.sale(2000, at=company.clock.now())
    said = troubles(company)
    assert {problem.code for problem in said.values()} == {f"stripe.permission.{right}"}
    assert all(right in problem.message and problem.press for problem in said.values())
    company.stripe.keys.add(KEY, RIGHTS)
    assert finished(company) == 2


def test_a_key_that_expires_while_the_agent_runs_stops_it_and_loses_no_money(company):
    company.sale(1000)
    company.run_all()
    company.stripe.keys.add(KEY, RIGHTS, expired=True)
    company.sale(2000, at=company.clock.now())
    assert {problem.code for problem in troubles(company).values()} == {"stripe.key"}
    company.stripe.keys.add(KEY, RIGHTS)
    assert finished(company) == 2


@pytest.mark.parametrize("options", [
    {"unlicensed": ["SORTOI"]}, {"unlicensed": ["ARSTPY"]}, {"unlicensed": ["COMFND"]},
    {"unlicensed": ["SORTOI", "ARSTPY", "COMFND", "ARSSCS", "GENTJL"]},
    {"operators": {"ADMIN": "another"}}, {"operators": {"SOMEBODY": ""}}, {"seats": 0}, {"company": "B"},
])  # fmt: skip
def test_an_operator_that_loses_rights_while_the_agent_runs_posts_nothing_twice(company, options):
    company.sale(1000)
    company.run_all()
    before = company.syspro.books.options
    company.syspro.books.options = changed(before, options)
    company.sale(2000, at=company.clock.now())
    said = troubles(company, rounds=3)
    assert said
    assert all(problem.press for problem in said.values())
    company.syspro.books.options = before
    assert finished(company) == 2


HOSTILE = {
    "long": "x" * 10_000,
    "emoji": "\U0001f9ff\U0001f468\u200d\U0001f469\u200d\U0001f467 Caf\u00e9",
    "right to left": "\u202egnp.exe \u05e9\u05dc\u05d5\u05dd",
    "nul": "a\x00b\x07\x1b[31m",
    "xml": "</CustomerPoNumber><StockCode>FREE</StockCode><![CDATA[ ]]> & &#0; <!DOCTYPE x [<!ENTITY a 'b'>]>",
    "formula": "=cmd|' /C calc'!A0",
    "sql": "'; DELETE FROM ArCustomer; --",
    "expression": "{payment.reference} ${x} {{7*7}}",
    "blank": " \t\n ",
}
KEYS = ("syspro_lines", "syspro_invoice", "syspro_customer", "purchase_order", "stock_code", "note")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_of_stripe_park_one_payment_or_post_it_and_change_nothing_else(company, text):
    company.sale(1000)
    for key in KEYS:
        at = company.clock.now() - 500
        company.sale(2000, at=at, description=text, metadata={key: text, text[:40]: text})
        person = company.stripe.trading.customer(at=at, name=text, email=f"{key}@x.example", metadata={key: text})
        company.sale(3000, at=at, customer=person["id"], metadata={"note": text},
                     billing_details={"name": text, "email": text, "phone": text, "address": {
                         "line1": text, "line2": text, "city": text, "state": text, "postal_code": text, "country": "US"}})  # fmt: skip
    for _ in range(4):
        assert not troubles(company, rounds=1)
        company.clock.advance(900)
    posted = [row for row in company.documents() if row.state is State.POSTED]
    texts = [*(text for row in company.documents() for text in (row.title, row.reason)),
             *(row.reason for row in company.store.reports.held("A"))]  # fmt: skip
    assert max(map(len, texts)) <= 700
    assert all(one.isprintable() for one in texts)
    assert sum(row.purpose == "payment" for row in posted) >= 1 + len(KEYS)
    assert {row.state for row in company.documents()} <= {State.POSTED, State.PARKED}
    assert not company.store.reports.set_aside()
    assert not company.store.reports.discrepancies()
    assert {(row.difference_minor, row.clearing_difference_minor) for row in company.proof()} == {(0, 0)}
    assert not company.rows("SorDetail", "MStockCode = 'FREE'")
