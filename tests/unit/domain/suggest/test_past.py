"""What a site has posted, as evidence for suggestions."""

from dataclasses import replace

from agent.domain.decide import decide
from agent.domain.kinds import Kind, Receipt
from agent.domain.money import Money
from agent.domain.shadow import Entry, Side
from agent.domain.suggest import Advisor, Evidence, Posting, SourceField
from agent.domain.suggest.past import posting_of, postings_in, telling, usual_by
from tests.unit.domain.cases import booking, charge, facts, mapping
from tests.unit.domain.suggest.suggest_stage import shipped


def decided(po_no="PO 77"):
    about = facts(charge(metadata={"po_no": po_no, "nothing": ""}), booked=booking(), session={"mode": "payment"})
    return about, {draft.body.kind.value: draft.body for draft in decide(about, mapping()).drafts}


def test_a_decision_tells_sources_and_what_was_posted():
    about, bodies = decided()
    posting = posting_of(about, bodies["receipt"])
    assert posting.kind == "receipt"
    assert (posting.sources["charge.metadata.po_no"], posting.sources["metadata.po_no"]) == ("PO 77", "PO 77")
    assert (posting.sources["charge.captured"], posting.sources["charge.amount"]) == ("yes", "1000")
    assert "metadata.nothing" not in posting.sources
    assert (posting.sources["session.mode"], "mode" in posting.sources) == ("payment", False)
    assert (posting.fields["PaymentValue"], posting.fields["Bank"], posting.fields["Customer"]) == (
        "10.00", "STRIPE-USD", "GUEST-USD",
    )  # fmt: skip


def test_objects_are_read_a_few_levels_deep_and_not_without_end():
    deep = {
        "a": {"b": {"c": {"d": {"e": "too deep"}, "x": "kept"}}},
        "list": ["not read"],
        **{f"f{n}": n for n in range(300)},
    }
    sources = posting_of(facts(charge(metadata=deep)), Receipt("r", Money(1, "usd"), "2026-01-01", "B")).sources
    assert len(sources) == 200
    assert not any("too deep" in value or "not read" in value for value in sources.values())


def test_what_never_changes_proves_nothing():
    postings = [Posting("receipt", {"a": "x", "b": str(number)}, {"Bank": "x"}) for number in range(3)]
    assert [sorted(one.sources) for one in telling(postings)] == [["b"]] * 3


def test_past_postings_find_the_field_whose_name_says_nothing():
    postings = [Posting("sales_order", {"metadata.zzz": f"K{n}"}, {"AlternateReference": f"K{n}"}) for n in range(5)]
    advisor = Advisor(shipped(), Kind.SALES_ORDER, Evidence(postings=telling(postings)))
    found = advisor.suggest(SourceField("metadata.zzz", ("K1",)))
    assert found[0].element == "AlternateReference"
    assert "5 of 5 sales orders of this site had its value in AlternateReference." in found[0].reasons


def entry(**changes):
    plain = Entry(Side.RECEIPTS, "k", "000123", "", "2026-11-01", Money(100, "usd"), details=(("Bank", "B2"),))
    return replace(plain, **changes)


def test_what_people_posted_tells_the_bank_of_a_customer_in_words():
    receipts = [entry()] * 41 + [entry(details=(("Bank", "B1"),))] * 6 + [entry(customer="9")]
    first, second = usual_by(list(postings_in(receipts)), "receipt", "Bank", "Customer")
    assert (first.value, first.agreed, first.seen, first.percent) == ("B2", 41, 47, 85)
    assert first.reason == "41 of 47 receipts with Customer 123 had Bank B2."
    assert (second.of, second.seen, second.percent) == ("9", 1, 50)


def test_what_says_nothing_is_no_posting():
    nothing = [
        entry(details=(("Bank", ""),)), entry(customer=""), entry(value=Money(-100, "usd")), entry(side=Side.LEDGER),
    ]  # fmt: skip
    assert list(postings_in(nothing)) == []
    sale = entry(side=Side.SALES, details=(("Branch", "10"), ("Terms", "30")))
    (posting,) = postings_in([sale])
    assert (posting.kind, posting.fields) == (
        "ar_document", {"Branch": "10", "InvoiceTerms": "30", "Customer": "123"},
    )  # fmt: skip
    assert usual_by([posting], "receipt", "Bank", "Customer") == ()
