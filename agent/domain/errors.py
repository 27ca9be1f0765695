"""What can go wrong, said by what happens next.

::

    AgentError
    ├── Transient          nothing was done; the same call may be made again after a wait
    │   └── Unavailable    nothing was even tried: licence, seat, period or session; waits without an attempt
    ├── NeedsPerson        refused, definitely not done; a person changes something, then it is tried again
    ├── InDoubt            sent, outcome unknown; looked up in SYSPRO, never sent again on hope
    └── Misconfigured      nothing works until a setting, key or right is changed

Anything else that is raised is a bug. Errors of libraries are converted once, at the connector's boundary; what to do
about each is decided once, in ``agent.domain.retry``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What a person reads.

    Attributes:
        title: A few words: what happened.
        message: Whose money, what happened, why; full sentences.
        press: What to do about it; empty when nothing has to be done.
        code: Machine-readable cause, such as ``stripe.rate_limited``; equal causes are grouped by it.
    """

    title: str
    message: str
    press: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent and what came back, with every secret left out; kept with the attempt for people to look at.

    Attributes:
        request: The request, without session token or password.
        reply: The reply as text; empty when there was none.
    """

    request: str = ""
    reply: str = ""


class AgentError(Exception):
    """Any expected trouble; carries a :class:`Problem`, and the exchange that led to it where there was one."""

    def __init__(self, problem: Problem, *, exchange: Exchange | None = None) -> None:
        super().__init__(f"{problem.title}: {problem.message}")
        self.problem = problem
        self.exchange = exchange or Exchange()


class Transient(AgentError):  # noqa: N818 - named by what happens next
    """Nothing was done; the same call may be made again.

    Attributes:
        retry_after_s: Seconds that the other side asked us to wait, or ``None`` for our own back-off.
    """

    def __init__(self, problem: Problem, *, exchange: Exchange | None = None, retry_after_s: int | None = None) -> None:
        super().__init__(problem, exchange=exchange)
        self.retry_after_s = retry_after_s


class Unavailable(Transient):
    """Nothing was tried because a licence, seat, period or session is not available; not an attempt."""


class NeedsPerson(AgentError):  # noqa: N818
    """The other side refused and did nothing; somebody has to change something."""


class InDoubt(AgentError):  # noqa: N818
    """The request was sent and no answer can be trusted; it may or may not have been carried out."""


class Misconfigured(AgentError):  # noqa: N818
    """A key, right, address or setting is wrong; nothing of this kind can work until it is changed."""


def no_such_document(number: int | str) -> NeedsPerson:
    """Return the refusal of a document's number that no document has."""
    return NeedsPerson(Problem("No such document", f"There is no document {number}.", code="document.unknown"))
