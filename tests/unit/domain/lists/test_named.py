"""What documents, flows and settings name of SYSPRO's lists, and where."""

import re
from dataclasses import replace
from decimal import Decimal
from importlib import resources

from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flows import parse_flow
from agent.domain.kinds import (
    Customer,
    InvoiceCredit,
    Journal,
    JournalLine,
    OrderCancel,
    OrderLine,
    Receipt,
    SalesOrder,
)
from agent.domain.lists import Named, SiteList, named_in_body, named_in_flow, named_in_mapping, named_in_settings
from agent.domain.lists.named import LISTED
from agent.domain.mapping import MappingContent
from agent.domain.money import Money
from agent.domain.settings import SETTINGS
from tests.unit.domain.cases import SHIPPED, policy

ORDER = SalesOrder(
    "ch_1",
    "2026-11-20",
    "USD",
    customer="000000000000042",
    warehouse="FG",
    branch="10",
    lines=(
        OrderLine("stock", stock_code="BOLT", quantity=Decimal(1), tax_code="A"),
        OrderLine("stock", stock_code="NUT", warehouse="RM"),
        OrderLine("non_stock", stock_code="ANYTHING"),
        OrderLine("charge", product_class="WEB"),
    ),
)


def said(named):
    return {(one.list, one.code, one.place, one.warehouse) for one in named}


def test_an_order_names_its_codes_and_each_stock_code_with_its_warehouse():
    assert said(named_in_body(ORDER)) == {
        (SiteList.CURRENCIES, "USD", "Currency", ""),
        (SiteList.CUSTOMERS, "000000000000042", "Customer", ""),
        (SiteList.WAREHOUSES, "FG", "Warehouse", ""),
        (SiteList.BRANCHES, "10", "Branch", ""),
        (SiteList.STOCK, "BOLT", "line 1, StockCode", "FG"),
        (SiteList.STOCK, "NUT", "line 2, StockCode", "RM"),
        (SiteList.WAREHOUSES, "RM", "line 2, Warehouse", ""),
    }


def test_what_is_empty_is_not_named():
    bare = replace(ORDER, customer="", warehouse="", branch="", lines=())
    assert said(named_in_body(bare)) == {(SiteList.CURRENCIES, "USD", "Currency", "")}


def test_a_new_customer_need_not_be_there_yet():
    body = Customer("cus_1", "Ann Ltd", "USD", code="42", terms_code="30")
    assert {(one.list, one.code) for one in named_in_body(body)} == {
        (SiteList.CURRENCIES, "USD"),
        (SiteList.TERMS, "30"),
    }


def test_a_credit_of_some_lines_of_an_invoice_names_its_customer():
    body = InvoiceCredit("re_1.C", "001007", "2026-11-20", customer="42", lines=(1, 3))
    assert {(one.list, one.code) for one in named_in_body(body)} == {(SiteList.CUSTOMERS, "42")}


def test_journals_and_receipts_name_ledger_codes_and_banks():
    journal = Journal("po_1", "2026-11-20", "USD", lines=(JournalLine("6110-000", Money(100, "usd")),))
    assert (SiteList.LEDGER, "6110-000", "line 1, LedgerCode", "") in said(named_in_body(journal))
    receipt = Receipt("ch_1", Money(100, "usd"), "2026-11-20", "STRIPE-USD", customer="42")
    assert said(named_in_body(receipt)) == {
        (SiteList.BANKS, "STRIPE-USD", "Bank", ""),
        (SiteList.CUSTOMERS, "42", "Customer", ""),
    }
    assert named_in_body(OrderCancel("re_1", "000123")) == ()


FLOW = SHIPPED.replace(
    'Branch = { path = "site.orders.branch" }',
    'Branch = { lookup = "table.branches", key = "payer.address.country", default = "99" }\nArea = { constant = "EU" }\n'
    'Warehouse = { lookup = "site.orders.currency_tax_codes", key = "payment.currency" }',
).replace("[[gates]]", '[tables.branches]\nGB = "40"\nUS = ""\n\n[[gates]]', 1)
FLOW = FLOW.replace('Warehouse = { path = "site.orders.warehouse" }\n', "", 1)


def test_a_flow_names_its_constants_tables_and_defaults():
    found = {(one.list, one.code): one.place for one in named_in_flow(parse_flow(FLOW))}
    where = next(place for (_, code), place in found.items() if code == "EU")
    assert where.startswith("Flow charge-to-order: step ")
    assert where.endswith("(sales_order), Area")
    assert found[SiteList.BRANCHES, "40"].endswith("Branch (table.branches, GB)")
    assert found[SiteList.BRANCHES, "99"].endswith("Branch (default)")
    assert (SiteList.BRANCHES, "") not in found


def test_a_stock_code_of_a_flow_counts_on_stock_lines_alone():
    text = SHIPPED
    for kind in ("stock", "charge"):
        text = text.replace(
            f"[steps.lines.{kind}]\n", f'[steps.lines.{kind}]\n#{kind}\nStockCode = {{ constant = "{kind}" }}\n'
        )
    lines = [line for line in text.splitlines() if not line.startswith("StockCode = { path")]
    found = {one.code: one.place for one in named_in_flow(parse_flow("\n".join(lines))) if one.list is SiteList.STOCK}
    assert list(found) == ["stock"]
    assert found["stock"].endswith("stock line, StockCode")


def test_settings_name_codes_in_texts_tables_lists_and_names():
    values = policy(
        orders__branch="10",
        catalogue__warehouses="FG, RM",
        accounts__ledger='{"fee": "6110-000"}',
        orders__tax_rates='{"A": "20"}',
        orders__catch_all="",
        requests__customers="6, *",
        catalogue__price_codes='{"usd": "ZZ"}',
    )
    found = {(one.list, one.code, one.place, one.setting) for one in named_in_settings(values)}
    assert (SiteList.BRANCHES, "10", "Setting orders.branch", "orders.branch") in found
    assert (SiteList.WAREHOUSES, "RM", "Setting catalogue.warehouses", "catalogue.warehouses") in found
    assert (SiteList.LEDGER, "6110-000", "Setting accounts.ledger, fee", "accounts.ledger") in found
    assert (SiteList.TAX_CODES, "A", "Setting orders.tax_rates", "orders.tax_rates") in found
    assert (SiteList.PRICE_CODES, "ZZ", "Setting catalogue.price_codes, usd", "catalogue.price_codes") in found
    # Everybody is no customer of SYSPRO's.
    assert [one[:2] for one in found if one[3] == "requests.customers"] == [(SiteList.CUSTOMERS, "6")]
    assert not [one for one in found if one[3] == "orders.catch_all"]
    assert frozenset(SETTINGS) >= LISTED


def test_currencies_that_nobody_set_are_not_held_against_the_site():
    default = SETTINGS["currencies.to_syspro"].default
    assert not [
        one for one in named_in_settings(policy(currencies__to_syspro=default)) if one.list is SiteList.CURRENCIES
    ]


def test_a_mapping_names_what_its_flows_that_are_on_and_its_settings_name():
    off = Entry(FLOW.replace('name = "charge-to-order"', 'name = "other"'), on=False)
    content = MappingContent(FlowSet((off,)), policy(orders__branch="10"))
    assert named_in_mapping(content) == named_in_settings(content.policy)
    on = MappingContent(FlowSet((replace(off, on=True),)), content.policy)
    assert Named(SiteList.BRANCHES, "10", "Setting orders.branch", setting="orders.branch") in named_in_mapping(on)
    assert any(one.code == "EU" for one in named_in_mapping(on))


def test_a_step_that_is_off_names_nothing():
    text = SHIPPED.replace('OrderType = { constant = "I" }', 'OrderType = { constant = "Q" }')
    off = text.replace('kind = "order_invoice"', 'off = true\nkind = "order_invoice"')
    assert said(named_in_flow(parse_flow(text))) >= said(named_in_flow(parse_flow(off)))
    assert not [one for one in named_in_flow(parse_flow(off)) if "order_invoice" in one.place]


JOURNAL = Journal("po_1", "2026-11-20", "USD", lines=())


def test_a_journal_names_its_ledger_period_however_it_is_written():
    named = named_in_body(replace(JOURNAL, year="2026", period="05"))
    assert (SiteList.PERIODS, "5/2026", "PostingPeriod", "") in said(named)
    assert SiteList.PERIODS not in {one.list for one in named_in_body(JOURNAL)}


def test_a_flow_that_names_a_ledger_period_itself_says_where():
    text = (resources.files("resources") / "flows" / "movement_to_journal.toml").read_text("utf-8")
    fixed = re.sub(r"^(PostJournal = .*)$", r'\1\nPostingPeriod = { constant = "11" }', text, flags=re.MULTILINE)
    found = [one for one in named_in_flow(parse_flow(fixed)) if one.list is SiteList.PERIODS]
    assert {one.code for one in found} == {"11"}
    assert found[0].place.endswith("(journal), PostingPeriod")
    assert not [one for one in named_in_flow(parse_flow(text)) if one.list is SiteList.PERIODS]
