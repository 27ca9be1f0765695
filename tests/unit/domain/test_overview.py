from agent.domain.errors import Problem
from agent.domain.money import Money
from agent.domain.overview import Connection, MoneyFlow, PayoutSummary, connections, money_flows
from agent.domain.status import JobStatus

DOWN = Problem("Stripe does not answer", "It timed out.")


def test_a_connection_is_as_its_jobs_met_it_last():
    jobs = [JobStatus("poll", 100, 0, None), JobStatus("sweep", 300, 0, None), JobStatus("post", 200, 1, None)]
    assert connections(jobs) == (Connection("Stripe", 300, None, "sweep"), Connection("SYSPRO", 200, None, "post"))


def test_the_trouble_of_one_job_is_the_trouble_of_its_connection():
    jobs = [JobStatus("poll", 100, 0, DOWN), JobStatus("sweep", 300, 0, None)]
    assert connections(jobs)[0] == Connection("Stripe", 100, DOWN, "poll")


def test_before_the_first_round_nothing_is_known_of_a_connection():
    assert connections([]) == (Connection("Stripe", 0, None, ""), Connection("SYSPRO", 0, None, ""))


def test_money_flows_are_summed_a_currency_and_undecided_money_waits():
    legs = [("eur", "held", 1, -3), ("usd", "posted", 2, 100), ("usd", "none", 1, 20), ("usd", "waiting", 0, 5)]
    assert money_flows(legs) == (
        MoneyFlow("usd", 3, posted_minor=100, waiting_minor=25),
        MoneyFlow("eur", 1, held_minor=-3),
    )
    assert [flow.total_minor for flow in money_flows(legs)] == [125, -3]


def payout(*, parts=100, movements=2, unposted=0):
    return PayoutSummary(
        "po_1", 1, "2026-01-31", "paid", "2026-02-02", Money(100, "usd"), Money(parts, "usd"), movements, unposted
    )


def test_a_payout_ties_when_its_movements_are_known_add_up_and_are_posted():
    assert payout().ties
    assert not payout(parts=99).ties
    assert payout(parts=99).difference == Money(-1, "usd")
    assert not payout(movements=0).ties
    assert not payout(unposted=1).ties
