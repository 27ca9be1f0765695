"""Currencies whose minor units Stripe counts in its own way: a payment, a refund and a payout each, to the cent."""

import json
from decimal import Decimal

import pytest

from agent.domain.documents import State
from connectors.sandbox.stripe.engine import StripeOptions
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.syspro.company import customer_defaults
from tests.pipeline.company import DAY_S, Company

#: Currency -> what a payment of 5,000 units is in Stripe's minor units, and the decimals that SYSPRO's currency has.
CURRENCIES = {"isk": (500_000, 0), "ugx": (500_000, 0), "mga": (5_000, 0), "kwd": (5_000_000, 2), "bhd": (5_000_000, 2)}
CLEARING, BANK, GUEST = "1390-000", "1090-000", "000000000000999"


def found(company, currency, decimals):
    """Give the SYSPRO company the currency, its banks, ledger codes and a customer for guests."""
    code, books = currency.upper(), company.syspro.books
    with company.syspro.locked():
        rate = {"BuyExchangeRate": Decimal("0.5"), "SellExchangeRate": Decimal("0.5"), "BuyMulDiv": "M"}
        books.insert("TblCurrency", {"Currency": code, "Description": code, "NumDecimals": decimals, **rate})
        for ledger_code in (CLEARING, BANK):
            account = {"Description": code, "AccountType": "A", "ControlAccFlag": "N"}
            books.insert("GenMaster", {"Company": "A", "GlCode": ledger_code, **account})
        for bank, ledger_code in ((f"STRIPE-{code}", CLEARING), (f"BANK-{code}", BANK)):
            books.insert("ApBank", {"Bank": bank, "Description": bank, "Currency": code, "CashGlCode": ledger_code})
        placed = {"TermsCode": "00", "Branch": "WEB", "Area": "WEB", "CustomerClass": "WEB", "Salesperson": "HOUSE"}
        guest = {"Customer": GUEST, "Name": "Guest", "Currency": code, **placed}
        books.insert("ArCustomer", {**customer_defaults(), **guest})
        books.insert("ArCustomerBal", {"Customer": GUEST})
    for name, text in {
        "currencies.to_syspro": code,
        "customers.guest": GUEST,
        "receipts.bank": f"STRIPE-{code}",
        "receipts.ledger_code": CLEARING,
    }.items():
        company.set(name, json.dumps({**company.home.values().table(name), currency: text}))
    accounts = company.home.values().table("accounts.ledger")
    company.set("accounts.ledger", json.dumps({**accounts, f"bank:{currency}": BANK}))


@pytest.fixture
def company_of(tmp_path):
    made = []

    def make(currency, **settings):
        options = StripeOptions(also_held=(currency,))
        company = Company(
            tmp_path, options=options, orders__currency_tax_codes="{}", orders__tax="charge_line", **settings
        )
        made.append(company)
        found(company, currency, CURRENCIES[currency][1])
        return company

    yield make
    for company in made:
        company.close()


def trade(company, currency, minor, given_back):
    """A payment, a refund of part of it and the payout of the rest."""
    charge = company.sale(minor, currency, at=company.clock.now() - 8 * DAY_S)
    company.run_all()
    if given_back:
        company.stripe.trading.refund(RefundOrder(charge, given_back), at=company.clock.now() - 7 * DAY_S)
    (payout,) = company.stripe.account.run_payouts(currencies=[currency])
    company.stripe.account.complete_reconciliation(payout["id"])
    company.run("sweep")
    company.run_all()
    return charge, payout


@pytest.mark.parametrize("currency", [name for name in CURRENCIES if name != "ugx"])
def test_a_payment_a_refund_and_a_payout_are_booked_in_whole_units(company_of, currency):
    minor, _ = CURRENCIES[currency]
    company = company_of(currency)
    charge, payout = trade(company, currency, minor, minor // 5)
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    (paid,) = company.rows("ArInvoicePay", "Reference = ?", charge)
    assert paid.number("PostValue") == 5000
    out = company.rows("ArInvoicePay", "Reference LIKE 're_%.M'")
    assert sum(row.number("PostValue") for row in out) == -1000
    fee = Decimal(145)
    cleared = company.rows("GenJournalDetail", "Reference = ? AND GlCode = ?", payout["id"], CLEARING)
    banked = company.rows("GenJournalDetail", "Reference = ? AND GlCode = ?", payout["id"], BANK)
    assert [row.number("CurrencyValue") for row in (*cleared, *banked)] == [-4000, 4000 - fee]
    (row,) = [row for row in company.proof() if row.currency == currency]
    assert (row.difference_minor, row.clearing_difference_minor, row.posted_minor) == (0, 0, 0)


def test_a_fee_with_a_third_decimal_waits_for_a_person_and_is_never_rounded(company_of):
    company = company_of("kwd")
    _, payout = trade(company, "kwd", 12_340, 0)
    assert not [row for row in company.documents() if row.stripe_id == payout["id"]]
    assert "11.982 KWD has more than the two decimals that SYSPRO keeps" in company.decision(payout["id"]).reason
    (proof,) = [row for row in company.proof() if row.currency == "kwd"]
    assert (proof.difference_minor, proof.clearing_difference_minor) == (0, 0)
    assert proof.held_minor == -12_340


def test_ugandan_shillings_are_held_until_the_site_says_how_stripe_counts_them(company_of):
    company = company_of("ugx")
    charge, payout = trade(company, "ugx", 500_000, 0)
    assert company.documents() == []
    assert company.decision(charge).reason_code == "currency.uncertain"
    assert "currencies.ugx_hundredths" in company.decision(charge).reason
    company.set("currencies.ugx_hundredths", "yes")
    for subject in (charge, payout["id"]):
        company.ask("retry", what=subject)
    company.run_all()
    (paid,) = company.rows("ArInvoicePay", "Reference = ?", charge)
    assert paid.number("PostValue") == 5000
    (row,) = [row for row in company.proof() if row.currency == "ugx"]
    assert (row.difference_minor, row.posted_minor) == (0, 0)
