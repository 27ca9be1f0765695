"""API keys and what they may do (docs.stripe.com/keys; permissions of restricted keys)."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass

from connectors.sandbox.stripe.errors import StripeRefusal
from connectors.sandbox.stripe.resources import first_keys
from connectors.sandbox.stripe.store import Store

# What a permission brings with it beside its own read.
_IMPLIED: Mapping[str, tuple[str, ...]] = {
    "checkout_session_read": ("payment_intent_read", "product_read"),
    "balance_transaction_source_read": ("balance_read",),
}


@dataclass(frozen=True, slots=True)
class ApiKey:
    """One key.

    Attributes:
        key: The whole key, such as ``rk_test_...``.
        permissions: Stripe's permission names; ``None`` for every right.
        expired: Whether Stripe would refuse it as expired.
    """

    key: str
    permissions: frozenset[str] | None
    expired: bool = False

    def may(self, permission: str) -> bool:
        """Say whether the key has a permission; write includes read."""
        if self.permissions is None or permission in self.permissions:
            return True
        return permission.endswith("_read") and permission.removesuffix("_read") + "_write" in self.permissions


class Keys:
    """The keys the sandbox knows."""

    def __init__(self, store: Store, account_id: str, *, livemode: bool) -> None:
        self._store = store
        self._account_id = account_id
        self._mode = "_live_" if livemode else "_test_"
        if store.read_meta("keys") is None:
            store.write_meta(
                "keys", {key.replace("_test_", self._mode): dict(rights) for key, rights in first_keys().items()}
            )
        self._known = self._read()

    def _read(self) -> dict[str, ApiKey]:
        stored = self._store.read_meta("keys")
        return {key: _key(key, rights) for key, rights in stored.items()}

    def add(self, key: str, permissions: list[str] | None, *, expired: bool = False) -> None:
        """Know one more key; ``permissions`` ``None`` gives every right.

        Raises:
            ValueError: When the key is of the other mode; live and test have nothing in common at Stripe.
        """
        if self._mode not in key:
            raise ValueError(f"a key of this sandbox has {self._mode} in it")
        stored = self._store.read_meta("keys")
        rights = {"permissions": "*" if permissions is None else permissions, "expired": expired}
        self._store.write_meta("keys", {**stored, key: rights})
        self._known = self._read()

    def authenticate(self, authorization: str | None) -> ApiKey:
        """Return the key of an ``Authorization`` header.

        Raises:
            StripeRefusal: 401 when there is none, or it is unknown or expired.
        """
        given = _given(authorization)
        if given is None:
            raise StripeRefusal(
                401, "You did not provide an API key. You need to provide your API key in the Authorization header."
            )
        found = self._known.get(given)
        if found is None:
            raise StripeRefusal(401, f"Invalid API Key provided: {masked(given)}")
        if found.expired:
            raise StripeRefusal(401, f"Expired API Key provided: {masked(given)}", code="api_key_expired")
        return found

    def allow(self, key: ApiKey, permission: str) -> None:
        """Pass when the key has a permission.

        Raises:
            StripeRefusal: 403 naming the permission, as Stripe does.
        """
        if not key.may(permission):
            raise StripeRefusal(
                403,
                f"The provided key '{masked(key.key)}' does not have the required permissions for this endpoint on"
                f" account '{self._account_id}'. Having the 'rak_{permission}' permission would allow this request"
                " to continue.",
            )


def _key(key: str, rights: Mapping[str, object]) -> ApiKey:
    listed = rights["permissions"]
    if not isinstance(listed, list):
        return ApiKey(key, None, bool(rights.get("expired")))
    implied = [more for name in listed for more in _IMPLIED.get(name, ())]
    return ApiKey(key, frozenset([*listed, *implied]), bool(rights.get("expired")))


def _given(authorization: str | None) -> str | None:
    """Read a bearer token or the user name of basic authentication; Stripe takes both."""
    scheme, _, value = (authorization or "").partition(" ")
    if scheme.lower() == "bearer" and value:
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value).decode().partition(":")[0] or None
        except (binascii.Error, UnicodeDecodeError):
            return None
    return None


def masked(key: str) -> str:
    """Return a key as Stripe shows it in messages: its start and its last four characters."""
    return key[:8] + "*" * max(len(key) - 12, 3) + key[-4:]
