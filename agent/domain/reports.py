"""What a job reports of one run; shown in the status and used to wake what follows."""

from dataclasses import dataclass

from agent.domain.errors import AgentError, Misconfigured, Problem


@dataclass(frozen=True, slots=True)
class JobReport:
    """The result of one run of a job.

    Attributes:
        done: How many items it moved on.
        more: Whether it left work that is due now.
        problem: What stopped it early; ``None`` when nothing did.
        next_in_s: Seconds until it should run again, where it decides that itself; else ``None``.
        misconfigured: Whether the problem stays until a key, right, address or setting is changed.
    """

    done: int = 0
    more: bool = False
    problem: Problem | None = None
    next_in_s: int | None = None
    misconfigured: bool = False

    @classmethod
    def of(cls, error: AgentError, *, done: int = 0) -> "JobReport":
        """Return the report of a round that ``error`` ended, after ``done`` items."""
        return cls(done=done, problem=error.problem, misconfigured=isinstance(error, Misconfigured))
