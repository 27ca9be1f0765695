"""A live test of the key: one small read for each right. May import: ``agent.domain``, ``agent.ports``."""

from collections.abc import Iterator, Sequence

from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.requests.link import Way
from agent.ports import Permission
from connectors.stripe.client import Connection
from connectors.stripe.permissions import (
    INVOICES,
    NEEDLESS,
    PAYMENT_LINKS,
    PORTAL,
    RIGHTS,
    WRITE_BACK,
    Needless,
    Right,
)


class StripeProbe:
    """``Probe`` over one connection; costs a read for each list that a right opens.

    Args:
        connection: The connection.
        write_back: Whether SYSPRO's numbers are written to Stripe, which needs one right more.
        requests_as: What open invoices become, which needs another one; empty while they are not asked for.
        portal: Whether orders are placed in the portal, which needs another one.
    """

    system = "Stripe"

    def __init__(
        self, connection: Connection, *, write_back: bool = False, requests_as: str = "", portal: bool = False
    ) -> None:
        self._connection = connection
        further = (
            (WRITE_BACK, write_back),
            (PAYMENT_LINKS, requests_as == Way.LINK.value),
            (INVOICES, requests_as == Way.INVOICE.value),
            (PORTAL, portal),
        )
        self._wanted = (*RIGHTS, *(right for right, wanted in further if wanted))

    def probe(self) -> Sequence[Permission]:
        """Read one object for each right that the product uses; the first row judges the key itself.

        Rights that a restricted key has and the product does not use come last, as far as they can be told.

        Raises:
            Misconfigured: When Stripe refuses the key altogether.
            Transient: When Stripe does not answer.
        """
        unrestricted = self._connection.unrestricted
        return [self._strength(), *self._rights(), *([] if unrestricted else self._needless())]

    def _strength(self) -> Permission:
        mode = "live" if self._connection.livemode else "test"
        message = ""
        if self._connection.unrestricted:
            message = (
                "This is a secret key (sk_): whoever gets hold of it can refund, pay out and change everything. A "
                "restricted key (rk_) with the rights below is enough."
            )
        needed_for = f"Everything; the key is for {mode} money."
        return Permission("key", needed_for, granted=True, message=message, needed=not message)

    def _rights(self) -> Iterator[Permission]:
        for right in self._wanted:
            yield self._tried(right)

    def _tried(self, right: Right) -> Permission:
        params = {"limit": 1} | ({"expand": list(right.expand)} if right.expand else {})
        try:
            for path in filter(None, (right.path, right.also)):
                self._connection.get(path, params)
        except NeedsPerson as refused:
            return Permission(right.name, right.needed_for, granted=False, message=refused.problem.message)
        except Misconfigured as refused:
            if not refused.problem.code.startswith("stripe.permission"):
                raise
            message = f"Missing: set “{right.label}” for this key in the Stripe Dashboard (Developers, API keys)."
            return Permission(right.name, right.needed_for, granted=False, message=message)
        # A probe never writes; the first write says if only reading was granted.
        message = "Reading was granted; writing shows with the first write." if right.name.endswith("_write") else ""
        return Permission(right.name, right.needed_for, granted=True, message=message)

    def _needless(self) -> Iterator[Permission]:
        """Yield the rights that are granted for nothing; what Stripe does not answer is not granted."""
        for right in NEEDLESS:
            if self._is_granted(right):
                message = f"The agent never uses it: take “{right.label}” from this key."
                yield Permission(right.label, "Nothing.", granted=True, message=message, needed=False)

    def _is_granted(self, right: Needless) -> bool:
        try:
            self._connection.get(right.path, {"limit": 1})
        except NeedsPerson:
            return False
        except Misconfigured as refused:
            if not refused.problem.code.startswith("stripe.permission"):
                raise
            return False
        return True
