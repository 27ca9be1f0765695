"""Correct: what a person decides about a difference becomes a new document. SYSPRO is looked at first, never trusted.

Runs inside a command, with a session of its own.
"""

from dataclasses import dataclass, replace

from agent.domain.corrections import (
    SUBJECT,
    adjusting,
    levelled,
    next_number,
    posted_again,
    standing_correction,
)
from agent.domain.days import day_at
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Document, Draft, State
from agent.domain.errors import NeedsPerson, Problem, no_such_document
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.money import Money
from agent.domain.reconcile import DIFFERENT, Item
from agent.domain.remainders import EXCHANGE, Remainder, in_local, remainder_sentence
from agent.domain.settings import Values
from agent.ports import Clock, DocumentTarget
from jobs.binding import Binding
from jobs.reconcile import Reconcile, Side


@dataclass(frozen=True, slots=True)
class _Over:
    """What a journal is to be over.

    Attributes:
        document: The document that it corrects, with the legs that it posts.
        difference: What its account has too much (+) or too little (-).
        code: Ledger code of that account.
        currency: SYSPRO code of the journal's currency.
    """

    document: Document
    difference: Money
    code: str
    currency: str


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
        """Prepare the journal over what differs, or what exchange rates left of a dispute or refund that is over.

        It waits for approval. Return what was done, in words.

        Raises:
            NeedsPerson: When nothing differs, or no one journal can end it, or another correction is on its way.
            Transient, Misconfigured: When SYSPRO cannot be read.
        """
        document = self._in_syspro(number)
        self._refuse_second(document, settled=False)
        over = self._off_clearing(document) or self._off_account(document)
        if over is None:
            self._with_legs(document)
            raise _refusal(f"Clearing has moved for document {number} what it should; nothing is to adjust.", "matched")
        draft = self._journal(over, ledger_code, f"{author} asked for it: {reason}")
        made = self._make(draft, draft.reason, author)
        return (
            f"Document {made} takes {-over.difference} through {over.code}, against {ledger_code}. It waits: "
            f"`syspro-stripe approve {made}` posts it, `syspro-stripe ignore {made} --reason ...` gives it up."
        )

    def level(self, left: tuple[Remainder, ...]) -> tuple[Remainder, ...]:
        """Post journals that take what exchange rates left to the account of exchange differences, and tell them.

        One that no journal can end, or that a journal ended which the ledger does not show, is left to a person; so is
        one that a person has accepted, or whose journal a person gave up: they may have booked it by hand.
        """
        code = self.values.table("accounts.ledger").get("fx", "").strip()
        accepted = self.side.discrepancies.accepted(EXCHANGE)
        theirs = [one.waiting or one.unseen or one.given_up or one.key in accepted for one in left]
        return tuple(
            self._levelled(one, code) if code and not stays else one for one, stays in zip(left, theirs, strict=True)
        )

    def _levelled(self, left: Remainder, code: str) -> Remainder:
        document, currency = self.side.outbox.get(left.documents[-1]), self._currency_of(left)
        if document is None or not currency:
            return left
        difference = Money.from_decimal(left.local, currency)
        over = _Over(levelled(document, left.stripe_id), difference, left.ledger_code, left.currency)
        draft = self._journal(over, code, "Exchange difference of what is over")
        made = self._make(replace(draft, state=State.PENDING, reason="", reason_code=""), remainder_sentence(left))
        return replace(left, waiting=made)

    def _journal(self, over: "_Over", other_code: str, reason: str) -> Draft:
        return adjusting(
            over.document,
            self._next(over.document),
            over.difference,
            code=over.code,
            other_code=other_code,
            day=day_at(self.clock.now(), self.values.text("site.time_zone")),
            currency=over.currency,
            post=self.values.yes("journals.post"),
            authorize=self.values.text("journals.authorize"),
            reason=reason,
        )

    def _currency_of(self, left: Remainder) -> str:
        """Return Stripe's code of the company's currency; empty where it is in no table."""
        table = self.values.table("currencies.to_syspro")
        return next((name for name, code in table.items() if code.strip() == left.currency), "")

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    def _posted(self, number: int) -> Document:
        return self._with_legs(self._in_syspro(number))

    def _in_syspro(self, number: int) -> Document:
        document = self.side.outbox.get(number)
        if document is None:
            raise no_such_document(number)
        if document.state is not State.POSTED:
            raise _refusal(f"Document {number} is {document.state.value.replace('_', ' ')}, not posted.", "not_posted")
        return document

    def _with_legs(self, document: Document) -> Document:
        legs = self.side.reconciling.legs(document.id)
        if not legs:
            raise _refusal(
                f"Document {document.id} moves no money of Stripe's; correct it in SYSPRO, or accept it.", "no_legs"
            )
        return replace(document, draft=replace(document.draft, legs=legs))

    def _off_clearing(self, document: Document) -> "_Over | None":
        """Return what clearing has moved too much or too little; ``None`` where it has moved what it should."""
        if not self.side.reconciling.legs(document.id):
            return None
        item = next((one for one in self.reconcile.items() if document.id in one.documents), None)
        if item is None or item.standing not in DIFFERENT:
            return None
        difference = _only(item)
        clearing = self.values.table("receipts.ledger_code").get(difference.currency, "")
        currency = self.values.table("currencies.to_syspro").get(difference.currency, "")
        if not clearing or not currency:
            raise _refusal(f"No clearing ledger code or SYSPRO currency is set for {difference}.", "unmapped")
        return _Over(self._with_legs(document), difference, clearing, currency)

    def _off_account(self, document: Document) -> "_Over | None":
        """Return what exchange rates left on an account that must end at nothing; ``None`` for nothing.

        The journal over it posts no leg: clearing has nothing to do with it.

        Raises:
            NeedsPerson: When there is such a journal already, or none can be made.
        """
        about_it = [one for one in self.reconcile.left() if document.id in one.documents]
        # A summary journal may be that of several disputes: one after another.
        left = min(about_it, key=lambda one: one.waiting, default=None)
        if left is None:
            return None
        if left.waiting:
            raise _refusal(f"Document {left.waiting} is over {in_local(left)} already. Look at that one.", "twice")
        currency = self._currency_of(left)
        if not currency:
            raise _refusal(
                f"SYSPRO's currency {left.currency} is not in currencies.to_syspro, so no journal can be made in it.",
                "unmapped",
            )
        difference = Money.from_decimal(left.local, currency)
        return _Over(levelled(document, left.stripe_id), difference, left.ledger_code, left.currency)

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

    def _make(self, draft: Draft, why: str, author: str = "engine") -> int:
        """Put a correction into the outbox by a decision of its own, so that none about the payment takes it back."""
        now = self.clock.now()
        subject = f"{SUBJECT}|{draft.key.stripe_id}|{draft.key.kind.value}|{draft.key.purpose}"
        facts = Facts(self._company, StripeFacts(subject, SUBJECT, {}), ErpFacts(), read_at=now)
        decision = Decision(subject, Outcome.DOCUMENTS, reason=why, drafts=(draft,), amount=draft.amount)
        self.side.outbox.apply(decision, facts, Subject(subject, SUBJECT, (), (), now), now, author)
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
