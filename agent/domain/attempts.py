"""An attempt is a record, not a counter: what was tried, what came back, what it did to the document."""

from dataclasses import dataclass

from agent.domain.documents import State
from agent.domain.errors import Exchange


@dataclass(frozen=True, slots=True)
class Settlement:
    """The end of one try: the document's next state and why.

    Attributes:
        state: The state that follows.
        reason: One sentence for a person; empty when all is well.
        reason_code: The cause in machine form.
        due_at: Earliest next step, Unix seconds UTC; ``None`` waits for a person (or for ever, when final).
        erp_key: SYSPRO's key, when posted.
        evidence: What proves it: the row that was read, or the reply's key.
        exchange: What was sent and received, secrets left out.
        counts: Whether it was an attempt (a snooze is not).
        looks: Look-ups in vain so far, while in doubt.
    """

    state: State
    reason: str = ""
    reason_code: str = ""
    due_at: int | None = None
    erp_key: str = ""
    evidence: str = ""
    exchange: Exchange = Exchange()
    counts: bool = True
    looks: int = 0


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Something that is not as it should be, shown until its cause is gone.

    Attributes:
        subject: Document key or Stripe id it is about.
        code: The cause in machine form, such as ``read_back.price``.
        message: Both sides' values in one sentence.
    """

    subject: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ErpRow:
    """A row read out of SYSPRO that carries one of our references.

    Attributes:
        key: SYSPRO's key of the record.
        described: The row in words, for a person who has to choose between candidates.
    """

    key: str
    described: str
