"""End-points under ``/_sandbox/`` that belong to the sandbox alone: faults, time, switches, state, month end. JSON.

``POST faults``  ``{"fault", "match"?, "probability"?, "remaining"?, "seconds"?}`` puts a rule in force
``DELETE faults``  ends all trouble
``POST clock``  ``{"now_at": int | null}`` or ``{"advance_s": int}``
``POST options``  switch names to values
``POST month_end``  closes the current month in every module
``POST ship_and_invoice``  ``{"share": 0.7, "seed": 1, "before"?: "CCYY-MM-DD"}`` plays the warehouse
``POST raise_price``  ``{"stock_code", "price_code", "by": "0.05"}`` changes a selling price
``POST rename_customer``  ``{"customer", "name"}`` changes a customer's name
``POST by_hand``  ``{"what": "receipt" | "invoice", ...}``: a person posts; the fields are those of ``by_hand``
``GET state``  rows per table, trial balance, sessions, current period
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from connectors.sandbox.faults import FaultRule
from connectors.sandbox.syspro import by_hand
from connectors.sandbox.syspro.ledger import trial_balance
from connectors.sandbox.syspro.options import changed
from connectors.sandbox.syspro.periods import month_end, period_of
from connectors.sandbox.syspro.warehouse import ship_and_invoice

if TYPE_CHECKING:
    from connectors.sandbox.syspro.app import SysproSandbox

Told = dict[str, Any]
"""A JSON object."""


def routes(sandbox: "SysproSandbox") -> list[Route]:
    """Return the control end-points of ``sandbox``."""
    actions: list[tuple[str, str, Callable[[SysproSandbox, Told], Told]]] = [
        ("faults", "POST", _add_fault),
        ("faults", "DELETE", _clear_faults),
        ("clock", "POST", _set_clock),
        ("options", "POST", _set_options),
        ("month_end", "POST", _month_end),
        ("ship_and_invoice", "POST", _ship_and_invoice),
        ("raise_price", "POST", _raise_price),
        ("rename_customer", "POST", _rename_customer),
        ("by_hand", "POST", _by_hand),
        ("state", "GET", _state),
    ]
    return [
        Route(f"/_sandbox/{name}", _endpoint(sandbox, action), methods=[method]) for name, method, action in actions
    ]


def _endpoint(sandbox: "SysproSandbox", action: "Callable[[SysproSandbox, Told], Told]") -> Callable[..., Any]:
    async def serve(request: Request) -> JSONResponse:
        try:
            told = json.loads(await request.body() or b"{}")
            # In a thread, because invoicing thousands of orders takes a while and calls must be answered meanwhile.
            return JSONResponse(await run_in_threadpool(_acted, sandbox, action, told))
        except (ValueError, KeyError, TypeError, InvalidOperation) as error:
            return JSONResponse({"error": str(error)}, status_code=422)

    return serve


def _acted(sandbox: "SysproSandbox", action: "Callable[[SysproSandbox, Told], Told]", told: Told) -> Told:
    with sandbox.locked():
        return action(sandbox, told)


def _add_fault(sandbox: "SysproSandbox", told: Told) -> Told:
    sandbox.faults.add(FaultRule(**told))
    return {}


def _clear_faults(sandbox: "SysproSandbox", _told: Told) -> Told:
    sandbox.faults.clear()
    return {}


def _set_clock(sandbox: "SysproSandbox", told: Told) -> Told:
    if "advance_s" in told:
        sandbox.clock.advance(int(told["advance_s"]))
    else:
        sandbox.clock.set(told["now_at"])
    return {"now_at": sandbox.clock.now()}


def _set_options(sandbox: "SysproSandbox", told: Told) -> Told:
    sandbox.books.options = changed(sandbox.books.options, told)
    return {}


def _month_end(sandbox: "SysproSandbox", _told: Told) -> Told:
    period = month_end(sandbox.books)
    return {"year": period.year, "month": period.month}


def _ship_and_invoice(sandbox: "SysproSandbox", told: Told) -> Told:
    before = date.fromisoformat(told["before"]) if told.get("before") else None
    share, seed = Decimal(str(told["share"])), int(told["seed"])
    return asdict(ship_and_invoice(sandbox.books, share=share, seed=seed, before=before))


def _raise_price(sandbox: "SysproSandbox", told: Told) -> Told:
    key = (str(told["stock_code"]), str(told["price_code"]))
    found = sandbox.books.row("InvPrice", *key)
    if found is None:
        raise ValueError(f"Stock code {key[0]} has no price in price code {key[1]}.")
    before = found.number("SellingPrice")
    after = before + Decimal(str(told["by"]))
    with sandbox.books.transaction():
        sandbox.books.update("InvPrice", key, {"SellingPrice": after})
    return {"before": f"{before:f}", "after": f"{after:f}"}


def _rename_customer(sandbox: "SysproSandbox", told: Told) -> Told:
    customer, name = str(told["customer"]), str(told["name"])
    found = sandbox.books.row("ArCustomer", customer)
    if found is None:
        raise ValueError(f"There is no customer {customer}.")
    with sandbox.books.transaction():
        sandbox.books.update("ArCustomer", (customer,), {"Name": name})
    return {"before": found.text("Name")}


def _by_hand(sandbox: "SysproSandbox", told: Told) -> Told:
    typed = {"receipt": by_hand.Receipt, "invoice": by_hand.Invoice}[told.pop("what")]
    numbers = {name: Decimal(str(told[name])) for name in ("value", "tax") if name in told}
    by_hand.post(sandbox.books, typed(**told | numbers | {"day": date.fromisoformat(told["day"])}))
    return {}


def _state(sandbox: "SysproSandbox", _told: Told) -> Told:
    count = 'SELECT COUNT(*) FROM "{}"'.format
    tables = {name: sandbox.connection.execute(count(name)).fetchone()[0] for name in sandbox.books.schema}
    period = period_of(sandbox.books, "C")
    return {
        "company": sandbox.books.options.company,
        "now_at": sandbox.clock.now(),
        "period": f"{period.year}-{period.month:02d}",
        "sessions": len(sandbox.service.sessions),
        "tables": tables,
        "trial_balance": str(trial_balance(sandbox.connection)),
    }
