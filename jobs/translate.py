"""Translate: re-read what waiting events point at, decide, and put the documents into the outbox.

Gather (Stripe, then SYSPRO), decide (pure), apply (one transaction). A subject that cannot be read is set aside with
the reason; the others go on.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from agent.domain.decide import decide
from agent.domain.decisions import IGNORED_BY_PERSON, Decision, Outcome
from agent.domain.errors import AgentError, NeedsPerson, Problem, Transient
from agent.domain.events import RETRY, Subject
from agent.domain.facts import CustomerMatch, ErpFacts, Facts, StockItem, StripeFacts
from agent.domain.fitting import DoesNotFitError
from agent.domain.json_reader import BadJsonError
from agent.domain.mapping import MappingRevision, revision_from
from agent.domain.money import UnknownCurrencyError
from agent.domain.needs import Needs, needs_of
from agent.domain.reports import JobReport
from agent.domain.retry import Waits, back_off_s
from agent.ports import (
    Clock,
    ErpReader,
    ErpSession,
    EventSource,
    Inbox,
    Ledger,
    Links,
    ObjectReader,
    Outbox,
    Revisions,
)


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
        revisions: Earlier mapping revisions.
        clock: Time of the agent.
        mapping: Revision in force.
        waits: Back-off.
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
    revisions: Revisions
    clock: Clock
    mapping: MappingRevision
    waits: Waits
    batch: int = 100
    stopping: Callable[[], bool] = lambda: False
    _settlement: tuple[str, ...] | None = field(default=None, init=False)

    def run(self) -> JobReport:
        """Decide the oldest waiting subjects."""
        subjects = self.inbox.next_subjects(self.batch, self.clock.now())
        done = 0
        with ExitStack() as stack:
            asking = _Asking(self.erp, stack)
            for subject in subjects:
                if self.stopping():
                    break
                try:
                    self._one_or_later(subject, asking)
                except NeedsPerson as error:
                    self.inbox.postpone(subject, error.problem, due_at=None, now=self.clock.now())
                except Transient as error:
                    self._later(subject, error.problem)
                    return JobReport(done=done, problem=error.problem)
                done += 1
        return JobReport(done=done, more=len(subjects) == self.batch)

    def _one_or_later(self, subject: Subject, asking: "_Asking") -> None:
        """Decide one subject; one that meets a bug comes again later, so that it never keeps the others waiting."""
        met_bug = True
        try:
            self._one(subject, asking)
            met_bug = False
        except AgentError:
            met_bug = False
            raise
        finally:
            if met_bug:
                self._later(subject, _BUG)

    def _one(self, subject: Subject, asking: "_Asking") -> None:
        if subject.object_type == "unreadable":
            raise NeedsPerson(_UNREADABLE)
        stripe = self.reader.read(subject)
        now = self.clock.now()
        if stripe is None:
            self._no_payment(subject, now)
            return
        self.ledger.store(stripe.balance_transactions, now)
        retry = RETRY in subject.types
        if not retry and self.outbox.ignored_by_person(stripe.subject):
            self._end(subject, Outcome.IGNORED, "was ignored by a person", IGNORED_BY_PERSON, now)
            return
        facts, decision = self._decide(stripe, asking, now, retry=retry)
        self.outbox.apply(decision, facts, subject, now)

    def _decide(self, stripe: StripeFacts, asking: "_Asking", now: int, *, retry: bool) -> tuple[Facts, Decision]:
        """Decide afresh; where something was sent, with the facts of then, or leaving that out on a person's retry."""
        sent = self.outbox.sent(stripe.subject)
        if sent is not None and not retry:
            facts = replace(sent.facts, stripe=stripe, read_at=now)
            return facts, decide(facts, self._revision(sent.revision))
        company = self.mapping.company
        facts = Facts(company, stripe, self._erp(stripe, asking), now, self._settlement_currencies())
        decision = decide(facts, self.mapping)
        if sent is not None:
            decision = replace(decision, drafts=tuple(draft for draft in decision.drafts if draft.key not in sent.keys))
        return facts, decision

    def _revision(self, number: int) -> MappingRevision:
        stored = self.revisions.get(number)
        if stored is None:
            raise LookupError(f"Mapping revision {number} has left the store.")
        return revision_from(number, stored.content)

    def _erp(self, stripe: StripeFacts, asking: "_Asking") -> ErpFacts:
        try:
            needs = needs_of(stripe, self.mapping.policy)
        except (BadJsonError, UnknownCurrencyError, DoesNotFitError):
            return ErpFacts()  # decide() meets the same and holds the payment with the reason
        link = self.links.find(self.mapping.company, "customer", needs.party) if needs.party else None
        return ErpFacts(
            link=link,
            matches=() if link else asking.matches(needs),
            stock=asking.stock(needs.stock_codes),
            open_invoice=asking.session.open_invoice(needs.invoice) if needs.invoice else None,
        )

    def _settlement_currencies(self) -> tuple[str, ...]:
        if self.mapping.policy.items("stripe.settlement_currencies"):
            return ()
        if self._settlement is None:
            self._settlement = tuple(sorted(self.source.balance()))
        return self._settlement

    def _no_payment(self, subject: Subject, now: int) -> None:
        """End what leads to no payment: other movements of money are held, all else is ignored."""
        if subject.object_type in _OTHER_MONEY:
            self._end(subject, Outcome.HELD, "moves money, and no flow posts it yet", "no_flow", now)
        else:
            self._end(subject, Outcome.IGNORED, "leads to no payment", "no_payment", now)

    def _end(self, subject: Subject, outcome: Outcome, why: str, code: str, now: int) -> None:
        stripe = StripeFacts(subject.object_id, subject.object_type, {})
        facts = Facts(self.mapping.company, stripe, ErpFacts(), read_at=now)
        reason = f"The {subject.object_type.replace('.', ' ')} {why}."
        decision = Decision(subject.object_id, outcome, reason, code, revision=self.mapping.number)
        self.outbox.apply(decision, facts, subject, now)

    def _later(self, subject: Subject, problem: Problem) -> None:
        now = self.clock.now()
        due_at = now + back_off_s(subject.attempts + 1, self.waits)
        self.inbox.postpone(subject, problem, due_at=due_at, now=now)


@dataclass(slots=True)
class _Asking:
    """SYSPRO's answers for one batch: logged on at the first question, nothing asked twice."""

    erp: ErpReader
    stack: ExitStack
    _session: ErpSession | None = None
    _known: dict[str, StockItem | None] = field(default_factory=dict)

    @property
    def session(self) -> ErpSession:
        if self._session is None:
            self._session = self.stack.enter_context(self.erp.session())
        return self._session

    def stock(self, codes: tuple[str, ...]) -> Mapping[str, StockItem]:
        unknown = [code for code in codes if code not in self._known]
        if unknown:
            found = self.session.stock(unknown)
            self._known.update({code: found.get(code) for code in unknown})
        return {code: item for code in codes if (item := self._known[code]) is not None}

    def matches(self, needs: Needs) -> tuple[CustomerMatch, ...]:
        """Return the customers that may be the payer; a weaker reason is asked for only when stronger ones fail."""
        if needs.customer_code:
            customer = self.session.customer(needs.customer_code)
            if customer is not None:
                return (CustomerMatch(customer, "metadata"),)
        found = self.session.customers_by_email(needs.email) if needs.email else ()
        if found:
            return tuple(CustomerMatch(customer, "email") for customer in found)
        found = self.session.customers_by_tax_number(needs.tax_number) if needs.tax_number else ()
        return tuple(CustomerMatch(customer, "tax_id") for customer in found)


#: Stripe's objects that move money and are no payments.
_OTHER_MONEY = frozenset({"refund", "dispute", "payout", "transfer", "topup"})

_BUG = Problem(
    title="Deciding a payment met an error of the program",
    message="The payment could not be decided because of an error of the program; it is tried again.",
    press="Send us the log of today if it stays.",
    code="translate.bug",
)

_UNREADABLE = Problem(
    title="An event of Stripe could not be read",
    message="Stripe sent an event whose form is not the documented one. It was kept as it came and set aside.",
    press="Look at the payment in Stripe and retry it by its id.",
    code="event.unreadable",
)
