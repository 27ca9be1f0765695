"""ARSSCS and COMSFM by their rules."""

import pytest

GOOD = {
    "Name": "Zed & Co",
    "Branch": "10",
    "TermsCode": "30",
    "CustomerClass": "TRD",
    "Area": "NW",
    "Salesperson": "HBL",
}


def told(key: str = "", **more) -> dict:
    return {"Key": {"Customer": key}, **GOOD, **more}


class TestAddCustomer:
    def test_syspro_numbers_it_and_answers_in_lower_case(self, enet):
        reply = enet.post("ARSSCS", told(Email="z@example.com", Currency="EUR", PriceCode="EUR"), path="Setup/Add")
        assert reply.root.tag == "setuparcustomer"
        assert reply.one("item/key/customer") == "000000000001001"
        assert (reply.one("StatusOfItems/RecordsRead"), reply.one("StatusOfItems/RecordsInvalid")) == ("1", "0")
        found = enet.row("ArCustomer", "Customer = '000000000001001'")
        assert (found.text("Name"), found.text("Currency"), found.text("Email")) == ("Zed & Co", "EUR", "z@example.com")
        assert enet.row("ArCustomerBal", "Customer = '000000000001001'").number("CurrentBalance1") == 0

    def test_a_key_is_not_wanted_then(self, enet):
        assert enet.post("ARSSCS", told("55"), path="Setup/Add").errors == [990008]

    def test_on_a_site_that_numbers_by_hand_a_key_is_needed_and_padded(self, enet):
        enet.switch(customer_auto_numbering=False)
        assert enet.post("ARSSCS", told("55"), path="Setup/Add").one("item/key/customer") == "000000000000055"
        assert enet.post("ARSSCS", told("55"), path="Setup/Add").errors == [990005]
        assert enet.post("ARSSCS", told(), path="Setup/Add").errors == [100030]

    def test_an_alphanumeric_site_keeps_the_key_as_it_is(self, enet):
        enet.switch(customer_auto_numbering=False, numeric_keys=("order", "invoice"))
        assert enet.post("ARSSCS", told("SYM000"), path="Setup/Add").one("item/key/customer") == "SYM000"
        assert enet.post("ARSSCS", told("77"), path="Setup/Add").one("item/key/customer") == "77"

    @pytest.mark.parametrize("name", list(GOOD))
    def test_the_mandatory_ones_are_expanded_in_lower_case(self, enet, name):
        reply = enet.post("ARSSCS", told(**{name: ""}), path="Setup/Add")
        assert reply.errors[0] == 100030  # a blank branch makes the salesperson unknown too
        assert reply.one(f"item/{name.lower()}/Value") == ""
        assert reply.one("StatusOfItems/RecordsInvalid") == "1"

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"Branch": "99"}, 990004),
            ({"TermsCode": "77"}, 990004),
            ({"CustomerClass": "X"}, 990004),
            ({"Area": "X"}, 990004),
            ({"Salesperson": "JVD"}, 990004),  # of another branch
            ({"Currency": "QQQ"}, 990004),
            ({"PriceCode": "Z"}, 990004),
            ({"BuyingGroup1": "NONE"}, 990004),
            ({"TaxStatus": "Q"}, 990003),
            ({"Name": "n" * 51}, 990002),
            ({"SoldToAddr1": "a" * 41}, 990002),
            ({"CreditLimit": "lots"}, 990001),
        ],
    )
    def test_codes_and_lengths_are_checked(self, enet, more, number):
        reply = enet.post("ARSSCS", told(**more), path="Setup/Add")
        assert number in reply.errors
        assert len(enet.rows("ArCustomer")) == 40

    def test_validate_only_uses_no_number(self, enet):
        enet.post("ARSSCS", told(), path="Setup/Add", ValidateOnly="Y")
        assert len(enet.rows("ArCustomer")) == 40
        assert enet.post("ARSSCS", told(), path="Setup/Add").one("item/key/customer") == "000000000001001"


class TestChangeCustomer:
    def test_only_what_is_given_changes(self, enet):
        update = {"Key": {"Customer": "1"}, "Email": "new@example.com", "UserField1": "x", "Fax": ""}
        assert enet.post("ARSSCS", update, path="Setup/Update").one("item/key/customer") == "000000000000001"
        found = enet.row("ArCustomer", "Customer = '000000000000001'")
        assert (found.text("Email"), found.text("Name"), found.text("UserField1")) == (
            "new@example.com",
            "Alder Creek Cabinets",
            "x",
        )

    def test_the_currency_is_fixed_after_the_first_transaction(self, enet):
        assert enet.post("ARSSCS", {"Key": {"Customer": "1"}, "Currency": "EUR"}, path="Setup/Update").errors == [
            990064
        ]
        assert not enet.post("ARSSCS", {"Key": {"Customer": "5"}, "Currency": "EUR"}, path="Setup/Update").errors

    def test_an_unknown_customer_is_refused(self, enet):
        assert enet.post("ARSSCS", {"Key": {"Customer": "777"}}, path="Setup/Update").errors == [990004]

    def test_a_customer_with_transactions_cannot_be_deleted(self, enet):
        assert enet.post("ARSSCS", {"Key": {"Customer": "1"}}, path="Setup/Delete").errors == [990063]
        assert not enet.post("ARSSCS", {"Key": {"Customer": "5"}}, path="Setup/Delete").errors
        assert enet.rows("ArCustomer", "Customer = '000000000000005'") == []


class TestCustomForms:
    def told(self, form: str = "CUS", key: str = "1", field: str = "STRIPEID", **value: str) -> dict:
        return {"Key": {"FormType": form, "KeyField": key, "FieldName": field}, **(value or {"AlphaValue": "cus_1"})}

    def test_a_value_is_added_then_updated_then_deleted(self, enet):
        def stored():
            return [row.text("STRIPEID") for row in enet.rows("ArCustomer+")]

        assert enet.post("COMSFM", self.told(), path="Setup/Update").errors == [990062]
        assert enet.post("COMSFM", self.told(), path="Setup/Add").one("item/key/fieldname") == "STRIPEID"
        assert stored() == ["cus_1"]
        assert enet.post("COMSFM", self.told(), path="Setup/Add").errors == [990061]
        assert not enet.post("COMSFM", self.told(AlphaValue="cus_2"), path="Setup/Update").errors
        assert stored() == ["cus_2"]
        assert not enet.post("COMSFM", self.told(), path="Setup/Delete").errors
        assert enet.row("ArCustomer+").raw("STRIPEID") is None

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("WEBSINCE", {"DateValue": "2026-12-01"}),
            ("WEBRATING", {"NumericValue": "4.50"}),
            ("WEBACCOUNT", {"AlphaValue": "w"}),
        ],
    )
    def test_dates_numbers_and_texts_have_elements_of_their_own(self, enet, field, value):
        assert not enet.post("COMSFM", self.told(field=field, **value), path="Setup/Add").errors
        assert enet.row("ArCustomer+").raw(field) is not None

    def test_a_live_order_and_a_stock_code_have_fields_too(self, enet, order):
        enet.post("SORTOI", order())
        assert not enet.post("COMSFM", self.told("ORD", "15563", AlphaValue="pi_1"), path="Setup/Add").errors
        found = enet.row("CusSorMaster+")
        assert (found.text("SalesOrder"), found.raw("InvoiceNumber"), found.text("STRIPEID")) == ("015563", " ", "pi_1")
        assert not enet.post("COMSFM", self.told("STK", "A100", AlphaValue="prod_1"), path="Setup/Add").errors

    @pytest.mark.parametrize(
        ("item", "number"),
        [
            ({"form": "QQQ"}, 990003),
            ({"key": "777"}, 990004),
            ({"field": "STRIPEIDX"}, 990060),
            ({"field": "Customer"}, 990060),
            ({"field": ""}, 100030),
            ({"AlphaValue": "x" * 101}, 990002),
            ({"field": "WEBSINCE", "DateValue": "soon"}, 100028),
        ],
    )
    def test_a_wrong_form_key_field_or_value_is_refused(self, enet, item, number):
        assert number in enet.post("COMSFM", self.told(**item), path="Setup/Add").errors
        assert enet.rows("ArCustomer+") == []
