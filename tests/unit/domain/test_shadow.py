"""A shadow month, pure: what is the same, otherwise, doubled, or on one side only."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.domain.erp import BankedRow, InvoiceRow, LedgerEntryRow, PaymentRow
from agent.domain.money import Money
from agent.domain.settings import Values
from agent.domain.shadow import Entry, Reading, Rules, Side, Verdict, compared, found, totals

FIRST, LAST = "2026-11-01", "2026-11-30"
RULES = Rules(near_days=3, far_days=31)


def ours(number=1, **changes):
    plain = Entry(
        Side.RECEIPTS, f"receipt payment ch_{number:04}", "0001", f"ch_{number:04}", "2026-11-10", Money(1000, "usd"),
        f"Receipt {number}", frozenset({f"ch_{number:04}"}), state="posted",
    )  # fmt: skip
    return replace(plain, **changes)


def theirs(number=1, **changes):
    plain = Entry(
        Side.RECEIPTS, f"0001 2026/11/{number}", "0001", "", "2026-11-10", Money(1000, "usd"), f"2026/11/{number}",
        near=True,
    )  # fmt: skip
    return replace(plain, **changes)


def pairs(own, kept, rules=RULES):
    return compared(own, kept, rules, FIRST, LAST)[0]


def only(own, kept):
    (pair,) = pairs(own, kept)
    return pair


def fields(pair):
    return [one.field for one in pair.differences]


def test_the_same_customer_amount_and_day_is_the_same():
    pair = only([ours()], [theirs(customer="1")])
    assert (pair.verdict, pair.differences, pair.found_by) == (Verdict.SAME, (), "by customer and amount")


def test_a_typed_reference_finds_the_payment_whatever_else_is_wrong():
    wrong = theirs(reference="Stripe CH_0001 Lee", customer="0002", value=Money(999, "usd"), day="2026-11-29")
    pair = only([ours()], [wrong])
    assert (pair.verdict, fields(pair)) == (Verdict.DIFFERS, ["Amount", "Customer", "Day"])
    assert (pair.differences[0].ours, pair.differences[0].theirs) == ("10.00 USD", "9.99 USD")


def test_a_wrong_amount_and_a_wrong_customer_are_found_where_there_is_no_choice():
    assert fields(only([ours()], [theirs(value=Money(100, "usd"))])) == ["Amount"]
    assert fields(only([ours()], [theirs(customer="0009")])) == ["Customer"]


@pytest.mark.parametrize(
    ("minor", "typed", "is_slip"),
    [
        (11890, 11980, True), (11890, 11790, True), (11890, 1189, True), (11890, 11531, True), (11890, 8490, False),
        (11890, 118900, True), (1234, 9934, False),
    ],
)  # fmt: skip
def test_an_amount_that_is_no_slip_is_another_payment(minor, typed, is_slip):
    found = pairs([ours(value=Money(minor, "usd"))], [theirs(value=Money(typed, "usd"))])
    assert (len(found) == 1) is is_slip


def test_where_there_is_a_choice_nobody_guesses():
    both = pairs([ours(1), ours(2)], [theirs(customer="0009")])
    assert [one.verdict for one in both] == [Verdict.ONLY_STRIPE, Verdict.ONLY_STRIPE, Verdict.ONLY_SYSPRO]
    two = [theirs(1, customer="0008"), theirs(2, customer="0009")]
    assert [one.verdict for one in pairs([ours()], two)] == [
        Verdict.ONLY_STRIPE, Verdict.ONLY_SYSPRO, Verdict.ONLY_SYSPRO,
    ]  # fmt: skip


def test_a_later_day_differs_only_beyond_the_days_that_count_as_the_same():
    assert only([ours()], [theirs(day="2026-11-13")]).verdict is Verdict.SAME
    assert fields(only([ours()], [theirs(day="2026-11-14")])) == ["Day"]
    assert len(pairs([ours()], [theirs(day="2026-12-12")])) == 1, "beyond the days it is looked for, and after the last"


def test_the_same_payment_posted_twice_is_doubled():
    pair = only([ours()], [theirs(1), theirs(2, day="2026-11-12")])
    assert (pair.verdict, len(pair.theirs)) == (Verdict.DOUBLED, 2)
    named = only([ours()], [theirs(1), theirs(2, day="2026-11-29", reference="again ch_0001")])
    assert named.verdict is Verdict.DOUBLED
    later = pairs([ours()], [theirs(1), theirs(2, day="2026-11-29")])
    assert [one.verdict for one in later] == [Verdict.SAME, Verdict.ONLY_SYSPRO]


def test_two_payments_of_one_amount_take_the_postings_of_their_own_days():
    own = [ours(1, day="2026-11-05"), ours(2, day="2026-11-20")]
    kept = [theirs(1, day="2026-11-20"), theirs(2, day="2026-11-06")]
    found = pairs(own, kept)
    assert [(one.ours.day, one.theirs[0].day) for one in found] == [
        ("2026-11-05", "2026-11-06"), ("2026-11-20", "2026-11-20"),
    ]  # fmt: skip


def test_a_customer_that_would_be_made_is_told_in_words():
    pair = only([ours(customer="~C000001")], [theirs()])
    assert pair.differences[0].ours == "a new customer"


def test_details_are_compared_where_both_sides_have_them():
    own = ours(details=(("Bank", "STRIPE"), ("Invoice", "1007"), ("Branch", "")))
    pair = only([own], [theirs(details=(("Bank", "B1"), ("Invoice", ""), ("Branch", "10")))])
    assert [(one.field, one.ours, one.theirs) for one in pair.differences] == [("Bank", "STRIPE", "B1")]


def test_what_has_nothing_to_do_with_stripe_is_counted_and_not_told():
    assert compared([], [theirs(1), theirs(2, near=False), theirs(3, day="2026-10-01")], RULES, FIRST, LAST) == (
        (compared([], [theirs(1)], RULES, FIRST, LAST)[0][0],), 1,
    )  # fmt: skip


def test_totals_have_the_sums_of_both_sides():
    found = pairs([ours(1), ours(2, day="2026-11-28", value=Money(50, "eur"))], [theirs(1), theirs(2)])
    told = {(one.verdict, one.currency): (one.count, one.ours_minor, one.theirs_minor) for one in totals(found)}
    assert told == {(Verdict.DOUBLED, "usd"): (1, 1000, 2000), (Verdict.ONLY_STRIPE, "eur"): (1, 50, 0)}
    other = totals(pairs([ours()], [theirs(reference="ch_0001", value=Money(9, "eur"))]))
    assert [(one.currency, one.count, one.ours_minor, one.theirs_minor) for one in other] == [
        ("eur", 0, 0, 9), ("usd", 1, 1000, 0),
    ]  # fmt: skip


# ---------------------------------------------------------------- whatever is on either side

_DAYS = st.integers(0, 29).map(lambda days: (date(2026, 11, 1) + timedelta(days=days)).isoformat())
_VALUES = st.sampled_from([Money(1000, "usd"), Money(2500, "usd"), Money(1000, "eur"), Money(-1000, "usd")])
_PLACES = st.tuples(st.sampled_from(["0001", "2", "GUEST"]), _DAYS, _VALUES, st.sampled_from([*Side]))


@st.composite
def both_sides(draw):
    own = [
        ours(number, customer=customer, day=day, value=value, side=side)
        for number, (customer, day, value, side) in enumerate(draw(st.lists(_PLACES, max_size=8)))
    ]
    words = st.sampled_from(["", "ch_0000", "paid ch_0001", "cash"])
    kept = [
        theirs(
            number, customer=customer, day=day, value=value, side=side, reference=draw(words), near=draw(st.booleans())
        )
        for number, (customer, day, value, side) in enumerate(draw(st.lists(_PLACES, max_size=8)))
    ]
    return own, kept


@settings(max_examples=300, deadline=None)
@given(both_sides(), st.randoms())
def test_every_posting_is_told_once_and_the_order_of_rows_is_nothing(sides, random):
    own, kept = sides
    found, elsewhere = compared(own, kept, RULES, FIRST, LAST)
    assert sorted(one.ours.key for one in found if one.ours) == sorted(one.key for one in own)
    told = [one.key for pair in found for one in pair.theirs]
    assert len(told) == len(set(told))
    assert len(told) + elsewhere == len(kept)
    sums = totals(found)
    assert sum(one.count for one in sums) == len(found)
    for currency in ("usd", "eur"):
        assert sum(one.ours_minor for one in sums if one.currency == currency) == sum(
            one.value.minor for one in own if one.value.currency == currency
        )
    random.shuffle(own)
    random.shuffle(kept)
    assert compared(own, kept, RULES, FIRST, LAST) == (found, elsewhere)


def test_thousands_of_payments_of_one_amount_on_one_account_are_matched_by_their_days():
    own = [ours(number, day=f"2026-11-{1 + number % 28:02}") for number in range(6000)]
    kept = [theirs(number, day=f"2026-11-{1 + number % 28:02}") for number in range(9000)]
    found = pairs(own, kept)
    assert len(found) == 6000
    assert {pair.verdict for pair in found} == {Verdict.SAME, Verdict.DOUBLED}
    assert all(pair.ours.day == pair.theirs[0].day for pair in found)


@settings(max_examples=100, deadline=None)
@given(both_sides())
def test_what_was_posted_as_the_agent_would_is_all_the_same(sides):
    own, _ = sides
    kept = [replace(one, key=f"kept {one.key}", names=frozenset(), near=True) for one in own]
    found, _ = compared(own, kept, RULES, FIRST, LAST)
    assert {one.verdict for one in found} <= {Verdict.SAME}


# ---------------------------------------------------------------- rows of SYSPRO

VALUES = Values({"currencies.to_syspro": '{"usd": "$", "eur": "EUR"}'})


def payment(**changes):
    plain = PaymentRow(
        "0001", "000100", "I", 1, "P", date(2026, 11, 5), 2026, 11, 812, "Card 1", Decimal("9.00"), Decimal("10.00"),
        "$", "10",
    )  # fmt: skip
    return replace(plain, **changes)


def invoice(**changes):
    plain = InvoiceRow(
        "0001", "000200", "I", date(2026, 11, 6), "", "PO 1", "30", "10", Decimal("20.00"), Decimal(0), Decimal(0),
        "$", Decimal(1), "M",
    )  # fmt: skip
    return replace(plain, **changes)


def entry(**changes):
    plain = LedgerEntryRow(
        2026, 11, 5, 1, "6110", "Fees", Decimal("3.00"), Decimal("3.00"), "", "", date(2026, 11, 7), 0
    )
    return replace(plain, **changes)


def read(values=VALUES, near=(), **rows):
    return found(Reading(**rows), values, "$", near)


def test_the_parts_of_a_receipt_are_one_posting_with_its_bank_and_its_invoices():
    rows = [payment(), payment(invoice="_CRD01", document_type="C", post_value=Decimal("2.50"))]
    banked = [
        BankedRow("0001", "000100", 1, "B2", None, Decimal("10.00")),
        BankedRow("0001", "000100", 1, "B1", None, Decimal("11.00")),
    ]
    (one,) = read(payments=rows, banked=banked, near={"1"}).entries
    assert (one.side, one.customer, one.reference, one.day, one.value) == (
        Side.RECEIPTS, "0001", "Card 1", "2026-11-05", Money(1250, "usd"),
    )  # fmt: skip
    assert dict(one.details) == {"Bank": "B2", "Invoice": "100"}
    assert (one.title, one.near) == ("Receipt 2026/11/812", True)


def test_a_bank_that_the_cash_book_does_not_tell_apart_is_not_said():
    banked = [BankedRow("0001", "000100", 1, name, None, Decimal("10.00")) for name in ("B1", "B2")]
    (one,) = read(payments=[payment()], banked=banked).entries
    assert (dict(one.details)["Bank"], one.near) == ("", False)
    (near,) = read(payments=[payment()], banked=banked[:1], near={"B1"}).entries
    assert near.near


def test_adjustments_other_movements_and_what_comes_to_nothing_are_no_receipts():
    rows = [
        payment(movement="A"), payment(reference="ch_1.A"), payment(paid_on=None),
        payment(journal=2), payment(journal=2, invoice="000101", post_value=Decimal("-10.00")),
    ]  # fmt: skip
    assert read(payments=rows).entries == ()


def test_sign_column_and_letters_are_settings():
    other = Values(
        {
            "currencies.to_syspro": '{"usd": "$"}', "receipts.value_column": "TrnValue",
            "receipts.rows_negative": "yes", "receipts.payment_types": "Z",
        }
    )  # fmt: skip
    (one,) = read(other, payments=[payment(movement="Z"), payment(movement="P", journal=9)]).entries
    assert one.value == Money(-900, "usd")


def test_money_on_account_without_a_row_of_its_own_is_a_receipt_or_part_of_one():
    left = invoice(invoice="_CRD02", document_type="C", value=Decimal("-4.00"), purchase_order="Card 1",
                   invoiced_on=date(2026, 11, 5))  # fmt: skip
    (one,) = read(payments=[payment(journal=0)], invoices=[left]).entries
    assert (one.value, one.title) == (Money(1400, "usd"), "Receipt 100")
    (alone,) = read(invoices=[left]).entries
    assert (alone.value, alone.title, dict(alone.details)["Invoice"]) == (
        Money(400, "usd"), "Receipt _CRD02", "on account",
    )  # fmt: skip
    known = payment(invoice="_CRD02", document_type="C", post_value=Decimal("4.00"))
    (once,) = read(payments=[known], invoices=[left]).entries
    assert (once.value, dict(once.details)["Invoice"]) == (Money(400, "usd"), "on account")


def test_invoices_and_credit_notes_are_sales_whatever_sign_syspro_keeps():
    rows = [
        invoice(), invoice(document_type="C", value=Decimal("20.00")), invoice(value=Decimal(0)),
        invoice(invoiced_on=None), invoice(document_type="X"),
    ]  # fmt: skip
    found_ = read(invoices=rows).entries
    assert [(one.title, one.value.minor) for one in found_] == [
        ("Invoice 200", 2000), ("Credit note 200", -2000), ("Document 200", 2000),
    ]  # fmt: skip
    assert dict(found_[0].details) == {"Branch": "10", "Terms": "30"}


def test_journals_are_told_by_their_codes_and_those_of_receivables_are_left_out():
    rows = [
        entry(), entry(entry=2, value=Decimal("1.00")), entry(entry=3, ledger_code="1310", value=Decimal("-4.00")),
        entry(journal=6, source="AR"), entry(journal=7, dated_on=None), entry(journal=8, value=Decimal(0)),
        entry(journal=9, currency="EUR", own_journal=44),
    ]  # fmt: skip
    one, foreign = read(entries=rows).entries
    assert (one.value, one.title) == (Money(800, "usd"), "Journal 2026/11/5")
    assert dict(one.details) == {"Ledger code 1310": "-4.00 USD", "Ledger code 6110": "4.00 USD"}
    assert (foreign.value, foreign.title) == (Money(300, "eur"), "Journal 2026/11/44")


def test_rows_in_a_currency_that_nothing_translates_are_counted():
    told = read(payments=[payment(currency="CHF")], invoices=[invoice(currency="CHF")], entries=[entry(currency="CHF")])
    assert (told.entries, told.unread) == ((), 3)
