"""Translate: re-read what waiting events point at, decide, and put the documents into the outbox.

Gather (Stripe, then SYSPRO), decide (pure), apply (one transaction). A subject that cannot be read is set aside with
the reason; the others go on.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial

from agent.domain.allocations import ALLOCATION
from agent.domain.decide import decide
from agent.domain.decisions import IGNORED_BY_PERSON, Decision, Outcome
from agent.domain.disputes import is_lost
from agent.domain.documents import DocumentKey
from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.events import DAY, RETRY, UNREADABLE, BalanceTransaction, Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.kinds import Customer
from agent.domain.mapping import MappingRevision, revision_from
from agent.domain.money import Money
from agent.domain.reports import JobReport
from agent.domain.retry import Waits, back_off_s, is_about_one_object, next_reading_at
from agent.ports import (
    Clock,
    Edits,
    ErpReader,
    EventSource,
    HabitStore,
    Inbox,
    Ledger,
    Links,
    ObjectReader,
    Outbox,
    Revisions,
    Sent,
    Summaries,
)
from jobs.behind import GatherPayment
from jobs.forgotten import Forgotten
from jobs.gather import Asking, Gather
from jobs.habits import habits_of
from jobs.poll import START
from jobs.proposing import gather_unnamed
from jobs.summing import GatherSums
from jobs.sweep import WATERMARK as LISTED
from jobs.translate_problems import BUG, EVENT_UNREADABLE, NOTE_ON_ITS_WAY, SAME_CUSTOMER, SENT_MEANWHILE

#: How long a reading of Stripe counts that could not be decided because SYSPRO did not answer; saves reads.
_FRESH_S = 60


@dataclass(slots=True)
class Translate:
    """One batch of subjects.

    Attributes:
        reader: Stripe's objects.
        source: Stripe's balance, for the settlement currencies.
        erp: SYSPRO's rows.
        inbox: Waiting events.
        outbox: Where decisions go.
        links: Known customers.
        ledger: Our copy of Stripe's journal.
        summaries: What is left to summary journals.
        revisions: Earlier mapping revisions.
        clock: Time of the agent.
        mapping: Revision in force.
        waits: Back-off.
        habits: What was usual before a payment.
        edits: What people changed on documents.
        batch: Most subjects a run.
        stopping: Says whether the engine wants to stop.
    """

    reader: ObjectReader
    source: EventSource
    erp: ErpReader
    inbox: Inbox
    outbox: Outbox
    links: Links
    ledger: Ledger
    summaries: Summaries
    revisions: Revisions
    clock: Clock
    mapping: MappingRevision
    waits: Waits
    habits: HabitStore
    edits: Edits
    batch: int = 50
    stopping: Callable[[], bool] = lambda: False
    _settlement: tuple[str, ...] | None = field(default=None, init=False)
    _kept: "dict[Subject, _Reading]" = field(default_factory=dict, init=False)

    def run(self) -> JobReport:
        """Decide the oldest waiting subjects: read all of them at Stripe first, then ask SYSPRO in one session."""
        subjects = self.inbox.next_subjects(self.batch, self.clock.now())
        readings: list[_Reading] = []
        done, problem = 0, None
        for subject in subjects:
            if self.stopping() or problem is not None:
                break
            done, problem = self._guarded(subject, done, partial(self._read, subject, readings))
        self._kept = {reading.subject: reading for reading in readings}
        done, trouble = self._decide_all(readings, done)
        problem = problem or trouble
        return JobReport(done=done, more=len(subjects) == self.batch and problem is None, problem=problem)

    def _decide_all(self, readings: "list[_Reading]", done: int) -> tuple[int, Problem | None]:
        with ExitStack() as stack:
            asking = Asking(self.erp, stack)
            for reading in readings:
                if self.stopping():
                    break
                done, trouble = self._guarded(reading.subject, done, partial(self._one, reading, asking))
                if trouble is not None:
                    return done, trouble
                del self._kept[reading.subject]
        return done, None

    def _guarded(self, subject: Subject, done: int, work: Callable[[], bool]) -> tuple[int, Problem | None]:
        """Do one step for a subject; return how many are done now, and what stops the batch, if anything does.

        A subject that meets a bug comes again later, so that it never keeps the others waiting.
        """
        met_bug = True
        try:
            done += work()
            met_bug = False
        except NeedsPerson as error:
            met_bug = False
            self._set_aside(subject, error.problem)
            return done + 1, None
        except (Transient, Misconfigured) as error:
            met_bug = False
            self._later(subject, error.problem)
            return done, None if is_about_one_object(error.problem) else error.problem
        finally:
            if met_bug:
                self._later(subject, BUG)
        return done, None

    def _read(self, subject: Subject, readings: "list[_Reading]") -> bool:
        """Read a subject at Stripe; return whether that already ended it."""
        if subject.object_type == UNREADABLE:
            raise NeedsPerson(EVENT_UNREADABLE)
        now = self.clock.now()
        if subject.object_type == DAY:
            # A day is ours: Stripe has nothing to read about it.
            readings.append(_Reading(subject, StripeFacts(subject.object_id, DAY, {}), now))
            return False
        kept = self._kept.get(subject)
        if kept is not None and now - kept.read_at <= _FRESH_S:
            readings.append(kept)
            return False
        stripe = _made_up(subject) or self.reader.read(subject)
        if stripe is None:
            self._no_payment(subject, now)
            return True
        self.ledger.store(stripe.balance_transactions, now)
        if RETRY not in subject.types and self.outbox.ignored_by_person(stripe.subject):
            self._end(subject, Outcome.IGNORED, "was ignored by a person", IGNORED_BY_PERSON, now)
            return True
        readings.append(_Reading(subject, stripe, now))
        return False

    def _one(self, reading: "_Reading", asking: "Asking") -> bool:
        """Decide one payment and put its documents into the outbox; return whether that was done."""
        now = self.clock.now()
        if RETRY not in reading.subject.types and self._gather().waits_for_note(reading.stripe):
            self._later(reading.subject, NOTE_ON_ITS_WAY)
            return False
        sent = self.outbox.sent(reading.stripe.subject)
        facts, decision = self._decide(reading.stripe, sent, asking, now, retry=RETRY in reading.subject.types)
        facts, decision = self._forgotten(facts, decision, asking, now) or (facts, decision)
        if self._waits_for_its_customer(decision):
            self._later(reading.subject, SAME_CUSTOMER)
            return False
        again_at = None
        if decision.again and reading.subject.event_ids:
            again_at = now + back_off_s(reading.subject.attempts + 1, self.waits)
        known = sent.keys if sent is not None else frozenset()
        if not self.outbox.apply(decision, facts, reading.subject, now, again_at=again_at, sent=known):
            self._later(reading.subject, SENT_MEANWHILE)
            return False
        return True

    def _waits_for_its_customer(self, decision: Decision) -> bool:
        """Say whether another payer with the same e-mail address is being made a customer right now.

        Once that customer is in SYSPRO, this payer is found to be the same by the address.
        """
        if not self.mapping.policy.yes("customers.match_email"):
            return False
        new = [(draft.body, draft.party) for draft in decision.drafts if isinstance(draft.body, Customer)]
        return any(
            body.email and self.outbox.customer_on_its_way(self.mapping.company, body.email, body.currency, party)
            for body, party in new
        )

    def _decide(
        self, stripe: StripeFacts, sent: Sent | None, asking: "Asking", now: int, *, retry: bool
    ) -> tuple[Facts, Decision]:
        """Decide afresh; where something was sent, with the facts of then, or leaving that out on a person's retry."""
        # An allocation stands on what SYSPRO has now; several may follow one another.
        if sent is not None and not retry and stripe.subject_type != ALLOCATION:
            return self._with_facts_of_then(sent, stripe, asking, now)
        gather = self._gather()
        sums = GatherSums(self.mapping.company, self.mapping.policy, self.outbox, self.summaries)
        start_at = self.inbox.watermark(START) or 0
        unnamed = gather_unnamed(self.ledger, self.mapping.company, stripe, start_at, self.inbox.watermark(LISTED))
        outcome, code = self._payment(stripe)
        ours = Facts(
            company=self.mapping.company,
            stripe=stripe,
            erp=ErpFacts(),
            read_at=now,
            settlement_currencies=self._settlement_currencies(),
            sent=sent is not None,
            start_at=start_at,
            ours=gather.ours(stripe),
            unsettled=unnamed.movements,
            available=unnamed.available,
            balance_read=unnamed.read,
            rests=gather.rests(stripe, unnamed.movements),
            disputed=bool((stripe.objects.get("charge") or {}).get("disputed")),
            elsewhere=sums.elsewhere(stripe),
            kept_mode=self._mode_of(sent),
            payment_outcome=outcome,
            payment_code=code,
            summing=sums.summing(stripe, unnamed),
            closed_at=self._closed_at(stripe, sent, now),
            edits=self.edits.about(self.mapping.company, stripe.carried),
        )
        facts = replace(ours, erp=gather.erp(ours, asking), habits=habits_of(ours, self.habits, self.mapping.policy))
        return facts, _without(sent.keys if sent else frozenset(), decide(facts, self.mapping))

    def _forgotten(self, facts: Facts, decision: Decision, asking: "Asking", now: int) -> tuple[Facts, Decision] | None:
        """Return what is decided first, where an older copy of the database has forgotten what was sent."""
        is_current = decision.revision == self.mapping.number
        mapping = self.mapping if is_current else self._revision(decision.revision)
        closed_at: Callable[[StripeFacts], int] = lambda stripe: self._closed_at(stripe, None, now)  # noqa: E731
        return Forgotten(self._gather(), mapping, closed_at).look(facts, decision, asking)

    def _mode_of(self, sent: Sent | None) -> str:
        """Return the posting mode of what was sent; empty where nothing was, or no flow of then says."""
        if sent is None:
            return ""
        revision = self._revision(sent.revision)
        name = decide(sent.facts, revision).flow
        modes = next((flow.modes for flow in revision.flows if flow.name == name), frozenset())
        return next(iter(modes)) if len(modes) == 1 else ""

    def _with_facts_of_then(
        self, sent: Sent, stripe: StripeFacts, asking: "Asking", now: int
    ) -> tuple[Facts, Decision]:
        """Decide what was sent as it was decided then; what is new goes into the periods that are open now."""
        mapping = self._revision(sent.revision)
        closed_at = self._closed_at(stripe, sent, now)
        outcome, code = self._payment(stripe)
        facts = replace(
            sent.facts, stripe=stripe, erp=self._gather().erp_of_then(sent, stripe, asking), read_at=now, sent=True,
            ours=self._gather().ours_of_then(sent, stripe),
            closed_at=closed_at, payment_outcome=outcome, payment_code=code,
        )  # fmt: skip
        decision = decide(facts, mapping)
        if facts.erp.periods is not None:
            then = {draft.key: draft for draft in decision.drafts}
            facts = replace(facts, ours=self._gather().ours(stripe))
            # A dispute may be lost months after its money was withdrawn: its sale is as it is by then.
            is_dispute = stripe.subject_type == "dispute"
            erp = self._gather().erp(facts, asking) if is_dispute else replace(facts.erp, periods=asking.periods())
            facts = replace(facts, erp=erp)
            decision = decide(facts, mapping)
            drafts = (then.get(draft.key) if draft.key in sent.keys else draft for draft in decision.drafts)
            decision = replace(decision, drafts=tuple(draft for draft in drafts if draft is not None))
        return facts, _without(sent.settled, decision)

    def _closed_at(self, stripe: StripeFacts, sent: Sent | None, now: int) -> int:
        """Return when a lost dispute was closed; once its loss was sent that stays as it is."""
        known = sent.facts.closed_at if sent is not None else 0
        if known or not is_lost(stripe):
            return known
        return self.inbox.closed_at(stripe.subject) or now

    def _payment(self, stripe: StripeFacts) -> tuple[str, str]:
        start_at = self.inbox.watermark(START) or 0
        asked = GatherPayment(self.mapping.company, self.inbox, self.outbox, self.ledger, self.summaries, start_at)
        return asked.decided(stripe)

    def _gather(self) -> Gather:
        return Gather(self.mapping.company, self.mapping.policy, self.links, self.outbox, self.ledger)

    def _revision(self, number: int) -> MappingRevision:
        stored = self.revisions.get(number)
        if stored is None:
            raise LookupError(f"Mapping revision {number} has left the store.")
        return revision_from(number, stored.content)

    def _settlement_currencies(self) -> tuple[str, ...]:
        if self.mapping.policy.items("stripe.settlement_currencies"):
            return ()
        if self._settlement is None:
            self._settlement = tuple(sorted(self.source.balance()))
        return self._settlement

    def _no_payment(self, subject: Subject, now: int) -> None:
        self._end(subject, Outcome.IGNORED, "leads to no payment", "no_payment", now)

    def _end(self, subject: Subject, outcome: Outcome, why: str, code: str, now: int) -> None:
        stripe = StripeFacts(subject.object_id, subject.object_type, {})
        facts = Facts(self.mapping.company, stripe, ErpFacts(), read_at=now)
        reason = f"The {subject.object_type.replace('.', ' ')} {why}."
        decision = Decision(subject.object_id, outcome, reason, code, revision=self.mapping.number)
        self.outbox.apply(decision, facts, subject, now)

    def _later(self, subject: Subject, problem: Problem) -> None:
        now = self.clock.now()
        due_at = next_reading_at(problem, subject.attempts + 1, self.waits, now)
        if due_at is None:
            self._set_aside(subject, problem)
        else:
            self.inbox.postpone(subject, problem, due_at=due_at, now=now)

    def _set_aside(self, subject: Subject, problem: Problem) -> None:
        """Leave a subject that cannot be read to a person: with a decision where it has moved money, for the books."""
        now = self.clock.now()
        moved = tuple(self.ledger.of_subject(subject.object_id))
        if not moved or not self.outbox.only_unreadable(subject.object_id, _OBJECT_UNREADABLE):
            self.inbox.postpone(subject, problem, due_at=None, now=now)
            return
        stripe = StripeFacts(subject.object_id, subject.object_type, {}, moved)
        facts = Facts(self.mapping.company, stripe, ErpFacts(), read_at=now)
        decision = Decision(
            subject.object_id, Outcome.HELD, _unreadable(subject, moved, problem), _OBJECT_UNREADABLE,
            revision=self.mapping.number, amount=Money(sum(one.net_minor for one in moved), moved[0].currency),
        )  # fmt: skip
        self.outbox.apply(decision, facts, subject, now)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A subject, what Stripe says about the payment behind it, and when it said so."""

    subject: Subject
    stripe: StripeFacts
    read_at: int


def _made_up(subject: Subject) -> StripeFacts | None:
    """Return the facts of a subject that Stripe knows nothing of, or ``None``."""
    return StripeFacts(subject.object_id, ALLOCATION, {}) if subject.object_type == ALLOCATION else None


def _without(keys: frozenset[DocumentKey], decision: Decision) -> Decision:
    return replace(decision, drafts=tuple(draft for draft in decision.drafts if draft.key not in keys))


_OBJECT_UNREADABLE = "movement.object_unreadable"


def _unreadable(subject: Subject, moved: Sequence[BalanceTransaction], problem: Problem) -> str:
    amounts = " and ".join(f"{Money(one.net_minor, one.currency)} by {one.id}" for one in moved)
    what = subject.object_type.replace("_", " ")
    return (
        f"Stripe moved {amounts} for the {what} {subject.object_id}, which cannot be read. {problem.message} Look at it"
        f" in Stripe; `syspro-stripe retry {subject.object_id}` reads it again. Else book it by hand and ignore it."
    )
