"""Customers, written and read over real sockets."""

import pytest

from agent.domain.customers.fields import stripe_address
from agent.domain.errors import NeedsPerson
from agent.domain.money import Money
from connectors.stripe.directory import StripeDirectory

ADDRESS = {"line1": "1 Road", "city": "Salem", "postal_code": "97301", "country": "US"}
TEXTS = {"name": "Alder", "email": "ada@alder.com", "phone": "", "address": stripe_address(ADDRESS)}


@pytest.fixture
def directory(kit):
    return StripeDirectory(kit.connection)


def test_a_customer_is_made_and_read_back(directory):
    made = directory.make(TEXTS, {"syspro_customer": "0001"}, "k1")
    there = directory.read(made.id)
    assert there == made
    assert dict(there.texts) == TEXTS | {"tax_id": ""}
    assert (there.metadata, there.owes, there.deleted) == ({"syspro_customer": "0001"}, None, False)


def test_the_same_key_makes_one_customer(directory):
    assert directory.make(TEXTS, {}, "k1") == directory.make(TEXTS, {}, "k1")
    assert [len(page) for page in directory.all()] == [1]


def test_what_is_not_named_stays_and_an_empty_text_unsets(directory):
    made = directory.make(TEXTS, {"ours": "1"}, "k1")
    there = directory.change(made.id, {"email": ""}, {"more": "2"}, "k2")
    assert (there.texts["name"], there.texts["email"]) == ("Alder", "")
    assert there.metadata == {"ours": "1", "more": "2"}
    moved = directory.change(made.id, {"address": stripe_address({"line1": "2 Quay"})}, {}, "k3")
    assert moved.texts["address"] == stripe_address({"line1": "2 Quay"})


def test_tax_ids_and_balance_are_read(directory, sandbox):
    made = sandbox._parts.customers.create(
        {
            "name": "Alder",
            "tax_id_data": [{"type": "us_ein", "value": "12-3456789"}],
            "balance": 500,
            "currency": "usd",
        },
        at=1,
    )
    there = directory.read(made["id"])
    assert (there.texts["tax_id"], there.owes) == ("12-3456789", Money(500, "usd"))
    for told in ({"balance": -500}, {"balance": 500, "currency": "xxx"}):
        sandbox._parts.customers.update(made["id"], told, at=2)
        assert directory.read(made["id"]).owes is None


def test_a_deleted_customer_says_so_and_one_that_never_was_is_refused(directory, sandbox):
    made = directory.make(TEXTS, {}, "k1")
    sandbox._parts.customers.delete(made.id, at=1)
    assert directory.read(made.id).deleted
    with pytest.raises(NeedsPerson):
        directory.read("cus_none")


def test_hundreds_are_listed_page_by_page_and_those_of_later_alone(directory, sandbox):
    for number in range(130):
        sandbox._parts.customers.create({"name": f"Name {number}"}, at=number + 1)
    assert [len(page) for page in directory.all()] == [100, 30]
    assert sum(len(page) for page in directory.all(since_at=121)) == 10


def test_customers_that_cannot_be_read_are_told_behind_the_others(directory, sandbox):
    made = sandbox._parts.customers.create({"name": "Fine"}, at=1)
    broken = sandbox._parts.customers.create({"name": "Bad"}, at=2)
    sandbox._parts.customers.update(broken["id"], {"email": 7}, at=3)
    found = []
    with pytest.raises(NeedsPerson, match="1 of Stripe's customers"):
        found.extend(one.id for page in directory.all() for one in page)
    assert found == [made["id"]]
    with pytest.raises(NeedsPerson, match="A customer in Stripe"):
        directory.read(broken["id"])


@pytest.fixture
def vat(kit):
    return StripeDirectory(kit.connection, ["gb_vat"])


def held(sandbox, stripe_id):
    return [(one["type"], one["value"]) for one in sandbox._parts.customers.tax_ids(stripe_id)]


def test_a_tax_number_is_made_changed_and_taken_away_and_those_of_other_types_stay(vat, sandbox):
    made = vat.make(TEXTS | {"tax_id": "GB123456789"}, {}, "k1", tax_type="gb_vat")
    assert made.texts["tax_id"] == "GB123456789"
    sandbox._parts.customers.add_tax_id(made.id, {"type": "eu_vat", "value": "DE1"}, at=1)
    there = vat.change(made.id, {"tax_id": "GB999999999", "name": "Alder & Sons"}, {}, "k2", tax_type="gb_vat")
    assert (there.texts["tax_id"], there.texts["name"]) == ("GB999999999", "Alder & Sons")
    assert held(sandbox, made.id) == [("eu_vat", "DE1"), ("gb_vat", "GB999999999")]
    assert vat.change(made.id, {"tax_id": "GB 999 999 999"}, {}, "k3", tax_type="gb_vat") == there
    assert vat.change(made.id, {"tax_id": ""}, {}, "k4", tax_type="gb_vat").texts["tax_id"] == "DE1"
    assert held(sandbox, made.id) == [("eu_vat", "DE1")]


def test_a_tax_number_without_a_type_is_not_written(vat, sandbox):
    made = vat.make(TEXTS | {"tax_id": "GB123456789"}, {}, "k1")
    assert (vat.change(made.id, {"tax_id": "GB1"}, {"a": "1"}, "k2").texts["tax_id"], held(sandbox, made.id)) == (
        "",
        [],
    )


def test_a_tax_number_whose_answer_was_lost_is_not_made_again(vat, sandbox):
    made = vat.make(TEXTS, {}, "k1")
    sandbox._parts.customers.add_tax_id(made.id, {"type": "gb_vat", "value": "GB123456789"}, at=1)
    vat.change(made.id, {"tax_id": "GB123456789"}, {}, "k2", tax_type="gb_vat")
    assert held(sandbox, made.id) == [("gb_vat", "GB123456789")]


def test_tax_numbers_that_are_not_as_documented_are_set_aside(puppet, puppeteer):
    puppet.say_list("/v1/customers/cus_1/tax_ids", {"id": "txi_1", "type": 7})
    with pytest.raises(NeedsPerson) as refused:
        StripeDirectory(puppeteer.connection).change("cus_1", {"tax_id": "1"}, {}, "k", tax_type="gb_vat")
    assert refused.value.problem.code == "stripe.unusable"
