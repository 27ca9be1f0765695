"""The settings that fit the demo company: what a bookkeeper would have filled in."""

import json
import tomllib
from datetime import UTC, datetime, timedelta
from importlib import resources
from typing import Any


def demo_settings(
    stripe_url: str, syspro_url: str, *, now_at: int, days: int, mode: str = "orders", payouts: str = "journal"
) -> dict[str, str]:
    """Return setting -> text for the demo company.

    Args:
        stripe_url: Address of the Stripe sandbox.
        syspro_url: Address of the SYSPRO sandbox.
        now_at: Unix seconds UTC of the demo's present.
        days: Days of trading that lie behind it.
        mode: Posting mode.
        payouts: Route of payouts.
    """
    company = tomllib.loads((resources.files("resources") / "sandbox" / "company.toml").read_text("utf-8"))
    clearing = [bank for bank in company["banks"] if bank.get("stripe")]
    first_day = datetime.fromtimestamp(now_at, UTC).date() - timedelta(days=days + 1)
    return {
        **_connections(stripe_url, syspro_url, company),
        **_quick(),
        "posting.mode": mode,
        "posting.product_class": "WEB",
        # Whoever pays in a shop has no open invoice: in this mode the money goes on account.
        "receipts.unmatched": "on_account",
        "stripe.start_on": first_day.isoformat(),
        "keys.invoice_length": "15",
        "currencies.to_syspro": _table((entry["iso"].lower(), entry["code"]) for entry in company["currencies"]),
        "customers.guest": _table(
            (entry["currency"].lower(), entry["code"]) for entry in company["customers"] if entry.get("guest")
        ),
        "customers.custom_form_field": "STRIPEID",
        "customers.branch": "WEB",
        "customers.class": "WEB",
        "customers.terms": "00",
        "customers.salesperson": "HOUSE",
        "customers.area": "WEB",
        "customers.price_codes": '{"usd": "A", "eur": "EUR", "jpy": "JPY", "gbp": "GBP"}',
        "orders.warehouse": company["default_warehouse"],
        "orders.catch_all": "WEB",
        "orders.charge_product_class": "WEB",
        "orders.rounding_product_class": "WEB",
        "orders.tax_rates": _table((entry["code"], entry["rate"]) for entry in company["tax_codes"]),
        "orders.currency_tax_codes": _table(
            (entry["currency"].lower(), entry["tax_code"]) for entry in company["currency_tax_codes"]
        ),
        "receipts.bank": _table((bank["stripe"].lower(), bank["bank"]) for bank in clearing),
        **_ledger(company, payouts),
        "receipts.ledger_code": _table((bank["stripe"].lower(), bank["ledger_code"]) for bank in clearing),
    }


def _ledger(company: dict[str, Any], payouts: str) -> dict[str, str]:
    """Return the accounts of refunds, disputes, fees and payouts, by the demo company's chart of accounts."""
    accounts = company["accounts"]
    real = [bank for bank in company["banks"] if not bank.get("stripe")]
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
    codes |= {f"bank:{bank['currency'].lower()}": bank["ledger_code"] for bank in real}
    return {
        "accounts.ledger": _table(codes.items()),
        "payouts.route": payouts,
        "payouts.bank": _table((bank["currency"].lower(), bank["bank"]) for bank in real),
        "refunds.product_class": "RTN",
        # As this company's SYSPRO keeps them.
        "receipts.foreign_balance": "invoice",
        "cash_book.in_ledger": "yes",
        "receipts.deposit_slips": "yes",
    }


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


def _table(pairs: Any) -> str:
    return json.dumps(dict(pairs), sort_keys=True)
