"""What the agent would post, as postings that can be compared with what people typed. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from agent.domain.fitting import bare_key
from agent.domain.kinds import (
    ArDocument,
    BankReceipt,
    CashEntry,
    CreditNote,
    InvoiceCredit,
    Journal,
    Receipt,
    SalesOrder,
)
from agent.domain.money import Money
from agent.domain.preview import PreviewDocument
from agent.domain.shadow.entry import NEW_CUSTOMER, Entry, Side

#: What the detail about a ledger code is called.
LEDGER_CODE = "Ledger code {}"

BANK, INVOICE, BRANCH, TERMS = "Bank", "Invoice", "Branch", "Terms"


def expected(documents: Iterable[PreviewDocument]) -> tuple[Entry, ...]:
    """Return the postings of the documents of a preview; what moves no money is left out."""
    shown = list(documents)
    names: dict[str, set[str]] = defaultdict(set)
    for document in shown:
        names[document.stripe_id] |= {document.stripe_id.lower(), document.body.reference.lower()} - {""}
    return tuple(one for document in shown for one in _entries(document, frozenset(names[document.stripe_id])))


def ledger_codes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the ledger codes that journals would be posted to."""
    start = LEDGER_CODE.format("")
    codes = {name.removeprefix(start) for one in entries for name, _ in one.details if name.startswith(start)}
    return tuple(sorted(codes))


def _entries(document: PreviewDocument, names: frozenset[str]) -> Iterator[Entry]:
    """Yield the posting of one document; none for one that moves no money of its own."""
    match body := document.body:
        case Receipt():
            details = ((BANK, body.bank), (INVOICE, _invoices(body)))
            yield from _entry(document, names, Side.RECEIPTS, (body.customer, body.payment_date, body.value), details)
        case ArDocument():
            value = -body.value if body.transaction_type == "C" else body.value
            details = ((BRANCH, body.branch), (TERMS, body.terms_code))
            yield from _entry(document, names, Side.SALES, (body.customer, body.date, value), details)
        case SalesOrder() if document.amount is not None:
            place = (body.customer, body.order_date, document.amount)
            yield from _entry(document, names, Side.SALES, place, ((BRANCH, body.branch),))
        case CreditNote() | InvoiceCredit() if document.amount is not None:
            place = (body.customer, body.date, -Money(abs(document.amount.minor), document.amount.currency))
            yield from _entry(document, names, Side.SALES, place, ())
        case Journal() | BankReceipt():
            yield from _journal(document, names, [(line.ledger_code, line.value) for line in body.lines], body.date)
        case CashEntry():
            # A withdrawal is a debit on its ledger codes.
            lines = [(one.ledger_code, one.value if body.direction == "W" else -one.value) for one in body.lines]
            yield from _journal(document, names, lines, body.date)


def _entry(
    document: PreviewDocument,
    names: frozenset[str],
    side: Side,
    place: tuple[str, str, Money],
    details: tuple[tuple[str, str], ...],
) -> Iterator[Entry]:
    customer, day, value = place
    if value:
        yield Entry(
            side, _key(document), customer, document.body.reference, day, value, document.title, names, details,
            document.state.value,
        )  # fmt: skip


def _journal(
    document: PreviewDocument, names: frozenset[str], lines: Sequence[tuple[str, Money]], day: str
) -> Iterator[Entry]:
    sums: dict[str, Money] = {}
    for code, value in lines:
        sums[code] = sums[code] + value if code in sums else value
    if not sums:
        return
    value, details = ledger_value(sums)
    yield from _entry(document, names, Side.LEDGER, ("", day, value), details)


def ledger_value(sums: dict[str, Money]) -> tuple[Money, tuple[tuple[str, str], ...]]:
    """Return what a journal moves without its signs, and the detail of each ledger code."""
    currency = next(iter(sums.values())).currency
    whole = Money(sum(abs(value.minor) for value in sums.values()), currency)
    return whole, tuple((LEDGER_CODE.format(code), str(value)) for code, value in sorted(sums.items()) if value)


def _invoices(body: Receipt) -> str:
    """Return the invoices that a receipt pays; empty where one of them has yet to be made, or nothing is said."""
    numbers = {part.invoice for part in body.allocations}
    if any(not number or number.startswith(NEW_CUSTOMER) or "~" in number for number in numbers):
        return ""
    return ", ".join(sorted(map(bare_key, numbers)))


def _key(document: PreviewDocument) -> str:
    return f"{document.kind.value} {document.purpose} {document.stripe_id}"
