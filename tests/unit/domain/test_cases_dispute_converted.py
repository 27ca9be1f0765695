"""A converted dispute of which a part stays away: that part is a loss, and only what the rate has changed is exchange."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.facts import OwnDocument
from agent.domain.kinds import JournalLine
from tests.unit.domain.movements import DAY_S, TAKEN, bodies, decided, dispute, effect_of, moved, usd

#: 96.00 GBP were taken as 120.00 USD.
POUNDS = {"currency": "gbp", "amount": 9600}
KEPT, DIFFERENCE, LOST = ("journal", "kept"), ("journal", "difference"), ("journal", "lost")


def back(minor, rate, name="back", at=10):
    return moved(name, minor, "dispute_reversal", source="dp_1", at=at * DAY_S, exchange_rate=rate)


def won(*given_back, **changes):
    return dispute(TAKEN, *given_back, status="won", given=POUNDS, **changes)


def test_all_that_comes_back_at_another_rate_leaves_an_exchange_difference_alone():
    made = decided(won(back(11712, "1.22")))
    assert effect_of(made) == {"FEE-DISP": 1500, "FX": 288, "CLR": 11712 - 13500}
    assert KEPT not in bodies(made)


def test_a_part_that_stays_away_is_proposed_as_a_loss_and_the_rest_is_exchange():
    # 72.00 of 96.00 pounds came back, at 1.22 instead of 1.25.
    made = decided(won(back(8784, "1.22")))
    states = {draft.key.purpose: draft.state for draft in made.drafts}
    posted = dict.fromkeys(("withdrawn", "reinstated", "difference"), State.PENDING)
    assert states == posted | {"kept": State.HELD}
    assert effect_of(made) == {"FEE-DISP": 1500, "FX": 216, "LOSS": 3000, "CLR": 8784 - 13500}
    assert made.drafts[-1].reason == (
        "The dispute of 96.00 GBP is won, yet of the 96.00 GBP that it took Stripe has given back 72.00 GBP by the exchange"
        " rate that it names, and does not say why. Look at it in Stripe. Proposed is 30.00 USD from the dispute account to"
        " dispute losses. Approve it, or ignore it and book by hand what became of the money."
    )


def test_a_rate_that_has_risen_does_not_hide_what_stays_away():
    # 80.00 of 96.00 pounds are as much as was taken.
    assert effect_of(decided(won(back(12000, "1.50")))) == {"FEE-DISP": 1500, "FX": -2000, "LOSS": 2000, "CLR": -1500}


@pytest.mark.parametrize(("minor", "rate"), [(11993, "1.2493"), (12003, "1.2503"), (11942, "1.2439")])
def test_what_a_rate_of_few_digits_cannot_tell_is_no_loss(minor, rate):
    assert "LOSS" not in effect_of(decided(won(back(minor, rate))))


def test_parts_that_come_back_at_rates_of_their_own_are_added_up():
    made = decided(won(back(6100, "1.22"), back(5520, "1.20", "later", 12)))
    assert effect_of(made) == {"FEE-DISP": 1500, "FX": 380, "CLR": 11620 - 13500}


def test_without_a_rate_of_stripes_what_is_missing_stays_an_exchange_difference():
    assert effect_of(decided(won(back(9000, "")))) == {"FEE-DISP": 1500, "FX": 3000, "CLR": -4500}


def test_of_a_lost_dispute_that_came_back_in_part_only_what_stays_away_is_a_loss():
    facts = dispute(TAKEN, back(8784, "1.22"), status="lost", given=POUNDS)
    made = decided(facts)
    assert effect_of(made) == {"FEE-DISP": 1500, "FX": 216, "LOSS": 3000, "CLR": 8784 - 13500}
    assert (bodies(made)[DIFFERENCE].reference, bodies(made)[LOST].reference) == ("dp_1.F", "dp_1.L")


def test_what_was_posted_before_it_was_lost_stays_as_it_was():
    open_ = decided(dispute(TAKEN, back(8784, "1.22"), status="under_review", given=POUNDS))
    lost = decided(dispute(TAKEN, back(8784, "1.22"), status="lost", given=POUNDS))
    for purpose in ("withdrawn", "reinstated"):
        assert bodies(open_)["journal", purpose] == bodies(lost)["journal", purpose]


def test_a_dispute_that_is_lost_without_a_return_has_no_exchange_difference():
    assert effect_of(decided(dispute(TAKEN, status="lost", given=POUNDS))) == {
        "FEE-DISP": 1500,
        "LOSS": 12000,
        "CLR": -13500,
    }


def test_a_loss_that_was_booked_stays_and_is_not_taken_for_more():
    booked = OwnDocument("journal", "lost", "dp_1", "posted", "2023/11/3", amount=usd(3000))
    facts = dispute(TAKEN, back(8784, "1.22"), status="lost", given=POUNDS, sent=True)
    made = decided(replace(facts, ours=(booked,)))
    assert ("journal", "overturned") not in bodies(made)


def test_a_summary_has_taken_what_moved_and_loss_and_exchange_stand_apart():
    summed = {"txn_taken": "po_1", "txn_back": "po_2"}
    made = decided(won(back(8784, "1.22"), elsewhere=summed), posting__mode="summary")
    assert effect_of(made) == {"DISP": -3216, "FX": 216, "LOSS": 3000}
    assert set(bodies(made)) == {DIFFERENCE, KEPT}


def test_what_is_taken_once_more_after_it_came_back_is_a_loss_and_no_exchange_difference():
    again = moved("again", -11808, "dispute", source="dp_1", at=20 * DAY_S, exchange_rate="1.23")
    made = decided(dispute(TAKEN, back(11712, "1.22"), again, status="lost", given=POUNDS))
    assert effect_of(made) == {"FEE-DISP": 1500, "FX": 288, "LOSS": 11808, "CLR": 11712 - 13500 - 11808}


def journal(purpose, minor, state="posted", rate=0, text="dispute decided"):
    """A journal about the dispute that SYSPRO has, with an exchange difference of `rate`: all of one that books it."""
    rate = rate or (minor if purpose == "difference" else 0)
    lines = (JournalLine("FX", usd(rate), "dispute at another rate"), JournalLine("DISP", usd(-rate), text))
    return OwnDocument("journal", purpose, "dp_1", state, "2023/11/3", amount=usd(minor), lines=lines)


def sent(facts, *journals):
    return replace(facts, sent=True, ours=tuple(journals))


def test_a_return_is_the_same_whatever_becomes_of_its_dispute_and_the_rate_stands_by_itself():
    made = [
        bodies(decided(dispute(TAKEN, back(11712, "1.22"), status=status, given=POUNDS)))
        for status in ("under_review", "won", "lost")
    ]
    assert len({each["journal", "reinstated"] for each in made}) == 1
    assert DIFFERENCE not in made[0]
    assert made[1][DIFFERENCE] == made[2][DIFFERENCE]


def test_a_won_dispute_that_is_lost_without_a_movement_has_its_exchange_difference_once():
    posted = (journal("withdrawn", -13500), journal("reinstated", 11712), journal("difference", 288))
    lost = decided(sent(dispute(TAKEN, back(11712, "1.22"), status="lost", given=POUNDS), *posted))
    assert lost.drafts == decided(won(back(11712, "1.22"))).drafts
    assert effect_of(lost) == {"FEE-DISP": 1500, "FX": 288, "CLR": 11712 - 13500}


def test_without_a_rate_an_exchange_difference_that_is_booked_is_no_loss_beside():
    posted = (journal("withdrawn", -13500), journal("reinstated", 9000), journal("difference", 3000))
    lost = decided(sent(dispute(TAKEN, back(9000, ""), status="lost", given=POUNDS), *posted))
    assert effect_of(lost) == {"FEE-DISP": 1500, "FX": 3000, "CLR": -4500}


def test_an_exchange_difference_that_was_earned_is_booked_as_one_below_zero():
    made = decided(won(back(12288, "1.28")))
    (difference,) = [draft for draft in made.drafts if draft.key.purpose == "difference"]
    assert difference.amount == usd(-288)
    assert decided(sent(won(back(12288, "1.28")), journal("difference", -288))).drafts == made.drafts


@pytest.mark.parametrize(
    ("status", "posted", "words"),
    [
        # 48.00 pounds came back at 1.22 while the bank still looked at it: nothing but the return was booked.
        (
            "won",
            (),
            (
                "54.00 USD into clearing from the dispute account, 15.00 USD from the dispute account to dispute losses and"
                " 7.56 USD back from exchange differences"
            ),
        ),
        # It was lost with that: half of it is a loss, and what the pounds had lost is exchange.
        (
            "lost",
            (journal("difference", 144), journal("lost", 6000)),
            (
                "54.00 USD into clearing from the dispute account, 45.00 USD back from dispute losses and 9.00 USD back"
                " from exchange differences"
            ),
        ),
        # It was won with that, and a person has approved the rest as a loss.
        (
            "won",
            (journal("difference", 144), journal("kept", 6000)),
            (
                "54.00 USD into clearing from the dispute account, 45.00 USD back from dispute losses and 9.00 USD back"
                " from exchange differences"
            ),
        ),
    ],
)
def test_of_a_second_return_a_person_books_the_rate_as_exchange_and_what_stays_away_as_a_loss(status, posted, words):
    # Of the other 48.00 pounds 36.00 come back at 1.50; 12.00 stay away, which were taken as 15.00 dollars.
    facts = dispute(TAKEN, back(5856, "1.22"), back(5400, "1.50", "later", 20), status=status, given=POUNDS)
    made = decided(sent(facts, journal("withdrawn", -13500), journal("reinstated", 5856), *posted))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "dispute.lost_again")
    assert words in made.reason


def test_a_second_return_after_summaries_took_the_first_and_its_difference_is_booked_is_left_to_a_person():
    facts = won(
        back(5856, "1.22"), back(5400, "1.50", "later", 20), elsewhere={"txn_taken": "po_1", "txn_back": "po_2"}
    )
    made = decided(sent(facts, journal("difference", 144), journal("kept", 6000)), posting__mode="summary")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "dispute.lost_again")
    assert (
        "Stripe has moved -135.00 USD (2023-11-14), 58.56 USD (2023-11-24), 54.00 USD (2023-12-04); SYSPRO has -76.44 USD"
        " of that in clearing. Book by hand 54.00 USD into clearing from the dispute account, 45.00 USD back from"
        in made.reason
    )


def test_what_was_booked_of_a_loss_after_a_second_return_is_enough_when_nothing_is_left_to_say():
    facts = won(
        back(5856, "1.22"),
        back(5856, "1.22", "later", 20),
        elsewhere={"txn_taken": "po_1", "txn_back": "po_2", "txn_later": "po_3"},
    )
    made = decided(sent(facts, journal("difference", 288)), posting__mode="summary")
    assert made.outcome is Outcome.DOCUMENTS
    assert effect_of(made) == {"DISP": -288, "FX": 288}


RETURNED = (journal("withdrawn", -13500), journal("reinstated", 12288, rate=-288))


@pytest.mark.parametrize("status", ["won", "lost", "under_review"])
def test_a_difference_that_an_earlier_version_posted_as_lines_of_the_return_is_booked_once(status):
    made = bodies(decided(sent(dispute(TAKEN, back(12288, "1.28"), status=status, given=POUNDS), *RETURNED)))
    assert DIFFERENCE not in made
    assert [(line.ledger_code, line.value, line.comment) for line in made["journal", "reinstated"].lines] == [
        ("CLR", usd(12288), "dispute won"),
        ("DISP", usd(288 - 12288), "dispute won"),
        ("FX", usd(-288), "dispute at another rate"),
    ]


def test_a_difference_that_was_booked_twice_is_taken_back_by_hand():
    facts = dispute(TAKEN, back(12288, "1.28"), status="lost", given=POUNDS)
    made = decided(sent(facts, *RETURNED, journal("difference", -288)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "dispute.lost_again")
    assert "Book by hand 2.88 USD from the dispute account to exchange differences" in made.reason


@pytest.mark.parametrize("text", ["dispute won", "dispute lost in part"])
def test_a_difference_is_what_its_lines_book_and_keeps_their_text(text):
    """An earlier version wrote beside it what it debits."""
    posted = journal("difference", 288, rate=-288, text=text)
    facts = dispute(TAKEN, back(12288, "1.28"), status="lost", given=POUNDS)
    made = decided(sent(facts, journal("withdrawn", -13500), journal("reinstated", 12288), posted))
    assert made.outcome is Outcome.DOCUMENTS, made.reason
    assert [(line.ledger_code, line.comment) for line in bodies(made)[DIFFERENCE].lines] == [
        ("DISP", text),
        ("FX", "dispute at another rate"),
    ]


@pytest.mark.parametrize("given", [POUNDS, {}])
def test_a_rest_that_is_booked_as_a_loss_stays_one_while_the_bank_looks_at_it_once_more(given):
    facts = dispute(TAKEN, back(9000, "1.25" if given else ""), status="under_review", given=given)
    made = decided(sent(facts, journal("withdrawn", -13500), journal("reinstated", 9000), journal("kept", 3000)))
    assert made.outcome is Outcome.DOCUMENTS, made.reason


def test_a_difference_that_a_person_books_by_hand_is_no_loss():
    by_hand = journal("difference", 3000, state="cancelled")
    facts = dispute(TAKEN, back(9000, ""), status="lost", given=POUNDS)
    made = decided(sent(facts, journal("withdrawn", -13500), journal("reinstated", 9000), by_hand))
    assert LOST not in bodies(made)


def test_more_than_was_taken_without_a_rate_is_a_loss_below_zero_and_taken_back_as_one():
    came = dispute(TAKEN, back(12288, ""), status="lost", given=POUNDS)
    (lost,) = [draft for draft in decided(came).drafts if draft.key.purpose == "lost"]
    assert (lost.amount, effect_of(decided(came))["LOSS"]) == (usd(-288), -288)
    posted = (journal("withdrawn", -13500), journal("reinstated", 12288), journal("lost", -288))
    won_after_all = decided(sent(won(back(12288, "")), *posted))
    (back_,) = [draft for draft in won_after_all.drafts if draft.key.purpose == "overturned"]
    assert back_.amount == usd(-288)
    assert effect_of(won_after_all) == {"FEE-DISP": 1500, "FX": -288, "CLR": 12288 - 13500}
    again = decided(sent(won(back(12288, "")), *posted, journal("overturned", -288)))
    assert again.outcome is Outcome.DOCUMENTS, again.reason
