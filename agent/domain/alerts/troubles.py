"""What is wrong now, one trouble a cause, from what the status page and the work list show. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from agent.domain.alerts.keeping import Trouble
from agent.domain.closing import Closing
from agent.domain.disputes import DUE
from agent.domain.settings import Values
from agent.domain.status import JobStatus, Overall
from agent.domain.status_page import Status
from agent.domain.worklist import Cause, Sort

#: The job that tells people; its own trouble is shown, but cannot be told by it.
OWN_JOB = "alerts"

#: Causes of the work list that are told at once: a day is lost soon, or Stripe and SYSPRO differ.
_URGENT = frozenset({DUE})

_SORTS: Mapping[Sort, tuple[str, str]] = {
    Sort.DOCUMENT: ("1 document waits for you", "{} documents wait for you"),
    Sort.DECISION: ("1 payment waits for you", "{} payments wait for you"),
    Sort.SET_ASIDE: ("1 object of Stripe could not be read", "{} objects of Stripe could not be read"),
    Sort.DISCREPANCY: ("1 difference is open", "{} differences are open"),
    Sort.NOTE: ("A flow asks you to look at 1 payment", "A flow asks you to look at {} payments"),
}

_CHECK = "`syspro-stripe status` names them."
_OPEN = "Open the window: the work list shows them by cause."


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends on a day.

    Attributes:
        what: What it is, in machine form.
        title: Its name, such as ``The Stripe key``.
        day: Its last day.
        press: What to do about it.
    """

    what: str
    title: str
    day: date
    press: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that troubles are found in.

    Attributes:
        status: The status page.
        causes: What the rows that need a person have in common, and those in doubt that wait for one.
        closing: SYSPRO's open months, and what will not fit into them.
        endings: What ends on a day, near or far.
    """

    status: Status
    causes: Sequence[Cause]
    closing: Closing
    endings: Sequence[Ending] = ()


def troubles(seen: Outlook, values: Values, now: int) -> tuple[Trouble, ...]:
    """Return what is wrong now, one a cause.

    Args:
        seen: What the pages show.
        values: The settings in force.
        now: Unix seconds UTC.
    """
    here = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(values.text("site.time_zone"))).date()
    days = values.integer("alerts.expiry_days")
    found = (
        *_books(seen.status),
        *_set_up(seen.status),
        *_jobs(seen.status.jobs),
        *_doubts(seen.status),
        *map(_of_work_list, seen.causes),
        *_other_pages(seen.status),
        *_months(seen.closing, here, days),
        *(_ending(one, here) for one in seen.endings if (one.day - here).days <= days),
    )
    return tuple(_one_a_cause(found))


def _one_a_cause(found: Iterable[Trouble]) -> Iterator[Trouble]:
    by_cause: dict[str, Trouble] = {}
    for trouble in found:
        by_cause.setdefault(trouble.cause, trouble)
    yield from by_cause.values()


def _books(status: Status) -> Iterator[Trouble]:
    if not all(row.holds for row in status.proof):
        press = "Open the window: Home shows the difference, and the work list what is behind it."
        yield Trouble("books.differ", "Stripe and SYSPRO do not agree", press, urgent=True)


def _set_up(status: Status) -> Iterator[Trouble]:
    """Tell of settings or secrets that are missing; where a job names what is wrong, that says it better."""
    if status.verdict.overall is Overall.MISCONFIGURED and not any(job.misconfigured for job in status.jobs):
        yield Trouble(
            "setup", "Settings or secrets are missing; nothing is posted", _CHECK, detail=status.verdict.sentence
        )


def _jobs(jobs: Sequence[JobStatus]) -> Iterator[Trouble]:
    for job in jobs:
        if job.problem is not None and job.name != OWN_JOB:
            problem = job.problem
            cause = problem.code or f"job.{job.name}"
            yield Trouble(cause, problem.title, problem.press, urgent=job.misconfigured, detail=problem.message)


def _doubts(status: Status) -> Iterator[Trouble]:
    count = status.documents_in_doubt
    if count:
        title = "1 document is in doubt" if count == 1 else f"{count} documents are in doubt"
        yield Trouble("in_doubt", title, "Open the window: In doubt shows what was sent and what SYSPRO has.", count)


def _of_work_list(cause: Cause) -> Trouble:
    one, many = _SORTS[cause.sort]
    title = one if cause.count == 1 else many.format(f"{cause.count:,}")
    named = f"{title} ({cause.code})" if cause.code else title
    code = f"{cause.sort.value}.{cause.code}"
    return Trouble(code, named, _OPEN, cause.count, urgent=cause.code in _URGENT, detail=cause.example)


def _other_pages(status: Status) -> Iterator[Trouble]:
    for count, cause, words in (
        (
            status.catalogue,
            "catalogue",
            "of the catalogue wait for you: stock codes that Stripe refused or that differ",
        ),
        (status.customers, "customers", "wait for you: customers that Stripe refused or that differ"),
        (status.requests, "requests", "wait for you: invoices whose payment request Stripe refused"),
    ):
        if count:
            yield Trouble(cause, f"{count:,} {words}", "Open the window: it shows each with its reason.", count)


def _months(closing: Closing, here: date, days: int) -> Iterator[Trouble]:
    """Warn of a month that ends, or has ended, while something of it is not in SYSPRO."""
    last = max(closing.ledger_end, closing.receivables_end)
    if not last or not closing.rows or (date.fromisoformat(last) - here).days > days:
        return
    count = len(closing.rows)
    title = f"{count:,} will not fit into the month that SYSPRO has open until {last}"
    yield Trouble(
        "period.closing", title, "`syspro-stripe periods` lists them. Release them before it is closed.", count
    )


def _ending(one: Ending, here: date) -> Trouble:
    left = (one.day - here).days
    when = f"ends on {one.day}" if left > 0 else "ends today" if not left else f"has ended on {one.day}"
    return Trouble(f"ends.{one.what}", f"{one.title} {when}", one.press, urgent=left <= 1)
