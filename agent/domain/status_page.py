"""What the status page shows, in one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.documents import State
from agent.domain.proof import ProofRow
from agent.domain.readmodels import InboxCounts
from agent.domain.status import JobStatus, Verdict


@dataclass(frozen=True, slots=True)
class Status:
    """All that the status page shows.

    Attributes:
        verdict: The overall state.
        documents: How many documents are in each state.
        inbox: How many events wait, are set aside, are finished.
        jobs: Last round of each job that has run.
        proof: The latest proof, a row a currency; empty before the first.
        proven_at: When it was made, Unix seconds UTC; 0 before the first.
        reads_used: Reads that Stripe has seen from us in 30 days.
        engine: Machine and name of the engine that holds the lease, or empty.
        machine: Machine that has the right to post, or empty.
        withdrawn: Held documents that a later decision no longer makes; nobody has to act on them.
        held_decisions: Payments whose decision waits for a person.
        discrepancies: Open discrepancies.
        catalogue: Stock codes that Stripe refused, or about which a person has to say who wins.
        customers: Customers that Stripe refused, or about which a person has to say whose words count.
        requests: Invoices whose request Stripe refused.
        notes: What flows told and nobody has read yet.
        engine_alive: Whether an engine gives signs of life.
        paused_until: Until when it is paused: Unix seconds UTC, or ``resumed``; empty when it is not.
        setting_up: Whether nothing is posted yet because the site is not launched.
        demo: Whether this home is a demo's.
    """

    verdict: Verdict
    documents: Mapping[State, int]
    inbox: InboxCounts
    jobs: tuple[JobStatus, ...]
    proof: tuple[ProofRow, ...]
    proven_at: int
    reads_used: int
    engine: str
    machine: str
    withdrawn: int
    held_decisions: int
    discrepancies: int
    catalogue: int
    customers: int
    requests: int = 0
    notes: int = 0
    engine_alive: bool = False
    paused_until: str = ""
    setting_up: bool = False
    demo: bool = False

    @property
    def in_work_list(self) -> int:
        """How many rows of the work list wait for a person."""
        documents = self.documents[State.PARKED] + self.documents[State.HELD] - self.withdrawn
        return documents + self.held_decisions + self.inbox.set_aside + self.discrepancies + self.notes

    @property
    def needs_you(self) -> int:
        """How many things wait for a person."""
        return self.in_work_list + self.catalogue + self.customers + self.requests

    @property
    def documents_in_doubt(self) -> int:
        """How many documents are in doubt."""
        return self.documents[State.IN_DOUBT]
