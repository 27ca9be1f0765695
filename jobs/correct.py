"""Correct: what a person decides about a difference becomes a new document. SYSPRO is looked at first, never trusted.

Runs inside a command, with a session of its own.
"""

from dataclasses import dataclass, replace

from agent.domain.corrections import adjusting, next_number, posted_again, standing_correction
from agent.domain.days import day_at
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Document, Draft, State
from agent.domain.errors import NeedsPerson, Problem, no_such_document
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.money import Money
from agent.domain.reconcile import DIFFERENT, Item
from agent.domain.settings import Values
from agent.ports import Clock, DocumentTarget
from jobs.binding import Binding
from jobs.reconcile import Reconcile, Side


@dataclass(slots=True)
class Correct:
    """Makes corrections.

    Attributes:
        reconcile: Says what differs now.
        target: Says whether SYSPRO has a document.
        side: Our own books.
        clock: Time of the agent.
        values: Settings.
    """

    reconcile: Reconcile
    target: DocumentTarget
    side: Side
    clock: Clock
    values: Values

    def post_again(self, number: int, reason: str, author: str) -> str:
        """Post anew what SYSPRO does not have any more; return what was done, in words.

        Raises:
            NeedsPerson: When SYSPRO has it, or not to find it proves nothing, or it moves no money, or another document
                corrects it already.
            Transient, Misconfigured: When SYSPRO cannot be read.
        """
        document = self._posted(number)
        self._refuse_second(document, settled=True)
        binding = Binding(self._company, self.side.links, self.side.outbox)
        with self.target.session() as session:
            rows = session.find([binding.bound(document)]).get(document.id)
        if rows is None:
            raise _refusal(f"Not to find document {number} in SYSPRO does not prove that it is gone.", "unprovable")
        if rows:
            raise _refusal(f"SYSPRO has document {number}: {rows[0].described} It is not posted again.", "there")
        draft = posted_again(document, self._next(document))
        self._make(draft, f"{author} had document {number} posted again: {reason}", author)
        return f"Document {number} is gone from SYSPRO; it is posted again under the reference {draft.body.reference}."

    def adjust(self, number: int, ledger_code: str, reason: str, author: str) -> str:
        """Prepare the journal over what differs; it waits for approval. Return what was done, in words.

        Raises:
            NeedsPerson: When nothing differs, or no one journal can end it, or another correction is on its way.
            Transient, Misconfigured: When SYSPRO cannot be read.
        """
        document = self._posted(number)
        self._refuse_second(document, settled=False)
        difference = self._difference(number)
        clearing = self.values.table("receipts.ledger_code").get(difference.currency, "")
        currency = self.values.table("currencies.to_syspro").get(difference.currency, "")
        if not clearing or not currency:
            raise _refusal(f"No clearing ledger code or SYSPRO currency is set for {difference}.", "unmapped")
        draft = adjusting(
            document,
            self._next(document),
            difference,
            clearing_code=clearing,
            other_code=ledger_code,
            day=day_at(self.clock.now(), self.values.text("site.time_zone")),
            currency=currency,
            post=self.values.yes("journals.post"),
            authorize=self.values.text("journals.authorize"),
            reason=f"{author} asked for it: {reason}",
        )
        made = self._make(draft, draft.reason, author)
        return (
            f"Document {made} takes {-difference} through clearing, against {ledger_code}. It waits: "
            f"`syspro-stripe approve {made}` posts it, `syspro-stripe ignore {made} --reason ...` gives it up."
        )

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    def _posted(self, number: int) -> Document:
        document = self.side.outbox.get(number)
        if document is None:
            raise no_such_document(number)
        if document.state is not State.POSTED:
            raise _refusal(f"Document {number} is {document.state.value.replace('_', ' ')}, not posted.", "not_posted")
        legs = self.side.reconciling.legs(number)
        if not legs:
            raise _refusal(
                f"Document {number} moves no money of Stripe's; correct it in SYSPRO, or accept it.", "no_legs"
            )
        return replace(document, draft=replace(document.draft, legs=legs))

    def _difference(self, number: int) -> Money:
        item = next((one for one in self.reconcile.items() if number in one.documents), None)
        if item is None or item.standing not in DIFFERENT:
            raise _refusal(f"Clearing has moved for document {number} what it should; nothing is to adjust.", "matched")
        return _only(item)

    def _refuse_second(self, document: Document, *, settled: bool) -> None:
        """Refuse where another document ends the same difference: a command may be given, or carried out, twice."""
        other = standing_correction(self._about(document), document, settled=settled)
        if other is not None:
            state = other.state.value.replace("_", " ")
            raise _refusal(f"Document {other.id}, which is {state}, corrects it already. Look at that one.", "twice")

    def _next(self, document: Document) -> int:
        return next_number(self._about(document), document)

    def _about(self, document: Document) -> list[Document]:
        return self.side.outbox.about([document.draft.key.stripe_id])

    def _make(self, draft: Draft, why: str, author: str) -> int:
        """Put a correction into the outbox by a decision of its own, so that none about the payment takes it back."""
        now = self.clock.now()
        subject = f"correction|{draft.key.stripe_id}|{draft.key.kind.value}|{draft.key.purpose}"
        facts = Facts(self._company, StripeFacts(subject, "correction", {}), ErpFacts(), read_at=now)
        decision = Decision(subject, Outcome.DOCUMENTS, reason=why, drafts=(draft,), amount=draft.amount)
        self.side.outbox.apply(decision, facts, Subject(subject, "correction", (), (), now), now, author)
        made = [one.id for one in self.side.outbox.about([draft.key.stripe_id]) if one.draft.key == draft.key]
        return made[0]


def _only(item: Item) -> Money:
    difference = item.difference
    if len(difference) != 1:
        raise _refusal("The difference is in more than one currency; no one journal ends it.", "currencies")
    ((currency, minor),) = difference.items()
    return Money(minor, currency)


def _refusal(message: str, code: str) -> NeedsPerson:
    return NeedsPerson(Problem("Nothing to correct", message, code=f"correction.{code}"))
