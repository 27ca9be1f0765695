"""What happens to a document after a try: the one place where errors and look-ups become states."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.attempts import ErpRow, Settlement
from agent.domain.documents import Document, State
from agent.domain.errors import AgentError, InDoubt, Misconfigured, NeedsPerson, Problem, Transient, Unavailable
from agent.domain.settings import Values

#: Reason code of a document for which SYSPRO has several records; its evidence has one a line, the key before it.
AMBIGUOUS = "reference.ambiguous"


@dataclass(frozen=True, slots=True)
class Waits:
    """How long to wait for what; all in seconds but ``looks``.

    Attributes:
        first_s: First back-off; doubles each time.
        most_s: Longest back-off.
        snooze_s: Wait for a licence, seat, period or session.
        grace_s: Time in which a lost answer's posting may still be carried out.
        looks: Look-ups in vain, a grace time apart, until a document counts as not posted.
    """

    first_s: int
    most_s: int
    snooze_s: int
    grace_s: int
    looks: int

    @classmethod
    def of(cls, values: Values) -> "Waits":
        """Return the waits that the settings name."""
        return cls(
            first_s=values.integer("retry.first_s"),
            most_s=values.integer("retry.most_s"),
            snooze_s=values.integer("retry.snooze_s"),
            grace_s=values.integer("resolve.grace_s"),
            looks=values.integer("resolve.looks"),
        )


def back_off_s(attempts: int, waits: Waits) -> int:
    """Return the wait after ``attempts`` tries in vain: doubling, with a bound. Never below ``first_s``."""
    doublings = min(max(attempts - 1, 0), 20)
    return max(waits.first_s, min(waits.most_s, waits.first_s << doublings))


#: Tries to read one object of which Stripe gives an answer that cannot be used, until a person is asked.
_MOST_BAD_ANSWERS = 3

#: Causes that lie in one object, not in the connection.
_OF_THE_OBJECT = frozenset({"stripe.bad_answer"})


def is_about_one_object(problem: Problem) -> bool:
    """Return whether other objects may well be readable although this one is not."""
    return problem.code in _OF_THE_OBJECT


def next_reading_at(problem: Problem, attempts: int, waits: Waits, now: int) -> int | None:
    """Return when to read an object again after ``attempts`` tries in vain; ``None`` asks a person."""
    if is_about_one_object(problem) and attempts >= _MOST_BAD_ANSWERS:
        return None
    return now + back_off_s(attempts, waits)


def after_error(error: AgentError, attempts: int, waits: Waits, now: int) -> Settlement:
    """Return what follows from ``error`` for a document that was about to be posted.

    Args:
        error: What the connector raised.
        attempts: Attempts so far, this one included.
        waits: The waits in force.
        now: Unix seconds UTC.
    """
    problem = error.problem
    reason, code = " ".join(filter(None, (f"{problem.title}.", problem.message, problem.press))), problem.code
    match error:
        case InDoubt():
            due_at = now + waits.grace_s
            return Settlement(State.IN_DOUBT, reason, code, due_at=due_at, exchange=error.exchange)
        case NeedsPerson():
            return Settlement(State.PARKED, reason, code, exchange=error.exchange)
        case Unavailable() | Misconfigured():
            due_at = now + waits.snooze_s
            return Settlement(State.PENDING, reason, code, due_at=due_at, exchange=error.exchange, counts=False)
        case Transient(retry_after_s=asked):
            due_at = now + (back_off_s(attempts, waits) if asked is None else max(asked, waits.first_s))
            return Settlement(State.PENDING, reason, code, due_at=due_at, exchange=error.exchange)
    raise TypeError(f"{type(error).__name__} has no rule in agent.domain.retry.") from error


def after_rows(document: Document, rows: Sequence[ErpRow], *, found_how: str) -> Settlement | None:
    """Return what follows from rows that carry the document's reference: posted, in doubt for a person, or ``None``.

    Args:
        document: The document, posting or in doubt.
        rows: What SYSPRO has; empty means that it has nothing.
        found_how: ``before sending`` or ``after the answer was lost``, for the evidence.
    """
    if not rows:
        return None
    if len(rows) == 1:
        return Settlement(State.POSTED, erp_key=rows[0].key, evidence=f"Found {found_how}: {rows[0].described}")
    candidates = " ".join(f"{row.described.removesuffix('.')}." for row in rows)
    reference = document.draft.body.reference
    reason = f"SYSPRO has {len(rows)} records with the reference {reference}. Say which one it is. {candidates}"
    # One a line, with its key before it: a person chooses among them.
    evidence = "\n".join(f"{row.key}: {row.described}" for row in rows)
    return Settlement(State.IN_DOUBT, reason, AMBIGUOUS, evidence=evidence, counts=False)


def unprovable(document: Document) -> Settlement:
    """Return what follows when looking up cannot prove that SYSPRO does not have the document: a person says so."""
    reference = document.draft.body.reference
    reason = (
        f"SYSPRO shows nothing with the reference {reference} where it can be searched, which does not prove that it"
        " was not posted. Look in SYSPRO, then say whether it is there."
    )
    return Settlement(State.IN_DOUBT, reason, "reference.unprovable", counts=False)


def absent_for_sure(document: Document, waits: Waits) -> bool:
    """Return whether one more look-up in vain proves that the document never reached SYSPRO."""
    return document.looks + 1 >= waits.looks
