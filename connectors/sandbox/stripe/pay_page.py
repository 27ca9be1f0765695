"""The pages behind a checkout session's and a payment link's ``url``, on which somebody who opens them pays by card.

Stripe's own page asks for a card; these have a button. Paid, the browser goes to the session's ``success_url``; its
``{CHECKOUT_SESSION_ID}`` is filled in as Stripe does (docs.stripe.com/payments/checkout/custom-success-page).
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from connectors.sandbox.stripe.errors import StripeRefusal
from connectors.sandbox.stripe.money import exponent

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from connectors.sandbox.stripe.sandbox import StripeSandbox
    from connectors.sandbox.stripe.store import Obj

PATH, LINK_PATH = "/c/pay", "/b"
"""Where the pages of sessions and of links are, below the sandbox's address."""

_SHOWN = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>Sandbox checkout</title>
<style>body{{font:16px/24px system-ui,sans-serif;max-width:480px;margin:48px auto;padding:0 16px}}
td{{padding:4px 0}}td+td{{text-align:right;font-variant-numeric:tabular-nums}}table{{width:100%}}
button{{font:inherit;font-weight:600;min-height:40px;padding:0 16px;cursor:pointer}}</style></head>
<body><h1>Sandbox checkout</h1><p>No money moves: this is a Stripe of this machine's own.</p>
<table>{lines}</table>{end}</body></html>"""

_OVER, _PAID = "<p>This checkout is over.</p>", "<p>Paid.</p>"


def pay_routes(sandbox: StripeSandbox) -> list[Route]:
    """Return the routes of the pages of one sandbox."""
    pages = [(PATH, "GET", _show), (PATH, "POST", _pay), (LINK_PATH, "GET", _show_link), (LINK_PATH, "POST", _pay_link)]
    return [_route(sandbox, *page) for page in pages]


def _route(sandbox: StripeSandbox, path: str, method: str, act: Callable[[StripeSandbox, str], Response]) -> Route:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_found, sandbox, act, request.path_params["name"])

    return Route(path + "/{name}", answer, methods=[method])


def _found(sandbox: StripeSandbox, act: Callable[[StripeSandbox, str], Response], name: str) -> Response:
    try:
        return act(sandbox, name)
    except StripeRefusal:
        return _page([], "<p>There is no such checkout.</p>", 404)


def _show(sandbox: StripeSandbox, session_id: str) -> Response:
    row = sandbox.engine.row(session_id, "checkout.session")
    session, lines = row.body, row.inner["line_items"]
    shown = [(line["description"], _amount(line["amount_total"], line["currency"])) for line in lines]
    back = escape(session.get("cancel_url") or "", quote=True)
    form = _form(_amount(session["amount_total"], session["currency"])) + f'<p><a href="{back}">Back</a></p>'
    return _page(shown, form if session["status"] == "open" else _OVER)


def _pay(sandbox: StripeSandbox, session_id: str) -> Response:
    with sandbox.engine.store.transaction():
        session = sandbox.engine.get(session_id, "checkout.session")
        if session["status"] == "open":
            sandbox.trading.pay_checkout(session_id)
    back = (session.get("success_url") or "").replace("{CHECKOUT_SESSION_ID}", session_id)
    return RedirectResponse(back, 303)


def _show_link(sandbox: StripeSandbox, name: str) -> Response:
    link = _link(sandbox, name)
    lines = sandbox.engine.row(link["id"], "payment_link").inner["line_items"]
    bought = [(sandbox.engine.get(line["price"]), line["quantity"]) for line in lines]
    shown = [
        (sandbox.engine.get(price["product"])["name"], _amount(price["unit_amount"] * many, link["currency"]))
        for price, many in bought
    ]
    total = sum(price["unit_amount"] * many for price, many in bought)
    return _page(shown, _form(_amount(total, link["currency"])) if link["active"] else _OVER)


def _pay_link(sandbox: StripeSandbox, name: str) -> Response:
    link = _link(sandbox, name)
    try:
        sandbox.trading.pay_by_link(link["id"])
    except StripeRefusal:
        return _page([], _OVER, 400)
    return _page([], _PAID)


def _link(sandbox: StripeSandbox, name: str) -> Obj:
    """Return the link with this name in its address.

    Raises:
        StripeRefusal: When there is none.
    """
    for link in sandbox.engine.store.all_of("payment_link"):
        if str(link["url"]).rpartition("/")[2] == name:
            return link
    return sandbox.engine.get(name, "payment_link")


def _page(lines: list[tuple[str, str]], end: str, status: int = 200) -> Response:
    rows = "".join(f"<tr><td>{escape(text)}</td><td>{amount}</td></tr>" for text, amount in lines)
    return HTMLResponse(_SHOWN.format(lines=rows, end=end), status)


def _form(total: str) -> str:
    return f'<form method="post"><p><button id="pay">Pay {total}</button></p></form>'


def _amount(minor: int, currency: str) -> str:
    return f"{Decimal(minor).scaleb(-exponent(currency))} {escape(currency.upper())}"
