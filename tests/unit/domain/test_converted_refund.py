"""What receivables go down by when a converted refund is paid out of two documents."""

from decimal import Decimal

from agent.domain.cases.converted_refund import relieved
from agent.domain.cases.credit import Credit
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.settings import Values
from tests.unit.domain.movements import own, usd


def eur(minor):
    return Money(minor, "eur")


def test_each_document_is_rounded_by_itself_as_syspro_rounds_it():
    # 33.33 at 1.080200 is 36.00307, 66.67 at 1.083300 is 72.22361: 36.00 and 72.22, though the sum is 108.22668.
    credit = Credit("arstin", value=eur(3333), rest=eur(6667), note=(Kind.AR_DOCUMENT, "credit"))
    receipt = own("receipt", "payment", rate=Decimal("1.0833"))
    policy = Values({"refunds.credit_rate": "yes"})
    assert relieved(credit, eur(10000), usd(10802), receipt, policy) == usd(10822)
