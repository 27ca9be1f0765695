"""What the page of a payout says of it in one sentence."""

from dataclasses import replace

import pytest

from gui.viewmodels.payouts import tie_sentence
from tests.unit.reporting.cases import line, statement

HELD = line(3, why="held: Ask.")
IGNORED = line(4, why="ignored: Before the start.", ignored=True)

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_is_ignored_is_not_called_awaited():
    assert "ignored" in tie_sentence(statement(line(), IGNORED))
    assert "not in SYSPRO yet" in tie_sentence(statement(line(), IGNORED, HELD))
    assert tie_sentence(statement(line())) == "The movements add up to the payout, and all of them are in SYSPRO."


@pytest.mark.parametrize("lines", [(line(),), (line(), IGNORED), (line(), HELD)])
def test_of_a_payout_that_failed_it_is_said_that_nothing_reached_the_bank(lines):
    paid = statement(*lines)
    assert "bank" not in tie_sentence(paid)
    failed = tie_sentence(replace(paid, status="failed"))
    assert failed == f"{tie_sentence(paid)} The payout failed: nothing reached the bank."
