"""Keep linked customers in step: write to Stripe, and leave documents in the outbox for SYSPRO.

Either side is compared as it is now, so Stripe is read again before anything is written. A Stripe customer that was
begun and not finished is looked for before it is made again: idempotency keys guard the first day
(docs.stripe.com/api/idempotent_requests), the SYSPRO customer in its metadata for ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agent.domain.codec import dumps, fingerprint
from agent.domain.customers.compare import Agreed, Changes, Owner
from agent.domain.customers.fields import FIELDS, NAME, TAX_ID, Texts, to_stripe
from agent.domain.customers.kept import DueLink, OnItsWay, Outcome, StripeCustomer
from agent.domain.customers.rules import Rules
from agent.domain.customers.writing import SUBJECT, change_draft, form_draft, purpose_of, subject_of
from agent.domain.decisions import Decision
from agent.domain.decisions import Outcome as Decided
from agent.domain.documents import REPLACEABLE, Document, Draft, State
from agent.domain.erp import CUSTOMERS
from agent.domain.errors import Problem
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.ports import Clock, CustomerDirectory, CustomerStore, ErpTables, Outbox
from jobs.customers_read import ReadCustomers
from jobs.customers_suggest import party_of
from jobs.writing import Round, Tally

#: Wait until a change that is on its way to SYSPRO is looked at again.
_LOOK_AGAIN_S = 30

#: What was begun is looked for among Stripe's customers from a little earlier on: its clock is another.
_EARLIER_S = 600


@dataclass(frozen=True, slots=True)
class WriteCustomers:
    """Rounds of comparing and writing.

    Attributes:
        directory: Stripe's customers.
        reading: Notes what was read again.
        tables: SYSPRO's tables.
        store: What is known.
        outbox: Where changes for SYSPRO go.
        clock: Time of the agent.
        rules: The site's rules.
        order: How a round is written.
        batch: Most links in one round.
    """

    directory: CustomerDirectory
    reading: ReadCustomers
    tables: ErpTables
    store: CustomerStore
    outbox: Outbox
    clock: Clock
    rules: Rules
    order: Round
    batch: int

    def round(self, tally: Tally) -> None:
        """Compare what is due, at most a batch, and write; see :meth:`jobs.writing.Round.write`."""
        self.order.write(self.store.due(self.rules.company, self.batch, self.clock.now()), self, tally)

    def write(self, link: DueLink, _tally: Tally) -> None:
        """Compare one link, and write what is to be written."""
        if not link.stripe_id:
            self._make(link)
            return
        there = self.reading.read(link.stripe_id)
        self.reading.met([there], compared=True)
        if not there.deleted:
            self._compare(*self._settled(link, there), there)

    def refused(self, link: DueLink, problem: Problem) -> None:
        """Record that Stripe refused it."""
        self.store.refused(link, problem.code, problem.message)

    def later(self, link: DueLink, due_at: int) -> None:
        """Have it looked at again at ``due_at``."""
        self.store.later(link, due_at)

    # -- a new customer in Stripe

    def _make(self, link: DueLink) -> None:
        there = self._begun(link) if link.begun_at is not None else None
        if there is None:
            self.store.begin(link, self.clock.now())
            texts = self._translated(link.syspro)
            key = fingerprint(dumps([self.rules.company, link.customer, link.id, link.attempts, texts]))
            named, tax_type = {self.rules.metadata_key: link.customer}, self.rules.comparing.tax_type(link.syspro)
            there = self.directory.make(texts, named, f"syspro-{key}", tax_type=tax_type)
        self.reading.met([there], compared=True)
        owned = [name for name in FIELDS if self.rules.comparing.owners[name] is not Owner.NOBODY]
        agreed = {name: Agreed(link.syspro[name], there.texts.get(name, "")) for name in owned}
        party = party_of(self.rules, link.currency, there.id)
        self._keep_id(link, there.id)
        outcome = Outcome(there.id, agreed, {}, (), link.sent, {}, None, party)
        self.store.done(link, outcome, self.clock.now())

    def _begun(self, link: DueLink) -> StripeCustomer | None:
        """Return the customer that an interrupted round made, if it did."""
        for page in self.directory.all((link.begun_at or 0) - _EARLIER_S):
            for one in page:
                if self.rules.named(one.metadata) == link.customer:
                    return one
        return None

    def _translated(self, syspro: Texts) -> dict[str, str]:
        """Return what a new customer says in Stripe."""
        comparing = self.rules.comparing
        names = [one for one in FIELDS if one == NAME or comparing.owners[one] is not Owner.NOBODY]
        known = comparing.tax_type(syspro)
        texts = {one: to_stripe(one, syspro.get(one, ""), comparing.lines) for one in names if one != TAX_ID or known}
        return {one: text for one, text in texts.items() if text}

    # -- what is linked

    def _settled(self, link: DueLink, there: StripeCustomer) -> tuple[DueLink, Document | None]:
        """Return the link as it is after what became of its change in SYSPRO, and that change while it is unsettled."""
        if not link.waiting:
            return link, None
        purpose = purpose_of(link.customer, _number(link, link.sent))
        document = next((one for one in self.outbox.about([link.stripe_id]) if one.draft.key.purpose == purpose), None)
        if document is not None and document.state not in {State.POSTED, State.CANCELLED}:
            return link, document
        if document is not None and document.state is State.POSTED:
            syspro = self._read_again(link)
            agreed = {name: one.agreed(syspro[name], link.agreed.get(name)) for name, one in link.waiting.items()}
        else:
            # What a person gave up stays different on both sides until either changes.
            syspro = link.syspro
            agreed = {name: Agreed(syspro[name], there.texts[name]) for name in link.waiting}
        decided = {name: side for name, side in link.decided.items() if name not in link.waiting}
        return replace(link, syspro=syspro, agreed={**link.agreed, **agreed}, waiting={}, decided=decided), None

    def _read_again(self, link: DueLink) -> Texts:
        """Return what SYSPRO says of a customer after a change of ours."""
        with self.tables.session() as session:
            rows = [
                row for row in session.rows(CUSTOMERS, "customer", [link.customer]) if row.customer == link.customer
            ]
        return self.rules.noted(rows[0]).texts if rows else dict(link.syspro)

    def _compare(self, link: DueLink, unsettled: Document | None, there: StripeCustomer) -> None:
        sent = unsettled is not None and unsettled.state not in REPLACEABLE
        changes = self.rules.comparing.compare(link.agreed, link.syspro, there.texts, link.decided)
        if sent:
            changes = _without(changes, link.waiting)
        there = self._write(link, changes, there)
        number, waiting = (link.sent, link.waiting) if sent else self._post(link, changes, there, unsettled)
        if not link.agreed:
            self._keep_id(link, there.id)
        written = {name: Agreed(link.syspro[name], there.texts.get(name, "")) for name in changes.to_stripe}
        asked = {one.field for one in changes.conflicts}
        outcome = Outcome(
            stripe_id=link.stripe_id,
            agreed={**link.agreed, **changes.agreed, **written},
            decided={name: side for name, side in link.decided.items() if name in waiting or name in asked},
            conflicts=changes.conflicts,
            sent=number,
            waiting=waiting,
            due_at=self.clock.now() + _LOOK_AGAIN_S if waiting else None,
        )
        self.store.done(link, outcome, self.clock.now())

    def _write(self, link: DueLink, changes: Changes, there: StripeCustomer) -> StripeCustomer:
        """Write to Stripe what is to be written, and return the customer as it is then."""
        named = self.rules.named(there.metadata)
        metadata = {} if named == link.customer else {self.rules.metadata_key: link.customer}
        if not changes.to_stripe and not metadata:
            return there
        told = [self.rules.company, link.id, link.revision, link.attempts, changes.to_stripe, metadata]
        key, tax_type = f"syspro-{fingerprint(dumps(told))}", self.rules.comparing.tax_type(link.syspro)
        there = self.directory.change(link.stripe_id, changes.to_stripe, metadata, key, tax_type=tax_type)
        self.reading.met([there], compared=True)
        return there

    # -- what SYSPRO is told

    def _post(
        self, link: DueLink, changes: Changes, there: StripeCustomer, unsettled: Document | None
    ) -> tuple[int, Mapping[str, OnItsWay]]:
        """Leave a document for SYSPRO; return the number of the change, and what it says."""
        waiting = {
            name: OnItsWay(link.syspro[name], text, there.texts.get(name, ""))
            for name, text in changes.to_syspro.items()
        }
        if unsettled is not None and dict(link.waiting) == waiting:
            return link.sent, waiting
        if not waiting and unsettled is None:
            return link.sent, {}
        # What has not been sent yet is replaced, or taken back where nothing is left of it.
        sent = link.sent if unsettled is not None else link.sent + 1
        number, company = _number(link, sent), self.rules.company
        now, texts = self.clock.now(), changes.to_syspro
        drafts = (change_draft(company, link.customer, link.stripe_id, number, texts, now),) if texts else ()
        self._apply(subject_of(link.customer, number), drafts)
        return sent, waiting

    def _keep_id(self, link: DueLink, stripe_id: str) -> None:
        """Have the Stripe id kept in SYSPRO's custom form, where the site has a field for it."""
        rules = self.rules
        if rules.form_field:
            form = (rules.form_type, rules.form_field)
            draft = form_draft(rules.company, link.customer, stripe_id, form, self.clock.now())
            self._apply(subject_of(link.customer, f"{link.id}.id"), (draft,))

    def _apply(self, subject: str, drafts: tuple[Draft, ...]) -> None:
        now = self.clock.now()
        facts = Facts(self.rules.company, StripeFacts(subject, SUBJECT, {}), ErpFacts(), read_at=now)
        why = "" if drafts else "Both sides agree again, so that nothing is to be changed."
        outcome = Decided.DOCUMENTS if drafts else Decided.IGNORED
        decision = Decision(subject, outcome, reason=why, reason_code="" if drafts else "agreed", drafts=drafts)
        self.outbox.apply(decision, facts, Subject(subject, SUBJECT, (), (), now), now)


def _number(link: DueLink, sent: int) -> str:
    return f"{link.id}.{sent}"


def _without(changes: Changes, fields: Mapping[str, OnItsWay]) -> Changes:
    """Return changes without those fields, which are on their way to SYSPRO."""
    return Changes(
        {name: text for name, text in changes.to_stripe.items() if name not in fields},
        {},
        {name: one for name, one in changes.agreed.items() if name not in fields},
        tuple(one for one in changes.conflicts if one.field not in fields),
    )
