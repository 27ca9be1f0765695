"""What the agent writes: customers, products, prices."""

import pytest
import stripe

from connectors.sandbox.stripe.errors import StripeRefusal


def test_a_customer_is_made_changed_and_merged(agent):
    made = agent.v1.customers.create(
        {
            "name": "ACME",
            "email": "ap@acme.example.com",
            "address": {"city": "Bend", "country": "US"},
            "metadata": {"syspro_customer": "0000123", "x": "1"},
        }
    )
    agent.v1.customers.update(
        made.id, {"metadata": {"x": "", "y": "2"}, "address": {"line1": "1 Main St"}, "phone": "5"}
    )
    found = agent.v1.customers.retrieve(made.id)
    assert found.metadata.to_dict() == {"syspro_customer": "0000123", "y": "2"}
    assert (found.address.line1, found.address.city) == ("1 Main St", "Bend")
    assert found.phone == "5"
    agent.v1.customers.update(made.id, {"phone": ""})
    assert agent.v1.customers.retrieve(made.id).phone is None


def test_all_metadata_goes_with_an_empty_text(agent):
    made = agent.v1.customers.create({"metadata": {"a": "1"}})
    assert agent.v1.customers.update(made.id, {"metadata": ""}).metadata.to_dict() == {}


@pytest.mark.parametrize("metadata", [{"k" * 41: "x"}, {"k": "x" * 501}, {f"k{n}": "x" for n in range(51)}])
def test_metadata_has_limits(agent, metadata):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        agent.v1.customers.create({"metadata": metadata})
    assert refused.value.http_status == 400


def test_a_deleted_customer_is_only_its_id(sandbox, client):
    made = client.v1.customers.create({"name": "Gone"})
    charge = sandbox.trading.charge(500, "usd", fields={"customer": made.id})
    assert client.v1.customers.delete(made.id).deleted is True
    found = client.v1.customers.retrieve(made.id)
    assert found.to_dict() == {"id": made.id, "object": "customer", "deleted": True}
    assert client.v1.customers.list({}).data == []
    assert client.v1.charges.retrieve(charge["id"], {"expand": ["customer"]}).customer.deleted is True
    event = client.v1.events.list({"type": "customer.deleted"}).data[0]
    assert event.data.object.name == "Gone"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.customers.update(made.id, {"name": "Back"})


def test_tax_ids_are_kept_and_expandable(agent):
    made = agent.v1.customers.create({"name": "EU", "tax_id_data": [{"type": "eu_vat", "value": "DE123456789"}]})
    assert agent.v1.customers.retrieve(made.id, {"expand": ["tax_ids"]}).tax_ids.data[0].value == "DE123456789"


def test_a_product_takes_our_id_once(agent):
    agent.v1.products.create({"id": "syspro_A/100#1", "name": "Bolt", "metadata": {"stock_code": "A/100#1"}})
    assert agent.v1.products.retrieve("syspro_A/100#1").name == "Bolt"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        agent.v1.products.create({"id": "syspro_A/100#1", "name": "Again"})
    assert refused.value.code == "resource_already_exists"


def test_a_price_never_changes_its_amount(agent):
    product = agent.v1.products.create({"name": "Bolt", "default_price_data": {"currency": "usd", "unit_amount": 54}})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        agent.v1.prices.update(product.default_price, {"unit_amount": 60})
    assert refused.value.code == "parameter_unknown"


def test_a_price_is_replaced_by_moving_its_lookup_key(agent):
    product = agent.v1.products.create({"name": "Bolt"})
    asked = {"product": product.id, "currency": "usd", "lookup_key": "A100:A:USD"}
    old = agent.v1.prices.create({**asked, "unit_amount": 54})
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.prices.create({**asked, "unit_amount": 60})
    new = agent.v1.prices.create({**asked, "unit_amount": 60, "transfer_lookup_key": True})
    agent.v1.products.update(product.id, {"default_price": new.id})
    assert agent.v1.prices.update(old.id, {"active": False}).lookup_key is None
    assert [price.id for price in agent.v1.prices.list({"lookup_keys": ["A100:A:USD"]}).data] == [new.id]


def test_a_default_price_cannot_be_archived(agent):
    product = agent.v1.products.create({"name": "Bolt", "default_price_data": {"currency": "usd", "unit_amount": 54}})
    with pytest.raises(stripe.InvalidRequestError, match="default price"):
        agent.v1.prices.update(product.default_price, {"active": False})


def test_fractions_of_a_cent_leave_unit_amount_null(agent):
    product = agent.v1.products.create({"name": "Washer"})
    price = agent.v1.prices.create({"product": product.id, "currency": "usd", "unit_amount_decimal": "0.125"})
    assert price.unit_amount is None
    assert str(price.unit_amount_decimal) == "0.125"


def test_a_product_with_prices_cannot_be_deleted(agent):
    product = agent.v1.products.create({"name": "Bolt"})
    agent.v1.prices.create({"product": product.id, "currency": "usd", "unit_amount": 54})
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.products.delete(product.id)
    empty = agent.v1.products.create({"name": "Nut"})
    assert agent.v1.products.delete(empty.id).deleted is True
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.products.retrieve(empty.id)


def test_booleans_and_lists_come_through_the_form(agent):
    product = agent.v1.products.create(
        {"name": "Kit", "active": False, "images": ["https://x.example.com/a.png"], "shippable": True}
    )
    assert (product.active, product.shippable, product.images) == (False, True, ["https://x.example.com/a.png"])
    assert [found.id for found in agent.v1.products.list({"active": False}).data] == [product.id]
    assert agent.v1.products.list({"active": True}).data == []


def test_a_price_makes_its_product_in_the_same_call_under_an_id_of_our_own(agent):
    data = {"id": "syspro_A_BOLT", "name": "Bolt", "metadata": {"sku": "BOLT"}, "unit_label": "EA"}
    price = agent.v1.prices.create(
        {"product_data": data, "currency": "usd", "unit_amount_decimal": "12.345", "lookup_key": "syspro_A_BOLT_usd"}
    )
    product = agent.v1.products.retrieve("syspro_A_BOLT")
    assert (price.product, product.name, product.unit_label, product.default_price) == (product.id, "Bolt", "EA", None)
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.prices.create({"product_data": data, "currency": "usd", "unit_amount": 1})


def test_an_empty_text_unsets_a_description(agent):
    product = agent.v1.products.create({"name": "Bolt", "description": "Zinc", "unit_label": "EA"})
    changed = agent.v1.products.update(product.id, {"description": "", "unit_label": ""})
    assert (changed.description, changed.unit_label) == (None, None)


@pytest.mark.parametrize(
    "wrong", [{"unit_amount": -1}, {"unit_amount_decimal": "-0.5"}, {"unit_amount": 1, "currency": "xxx"},
              {"unit_amount": 1, "lookup_key": "k" * 201}],
)  # fmt: skip
def test_a_price_that_cannot_be_is_refused(agent, wrong):
    product = agent.v1.products.create({"name": "Bolt"})
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.prices.create({"product": product.id, "currency": "usd", **wrong})


def test_only_so_many_lookup_keys_and_ids_are_taken_at_once(agent):
    with pytest.raises(stripe.InvalidRequestError, match="up to 10 lookup_keys"):
        agent.v1.prices.list({"lookup_keys": [f"k{number}" for number in range(11)]})
    with pytest.raises(stripe.InvalidRequestError, match="up to 100 ids"):
        agent.v1.products.list({"ids": [f"p{number}" for number in range(101)]})


PRICE = {"currency": "usd", "unit_amount": 500, "product_data": {"name": "Invoice 7"}}


def test_a_payment_link_can_be_completed_as_often_as_it_says(agent, sandbox):
    restrictions = {"completed_sessions": {"limit": 1}}
    made = agent.v1.payment_links.create(
        {"line_items": [{"price_data": PRICE, "quantity": 2}], "restrictions": restrictions, "metadata": {"a": "1"}}
    )
    session = sandbox.trading.pay_by_link(made.id)
    assert (session["amount_total"], session["metadata"]) == (1000, {"a": "1"})
    found = agent.v1.payment_links.retrieve(made.id)
    assert (found.restrictions.completed_sessions.count, found.active) == (1, True)
    with pytest.raises(StripeRefusal):
        sandbox.trading.pay_by_link(made.id)


def test_a_payment_link_of_a_price_can_be_paid_again_and_again_until_it_is_closed(agent, sandbox):
    price = agent.v1.prices.create(PRICE)
    made = agent.v1.payment_links.create({"line_items": [{"price": price.id, "quantity": 1}]})
    for _ in range(2):
        assert sandbox.trading.pay_by_link(made.id)["payment_status"] == "paid"
    agent.v1.payment_links.update(made.id, {"active": False})
    assert agent.v1.payment_links.list({"active": True}).data == []
    with pytest.raises(StripeRefusal):
        sandbox.trading.pay_by_link(made.id)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [{"quantity": 1}],
        [{"price_data": PRICE, "quantity": 0}],
        [{"price_data": {**PRICE, "unit_amount": 0}, "quantity": 1}],
        [{"price_data": PRICE, "quantity": 1}, {"price_data": {**PRICE, "currency": "eur"}, "quantity": 1}],
    ],
)
def test_a_payment_link_that_nobody_could_pay_is_refused(agent, lines):
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.payment_links.create({"line_items": lines})
    assert agent.v1.payment_links.list().data == []


def test_tax_ids_are_made_listed_and_deleted_and_none_is_there_twice(agent, types_of):
    made = agent.v1.customers.create({"name": "Ann"})
    tax_id = agent.v1.customers.tax_ids.create(made.id, {"type": "gb_vat", "value": "GB1"})
    assert [one.value for one in agent.v1.customers.tax_ids.list(made.id).data] == ["GB1"]
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.customers.tax_ids.create(made.id, {"type": "gb_vat", "value": "GB1"})
    assert agent.v1.customers.tax_ids.delete(made.id, tax_id.id).deleted
    with pytest.raises(stripe.InvalidRequestError):
        agent.v1.customers.tax_ids.delete(made.id, tax_id.id)
    assert types_of("customer.tax_id") == ["customer.tax_id.created", "customer.tax_id.deleted"]
