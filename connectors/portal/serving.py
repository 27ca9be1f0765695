"""Serve the portal: plain HTTP on this machine alone, TLS for everybody else."""

import ipaddress
import logging
import os
import socket
import threading
from typing import Self

import uvicorn
from starlette.types import ASGIApp

from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from connectors.portal.app import busy
from connectors.portal.patience import Limits, patient

#: Seconds that a stopping portal gives to what is being answered.
_GRACE_S = 10


class PortalServer:
    """One application on one port.

    Args:
        app: The application.
        values: Address, port and certificate (``portal.*``).
        limits: What connections may do; as shipped where nothing is said.

    Raises:
        Misconfigured: When the address cannot be used, or would send tokens in the open.
    """

    def __init__(self, app: ASGIApp, values: Values, limits: Limits | None = None) -> None:
        certificate = values.text("portal.certificate_file")
        host = values.text("portal.host")
        if not certificate and not is_loopback(host):
            raise Misconfigured(_in_the_open(host))
        # What comes over loopback comes from one address, most often a proxy's, whoever asks.
        shipped = Limits(of_one=Limits().of_all) if is_loopback(host) else Limits()
        self._scheme = "https" if certificate else "http"
        config = uvicorn.Config(
            app,
            log_level=logging.CRITICAL,
            access_log=False,
            lifespan="off",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_GRACE_S,
            timeout_keep_alive=5,
            http=patient(busy, limits or shipped),
            ssl_certfile=certificate or None,
            ssl_keyfile=values.text("portal.certificate_key_file") or None,
        )
        self._server = uvicorn.Server(config)
        self._socket = _listening(host, values.integer("portal.port"))
        try:
            config.load()
        except OSError as error:
            self._socket.close()
            raise Misconfigured(_no_certificate(certificate)) from error
        self._host, self._port = host, self._socket.getsockname()[1]

    @property
    def url(self) -> str:
        """The base address, without a trailing slash."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{self._scheme}://{host}:{self._port}"

    def serve(self) -> None:
        """Serve in this thread until :meth:`stop`."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Stop from any thread; what is being answered is answered."""
        self._server.should_exit = True

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.serve, name="portal", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._thread.join(_GRACE_S)


def is_loopback(host: str) -> bool:
    """Return whether an address never leaves this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen(100)
        except OSError:
            listening.close()
            raise
    except OSError as error:
        raise Misconfigured(_not_usable(host, port, error)) from error
    return listening


def _in_the_open(host: str) -> Problem:
    return Problem(
        title="The portal would speak in the open",
        message=f"portal.host is {host}, which other machines reach, and no certificate is set: tokens and prices would"
        " cross the network unencrypted.",
        press="Set portal.certificate_file, or leave portal.host at 127.0.0.1 behind a proxy of this machine.",
        code="portal.in_the_open",
    )


def _no_certificate(path: str) -> Problem:
    return Problem(
        title="The portal's certificate cannot be used",
        message=f"The file {path!r} holds no certificate with its key that can be read.",
        press="Correct portal.certificate_file and portal.certificate_key_file.",
        code="portal.certificate",
    )


def _not_usable(host: str, port: int, error: OSError) -> Problem:
    return Problem(
        title="The portal cannot listen",
        message=f"{host} port {port} cannot be used: {error.strerror or type(error).__name__}.",
        press="Set portal.host or portal.port to another.",
        code="portal.address",
    )
