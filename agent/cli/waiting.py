"""What waits for a person, wherever it waits, with what to name it by."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from agent.domain.catalogue.kept import CatalogueFilter, Standing
from agent.domain.customers.fields import shown
from agent.domain.customers.kept import CustomerFilter, LinkState
from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter
from agent.domain.requests.kept import RequestFilter
from agent.domain.requests.kept import Standing as RequestStanding
from agent.domain.status_page import Status
from agent.service import AgentService

#: Most things of one sort that are looked up.
_MOST = 20

#: What of the catalogue waits for a person, and what ends that.
_IN_CATALOGUE = {
    Standing.REFUSED: "`syspro-stripe catalogue retry {}`",
    Standing.ASKED: "`syspro-stripe catalogue keep {} --side syspro|stripe`",
}

_LISTED = "syspro-stripe documents --state"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for a person.

    Attributes:
        what: What `retry` and `ignore` call it; empty where they cannot name it.
        title: Whose money, or which object.
        reason: Why it waits, in words.
        press: What to do, as a command.
    """

    what: str
    title: str
    reason: str
    press: str


def waiting_for_you(service: AgentService) -> list[Waiting]:
    """Return up to 20 things of each sort: documents, payments, events, discrepancies."""
    return [
        *_documents(service),
        *_doubts(service),
        *_decisions(service),
        *_set_aside(service),
        *_discrepancies(service),
        *_catalogue(service),
        *_customers(service),
        *_requests(service),
        *_notes(service),
    ]


def more_waiting(service: AgentService, status: Status) -> list[str]:
    """Return a sentence for each sort of which more waits than :func:`waiting_for_you` tells."""
    documents = [
        (service.count(DocumentFilter(state=state, for_person=True)), f": `{_LISTED} {state.value}`")
        for state in (State.PARKED, State.HELD, State.IN_DOUBT)
    ]
    others = [
        (status.held_decisions, " payments whose decision is held."),
        (len(service.reports().set_aside()), " objects that could not be read."),
        (status.discrepancies, " discrepancies."),
        (status.catalogue, " stock codes: `syspro-stripe catalogue list`."),
        (status.customers, " customers: `syspro-stripe customers list`."),
        (status.notes, " notes of flows."),
        (status.requests, " requests for open invoices: `syspro-stripe requests list --state refused`."),
    ]
    return [f"and {count - _MOST:,} more{what}" for count, what in (*documents, *others) if count > _MOST]


def needs_person(status: Status) -> bool:
    """Return whether something waits for a person, is in doubt, or the last proof does not hold."""
    documents = sum(status.documents.get(state, 0) for state in (State.PARKED, State.HELD, State.IN_DOUBT))
    documents -= status.withdrawn
    others = status.held_decisions + status.inbox.set_aside + status.discrepancies
    kept = status.catalogue + status.customers + status.requests + status.notes
    return bool(documents or others or kept or not all(row.holds for row in status.proof))


def _documents(service: AgentService) -> Iterator[Waiting]:
    for state in (State.PARKED, State.HELD):
        for row in service.documents(DocumentFilter(state=state, for_person=True, limit=_MOST)):
            yield Waiting(str(row.id), row.title or row.stripe_id, row.reason, _either(str(row.id)))


def _doubts(service: AgentService) -> Iterator[Waiting]:
    """Yield the documents whose doubt SYSPRO's rows could not end; the others are looked up by themselves."""
    for row in service.documents(DocumentFilter(state=State.IN_DOUBT, for_person=True, limit=_MOST)):
        press = f"`syspro-stripe resolve {row.id} --key KEY`, or `syspro-stripe resolve {row.id} --absent`"
        yield Waiting(str(row.id), row.title or row.stripe_id, row.reason, press)


def _decisions(service: AgentService) -> Iterator[Waiting]:
    for row in islice(service.reports().held(service.values().text("syspro.company")), _MOST):
        yield Waiting(row.subject, str(row.amount or row.subject), row.reason, _either(row.subject))


def _set_aside(service: AgentService) -> Iterator[Waiting]:
    for row in islice(service.reports().set_aside(), _MOST):
        yield Waiting(row.object_id, row.object_type, row.reason, _either(row.object_id))


def _discrepancies(service: AgentService) -> Iterator[Waiting]:
    for row in islice(service.reports().discrepancies(), _MOST):
        yield Waiting("", row.subject, row.message, f"Correct it, or `syspro-stripe accept {row.id} --reason ...`")


def _catalogue(service: AgentService) -> Iterator[Waiting]:
    if not service.catalogue_waiting():
        return
    for standing, press in _IN_CATALOGUE.items():
        for row in service.catalogue_rows(CatalogueFilter(standing, limit=_MOST)):
            asked = "; ".join(f"{one.field}: SYSPRO {one.syspro!r}, Stripe {one.stripe!r}" for one in row.differences)
            yield Waiting("", row.stock_code, asked or row.reason, press.format(repr(row.stock_code)))


def _customers(service: AgentService) -> Iterator[Waiting]:
    if not service.customers_waiting():
        return
    for row in service.customer_links(CustomerFilter(limit=_MOST, state=LinkState.CONFLICT)):
        for one in row.conflicts:
            said = f"{one.field}: SYSPRO {shown(one.field, one.syspro)!r}, Stripe {shown(one.field, one.stripe)!r}"
            press = f"`syspro-stripe customers resolve {row.customer} {one.field} --side syspro|stripe`"
            yield Waiting("", f"{row.customer} {row.name}", said, press)
    for row in service.customer_links(CustomerFilter(limit=_MOST, state=LinkState.REFUSED)):
        press = f"`syspro-stripe customers retry {row.customer}`"
        yield Waiting("", f"{row.customer} {row.name}", row.reason, press)


def _requests(service: AgentService) -> Iterator[Waiting]:
    if not service.requests_waiting():
        return
    for row in service.request_rows(RequestFilter(RequestStanding.REFUSED, limit=_MOST)):
        press = f"`syspro-stripe requests retry {row.invoice}`"
        yield Waiting("", f"Payment link of invoice {row.invoice}, {row.amount}", row.reason, press)


def _notes(service: AgentService) -> Iterator[Waiting]:
    for row in service.notes(_MOST):
        yield Waiting("", str(row.amount or row.subject), row.text, f"Look at it, then `syspro-stripe seen {row.id}`")


def _either(what: str) -> str:
    return f"`syspro-stripe retry {what}`, or `syspro-stripe ignore {what} --reason ...`"
