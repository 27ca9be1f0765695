"""The example page, clicked through in a real browser in front of the real portal, both sandboxes and the engine."""

import re
from decimal import Decimal

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.selling import open_portal
from connectors.portal.app import make_app
from connectors.portal.serving import PortalServer
from tests.pipeline.cli_world import Terminal
from tests.pipeline.company import Company
from tests.pipeline.test_portal import ON

ME, OTHER = "000000000000006", "000000000000001"


@pytest.fixture
def company(tmp_path):
    opened = Company(tmp_path, key="sk_test_sandbox", portal__example_page="yes", **ON)
    opened.stripe.pays_at(opened.home.values().text("stripe.api_base"))
    yield opened
    opened.close()


@pytest.fixture
def page(company):
    with open_portal(company.home) as portal, PortalServer(make_app(portal), company.home.values()) as server:
        yield server.url


@pytest.fixture
def page_on_account(company):
    for name, text in (("portal.on_account", "yes"), ("portal.open_orders", "customer")):
        company.home.store.settings.set(name, text, by="test", now=company.clock.now())
    with open_portal(company.home) as portal, PortalServer(make_app(portal), company.home.values()) as server:
        yield server.url


@pytest.fixture
def token(company):
    return Terminal(company.home.path, company.clock).json("portal", "token", "add", "shop", "--customer", "6")["token"]


def sign_in(browser, page, token):
    browser.open(page)
    browser.type("#token", token)
    browser.click("#enter button")
    browser.shown("#customer", "Customer")


def ask_for(browser, line, code, quantity):
    browser.type(f"#lines tr:nth-child({line}) .code", code)
    browser.type(f"#lines tr:nth-child({line}) .quantity", quantity)


def see_total(browser):
    browser.click("#ask")
    browser.until(lambda: browser.find("#place").is_enabled())
    browser.click("#place")
    browser.until(lambda: browser.texts("#pay"))


def add_invoice(company, number, left, *, customer=ME):
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.insert("ArInvoice", {
            "Customer": customer, "Invoice": number.zfill(15), "DocumentType": "I", "CurrencyValue": Decimal(120),
            "InvoiceBal1": Decimal(left), "PostCurrency": "USD", "ConvRate": Decimal(1), "MulDiv": "M",
        })  # fmt: skip


def lines_of(company, order):
    rows = company.rows("SorDetail", "SalesOrder = ?", order)
    return [
        (row.text("MStockCode"), row.number("MOrderQty"), row.number("MPrice"))
        for row in rows
        if row.text("MStockCode")
    ]


def test_a_customer_sees_prices_orders_pays_and_finds_the_order_in_syspro(browser, company, page, token, tmp_path):
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.update("InvPrice", ("BOLT-M8X20", "B"), {"SellingPrice": Decimal("0.45999")})
    sign_in(browser, page, token)
    assert browser.find("#customer").text == "Customer 6"
    assert not browser.find("#place").is_enabled()
    ask_for(browser, 1, "A180", "2")
    browser.click("#more")
    ask_for(browser, 2, "BOLT-M8X20", "3")
    browser.click("#ask")
    browser.shown("#lines tr:nth-child(2) .price", "0.45999 USD / EA")
    assert browser.find("#lines tr:nth-child(1) .price").text == "129.00 USD / EA"
    assert re.fullmatch(r"[\d,]+ EA", browser.find("#lines tr:nth-child(1) .available").text)
    browser.click("#place")
    browser.until(lambda: browser.texts("#pay"))
    assert [text.split()[0] for text in browser.texts("#agreed td:nth-child(4)")] == ["258.00", "1.38"]
    to_pay = browser.find("#sums tr:last-child td").text
    browser.driver.save_screenshot(str(tmp_path / "ordered.png"))

    assert browser.texts("#account") == []
    assert browser.find("#pay").text == f"Pay {to_pay}"
    browser.click("#pay")
    browser.shown("h1", "Sandbox checkout")
    assert browser.find("#pay").text == f"Pay {to_pay}"
    browser.click("#pay")
    browser.shown("#notice", "Your payment is on its way to us")
    assert browser.driver.current_url == f"{page}/"

    company.clock.advance(60)
    company.run_all()
    assert {row.state for row in company.documents()} == {State.POSTED}
    (order,) = company.rows("SorMaster", "Customer = ? AND SalesOrder > ?", ME, "0")[-1:]
    number = order.text("SalesOrder")
    assert lines_of(company, number) == [
        ("A180", Decimal(2), Decimal(129)),
        ("BOLT-M8X20", Decimal(3), Decimal("0.45999")),
    ]
    (receipt,) = company.documents(kind=Kind.RECEIPT)
    assert f"{receipt.amount.to_decimal():,} USD" == to_pay

    browser.driver.refresh()
    browser.shown("#orders", number)
    browser.click("#orders tr:nth-child(1) button")
    browser.shown("#orders tr.within", "BOLT-M8X20 Hex bolt M8 x 20 zinc 3 EA 0.45999 USD")
    browser.driver.save_screenshot(str(tmp_path / "came-back.png"))
    assert browser.troubles() == []


def test_the_token_is_in_no_address_and_ends_with_the_tab(browser, page, token):
    sign_in(browser, page, token)
    kept = browser.run("return [location.href, document.cookie, JSON.stringify(localStorage), document.body.outerHTML]")
    assert not [text for text in kept if token in text]
    # A new tab of the same browser knows nothing.
    handle = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    browser.open(page)
    assert browser.find("#door").is_displayed()
    assert browser.run("return JSON.stringify(sessionStorage)") == "{}"
    browser.driver.close()
    browser.driver.switch_to.window(handle)
    browser.click("#leave")
    assert browser.find("#door").is_displayed()
    assert not browser.run("return sessionStorage.getItem('portal.token')")
    assert not browser.texts("#orders tr")


def test_what_is_open_is_said_first_and_another_customers_is_not_there(browser, company, page, token):
    add_invoice(company, "100900", "119.99")
    add_invoice(company, "100901", "0.02")
    add_invoice(company, "100902", "50", customer=OTHER)
    sign_in(browser, page, token)
    browser.shown("#invoices", "100901")
    assert "100902" not in browser.find("#invoices").text
    total = sum(row.number("InvoiceBal1") for row in company.rows("ArInvoice", "Customer = ?", ME))
    assert browser.find("#owed").text == f"{total:,.2f} USD open"


def test_a_wrong_token_and_what_is_not_sold_are_said_in_words(browser, page, token):
    browser.open(page)
    browser.type("#token", "spt_" + "x" * 43)
    browser.click("#enter button")
    browser.shown("#notice", "A valid token is needed")
    assert browser.find("#door").is_displayed()
    sign_in(browser, page, token)
    ask_for(browser, 1, "NOPE", "1")
    browser.click("#ask")
    browser.shown("#lines .description", "The stock code is not sold.")
    assert not browser.find("#place").is_enabled()


def test_text_of_syspros_is_never_read_as_html(browser, company, page, token):
    evil = "<img src=x onerror=document.title=1>"
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.update("InvMaster", ("A180",), {"Description": evil})
    sign_in(browser, page, token)
    ask_for(browser, 1, "A180", "1")
    browser.click("#ask")
    browser.shown("#lines .description", evil)
    assert browser.run("return [document.title, document.images.length]") == ["Orders and account", 0]


def test_two_clicks_open_one_page(browser, company, page, token):
    sign_in(browser, page, token)
    ask_for(browser, 1, "A180", "1")
    see_total(browser)
    # Both clicks before the browser has gone anywhere.
    browser.run("const b = document.getElementById('pay'); b.click(); b.disabled = false; b.click();")
    browser.shown("h1", "Sandbox checkout")
    assert len(company.stripe.engine.store.all_of("checkout.session")) == 1


def test_who_has_credit_orders_on_account_and_pays_nothing_now(browser, company, page_on_account, token, tmp_path):
    sign_in(browser, page_on_account, token)
    ask_for(browser, 1, "A180", "2")
    see_total(browser)
    browser.driver.save_screenshot(str(tmp_path / "two-ways.png"))
    browser.run("const b = document.getElementById('account'); b.click(); b.disabled = false; b.click();")
    browser.shown("#notice", "Ordered on account")
    reference = browser.find("#notice").text.split()[4].rstrip(".")
    company.run_all()
    company.clock.advance(60)
    browser.driver.refresh()
    browser.shown("#orders", reference)
    (order,) = company.rows("SorMaster", "Customer = ?", ME)
    assert order.text("CustomerPoNumber") == reference
    assert lines_of(company, order.text("SalesOrder")) == [("A180", Decimal(2), Decimal(129))]
    assert company.stripe.engine.store.all_of("checkout.session") == []


def test_everything_of_the_page_comes_from_the_portal(browser, page):
    browser.open(page)
    loaded = browser.run("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert {url.removeprefix(page) for url in loaded} >= {"/portal.css", "/portal.js"}
    assert [url for url in loaded if not url.startswith(page)] == []
    assert browser.troubles() == []


#: What a person needs who does not see the page: every field has a name, every table a caption, ids are unique.
_NAMELESS = """
const named = (one) => one.labels?.length || one.getAttribute("aria-label") || one.textContent.trim();
const nodes = (css) => [...document.querySelectorAll(css)];
const ids = nodes("[id]").map((one) => one.id);
return [
  ...nodes("input, button, a").filter((one) => !named(one)).map((one) => one.outerHTML),
  ...nodes("main section > table, form > table").filter((one) => !one.caption).map((one) => one.outerHTML),
  ...ids.filter((id, place) => ids.indexOf(id) !== place),
];
"""

_CONTRAST = """
const parse = (text) => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (one) => { for (; one; one = one.parentElement) { const c = parse(getComputedStyle(one).backgroundColor);
  if (c.length < 4 || c[3] === 1) return c; } };
return [...document.querySelectorAll("h1, h2, p, label, th, td, button, a.button, span")]
  .filter((one) => one.checkVisibility() && one.textContent.trim())
  .map((one) => { const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), one.outerHTML.slice(0, 80)]; })
  .filter(([ratio]) => ratio < 4.5);
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everybody(browser, page, token, scheme, tmp_path):
    emulated = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    sign_in(browser, page, token)
    ask_for(browser, 1, "NOPE", "1")
    browser.click("#ask")
    browser.shown("#lines .description", "not sold")
    assert browser.run(_NAMELESS) == []
    assert browser.run(_CONTRAST) == []
    browser.driver.save_screenshot(str(tmp_path / f"{scheme}.png"))
