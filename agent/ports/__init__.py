"""The ports: what the core needs from the outside world and from its own store, as Protocols.

May import ``agent.domain`` alone.
"""

from agent.ports.after import Disputes, MetadataWriter, OnAccount, WriteBacks
from agent.ports.alerts import AlertStore, Heartbeat, Notifier
from agent.ports.catalogue import CatalogueStore, Shelf
from agent.ports.customers import CustomerDirectory, CustomerStore
from agent.ports.discrepancies import Discrepancies
from agent.ports.edits import Edits
from agent.ports.erp import ErpTables, PriceAuthority, TableSession
from agent.ports.habits import HabitStore
from agent.ports.lists import ListReader
from agent.ports.machine import Guard, MachineLog, Sealer, ServiceControl
from agent.ports.notes import FlowNotes
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
from agent.ports.portal import PortalOrders, PortalPayers, PortalTokens, Shop, Till
from agent.ports.reading import Decided, Month, Overviews, Reconciling, Reports, Statements, Worklist
from agent.ports.requests import Payers, PaymentLinks, RequestStore
from agent.ports.resyncing import Resyncing
from agent.ports.sending import NotedSendings, Sendings
from agent.ports.store import (
    Allowance,
    Audit,
    Commands,
    Housekeeping,
    Inbox,
    LeaseStore,
    Ledger,
    Links,
    Marks,
    Outbox,
    Revisions,
    Sent,
    SettingsStore,
)
from agent.ports.summaries import GivenBack, Left, Running, Summaries

__all__ = [
    "Accepted",
    "AlertStore",
    "Allowance",
    "Audit",
    "CatalogueStore",
    "Clock",
    "Commands",
    "CustomerDirectory",
    "CustomerStore",
    "Decided",
    "Discrepancies",
    "Disputes",
    "DocumentTarget",
    "Edits",
    "ErpReader",
    "ErpSession",
    "ErpTables",
    "EventSource",
    "FlowNotes",
    "GivenBack",
    "Guard",
    "HabitStore",
    "Heartbeat",
    "Housekeeping",
    "Inbox",
    "LeaseStore",
    "Ledger",
    "Left",
    "Links",
    "ListReader",
    "MachineLog",
    "Marks",
    "MetadataWriter",
    "Month",
    "NotedSendings",
    "Notifier",
    "ObjectReader",
    "OnAccount",
    "Outbox",
    "Overviews",
    "Payers",
    "PaymentLinks",
    "Permission",
    "PortalOrders",
    "PortalPayers",
    "PortalTokens",
    "PriceAuthority",
    "Probe",
    "Reconciling",
    "Reports",
    "RequestStore",
    "Resyncing",
    "Revisions",
    "Running",
    "Sealer",
    "SecretStore",
    "Sendings",
    "Sent",
    "ServiceControl",
    "SettingsStore",
    "Shelf",
    "Shop",
    "Statements",
    "Summaries",
    "TableSession",
    "TargetSession",
    "Till",
    "Worklist",
    "WriteBacks",
]
