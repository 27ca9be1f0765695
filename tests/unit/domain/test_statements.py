"""Statements total themselves, and say what does not add up."""

import itertools
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.audit import Altered, AuditTrailRow, Examination, by_erp_key
from agent.domain.money import Money
from agent.domain.month_end import (
    Aside,
    ExceptionRow,
    MonthEndPack,
    PayoutRow,
    currencies_of,
    month_bounds,
    movement_of,
)
from agent.domain.proof import ProofRow
from agent.domain.statements import (
    PARTS,
    DocumentTrace,
    Group,
    PayoutStatement,
    StatementLine,
    day_of,
    group_of,
    payout_header,
)

CATEGORIES = [
    "charge", "partial_capture_reversal", "charge_failure", "refund", "refund_failure", "dispute", "dispute_reversal",
    "fee", "tax", "network_cost", "payout", "payout_reversal", "topup", "risk_reserved_funds", "something_new",
]  # fmt: skip


def usd(minor):
    return Money(minor, "usd")


def line(category="charge", gross=10_000, fee=0, *, number=1, source="ch_1", currency="usd", documents=(), why=""):
    return StatementLine(
        f"txn_{number}", "2026-11-03", category, source, "Payment of Ann", Money(gross, currency),
        Money(fee, currency), Money(gross - fee, currency), documents, why,
    )  # fmt: skip


def statement(*lines, amount=0):
    money = None if amount is None else usd(amount)
    return PayoutStatement("po_1", "EDU1", "usd", "paid", "2026-11-05", "TRACE", money, lines)


#: The worked example of the accounting design: 120.00 - 3.78 + 50.00 - 1.75 - 30.00 = 134.47.
EXAMPLE = (
    line(gross=12_000, fee=378),
    line(gross=5_000, fee=175, number=2, source="ch_2"),
    line("refund", -3_000, number=3, source="re_1"),
    line("payout", -13_447, number=4, source="po_1"),
)


def posted(number=1, **rest):
    part, state = rest.get("part", "amount"), rest.get("state", "posted")
    return DocumentTrace(number, part, "receipt", "Payment of Ann", state, "00042")


def test_the_worked_example_adds_up():
    made = statement(*EXAMPLE, amount=13_447)
    assert made.total(Group.CHARGES) == usd(17_000)
    assert made.total(Group.REFUNDS) == usd(-3_000)
    assert made.total(Group.FEES) == usd(-553)
    assert made.total(Group.DISPUTES) == made.total(Group.OTHER) == usd(0)
    assert made.total(Group.PAYOUT) == usd(-13_447)
    assert (made.net, made.difference, made.wrong) == (usd(13_447), usd(0), "")


def test_the_payouts_own_movement_is_no_part_of_it():
    made = statement(*EXAMPLE, amount=13_447)
    assert [one.id for one in made.parts] == ["txn_1", "txn_2", "txn_3"]
    assert [one.id for one in made.lines_of(Group.PAYOUT)] == ["txn_4"]


def test_the_payouts_own_fee_explains_what_the_bank_does_not_get():
    made = statement(line(gross=10_000), line("payout", -9_900, 100, number=2, source="po_1"), amount=9_900)
    assert (made.total(Group.FEES), made.net, made.difference, made.wrong) == (usd(-100), usd(9_900), usd(0), "")
    assert [(step.label, step.amount.minor) for step in made.waterfall()] == [("Gross", 10_000), ("Fees", -100), ("Net", 9_900)]  # fmt: skip
    assert [one.id for one in made.parts] == ["txn_1"]


def test_a_fee_of_its_return_does_not_make_a_payout_smaller():
    back = line("payout_reversal", 10_000, 50, number=3, source="po_1")
    made = statement(line(gross=10_000), line("payout", -10_000, number=2, source="po_1"), back, amount=10_000)
    assert (made.total(Group.FEES), made.net, made.wrong) == (usd(0), usd(10_000), "")


def test_a_payout_by_hand_with_a_fee_is_one_that_stripe_does_not_explain():
    made = statement(line("payout", -9_900, 100, source="po_1"), amount=9_900)
    assert "does not say which movements" in made.wrong


def test_a_payout_that_left_in_another_currency_has_no_fee_in_its_own():
    made = statement(line("payout", -9_000, 100, source="po_1", currency="eur"), amount=9_900)
    assert (made.net, made.total(Group.FEES)) == (usd(0), usd(0))


def test_an_earlier_payout_that_came_back_is_a_part_of_the_later_one():
    made = statement(line("payout_reversal", 700, source="po_0"), amount=700)
    assert made.total(Group.OTHER) == usd(700)
    assert made.wrong == ""


def test_a_missing_movement_is_named_with_its_amount():
    made = statement(*EXAMPLE[1:], amount=13_447)
    assert made.difference == usd(1_825 - 13_447)
    assert made.wrong == "The movements add up to 18.25 USD, the payout is 134.47 USD: -116.22 USD is unexplained."


def test_a_payout_by_hand_says_that_stripe_does_not_explain_it():
    assert "does not say which movements" in statement(EXAMPLE[3], amount=13_447).wrong


def test_a_payout_that_stripe_has_not_said_yet_says_so():
    assert "has not said yet" in statement(EXAMPLE[0], amount=None).wrong
    assert statement(EXAMPLE[0], amount=None).difference == usd(11_622)


def test_an_empty_payout_of_nothing_is_whole():
    made = statement()
    assert (made.wrong, made.net) == ("", usd(0))
    assert [step.label for step in made.waterfall()] == ["Gross", "Net"]


def test_the_waterfall_goes_from_gross_to_net():
    steps = statement(*EXAMPLE, amount=13_447).waterfall()
    assert [(step.label, step.amount.minor, step.start.minor, step.end.minor) for step in steps] == [
        ("Gross", 17_000, 0, 17_000),
        ("Refunds", -3_000, 17_000, 14_000),
        ("Fees", -553, 14_000, 13_447),
        ("Net", 13_447, 0, 13_447),
    ]
    assert [step.is_total for step in steps] == [False, False, False, True]


def test_what_is_not_wholly_in_syspro_is_told():
    half = line(documents=(posted(), posted(2, state="held")))
    whole = line(documents=(posted(),), number=2)
    assert statement(half, whole, line(number=3)).unposted == (half, line(number=3))


def test_what_is_ignored_is_not_awaited():
    left_out = replace(line(), ignored=True)
    found = statement(left_out, line(number=3))
    assert (found.ignored, found.awaited) == ((left_out,), (line(number=3),))


def test_a_payout_that_failed_reached_no_bank():
    assert not statement(line()).failed
    assert replace(statement(line()), status="failed").failed


def test_a_payment_whose_fee_nothing_has_booked_yet_is_not_wholly_in_syspro():
    paid, both = line(fee=378, documents=(posted(),)), line(fee=378, documents=(posted(), posted(2, part="fees")))
    assert statement(paid, both).unposted == (paid,)
    assert statement(line(gross=0, fee=5, documents=(posted(part="fees"),))).unposted == ()
    assert len(statement(line(documents=(posted(part="fees"),))).unposted) == 1


def test_every_category_has_a_group_and_a_new_one_is_other():
    assert group_of("dispute") is Group.DISPUTES
    assert group_of("something_new") is Group.OTHER
    assert {group_of(category) for category in CATEGORIES} == set(Group)


ANY_LINES = st.lists(
    st.builds(
        line,
        st.sampled_from(CATEGORIES),
        st.integers(-(10**12), 10**12),
        st.integers(-(10**6), 10**6),
        source=st.sampled_from(["ch_1", "po_1", "po_0", ""]),
    ),
    max_size=20,
)


@given(ANY_LINES, st.integers(-(10**12), 10**12))
def test_whatever_moved_the_groups_add_up_to_the_net(lines, amount):
    made = statement(*lines, amount=amount)
    assert sum(made.total(group).minor for group in PARTS) == made.net.minor
    own = made.lines_of(Group.PAYOUT)
    fees = sum(one.fee.minor for one in own if one.category == "payout")
    everything = made.net.minor + fees + sum(one.net.minor for one in own)
    assert everything == sum(one.net.minor for one in lines)
    assert made.difference.minor == made.net.minor - amount
    assert bool(made.wrong) == (made.difference.minor != 0 or (not made.parts and amount != 0))


@given(ANY_LINES)
def test_whatever_moved_the_waterfall_ends_at_the_net(lines):
    made = statement(*lines)
    steps = made.waterfall()
    assert steps[-1].amount == made.net
    assert sum(step.amount.minor for step in steps[:-1]) == made.net.minor
    for before, after in itertools.pairwise(steps[:-1]):
        assert before.end == after.start


@given(ANY_LINES, st.integers(-(10**9), 10**9))
def test_whatever_moved_the_month_closes_with_opening_and_net(lines, opening):
    moved = [(one.category, one.gross.minor, one.fee.minor) for one in lines]
    movement = movement_of("usd", usd(opening), moved)
    assert movement.closing.minor == opening + sum(one.net.minor for one in lines)
    assert [group for group, _ in movement.groups] == list(Group)


def proof(**changes):
    row = dict.fromkeys(ProofRow.__slots__, 0) | {"company": "EDU1", "currency": "usd"} | changes
    return ProofRow(**row)


def pack(**changes):
    fields = {"company": "EDU1", "month": "2026-11", "made_at": 5, "movements": (), "proof": (), "proven_at": 0}
    return MonthEndPack(**fields | {"unsettled": (), "in_transit": (), "exceptions": ()} | changes)


def test_what_is_unsettled_and_in_transit_is_summed_by_currency():
    jpy = line(gross=500, currency="jpy")
    made = pack(
        unsettled=(*EXAMPLE[:2], jpy),
        in_transit=(PayoutRow("po_1", "2026-11-29", "in_transit", "2026-12-01", usd(13_447)),),
    )
    assert (made.unsettled_in("usd"), made.unsettled_in("jpy")) == (usd(16_447), Money(500, "jpy"))
    assert (made.in_transit_in("usd"), made.in_transit_in("jpy")) == (usd(13_447), Money(0, "jpy"))
    assert currencies_of(made.unsettled) == ("jpy", "usd")


def test_a_balance_that_the_unsettled_movements_do_not_explain_is_named():
    movement = movement_of("usd", usd(100), [("charge", 12_000, 378), ("payout", -2_000, 0)])
    made = pack(movements=(movement,), unsettled=EXAMPLE[:1])
    assert made.unexplained(movement) == usd(100 - 2_000)


def test_what_stripe_keeps_in_reserve_is_explained_and_not_to_be_paid_out():
    movement = movement_of("usd", usd(0), [("charge", 12_000, 0), ("risk_reserved_funds", 0, 0)])
    held = replace(EXAMPLE[0], gross=usd(-3_000), fee=usd(0), net=usd(-3_000))
    sold = replace(EXAMPLE[0], gross=usd(12_000), fee=usd(0), net=usd(12_000))
    made = pack(movements=(movement,), unsettled=(sold, held), aside=(Aside("risk_reserved", usd(3_000)),))
    assert (made.unsettled_in("usd"), made.aside_in("usd"), made.aside_in("eur")) == (
        usd(9_000),
        usd(3_000),
        Money(0, "eur"),
    )
    assert made.unexplained(movement) == usd(0)


def test_a_month_can_be_closed_when_it_is_proven_and_nothing_is_open():
    assert pack(proof=(proof(),)).can_close
    assert not pack().can_close
    assert not pack(proof=(proof(), proof(difference_minor=1))).can_close
    open_one = ExceptionRow("held", "1", "ch_1", "", None, "?")
    assert not pack(proof=(proof(),), exceptions=(open_one,)).can_close


def test_a_month_is_closed_when_it_is_over_and_was_proven_since():
    ended = {"ends_at": 10, "proof": (proof(),)}
    assert pack(made_at=12, proven_at=11, **ended).can_close
    early = pack(made_at=9, proven_at=9, **ended)
    assert (early.over, early.can_close) == (False, False)
    late = pack(made_at=12, proven_at=9, **ended)
    assert (late.over, late.proven_since, late.can_close) == (True, False, False)


def test_syspros_keys_are_told_by_their_numbers():
    def row(key):
        return AuditTrailRow("ch_1", "charge", 1, "engine", "documents", erp_key=key)

    told = by_erp_key(tuple(map(row, ("CUS/0001/ID", "2026/11/2520", "2026/11/865", "_CRD01", "000101"))))
    assert [one.erp_key for one in told] == ["CUS/0001/ID", "_CRD01", "000101", "2026/11/865", "2026/11/2520"]


def test_the_trail_is_told_by_syspro_key_as_well():
    def row(key, at):
        return AuditTrailRow("ch_1", "charge", at, "engine", "documents", erp_key=key)

    assert [(one.erp_key, one.at) for one in by_erp_key((row("2", 1), row("", 2), row("1", 3), row("1", 2)))] == [
        ("1", 2),
        ("1", 3),
        ("2", 1),
    ]


def test_an_examination_that_found_nothing_is_whole():
    one = Altered("audit", 1, 0, "", "", "")
    assert Examination(1, 1, "", 0, 0, 0, 0, 0, ()).whole
    assert not Examination(1, 1, "", 0, 0, 0, 0, 1, (one,)).whole


def test_a_month_has_its_bounds_in_the_sites_time_zone():
    since_at, until_at = month_bounds("2026-12", ZoneInfo("Europe/Berlin"))
    assert (day_of(since_at, ZoneInfo("Europe/Berlin")), day_of(since_at, UTC)) == ("2026-12-01", "2026-11-30")
    assert until_at - since_at == 31 * 86_400
    assert month_bounds("2026-02", UTC)[1] == month_bounds("2026-03", UTC)[0]


@pytest.mark.parametrize(
    "text",
    ["2026-13", "2026-00", "0000-01", "26-1", "2026-1", "x", "2026-11-01", "\u0662\u0660\u0662\u0666-\u0661\u0661"],
)
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match="is no month such as 2026-11"):
        month_bounds(text, UTC)


def test_a_payout_object_says_what_it_is():
    plain = {"amount": -500, "currency": "jpy", "status": "pending", "arrival_date": 1_793_491_200}
    header = payout_header(plain | {"trace_id": {"status": "supported", "value": "T1"}})
    assert (header.amount, header.arrival_day, header.trace) == (Money(-500, "jpy"), "2026-11-01", "T1")
    bare = payout_header({"amount": 1, "currency": "usd", "trace_id": {"status": "pending", "value": None}})
    assert (bare.status, bare.arrival_day, bare.trace) == ("", "", "")
    assert payout_header({"amount": 1, "currency": "usd"}).trace == ""
