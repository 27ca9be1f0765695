"""One small scenario, and a crash at every single step of it: each time all is right at the end."""

from dataclasses import replace

import pytest

from tests.simulation.aftermath import Dispute, Refund
from tests.simulation.invariants import check
from tests.simulation.trade import HOUR_S, START_AT, Charge, Payer
from tests.simulation.world import Flavour, Site, chance, finish, run_through

ANN = Payer("cus_1", "Ann", "ann@example.com")

#: Two payments of a new customer.
TWO = [
    Charge(f"ch_{number}", ANN, "usd", 600, at, 600, "BOLT*2@3", taken_at=at, succeeds_at=at, booked_at=at)
    for number, at in ((1, START_AT + 10), (2, START_AT + 70))
]

#: Two payments of guests: one is given back in part, the other is disputed and won; then all is paid out.
GUESTS_PAY = [replace(one, payer=None, amount=60_000, captured=60_000, lines="BOLT*200@3") for one in TWO]
AT = START_AT + HOUR_S
LATER = [
    Refund("re_1", GUESTS_PAY[0], 200, AT, AT, AT),
    Dispute("dp_2", GUESTS_PAY[1], AT, AT, AT + HOUR_S, won=True),
]

LOST = Flavour(faults={"post": {"lost after": 1}}, rate=1)

#: Name -> which troubles, which payments, and what follows them.
SCENARIOS = {
    "all_answered": (Flavour(), TWO, []),
    "no_posting_answered": (LOST, TWO[:1], [Refund("re_1", TWO[0], 200, AT, AT, AT)]),
    "refund_dispute_and_payout": (Flavour(), GUESTS_PAY, LATER),
}


def test_the_scenario_with_a_refund_and_a_dispute_has_a_payout(folder, template):
    later = new_site(folder / "site", template, "refund_dispute_and_payout").later
    assert [one.type for one in later] == ["refund", "dispute", "payout"]


def new_site(folder, template, name):
    flavour, charges, later = SCENARIOS[name]
    folder.mkdir()
    return Site(folder, template, chance(1), flavour, charges=charges, later=later)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_crash_at_any_step_does_no_harm(name, folder, template, log_watch):
    steps = run_through(new_site(folder / "whole", template, name))
    recovered = 0
    for step in range(1, steps + 1):
        site = new_site(folder / str(step), template, name)
        try:
            assert run_through(site, crash_at=step) == step
            finish(site)
            check(site)
        except Exception as error:
            error.add_note(f"The process died at step {step} of {steps}.")
            raise
        recovered += site.recovered
    assert steps > 60
    assert recovered > 0
    log_watch.expect("documents in doubt after an interruption")
