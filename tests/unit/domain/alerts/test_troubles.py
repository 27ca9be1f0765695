"""What is wrong now: from the status page and the work list, one trouble a cause, and no names in it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from agent.domain.alerts.troubles import Ending, Outlook, troubles
from agent.domain.closing import Closing, Unfinished
from agent.domain.disputes import DUE
from agent.domain.documents import State
from agent.domain.errors import Problem
from agent.domain.proof import ProofRow
from agent.domain.readmodels import InboxCounts
from agent.domain.settings import Values
from agent.domain.status import JobStatus, Overall, Verdict
from agent.domain.status_page import Status
from agent.domain.worklist import Cause, Sort

NOW = int(datetime(2026, 3, 4, 12, tzinfo=UTC).timestamp())
PROOF = ProofRow("EDU1", "usd", 100, 0, 100, 0, 0, 0, 0, 100, None, 0, 0)
STATUS = Status(
    verdict=Verdict(Overall.PROVEN, 0, "Fine."),
    documents=dict.fromkeys(State, 0),
    inbox=InboxCounts(0, 0, 0),
    jobs=(),
    proof=(PROOF,),
    proven_at=NOW,
    reads_used=0,
    engine="",
    machine="",
    withdrawn=0,
    held_decisions=0,
    discrepancies=0,
    catalogue=0,
    customers=0,
)
OPEN_MONTH = Closing(NOW, None, "2026-03-31", "2026-03-31", ())
QUIET = Outlook(STATUS, (), OPEN_MONTH)


def found(values=None, **changes):
    status = {name: change for name, change in changes.items() if hasattr(STATUS, name)}
    rest = {name: change for name, change in changes.items() if name not in status}
    seen = replace(QUIET, status=replace(STATUS, **status), **rest)
    return {trouble.cause: trouble for trouble in troubles(seen, Values(values or {}), NOW)}


def job(name="poll", *, misconfigured=False, code="stripe.down"):
    problem = Problem("Stripe does not answer", "Ann's charge.", "Check the way.", code)
    return JobStatus(name, NOW, 0, problem, misconfigured)


def test_nothing_wrong_is_no_trouble():
    assert found() == {}


def test_books_that_differ_are_urgent():
    assert found(proof=(replace(PROOF, difference_minor=1),))["books.differ"].urgent


def test_a_cause_that_stops_several_jobs_is_one_trouble_without_names():
    told = found(jobs=(job(), job("sweep"), JobStatus("post", NOW, 1, None)))
    assert list(told) == ["stripe.down"]
    assert told["stripe.down"].title == "Stripe does not answer"
    assert told["stripe.down"].detail == "Ann's charge."
    assert not told["stripe.down"].urgent
    assert found(jobs=(job(misconfigured=True),))["stripe.down"].urgent
    assert list(found(jobs=(job(code=""),))) == ["job.poll"]


def test_what_keeps_an_alert_from_going_out_cannot_be_told_by_it():
    assert found(jobs=(job("alerts"),)) == {}


def test_a_missing_setting_is_told_unless_a_job_says_it_better():
    verdict = Verdict(Overall.MISCONFIGURED, 1, "Not set up yet: syspro.operator.")
    assert found(verdict=verdict)["setup"].detail == verdict.sentence
    assert list(found(verdict=verdict, jobs=(job(misconfigured=True),))) == ["stripe.down"]


def test_documents_in_doubt_are_counted():
    assert found(documents=dict.fromkeys(State, 0) | {State.IN_DOUBT: 1})["in_doubt"].title == "1 document is in doubt"
    two = found(documents=dict.fromkeys(State, 0) | {State.IN_DOUBT: 2})["in_doubt"]
    assert (two.title, two.count) == ("2 documents are in doubt", 2)


def test_the_work_list_is_told_by_cause_with_its_count():
    causes = (
        Cause(Sort.DOCUMENT, "customer.unknown", 37, "Ann Lee is unknown."),
        Cause(Sort.DECISION, "", 1, "No."),
        Cause(Sort.SET_ASIDE, "stripe.bad_answer", 2, "No."),
        Cause(Sort.DISCREPANCY, DUE, 1, "Ann's dispute."),
    )
    told = found(causes=causes)
    assert [trouble.title for trouble in told.values()] == [
        "37 documents wait for you (customer.unknown)",
        "1 payment waits for you",
        "2 objects of Stripe could not be read (stripe.bad_answer)",
        f"1 difference is open ({DUE})",
    ]
    assert [trouble.urgent for trouble in told.values()] == [False, False, False, True]
    assert not any("Ann" in trouble.title + trouble.press for trouble in told.values())


def test_catalogue_customers_and_requests_that_wait_are_told():
    assert list(found(catalogue=1, customers=2, requests=3)) == ["catalogue", "customers", "requests"]


def test_an_open_month_that_ends_is_told_while_something_will_not_fit():
    row = Unfinished("document", "1", "Ann", "parked", "No.", "2026-03-01", None)
    near = replace(OPEN_MONTH, rows=(row,))
    assert found({"alerts.expiry_days": "26"}, closing=near) == {}
    title = found({"alerts.expiry_days": "27"}, closing=near)["period.closing"].title
    assert title == "1 will not fit into the month that SYSPRO has open until 2026-03-31"
    assert found({"alerts.expiry_days": "365"}, closing=OPEN_MONTH) == {}
    assert found(closing=replace(near, ledger_end="", receivables_end="")) == {}


def test_what_ends_is_told_before_on_and_after_its_day():
    def told(day):
        shown = found(endings=(Ending("key", "The Stripe key", date.fromisoformat(day), "Make one."),))
        return [(trouble.title, trouble.urgent) for trouble in shown.values()]

    assert told("2026-03-26") == []
    assert told("2026-03-25") == [("The Stripe key ends on 2026-03-25", False)]
    assert told("2026-03-05") == [("The Stripe key ends on 2026-03-05", True)]
    assert told("2026-03-04") == [("The Stripe key ends today", True)]
    assert told("2026-03-01") == [("The Stripe key has ended on 2026-03-01", True)]


def test_what_flows_tell_is_told_by_cause_without_names():
    told = found(causes=(Cause(Sort.NOTE, "big", 2, "Ann paid 5,000.00 USD."),))["note.big"]
    assert told.title == "A flow asks you to look at 2 payments (big)"
    assert "Ann" in told.detail
