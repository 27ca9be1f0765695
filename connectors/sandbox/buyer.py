"""A customer of a portal, and whoever pays on the pages of the Stripe sandbox: over HTTP, as shops and browsers do."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Buyer:
    """Somebody who may ask a portal.

    Attributes:
        url: Address of the portal, without a trailing slash.
        token: The buyer's token.
    """

    url: str
    token: str

    def read(self, path: str) -> dict[str, Any]:
        """Return what the portal answers.

        Raises:
            httpx.HTTPStatusError: When it refuses.
        """
        return self._answer("GET", path)

    def order(self, items: Sequence[tuple[str, str]], payment: str) -> dict[str, Any]:
        """Place a new order and return what the portal says of it.

        Args:
            items: Stock code and quantity.
            payment: ``now`` or ``account``.
        """
        told: dict[str, Any] = {"items": [{"stock_code": code, "quantity": many} for code, many in items]}
        told |= {"payment": payment, "success_url": f"{self.url}/?paid", "cancel_url": f"{self.url}/?not-paid"}
        return self._answer("POST", "/v1/orders", told, {"Idempotency-Key": uuid.uuid4().hex})

    def _answer(
        self, method: str, path: str, told: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> dict[str, Any]:
        sent = {"Authorization": f"Bearer {self.token}", **(headers or {})}
        answer = httpx.request(method, self.url + path, json=told, headers=sent, timeout=_PATIENCE_S)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


def pay(url: str) -> None:
    """Press the button on a page of the Stripe sandbox.

    Raises:
        httpx.HTTPStatusError: When it is not to be paid there.
    """
    answer = httpx.post(url, timeout=_PATIENCE_S)
    if answer.is_error:
        answer.raise_for_status()
