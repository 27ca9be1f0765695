"""Read models: what the command line and the window show, and the small records that they and the engine exchange.

Pure values. ``*_at`` is Unix seconds UTC and ``*_minor`` whole minor units of the currency that stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.fitting import Change
from agent.domain.kinds import Kind
from agent.domain.life import LifeStep
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of a list of documents; the fields mean what they mean in ``agent.domain.documents``.

    Attributes:
        id: Its number in the outbox.
        company: SYSPRO company id.
        kind: What is posted.
        purpose: Why, within one Stripe object.
        stripe_id: The Stripe object it exists for.
        title: Whose money, in words.
        amount: The money it stands for, if any.
        state: Where it stands.
        reason: Why it waits, for a person.
        reason_code: The cause in machine form.
        due_at: Earliest next step; ``None`` waits for a person, or for ever when final.
        erp_key: SYSPRO's key once posted.
        attempts: Attempts so far.
        flow: Flow that made it.
        revision: Mapping revision it was decided with.
        updated_at: When anything about it changed last.
    """

    id: int
    company: str
    kind: Kind
    purpose: str
    stripe_id: str
    title: str
    amount: Money | None
    state: State
    reason: str
    reason_code: str
    due_at: int | None
    erp_key: str
    attempts: int
    flow: str
    revision: int
    updated_at: int


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents a list shows, newest first; an empty field filters nothing.

    Attributes:
        state: Only this state.
        kind: Only this kind.
        text: Only those whose title, Stripe id or SYSPRO key contains it; capitals A-Z do not matter.
        for_person: Only those on which a person has to act: neither withdrawn by a later decision nor due by itself.
        limit: Most rows.
        before_id: Only documents older than this one: the last row of the page before.
    """

    state: State | None = None
    kind: Kind | None = None
    text: str = ""
    for_person: bool = False
    limit: int = 100
    before_id: int | None = None


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One try with its outcome.

    Attributes:
        id: Number of the attempt.
        at: When it ended, Unix seconds UTC.
        state: The state it led to.
        reason: Why, for a person; empty when all went well.
        reason_code: The cause in machine form.
        evidence: What proves the outcome.
        counted: False for a snooze or a look-up.
        request: What was sent, secrets left out.
        reply: What came back; empty when nothing did.
    """

    id: int
    at: int
    state: State
    reason: str
    reason_code: str
    evidence: str
    counted: bool
    request: str
    reply: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as it was stored.

    Attributes:
        id: Its number.
        company: SYSPRO company id.
        subject: Stripe id that was decided.
        outcome: What became of it.
        reason: One sentence; empty when documents were made.
        reason_code: The cause in machine form.
        flow: Flow that decided; empty when none wanted it.
        revision: Mapping revision in force.
        amount: The money at stake, if any.
        facts_id: Number of the facts it was based on.
        decided_at: Unix seconds UTC.
    """

    id: int
    company: str
    subject: str
    outcome: Outcome
    reason: str
    reason_code: str
    flow: str
    revision: int
    amount: Money | None
    facts_id: int
    decided_at: int


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """All about one document.

    Attributes:
        row: Its line in the list.
        body: What is posted, as JSON text with sorted keys; the customer of ``party`` is not filled in.
        party: Link key of the customer the body needs, or empty.
        customer: SYSPRO customer that this link key stands for; empty while it stands for none.
        changes: What had to be shortened or rewritten to fit SYSPRO.
        lineage: Target field -> rule as a sentence.
        attempts: All tries, oldest first.
        decision: The decision that made the body.
        created_at: When it was first decided.
        verified_at: When it was read back; ``None`` when not yet.
        life: What happened to it beside the attempts, oldest first.
        differences: How SYSPRO's row differs from what was sent, as sentences.
    """

    row: DocumentRow
    body: str
    party: str
    customer: str
    changes: tuple[Change, ...]
    lineage: Mapping[str, str]
    attempts: tuple[AttemptRow, ...]
    decision: DecisionRow
    created_at: int
    verified_at: int | None
    life: tuple[LifeStep, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """How many events are waiting, set aside for a person, and finished."""

    waiting: int
    set_aside: int
    finished: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """An object whose reading waits for a person.

    Attributes:
        object_id: Stripe id.
        object_type: Stripe's ``object``.
        events: How many events are set aside with it.
        attempts: How often reading it was tried.
        reason: Why, for a person.
        reason_code: The cause in machine form.
    """

    object_id: str
    object_type: str
    events: int
    attempts: int
    reason: str
    reason_code: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Something that a flow told and nobody has read yet.

    Attributes:
        id: Its number.
        subject: Stripe id that was decided.
        code: The cause in machine form.
        text: The sentence.
        flow: Flow that told it.
        amount: The money at stake, if any.
        told_at: When, Unix seconds UTC.
    """

    id: int
    subject: str
    code: str
    text: str
    flow: str
    amount: Money | None
    told_at: int


@dataclass(frozen=True, slots=True)
class DiscrepancyRow:
    """A discrepancy that is still open.

    Attributes:
        id: Its number.
        area: Which check found it, such as ``read_back``.
        subject: Document key or Stripe id it is about.
        code: The cause in machine form.
        message: Both sides' values in one sentence.
        opened_at: Unix seconds UTC.
    """

    id: int
    area: str
    subject: str
    code: str
    message: str
    opened_at: int


@dataclass(frozen=True, slots=True)
class BooksRow:
    """One settlement currency of the law: the five parts add up to the net of all balance transactions.

    Attributes:
        currency: Settlement currency, lower case.
        posted_minor: In SYSPRO, or known to be.
        waiting_minor: Will be posted when its turn comes.
        held_minor: A person has to decide or change something first.
        in_doubt_minor: Sent, outcome unknown.
        ignored_minor: Not to be posted, with a reason.
    """

    currency: str
    posted_minor: int
    waiting_minor: int
    held_minor: int
    in_doubt_minor: int
    ignored_minor: int

    @property
    def total_minor(self) -> int:
        """What Stripe's balance in this currency must be."""
        return self.posted_minor + self.waiting_minor + self.held_minor + self.in_doubt_minor + self.ignored_minor


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """A mapping revision.

    Attributes:
        number: 1, 2, 3, ...; documents remember it.
        content: The mapping as text.
        author: Who made it.
        comment: Why.
        created_at: Unix seconds UTC.
    """

    number: int
    content: str
    author: str
    comment: str
    created_at: int


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person asked the engine to do.

    Attributes:
        id: Its number; commands are carried out in this order.
        name: What to do.
        arguments: With what.
        author: Who asked.
        added_at: Unix seconds UTC.
        finished_at: When it was carried out or refused; ``None`` while it waits.
        ok: Whether it was carried out; false while it waits.
        result: What came of it, in words.
    """

    id: int
    name: str
    arguments: Mapping[str, str]
    author: str
    added_at: int
    finished_at: int | None = None
    ok: bool = False
    result: str = ""


@dataclass(frozen=True, slots=True)
class Lease:
    """The one engine that may write to the outside.

    Attributes:
        holder: Name of the running engine; unique for each start.
        machine: Machine it runs on.
        company: SYSPRO company it posts to.
        taken_at: When it started.
        beat_at: Its last sign of life.
        ttl_s: Seconds without a sign of life after which it counts as stopped.
        released: Whether it ended in order; the machine keeps its right to start again.
    """

    holder: str
    machine: str
    company: str
    taken_at: int
    beat_at: int
    ttl_s: int
    released: bool

    def alive(self, now: int) -> bool:
        """Say whether the engine runs, as far as its signs of life tell."""
        return not self.released and now - self.beat_at <= self.ttl_s


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One link of the audit chain.

    Attributes:
        id: Its number; without gaps.
        at: Unix seconds UTC.
        actor: Who: a person's name, or ``engine``.
        action: What, such as ``document.posted``.
        subject: To what: document key, setting, number of a command or revision.
        detail: From what to what, and why.
        hash: SHA-256 over the previous row's hash and this row, in hex.
    """

    id: int
    at: int
    actor: str
    action: str
    subject: str
    detail: str
    hash: str
