"""The gap certificate: both sides of each currency, and what is left over."""

from agent.domain.certificate import Gap, MovedSum, certificate_of
from agent.domain.reconciliation import Outcome


def certificate(stripe=(), ours=(), outcomes=()):
    return certificate_of(Gap(0, 9), 10, stripe=stripe, ours=ours, outcomes=outcomes, events=(), documents=())


def test_every_leg_with_its_outcome_leaves_no_difference():
    outcomes = [
        Outcome("usd", "posted", 2, 90), Outcome("usd", "held", 1, 7), Outcome("usd", "in_doubt", 1, 2),
        Outcome("usd", "waiting", 1, -3), Outcome("usd", "ignored", 1, 1),
    ]  # fmt: skip
    made = certificate([MovedSum("usd", 3, 97)], [MovedSum("usd", 3, 97)], outcomes)
    (line,) = made.lines
    assert (line.difference_minor, line.held_minor, line.waiting_minor, made.undecided) == (0, 7, -3, 0)
    assert made.holds


def test_what_only_stripe_has_is_a_difference():
    made = certificate([MovedSum("eur", 1, 5)])
    assert [(line.currency, line.ours_count, line.difference_minor) for line in made.lines] == [("eur", 0, 5)]
    assert not made.holds


def test_what_was_never_decided_waits_and_keeps_the_certificate_from_holding():
    made = certificate([MovedSum("usd", 1, 5)], [MovedSum("usd", 1, 5)], [Outcome("usd", "none", 2, 5)])
    assert (made.undecided, made.lines[0].waiting_minor, made.lines[0].difference_minor) == (2, 5, 0)
    assert not made.holds


def test_a_stretch_in_which_nothing_moved_is_whole():
    assert certificate().holds
