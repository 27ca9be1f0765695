"""Who buys and what is in the basket: believable, seeded, and exact to the cent in SYSPRO's own reckoning."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from connectors.sandbox.stripe.money import half_up
from connectors.sandbox.stripe.resources import text
from connectors.sandbox.stripe.sales import Sale, SaleLine
from connectors.sandbox.stripe.shop import Account, Shop, Stock, company, list_code
from connectors.sandbox.stripe.store import Obj
from connectors.sandbox.stripe.trading import Trading

_LEAST_CHARGE = 60  # a little above Stripe's smallest charge of about 50 cents or 50 yen
_MOST_TRIES = 50


@cache
def people() -> dict[str, Any]:
    """Return the invented buyers."""
    return tomllib.loads(text("stripe_people.toml"))


@dataclass(frozen=True, slots=True)
class Buyer:
    """Somebody at the till: a Stripe customer or a guest, and how SYSPRO would price and tax them."""

    customer: str | None
    billing: Obj
    price_code: str
    exempt: bool


class Crowd:
    """Buyers of one currency: customers known to SYSPRO, new ones, and guests.

    Args:
        trading: Where they become Stripe customers.
        chance: Source of every choice.
        currency: Lower-case code.
        returning: Mail address -> Stripe customer of those who bought before.
    """

    def __init__(self, trading: Trading, chance: random.Random, currency: str, returning: Mapping[str, str]) -> None:
        self._returning = returning
        self._trading = trading
        self._chance = chance
        self._currency = currency
        self._accounts = [entry for entry in company().accounts if entry.currency == currency]
        self._known: dict[str, Buyer] = {}
        self._new: list[Buyer] = []

    def next(self, *, at: int, guests: bool = True) -> Buyer:
        """Return the next buyer; a new one becomes a Stripe customer now."""
        draw = self._chance.random()
        if guests and draw < 0.25:
            return self.guest()
        if draw < 0.65 and self._accounts:
            return self._account_buyer(self._chance.choice(self._accounts), at)
        if self._new and self._chance.random() < 0.6:
            return self._chance.choice(self._new)
        return self._stranger(at)

    def guest(self) -> Buyer:
        """Return somebody who is no Stripe customer."""
        return Buyer(None, self._person(), list_code(self._currency), exempt=False)

    def _account_buyer(self, account: Account, at: int) -> Buyer:
        """Return a SYSPRO customer: half carry the code in their metadata, half only share the e-mail."""
        if account.code not in self._known:
            metadata = {"syspro_customer": account.code} if int(account.code) % 2 else {}
            billing = {"name": account.name, "email": account.email, "phone": None, "address": dict(account.address)}
            known = self._returning.get(account.email)
            if known is None:
                made = self._trading.customer(
                    at=at, name=account.name, email=account.email, address=account.address, metadata=metadata
                )
                known = str(made["id"])
            self._known[account.code] = Buyer(known, billing, account.price_code, account.exempt)
        return self._known[account.code]

    def _stranger(self, at: int) -> Buyer:
        billing = self._person()
        if self._chance.random() < 0.4:
            billing["name"] = f"{billing['name'].split(' ')[1]} {self._chance.choice(people()['firms'])}"
        made = self._trading.customer(at=at, name=billing["name"], email=billing["email"], address=billing["address"])
        buyer = Buyer(made["id"], billing, list_code(self._currency), exempt=False)
        self._new.append(buyer)
        return buyer

    def _person(self) -> Obj:
        chance, names = self._chance, people()
        first, last = chance.choice(names["first_names"]), chance.choice(names["last_names"])
        city, postal_code, country, state = chance.choice(names["places"][self._currency])
        mail = "".join(letter for letter in f"{first}.{last}".lower() if letter.isascii() and letter not in "' ")
        address = {
            "line1": f"{chance.randrange(1, 220)} {chance.choice(names['last_names'])} Street",
            "line2": None,
            "city": city,
            "postal_code": postal_code,
            "country": country,
            "state": state or None,
        }
        mail = f"{mail}{chance.randrange(100, 1000)}@{names['mail_domain']}"
        return {"name": f"{first} {last}", "email": mail, "phone": None, "address": address}


class Baskets:
    """Fill baskets from the shop's shelves."""

    def __init__(self, shop: Shop, chance: random.Random) -> None:
        self._shop = shop
        self._chance = chance

    def fill(self, buyer: Buyer, currency: str, reference: str, *, net_prices: bool = False) -> Sale:
        """Return a sale of 1 to 5 lines.

        Args:
            buyer: Who pays.
            currency: Lower-case code.
            reference: The shop's order number.
            net_prices: Whether every price must be before tax and every stock code fit Stripe's 12 characters of a
                ``product_code``, as amount details need.
        """
        chance = self._chance
        inclusive = not net_prices and currency != "usd" and not buyer.exempt and chance.random() < 0.5
        shelf = [item for item in company().stock if not net_prices or len(item.code) <= 12]
        items = chance.sample(shelf, chance.choice((1, 1, 1, 2, 2, 3, 4, 5)))
        discounted = chance.random() < 0.15
        lines = tuple(self._line(item, buyer, currency, inclusive=inclusive, discounted=discounted) for item in items)
        shipping = chance.choice(people()["shipping"][currency]) if chance.random() < 0.4 else 0
        return Sale(
            currency,
            _enough(lines),
            shipping,
            buyer.customer,
            buyer.billing,
            {"order_number": reference},
            reference,
        )

    def _line(self, item: Stock, buyer: Buyer, currency: str, *, inclusive: bool, discounted: bool) -> SaleLine:
        """Draw a quantity until the tax inside an inclusive price is what SYSPRO would add to the net price."""
        code = buyer.price_code if buyer.price_code in item.prices else list_code(currency)
        code = list_code(currency) if inclusive else code
        for _ in range(_MOST_TRIES):
            quantity = self._quantity(item.prices[list_code(currency)], currency)
            line = self._shop.line(item, quantity, currency, code, inclusive=inclusive, exempt=buyer.exempt)
            if discounted:
                line = replace(line, discount=half_up(line.subtotal * people()["discount_percent"], 100))
            if line.agrees:
                return line
        return self._shop.line(item, quantity, currency, code, inclusive=False, exempt=buyer.exempt)

    def _quantity(self, price: int, currency: str) -> int:
        cheap = price < (300 if currency != "jpy" else 450)
        return self._chance.randrange(5, 60) if cheap else self._chance.choice((1, 1, 1, 2, 2, 3, 4, 6))


def _enough(lines: Sequence[SaleLine]) -> tuple[SaleLine, ...]:
    """Double the first line until the charge is one that Stripe would take."""
    first, *rest = lines
    for _ in range(_MOST_TRIES):
        if first.agrees and sum(line.total for line in (first, *rest)) >= _LEAST_CHARGE:
            break
        first = replace(first, quantity=first.quantity * 2, discount=first.discount * 2)
    return (first, *rest)
