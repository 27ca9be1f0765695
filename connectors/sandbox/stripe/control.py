"""The sandbox's own end-points under ``/_sandbox/``: JSON in and out. Stripe has nothing like them.

``POST /_sandbox/faults`` {"fault", "match"?, "probability"?, "remaining"?, "seconds"?} · ``DELETE /_sandbox/faults`` ·
``POST /_sandbox/clock`` {"now_at": int or null} or {"advance_s": int} · ``POST /_sandbox/trading`` {"charges", "seed"?,
"days"?, "until_at"?, "aftermath"?: bool, "since_at"?, "without"?: list, "rare"?: bool} · ``POST /_sandbox/keys``
{"key", "permissions"?: list or "*", "expired"?} · ``POST /_sandbox/limits`` {"on": bool, "global_per_s"?,
"endpoint_per_s"?} ·
``GET /_sandbox/state``.

Trade ends at ``until_at``, or at the present second, and lasts ``days`` (60). With ``aftermath`` refunds, disputes,
payouts and all other movements follow; a call goes on where the one before it ended (or at ``since_at``, when that is
later), and where ``until_at`` is given the clock stands there afterwards. What ``without`` names, "refunds" or
"disputes", waits for a later call, which makes up for it. See ``aftermath.generate_course``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from connectors.sandbox.faults import FaultRule
from connectors.sandbox.stripe.aftermath import generate_course
from connectors.sandbox.stripe.generator import generate_trading

if TYPE_CHECKING:
    from collections.abc import Callable

    from connectors.sandbox.stripe.sandbox import StripeSandbox


def _add_fault(sandbox: StripeSandbox, given: dict[str, Any]) -> object:
    rule = FaultRule(
        given["fault"],
        given.get("match", {}),
        given.get("probability", 1.0),
        given.get("remaining"),
        given.get("seconds", 0.0),
    )
    sandbox.faults.add(rule)
    return {"added": rule.fault}


def _clear_faults(sandbox: StripeSandbox, _given: dict[str, Any]) -> object:
    sandbox.faults.clear()
    return {"cleared": True}


def _set_clock(sandbox: StripeSandbox, given: dict[str, Any]) -> object:
    if "advance_s" in given:
        sandbox.clock.advance(int(given["advance_s"]))
    else:
        sandbox.clock.set(given["now_at"])
    return {"now_at": sandbox.clock.now()}


def _trade(sandbox: StripeSandbox, given: dict[str, Any]) -> object:
    charges, seed, days = int(given["charges"]), int(given.get("seed", 0)), int(given.get("days", 60))
    until_at = int(given.get("until_at", sandbox.clock.now()))
    if not given.get("aftermath"):
        made = generate_trading(sandbox, charges=charges, seed=seed, days=days, until_at=until_at)
        return {"charges": len(made.charges), "gross": made.gross}
    since_at = int(given.get("since_at", until_at - days * 86_400))
    without = [str(name) for name in given.get("without", ())]
    # Readers wait for the store meanwhile, so that they see the trade and the clock's new moment together.
    with sandbox.engine.store.transaction():
        made = generate_course(
            sandbox,
            charges=charges,
            seed=seed,
            since_at=since_at,
            until_at=until_at,
            without=without,
            rare=bool(given.get("rare")),
        )
        if "until_at" in given:
            sandbox.clock.set(until_at)
    counts = {"refunds": made.refunds, "disputes": made.disputes, "payouts": made.payouts}
    others = {"other_movements": made.other_movements, "kinds": made.kinds}
    return {"charges": len(made.charges), "gross": made.gross, **counts, **others}


def _add_key(sandbox: StripeSandbox, given: dict[str, Any]) -> object:
    rights = given.get("permissions", "*")
    sandbox.keys.add(given["key"], None if rights == "*" else list(rights), expired=bool(given.get("expired")))
    return {"added": given["key"]}


def _set_limits(sandbox: StripeSandbox, given: dict[str, Any]) -> object:
    sandbox.options.global_per_s = int(given.get("global_per_s", sandbox.options.global_per_s))
    sandbox.options.endpoint_per_s = int(given.get("endpoint_per_s", sandbox.options.endpoint_per_s))
    sandbox.options.rate_limits = bool(given["on"])
    sandbox.limit.reset()
    return {"on": sandbox.options.rate_limits}


def _state(sandbox: StripeSandbox, _given: dict[str, Any]) -> object:
    return sandbox.state()


def control_routes(sandbox: StripeSandbox) -> list[Route]:
    """Return the routes of one sandbox."""
    return [
        _route(sandbox, "/_sandbox/faults", "POST", _add_fault),
        _route(sandbox, "/_sandbox/faults", "DELETE", _clear_faults),
        _route(sandbox, "/_sandbox/clock", "POST", _set_clock),
        _route(sandbox, "/_sandbox/trading", "POST", _trade),
        _route(sandbox, "/_sandbox/keys", "POST", _add_key),
        _route(sandbox, "/_sandbox/limits", "POST", _set_limits),
        _route(sandbox, "/_sandbox/state", "GET", _state),
    ]


def _route(
    sandbox: StripeSandbox, path: str, method: str, act: Callable[[StripeSandbox, dict[str, Any]], object]
) -> Route:
    async def answer(request: Request) -> Response:
        body = await request.body()
        try:
            given = json.loads(body) if body else {}
            return JSONResponse(await run_in_threadpool(act, sandbox, given))
        except (KeyError, TypeError, ValueError) as error:
            return JSONResponse({"error": f"{type(error).__name__}: {error}"}, status_code=400)

    return Route(path, answer, methods=[method])
