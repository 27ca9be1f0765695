"""The portal as a Starlette application: bounded bodies, bounded work at once, and every refusal as JSON."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from agent.domain.errors import AgentError
from agent.ports import Shop
from connectors.portal.access import CUSTOMER, KEY, SIGNATURE, Access, Knock
from connectors.portal.cache import Cache
from connectors.portal.endpoints import ENDPOINTS, EndPoint, Question
from connectors.portal.page import page_routes
from connectors.portal.refusals import Refusal, bad_request, refusal_of

OPENAPI = "/v1/openapi.json"
"""Path of the document for programmers; needs no token."""

#: Longest body that is read, in bytes: a thousand stock codes have room in it.
MOST_BYTES = 131_072

#: Headers that decide who asks what.
_ONCE = ("authorization", CUSTOMER, SIGNATURE, KEY)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Portal:
    """What the application works with.

    Attributes:
        shop: Answers.
        access: Lets requests in.
        cache: Answers that may be given again.
        at_once: Most requests that are worked on at once.
        most_items: Most stock codes of one question.
        example_page: Whether the example page is served, too.
        patience_s: Seconds in which a request has to be there as a whole.
    """

    shop: Shop
    access: Access
    cache: Cache
    at_once: int
    most_items: int
    example_page: bool = False
    patience_s: float = 15


def make_app(portal: Portal) -> Starlette:
    """Return the application."""
    desk = _Desk(portal)
    document = (resources.files("resources") / "portal" / "openapi.json").read_bytes()

    async def openapi(_: Request) -> Response:
        return Response(document, media_type="application/json")

    routes = [Route(one.path, desk.door(one), methods=[one.method]) for one in ENDPOINTS]
    page = page_routes() if portal.example_page else []
    return Starlette(
        routes=[Route(OPENAPI, openapi), *page, *routes],
        exception_handlers={HTTPException: _not_there, Exception: _bug},
    )


class _Desk:
    """Answers the requests of all end points; lives on the event loop alone."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._working = 0

    def door(self, end_point: EndPoint) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers one end point."""

        async def answer(request: Request) -> Response:
            try:
                # A client that sends slowly must not take a place of those that are worked on.
                body = await _body(request, self._portal.patience_s)
                return await self._worked_on(end_point, request, body)
            except Refusal as refusal:
                return _refused(refusal)

        return answer

    async def _worked_on(self, end_point: EndPoint, request: Request, body: bytes) -> Response:
        if self._working >= self._portal.at_once:
            raise Refusal(503, "portal.busy", "Too much is asked at once. Try again.", wait_s=1)
        self._working += 1
        try:
            return await run_in_threadpool(self._answer, end_point, request, body)
        finally:
            self._working -= 1

    def _answer(self, end_point: EndPoint, request: Request, body: bytes) -> Response:
        portal = self._portal
        customer, scopes = portal.access.admitted(_knock(request, body), end_point.scope)
        path = {name: str(value) for name, value in request.path_params.items()}
        key = request.headers.get(KEY, "")
        question = Question(customer, path, dict(request.query_params), body, portal.most_items, key, scopes)
        try:
            return _json(200, end_point.answer(portal.shop, portal.cache, question))
        except AgentError as error:
            refusal = refusal_of(error)
            # Whose question it was stays out of the log, as its answer would.
            _log.info("a question could not be answered", extra={"code": error.problem.code, "told": refusal.code})
            raise refusal from error


def _knock(request: Request, body: bytes) -> Knock:
    for name in _ONCE:
        if len(request.headers.getlist(name)) > 1:
            # A proxy may have looked at one of them, and we would take the other.
            raise bad_request(f"The header {name} is given once.")
    # As they came: a URL that is put together again would take its query from a made-up Host header.
    raw = request.scope.get("raw_path") or str(request.scope["path"]).encode()
    path = raw.decode("ascii", "replace").partition("?")[0]
    query = bytes(request.scope["query_string"]).decode("ascii", "replace")
    address = request.client.host if request.client else ""
    return Knock(request.method, f"{path}?{query}" if query else path, dict(request.headers.items()), body, address)


async def _body(request: Request, patience_s: float) -> bytes:
    """Return the body, or refuse one that is too long without reading all of it, or that does not come."""
    found = bytearray()
    try:
        async with asyncio.timeout(patience_s):
            async for chunk in request.stream():
                found += chunk
                if len(found) > MOST_BYTES:
                    raise Refusal(413, "request.large", f"A request has at most {MOST_BYTES} bytes.")
    except TimeoutError as error:
        raise Refusal(408, "request.slow", "The request did not come to its end.") from error
    return bytes(found)


def _refused(refusal: Refusal) -> Response:
    headers = {"Retry-After": str(refusal.wait_s)} if refusal.wait_s else {}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return _json(refusal.status, {"error": {"code": refusal.code, "message": refusal.sentence}}, headers)


def _json(status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
    content = json.dumps(value, ensure_ascii=False).encode()
    # Prices are one customer's own: nothing between us and the shop may keep them.
    return Response(content, status, {"Cache-Control": "no-store", **(headers or {})}, "application/json")


async def _not_there(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    words = {404: "There is nothing here; see /v1/openapi.json.", 405: "This is asked by another method."}
    return _refused(Refusal(status, "request.unknown", words.get(status, "This cannot be answered.")))


async def _bug(_: Request, error: Exception) -> Response:
    _log.error("an error of the program", extra={"error": type(error).__name__})
    return _refused(Refusal(500, "portal.bug", "This is an error of the program; nothing was changed."))


async def busy(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer what comes over connections that are too many, as an application of its own."""
    refusal = Refusal(503, "portal.busy", "Too many connections are open. Try again.", wait_s=5)
    answer = _refused(refusal)
    answer.headers["Connection"] = "close"
    await answer(scope, receive, send)
