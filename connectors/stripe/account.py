"""Whose money a connection reads. May import: ``agent.domain``."""

from agent.domain.errors import Misconfigured
from agent.domain.json_reader import BadJsonError, JsonReader
from connectors.stripe.client import Connection
from connectors.stripe.errors import unusable


def account_of(connection: Connection) -> str:
    """Return the account whose money is read, and its mode: ``acct_1... live``; empty where the key may not say.

    A Connect account that the settings name is itself; for the key's own account Stripe is asked (``GET /v1/account``,
    which needs the right ``connected_account_read``; docs.stripe.com/api/accounts/retrieve).

    Raises:
        Transient: When Stripe does not answer.
        NeedsPerson: When the answer is no account.
        Misconfigured: When there is no usable key, or Stripe refuses it altogether.
    """
    mode = "live" if connection.livemode else "test"
    if connection.account:
        return f"{connection.account} {mode}"
    try:
        found = JsonReader(connection.get("/v1/account"), "account").text("id")
    except BadJsonError as error:
        raise unusable("Stripe's account", str(error)) from error
    except Misconfigured as refused:
        if not refused.problem.code.startswith("stripe.permission"):
            raise
        return ""
    return f"{found} {mode}"
