"""Who paid, and which SYSPRO customer that is."""

from dataclasses import replace

import pytest

from agent.domain.documents import Link
from agent.domain.facts import CustomerMatch, ErpFacts
from agent.domain.fitting import DoesNotFitError
from agent.domain.payer import account_of, named_customer, payer_of
from tests.unit.domain.cases import charge, customer, facts, policy, session, syspro_customer

ADDRESS = {"line1": "1 High St", "city": "York", "postal_code": "YO1", "country": "GB"}
OTHER = {"line1": "2 Low St", "city": "Leeds", "postal_code": "LS1", "country": "GB"}


def payer(**roles):
    return payer_of(facts(**roles))


def account(*found, link=None, paid=None, currency="usd", known=None, settings=(), **roles):
    """The account of a payment; `found` are SYSPRO customers with the reason why each may be the payer."""
    matches = tuple(CustomerMatch(each, origin) for each, origin in found)
    erp = ErpFacts(link=link, payer=known, matches=matches)
    given = facts(paid, erp=erp, **roles)
    return account_of(payer_of(given), given, currency, policy(**dict(settings)))


# ---------------------------------------------------------------- the payer


def test_a_guest_is_known_by_the_billing_details():
    found = payer()
    assert (found.id, found.name, found.email) == ("", "Ann Lee", "ann@example.com")


def test_the_stripe_customer_says_more_than_the_billing_details():
    found = payer(customer=customer(name="Ann Ltd", email="books@ann.example", phone="1"))
    assert (found.id, found.name, found.email, found.phone) == ("cus_1", "Ann Ltd", "books@ann.example", "1")


def test_what_the_stripe_customer_lacks_is_taken_from_the_billing_details():
    billing = {"name": "Ann Lee", "email": "ann@example.com", "phone": "2", "address": ADDRESS}
    found = payer(paid=charge(billing_details=billing), customer={"id": "cus_1", "name": None, "email": None})
    assert (found.name, found.email, found.phone) == ("Ann Lee", "ann@example.com", "2")
    assert found.address["line1"] == "1 High St"


def test_a_deleted_customer_is_known_by_its_id_and_the_billing_details():
    found = payer(customer={"id": "cus_1", "deleted": True, "name": "Old name"})
    assert (found.id, found.name) == ("cus_1", "Ann Lee")


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"business_name": "Ann Ltd", "name": "Ann"}, "Ann Ltd"),
        ({"name": "Ann"}, "Ann"),
        ({"individual_name": "Ann L."}, "Ann L."),
        ({"email": "ann@example.com"}, "ann@example.com"),
        ({}, "Stripe customer"),
    ],
)
def test_a_payer_always_has_a_name(known, name):
    assert payer(paid=charge(billing_details={}), customer={"id": "cus_1"} | known).name == name


def test_the_receipts_address_is_better_than_none():
    assert payer(paid=charge(billing_details=None, receipt_email="r@example.com")).email == "r@example.com"


def test_the_first_tax_id_counts():
    ids = {"object": "list", "data": [{"value": "GB1"}, {"value": "DE2"}]}
    assert payer(customer=customer(tax_ids=ids)).tax_number == "GB1"


def test_goods_go_where_the_checkout_asked():
    asked = {"shipping_details": {"name": "Dock", "address": OTHER}}
    found = payer(
        paid=charge(shipping={"name": "Ann", "address": ADDRESS}), session=session(collected_information=asked)
    )
    assert (found.shipping_name, found.shipping["line1"]) == ("Dock", "2 Low St")


def test_goods_go_to_the_address_of_the_charge_before_that_of_the_customer():
    shipping = {"name": "Ann", "address": ADDRESS}
    found = payer(paid=charge(shipping=shipping), customer=customer(shipping={"name": "Old", "address": OTHER}))
    assert (found.shipping_name, found.shipping["line1"]) == ("Ann", "1 High St")
    found = payer(customer=customer(shipping={"name": "Old", "address": OTHER}))
    assert (found.shipping_name, found.shipping["line1"]) == ("Old", "2 Low St")


def test_a_guest_without_a_delivery_address_gets_the_goods_at_the_billing_address():
    found = payer(paid=charge(billing_details={"name": "Ann", "address": ADDRESS}))
    assert (found.shipping_name, found.shipping["city"]) == ("Ann", "York")


# ---------------------------------------------------------------- the account


def test_a_link_decides_before_everything_else():
    link = Link("customer", "cus_1|usd", "000000000000007", "person")
    found = account((syspro_customer("8"), "email"), link=link, customer=customer())
    assert (found.code, found.party, found.link) == ("000000000000007", "cus_1|usd", None)


def test_a_customer_that_metadata_names_comes_before_one_with_the_same_address():
    found = account(
        (syspro_customer("1"), "email"),
        (syspro_customer("000000000000077"), "metadata"),
        customer=customer(metadata={"syspro_customer": "77"}),
    )
    assert (found.code, found.link.origin) == ("000000000000077", "metadata")


def test_a_customer_that_metadata_names_and_syspro_lacks_is_a_matter_for_a_person():
    found = account((syspro_customer("1"), "email"), customer=customer(metadata={"customer_code": "77"}))
    assert (found.code, found.problem_code) == ("", "customer.named_unknown")
    assert "Ann Ltd is customer 000000000000077 by Stripe's metadata" in found.problem


def test_an_address_comes_before_a_tax_number():
    found = account((syspro_customer("1"), "tax_id"), (syspro_customer("2"), "email"), customer=customer())
    assert (found.code, found.link.origin) == ("2", "email")


@pytest.mark.parametrize(
    ("origin", "words"), [("email", "e-mail address"), ("tax_id", "tax number"), ("metadata", "customer code")]
)
def test_two_that_fit_equally_well_are_a_matter_for_a_person(origin, words):
    found = account((syspro_customer("1"), origin), (syspro_customer("2"), origin), customer=customer())
    assert (found.code, found.create, found.problem_code) == ("", False, "customer.ambiguous")
    assert found.problem.startswith(f"The {words} of Ann Ltd fits more than one SYSPRO customer: 1, 2.")


def test_a_candidate_in_another_currency_is_none():
    assert account((syspro_customer(currency="EUR"), "email"), customer=customer()).create
    euros, dollars = syspro_customer("1", currency="EUR"), syspro_customer("2")
    assert account((euros, "email"), (dollars, "email"), customer=customer()).code == "2"


def test_a_currency_that_is_not_mapped_matches_nobody():
    found = account((syspro_customer(currency=""), "email"), currency="sek", customer=customer())
    assert found.create


def test_a_guest_that_is_found_is_no_link():
    found = account((syspro_customer("1"), "email"))
    assert (found.code, found.party, found.link) == ("1", "", None)


@pytest.mark.parametrize("choice", ["create", "guest"])
def test_a_payer_without_a_stripe_customer_goes_to_the_guest_account(choice):
    found = account(settings={"customers__policy": choice})
    assert (found.code, found.guest, found.create) == ("GUEST-USD", True, False)


def test_a_new_stripe_customer_goes_where_the_policy_says():
    assert account(customer=customer()).create
    assert account(customer=customer(), settings={"customers__policy": "guest"}).code == "GUEST-USD"
    found = account(customer=customer(), settings={"customers__policy": "park"})
    assert (found.code, found.problem_code) == ("", "customer.unknown")


def test_a_currency_without_a_guest_account_is_a_matter_for_a_person():
    found = account(currency="eur")
    assert found.problem_code == "customer.no_guest"
    assert found.problem.startswith("Ann Lee paid in EUR, and no guest customer is set for that currency.")


# ---------------------------------------------------------------- exempt from tax


def test_a_customer_that_syspro_takes_no_tax_from_is_known_as_such():
    exempt = syspro_customer("1", tax_status="E")
    link = Link("customer", "cus_1|usd", "1", "created")
    assert account((exempt, "email"), customer=customer()).exempt
    assert account(link=link, known=exempt, customer=customer()).exempt
    assert account(known=replace(exempt, code="GUEST-USD")).exempt
    assert account(customer=customer(), settings={"customers__tax_status": "E"}).exempt
    assert not account(link=link, known=syspro_customer("1"), customer=customer()).exempt
    assert not account(customer=customer()).exempt


# ---------------------------------------------------------------- the customer that metadata names


def test_a_customer_code_in_metadata_is_padded_as_syspro_stores_it():
    assert named_customer({"syspro_customer": " 42 "}, policy()) == "000000000000042"
    assert named_customer({"syspro_customer": "ANN01"}, policy()) == "ANN01"
    assert named_customer({"syspro_customer": "42"}, policy(keys__customer_numeric="no")) == "42"
    assert named_customer({"other": "42"}, policy()) == ""


def test_a_customer_code_that_is_too_long_is_refused():
    with pytest.raises(DoesNotFitError, match="longer than 15 characters"):
        named_customer({"syspro_customer": "9" * 16}, policy())


# ---------------------------------------------------------------- orders that were agreed to in the portal

AGREED = {"agreed_1": '{"stock_code": "BOLT", "quantity": "1", "price": "10", "tax": 0}'}
SIX = "000000000000006"


def agreed(*found, link=None, names="6", **roles):
    """The account of a payment whose lines were agreed to; `names` is the customer that it carries."""
    intent = {"id": "pi_1", "metadata": AGREED | ({"syspro_customer": names} if names else {})}
    return account(*found, link=link, payment_intent=intent, **roles)


def test_an_agreed_order_goes_to_the_customer_that_the_payment_names():
    found = agreed((syspro_customer(SIX), "metadata"), customer=customer(metadata={"syspro_customer": "77"}))
    assert (found.code, found.party, found.link.erp_key) == (SIX, "cus_1|usd", SIX)


def test_an_agreed_order_of_a_deleted_payer_is_its_customers_and_links_nobody():
    found = agreed((syspro_customer(SIX), "metadata"), customer={"id": "cus_1", "deleted": True})
    assert (found.code, found.party, found.link, found.create) == (SIX, "", None, False)


def test_an_agreed_order_follows_the_payers_link_where_both_say_the_same():
    known = syspro_customer(SIX, tax_status="E")
    found = agreed(link=Link("customer", "cus_1|usd", SIX, "person"), known=known, customer=customer())
    assert (found.code, found.party, found.exempt) == (SIX, "cus_1|usd", True)


def test_an_agreed_order_whose_payer_is_linked_to_another_customer_is_a_matter_for_a_person():
    found = agreed(link=Link("customer", "cus_1|usd", "000000000000007", "person"), customer=customer())
    assert (found.code, found.create, found.problem_code) == ("", False, "customer.agreed_other")
    assert "an order of customer 000000000000006" in found.problem
    assert "linked to customer 000000000000007" in found.problem


@pytest.mark.parametrize("settings", [{}, {"customers__policy": "guest"}, {"customers__policy": "park"}])
@pytest.mark.parametrize("names", ["6", ""])
def test_an_agreed_order_makes_no_customer_and_is_no_guests(settings, names):
    for found in ((), ((syspro_customer("8"), "email"),), ((syspro_customer(SIX, currency="EUR"), "metadata"),)):
        made = agreed(*found, names=names, settings=settings, customer=customer())
        assert (made.code, made.create, made.guest, made.problem_code) == ("", False, False, "customer.agreed_unknown")


def test_an_agreed_order_that_names_nobody_goes_by_the_payers_own_link_or_metadata():
    linked = agreed(link=Link("customer", "cus_1|usd", "7", "person"), names="", customer=customer())
    matched = agreed((syspro_customer("7"), "metadata"), names="", customer=customer(metadata={"syspro_customer": "7"}))
    assert (linked.code, matched.code) == ("7", "7")
