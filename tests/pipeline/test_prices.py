"""`price`: the price of SYSPRO's tables beside SYSPRO's own, over real sockets."""

import json
from decimal import Decimal

import pytest
from click.testing import CliRunner

from agent.cli import main
from agent.cli.surroundings import Surroundings
from agent.domain.marks import DEMO
from connectors.sandbox.faults import FaultRule
from tests.pipeline.company import Company

SURE = {
    "prices__other_rules": "no",
    "prices__category_codes": "after",
    "prices__code_currencies": '{"A": "USD", "B": "USD", "EUR": "EUR", "JPY": "JPY", "GBP": "GBP"}',
}


@pytest.fixture
def company(tmp_path):
    opened = Company(tmp_path, **SURE)
    yield opened
    opened.close()


def ask(company, *arguments):
    surroundings = Surroundings(company.keyring, company.clock)
    line = ["price", *arguments, "--home", str(company.home.path)]
    return CliRunner().invoke(main, line, obj=surroundings)


def asked(company, customer, code, quantity="1"):
    result = ask(company, "--customer", customer, "--stock-code", code, "--quantity", quantity, "--json")
    assert not result.stderr, result.stderr
    return json.loads(result.stdout)


def change(company, table, key, **columns):
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.update(table, key, columns)


def engine_runs(company):
    company.store.lease.hold("engine-1", "machine", "A", now=company.clock.now(), ttl_s=3600)


@pytest.mark.parametrize(
    ("customer", "code", "price", "currency", "origin", "source"),
    [
        ("1", "A180", "159.00", "USD", "price code", "A"),
        ("6", "A180", "129.00", "USD", "contract of a buying group", "COOP/B-2026"),
        ("201", "A180", "23690.00", "JPY", "price code", "JPY"),
        ("101", "BOLT-M8X20", "0.51", "EUR", "price code", "EUR"),
    ],
)
def test_both_answers_agree(company, customer, code, price, currency, origin, source):
    found = asked(company, customer, code)
    assert (found["price"], found["currency"], found["differs"]) == (price, currency, False)
    assert (found["tables"]["origin"], found["tables"]["source"]) == (origin, source)
    assert found["tables"]["sure"]
    assert found["syspro"]["price"] == price


def test_a_person_sees_the_price_and_where_it_comes_from(company):
    result = ask(company, "--customer", "6", "--stock-code", "A180")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "PRICE"
    assert "129.00000 USD each: 1 of A180 for customer 000000000000006 Fenwick Joinery." in result.stdout
    assert "contract of a buying group COOP/B-2026" in result.stdout


def test_five_decimals_are_kept(company):
    change(company, "InvPrice", ("BOLT-M8X20", "A"), SellingPrice=Decimal("0.53999"))
    found = asked(company, "1", "BOLT-M8X20", "1000.5")
    assert (found["price"], found["syspro"]["price"], found["quantity"]) == ("0.53999", "0.53999", "1000.5")


def test_both_answers_are_shown_where_they_differ(company):
    # SYSPRO knows a rule that no table shows: here the sandbox takes no other unit into account.
    change(company, "InvPrice", ("A180", "A"), PriceBasis="A")
    change(company, "InvMaster", ("A180",), AlternateUom="BX")
    result = ask(company, "--customer", "1", "--stock-code", "A180")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1] == "DIFFERS"
    assert "The price is for one BX, not for one EA." in result.stdout
    assert "SYSPRO's own answer (SORRSL)" in result.stdout
    found = asked(company, "1", "A180")
    both = [(found[side]["price"], found[side]["uom"]) for side in ("tables", "syspro")]
    assert both == [("159.00", "BX"), ("159.00", "EA")]
    assert (found["differs"], found["price"], found["uom"]) == (True, *both[1])
    rows = [line for line in result.stdout.splitlines() if "159.00" in line]
    assert all(any(unit in row for row in rows) for _, unit in both)


def test_a_price_that_syspro_refuses_is_said_in_its_words(company):
    found = asked(company, "101", "GIFT-CARD 50")
    assert (found["price"], found["tables"]["origin"]) == (None, "nowhere")
    assert "No selling price" in found["syspro"]["refusal"]


def test_what_syspro_does_not_have_is_said(company):
    result = ask(company, "--customer", "1", "--stock-code", "NO/SUCH 'CODE'")
    assert result.exit_code == 1
    assert "SYSPRO does not have the stock code NO/SUCH 'CODE'." in result.stdout
    assert not asked(company, "1", "☃")["found"]
    result = ask(company, "--customer", "777", "--stock-code", "A180")
    assert (result.exit_code, result.stderr.strip()) == (1, "SYSPRO does not have the customer code 777.")


@pytest.mark.parametrize("quantity", ["0", "-1", "many", "0.0000001"])
def test_a_quantity_that_is_none_is_wrong_usage(company, quantity):
    result = ask(company, "--customer", "1", "--stock-code", "A180", "--quantity", quantity)
    assert result.exit_code == 2
    assert "is no quantity such as" in result.stderr


@pytest.mark.parametrize(("customer", "code"), [("1", " "), ("", "A180")])
def test_an_empty_code_is_wrong_usage(company, customer, code):
    result = ask(company, "--customer", customer, "--stock-code", code)
    assert (result.exit_code, "it is empty" in result.stderr) == (2, True)


def test_the_home_of_a_demo_that_has_ended_says_so(company):
    away = "http://127.0.0.1:9/rest"
    company.home.store.settings.set("syspro.base_url", away, by="test", now=company.clock.now())
    asked_alone = ("--customer", "1", "--stock-code", "A180")
    assert "demo" not in ask(company, *asked_alone).stderr
    company.home.store.marks.set(DEMO, "yes", company.clock.now())
    ended = ask(company, *asked_alone)
    assert (ended.exit_code, "`syspro-stripe demo` plays it again; with --portal" in ended.stderr) == (4, True)


def test_nobody_disturbs_the_session_of_a_running_engine(company):
    engine_runs(company)
    result = ask(company, "--customer", "1", "--stock-code", "A180")
    assert result.exit_code == 3
    assert "syspro.query_operator" in result.stderr


def test_beside_an_engine_an_operator_of_its_own_asks(company):
    engine_runs(company)
    company.home.store.settings.set("syspro.query_operator", "AGENT", by="test", now=company.clock.now())
    # The engine's operator may not even be known: nothing is asked under its name.
    company.home.store.settings.set("syspro.operator", "NOBODY", by="test", now=company.clock.now())
    found = asked(company, "1", "A180")
    assert (found["price"], found["syspro"]["price"]) == ("159.00", "159.00")
    assert len(company.syspro.service.sessions) == 0


def test_the_tables_remain_where_syspro_does_not_answer_for_a_price(company):
    company.syspro.faults.add(FaultRule("html_page", {"object": "SORRSL"}, remaining=9))
    found = asked(company, "1", "A180")
    assert (found["tables"]["price"], found["syspro"], found["price"]) == ("159.00", None, "159.00")
    assert found["unasked"]
