"""Which end-point a method and path mean."""

from urllib.parse import unquote

from connectors.sandbox.stripe.errors import StripeRefusal
from connectors.sandbox.stripe.parts import Endpoint
from connectors.sandbox.stripe.resources import endpoints


class Routes:
    """The calls of ``stripe_endpoints.toml``, found by their literal parts."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], list[tuple[list[str], Endpoint]]] = {}
        for name, entry in endpoints().items():
            method, path = entry["call"].split(" ")
            steps = path.strip("/").split("/")
            endpoint = Endpoint(name, entry["needs"], bool(entry.get("list")), entry.get("params", {}))
            self._known.setdefault((method, len(steps)), []).append((steps, endpoint))

    def match(self, method: str, path: str) -> tuple[Endpoint, tuple[str, ...]]:
        """Return the end-point and the ids in its path.

        Raises:
            StripeRefusal: 404 when Stripe has no such URL.
        """
        given = path.strip("/").split("/")
        for steps, endpoint in self._known.get((method, len(given)), ()):
            if all(step in {"{id}", part} for step, part in zip(steps, given, strict=True)):
                return endpoint, tuple(unquote(part) for step, part in zip(steps, given, strict=True) if step == "{id}")
        raise StripeRefusal(
            404,
            f"Unrecognized request URL ({method}: {path}). Please see https://stripe.com/docs or we can help at"
            " https://support.stripe.com/.",
        )
