"""What a site posted proposes codes for values, beside what they are called."""

from decimal import Decimal

from agent.domain.kinds import OrderLine, SalesOrder
from agent.domain.suggest import Choice, Posting, SourceField, ValueAdvisor, ValueTable, value_words_from
from agent.domain.suggest.past import lines_of
from agent.domain.suggest.value_past import PastChoices
from agent.shipped import shipped_value_words

WORDS = value_words_from(shipped_value_words())
BANKS = [Choice("B1", "Euro account"), Choice("B2", "Dollar account"), Choice("B3")]


def posted(count, bank, customer="123", **sources):
    return [Posting("receipt", sources, {"Bank": bank, "Customer": customer})] * count


RECEIPTS = [*posted(41, "B2"), *posted(6, "B1"), *posted(9, "B9", customer="999"), *posted(2, "B3", customer="555")]


def banks(value, *samples, postings=RECEIPTS):
    advisor = ValueAdvisor(WORDS, ValueTable.BANKS, BANKS, postings)
    return [(one.code, one.percent, one.reasons) for one in advisor.suggest(SourceField(value, samples))]


def test_the_bank_of_a_customers_receipts_is_proposed_with_its_share():
    assert banks("0000123") == [("B2", 85, ("41 of 47 receipts with 0000123 had Bank B2.",))]


def test_few_documents_and_codes_that_syspro_does_not_have_propose_nothing():
    assert banks("555") == []
    assert banks("999") == []
    assert banks("0000123", postings=()) == []


def test_what_stripe_said_of_a_payment_counts_as_well():
    assert banks("web", postings=posted(3, "B3", **{"metadata.channel": "WEB"}))[0][:2] == ("B3", 75)


def test_what_a_bank_is_called_and_what_was_posted_stand_together():
    plain = banks("eur", postings=())
    assert plain == [("B1", 70, ("Both are of EUR.",))]
    assert banks("B3", postings=())[0][:2] == ("B3", 97)
    both = banks("eur", postings=posted(3, "B1", currency="eur"))
    assert both == [("B1", 75, ("Both are of EUR.", "3 of 3 receipts with eur had Bank B1."))]


def test_of_several_kinds_of_documents_the_one_that_agrees_most_is_said():
    postings = [*posted(3, "B2"), *posted(3, "B1"), *[Posting("cash_entry", {}, {"Bank": "B2", "Customer": "123"})] * 9]
    for order in (postings, postings[::-1]):
        (first, *_) = PastChoices(order, ["Bank"]).of("123")
        assert first.reason == "9 of 9 cash entries with 123 had Bank B2."


def test_products_find_the_stock_codes_that_their_names_had_on_lines():
    order = SalesOrder(
        "ch_1",
        "2026-11-20",
        "USD",
        lines=(
            OrderLine("stock", stock_code="HEX-8", description="Sechskant", quantity=Decimal(1), tax_code="A"),
            OrderLine("stock", stock_code="NUT-8", description="", quantity=Decimal(1)),
            OrderLine("stock", stock_code="NUT-9", description="Mutter", quantity=Decimal(1)),
        ),
    )
    lines = list(lines_of(order))
    assert [one.fields for one in lines] == [{"StockCode": "HEX-8", "StockTaxCode": "A"}, {"StockCode": "NUT-9"}]
    advisor = ValueAdvisor(WORDS, ValueTable.STOCK_CODES, [Choice("HEX-8"), Choice("NUT-9")], lines * 4)
    [found] = advisor.suggest(SourceField("Sechskant"))
    assert (found.code, found.reasons) == ("HEX-8", ("4 of 4 order lines with Sechskant had StockCode HEX-8.",))
