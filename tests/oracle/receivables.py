"""What differs in receivables where each payment has an AR invoice of its own: one sentence each."""

from collections import defaultdict

from tests.oracle import terms as accounts
from tests.oracle.notes import Notes


def invoice_differences(expected, company):
    """Each payment has one AR invoice over its gross that its receipt pays; refunds are credited, and nothing is open."""
    made, notes = _made(company), Notes(company)
    for reference in sorted({*expected.invoices, *made}):
        if reference not in expected.invoices:
            yield f"{reference}: invoice {made[reference][0].number} for what is no payment"
            continue
        sale, found = expected.invoices[reference], made[reference]
        scale = accounts.scale(sale.currency)
        if [one.value for one in found] != [sale.amount * scale]:
            yield f"{reference}: invoices of {[one.value for one in found]} where {sale.amount * scale} must be"
        yield from _paid_by_its_own(reference, found, company)
        for refund, amount in sale.refunds.items():
            wanted = amount * scale if f"{refund}.M" in notes.posted else 0
            if notes.credits[refund] != wanted:
                yield f"{refund}: credits of {notes.credits[refund]} hundredths where {wanted} must be"
            back = wanted if f"{refund}.R" in notes.posted else 0
            if notes.debits[refund] != back:
                yield f"{refund}: debit notes of {notes.debits[refund]} hundredths where {back} must be"
        if left := sum(abs(notes.open[name]) for name in (reference, *sale.refunds)):
            yield f"{reference}: {left} hundredths of its notes are open"


def _made(company):
    """Payment -> its invoices in receivables, each once."""
    found = defaultdict(list)
    for one in sorted({one.number: one for one in company.documents if one.kind == "I"}.values(), key=repr):
        if one.reference.endswith(".I"):
            found[one.reference.removesuffix(".I")].append(one)
    return found


def _paid_by_its_own(reference, found, company):
    """Receipts of a payment go to its invoice whole, and that is settled with them."""
    for one in found:
        paid = [row for row in company.receipts if row.reference == reference]
        if [(row.customer, row.invoice, row.value) for row in paid] != [(one.customer, one.number, one.value)]:
            yield f"{reference}: invoice {one.number} is not paid by its receipt"
        if one.balance:
            yield f"{reference}: {one.balance} hundredths of invoice {one.number} are open"
