"""The page behind a checkout session's ``url``, on which somebody who opens it pays by card.

Stripe's own page asks for a card; this one has a button. Paid, the browser goes to the session's ``success_url``; its
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
    from starlette.requests import Request

    from connectors.sandbox.stripe.sandbox import StripeSandbox
    from connectors.sandbox.stripe.store import Obj

PATH = "/c/pay"
"""Where the pages are, below the sandbox's address."""

_SHOWN = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>Sandbox checkout</title>
<style>body{{font:16px/24px system-ui,sans-serif;max-width:480px;margin:48px auto;padding:0 16px}}
td{{padding:4px 0}}td+td{{text-align:right;font-variant-numeric:tabular-nums}}table{{width:100%}}
button{{font:inherit;font-weight:600;min-height:40px;padding:0 16px;cursor:pointer}}</style></head>
<body><h1>Sandbox checkout</h1><p>No money moves: this is a Stripe of this machine's own.</p>
<table>{lines}</table>{end}</body></html>"""


def pay_routes(sandbox: StripeSandbox) -> list[Route]:
    """Return the routes of the pages of one sandbox."""

    async def show(request: Request) -> Response:
        return await run_in_threadpool(_show, sandbox, request.path_params["session"])

    async def pay(request: Request) -> Response:
        return await run_in_threadpool(_pay, sandbox, request.path_params["session"])

    path = PATH + "/{session}"
    return [Route(path, show, methods=["GET"]), Route(path, pay, methods=["POST"])]


def _show(sandbox: StripeSandbox, session_id: str) -> Response:
    try:
        row = sandbox.engine.row(session_id, "checkout.session")
    except StripeRefusal:
        return HTMLResponse(_SHOWN.format(lines="", end="<p>There is no such checkout.</p>"), 404)
    session = row.body
    lines = "".join(
        _line(line["description"], line["amount_total"], line["currency"]) for line in row.inner["line_items"]
    )
    total = _amount(session["amount_total"], session["currency"])
    end = "<p>This checkout is over.</p>"
    if session["status"] == "open":
        back = escape(session.get("cancel_url") or "", quote=True)
        end = f'<form method="post"><p><button id="pay">Pay {total}</button></p></form><p><a href="{back}">Back</a></p>'
    return HTMLResponse(_SHOWN.format(lines=lines, end=end))


def _pay(sandbox: StripeSandbox, session_id: str) -> Response:
    with sandbox.engine.store.transaction():
        try:
            session: Obj = sandbox.engine.get(session_id, "checkout.session")
        except StripeRefusal:
            return _show(sandbox, session_id)
        if session["status"] == "open":
            sandbox.trading.pay_checkout(session_id)
    back = (session.get("success_url") or "").replace("{CHECKOUT_SESSION_ID}", session_id)
    return RedirectResponse(back, 303) if back else _show(sandbox, session_id)


def _line(text: str, minor: int, currency: str) -> str:
    return f"<tr><td>{escape(text)}</td><td>{_amount(minor, currency)}</td></tr>"


def _amount(minor: int, currency: str) -> str:
    return f"{Decimal(minor).scaleb(-exponent(currency))} {escape(currency.upper())}"
