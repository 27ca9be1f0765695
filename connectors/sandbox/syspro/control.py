"""End-points under ``/_sandbox/`` that belong to the sandbox alone: faults, time, switches, state, month end. JSON.

``POST faults``  ``{"fault", "match"?, "probability"?, "remaining"?, "seconds"?}`` puts a rule in force
``DELETE faults``  ends all trouble
``POST clock``  ``{"now_at": int | null}`` or ``{"advance_s": int}``
``POST options``  switch names to values
``POST month_end``  closes the current month in every module
``GET state``  rows per table, trial balance, sessions, current period
"""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from connectors.sandbox.faults import FaultRule
from connectors.sandbox.syspro.ledger import trial_balance
from connectors.sandbox.syspro.options import changed
from connectors.sandbox.syspro.periods import month_end, period_of

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
        ("state", "GET", _state),
    ]
    return [
        Route(f"/_sandbox/{name}", _endpoint(sandbox, action), methods=[method]) for name, method, action in actions
    ]


def _endpoint(sandbox: "SysproSandbox", action: "Callable[[SysproSandbox, Told], Told]") -> Callable[..., Any]:
    async def serve(request: Request) -> JSONResponse:
        try:
            told = json.loads(await request.body() or b"{}")
            with sandbox.locked():
                return JSONResponse(action(sandbox, told))
        except (ValueError, KeyError, TypeError) as error:
            return JSONResponse({"error": str(error)}, status_code=422)

    return serve


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
