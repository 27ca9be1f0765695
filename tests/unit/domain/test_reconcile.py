"""What each document should have moved in clearing, against the rows that SYSPRO has."""

import pytest

from agent.domain.documents import State
from agent.domain.facts import ClearingRow
from agent.domain.money import Money
from agent.domain.reconcile import Expected, ExpectedLeg, Standing, reconcile
from agent.domain.reconciliation import (
    Movement,
    Report,
    Tallying,
    discrepancy_of,
    gone_discrepancy,
    sentence,
    undecided_discrepancy,
)


def document(number=1, *, state=State.POSTED, minor=100, kind="receipt", reference=""):
    stripe_id = reference or f"ch_{number}"
    amount = None if minor is None else Money(minor, "usd")
    key = f"A/{kind}/payment/{stripe_id}"
    return Expected(number, key, kind, stripe_id, stripe_id, state, f"2026/11/{number}", amount, 50)


def leg(number=1, minor=100, *, key="", currency="usd", part="amount", at=40):
    return ExpectedLeg(number, key or f"ch_{number}", part, minor, "" if minor is None else currency, at)


def row(reference="ch_1", minor=100, *, key="2026/11/1", currency="usd"):
    return ClearingRow(reference, key, "receivables", "0001", Money(minor, currency))


def compared(documents, legs, rows, **rest):
    return list(reconcile(documents, sorted(legs, key=lambda one: (one.leg, one.part, one.document)), rows, **rest))


def standings(documents, legs, rows, **rest):
    return [item.standing for item in compared(documents, legs, rows, **rest)]


def test_what_agrees_is_matched():
    (item,) = compared([document()], [leg()], [row()])
    assert (item.standing, item.expected, item.found, item.difference) == (
        Standing.MATCHED, {"usd": 100}, {"usd": 100}, {},
    )  # fmt: skip
    assert (item.documents, item.erp_keys, item.at) == ((1,), ("2026/11/1",), 40)


def test_several_rows_of_one_posting_add_up():
    assert standings([document()], [leg()], [row(minor=60), row(minor=40)]) == [Standing.MATCHED]


def test_what_syspro_does_not_have_is_missing():
    (item,) = compared([document()], [leg()], [])
    assert (item.standing, item.erp_keys) == (Standing.MISSING, ("2026/11/1",))


def test_another_amount_differs():
    (item,) = compared([document()], [leg()], [row(minor=99)])
    assert (item.standing, item.difference, item.doubled) == (Standing.DIFFERING, {"usd": -1}, False)


def test_another_currency_differs_in_both():
    (item,) = compared([document()], [leg()], [row(currency="eur")])
    assert item.difference == {"eur": 100, "usd": -100}


def test_what_is_there_twice_is_doubled():
    (item,) = compared([document()], [leg()], [row(), row(key="2026/11/2"), row(key="2026/11/2", minor=0), row(key="")])
    assert (item.standing, item.doubled, item.erp_keys) == (Standing.DIFFERING, True, ("2026/11/1", "2026/11/2"))


def test_what_was_reversed_and_entered_anew_is_matched():
    rows = [row(), row(minor=-100, key="2026/11/2"), row(key="2026/11/3")]
    assert standings([document()], [leg()], rows) == [Standing.MATCHED]


def allocation(state=State.POSTED):
    return document(minor=None, reference="ch_1.P", state=state)


def test_an_allocation_that_syspro_has_is_matched_by_its_rows():
    rows = [row("ch_1.P", 70), row("ch_1.P", -70)]
    assert standings([allocation()], [], rows) == [Standing.MATCHED]


def test_an_allocation_without_any_row_is_missing_and_says_what_it_did():
    (item,) = compared([allocation()], [], [])
    assert (item.standing, item.moves_nothing, item.difference) == (Standing.MISSING, True, {})
    text = discrepancy_of(item).message
    assert "Document 1 of ch_1.P" in text
    assert "set money on account against invoices, and SYSPRO has no row of it" in text
    assert "`syspro-stripe retry ch_1.P`" in text


def test_an_allocation_that_is_in_doubt_may_be_there_or_not():
    assert standings([allocation(State.IN_DOUBT)], [], []) == [Standing.IN_DOUBT]


def test_other_documents_that_move_nothing_need_no_row():
    assert standings([document(kind="journal", minor=None)], [], []) == [Standing.MATCHED]


def test_a_key_that_comes_with_a_later_row_is_taken():
    (item,) = compared([document()], [leg()], [row(minor=60, key=""), row(minor=40)])
    assert item.erp_keys == ("2026/11/1",)


def in_ledger(minor, *, reference="ch_1"):
    return ClearingRow(reference, "2026/11/1", "ledger", "", Money(minor, "usd"), repeats=True)


def test_a_ledger_that_has_another_amount_than_receivables_differs():
    (item,) = compared([document()], [leg()], [row(), in_ledger(101)])
    assert (item.standing, item.found, item.difference) == (Standing.DIFFERING, {"usd": 101}, {"usd": 1})
    assert "SYSPRO's receivables agree, its ledger has 1.01 USD (2026/11/1)" in sentence(item)
    (item,) = compared([document()], [leg()], [row(), in_ledger(0)])
    assert "its ledger has 0.00 USD" in sentence(item)


def test_receivables_that_have_another_amount_than_the_ledger_differ():
    (item,) = compared([document()], [leg()], [row(minor=99), in_ledger(100)])
    assert (item.standing, item.found, item.in_ledger) == (Standing.DIFFERING, {"usd": 99}, False)


def test_what_the_ledger_has_of_a_strangers_receipt_is_not_counted_twice():
    (stranger,) = compared([], [], [row("re_9", 5), in_ledger(7, reference="re_9")])
    assert (stranger.standing, stranger.found) == (Standing.UNEXPECTED, {"usd": 5})


@pytest.mark.parametrize(("receipt", "ledger", "journal"), [(100, 101, -1), (101, 100, -1)])
def test_a_correction_puts_the_book_right_that_it_was_made_for(receipt, ledger, journal):
    correction = document(2, kind="journal", reference="ch_1.K")
    legs = [leg(), leg(2, key="ch_1")]
    rows = [row(minor=receipt), in_ledger(ledger), row("ch_1.K", journal, key="2026/11/2")]
    assert standings([document(), correction], legs, rows) == [Standing.MATCHED]
    assert standings([document(), correction], legs, [*rows[:2], row("ch_1.K", 5, key="2")]) == [Standing.DIFFERING]


def test_a_reference_that_nobody_knows_is_unexpected():
    _, stranger = compared([document()], [leg()], [row(), row("re_9", -5), row("re_9", -6, key="")])
    assert (stranger.standing, stranger.documents, stranger.key) == (Standing.UNEXPECTED, (), "re_9")
    assert (stranger.found, stranger.erp_keys) == ({"usd": -11}, ("2026/11/1",))


def test_a_row_of_a_document_that_was_not_sent_is_unexpected():
    (item,) = compared([document(state=State.PARKED)], [leg()], [row()])
    assert (item.standing, item.documents, item.state) == (Standing.UNEXPECTED, (1,), State.PARKED)


def test_what_is_in_doubt_may_be_there_or_not():
    assert standings([document(state=State.IN_DOUBT)], [leg()], []) == [Standing.IN_DOUBT]
    assert standings([document(state=State.POSTING)], [leg()], [row()]) == [Standing.MATCHED]


def test_a_payment_that_stripe_has_not_booked_counts_with_its_own_amount():
    assert standings([document()], [leg(minor=None)], [row()]) == [Standing.MATCHED]
    assert standings([document(minor=None)], [leg(minor=None)], []) == [Standing.MATCHED]


def test_a_kind_that_the_site_does_not_show_is_unproven_only_where_it_is_not_found():
    seen = frozenset({"cash_entry"})
    cash = document(kind="cash_entry")
    assert standings([cash], [leg()], [], unprovable=seen) == [Standing.UNPROVEN]
    assert standings([cash], [leg()], [row(minor=1)], unprovable=seen) == [Standing.DIFFERING]


def test_a_document_that_was_posted_again_stands_for_the_one_that_is_gone():
    documents = [document(1), document(2, reference="ch_1.2")]
    legs = [leg(1), leg(2, key="ch_1")]
    (item,) = compared(documents, legs, [row("ch_1.2", key="2026/11/7")])
    assert (item.standing, item.documents, item.erp_keys) == (Standing.MATCHED, (1, 2), ("2026/11/7",))


def test_a_leg_that_two_documents_post_counts_once_so_that_both_in_syspro_differ():
    documents = [document(1), document(2), document(3)]
    legs = [leg(1, key="a"), leg(2, key="a"), leg(2, 10, key="b", part="fees"), leg(3, 10, key="b", part="fees")]
    rows = [row("ch_1"), row("ch_2", 110, key="2026/11/2"), row("ch_3", 10, key="2026/11/3")]
    (item,) = compared(documents, legs, rows)
    assert (item.documents, item.expected, item.difference) == ((1, 2, 3), {"usd": 110}, {"usd": 110})


def test_legs_of_documents_that_are_not_in_syspro_expect_nothing():
    assert compared([document(state=State.CANCELLED)], [leg(), leg(7)], []) == []


def test_counts_and_sums_are_by_standing_and_currency():
    tallying = Tallying()
    for item in compared([document(1), document(2)], [leg(1), leg(2)], [row("ch_1"), row("re_1", 5, currency="eur")]):
        tallying.add(item)
    found = [(one.standing, one.currency, one.count, one.expected_minor, one.found_minor) for one in tallying.tallies()]
    assert found == [
        ("matched", "usd", 1, 100, 100), ("missing", "usd", 1, 100, 0), ("unexpected", "eur", 1, 0, 5),
    ]  # fmt: skip


def test_a_discrepancy_names_document_object_both_sides_and_what_to_press():
    missing = discrepancy_of(compared([document()], [leg()], [])[0])
    assert missing.subject == "A/receipt/payment/ch_1"
    assert missing.message == (
        "Document 1 of ch_1, reference ch_1: clearing should have moved 1.00 USD, and SYSPRO has no row of it (posted "
        "as 2026/11/1). `syspro-stripe post-again 1 --reason ...` posts it as a new document."
    )
    differing = discrepancy_of(compared([document()], [leg()], [row(minor=99)])[0])
    assert "SYSPRO has 0.99 USD (2026/11/1); the difference is -0.01 USD." in differing.message
    assert "`syspro-stripe adjust 1 --to" in differing.message
    doubled = discrepancy_of(compared([document()], [leg()], [row(), row(key="2026/11/2")])[0])
    assert "more than once (2026/11/1, 2026/11/2)" in doubled.message


def test_a_discrepancy_of_a_row_says_whose_it_is_not():
    stranger = discrepancy_of(compared([], [], [row("re_9", -5, key="")])[0])
    assert "under the reference re_9 (no key), but no document of ours carries it." in stranger.message
    held = discrepancy_of(compared([document(state=State.HELD)], [leg()], [row()])[0])
    assert "but document 1 of ch_1 is held." in held.message


def test_what_matches_is_said_to_match():
    (item,) = compared([document(1), document(2, reference="ch_1.2")], [leg(1), leg(2, key="ch_1")], [row()])
    assert sentence(item) == "Documents 1 and 2 of ch_1, reference ch_1: SYSPRO has 1.00 USD as it should (2026/11/1)."


def test_movements_are_named_with_what_they_belong_to():
    movement = Movement("txn_1", 40, 100, 3, "usd", "charge", "ch_1", "charge")
    assert (movement.net_minor, movement.money) == (97, (100, 3, "usd"))
    assert "txn_1 (charge) of 0.97 USD net, which belongs to ch_1" in gone_discrepancy(movement).message
    assert "`syspro-stripe retry ch_1`" in undecided_discrepancy(movement).message
    assert not Report(0, 1, gone=(movement,)).ok


def test_a_report_is_right_when_nothing_differs():
    items = tuple(compared([document()], [leg()], [row()]))
    assert Report(0, 1, items=items).ok
    assert not Report(0, 1, items=tuple(compared([document()], [leg()], []))).ok
