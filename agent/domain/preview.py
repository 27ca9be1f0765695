"""What a preview shows: every document that would be sent, held or refused, and what it does to each account. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agent.domain.documents import State
from agent.domain.fitting import Change
from agent.domain.kinds import Adjustment, ArDocument, BankReceipt, Body, CashEntry, Journal, Kind, Receipt
from agent.domain.money import Money
from agent.domain.readmodels import DecisionRow, NoteRow, SetAside

#: What receivables are called in the totals: SYSPRO finds their ledger code by the customer's branch.
RECEIVABLES = "receivables"

#: What the other side of an AR document is called: SYSPRO finds its ledger code by the product class.
SALES = "sales"


@dataclass(frozen=True, slots=True)
class PreviewDocument:
    """One document as it would go out.

    Attributes:
        kind: What is posted.
        purpose: Why, within one Stripe object.
        stripe_id: The Stripe object it exists for.
        title: Whose money, in words.
        amount: The money it stands for, if any.
        state: ``posted`` would be posted; ``held`` waits for approval; ``parked`` is refused; ``pending`` waits for
            another document that is held or refused.
        reason: Why it is held or refused; else empty.
        reason_code: The cause in machine form.
        flow: Flow that made it.
        key: Key by which other documents here name it; empty while it is not posted.
        method: e.net call, such as ``Transaction/Post``; empty where it cannot be written.
        business_object: SYSPRO's name of the object that takes it.
        parameters: ``XmlParameters`` of the call.
        document: ``XmlIn`` of the call. A key that SYSPRO has yet to give begins with ``~``.
        changes: What had to be shortened or rewritten to fit SYSPRO.
        body: What is posted.
    """

    kind: Kind
    purpose: str
    stripe_id: str
    title: str
    amount: Money | None
    state: State
    reason: str
    reason_code: str
    flow: str
    key: str
    method: str
    business_object: str
    parameters: str
    document: str
    changes: tuple[Change, ...]
    body: Body

    @property
    def wire(self) -> str:
        """What would be sent, as an attempt keeps it."""
        return f"{self.method} {self.business_object}\n{self.parameters}\n{self.document}" if self.method else ""


@dataclass(frozen=True, slots=True)
class AccountTotal:
    """What the documents that would be posted do to one account.

    Attributes:
        account: Ledger code, ``bank NAME``, ``receivables`` or ``sales CLASS``.
        currency: Currency, as Stripe writes it.
        debit_minor: Sum of debits in minor units.
        credit_minor: Sum of credits in minor units.
    """

    account: str
    currency: str
    debit_minor: int
    credit_minor: int

    @property
    def balance_minor(self) -> int:
        """Debits less credits."""
        return self.debit_minor - self.credit_minor


@dataclass(frozen=True, slots=True)
class Preview:
    """All that would become of a stretch of Stripe's history.

    Attributes:
        since_at: Its first second, Unix seconds UTC.
        until_at: When it was made, Unix seconds UTC.
        events: How many events were read.
        documents: In the order in which they would be made.
        decisions: The latest decision about each subject, oldest first.
        unreadable: What would be set aside because it cannot be read.
        accounts: Totals of what would be posted.
        notes: What flows would tell, the newest first.
    """

    since_at: int
    until_at: int
    events: int
    documents: tuple[PreviewDocument, ...]
    decisions: tuple[DecisionRow, ...]
    unreadable: tuple[SetAside, ...]
    accounts: tuple[AccountTotal, ...]
    notes: tuple[NoteRow, ...] = ()


def account_totals(bodies: Iterable[Body]) -> tuple[AccountTotal, ...]:
    """Return what documents do to each account, by account and currency.

    Orders and credit notes of sales orders move no account by themselves: SYSPRO invoices them.
    """
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for body in bodies:
        for account, value in _moves(body):
            sums[account, value.currency][value.minor < 0] += abs(value.minor)
    return tuple(AccountTotal(*key, *both) for key, both in sorted(sums.items()))


def _moves(body: Body) -> Iterator[tuple[str, Money]]:
    """Yield account and value, + debit and - credit; the values of one document add up to nothing."""
    match body:
        case Receipt():
            yield from _pair(f"bank {body.bank}", RECEIVABLES, body.value)
        case ArDocument():
            value = -body.value if body.transaction_type == "C" else body.value
            yield from _pair(RECEIVABLES, f"{SALES} {body.product_class}", value)
        case Adjustment():
            yield from _pair(RECEIVABLES, body.ledger_code, body.value)
        case Journal() | BankReceipt():
            yield from ((line.ledger_code, line.value) for line in body.lines)
        case CashEntry():
            into = 1 if body.direction == "D" else -1
            yield f"bank {body.bank}", _times(body.value, into)
            yield from ((line.ledger_code, _times(line.value, -into)) for line in body.lines)


def _pair(debit: str, credit: str, value: Money) -> Iterator[tuple[str, Money]]:
    if value:
        yield debit, value
        yield credit, -value


def _times(value: Money, sign: int) -> Money:
    return value if sign > 0 else -value
