"""What differs where payments go to invoices that SYSPRO has open, or on account: one sentence each."""

from collections import Counter

from tests.oracle import terms as accounts
from tests.oracle.notes import Notes
from tests.oracle.rules import Lost

ON_ACCOUNT = "on account"


def paying_differences(expected, company):
    """Every difference of receipts, refunds and invoices; takes what was lost on account out of the losses."""
    if not expected.paying:
        return
    notes = Notes(company)
    open_now = {_short(one.number): one.value for one in company.documents if one.kind == "I"}
    for reference in sorted(expected.paying, key=lambda one: notes.posted.get(one, 0)):
        if reference in notes.posted:
            yield from _Payment(reference, expected, company, notes, open_now).differences()
    for one in company.documents:
        if one.kind == "I" and one.balance != open_now[_short(one.number)]:
            yield f"{one.balance} hundredths of invoice {one.number} are open where {open_now[_short(one.number)]} must be"
    for number in sorted(notes.unclaimed):
        yield f"credit note {number} belongs to no refund whose money it gives back"


def _short(number):
    return number.lstrip("0")


class _Payment:
    """One payment; values in hundredths."""

    def __init__(self, reference, expected, company, notes, open_now):
        self.reference, self.expected, self.company, self.notes = reference, expected, company, notes
        self.open_now, self.sale = open_now, expected.paying[reference]
        self.scale = accounts.scale(self.sale.currency)

    def differences(self):
        on_account, wanted = self.sale.amount * self.scale, Counter()
        for number in self._meant():
            wanted[number] = min(on_account, self.open_now[number])
            self.open_now[number] -= wanted[number]
            on_account -= wanted[number]
        wanted[ON_ACCOUNT] = on_account
        yield from self._stands(self.reference, wanted)
        gone = [refund for refund in self.sale.refunds if f"{refund}.M" in self.notes.posted]
        left, invoiced = on_account, self.sale.amount * self.scale - on_account
        for refund in sorted(gone, key=lambda one: self.notes.posted[f"{one}.M"]):
            amount = self.sale.refunds[refund] * self.scale
            off = min(amount, left)
            yield from self._credited(refund, amount - off)
            if f"{refund}.R" not in self.notes.posted:
                left, invoiced = left - off, invoiced - (amount - off)
        left -= self._lost_on_account(invoiced, left)
        stands = self._on_account()
        if stands != left:
            yield f"{self.reference}: {stands} hundredths are on account where {left} must be"
        if still := sum(abs(self.notes.open[name]) for name in (self.reference, *self.sale.refunds)):
            yield f"{self.reference}: {still} hundredths of its notes are open"

    def _meant(self):
        """The invoices that the payment pays: those it names, those of the order it names, or the one of its amount."""
        told, posted = self.expected.named[self.reference], self.notes.posted
        if told.numbers:
            return told.numbers
        there = [
            one
            for one in self.company.documents
            if one.kind == "I"
            and self.open_now[_short(one.number)] > 0
            # What the site had billed by then.
            and posted.get(one.reference, 0) < posted[self.reference]
        ]
        if told.order:
            return sorted(_short(one.number) for one in there if one.reference == told.order)
        due = self.sale.amount * self.scale
        exact = [
            _short(one.number)
            for one in there
            if one.customer == told.payer and self.open_now[_short(one.number)] == due
        ]
        return exact if len(exact) == 1 else []

    def _stands(self, reference, wanted):
        found = Counter()
        for row in self.company.receipts:
            if row.reference == reference:
                found[ON_ACCOUNT if row.invoice.startswith("_CRD") else _short(row.invoice)] += row.value
        for name in sorted({*found, *wanted}):
            if found[name] != wanted[name]:
                yield f"{reference}: {found[name]} hundredths went to {name} where {wanted[name]} must"

    def _credited(self, refund, wanted):
        """What was paid too much goes first; the rest is credited, and a refund that came back takes that back."""
        if self.notes.credits[refund] != wanted:
            yield f"{refund}: credits of {self.notes.credits[refund]} hundredths where {wanted} must be"
        back = wanted if f"{refund}.R" in self.notes.posted else 0
        if self.notes.debits[refund] != back:
            yield f"{refund}: debit notes of {self.notes.debits[refund]} hundredths where {back} must be"

    def _lost_on_account(self, invoiced, left):
        """A lost dispute is a loss as far as the payment has paid invoices; the rest of it comes off the account."""
        found = self.expected.lost.get(self.reference, Lost())
        lost = found.amount * self.scale
        off = lost - min(invoiced, lost)
        if off > left or not self._says_lost(found):
            return 0
        self.expected.was_on_account(found, off // self.scale, self.sale.currency)
        return 0 if found.overturned else off

    def _says_lost(self, lost):
        """Whether SYSPRO says so; of one that was overturned before anybody knew it says nothing."""
        return not lost.overturned or any(f"{lost.dispute}.{end}" in self.notes.posted for end in ("L", "BA"))

    def _on_account(self):
        """What stands open on account of this payment, or of what came back of its refunds."""
        names = {self.reference, *(f"{refund}.R" for refund in self.sale.refunds)}
        made = {
            (row.customer, row.invoice)
            for row in self.company.receipts
            if row.reference in names and row.invoice.startswith("_CRD") and row.value > 0
        }
        return -sum(one.balance for one in self.company.documents if (one.customer, one.number) in made)
