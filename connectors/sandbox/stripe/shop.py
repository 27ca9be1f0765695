"""What the demo company sells and to whom, from ``company.toml``, and its catalogue in Stripe."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from connectors.sandbox.stripe.money import exponent
from connectors.sandbox.stripe.resources import text
from connectors.sandbox.stripe.sales import SaleLine
from connectors.sandbox.stripe.store import Store
from connectors.sandbox.stripe.trading import Trading

# The price code that holds the list price of a currency.
_LIST_CODES = {"usd": "A", "eur": "EUR", "jpy": "JPY"}


@dataclass(frozen=True, slots=True)
class Stock:
    """One stock code: text, unit, tax code and unit prices before tax in minor units, by SYSPRO price code."""

    code: str
    description: str
    unit: str
    tax_code: str
    prices: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Account:
    """One SYSPRO customer, as far as a web shop knows it."""

    code: str
    name: str
    email: str
    currency: str
    price_code: str
    exempt: bool
    address: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Company:
    """The company's side of the trade.

    Attributes:
        stock: What can be bought in every currency of the shop.
        accounts: Customers with an account of their own, without guests.
        tax_percent: Percentage as text by tax code.
        currency_tax: Tax code by currency; it goes before the stock code's, except for exempt stock.
    """

    stock: tuple[Stock, ...]
    accounts: tuple[Account, ...]
    tax_percent: Mapping[str, str]
    currency_tax: Mapping[str, str]

    def percent(self, stock: Stock, currency: str, *, exempt: bool) -> str:
        """Return the tax percentage that SYSPRO would use for a line."""
        if exempt or self.tax_percent[stock.tax_code] == "0.00":
            return "0.00"
        return self.tax_percent[self.currency_tax.get(currency, stock.tax_code)]


def _minor(amount: str, currency: str) -> int:
    scaled = Decimal(amount).scaleb(exponent(currency))
    return int(scaled.quantize(Decimal(1), ROUND_HALF_UP))


def _stock(entry: Mapping[str, Any]) -> Stock:
    currency_of = {"A": "usd", "B": "usd", "EUR": "eur", "JPY": "jpy", "GBP": "gbp"}
    prices = {code: _minor(price, currency_of[code]) for code, price in entry["prices"].items() if code in currency_of}
    return Stock(entry["code"], entry["description"], entry["uom"], entry["tax_code"], prices)


def _account(entry: Mapping[str, Any]) -> Account:
    lines = entry["address"]
    address = {
        "line1": lines[0] if lines else None,
        "line2": None,
        "city": lines[1] if len(lines) > 1 else None,
        "state": entry.get("state"),
        "postal_code": entry["postal_code"] or None,
        "country": entry["country"][:2] or None,
    }
    exempt = entry["tax_status"] == "E"
    currency = entry["currency"].lower()
    return Account(entry["code"], entry["name"], entry["email"], currency, entry["price_code"], exempt, address)


def _buys_online(entry: Mapping[str, Any]) -> bool:
    """Return whether a customer may buy at the shop: none that the books have stopped, and no guest account."""
    stopped = entry.get("on_hold") or entry.get("unapplied_allowed") is False
    return not entry.get("guest") and not stopped and entry["tax_status"] in {"N", "E"}


@cache
def company() -> Company:
    """Return the demo company, read once."""
    facts = tomllib.loads(text("company.toml"))
    kinds = [entry for entry in facts["customers"] if _buys_online(entry)]
    shelf = [_stock(entry) for entry in facts["stock"] if not entry.get("on_hold")]
    return Company(
        stock=tuple(item for item in shelf if set(_LIST_CODES.values()) <= set(item.prices)),
        accounts=tuple(map(_account, kinds)),
        tax_percent={entry["code"]: entry["rate"] for entry in facts["tax_codes"]},
        currency_tax={entry["currency"].lower(): entry["tax_code"] for entry in facts["currency_tax_codes"]},
    )


class Shop:
    """The company's products and prices in Stripe, made once for each sandbox file."""

    def __init__(self, store: Store, trading: Trading) -> None:
        self._store = store
        self._trading = trading
        self._known: dict[str, dict[str, Any]] = store.read_meta("catalogue") or {}

    def open(self, *, at: int) -> None:
        """Put the whole range on the shelf, where it is not there yet."""
        missing = [item for item in company().stock if item.code not in self._known]
        for item in missing:
            self._known[item.code] = self._shelve(item, at)
        if missing:
            self._store.write_meta("catalogue", self._known)

    def _shelve(self, item: Stock, at: int) -> dict[str, Any]:
        product = self._trading.product(
            at=at, name=item.description, metadata={"stock_code": item.code}, shippable=True, unit_label=item.unit
        )
        prices = {}
        for currency, code in _LIST_CODES.items():
            made = self._price(product["id"], item.prices[code], currency, "exclusive", at)
            prices[f"{code}:exclusive"] = made
            if currency != "usd":
                gross = _with_tax(item, currency)
                prices[f"{code}:inclusive"] = self._price(product["id"], gross, currency, "inclusive", at)
        if "B" in item.prices:
            prices["B:exclusive"] = self._price(product["id"], item.prices["B"], "usd", "exclusive", at)
        return {"product": product["id"], "prices": prices}

    def _price(self, product: str, amount: int, currency: str, behaviour: str, at: int) -> str:
        made = self._trading.price(
            at=at, product=product, unit_amount=amount, currency=currency, tax_behavior=behaviour
        )
        return str(made["id"])

    def line(self, item: Stock, quantity: int, currency: str, code: str, *, inclusive: bool, exempt: bool) -> SaleLine:
        """Return a line at the shop's price; inclusive prices are those of a currency's list only."""
        known = self._known[item.code]
        behaviour = "inclusive" if inclusive else "exclusive"
        return SaleLine(
            stock_code=item.code,
            description=item.description,
            quantity=quantity,
            unit_amount=_with_tax(item, currency) if inclusive else item.prices[code],
            tax_percent=company().percent(item, currency, exempt=exempt),
            inclusive=inclusive,
            unit=item.unit,
            price=known["prices"][f"{code}:{behaviour}"],
            product=known["product"],
        )


def _with_tax(item: Stock, currency: str) -> int:
    """Return a shelf price that holds the tax, one from which the tax can be taken out without a cent over."""
    before = item.prices[_LIST_CODES[currency]]
    rate = int(Decimal(company().percent(item, currency, exempt=False)) * 100)
    return before + (2 * before * rate + 10_000) // 20_000


def list_code(currency: str) -> str:
    """Return the price code of a currency's list prices."""
    return _LIST_CODES[currency]
