"""The site's rules: who owns what, who is left out, and what is written to SYSPRO."""

import pytest

from agent.domain.customers.compare import Changes, Owner
from agent.domain.customers.fields import ADDRESS, EMAIL, NAME, PHONE, TAX_ID
from agent.domain.customers.rules import rules_of
from agent.domain.customers.writing import change_draft, change_of, form_draft, subject_of
from agent.domain.errors import Misconfigured
from agent.domain.kinds import CustomForm, Kind
from agent.domain.settings import Values
from tests.unit.domain.customers import people


def rules(**texts):
    usual = {"syspro.company": "A", "currencies.to_syspro": '{"usd": "USD"}', "customers.guest": '{"usd": "0901"}'}
    return rules_of(Values(usual | {name.replace("__", "."): text for name, text in texts.items()}))


def test_syspro_owns_what_a_site_did_not_decide():
    owners = rules().comparing.owners
    assert owners == dict.fromkeys((NAME, EMAIL, PHONE, ADDRESS), Owner.SYSPRO) | {TAX_ID: Owner.NOBODY}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (people.row(), ""),
        (people.row("0901"), "all guests share"),
        (people.row(currency="ZAR"), "currency ZAR"),
        (people.row(currency=""), "(none)"),
        (people.row(name="  "), "has no name"),
        (people.row(sales_allowed=False), "may not buy"),
    ],
)
def test_who_does_not_belong_into_stripe_is_told_with_the_reason(row, why):
    assert why in rules().noted(row).left_out
    assert bool(rules().noted(row).left_out) is bool(why)


def test_the_hash_changes_with_what_counts_alone():
    assert rules().noted(people.row()).source == rules().noted(people.row(branch="20")).source
    assert rules().noted(people.row()).source != rules().noted(people.row(name="Birch")).source


@pytest.mark.parametrize(
    ("keys", "key"), [("syspro_customer, erp", "syspro_customer"), ("erp, other", "erp"), ("", "syspro_customer")]
)
def test_the_metadata_key_is_one_that_payments_are_read_by(keys, key):
    found = rules(customers__metadata_keys=keys)
    assert (found.metadata_key, found.named({key: "A7", "x": "8"}), found.named({})) == (key, "A7", "")


def test_a_code_in_metadata_is_as_syspro_would_store_it():
    found = rules(keys__customer_numeric="yes", keys__customer_length="6")
    named = [found.named({"syspro_customer": text}) for text in ("7", "000007", "A7", " ", "1" * 7)]
    assert named == ["000007", "000007", "A7", "", ""]


def test_other_rules_have_another_fingerprint():
    assert rules().fingerprint == rules(customer_links__every_s="60").fingerprint
    assert rules().fingerprint != rules(customer_links__name="both").fingerprint


@pytest.mark.parametrize("lines", ['{"6": "line1"}', '{"1": "street"}', '{"1": "postal_code"}'])
def test_a_line_that_leads_nowhere_is_said(lines):
    with pytest.raises(Misconfigured, match="address_lines says"):
        rules(customer_links__address_lines=lines)


def test_a_change_names_its_elements_and_the_address_all_of_its_lines():
    body = change_of("0001", {NAME: "Birch", ADDRESS: "1 Road\nSalem\n\n\n\n97301"})
    assert body.elements == ("Name", *(f"SoldToAddr{line}" for line in range(1, 6)), "SoldPostalCode")
    assert (body.name, body.sold_to_1, body.sold_to_2, body.sold_to_3, body.sold_postal_code) == (
        "Birch", "1 Road", "Salem", "", "97301",
    )  # fmt: skip
    assert (body.kind, body.reference, body.with_customer("0002")) == (Kind.CUSTOMER_CHANGE, "0001", body)
    assert change_of("0001", {EMAIL: "a@b.com", PHONE: "1", TAX_ID: "2"}).elements == (
        "Email",
        "Telephone",
        "CompanyTaxNumber",
    )


def test_documents_are_keyed_by_link_and_number_and_share_the_customers_lane():
    change = change_draft("A", "0001", "cus_1", "7.1", {NAME: "Birch"}, 100)
    form = form_draft("A", "0001", "cus_1", ("CUS", "STRIPEID"), 100)
    assert str(change.key) == "A/customer_change/link-0001-7.1/cus_1"
    assert (form.body, form.lane) == (CustomForm("CUS", "STRIPEID", "cus_1", "0001"), change.lane)


def test_changes_are_empty_without_writes():
    assert Changes().empty
    assert not Changes(to_syspro={NAME: "Birch"}).empty


def test_each_change_has_a_subject_of_its_own():
    assert subject_of("0001", "7.1") == "customer_link|0001|7.1"
