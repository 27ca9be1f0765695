"""SYSPRO's own prices (``agent.ports.PriceAuthority``): SORRSL, one call a price, all of a question in one session."""

from collections.abc import Sequence

from agent.domain.fitting import DoesNotFitError
from agent.domain.prices import Asked, SysproPrice
from agent.domain.settings import Values
from agent.ports import Clock, SecretStore
from connectors.syspro.session import Access, EnetSession
from connectors.syspro.tables import readable
from connectors.syspro.xml import sorrsl
from connectors.syspro.xml.sorrsl import PriceQuestion

#: Secret that the connection takes -> that of the operator who asks.
_PASSWORD = {"syspro.operator_password": "syspro.query_operator_password"}


class SysproPrices:
    """Asks SYSPRO for prices.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        clock: Dates the remarks about sessions.
    """

    def __init__(self, values: Values, secrets: SecretStore, clock: Clock) -> None:
        self._values = values
        self._access = Access(values, secrets, clock)

    def ask(self, questions: Sequence[Asked]) -> Sequence[SysproPrice]:
        """Return what SYSPRO would charge, an answer a question in their order.

        Raises:
            Unavailable: When SORRSL is not licensed, or no session is free.
            Transient: When there is no answer that can be read.
        """
        if not questions:
            return []
        with readable(), self._access.session() as session:
            return [self._one(session, question) for question in questions]

    def close(self) -> None:
        """Close the connections to the service."""
        self._access.close()

    def _one(self, session: EnetSession, asked: Asked) -> SysproPrice:
        question = PriceQuestion(
            customer=asked.customer.customer,
            stock_code=asked.stock.stock_code,
            warehouse=asked.customer.sales_warehouse or self._values.text("orders.warehouse"),
            quantity=asked.quantity,
            uom=asked.stock.stock_uom,
            on=asked.on,
        )
        try:
            document = sorrsl.build(question)
        except DoesNotFitError as error:
            return SysproPrice(None, refusal=str(error))
        return sorrsl.parse(session.build("SORRSL", document), counts=self._values.text("prices.answer"))


def as_query_operator(values: Values, secrets: SecretStore, *, wait_s: int) -> tuple[Values, SecretStore]:
    """Return settings and secrets with which one logs on as ``syspro.query_operator``, not as the engine.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        wait_s: How long a session waits until another of this process has ended; nobody waits minutes for a price.
    """
    texts = values.texts | {
        "syspro.operator": values.text("syspro.query_operator"),
        "syspro.session_wait_s": str(wait_s),
    }
    return Values(texts), _OtherPasswords(secrets)


class _OtherPasswords:
    """A secret store that gives the password of the operator who asks where the engine's is wanted."""

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets

    def get(self, name: str) -> str:
        return self._secrets.get(_PASSWORD.get(name, name))

    def set(self, name: str, value: str) -> None:
        self._secrets.set(_PASSWORD.get(name, name), value)
