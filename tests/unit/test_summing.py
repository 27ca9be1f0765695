"""Which fees a payout leaves out because another document has them already."""

from agent.domain.facts import StripeFacts
from agent.domain.settings import Values
from jobs.proposing import Unnamed
from jobs.summing import GatherSums
from tests.unit.domain.movements import moved

OWN_FEE = moved("radar", -200, "fee", type="stripe_fee")
PAYMENT = moved("paid", 5000, fee=175, source="ch_1")
PLAIN = moved("plain", 5000, source="ch_2")
OUT = moved("out", -4625, "payout", type="payout", source="po_2")


class Summaries:
    """What an earlier payout has posted of fees (`agent.ports.Summaries`)."""

    def __init__(self, posted):
        self.posted = posted

    def left(self, *_):
        return []

    def elsewhere(self, _, ids, part, __):
        return {one: "po_1" for one in ids if part == "fees" and one in self.posted}


def left_out(posted):
    payout = {"automatic": True, "balance_transaction": OUT.id}
    stripe = StripeFacts("po_2", "payout", {"payout": payout}, (OUT, OWN_FEE, PAYMENT, PLAIN))
    sums = GatherSums("EDU1", Values({}), None, Summaries(posted))
    return sums.summing(stripe, Unnamed()).fees_elsewhere


def test_stripes_own_fee_that_an_earlier_payout_has_is_not_booked_again():
    assert left_out({"txn_radar", "txn_paid", "txn_plain"}) == ("txn_paid", "txn_radar")


def test_a_fee_that_nobody_has_is_left_to_the_payout():
    assert left_out(set()) == ()
