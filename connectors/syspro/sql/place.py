"""Where SYSPRO's SQL Server is and how we log on, as the settings say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from agent.ports import SecretStore

#: Microsoft's drivers that are known to work, the best first.
DRIVERS = ("ODBC Driver 18 for SQL Server", "ODBC Driver 17 for SQL Server")
_PROGRAM = "syspro-stripe"
_PLAIN = re.compile(r"[\w.\\,:/-]+")


@dataclass(frozen=True, slots=True)
class Place:
    r"""One database at one server, and the login; the password never shows in its text.

    Attributes:
        server: Server, ``server\instance`` or ``server,port``.
        database: Database; empty for the login's default.
        driver: ODBC driver; empty chooses one of ``DRIVERS``.
        user: SQL login; empty for the Windows account that runs the engine.
        encrypt: ``yes``, ``no`` or ``strict``.
        trust_certificate: Whether a certificate that nobody vouches for is accepted.
        read_only_intent: Whether a read-only copy of an availability group may answer.
        connect_timeout_s: Seconds to wait for a connection.
        timeout_s: Seconds to wait for one answer.
        isolation: ``auto``, ``snapshot`` or ``read_committed``.
        password: Secret of the SQL login.
    """

    server: str
    database: str = ""
    driver: str = ""
    user: str = ""
    encrypt: str = "yes"
    trust_certificate: bool = False
    read_only_intent: bool = False
    connect_timeout_s: int = 15
    timeout_s: int = 60
    isolation: str = "auto"
    password: str = field(default="", repr=False)


def place_of(values: Values, secrets: SecretStore, database: str) -> Place:
    """Return a database at the server that the settings and the secret store describe.

    Raises:
        Misconfigured: When no server is set, or a SQL login without its name.
    """
    server, login = values.text("syspro.sql_server"), values.text("syspro.sql_login")
    user = values.text("syspro.sql_user") if login == "sql" else ""
    if not server:
        raise Misconfigured(_unset("syspro.sql_server", "which SQL Server to ask"))
    if login == "sql" and not user:
        raise Misconfigured(_unset("syspro.sql_user", "which SQL login to use"))
    return Place(
        server=server,
        database=database,
        driver=values.text("syspro.sql_driver"),
        user=user,
        encrypt=values.text("syspro.sql_encrypt"),
        trust_certificate=values.yes("syspro.sql_trust_certificate"),
        read_only_intent=values.yes("syspro.sql_read_only_intent"),
        connect_timeout_s=values.integer("syspro.sql_connect_timeout_s"),
        timeout_s=values.integer("syspro.sql_timeout_s"),
        isolation=values.text("syspro.sql_isolation"),
        password=secrets.get("syspro.sql_password") if user else "",
    )


def connection_string(place: Place, installed: Sequence[str]) -> str:
    """Return the ODBC connection string; holds the password, so it is never logged.

    Args:
        place: Where and how.
        installed: Names of the ODBC drivers of this machine.

    Raises:
        Misconfigured: When no driver that is known to work is installed.
    """
    parts = {
        "DRIVER": driver_of(place, installed),
        "SERVER": place.server,
        "DATABASE": place.database,
        "UID": place.user,
        "PWD": place.password,
        "Trusted_Connection": "" if place.user else "yes",
        "Encrypt": place.encrypt,
        "TrustServerCertificate": "yes" if place.trust_certificate else "no",
        "ApplicationIntent": "ReadOnly" if place.read_only_intent else "",
        "APP": _PROGRAM,
    }
    return ";".join(f"{name}={_quoted(value)}" for name, value in parts.items() if value)


def driver_of(place: Place, installed: Sequence[str]) -> str:
    """Return the ODBC driver to use: the one that is set, else the best one that is installed.

    Raises:
        Misconfigured: When there is none.
    """
    wanted = (place.driver,) if place.driver else DRIVERS
    found = next((name for name in wanted if name in installed), "")
    if not found:
        raise Misconfigured(_no_driver(wanted))
    return found


def _quoted(value: str) -> str:
    """Return a value so that none of its characters ends it; source: ODBC, SQLDriverConnect, "Comments"."""
    return value if _PLAIN.fullmatch(value) else "{" + value.replace("}", "}}") + "}"


def _unset(name: str, what: str) -> Problem:
    return Problem(
        title="SQL Server is not set up",
        message=f"SYSPRO is to be read by SQL, but it is not set {what}.",
        press=f"Set {name}, or set syspro.reader to enet.",
        code="sql.not_set_up",
    )


def _no_driver(wanted: Sequence[str]) -> Problem:
    return Problem(
        title="The ODBC driver is missing",
        message=f"This machine has no {' or '.join(wanted)}, through which SQL Server is read.",
        press="Install Microsoft's ODBC driver, or correct syspro.sql_driver, or set syspro.reader to enet.",
        code="sql.no_driver",
    )
