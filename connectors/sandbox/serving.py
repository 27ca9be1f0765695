"""Run an ASGI application on a loopback socket, with a way to drop a connection without an answer.

Both sandboxes are Starlette applications. uvicorn has no public way to cut a connection from inside a request, which
the "reset after commit" fault needs, so the protocol class below puts one into the request's scope.
"""

import asyncio
import contextlib
import logging
import os
import socket
import threading
from collections.abc import Callable
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_log = logging.getLogger(__name__)

_ABORT = "sandbox.abort"
#: How often the server looks whether a signal has told it to stop.
_TICK_S = 0.1
#: How often it looks whether all is answered while it stops.
_LOOK_S = 0.002


class _AbortableProtocol(HttpToolsProtocol):
    """Offer each request the means to abort its own connection."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {_ABORT: {"abort": self.transport.abort}}


def abort_connection(request: Request) -> None:
    """Drop the client's connection now, from any thread; whatever is answered afterwards reaches nobody."""
    abort: Callable[[], None] = request.scope["extensions"][_ABORT]["abort"]
    loop: asyncio.AbstractEventLoop = request.scope["sandbox.loop"]
    loop.call_soon_threadsafe(abort)


class _LoopScope:
    """Put the running event loop into the scope, so that worker threads can reach it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["sandbox.loop"] = asyncio.get_running_loop()
        await self._app(scope, receive, send)


class _PromptServer(uvicorn.Server):
    """Stop at once when told to: uvicorn looks ten times a second, and pauses once more while it stops."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._told = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def tell_to_stop(self) -> None:
        """Let the loop end, from any thread."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._told.set)

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), _TICK_S)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listening in (*self.servers, *(sockets or ())):
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        try:
            await asyncio.wait_for(self._let_end(), self.config.timeout_graceful_shutdown)
        except TimeoutError:
            _log.info("requests were cut off at the end", extra={"requests": len(self.server_state.tasks)})
            for task in self.server_state.tasks:
                task.cancel()

    async def _let_end(self) -> None:
        """Wait until what is being answered is answered, and every connection is closed."""
        while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(_LOOK_S)


class SandboxServer:
    """One sandbox on one loopback port.

    Args:
        app: The sandbox's application.
        port: TCP port on 127.0.0.1; 0 takes a free one.

    Raises:
        OSError: When the port is taken.
    """

    def __init__(self, app: Starlette, *, port: int = 0) -> None:
        self._socket = _listening(port)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            _LoopScope(app),
            http=_AbortableProtocol,
            log_level="error",
            access_log=False,
            lifespan="off",
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=1,
        )
        self._server = _PromptServer(config)
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The base address, without a trailing slash."""
        return f"http://127.0.0.1:{self.port}"

    def serve_forever(self) -> None:
        """Serve in this thread until the process is told to stop."""
        self._server.run(sockets=[self._socket])

    def start(self) -> Self:
        """Serve in a thread of its own; connections are accepted from the moment the constructor returned."""
        self._thread = threading.Thread(target=self.serve_forever, name=f"sandbox-{self.port}", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving and wait for the thread."""
        self._server.tell_to_stop()
        if self._thread is not None:
            self._thread.join(timeout=10)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()


def _listening(port: int) -> socket.socket:
    """Return a listening loopback socket.

    The protocol is named because asyncio turns Nagle's algorithm off only where it is; with it on, an answer whose head
    and body are two writes waits 40 ms for the client's delayed acknowledgement.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    listening.listen(100)
    return listening
