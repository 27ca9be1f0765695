"""The sandbox over HTTP: the service's own manners, the faults of the wire, and the sandbox's control end-points."""

import contextlib
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultScript
from connectors.sandbox.serving import abort_connection
from connectors.sandbox.syspro import control, made_up
from connectors.sandbox.syspro.books import Books, open_database
from connectors.sandbox.syspro.company import found_company
from connectors.sandbox.syspro.options import SiteOptions
from connectors.sandbox.syspro.service import METHODS, EnetService, Request, wrapped
from connectors.sandbox.syspro.sessions import Sessions
from connectors.sandbox.syspro.troubles import Exceptional
from connectors.sandbox.syspro.xmlin import read_xml

BASE = "/sysprowcfservice/rest/"
"""Base path, in lower case: paths are compared without case."""

REQUEST_LINE_LIMIT = 16 * 1024
"""HTTP.sys answers 400 above this many bytes (reference, section 1.2)."""

_SERVER = {"Server": "Microsoft-HTTPAPI/2.0"}
_LARGE = "Transaction/PostLD"


@dataclass(frozen=True, slots=True)
class _Answer:
    """Bytes for the wire, or ``None`` when the connection is to be dropped instead."""

    body: bytes | None
    media_type: str = "application/octet-stream"
    status: int = 200


class SysproSandbox:
    """A SYSPRO company behind an e.net service.

    Attributes:
        app: The Starlette application, to be served by ``SandboxServer``.
        faults: The script of trouble; empty at first.
        clock: The sandbox's time.
        service: The service without its HTTP.
    """

    def __init__(self, books: Books, faults: FaultScript) -> None:
        self.faults = faults
        self.clock = books.clock
        self.service = EnetService(books, faults)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self.app = Starlette(routes=[*control.routes(self), Route("/{path:path}", self.serve, methods=["GET", "POST"])])

    @property
    def books(self) -> Books:
        """The company's database and options."""
        return self.service.books

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection to the file, for tests and for ``trial_balance``."""
        return self.service.books.connection

    def locked(self) -> contextlib.AbstractContextManager[Any]:
        """Return the one lock: SYSPRO posts one thing at a time."""
        return self._lock

    def share_sessions(self, sessions: Sessions, lock: threading.Lock) -> None:
        """Belong to a service of several companies: one list of sessions, and one thing posted at a time."""
        self.service.sessions = sessions
        self._lock = lock

    def close(self) -> None:
        """End every stall and close the file."""
        self._closing.set()
        with self._lock:
            self.connection.close()

    async def serve(self, http: HttpRequest) -> Response:
        """Answer one call of the service."""
        body = await http.body()
        answer = await run_in_threadpool(self._respond_or_drop, http, body)
        return Response(answer.body or b"", answer.status, _SERVER, answer.media_type)

    def _respond_or_drop(self, http: HttpRequest, body: bytes) -> _Answer:
        answer = self._respond(http, body)
        if answer.body is None:
            # From this thread, so that the connection is gone before the answer below reaches the event loop.
            abort_connection(http)
        return answer

    def _respond(self, http: HttpRequest, body: bytes) -> _Answer:
        query = http.scope["query_string"]
        line = len(http.method) + len(http.scope["raw_path"]) + len(query) + len(" ? HTTP/1.1")
        if line > REQUEST_LINE_LIMIT:
            return _page(made_up.TOO_LONG_PAGE, 400)
        path = http.url.path.lower()
        method = METHODS.get(path.removeprefix(BASE).strip("/")) if path.startswith(BASE) else None
        missing = method is None or (method == _LARGE and not self.books.options.post_large_available)
        if missing or (method == _LARGE) != (http.method == "POST"):
            return _page(made_up.NOT_FOUND_PAGE, 405 if method and not missing else 404)
        assert method is not None
        try:
            arguments = large_arguments(body) if method == _LARGE else query_arguments(query)
        except Exceptional as exception:
            return _Answer(str(exception).encode("cp1252", "replace"))
        return self._troubled(Request(method, arguments))

    def _troubled(self, request: Request) -> _Answer:
        """Answer with the faults of the wire around the call; the lock is not held while stalling."""
        if self._strikes(request, "reset_before"):
            return _Answer(None)
        self._stall(request, "stall_before")
        if self._strikes(request, "html_page"):
            return _page(made_up.HTML_PAGE, 200)
        if self._strikes(request, "odd_text"):
            return _Answer(made_up.ODD_TEXT.encode("cp1252"))
        with self._lock:
            text = self.service.answer(request)
        self._stall(request, "stall")
        if self._strikes(request, "reset_after_commit"):
            return _Answer(None)
        if self._strikes(request, "html_after_commit"):
            return _page(made_up.HTML_PAGE, 200)
        return _Answer(self._distorted(request, text))

    def _distorted(self, request: Request, text: str) -> bytes:
        if self._strikes(request, "json_quoted"):
            text = wrapped(text, "json")
        if self._strikes(request, "string_wrapped"):
            text = wrapped(text, "string")
        raw = text.encode("cp1252", "replace")
        if self._strikes(request, "truncated"):
            raw = raw[: len(raw) // 2]
        if self._strikes(request, "bad_charset"):
            # 0x81 is one of the five bytes that Windows-1252 does not define.
            middle = raw.find(b">", len(raw) // 2) + 1
            raw = raw[:middle] + b"\x81" + raw[middle:]
        return raw

    def _stall(self, request: Request, fault: str) -> None:
        rule = self.faults.strike(fault, path=request.method, object=request.business_object)
        if rule is not None:
            self._closing.wait(rule.seconds)

    def _strikes(self, request: Request, fault: str) -> bool:
        return self.faults.strike(fault, path=request.method, object=request.business_object) is not None


def open_syspro(
    home: Path, *, seed: int = 0, options: SiteOptions | None = None, clock: SandboxClock | None = None
) -> SysproSandbox:
    """Open the SYSPRO sandbox whose file lies in ``home``, or found its demo company there.

    Args:
        home: Existing directory for ``sandbox-syspro.sqlite`` (``sandbox-syspro-B.sqlite`` for a company B).
        seed: Of the fault script: same seed and same calls, same faults.
        options: The site's switches; they are not kept in the file.
        clock: The sandbox's time; the machine's when not given.

    Raises:
        sqlite3.DatabaseError: When the file is not a sandbox's.
    """
    site, time = options or SiteOptions(), clock or SandboxClock()
    ending = "" if site.company == "A" else f"-{site.company}"
    path = home / f"sandbox-syspro{ending}.sqlite"
    if not path.exists():
        _found(path, site, time)
    return SysproSandbox(Books(open_database(path), site, time), FaultScript(seed=seed))


def _found(path: Path, options: SiteOptions, clock: SandboxClock) -> None:
    """Found the company beside its place and move it there when it is whole, so that no half of one is ever opened."""
    unfinished = path.with_suffix(".founding")
    unfinished.unlink(missing_ok=True)
    connection = open_database(unfinished)
    try:
        found_company(connection, options, clock)
    finally:
        connection.close()
    unfinished.replace(path)


def _page(text: str, status: int) -> _Answer:
    return _Answer(text.encode("ascii"), "text/html", status)


def query_arguments(query: bytes) -> dict[str, str]:
    """Return the arguments of a call by lower-case name, as they stand in its address."""
    pairs = parse_qsl(query.decode("ascii", "replace"), keep_blank_values=True)
    return {name.lower(): value for name, value in pairs}


def large_arguments(body: bytes) -> dict[str, str]:
    """Read ``TransactionPostLD`` (reference, section 1.2); its texts carry the documents in CDATA."""
    text = body.decode("utf-8", "replace")
    return {element.name.lower(): element.value for element in read_xml(text)}
