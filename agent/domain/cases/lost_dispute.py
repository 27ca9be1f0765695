"""How a lost dispute is booked: off the money on account, by a credit note, or as a loss; and back if it is overturned.

What SYSPRO has not invoiced was never sold: the money on account pays the dispute and the order is cancelled. What it
has invoiced is a loss, or a credit note by policy (BOOKS, section 3).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.domain.cases.given_back import credited, from_account
from agent.domain.cases.original import Original
from agent.domain.facts import OwnDocument
from agent.domain.money import Money
from agent.domain.settings import Values

#: Purposes of the documents that book a loss, and of those that take it back.
_LOSS = frozenset({"account", "credit", "lost"})
_BACK = {"account_back": "account", "debit": "credit", "overturned": "lost"}


def is_booked(own: Sequence[OwnDocument]) -> bool:
    """Return whether a document among those of a dispute that books its loss was sent."""
    return any(one.sent and one.root in _LOSS for one in own)


@dataclass(frozen=True, slots=True)
class Loss:
    """What a lost dispute does, and what is taken back of it.

    Attributes:
        off_account: What comes off the money on account; ``None`` for nothing.
        document: Number of the document on account.
        cancels: Whether what is left of the order is cancelled.
        credit: What a credit note takes back; ``None`` for nothing.
        tax: Tax that the credit note was sent with; ``None`` where none was.
        journal: What is journalled as a loss, minor units of the settlement currency.
        overturned: Whether all of it is taken back: the dispute is not lost any more.
        back: What is journalled back, minor units of the settlement currency.
        booked: Whether any of it was sent.
        undecidable: Whether it was lost, overturned and decided once more.
        unbooked: What is to be booked as a loss beside what is booked, minor units; below zero it is taken back.
    """

    off_account: Money | None = None
    document: str = ""
    cancels: bool = False
    credit: Money | None = None
    tax: Money | None = None
    journal: int = 0
    overturned: bool = False
    back: int = 0
    booked: bool = False
    undecidable: bool = False
    unbooked: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """One dispute, as far as its loss goes.

    Attributes:
        original: The payment as it stands.
        amount: What is disputed.
        kept: What the payer's bank keeps, in the settlement currency, less what is booked of it because the dispute was
            won in part.
        paid: What was captured of the payment, in its currency.
        own: Our documents about the dispute, without those that were withdrawn.
        ours: Our documents about the payment and its refunds.
    """

    original: Original
    amount: Money
    kept: Money
    paid: Money
    own: Sequence[OwnDocument]
    ours: Sequence[OwnDocument]

    def loss(self, policy: Values, *, lost: bool) -> Loss:
        """Return how the loss is booked; what was sent stays as it was decided, and is taken back where it has to be.

        Raises:
            CurrencyMismatchError: When the payment's invoices are in another currency than the dispute.
        """
        made = [one for one in self.own if one.root in _LOSS]
        if is_booked(made):
            return self._taken_back(self._as_made(made), lost=lost)
        return self._planned(policy) if lost else Loss()

    def _planned(self, policy: Values) -> Loss:
        loss = Loss(journal=self.kept.minor)
        if self.original.standing != "posted" or self.kept != self.amount:
            return loss
        off, rest = self._off_account(policy), self.amount
        document = self._document
        if off is not None and document:
            rest -= off
            loss = Loss(off_account=off, document=document, cancels=self._may_cancel, journal=rest.minor)
        by_credit = policy.text("disputes.lost") == "credit_note" and self.original.invoiced and bool(rest)
        return replace(loss, credit=rest, journal=0) if by_credit else loss

    @property
    def _document(self) -> str:
        """The document on account that it is taken out of; empty for none."""
        if self.original.taken_from:
            return self.original.taken_from
        return self.original.on_account.invoice if self.original.on_account is not None else ""

    @property
    def _may_cancel(self) -> bool:
        # Where it came off the account before our database was restored, its order was cancelled with it.
        cancelled = self.original.cancelled and not self.original.taken_from
        return bool(self.original.order) and not (cancelled or self.original.complete)

    def _off_account(self, policy: Values) -> Money | None:
        """Return what of the dispute was never invoiced and never will be, as far as it is on account."""
        nothing = Money.zero(self.amount.currency)
        creditable, left = self.original.creditable(nothing), self.original.left_on_account
        if self.original.taken_from and creditable is not None:
            return self.amount - min(creditable, self.amount)
        if creditable is None or left is None or left.currency != self.amount.currency:
            return None
        off = self.amount - min(creditable, self.amount)
        ends = not self.original.order or self.original.cancelled
        ends = ends or (self._is_whole(nothing) and policy.yes("refunds.cancel_order"))
        return off if off and ends and not left < off else None

    def _is_whole(self, nothing: Money) -> bool:
        """Return whether all is disputed that refunds have left of the payment."""
        given = sum(from_account(self.ours, nothing).values(), credited(self.ours, nothing))
        return self.paid.currency == self.amount.currency and self.paid - given == self.amount

    def _as_made(self, made: Sequence[OwnDocument]) -> Loss:
        by_root = {one.root: one for one in made}
        account = by_root.get("account")
        part = next(iter(account.allocations), None) if account else None
        credit, journal = by_root.get("credit"), by_root.get("lost")
        return Loss(
            off_account=-part.value if part else None,
            document=part.invoice if part else "",
            cancels=any(one.root == "cancel" for one in self.own) and self._may_cancel,
            credit=(credit.amount or self.amount) if credit else None,
            tax=credit.tax if credit else None,
            journal=journal.amount.minor if journal and journal.amount else 0,
            booked=True,
        )

    def _taken_back(self, loss: Loss, *, lost: bool) -> Loss:
        """Take back all of a loss that is none any more, or the part of it that came back."""
        parts = {"account": loss.off_account, "credit": loss.credit, "lost": Money(loss.journal, self.kept.currency)}
        minor = {name: part.minor if part else 0 for name, part in parts.items()}
        booked, needed = sum(minor.values()), self.kept.minor if lost else 0
        sent = [one for one in self.own if one.sent and one.root in _BACK]
        back = sum(one.amount.minor if one.amount else minor[_BACK[one.root]] for one in sent)
        again = bool(back) and booked - back != needed
        made = replace(loss, undecidable=again, unbooked=needed - (booked - back))
        if not lost:
            return replace(made, overturned=True, back=loss.journal)
        over = next((one.amount.minor for one in sent if one.amount), max(0, booked - needed))
        return replace(made, back=over)
