import time

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.domain.kinds import Kind
from agent.domain.suggest import CONFIDENT, LEAST, Advisor, Evidence, Posting, SourceField, usual_value
from tests.unit.domain.suggest.suggest_stage import advise, first, shipped


def elements(found):
    return [one.element for one in found]


def test_a_name_alone_finds_its_field_and_says_why():
    found = first("customer", "metadata.kundennr")
    assert found.element == "Customer"
    assert found.percent >= CONFIDENT
    assert found.reasons == ('Its name says "kunden" (customer), "nr" (number).',)


ADVISORS = [Advisor(shipped(), kind) for kind in Kind]
PARTS = st.sampled_from("po no line items kunden nr ship addr 1 email . _ [ 0 ] ÄÖ é # utm".split()) | st.text(
    max_size=8
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=9).map("".join), st.lists(st.text(max_size=40), max_size=4), st.sampled_from(ADVISORS))
def test_whatever_is_asked_the_answers_are_in_order_and_in_bounds(name, samples, advisor):
    found = advisor.suggest(SourceField(name, tuple(samples)))
    percents = [one.percent for one in found]
    assert percents == sorted(percents, reverse=True)
    assert all(percent < 100 for percent in percents)
    assert not percents or percents[0] >= LEAST
    assert all(one.reasons for one in found)


def test_the_surest_stands_first_and_no_field_twice():
    found = advise("sales_order", "metadata.order_note", "Ring the bell")
    assert elements(found) == ["SpecialInstrs", "ShippingInstrs"] or len(found) > 1
    assert [one.percent for one in found] == sorted((one.percent for one in found), reverse=True)
    assert len(set(elements(found))) == len(found) <= 5
    assert found[0].percent >= LEAST


def test_beside_a_field_that_fits_others_are_named_that_fit_less_well():
    found = advise("sales_order", "metadata.bestellreferenz", "EK-3301")
    assert {"CustomerPoNumber", "AlternateReference"} <= set(elements(found[:3]))
    assert found[-1].percent < LEAST


def test_what_fits_nothing_gets_nothing():
    assert advise("sales_order", "metadata.utm_source", "google") == ()
    assert advise("sales_order", "") == ()
    assert advise("sales_order", "metadata.zzz") == ()


def test_fields_of_a_line_are_for_lines():
    assert first("sales_order", "line.description", "Bolt M8").element == "StockDescription"
    assert first("sales_order", "line.warehouse", "FG").element == "Warehouse"
    assert "Email" not in elements(advise("sales_order", "line.mail"))


def test_a_kind_without_lines_has_no_place_for_what_belongs_to_one():
    assert first("receipt", "bank", "B1").element == "Bank"
    assert advise("receipt", "lines.bank", "B1") == ()


def test_stripes_unit_amount_is_a_price_and_no_unit():
    assert elements(advise("sales_order", "line.price.unit_amount", "2000"))[0] == "Price"


def test_where_our_reference_stands_is_said():
    assert "our reference" in first("sales_order", "metadata.po_number", "PO 77").reasons[-1]
    assert "our reference" not in first("sales_order", "metadata.branch", "10").reasons[-1]


def test_samples_of_the_right_form_make_it_surer_and_others_doubtful():
    named = first("customer", "metadata.customer_mail_box").percent
    fits = first("customer", "metadata.customer_mail_box", "ann@example.com", "bo@example.com")
    assert fits.percent > named
    assert "2 of 2 samples look like an e-mail address." in fits.reasons
    assert advise("customer", "metadata.customer_mail_box", "yes", "no") == ()


def test_empty_samples_say_nothing():
    assert first("customer", "metadata.branch", "", "  ") == first("customer", "metadata.branch")


def test_an_e_mail_address_is_one_whatever_its_name():
    found = first("customer", "metadata.zzz", "ann@example.com")
    assert (found.element, found.percent >= LEAST) == ("Email", True)


def test_a_vat_number_is_one_whatever_its_name():
    found = first("customer", "metadata.zzz", "DE123456789", "ATU12345678")
    assert (found.element, LEAST <= found.percent < CONFIDENT) == ("CompanyTaxNumber", True)
    assert advise("customer", "metadata.zzz", "DE123456789", "4711") == ()


def test_a_day_is_no_reference():
    assert first("sales_order", "metadata.po", "4500123").element == "CustomerPoNumber"
    assert "CustomerPoNumber" not in elements(advise("sales_order", "metadata.po", "2026-11-20"))


def test_words_are_nothing_for_a_field_of_one_letter():
    letter = first("receipt", "metadata.zahlungsart", "C", "O")
    assert letter.element == "PaymentType"
    assert advise("receipt", "metadata.zahlungsart", "Karte", "Lastschrift") == ()


def test_stripes_own_names_of_a_payment_are_known_and_those_of_other_things_are_not():
    assert first("receipt", "charge.created", "1795176000").element == "PaymentDate"
    assert first("receipt", "charge.amount_captured", "12000").element == "PaymentValue"
    assert advise("sales_order", "metadata.account_created", "2024-02-01") == ()


def test_data_is_a_container_in_a_path_and_a_date_in_a_name():
    assert first("sales_order", "metadata.data_ordine", "2026-11-20").element == "OrderDate"
    assert advise("sales_order", "data.attributes.po_number") == advise("sales_order", "po_number")
    assert elements(advise("sales_order", "shop.data.po_number"))[:1] == ["CustomerPoNumber"]


def test_a_web_address_in_a_text_field_is_doubted():
    sure = first("customer", "metadata.company_name", "Ann Ltd")
    assert all(
        one.percent < sure.percent // 2 + 1 for one in advise("customer", "metadata.company_name", "https://a.example")
    )


def test_stripes_ids_are_references_and_no_customer_codes():
    assert first("receipt", "payment.id", "ch_3PqT").element == "Reference"
    assert first("customer", "customer.id", "cus_Nf") is None


def test_a_yes_or_no_is_no_name():
    assert first("customer", "metadata.company", "Berg GmbH").element == "Name"
    assert "Name" not in elements(advise("customer", "metadata.is_company", "true", "false"))
    assert first("sales_order", "line.not_taxable", "yes", "no").element == "StockNotTaxable"


def test_samples_that_are_too_long_are_told():
    found = first("sales_order", "metadata.alt_reference", "R-1", "R-1234567890-1")
    assert found.element == "AlternateReference"
    assert "1 of 2 samples are longer than the 10 characters of the field." in found.reasons


def test_a_form_that_only_some_samples_have_counts_in_part():
    some = first("customer", "metadata.telephone", "020 7946 0000", "unknown")
    every = first("customer", "metadata.telephone", "020 7946 0000")
    assert "1 of 2 samples look like a telephone number." in some.reasons
    assert some.percent <= every.percent


def test_sysspros_own_lists_decide():
    named = first("receipt", "metadata.settle_bank_group", "B1", "B2")
    listed = first("receipt", "metadata.settle_bank_group", "B1", "b2", lists={"ApBank": frozenset({"B1", "B2 "})})
    assert listed.element == "Bank"
    assert listed.percent > (named.percent if named else 0)
    assert "2 of 2 samples are in SYSPRO's list ApBank." in listed.reasons
    assert advise("receipt", "metadata.bank", "X1", lists={"ApBank": frozenset({"B1"})}) == ()


def test_a_list_of_all_stock_codes_costs_little():
    codes = frozenset(f"ITEM-{number}" for number in range(100_000))
    advisor = Advisor(shipped(), Kind.SALES_ORDER, Evidence(lists={"InvMaster": codes}))
    started = time.process_time()
    found = [advisor.suggest(SourceField("line.sku", ("ITEM-7", "item-99999"))) for _ in range(50)]
    assert time.process_time() - started < 1
    assert "2 of 2 samples are in SYSPRO's list InvMaster." in found[0][0].reasons


def posted(count, bank, customer="0000123", **sources):
    return [Posting("receipt", sources, {"Bank": bank, "Customer": customer})] * count


def test_what_the_site_posted_before_tells_even_without_a_name():
    before = (
        *posted(41, "B2", zzz="B2"),
        *posted(6, "B1", zzz="B2"),
        Posting("journal", {"zzz": "B2"}, {"Bank": "B2"}),
    )
    found = first("receipt", "zzz", "B2", postings=before)
    assert found.element == "Bank"
    assert found.percent >= CONFIDENT
    assert "41 of 47 receipts of this site had its value in Bank." in found.reasons


def test_two_postings_prove_nothing():
    assert advise("receipt", "zzz", "B2", postings=tuple(posted(2, "B2", zzz="B2"))) == ()


def test_the_usual_bank_of_a_customer_is_said_with_its_share():
    before = [*posted(41, "B2"), *posted(6, "B1"), *posted(9, "B1", customer="0000999"), *posted(1, "")]
    usual = usual_value(before, "receipt", "Bank", by="Customer", of="0000123")
    assert (usual.value, usual.agreed, usual.seen) == ("B2", 41, 47)
    assert usual.reason == "41 of 47 receipts with Customer 0000123 had Bank B2."
    assert usual_value(before, "receipt", "Bank", by="Customer", of="0000555") is None


def test_several_documents_are_called_by_their_kind():
    before = [Posting("cash_entry", {}, {"Bank": "B1", "Narration": "x"})]
    assert "1 of 1 cash entries" in usual_value(before, "cash_entry", "Bank", by="Narration", of="x").reason
