"""The store: one database file and its parts."""

from pathlib import Path
from typing import Self

from agent.store import migrations
from agent.store.alerts import Alerts
from agent.store.allowance import Allowance
from agent.store.audit import Audit
from agent.store.catalogue import Catalogue
from agent.store.commands import Commands
from agent.store.customer_links import Customers
from agent.store.database import Connections
from agent.store.decided import Decided
from agent.store.discrepancies import Discrepancies
from agent.store.disputes import Disputes
from agent.store.edits import Edits
from agent.store.habits import HabitStore
from agent.store.housekeeping import Housekeeping
from agent.store.inbox import Inbox
from agent.store.lease import LeaseKeeper
from agent.store.ledger import Ledger
from agent.store.links import Links
from agent.store.marks import Marks
from agent.store.notes import FlowNotes
from agent.store.on_account import OnAccount
from agent.store.outbox import Outbox
from agent.store.overviews import Overviews
from agent.store.portal import PortalPayers, PortalTokens
from agent.store.portal_orders import PortalOrders
from agent.store.reconciling import Reconciling
from agent.store.reports import Reports
from agent.store.requests import Requests
from agent.store.resyncing import Resyncing
from agent.store.revisions import Revisions
from agent.store.sendings import Sendings
from agent.store.settings import Settings
from agent.store.statements import Statements
from agent.store.summaries import Summaries
from agent.store.worklist import Worklist
from agent.store.write_backs import WriteBacks


class Store:
    """Everything the agent remembers. May be shared by threads; each uses a connection of its own.

    Made by :meth:`open`. Every method of every part may raise ``Transient`` (the file is locked, the disk is full:
    nothing was done) and ``Misconfigured`` (the file cannot be used).

    Attributes:
        path: The database file.
        inbox: Events, and how far Stripe has been read.
        outbox: Decisions and documents.
        links: Stripe ids and SYSPRO keys.
        disputes: Disputes as they were decided last.
        write_backs: What was written to Stripe's metadata.
        catalogue: What Stripe has of SYSPRO's stock codes.
        requests: Payment links of open invoices.
        customers: Customers on both sides, and which of them are one.
        on_account: Receipts that may still stand on account.
        portal_tokens: Who may ask the B2B portal.
        portal_payers: Who pays for whose orders there.
        portal_orders: Orders on account that were placed there.
        ledger: Stripe's balance transactions.
        summaries: What is left to summary journals.
        alerts: What people were told, and what is on its way to them.
        allowance: Reads that Stripe has seen from us.
        discrepancies: What is not as it should be.
        settings: Changed settings.
        revisions: Mapping revisions.
        commands: What people ask of the engine.
        lease: The one engine that may post.
        marks: Small facts about the running engine.
        audit: Who changed what, as a chain.
        sendings: What was sent that SYSPRO cannot be searched for.
        reports: Read models for people.
        statements: Read models of the bookkeeper's reports.
        worklist: Everything that is posted or waits, as one list.
        notes: What flows told.
        overviews: Figures of the first page, payouts and audit as lists.
        reconciling: What reconciliation compares.
        resyncing: What a person wants decided again.
        decided: Decisions with their facts, to be decided again.
        habits: What was usual before a payment.
        edits: What people changed on documents.
        housekeeping: Removal of what nobody needs any more.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self.path = connections.path
        self.inbox = Inbox(connections)
        self.lease = LeaseKeeper(connections)
        self.outbox = Outbox(connections, self.lease)
        self.links = Links(connections)
        self.disputes = Disputes(connections)
        self.write_backs = WriteBacks(connections)
        self.catalogue = Catalogue(connections)
        self.requests = Requests(connections)
        self.customers = Customers(connections)
        self.on_account = OnAccount(connections)
        self.portal_tokens = PortalTokens(connections)
        self.portal_payers = PortalPayers(connections)
        self.portal_orders = PortalOrders(connections)
        self.ledger = Ledger(connections)
        self.summaries = Summaries(connections)
        self.alerts = Alerts(connections)
        self.allowance = Allowance(connections)
        self.discrepancies = Discrepancies(connections)
        self.settings = Settings(connections)
        self.revisions = Revisions(connections)
        self.commands = Commands(connections)
        self.marks = Marks(connections)
        self.audit = Audit(connections)
        self.sendings = Sendings(connections)
        self.reports = Reports(connections)
        self.statements = Statements(connections)
        self.worklist = Worklist(connections)
        self.notes = FlowNotes(connections)
        self.overviews = Overviews(connections)
        self.reconciling = Reconciling(connections)
        self.resyncing = Resyncing(connections)
        self.decided = Decided(connections)
        self.habits = HabitStore(connections)
        self.edits = Edits(connections)
        self.housekeeping = Housekeeping(connections)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the database at ``path``, made or migrated where needed.

        Raises:
            Misconfigured: The file is no database, not ours, damaged, or from a newer version of the program.
        """
        migrations.prepare(path)
        return cls(Connections(path))

    def version(self) -> int:
        """Return a number that changes when another connection has written.

        It counts for the calling thread alone: compare it with what the same thread got before.
        """
        row = self._connections.one("PRAGMA data_version")
        assert row is not None
        return int(row[0])

    def check(self) -> None:
        """Read the whole file and check its structure.

        Raises:
            Misconfigured: When it is damaged.
        """
        migrations.check_undamaged(self._connections.current(), self.path)

    def copy_to(self, target: Path) -> None:
        """Copy the database to ``target`` as one consistent snapshot, while it is in use."""
        migrations.copy_to(self.path, target)

    def close(self) -> None:
        """Close the connections of all threads; none may be using the store at that moment."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
