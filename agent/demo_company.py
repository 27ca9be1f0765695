"""What a bookkeeper of the demo company would have filled in: its settings, and the answers that templates ask for."""

import json
import tomllib
from datetime import UTC, datetime, timedelta
from importlib import resources
from typing import Any

from agent.domain.flow_set import FlowSet
from agent.domain.mapping import MappingContent
from agent.domain.settings import Values
from agent.domain.template_filling import filled
from agent.shipped import shipped_flows, shipped_templates

#: Customer who orders in the portal and pays an invoice by its link.
BUYER = "000000000000006"

#: Posting mode -> the template that the demo plays it with.
TEMPLATES = {
    "orders": "web-shop",
    "invoices": "subscriptions",
    "open_invoices": "b2b-invoices",
    "summary": "summary-journal",
}


def demo_settings(
    stripe_url: str, syspro_url: str, *, now_at: int, days: int, mode: str = "orders", payouts: str = "journal"
) -> dict[str, str]:
    """Return setting -> text for the demo company, with all templates answered, so that any posting mode may follow.

    Args:
        stripe_url: Address of the Stripe sandbox.
        syspro_url: Address of the SYSPRO sandbox.
        now_at: Unix seconds UTC of the demo's present.
        days: Days of trading that lie behind it.
        mode: Posting mode.
        payouts: Route of payouts.
    """
    settings = site_settings(stripe_url, syspro_url, now_at=now_at, days=days, payouts=payouts)
    content = MappingContent(FlowSet().with_shipped(shipped_flows()), Values(settings))
    # The one of the mode comes last: what templates set differently is as it says.
    for template in sorted(shipped_templates(), key=lambda one: (one.name == TEMPLATES[mode], one.name)):
        asked = {question.name for question in template.questions}
        answers = {name: text for name, text in template_answers().items() if name in asked}
        content = filled(template, answers, content)
    defaults = Values().texts
    given = {name: text for name, text in content.policy.deciding().items() if text != defaults[name]}
    return settings | given | {"accounts.ledger": chart_of_accounts(payouts)}


def site_settings(
    stripe_url: str, syspro_url: str, *, now_at: int, days: int, payouts: str = "journal"
) -> dict[str, str]:
    """Return setting -> text for what no template asks: connections, and how this company's SYSPRO is set up."""
    company = _company()
    first_day = datetime.fromtimestamp(now_at, UTC).date() - timedelta(days=days + 1)
    return {
        **_connections(stripe_url, syspro_url, company),
        **_quick(),
        "stripe.start_on": first_day.isoformat(),
        "currencies.to_syspro": _table((entry["iso"].lower(), entry["code"]) for entry in company["currencies"]),
        "customers.custom_form_field": "STRIPEID",
        "payouts.route": payouts,
        "payouts.bank": _table((bank["currency"].lower(), bank["bank"]) for bank in _real_banks(company)),
        # As this company's SYSPRO keeps them.
        "receipts.foreign_balance": "invoice",
        "receipts.in_ledger": "yes",
        "cash_book.in_ledger": "yes",
        "receipts.deposit_slips": "yes",
    }


def template_answers() -> dict[str, str]:
    """Return the answers to all questions that templates ask, by the question's name."""
    company = _company()
    accounts = company["accounts"]
    clearing = [bank for bank in company["banks"] if bank.get("stripe")]
    guests = [customer for customer in company["customers"] if customer.get("guest")]
    return {
        "clearing_bank": _pairs((bank["stripe"], bank["bank"]) for bank in clearing),
        "clearing_account": _pairs((bank["stripe"], bank["ledger_code"]) for bank in clearing),
        "bank_account": _pairs((bank["currency"], bank["ledger_code"]) for bank in _real_banks(company)),
        "fees": accounts["fee_other"],
        "fee_tax": accounts["fee_tax"],
        "held_money": accounts["dispute"],
        "dispute_losses": accounts["dispute_loss"],
        "differences": accounts["exchange_variance"],
        "sales": accounts["sales_web"],
        "sales_returns": _sales_code(company, "RTN"),
        "guests": _pairs((customer["currency"], customer["code"]) for customer in guests),
        "new_payers": "create",
        "branch": "WEB",
        "customer_class": "WEB",
        "terms": "00",
        "area": "WEB",
        "salesperson": "HOUSE",
        "price_codes": "usd=A, eur=EUR, jpy=JPY, gbp=GBP",
        "invoice_length": "15",
        "warehouse": company["default_warehouse"],
        "charge_class": "WEB",
        "tax_rates": _pairs((entry["code"], entry["rate"]) for entry in company["tax_codes"]),
        "tax_codes": _pairs((entry["currency"], entry["tax_code"]) for entry in company["currency_tax_codes"]),
        "invoice_class": "WEB",
        "credit_class": "RTN",
        # Whoever pays in a shop has no open invoice: the money goes on account.
        "unmatched": "on_account",
    }


def chart_of_accounts(payouts: str) -> str:
    """Return the table of accounts, which is finer than the templates ask: fees by type, each in-between account."""
    company = _company()
    accounts = company["accounts"]
    # What the bank keeps of a receipt, SYSPRO books where it books all bank charges.
    processing = accounts["bank_charges"] if payouts == "bank_charges" else accounts["fee_processing"]
    codes = {
        "bank_charge": accounts["bank_charges"],
        "fee": accounts["fee_other"],
        "fee.stripe_fee": processing,
        "fee.stripe_fee.own": accounts["fee_services"],
        "fee.payment_method_passthrough_fee": processing,
        "fee.application_fee": accounts["fee_connect"],
        "fee.stripe_fx_fee": accounts["fee_fx"],
        "fee.tax": accounts["fee_tax"],
        "fee.tax_fee": accounts["fee_tax"],
        "fee.dispute": accounts["fee_dispute"],
        "dispute": accounts["dispute"],
        "sales": accounts["sales_web"],
        "sales_returns": _sales_code(company, "RTN"),
        "dispute_loss": accounts["dispute_loss"],
        "reserve": accounts["reserve"],
        "adjustment": accounts["suspense"],
        "refunds": accounts["refunds_clearing"],
        "transfer": accounts["cash_in_transit"],
        "fx": accounts["exchange_variance"],
        "rounding": accounts["rounding"],
    }
    codes |= {f"bank:{bank['currency'].lower()}": bank["ledger_code"] for bank in _real_banks(company)}
    return _table(codes.items())


def catalogue_settings() -> dict[str, str]:
    """Return setting -> text with which the demo company's stock codes are sold in Stripe, at its list prices."""
    return {
        "catalogue.enabled": "yes",
        "catalogue.price_codes": json.dumps({"usd": "A", "eur": "EUR", "jpy": "JPY", "gbp": "GBP"}),
        "catalogue.warehouses": "FG",
        "catalogue.available": "on_hand - allocated - allocated_to_jobs",
        # The available quantities move with every order; the demo says itself when to look.
        "catalogue.every_s": "86400",
    }


def customer_settings() -> dict[str, str]:
    """Return setting -> text with which the demo company's customers are kept in step; the demo says when to look."""
    return {"customer_links.enabled": "yes", "customer_links.every_s": "86400"}


def selling_settings() -> dict[str, str]:
    """Return setting -> text with which the demo company sells in the portal and asks for a customer's invoices."""
    return {
        "portal.enabled": "yes",
        "portal.port": "0",
        "portal.example_page": "yes",
        "portal.on_account": "yes",
        "portal.open_orders": "customer",
        # What was placed a moment ago is asked for at once.
        "portal.cache_s": "0",
        "syspro.query_operator": "AGENT",
        # As this company's SYSPRO keeps its prices.
        "prices.other_rules": "no",
        "prices.category_codes": "after",
        "prices.code_currencies": json.dumps({"A": "USD", "B": "USD", "EUR": "EUR", "JPY": "JPY", "GBP": "GBP"}),
        "requests.enabled": "yes",
        "requests.customers": BUYER,
        "requests.every_s": "86400",
    }


def _sales_code(company: dict[str, Any], product_class: str) -> str:
    return next(
        str(entry["sales_ledger_code"]) for entry in company["product_classes"] if entry["code"] == product_class
    )


def _connections(stripe_url: str, syspro_url: str, company: dict[str, Any]) -> dict[str, str]:
    return {
        "stripe.api_base": stripe_url,
        "syspro.base_url": f"{syspro_url}/SYSPROWCFService/Rest",
        "syspro.operator": "ADMIN",
        "syspro.company": company["company_id"],
    }


def _quick() -> dict[str, str]:
    """Return the waits of a demo: seconds where a site takes minutes."""
    return {
        "stripe.poll_every_s": "2",
        "stripe.max_requests_per_s": "1000",
        "stripe.read_floor": "1000000000",
        "syspro.timeout_s": "2",
        "retry.first_s": "1",
        "retry.most_s": "4",
        "retry.snooze_s": "1",
        "resolve.grace_s": "3",
        "jobs.tick_s": "1",
    }


def _company() -> dict[str, Any]:
    return tomllib.loads((resources.files("resources") / "sandbox" / "company.toml").read_text("utf-8"))


def _real_banks(company: dict[str, Any]) -> list[dict[str, Any]]:
    return [bank for bank in company["banks"] if not bank.get("stripe")]


def _pairs(pairs: Any) -> str:
    return ", ".join(f"{name}={text}" for name, text in pairs)


def _table(pairs: Any) -> str:
    return json.dumps(dict(pairs), sort_keys=True)
