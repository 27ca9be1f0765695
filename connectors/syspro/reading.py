"""How SYSPRO's tables are read at this site: the choice that the setting ``syspro.reader`` makes."""

from collections.abc import Sequence

from agent.domain.settings import Values
from agent.ports import Clock, ErpTables, Permission, SecretStore
from connectors.syspro.enet_tables import EnetTables
from connectors.syspro.sql.driver import Connect, connect
from connectors.syspro.sql.probe import SqlProbe
from connectors.syspro.sql.tables import SqlTables

_SQL = "sql"


def tables_of(values: Values, secrets: SecretStore, clock: Clock, *, connect: Connect = connect) -> ErpTables:
    """Return SYSPRO's tables by read-only SQL or through e.net, as the settings say; nothing is called yet."""
    if values.text("syspro.reader") == _SQL:
        return SqlTables(values, secrets, connect=connect)
    return EnetTables(values, secrets, clock)


def sql_rights(values: Values, secrets: SecretStore, *, connect: Connect = connect) -> Sequence[Permission]:
    """Return what a probe of SQL Server finds; nothing where SQL is not used."""
    return SqlProbe(values, secrets, connect=connect).probe() if values.text("syspro.reader") == _SQL else ()
