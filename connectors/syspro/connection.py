"""Where SYSPRO is and how we log on, as the settings say."""

import ssl
from dataclasses import dataclass, field

from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from agent.ports import SecretStore


@dataclass(frozen=True, slots=True)
class Connection:
    """Everything the client and its sessions need; passwords never show in its text.

    Attributes:
        base_url: Address of the e.net REST service, without a trailing slash.
        operator: SYSPRO operator of the agent's own.
        company: SYSPRO company id.
        post_mode: ``get``, ``postld`` or ``auto``.
        url_limit: Longest request target in bytes that is sent with GET.
        connect_timeout_s: Seconds to wait for a connection.
        timeout_s: Seconds to wait for an answer.
        session_wait_s: Seconds to wait until another session of ours has ended.
        ca_file: PEM file with the certificate authority; empty takes the system's.
        logon_refused: Beginnings of logon answers that mean a wrong setting.
        operator_password: Secret.
        company_password: Secret.
    """

    base_url: str
    operator: str
    company: str
    post_mode: str = "auto"
    url_limit: int = 8000
    connect_timeout_s: int = 5
    timeout_s: int = 60
    session_wait_s: int = 300
    ca_file: str = ""
    logon_refused: tuple[str, ...] = ()
    operator_password: str = field(default="", repr=False)
    company_password: str = field(default="", repr=False)


def connection_of(values: Values, secrets: SecretStore) -> Connection:
    """Return the connection that the settings and the secret store describe."""
    return Connection(
        base_url=values.text("syspro.base_url"),
        operator=values.text("syspro.operator"),
        company=values.text("syspro.company"),
        post_mode=values.text("syspro.post_mode"),
        url_limit=values.integer("syspro.url_limit"),
        connect_timeout_s=values.integer("syspro.connect_timeout_s"),
        timeout_s=values.integer("syspro.timeout_s"),
        session_wait_s=values.integer("syspro.session_wait_s"),
        ca_file=values.text("syspro.ca_file"),
        logon_refused=values.items("syspro.logon_refused_texts"),
        operator_password=secrets.get("syspro.operator_password"),
        company_password=secrets.get("syspro.company_password"),
    )


def tls_context(ca_file: str) -> ssl.SSLContext:
    """Return a context that verifies the service's certificate, by the file or by the system's authorities.

    Raises:
        Misconfigured: When the file cannot be read as certificates.
    """
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except (OSError, ssl.SSLError) as error:
        problem = Problem(
            title="The certificate file cannot be used",
            message=f"The file {ca_file!r} holds no certificates that can be read.",
            press="Correct the setting syspro.ca_file.",
            code="syspro.ca_file",
        )
        raise Misconfigured(problem) from error
