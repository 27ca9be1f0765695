"""ARSSCS and COMSFM: customers and custom form values."""

from dataclasses import replace

import pytest

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Customer, CustomerChange, CustomForm
from connectors.syspro.xml import arsscs, comsfm
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status

CUSTOMER = Customer(
    reference="ABCDEFGHJK",
    name="Ada Lovelace & Søn",
    currency="USD",
    short_name="Ada",
    reference_field="UserField1",
    email="ada@example.com",
    branch="10",
    customer_class="TRD",
    terms_code="30",
    sold_to_1="1 Analytical Road",
    sold_postal_code="97301",
)
FORM = CustomForm("CUS", "STRIPEID", "cus_123 & <more>", "000000000000004")


def test_customer_that_syspro_numbers_has_an_empty_key():
    request = arsscs.build(CUSTOMER)
    check_golden("arsscs_parameters", request.parameters)
    check_golden("arsscs_document", request.document)


def test_numbered_customer_has_its_key():
    built = arsscs.build(replace(CUSTOMER, code="SABCDEFGHJK"), validate=True)
    assert "<Key><Customer>SABCDEFGHJK</Customer></Key>" in built.document
    assert "<ValidateOnly>Y</ValidateOnly>" in built.parameters


def test_a_change_sends_what_it_names_and_an_empty_text_empty():
    change = CustomerChange(
        "000000000000004", ("Name", "SoldToAddr1", "SoldToAddr2"), name="Søn & Co", sold_to_1="1 Road"
    )
    request = arsscs.build_change(change)
    check_golden("arsscs_change_document", request.document)
    check_golden("arsscs_parameters", request.parameters)
    assert arsscs.changes_of(change) == {"Name": "Søn & Co", "SoldToAddr1": "1 Road", "SoldToAddr2": ""}
    assert "<ValidateOnly>Y</ValidateOnly>" in arsscs.build_change(change, validate=True).parameters


def test_reference_takes_the_place_of_the_search_name_where_settings_say_so():
    texts = arsscs.elements_of(replace(CUSTOMER, reference_field="ShortName"))
    assert texts["ShortName"] == "ABCDEFGHJK"


@pytest.mark.parametrize("column", ["", "none"])
def test_reference_is_kept_nowhere_where_settings_say_so(column):
    texts = arsscs.elements_of(replace(CUSTOMER, reference_field=column))
    assert "ABCDEFGHJK" not in texts.values()


@pytest.mark.parametrize("changes", [{"reference": "ABCDEFGHJKL"}, {"reference_field": "Name"}])
def test_reference_that_its_column_would_cut_is_refused(changes):
    with pytest.raises(DoesNotFitError, match="cannot keep the reference"):
        arsscs.build(replace(CUSTOMER, **changes))


def test_every_element_is_a_column_that_can_be_read_back():
    for column in ("UserField1", "EdiSenderCode", "ShortName"):
        assert set(arsscs.elements_of(replace(CUSTOMER, reference_field=column))) <= set(arsscs.COLUMNS)


def test_new_customer_has_its_code_as_the_key():
    inner = "<item><key><customer>000000000001001</customer></key></item>"
    posted = arsscs.parse(reply("setuparcustomer", inner, status(RecordsRead="1", RecordsInvalid="0")))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "000000000001001")


def test_refused_customer_is_refused():
    inner = f"<item>{error('branch', 'X', '1', 'not found')}</item>"
    posted = arsscs.parse(reply("setuparcustomer", inner, status(RecordsRead="1", RecordsInvalid="1")))
    assert posted.judgement.verdict is Verdict.REFUSED


def test_custom_form_value_is_written_as_the_golden_file_has_it():
    request = comsfm.build(FORM)
    check_golden("comsfm_parameters", request.parameters)
    check_golden("comsfm_document", request.document)
    assert "<ValidateOnly>Y</ValidateOnly>" in comsfm.build(FORM, validate=True).parameters


def test_custom_form_value_has_record_and_field_as_the_key():
    posted = comsfm.parse(reply("setupcustomform", status(RecordsRead="1", RecordsInvalid="0")), FORM)
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "CUS/000000000000004/STRIPEID")
