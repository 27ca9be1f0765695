"""Many synthetic events at once, for benchmarks: no objects stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.sandbox.stripe.old_shapes import EVENT_API_VERSION, in_old_shape
from connectors.sandbox.stripe.resources import blank
from connectors.sandbox.stripe.store import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from connectors.sandbox.stripe.sandbox import StripeSandbox

_TYPE = "charge.succeeded"
_NUMBER = "NUMBER-GOES-HERE"
_MOMENT = 1_234_567_890
_FILLING = "An order of bolts, nuts, washers and whatever else makes an event as long as a busy shop's. " * 4


def _pattern() -> str:
    """Return one event of about 3.6 KB with marks where number and moment go."""
    metadata = {f"line_{place}": _FILLING[: 150 + place] for place in range(1, 7)}
    charge = {**blank("charge"), "id": f"ch_{_NUMBER}", "created": _MOMENT, "amount": 12_000, "metadata": metadata}
    event = {
        **blank("event"),
        "id": f"evt_{_NUMBER}",
        "api_version": EVENT_API_VERSION,
        "created": _MOMENT,
        "data": {"object": in_old_shape(charge)},
        "type": _TYPE,
    }
    return to_json(event)


def insert_synthetic_events(sandbox: StripeSandbox, count: int, *, since_at: int, until_at: int) -> None:
    """Add ``count`` events, spread evenly from ``since_at`` to ``until_at`` (Unix seconds)."""
    pattern = _pattern()
    first = int(sandbox.engine.store.rows("SELECT coalesce(max(seq), 0) FROM events")[0][0])

    def ready() -> Iterator[tuple[str, str, int, str]]:
        for place in range(count):
            number = f"3Bench{first + place:018d}"
            at = since_at + place * (until_at - since_at) // count
            text = pattern.replace(_NUMBER, number).replace(str(_MOMENT), str(at))
            yield f"evt_{number}", _TYPE, at, text

    sandbox.engine.events.insert_ready(ready())
