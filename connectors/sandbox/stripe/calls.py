"""Every end-point of ``stripe_endpoints.toml`` and the function that answers it."""

from collections.abc import Mapping

from connectors.sandbox.stripe.calls_reading import READING
from connectors.sandbox.stripe.calls_writing import WRITING
from connectors.sandbox.stripe.parts import Call

CALLS: Mapping[str, Call] = {**READING, **WRITING}
