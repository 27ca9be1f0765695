"""The ports: what the core needs from the outside world and from its own store, as Protocols.

May import ``agent.domain`` alone.
"""

from agent.ports.after import Disputes, MetadataWriter, OnAccount, WriteBacks
from agent.ports.outside import (
    Accepted,
    Clock,
    DocumentTarget,
    ErpReader,
    ErpSession,
    EventSource,
    ObjectReader,
    Permission,
    Probe,
    SecretStore,
    TargetSession,
)
from agent.ports.store import (
    Allowance,
    Audit,
    Commands,
    Discrepancies,
    Housekeeping,
    Inbox,
    LeaseStore,
    Ledger,
    Links,
    Marks,
    Outbox,
    Reports,
    Revisions,
    Sent,
    SettingsStore,
)

__all__ = [
    "Accepted",
    "Allowance",
    "Audit",
    "Clock",
    "Commands",
    "Discrepancies",
    "Disputes",
    "DocumentTarget",
    "ErpReader",
    "ErpSession",
    "EventSource",
    "Housekeeping",
    "Inbox",
    "LeaseStore",
    "Ledger",
    "Links",
    "Marks",
    "MetadataWriter",
    "ObjectReader",
    "OnAccount",
    "Outbox",
    "Permission",
    "Probe",
    "Reports",
    "Revisions",
    "SecretStore",
    "Sent",
    "SettingsStore",
    "TargetSession",
    "WriteBacks",
]
