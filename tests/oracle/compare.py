"""What differs between what must stand in SYSPRO and what stands there, object by object, one sentence each."""

from collections import Counter, defaultdict
from datetime import UTC, datetime

from tests.oracle import terms as accounts
from tests.oracle.by_hand import booked_with
from tests.oracle.modes import expect
from tests.oracle.notes import Notes
from tests.oracle.paying import paying_differences
from tests.oracle.receivables import invoice_differences
from tests.oracle.rules import Lost
from tests.oracle.standing import standing
from tests.oracle.summing import place

_ROUNDING = 5  # hundredths that SYSPRO's own tax may differ by


def differences(account, company, terms):
    """Every difference; empty when the books are right."""
    account = booked_with(account, company, terms)
    expected = expect(account, terms)
    place(expected, company, terms)
    for subject in _asked(account, company, terms):
        _forget(expected, subject)
    ends = [*_ends(expected, company), *paying_differences(expected, company)]
    return [
        *_ledger(expected, company, terms),
        *_receipts(expected, company),
        *_orders(expected, company),
        *ends,
        *invoice_differences(expected, company),
        *_days(expected, company),
        *([f"the ledger is out of balance by {broken}"] if (broken := company.trial_balance()) else ()),
    ]


def asked(account, company, terms):
    """What a person is asked about, and whether that is sure: payments that were taken back before anybody posted them."""
    return _asked(booked_with(account, company, terms), company, terms)


def _asked(account, company, terms):
    expected, posted = expect(account, terms), {row.reference for row in company.receipts}
    returned = dict.fromkeys(expected.returned - posted, True)
    return returned | place(expected, company, terms)


def _forget(expected, subject):
    for reference in (subject, f"{subject}.M", f"{subject}.R"):
        expected.receipts.pop(reference, None)
        expected.orders.pop(reference, None)
        expected.invoices.pop(reference, None)
        expected.paying.pop(reference, None)
        for key in [key for key in expected.lines if key[0] == reference]:
            del expected.lines[key]


def _left_out(expected, there):
    """References of pairs of which neither is there."""
    return {ref for pair in expected.pairs if not any(one in there for one in pair) for ref in pair}


def _ledger(expected, company, terms):
    actual = standing(company, terms)
    left_out = _left_out(expected, {reference for reference, _, _ in actual})
    wanted = Counter({key: minor for key, minor in expected.lines.items() if key[0] not in left_out})
    for key in sorted({*wanted, *actual}):
        if wanted[key] != actual[key]:
            reference, code, currency = key
            yield f"{reference}: {actual[key]} {currency} on {code} where {wanted[key]} must be"


def _receipts(expected, company):
    actual, rows = Counter(), defaultdict(list)
    for row in company.receipts:
        places = accounts.scale(row.currency.lower())
        actual[row.reference] += row.value // places
        rows[row.reference].append(row)
    left_out = _left_out(expected, actual)
    for reference in sorted({*expected.receipts, *actual}):
        wanted = 0 if reference in left_out else expected.receipts[reference]
        if actual[reference] != wanted:
            yield f"{reference}: the customer's account shows {actual[reference]} received where {wanted} must be"
        if len({row.customer for row in rows[reference]}) > 1:
            yield f"{reference}: stands on more than one customer"
        if len({row.value > 0 for row in rows[reference]}) > 1 and not _moves_to_invoice(reference, rows, company):
            yield f"{reference}: stands with both signs, and is no money on account that went to its order's invoice"


def _moves_to_invoice(reference, rows, company):
    """Whether rows only set a payment's money, and its late notes, against invoices of its own order."""
    payment, _, letters = reference.partition(".")
    orders = {order.number for order in company.orders if order.reference == payment}
    own = {one.number for one in company.documents if one.kind == "I" and one.order and one.order in orders}
    own |= {one.number for one in company.documents if one.reference.startswith(f"{payment}.P")}
    taken = [row for row in rows[reference] if row.value < 0]
    given = [row for row in rows[reference] if row.value > 0]
    return (
        letters.startswith("P")
        and all(row.invoice.startswith("_CRD") or (row.kind == "C" and row.invoice in own) for row in taken)
        and all(row.invoice in own for row in given)
    )


def _orders(expected, company):
    found = defaultdict(list)
    for order in company.orders:
        if order.kind == "O":
            found[order.reference].append(order)
    for reference in sorted({*expected.orders, *found}):
        numbers = [order.number for order in found[reference]]
        if reference not in expected.orders:
            yield f"{reference}: order {', '.join(numbers)} for what is no payment"
        elif len(numbers) != 1:
            yield f"{reference}: {len(numbers)} orders where one must be"


def _ends(expected, company):
    """How each order ends: what was given back, lost and credited of it, and that nothing of it stays open."""
    orders = {order.reference: order for order in company.orders if order.kind == "O"}
    notes = Notes(company)
    for reference, sale in expected.orders.items():
        if reference in orders:
            yield from _Ending(orders[reference], sale, notes).differences(expected)
    for number in sorted(notes.unclaimed):
        yield f"credit note {number} belongs to no refund whose money it gives back"


class _Ending:
    """One order; values in hundredths."""

    def __init__(self, order, sale, notes):
        self.order, self.sale, self.notes = order, sale, notes
        self.scale = accounts.scale(sale.currency)
        self.invoices = notes.invoices[order.number]
        self.paid = sale.amount * self.scale

    def differences(self, expected):
        notes, credited, off_account, ends = self.notes, 0, 0, False
        gone = {refund: notes.posted[f"{refund}.M"] for refund in self.sale.refunds if f"{refund}.M" in notes.posted}
        for refund in sorted(gone, key=gone.get):
            amount, before = self.sale.refunds[refund] * self.scale, self._invoiced_before(gone[refund])
            last = _gone_by(gone[refund], gone, self.sale, notes) >= self.sale.amount
            wanted = self._credit(amount, before - credited, gone[refund], last=last, whole=amount == self.paid)
            # The last of several parts leaves nothing of the order, as one refund of all does.
            ends |= last and before < self.paid - _ROUNDING
            if not last and not notes.credits[refund]:
                wanted = 0  # decided before it was invoiced, and posted late: a later note credits it
            if notes.credits[refund] != wanted:
                yield f"{refund}: credits of {notes.credits[refund]} hundredths where {wanted} must be ({self.order.number})"
            came_back = f"{refund}.R" in notes.posted
            if notes.debits[refund] != (notes.credits[refund] if came_back else 0):
                yield f"{refund}: debit notes of {notes.debits[refund]} for credits of {notes.credits[refund]}"
            credited += 0 if came_back else wanted
            off_account += 0 if came_back else amount - wanted
        lost = self._lost_before_it_was_sold(expected, credited)
        ends |= lost > 0
        if self.order.cancelled != ends:
            yield f"{self.order.reference}: order {self.order.number} is {'' if self.order.cancelled else 'not '}cancelled"
        yield from self._late(off_account + lost)

    def _credit(self, amount, creditable, at, *, last, whole):
        """What a refund credits by itself: what is invoiced, and where that is too little all that is when it ends it."""
        if whole and abs(creditable - amount) <= _ROUNDING:
            return min(creditable, amount)  # the invoice with its own cents
        if amount <= creditable:
            return amount
        if last:
            return creditable
        # Else what is on account goes first.
        names = [self.order.reference, *self.sale.refunds]
        left = sum(value for name in names for when, value in self.notes.on_account[name] if when < at)
        return amount - min(left, amount)

    def _invoiced_before(self, at):
        return sum(one.value for one in self.invoices if self.notes.invoiced[one.number] < at)

    def _lost_before_it_was_sold(self, expected, credited):
        """A lost dispute of all that is left of a payment is a loss only as far as it was invoiced by then."""
        found = expected.lost.get(self.order.reference, Lost())
        reference, lost = found.dispute, found.amount
        came_back = {refund for refund in self.sale.refunds if f"{refund}.R" in self.notes.posted}
        given = sum(amount for refund, amount in self.sale.refunds.items() if refund not in came_back)
        posted = [
            self.notes.posted[f"{reference}.{end}"] for end in ("L", "BA") if f"{reference}.{end}" in self.notes.posted
        ]
        if not lost or not posted or lost != self.sale.amount - given:
            return 0
        off = max(0, lost * self.scale - max(0, self._invoiced_before(min(posted)) - credited))
        expected.was_on_account(found, off // self.scale, self.sale.currency)
        return off

    def _late(self, off_account):
        """What left before it was invoiced is credited on the invoice that keeps it open, and nothing else stays so."""
        name, value = self.order.reference, sum(one.value for one in self.invoices)
        wanted = max(0, value - (self.paid - off_account))
        made = self.notes.credits[name] - self.notes.debits[name]
        if abs(made - wanted) > (_ROUNDING if wanted else 0):
            yield f"{name}: late credits of {made} hundredths where {wanted} must be"
        left = sum(abs(self.notes.open[key]) for key in (name, self.order.number, *self.sale.refunds))
        if left > (_ROUNDING if value > self.paid else 0):
            yield f"{name}: {left} hundredths of order {self.order.number} are open"


def _gone_by(at, out_at, sale, notes):
    """How much of the payment was given back, and had not come back, when a refund's money went out."""
    gone = [refund for refund, posted in out_at.items() if posted <= at]
    back = [refund for refund in gone if notes.posted.get(f"{refund}.R", at) < at]
    return sum(sale.refunds[refund] for refund in gone) - sum(sale.refunds[refund] for refund in back)


def _days(expected, company):
    days = {reference: datetime.fromtimestamp(at, UTC).date().isoformat() for reference, at in expected.days.items()}
    ours = [*((row.reference, row.day[:10]) for row in company.receipts)]
    ours += [(row.reference, row.day[:10]) for row in company.ledger if row.source in {"", "CS"}]
    ours += [(order.reference, order.day[:10]) for order in company.orders if order.kind == "O"]
    ours += [(one.reference, one.day[:10]) for one in company.documents if one.reference.endswith(".I")]
    for reference, day in sorted(set(ours)):
        if reference in days and days[reference] != day:
            yield f"{reference}: dated {day} where {days[reference]} must be"
