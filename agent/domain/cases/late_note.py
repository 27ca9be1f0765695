"""The credit note for what was given back before SYSPRO invoiced the order, and a debit note where that came back.

Such a refund came off the money on account, so the order's invoice, which is over all of it, keeps that much open.
Which notes are due is told by the difference between what refunds have taken and what notes of ours say already.
"""

from dataclasses import dataclass, replace

from agent.domain.cases.credit import split
from agent.domain.cases.given_back import notes_of, to_be_credited
from agent.domain.cases.note_lines import NoteLines, note_lines
from agent.domain.cases.original import Original
from agent.domain.cases.reckoned import with_read_tax
from agent.domain.documents import REPLACEABLE
from agent.domain.facts import Facts, OwnDocument
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.settings import Values

_UNSENT = frozenset(state.value for state in REPLACEABLE)

#: Kind of the document that a note begins with -> its route.
_ROUTES = {Kind.AR_DOCUMENT.value: "arstin", Kind.CREDIT_NOTE.value: "sortch"}
_SIGNS = {"credit": 1, "debit": -1}


@dataclass(frozen=True, slots=True)
class LateNote:
    """One note, or none.

    Attributes:
        purpose: ``credit``, ``debit``, or empty for none.
        route: ``arstin`` or ``sortch``.
        number: 1 for the first of a payment.
        value: With tax, above zero; ``None`` for none.
        net: Before tax.
        tax: Tax within it.
        refunds: The refunds that it is for; those that stay without one where the site wants no credit notes.
        uncredited: What stays open of the invoices because the site wants no credit notes; ``None`` for nothing.
        problem: Why it cannot be made; else empty.
        form: The lines of a free-form credit note; else ``None``.
    """

    purpose: str = ""
    route: str = ""
    number: int = 1
    value: Money | None = None
    net: Money | None = None
    tax: Money | None = None
    refunds: tuple[str, ...] = ()
    uncredited: Money | None = None
    problem: str = ""
    form: NoteLines | None = None

    @property
    def suffix(self) -> str:
        """What tells it from earlier notes of the payment, in references."""
        return "" if self.number == 1 else str(self.number)

    @property
    def document(self) -> tuple[Kind, str]:
        """Kind and purpose of the document whose SYSPRO key is its number in receivables."""
        kind = Kind.ORDER_INVOICE if self.route == "sortch" else Kind.AR_DOCUMENT
        return kind, self.purpose + (f"-{self.number}" if self.suffix else "")


def late_note(facts: Facts, policy: Values, *, still_open: Money, left_over: Money) -> LateNote:
    """Return the note that is due, or that was sent and is not set against the invoices yet.

    Args:
        facts: The facts of an allocation.
        policy: The deciding settings.
        still_open: What stays open of the order's invoices when the money on account has paid what it can.
        left_over: What stays on account then.
    """
    made = [one for one in facts.ours if _begins_note(one, facts.stripe.subject)]
    nothing = Money.zero(still_open.currency)
    last = made[-1] if made else None
    if last is not None and policy.text("receipts.allocate") != "none" and not _is_settled(facts, len(made)):
        again = LateNote(last.root, _ROUTES[last.kind], len(made))
        return _with_tax(facts, again, last.amount or nothing, policy, own=last)
    taken = to_be_credited(facts.ours, nothing)
    noted = sum((_signed(one, nothing) for one in made), nothing)
    due = sum(taken.values(), nothing) - noted
    refunds = tuple(sorted(taken))
    if due.minor < 0:
        value = min(-due, left_over)
        return (
            _with_tax(facts, LateNote("debit", "arstin", len(made) + 1), value, policy)
            if value.minor > 0
            else LateNote()
        )
    value = min(due, still_open)
    if value.minor <= 0:
        return LateNote()
    wanted = policy.text("refunds.credit")
    if wanted == "none":
        return LateNote(refunds=refunds, uncredited=value)
    route = "sortch" if wanted == "sortch" else "arstin"
    return _with_tax(facts, LateNote("credit", route, len(made) + 1, refunds=refunds), value, policy)


def _begins_note(one: OwnDocument, subject: str) -> bool:
    return one.stripe_id == subject and one.kind in _ROUTES and one.root in _SIGNS and one.state not in _UNSENT


def _is_settled(facts: Facts, number: int) -> bool:
    purpose = "settle" if number == 1 else f"settle-{number}"
    own = (one for one in facts.ours if one.stripe_id == facts.stripe.subject and one.purpose == purpose)
    return any(one.state not in _UNSENT for one in own)


def _signed(one: OwnDocument, nothing: Money) -> Money:
    value = one.amount or nothing
    return value if _SIGNS[one.root] > 0 else -value


def _with_tax(facts: Facts, note: LateNote, value: Money, policy: Values, own: OwnDocument | None = None) -> LateNote:
    """Return the note over ``value`` with its share of the tax of the order's invoices; ``own`` where it was sent."""
    note = replace(note, value=value)
    earlier = tuple(one for one in notes_of(facts.ours) if one != own)
    notes, unknown = with_read_tax(earlier, facts.ours, facts.erp.notes)
    sign = _SIGNS[note.purpose]
    sale = Original("posted", invoices=facts.erp.invoices, notes=notes, notes_problem=unknown)
    net, tax = split(sale, value if sign > 0 else -value)
    if net is not None and tax is not None:
        note = replace(note, net=net if sign > 0 else -net, tax=tax if sign > 0 else -tax)
        form = note_lines(value, note.tax, sale, policy) if note.route == "sortch" else None
        # One that was sent stays as it is.
        return replace(note, net=form.net, form=form, problem="" if own else form.problem) if form else note
    numbers = ", ".join(one.invoice for one in facts.erp.invoices)
    what = f"no {note.purpose} note of {note.value} can be made of it"
    problem = f"How much tax is in invoice {numbers} is not known, so {what}."
    return replace(note, problem=unknown or problem)
