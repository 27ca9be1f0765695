"""What the service answers from the store without asking the engine; ``AgentService`` adds status and commands."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from agent.domain.alerts.keeping import Alert
from agent.domain.alerts.notices import Notice
from agent.domain.allowance import WINDOW_S, Allowed, Usage, allowance
from agent.domain.audit import AuditTrailRow, Examination
from agent.domain.catalogue.kept import CatalogueFilter, CatalogueRow, CatalogueStatus, ReasonCount, Standing
from agent.domain.catalogue.progress import Course, status_of
from agent.domain.certificate import Certificate
from agent.domain.closing import Closing, closing
from agent.domain.codec import from_plain, loads
from agent.domain.customers.kept import Course as CustomerCourse
from agent.domain.customers.kept import CustomerFilter, LinkRow, LinkState, SuggestionRow
from agent.domain.customers.suggest import Advice
from agent.domain.edits import EditForm, form_of
from agent.domain.facts import PeriodState
from agent.domain.latency import answers_from
from agent.domain.marks import (
    ANSWERS,
    CATALOGUE,
    CERTIFICATE,
    CUSTOMERS,
    OPENING,
    PERIODS,
    PROOF,
    RECONCILED,
    REQUESTS,
    RESYNC_TOLD,
)
from agent.domain.month_end import MonthEndPack, month_bounds
from agent.domain.overview import Overview, PayoutSummary, money_flows
from agent.domain.proof import ProofRow
from agent.domain.readmodels import AuditRow, DocumentDetail, DocumentFilter, DocumentRow, NoteRow
from agent.domain.reconciliation import Told
from agent.domain.requests.kept import Course as RequestCourse
from agent.domain.requests.kept import RequestFilter, RequestRow, RequestStatus
from agent.domain.requests.kept import Standing as RequestStanding
from agent.domain.resync import ResyncTold
from agent.domain.settings import Values
from agent.domain.sources import Source, found_in
from agent.domain.statements import PayoutStatement
from agent.domain.worklist import Cause, WorkFilter, WorkRow
from agent.ports import (
    AlertStore,
    Allowance,
    Audit,
    CatalogueStore,
    Clock,
    Commands,
    CustomerStore,
    Decided,
    Edits,
    FlowNotes,
    Inbox,
    LeaseStore,
    Marks,
    Month,
    Outbox,
    Overviews,
    Reports,
    RequestStore,
    Revisions,
    SettingsStore,
    Statements,
    Worklist,
)

#: Payments whose metadata keys and custom fields are looked at.
_LATEST_PAYMENTS = 1000


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the store that the service reads and writes."""

    outbox: Outbox
    inbox: Inbox
    reports: Reports
    commands: Commands
    settings: SettingsStore
    marks: Marks
    lease: LeaseStore
    allowance: Allowance
    audit: Audit
    statements: Statements
    catalogue: CatalogueStore
    requests: RequestStore
    customers: CustomerStore
    revisions: Revisions
    decided: Decided
    worklist: Worklist
    overviews: Overviews
    alerts: AlertStore
    notes: FlowNotes
    edits: Edits
    version: Callable[[], int]


class Queries:
    """Queries of the store.

    Args:
        parts: The store.
        clock: Time of the agent.
    """

    def __init__(self, parts: Parts, clock: Clock) -> None:
        self._parts = parts
        self._clock = clock

    def values(self) -> Values:
        """Return the settings in force."""
        return Values(self._parts.settings.all())

    def zone(self) -> ZoneInfo:
        """Return the site's time zone."""
        return _zone(self.values())

    def version(self) -> int:
        """Return a number that changes when somebody else has written; it counts for the calling thread alone."""
        return self._parts.version()

    def now(self) -> int:
        """Return the present moment, Unix seconds UTC."""
        return self._clock.now()

    def work(self, wanted: WorkFilter, *, offset: int, limit: int) -> Sequence[WorkRow]:
        """Return up to ``limit`` rows of the work list from row ``offset`` on."""
        return self._parts.worklist.page(self._company(), wanted, offset=offset, limit=limit)

    def work_count(self, wanted: WorkFilter) -> int:
        """Return how many rows of the work list there are."""
        return self._parts.worklist.count(self._company(), wanted)

    def notes(self, limit: int) -> Sequence[NoteRow]:
        """Return up to ``limit`` notes of flows that nobody has read yet, the newest first."""
        return self._parts.notes.list(self.values().text("syspro.company"), limit)

    def work_causes(self, wanted: WorkFilter) -> Sequence[Cause]:
        """Return what the rows of the work list have in common, those with most rows first."""
        return self._parts.worklist.causes(self._company(), wanted)

    def work_row(self, number: int) -> WorkRow | None:
        """Return a document as a row of the work list, or ``None``."""
        return self._parts.worklist.document(number)

    def overview(self) -> Overview:
        """Return what the first page shows beside the status; today is the site's."""
        values, now = self.values(), self._clock.now()
        company, here = values.text("syspro.company"), datetime.fromtimestamp(now, UTC).astimezone(_zone(values))
        midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
        return Overview(
            made_at=now,
            flows=money_flows(self._parts.overviews.moved(company, int(midnight.timestamp()), now + 1)),
            posted_by_hour=self._parts.overviews.posted_by_hour(now + 1, 24),
            allowed=self._allowed(values, now),
            company=company,
            answers=answers_from(self._parts.marks.get(ANSWERS)),
        )

    def payouts(self, *, before_at: int = 2**40, limit: int = 100) -> Sequence[PayoutSummary]:
        """Return the payouts that left Stripe's balance before ``before_at``, newest first."""
        return self._parts.overviews.payouts(self._company(), self.zone(), before_at=before_at, limit=limit)

    def last_audit_row(self) -> int:
        """Return the number of the last row of the audit; 0 where there is none. Numbers have no gaps."""
        return self._parts.overviews.last_audit_row()

    def audit_rows(self, last: int, limit: int) -> Sequence[AuditRow]:
        """Return up to ``limit`` rows of the audit from row ``last`` backwards."""
        return self._parts.overviews.audit_rows(last, limit)

    def documents(self, wanted: DocumentFilter) -> list[DocumentRow]:
        """Return documents, newest first."""
        return self._parts.reports.documents(wanted)

    def count(self, wanted: DocumentFilter) -> int:
        """Return how many documents there are, whatever the limit and the page."""
        return self._parts.reports.count(wanted)

    def document(self, number: int) -> DocumentDetail | None:
        """Return all about one document, or ``None``."""
        return self._parts.reports.document(number)

    def edit_form(self, number: int) -> EditForm | None:
        """Return what a person may change of a document by hand, ``None`` where there is no such document."""
        document = self._parts.outbox.get(number)
        if document is None:
            return None
        key = document.draft.key
        return form_of(document, self._parts.edits.about(key.company, (key.stripe_id,)))

    def reports(self) -> Reports:
        """Return the read models that need no other part."""
        return self._parts.reports

    def found_sources(self) -> tuple[Source, ...]:
        """Return the metadata keys and custom fields of what was decided last, most frequent first."""
        company, decided = self.values().text("syspro.company"), self._parts.decided
        return found_in([*decided.payments(company, _LATEST_PAYMENTS), *decided.others(company, _LATEST_PAYMENTS)])

    def examine(self) -> Examination:
        """Compare the audit chain, and all that it vouches for, row by row."""
        return self._parts.audit.examine()

    def audit_hash(self, number: int) -> str:
        """Return the hash of one row of the audit chain; empty where there is no such row."""
        return self._parts.audit.hash_of(number)

    def payout_statement(self, payout_id: str) -> PayoutStatement | None:
        """Return what a payout is made of, or ``None`` when nothing is known of it."""
        values = self.values()
        return self._parts.statements.payout(values.text("syspro.company"), payout_id, _zone(values))

    def month_end_pack(self, month: str) -> MonthEndPack:
        """Return the pack of a month, CCYY-MM.

        Raises:
            ValueError: When it is no month.
        """
        values = self.values()
        opening = json.loads(self._parts.marks.get(OPENING) or "{}")
        span = Month(values.text("syspro.company"), month, _zone(values), opening)
        return self._parts.statements.month(span, *self.proof(), self._clock.now())

    def trail(self, what: str) -> tuple[AuditTrailRow, ...]:
        """Return the steps between a Stripe id, or a SYSPRO key, and what it became, oldest first."""
        return self._parts.statements.trail(self.values().text("syspro.company"), what)

    def trail_of_month(self, month: str) -> tuple[AuditTrailRow, ...]:
        """Return the steps of everything that was decided in a month, CCYY-MM.

        Raises:
            ValueError: When it is no month.
        """
        values = self.values()
        bounds = month_bounds(month, _zone(values))
        return self._parts.statements.trail_between(values.text("syspro.company"), *bounds)

    def proof(self) -> tuple[tuple[ProofRow, ...], int]:
        """Return the latest proof and when it was made; no rows and 0 before the first."""
        text = self._parts.marks.get(PROOF)
        if not text:
            return (), 0
        kept = json.loads(text)
        try:
            return tuple(ProofRow(**row) for row in kept["rows"]), int(kept["at"])
        except TypeError:
            return (), 0  # kept by another version of the program: as good as none

    def closing(self) -> Closing:
        """Return SYSPRO's open months as they were read last, and what will not fit into them."""
        values, text = self.values(), self._parts.marks.get(PERIODS)
        kept: dict[str, Any] = json.loads(text) if text else {"at": 0, "periods": None}
        periods = from_plain(PeriodState, kept["periods"]) if kept["periods"] else None
        zone = ZoneInfo(values.text("site.time_zone"))
        return closing(periods, kept["at"], self._parts.reports.unfinished(values.text("syspro.company"), zone))

    def catalogue_status(self) -> CatalogueStatus:
        """Return how the catalogue stands, with the rate and the time left of what is being written."""
        text = self._parts.marks.get(CATALOGUE)
        course = loads(Course, text) if text else Course()
        return status_of(course, self._parts.catalogue.counts(self.values().text("syspro.company")))

    def catalogue_waiting(self) -> int:
        """Return how many stock codes wait for a person; none while the catalogue is off."""
        values = self.values()
        if not values.yes("catalogue.enabled"):
            return 0
        counts = self._parts.catalogue.counts(values.text("syspro.company"))
        return counts[Standing.REFUSED] + counts[Standing.ASKED]

    def catalogue_rows(self, wanted: CatalogueFilter) -> Sequence[CatalogueRow]:
        """Return stock codes of the catalogue, by code or the last change first."""
        return self._parts.catalogue.rows(self.values().text("syspro.company"), wanted)

    def catalogue_count(self, wanted: CatalogueFilter) -> int:
        """Return how many stock codes of the catalogue fit, whatever the limit and the offset."""
        return self._parts.catalogue.count(self.values().text("syspro.company"), wanted)

    def catalogue_reasons(self) -> Sequence[ReasonCount]:
        """Return why stock codes are not sold or lack a price, the most frequent reason first."""
        return self._parts.catalogue.reasons(self.values().text("syspro.company"))

    def catalogue_leaving(self) -> int:
        """Return how many stock codes are to go out of sale."""
        return self._parts.catalogue.leaving(self.values().text("syspro.company"))[0]

    def request_status(self) -> RequestStatus:
        """Return how the payment requests for open invoices stand."""
        text = self._parts.marks.get(REQUESTS)
        course = loads(RequestCourse, text) if text else RequestCourse()
        counts = self._parts.requests.counts(self.values().text("syspro.company"))
        return RequestStatus(counts, course.scanned_at, course.swept_at, course.unknown)

    def requests_waiting(self) -> int:
        """Return how many requests for invoices Stripe refused; none while the requests are off."""
        return self.request_status().counts[RequestStanding.REFUSED] if self.values().yes("requests.enabled") else 0

    def request_rows(self, wanted: RequestFilter) -> Sequence[RequestRow]:
        """Return the invoices that are asked for, each with where it can be paid, by customer and number."""
        return self._parts.requests.rows(self.values().text("syspro.company"), wanted)

    def request_count(self, wanted: RequestFilter) -> int:
        """Return how many invoices fit, whatever the limit and the offset."""
        return self._parts.requests.count(self.values().text("syspro.company"), wanted)

    def customer_counts(self) -> tuple[Mapping[LinkState, int], Mapping[Advice, int]]:
        """Return how many links of customers stand where, and how many suggestions of each sort there are."""
        return self._parts.customers.counts(self.values().text("syspro.company"))

    def customers_waiting(self) -> int:
        """Return how many customers wait for a person, suggestions left out; none while they are not kept."""
        if not self.values().yes("customer_links.enabled"):
            return 0
        states, _ = self.customer_counts()
        return states[LinkState.REFUSED] + states[LinkState.CONFLICT]

    def customer_links(self, wanted: CustomerFilter) -> Sequence[LinkRow]:
        """Return links of customers, by SYSPRO customer."""
        return self._parts.customers.rows(self.values().text("syspro.company"), wanted)

    def customer_link_count(self, wanted: CustomerFilter) -> int:
        """Return how many links of customers fit, whatever the limit and the offset."""
        return self._parts.customers.row_count(self.values().text("syspro.company"), wanted)

    def customer_suggestion_count(self, wanted: CustomerFilter) -> int:
        """Return how many suggestions fit, whatever the limit and the offset."""
        return self._parts.customers.suggestion_count(self.values().text("syspro.company"), wanted)

    def customer_course(self) -> CustomerCourse:
        """Return when customers were looked at on either side."""
        text = self._parts.marks.get(CUSTOMERS)
        return loads(CustomerCourse, text) if text else CustomerCourse()

    def customer_suggestions(self, wanted: CustomerFilter) -> Sequence[SuggestionRow]:
        """Return who may be whom, by SYSPRO customer."""
        return self._parts.customers.suggestions(self.values().text("syspro.company"), wanted)

    def customer_suggestion(self, customer: str) -> SuggestionRow | None:
        """Return what is suggested for one SYSPRO customer, by its code as stored."""
        return self._parts.customers.suggestion(self.values().text("syspro.company"), customer)

    def reconciled(self) -> Told | None:
        """Return the latest reconciliation, or ``None`` before the first."""
        text = self._parts.marks.get(RECONCILED)
        try:
            return loads(Told, text) if text else None
        except (TypeError, KeyError):
            return None  # kept by another version of the program: as good as none

    def resynced(self) -> ResyncTold | None:
        """Return what the latest preview of a resync showed, or ``None`` before the first."""
        text = self._parts.marks.get(RESYNC_TOLD)
        return loads(ResyncTold, text) if text else None

    def alerts(self) -> tuple[Alert, ...]:
        """Return what is wrong as people were told of it, the latest first; empty while no way to them is set."""
        return tuple(sorted(self._parts.alerts.alerts().values(), key=lambda one: (-one.first_at, one.trouble.cause)))

    def notices(self, limit: int) -> Sequence[Notice]:
        """Return up to ``limit`` texts that were sent to people or are on their way, the newest first."""
        return self._parts.alerts.notices(limit)

    def certificate(self) -> Certificate | None:
        """Return the certificate of the latest gap, or ``None`` when there was none."""
        text = self._parts.marks.get(CERTIFICATE)
        try:
            return loads(Certificate, text) if text else None
        except (TypeError, KeyError):
            return None  # kept by another version of the program: as good as none

    def _company(self) -> str:
        return self.values().text("syspro.company")

    def _allowed(self, values: Values, now: int) -> Allowed:
        """Return Stripe's read allowance as the poll sees it, but for the number of groups of events."""
        usage = Usage(self._parts.allowance.used(now), self._parts.overviews.payments_since(now - WINDOW_S))
        return allowance(
            usage,
            floor=values.integer("stripe.read_floor"),
            reads_per_transaction=values.integer("stripe.reads_per_transaction"),
            poll_every_s=values.integer("stripe.poll_every_s"),
        )


def _zone(values: Values) -> ZoneInfo:
    return ZoneInfo(values.text("site.time_zone"))
