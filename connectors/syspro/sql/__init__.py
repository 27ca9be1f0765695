"""SYSPRO's tables through read-only SQL (``agent.ports.ErpTables``). Nothing is ever written: SYSPRO alone does that.

May import: ``agent.domain``, ``agent.ports``, the rest of ``connectors.syspro``, pyodbc. The queries are in
``resources/sql``, one a file.
"""
