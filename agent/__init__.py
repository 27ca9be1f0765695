"""The agent: its core, its own store and its runtime.

No Qt, no HTTP, no ODBC below this package. ``agent.domain`` is pure; ``agent.bootstrap`` is the one module that knows
every concrete class.
"""
