"""Who asks: the token, how often, what it is good for, and for which customer.

A customer's answer depends on the token alone: a customer that a token is not for is refused in the same words whether
SYSPRO has it or not, so that nobody can find out who is a customer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.domain.fitting import DoesNotFitError
from agent.domain.portal import SCOPES, Asking, PortalToken, hash_of, signature_holds
from agent.ports import Clock, PortalTokens
from connectors.portal.rates import Rates
from connectors.portal.refusals import Refusal

CUSTOMER, SIGNATURE, KEY = "x-customer", "x-customer-signature", "idempotency-key"
"""Headers that name the customer, vouch for it, and name an order."""

_BEARER = "bearer "


@dataclass(frozen=True, slots=True)
class Knock:
    """A request before anybody has looked at it.

    Attributes:
        method: HTTP method.
        target: Path with its query.
        headers: Headers by lower-case name.
        body: Body.
        address: Where it comes from.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    address: str


class Access:
    """Lets requests in, or refuses them.

    Args:
        tokens: The tokens.
        signing_key: Returns the key of signatures; empty where there is none.
        company: SYSPRO company whose customers are asked about.
        stored: Brings a customer's code into the form in which SYSPRO stores it.
        clock: Time of the agent.
        requests: Limits the requests of a token.
        wrong: Limits the wrong tokens from an address.
    """

    def __init__(  # noqa: PLR0913 - who, for whom, and how often
        self,
        tokens: PortalTokens,
        signing_key: Callable[[], str],
        company: str,
        stored: Callable[[str], str],
        clock: Clock,
        *,
        requests: Rates,
        wrong: Rates,
    ) -> None:
        self._tokens = tokens
        self._signing_key = signing_key
        self._company = company
        self._stored = stored
        self._clock = clock
        self._requests = requests
        self._wrong = wrong

    def admitted(self, knock: Knock, scope: str) -> tuple[str, tuple[str, ...]]:
        """Return the customer, as stored, about whom a request may ask, and all that its token is good for.

        Raises:
            Refusal: When it may not.
        """
        token = self._token(knock)
        wait_s = self._requests.take(token.name)
        if wait_s:
            raise Refusal(429, "rate.token", "This token has asked too often. Wait before the next.", wait_s=wait_s)
        if scope not in token.scopes:
            raise Refusal(403, "token.scope", f"This token is not good for {SCOPES[scope]}.")
        return self._customer(knock, token), token.scopes

    def _token(self, knock: Knock) -> PortalToken:
        given = knock.headers.get("authorization", "")
        is_bearer = given.lower().startswith(_BEARER)
        found = hash_of(given[len(_BEARER) :].strip()) if is_bearer else ""
        token = self._tokens.find(found) if found else None
        if token is not None and token.company != self._company:
            token = None
        if token is not None and token.stands(self._clock.now()):
            return token
        wait_s = self._wrong.take(knock.address)
        if wait_s:
            raise Refusal(429, "rate.address", "Too many wrong tokens from this address.", wait_s=wait_s)
        if token is not None:
            raise Refusal(401, "token.ended", "This token has expired or was revoked.")
        raise Refusal(401, "token.unknown", "A valid token is needed: Authorization: Bearer spt_...")

    def _customer(self, knock: Knock, token: PortalToken) -> str:
        named = knock.headers.get(CUSTOMER, "").strip()
        if not named:
            if len(token.customers) == 1:
                return token.customers[0]
            raise Refusal(400, "customer.missing", "Name the customer in the header X-Customer.")
        if not token.customers:
            self._check_signature(knock, named)
        stored = self._as_stored(named)
        if token.customers and stored not in token.customers:
            raise Refusal(403, "customer.foreign", "This token is not for that customer.")
        return stored

    def _as_stored(self, named: str) -> str:
        """Return the code as SYSPRO stores it; one that cannot be stored stays as it is and is found nowhere."""
        try:
            return self._stored(named)
        except DoesNotFitError:
            return named

    def _check_signature(self, knock: Knock, named: str) -> None:
        asking = Asking(named, knock.method, knock.target, knock.body, knock.headers.get(KEY, ""))
        if not signature_holds(knock.headers.get(SIGNATURE, ""), asking, self._signing_key(), self._clock.now()):
            wait_s = self._wrong.take(knock.address)
            if wait_s:
                raise Refusal(429, "rate.address", "Too many wrong signatures from this address.", wait_s=wait_s)
            raise Refusal(403, "customer.signature", "The signature in X-Customer-Signature does not hold.")
