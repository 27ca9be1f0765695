"""Write to Stripe's metadata: all that this product ever writes to a payment.

May import: ``agent.domain``, ``agent.ports``.
Metadata keys that are not named stay as they are (docs.stripe.com/api/metadata). The write needs the right
``charge_write``, which covers refunds as well.
"""

from collections.abc import Mapping

from connectors.stripe.client import Connection, path_of

_COLLECTIONS = {"charge": "charges", "refund": "refunds"}


class StripeWriter:
    """``MetadataWriter`` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, object_type: str, object_id: str, metadata: Mapping[str, str], key: str) -> None:
        """Set these keys of an object's metadata.

        Args:
            object_type: ``charge`` or ``refund``.
            object_id: Its id.
            metadata: Key -> text.
            key: Idempotency key of this write.

        Raises:
            Transient: After a few tries nobody answered.
            NeedsPerson: Stripe refused, or does not have the object.
            Misconfigured: The key lacks the right to write, or is refused altogether.
        """
        path = path_of(_COLLECTIONS[object_type], object_id)
        self._connection.post(path, {"metadata": dict(metadata)}, key=key)
