"""Documents of the receivables side that the demo company can take."""

from agent.domain.kinds import Adjustment, Allocation, ArDocument
from tests.contract.syspro import bodies
from tests.contract.syspro.bodies import CUSTOMER, usd

FOREIGN_CUSTOMER = "000000000000902"


def ar_document(reference="re_credit_1", **changes):
    filled = {
        "reference": reference,
        "transaction_type": "C",
        "value": usd(3000),
        "date": "2023-11-14",
        "product_class": "WEB",
        "customer": CUSTOMER,
        "tax": usd(500),
        "branch": "10",
        "area": "NW",
        "salesperson": "HBL",
        "terms_code": "30",
    }
    return ArDocument(**(filled | changes))


def adjustment(reference="re_1.A", **changes):
    filled = {
        "reference": reference,
        "value": usd(3000),
        "ledger_code": "7300-000",
        "transaction_type": "C",
        "invoice": "_CRD01",
        "customer": CUSTOMER,
    }
    return Adjustment(**(filled | changes))


def money_out(invoice, kind="C", minor=-3000, reference="re_1.M", **changes):
    """Money paid back out of one document."""
    out = (Allocation(invoice, usd(minor), kind),)
    return bodies.receipt(reference, value=usd(minor), allocations=out, **changes)
