"""Credit and debit notes as SYSPRO has them, and the money that stood on account."""

from collections import Counter, defaultdict


class Notes:
    """Credit and debit notes, money on account, and in which order everything was posted."""

    def __init__(self, company):
        self.credits, self.debits, self.invoices = Counter(), Counter(), defaultdict(list)
        self.unclaimed, self.open = set(), Counter()
        self.posted, self.invoiced = {}, {}
        for row in company.ledger:
            self.posted[row.reference] = min(row.journal, self.posted.get(row.reference, row.journal))
            if row.source == "SA":
                self.invoiced[row.invoice] = min(row.journal, self.invoiced.get(row.invoice, row.journal))
        paid_out = {(row.customer, row.invoice, row.kind): row.reference for row in company.receipts if row.value < 0}
        for one in {(one.customer, one.number, one.kind): one for one in company.documents}.values():
            self._note(one, paid_out.get((one.customer, one.number, one.kind), ""))
        self.on_account = _on_account(company, self.posted)

    def _note(self, one, paid_out):
        if one.kind == "I" and one.order:
            self.invoices[one.order].append(one)
            self.open[one.order] += one.balance
        elif one.kind == "D" and "." in one.reference:
            self.debits[one.reference.rpartition(".")[0]] += one.value
            self.open[one.reference.partition(".")[0]] += one.balance
        elif one.kind == "C" and not one.number.startswith("_CRD"):
            if not paid_out:
                self.unclaimed.add(one.number)
            self.credits[paid_out.rpartition(".")[0]] -= one.value
            self.open[paid_out.partition(".")[0]] += abs(one.balance)


def _on_account(company, posted):
    """Payment or refund -> when, and how much of its money came on account or left it."""
    rows = [row for row in company.receipts if row.invoice.startswith("_CRD")]
    origin = {(row.customer, row.invoice): row.reference.partition(".")[0] for row in rows if row.value > 0}
    found = defaultdict(list)
    for row in rows:
        found[origin.get((row.customer, row.invoice), "")].append((posted.get(row.reference, 0), row.value))
    return found
