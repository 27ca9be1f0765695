"""The end points: what each is asked, and what it answers. The document for programmers is resources/portal."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from agent.domain.portal import ACCOUNT_SCOPE, ASK, NOW, ON_ACCOUNT, SCOPES, Wish
from agent.domain.prices import quantity_of
from agent.ports import Shop
from connectors.portal import shown
from connectors.portal.cache import Cache
from connectors.portal.refusals import Refusal, bad_request

#: Longest stock code; source: InvMaster.StockCode varchar(30).
_STOCK_CODE_LENGTH = 30
#: Most orders or invoices of one answer.
_MOST_ROWS, _USUAL_ROWS = 500, 50
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
#: Longest number of a sales order; source: SorMaster.SalesOrder varchar(20).
_ORDER_LENGTH = 20
#: Longest key of an order, and longest address.
_KEY_LENGTH, _ADDRESS_LENGTH = 100, 2000


@dataclass(frozen=True, slots=True)
class Question:
    """A request that has been let in.

    Attributes:
        customer: The customer, as stored, about whom it asks.
        path: Parts of the path by name.
        query: Query parameters; the last of a name counts.
        body: Body.
        most_items: Most stock codes of one question.
        key: The shop's own key of what it asks for (``Idempotency-Key``); empty for none.
        scopes: What the token is good for.
    """

    customer: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    most_items: int
    key: str = ""
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndPoint:
    """One end point.

    Attributes:
        method: HTTP method.
        path: Path with names in braces.
        scope: What a token has to be good for.
        answer: Answers a question.
    """

    method: str
    path: str
    scope: str
    answer: Callable[[Shop, Cache, Question], dict[str, Any]]


def _prices(shop: Shop, cache: Cache, asked: Question) -> dict[str, Any]:
    items = _members(_body(asked), "items", asked.most_items)
    questions = tuple((_stock_code(item), _quantity(item)) for item in items)
    found = cache.get(("prices", asked.customer, questions), lambda: shop.prices(asked.customer, questions))
    return shown.prices(*found)


def _stock(shop: Shop, cache: Cache, asked: Question) -> dict[str, Any]:
    codes = [_text_of_code(code) for code in _members(_body(asked), "stock_codes", asked.most_items)]
    found = cache.get(("stock", tuple(sorted(set(codes)))), lambda: shop.stock(sorted(set(codes))))
    nothing = (None, "")
    return {
        "items": [
            {"stock_code": code, "sold": code in found, "available": known[0], "uom": known[1]}
            for code in codes
            for known in [found.get(code, nothing)]
        ]
    }


def _orders(shop: Shop, cache: Cache, asked: Question) -> dict[str, Any]:
    rows = cache.get(("orders", asked.customer), lambda: shop.orders(asked.customer))
    some, more = _page(rows, asked)
    return {"customer": asked.customer, "orders": [shown.order(row) for row in some], "more": more}


def _order(shop: Shop, cache: Cache, asked: Question) -> dict[str, Any]:
    number = asked.path["sales_order"]
    question = ("order", asked.customer, number)
    # What no order is called is not asked for.
    can_be = len(number) <= _ORDER_LENGTH and number.isprintable()
    found = cache.get(question, lambda: shop.order(asked.customer, number)) if can_be else None
    if found is None:
        raise Refusal(404, "order.unknown", "This customer has no such order.")
    return shown.order(*found)


def _invoices(shop: Shop, cache: Cache, asked: Question) -> dict[str, Any]:
    state = asked.query.get("state", "all")
    if state not in {"all", "open"}:
        raise bad_request("state is all or open.")
    only_open = state == "open"
    question = ("invoices", asked.customer, only_open)
    rows = cache.get(question, lambda: shop.invoices(asked.customer, only_open=only_open))
    some, more = _page(rows, asked)
    return {"customer": asked.customer, "invoices": [shown.invoice(*row) for row in some], "more": more}


def _place(shop: Shop, _: Cache, asked: Question) -> dict[str, Any]:
    body = _body(asked)
    items = tuple((_stock_code(item), _quantity(item)) for item in _members(body, "items", asked.most_items))
    way = body.get("payment", NOW)
    if way not in (NOW, ON_ACCOUNT, ASK):
        raise bad_request(f"payment is {NOW}, {ON_ACCOUNT}, or {ASK} to be told what the order comes to.")
    if way != ASK and not (8 <= len(asked.key) <= _KEY_LENGTH and asked.key.isprintable()):
        raise bad_request(f"Idempotency-Key is a text of 8 to {_KEY_LENGTH} characters, one for each order.")
    account = ACCOUNT_SCOPE in asked.scopes
    if way == ON_ACCOUNT and not account:
        raise Refusal(403, "token.scope", f"This token is not good for {SCOPES[ACCOUNT_SCOPE]}.")
    # Only who pays on a page comes back from it.
    pages = (_address(body, "success_url"), _address(body, "cancel_url")) if way == NOW else ("", "")
    placed = shop.place(asked.customer, Wish(items, asked.key, *pages, way))
    return shown.placed(asked.customer, placed, account=account)


ENDPOINTS = (
    EndPoint("POST", "/v1/prices", "prices", _prices),
    EndPoint("POST", "/v1/stock", "stock", _stock),
    EndPoint("GET", "/v1/orders", "orders", _orders),
    EndPoint("POST", "/v1/orders", "place_orders", _place),
    EndPoint("GET", "/v1/orders/{sales_order}", "orders", _order),
    EndPoint("GET", "/v1/invoices", "invoices", _invoices),
)
"""Every end point that needs a token."""


def _page(rows: Any, asked: Question) -> tuple[Any, bool]:
    """Return the rows that are asked for by ``limit`` and ``offset``, and whether there are more behind them."""
    limit, offset = _whole(asked, "limit", _USUAL_ROWS, _MOST_ROWS), _whole(asked, "offset", 0, 10**9)
    return rows[offset : offset + limit], len(rows) > offset + limit


def _whole(asked: Question, name: str, usual: int, most: int) -> int:
    text = asked.query.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= most):
        raise bad_request(f"{name} is a whole number up to {most}.")
    return int(text)


def _body(asked: Question) -> dict[str, Any]:
    try:
        found = json.loads(asked.body, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise bad_request("The body is no JSON.") from error
    if not isinstance(found, dict):
        raise bad_request("The body is a JSON object.")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _members(body: dict[str, Any], name: str, most: int) -> list[Any]:
    found = body.get(name)
    if not isinstance(found, list) or not 1 <= len(found) <= most:
        raise bad_request(f"{name} is a list of 1 to {most}.")
    return found


def _stock_code(item: Any) -> str:
    if not isinstance(item, dict):
        raise bad_request("Each of items is an object with stock_code and quantity.")
    return _text_of_code(item.get("stock_code"))


def _text_of_code(code: Any) -> str:
    if not isinstance(code, str) or not 1 <= len(code.strip()) <= _STOCK_CODE_LENGTH or not code.isprintable():
        raise bad_request(f"A stock code is a text of 1 to {_STOCK_CODE_LENGTH} characters.")
    return code.rstrip()


def _quantity(item: dict[str, Any]) -> Decimal:
    given = item.get("quantity", 1)
    if isinstance(given, bool) or not isinstance(given, str | int | Decimal):
        raise bad_request("A quantity is a number such as 12 or 0.5.")
    try:
        return quantity_of(str(given))
    except ValueError as error:
        raise bad_request(str(error)) from error


def _address(body: dict[str, Any], name: str) -> str:
    """Return an address of the shop to which its customer's browser is sent."""
    given = body.get(name)
    if not isinstance(given, str) or len(given) > _ADDRESS_LENGTH or not given.isprintable() or " " in given:
        raise bad_request(f"{name} is an address of the shop.")
    try:
        parts = urlsplit(given)
        host, named = parts.hostname or "", parts.username or parts.password
    except ValueError as error:
        raise bad_request(f"{name} is an address of the shop.") from error
    # Beside TLS only what never leaves the machine, and no host that hides behind another's name.
    if named or not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)):
        raise bad_request(f"{name} begins with https://.")
    return given
