"""The Stripe sandbox as a Starlette application, with its faults (listed in the package's docstring)."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from connectors.sandbox.faults import FaultScript
from connectors.sandbox.serving import abort_connection
from connectors.sandbox.stripe.errors import StripeRefusal
from connectors.sandbox.stripe.front import Answer, Front, Incoming, too_many

_METHODS = ["GET", "POST", "DELETE", "PUT", "PATCH"]
_PAGE = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"


def lock_timeout() -> StripeRefusal:
    """Return the 429 of an object that another request holds: a code, and no reason header."""
    sentence = (
        "This object cannot be accessed right now because another API request or Stripe process is currently accessing"
        " it. If you see this error intermittently, retry the request. If you see this error frequently and are making"
        " multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more"
        " details, see https://stripe.com/docs/rate-limits#object-lock-timeouts."
    )
    return StripeRefusal(429, sentence, code="lock_timeout")


def server_error() -> StripeRefusal:
    """Return Stripe's 500."""
    return StripeRefusal(500, "An unknown error occurred", kind="api_error")


_BEFORE: dict[str, Callable[[], StripeRefusal]] = {
    "rate_limited": lambda: too_many("global-rate"),
    "lock_timeout": lock_timeout,
    "error_500": server_error,
}


@dataclass(frozen=True, slots=True)
class _Door:
    """One application's way in: the API behind its faults."""

    front: Front
    faults: FaultScript

    async def __call__(self, request: Request) -> Response:
        """Answer one request, in a thread of its own."""
        body = (await request.body()).decode("utf-8", "replace")
        raw_path = request.scope.get("raw_path") or request.url.path.encode()
        incoming = Incoming(
            request.method,
            raw_path.decode("ascii", "replace").partition("?")[0],
            request.url.query,
            dict(request.headers.items()),
            body,
        )
        return await run_in_threadpool(self._answer, incoming, request)

    def _answer(self, incoming: Incoming, request: Request) -> Response:
        stall = self._strike("stall", incoming)
        if stall is not None:
            time.sleep(stall)
        if self._strike("reset_before", incoming) is not None:
            return _cut(request)
        if self._strike("html_page", incoming) is not None:
            return Response(_PAGE, 502, {"Content-Type": "text/html"})
        answer = self._refused(incoming)
        if answer is None:
            answer = self.front.answer(incoming)
            if self._strike("error_500_after_commit", incoming) is not None:
                answer = self.front.refuse(incoming, server_error())
                self.front.replace_kept(incoming, answer)
            if self._strike("reset_after_commit", incoming) is not None:
                return _cut(request)
        return self._sent(incoming, answer)

    def _refused(self, incoming: Incoming) -> Answer | None:
        for fault, refusal in _BEFORE.items():
            if self._strike(fault, incoming) is not None:
                return self.front.refuse(incoming, refusal())
        return None

    def _sent(self, incoming: Incoming, answer: Answer) -> Response:
        content = answer.body.encode()
        if self._strike("truncated", incoming) is not None:
            content = content[: len(content) // 2]
        if self._strike("wrong_charset", incoming) is not None:
            # The bytes stay UTF-8: whoever believes the header reads names wrongly.
            answer.headers["Content-Type"] = "application/json; charset=iso-8859-1"
        return Response(content, answer.status, answer.headers)

    def _strike(self, fault: str, incoming: Incoming) -> float | None:
        rule = self.faults.strike(fault, path=incoming.path, method=incoming.method)
        return None if rule is None else rule.seconds


def _cut(request: Request) -> Response:
    abort_connection(request)
    return Response(status_code=500)


def make_app(front: Front, faults: FaultScript, own: list[Route]) -> Starlette:
    """Return the application: the sandbox's own end-points and pages, all else is Stripe's API."""
    door = _Door(front, faults)

    async def everything(request: Request) -> Response:
        return await door(request)

    return Starlette(routes=[*own, Route("/{rest:path}", everything, methods=_METHODS)])
