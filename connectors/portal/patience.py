"""Connections that are slow, or too many: each has so long for its headers, each address so many connections.

uvicorn bounds idle connections after an answer alone, so that a few hundred silent ones would shut everybody out. Here
the one that has been silent longest gives way to a new one. Lives on the event loop alone.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import ClassVar

from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol


@dataclass(frozen=True, slots=True)
class Limits:
    """What connections may do.

    Attributes:
        headers_s: Seconds for the headers of a request, from the connection or from its first byte on.
        of_one: Most connections of one address; more are answered with 503.
        of_all: Most connections; for more the one that has been silent longest is closed, else they are answered with
            503.
    """

    headers_s: float = 10
    of_one: int = 50
    of_all: int = 500


@dataclass(frozen=True, slots=True)
class _Gate:
    """All connections of a server."""

    busy: ASGIApp
    limits: Limits
    of_address: Counter[str] = field(default_factory=Counter)
    #: Those whose headers are not there, the one that has waited longest first.
    silent: "dict[_Patient, asyncio.TimerHandle]" = field(default_factory=dict)


class _Patient(H11Protocol):
    """One connection."""

    gate: ClassVar[_Gate]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Count the connection, and give it its time."""
        super().connection_made(transport)
        gate, address = self.gate, self._address()
        gate.of_address[address] += 1
        if gate.of_address[address] > gate.limits.of_one:
            self.app = gate.busy
        elif len(self.connections) > gate.limits.of_all:
            oldest = next(iter(gate.silent), None)
            if oldest is None:
                self.app = gate.busy
            else:
                oldest.give_up()
        self._hurry()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give its place to another."""
        self._calm()
        of_address, address = self.gate.of_address, self._address()
        of_address[address] -= 1
        if not of_address[address]:
            del of_address[address]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; headers that began have to end in time."""
        self._hurry()
        super().data_received(data)

    def handle_events(self) -> None:
        """Handle what was read; with its headers a request is there."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before or (self.cycle is not None and not self.cycle.response_complete):
            self._calm()

    def give_up(self) -> None:
        """Close the connection at once."""
        self._calm()
        self.transport.abort()

    def _address(self) -> str:
        return self.client[0] if self.client else ""

    def _hurry(self) -> None:
        if self not in self.gate.silent:
            self.gate.silent[self] = self.loop.call_later(self.gate.limits.headers_s, self.give_up)

    def _calm(self) -> None:
        timer = self.gate.silent.pop(self, None)
        if timer is not None:
            timer.cancel()


def patient(busy: ASGIApp, limits: Limits) -> type[asyncio.Protocol]:
    """Return the protocol of a server whose connections have these limits; ``busy`` answers those that are too many."""
    return type("Patient", (_Patient,), {"gate": _Gate(busy, limits)})
