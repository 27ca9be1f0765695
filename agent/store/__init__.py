"""The agent's own database, and the only SQL for it.

May import: ``agent.domain``, ``agent.ports`` and sqlite-utils.
"""

from agent.store.store import Store

__all__ = ["Store"]
