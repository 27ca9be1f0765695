"""What differs between what must stand in SYSPRO and what stands there, object by object, one sentence each."""

from collections import Counter, defaultdict
from datetime import UTC, datetime

from tests.oracle import terms as accounts
from tests.oracle.modes import expect

_ROUNDING = 5  # hundredths that SYSPRO's own tax may differ by


def differences(account, company, terms):
    """Every difference; empty when the books are right."""
    expected = expect(account, terms)
    waiting = asked(account, company, terms)
    for subject in waiting:
        _forget(expected, subject)
    return [
        *_ledger(expected, company, terms),
        *_receipts(expected, company),
        *_orders(expected, company),
        *_credits(expected, company),
        *_days(expected, company),
        *([f"the ledger is out of balance by {broken}"] if (broken := company.trial_balance()) else ()),
    ]


def asked(account, company, terms):
    """What a person is asked about.

    A refund that is neither within what is invoiced of its order nor within what is not, and a payment that the payer's
    bank had taken back before anybody posted it.
    """
    expected, invoiced, posted = expect(account, terms), Counter(), {row.reference for row in company.receipts}
    done = {one for pair in expected.pairs for one in pair} | posted  # what came back unposted asks for nothing
    for one in company.documents:
        if one.kind == "I" and one.order:
            invoiced[one.order] += one.value
    orders = {order.reference: order for order in company.orders if order.kind == "O"}
    unposted = {reference for reference in expected.returned if reference not in posted}
    return unposted | {
        refund
        for reference, sale in expected.orders.items()
        for refund, amount in sale.refunds.items()
        if f"{refund}.M" not in done and reference in orders
        if _is_partly(invoiced[orders[reference].number], sale, amount)
    }


def _is_partly(invoiced, sale, amount):
    """Whether an order is invoiced in part, or was when all of its payment was given back (hundredths, minor units)."""
    scale = 10 ** (2 - accounts.EXPONENTS[sale.currency])
    return invoiced > 0 and (amount == sale.amount or invoiced < sale.amount * scale)


def _forget(expected, subject):
    for reference in (subject, f"{subject}.M", f"{subject}.R"):
        expected.receipts.pop(reference, None)
        expected.orders.pop(reference, None)
        for key in [key for key in expected.lines if key[0] == reference]:
            del expected.lines[key]


def clearing(company, terms):
    """Settlement currency -> what stands on its clearing account, minor units."""
    sums = Counter()
    for (_, code, currency), minor in _actual(company, terms).items():
        if code == accounts.CLEARING[currency]:
            sums[currency] += minor
    return dict(sums)


def _actual(company, terms):
    """(reference, code, settlement currency) -> minor units that stand on the codes that are ours."""
    lines, codes = Counter(), accounts.watched() | set(terms.mapped.values())
    settles = {code: currency for currency, code in accounts.CLEARING.items()}
    for row in company.ledger:
        if row.code not in codes or row.reference == "OPENING" or not row.counts:
            continue
        if row.code == accounts.FX and row.source:
            continue  # SYSPRO's own exchange differences of receivables
        currency = settles.get(row.code) or row.currency.lower()
        hundredths = row.local if currency == terms.local else row.value
        if currency not in {terms.local, row.currency.lower()}:
            lines[row.reference, f"{row.code} in {row.currency}", currency] += row.value
            continue
        minor, left = divmod(hundredths, 10 ** (2 - accounts.EXPONENTS[currency]))
        lines[row.reference, row.code, currency] += minor
        if left:
            lines[row.reference, f"{row.code} less than a unit", currency] += left
    return lines


def _left_out(expected, there):
    """References of pairs of which neither is there."""
    return {ref for pair in expected.pairs if not any(one in there for one in pair) for ref in pair}


def _ledger(expected, company, terms):
    actual = _actual(company, terms)
    left_out = _left_out(expected, {reference for reference, _, _ in actual})
    wanted = Counter({key: minor for key, minor in expected.lines.items() if key[0] not in left_out})
    for key in sorted({*wanted, *actual}):
        if wanted[key] != actual[key]:
            reference, code, currency = key
            yield f"{reference}: {actual[key]} {currency} on {code} where {wanted[key]} must be"


def _receipts(expected, company):
    actual, rows = Counter(), defaultdict(list)
    for row in company.receipts:
        places = 10 ** (2 - accounts.EXPONENTS[row.currency.lower()])
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
    """Whether rows only move a payment's money from the account to an invoice of its own order."""
    payment, _, letter = reference.partition(".")
    orders = {order.number for order in company.orders if order.reference == payment}
    own = {one.number for one in company.documents if one.kind == "I" and one.order and one.order in orders}
    taken = [row for row in rows[reference] if row.value < 0]
    given = [row for row in rows[reference] if row.value > 0]
    on_account = all(row.invoice.startswith("_CRD") for row in taken)
    return letter == "P" and on_account and all(row.invoice in own for row in given)


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


def _credits(expected, company):
    """A refund credits what was invoiced when its money went out, and cancels an order that it leaves nothing of."""
    orders = {order.reference: order for order in company.orders if order.kind == "O"}
    notes = _Notes(company)
    for reference, sale in expected.orders.items():
        if reference in orders:
            yield from _credits_of(orders[reference], sale, notes)
    for number in sorted(notes.unclaimed):
        yield f"credit note {number} belongs to no refund whose money it gives back"


class _Notes:
    """Credit and debit notes, and in which order everything was posted."""

    def __init__(self, company):
        documents = {(one.customer, one.number, one.kind): one for one in company.documents}
        paid_out = {(row.customer, row.invoice, row.kind): row.reference for row in company.receipts if row.value < 0}
        self.credits, self.debits, self.invoices = Counter(), Counter(), defaultdict(list)
        self.unclaimed = set()
        for key, one in documents.items():
            if one.kind == "I" and one.order:
                self.invoices[one.order].append(one)
            elif one.kind == "D" and "." in one.reference:
                self.debits[one.reference.rpartition(".")[0]] += one.value
            elif one.kind == "C" and not one.number.startswith("_CRD"):
                if key in paid_out:
                    self.credits[paid_out[key].rpartition(".")[0]] -= one.value
                else:
                    self.unclaimed.add(one.number)
        self.posted, self.invoiced = {}, {}
        for row in company.ledger:
            self.posted[row.reference] = min(row.journal, self.posted.get(row.reference, row.journal))
            if row.source == "SA":
                self.invoiced[row.invoice] = min(row.journal, self.invoiced.get(row.invoice, row.journal))


def _credits_of(order, sale, notes):
    scale = 10 ** (2 - accounts.EXPONENTS[sale.currency])
    invoices, may_cancel = notes.invoices[order.number], False
    out_at = {refund: notes.posted[f"{refund}.M"] for refund in sale.refunds if f"{refund}.M" in notes.posted}
    for refund in sorted(out_at, key=out_at.get):
        amount = sale.refunds[refund] * scale
        before = sum(one.value for one in invoices if notes.invoiced[one.number] < out_at[refund])
        # What was not invoiced, or is more than was, goes back from the account without a credit note.
        wanted = amount if amount <= before else 0
        if amount == sale.amount * scale and abs(before - amount) <= _ROUNDING:
            wanted = before  # the invoice with its own cents
        # The last of several parts leaves nothing of the order, as one refund of all does.
        may_cancel |= _gone_by(out_at[refund], out_at, sale, notes) >= sale.amount and not before
        if notes.credits[refund] != wanted:
            yield f"{refund}: credit notes of {notes.credits[refund]} hundredths where {wanted} must be ({order.number})"
        came_back = f"{refund}.R" in notes.posted
        if notes.debits[refund] != (notes.credits[refund] if came_back else 0):
            yield f"{refund}: debit notes of {notes.debits[refund]} hundredths for credits of {notes.credits[refund]}"
    if order.cancelled != may_cancel:
        yield f"{order.reference}: order {order.number} is {'' if order.cancelled else 'not '}cancelled"


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
    for reference, day in sorted(set(ours)):
        if reference in days and days[reference] != day:
            yield f"{reference}: dated {day} where {days[reference]} must be"
