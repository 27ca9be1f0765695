"""SORTOI by its rules."""

from decimal import Decimal

import pytest


def line(code: str = "A100", quantity: object = 1, **more) -> dict:
    return {
        "CustomerPoLine": 1,
        "LineActionType": "A",
        "StockCode": code,
        "OrderQty": quantity,
        "OrderUom": "EA",
        **more,
    }


def master(enet):
    return enet.row("SorMaster")


def test_an_order_gets_the_next_number_and_all_it_was_told(enet, order):
    reply = enet.post(
        "SORTOI",
        order(
            AlternateReference="alt-1",
            Email="x@example.com",
            ShipAddress1="1 Way",
            OrderDate="2026-11-30",
            SpecialInstrs="s",
        ),
        OrderStatus="1",
    )
    assert reply.root.tag == "SalesOrders"
    assert reply.one("Order/SalesOrder") == "015563"
    assert reply.one("StatusOfItems/ItemsProcessed") == "000001"
    found = master(enet)
    told = [
        found.text(name)
        for name in ("Customer", "CustomerPoNumber", "AlternateKey", "Email", "OrderDate", "OrderStatus")
    ]
    assert told == ["000000000000001", "pi_1", "alt-1", "x@example.com", "2026-11-30", "1"]
    assert (found.text("Currency"), found.text("Branch"), found.text("ShipAddress1")) == ("USD", "10", "1 Way")


@pytest.mark.parametrize("given", ["1", "000000000000001"])
def test_a_customer_is_found_with_and_without_its_zeros(enet, order, given):
    assert enet.post("SORTOI", order(customer=given)).one("Order/SalesOrder")


def test_every_kind_of_line_is_stored_in_the_sequence_of_its_number(enet, order):
    told = order()
    told["OrderDetails"] = {
        "CommentLine": {"CustomerPoLine": 4, "Comment": "Thank you"},
        "MiscChargeLine": {
            "CustomerPoLine": 3,
            "MiscChargeValue": "-0.01",
            "MiscProductClass": "WEB",
            "MiscDescription": "Rounding",
        },
        "FreightLine": {"CustomerPoLine": 2, "FreightValue": "5.00"},
        "StockLine": line(CustomerPoLine=1),
    }
    assert not enet.post("SORTOI", told).errors
    lines = enet.rows("SorDetail", "SalesOrder = '015563' ORDER BY SalesOrderLine")
    assert [found.text("LineType") for found in lines] == ["1", "4", "5", "6"]
    assert lines[2].number("NMscChargeValue") == Decimal("-0.01")


def test_unknown_elements_and_parameters_are_dropped_without_a_word(enet, order):
    told = order(CustomerPoNumbr="typo", ApplyIfEntireDocumentValid="Y")
    assert not enet.post("SORTOI", told, ValidateOnly="Y", Nonsense="x").errors
    assert master(enet).text("SalesOrder") == "015563"  # ValidateOnly is not a parameter of SORTOI


def test_validate_says_what_would_happen_and_keeps_nothing(enet, order):
    good = enet.post("SORTOI", order(), Process="VALIDATE")
    assert good.one("ValidationStatus/Status") == "Successful"
    bad = enet.post("SORTOI", order(lines=[line("NOPE")]), Process="VALIDATE")
    assert (bad.one("ValidationStatus/Status"), bad.errors) == ("Failed", [240004])
    assert enet.rows("SorMaster") == []
    assert enet.row("InvWarehouse", "StockCode = 'A100'").number("QtyAllocated") == 0
    assert enet.post("SORTOI", order()).one("Order/SalesOrder") == "015563"  # no number was used up


def test_an_unknown_stock_code_is_expanded_in_place_and_nothing_is_written(enet, order):
    reply = enet.post("SORTOI", order(lines=[line("NOPE")]))
    assert reply.one("Order/StockLine/StockCode/Value") == "NOPE"
    assert reply.one("Order/StockLine/StockCode/ErrorNumber") == "240004"
    assert reply.one("Order/StockLine/StockCode/ErrorDescription") == "Stock code 'NOPE' not found"
    assert (reply.one("Order/SalesOrder"), reply.one("StatusOfItems/ItemsRejectedWithWarnings")) == ("", "000001")
    assert enet.rows("SorMaster") == []


def test_a_blank_stock_code_says_which_element_cannot_be_spaces(enet, order):
    reply = enet.post("SORTOI", order(lines=[line("")]))
    assert reply.errors == [100030]
    assert "{StockLine}{StockCode}' cannot be spaces" in reply.text


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ({"OrderDate": "24/11/2026"}, 100028),
        ({"OrderDate": "2026-02-30"}, 100028),
        ({"Currency": "EUR"}, 990014),
        ({"Branch": "99"}, 990004),
        ({"Warehouse": "ZZ"}, 990004),
        ({"InvoiceTerms": "77"}, 990004),
        ({"Salesperson": "NOBODY"}, 990004),
        ({"MultiShipCode": "NONE"}, 990004),
        ({"OrderActionType": "X"}, 990003),
    ],
)
def test_a_wrong_header_field_is_refused_at_its_place(enet, order, header, number):
    reply = enet.post("SORTOI", order(**header))
    (name,) = header
    assert int(reply.one(f"Order/{name}/ErrorNumber")) == number
    assert enet.rows("SorMaster") == []


def test_an_unknown_customer_is_refused(enet, order):
    assert enet.post("SORTOI", order(customer="777")).errors == [990004]


def test_the_first_order_stays_when_the_second_is_refused(enet, order):
    reply = enet.post("SORTOI", [order("pi_1"), order("pi_2", lines=[line("NOPE")]), order("pi_3")])
    assert reply.all("Order/SalesOrder") == ["015563", "", "015564"]
    assert reply.one("StatusOfItems/ItemsProcessed") == "000002"
    assert len(enet.rows("SorMaster")) == 2


class TestPurchaseOrder:
    def test_it_may_not_come_twice_for_a_customer(self, enet, order):
        enet.post("SORTOI", order())
        assert enet.post("SORTOI", order()).errors == [990012]
        assert not enet.post("SORTOI", order(customer="2")).errors

    @pytest.mark.parametrize(
        ("value", "checked", "allowed"),
        [
            ("N", False, False),
            ("Y", False, True),
            ("A", False, True),
            ("N", True, False),
            ("Y", True, False),
            ("A", True, True),
        ],
    )
    def test_parameter_and_company_option_decide_together(self, enet, order, value, checked, allowed):
        enet.switch(duplicate_po_check=checked)
        enet.post("SORTOI", order())
        errors = enet.post("SORTOI", order(), AllowDuplicateOrderNumbers=value).errors
        assert (errors == []) is allowed

    def test_a_cancelled_order_does_not_count(self, enet, order):
        enet.post("SORTOI", order())
        enet.post("SORTOX", {"SalesOrder": "15563"})
        assert not enet.post("SORTOI", order()).errors

    def test_it_is_mandatory_unless_said_otherwise(self, enet, order):
        assert enet.post("SORTOI", order("")).errors == [990013]
        assert enet.post("SORTOI", order("", customer="12"), CheckForCustomerPoNumbers="C").errors == [990013]
        assert not enet.post("SORTOI", order(""), CheckForCustomerPoNumbers="C").errors
        assert not enet.post("SORTOI", order(""), CheckForCustomerPoNumbers="N").errors

    def test_more_than_30_characters_are_refused(self, enet, order):
        assert enet.post("SORTOI", order("p" * 31)).errors == [990002]
        assert not enet.post("SORTOI", order("p" * 30)).errors


class TestPrice:
    def price(self, enet) -> Decimal:
        return enet.row("SorDetail").number("MPrice")

    def test_syspro_prices_the_line_itself(self, enet, order):
        enet.post("SORTOI", order(lines=[line(Price="1.00", PriceUom="EA")]))
        assert self.price(enet) == Decimal("19.95")

    def test_the_price_entered_counts_when_that_is_asked_for(self, enet, order):
        enet.post("SORTOI", order(lines=[line(Price="12.34567", PriceUom="EA")]), AlwaysUsePriceEntered="Y")
        assert self.price(enet) == Decimal("12.34567")

    def test_the_line_may_ask_for_it_too(self, enet, order):
        enet.post("SORTOI", order(lines=[line(Price="12.5", PriceUom="EA", AlwaysUsePriceEntered="Y")]))
        assert self.price(enet) == Decimal("12.5")

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"Price": "1.234567", "PriceUom": "EA"}, 990001),
            ({"Price": "1.5"}, 100030),
            ({"Price": "1.5", "PriceUom": "CRATE"}, 990017),
            ({"Price": "0", "PriceUom": "EA"}, 990016),
            ({"Price": "1,5", "PriceUom": "EA"}, 990001),
        ],
    )
    def test_a_wrong_price_is_refused(self, enet, order, more, number):
        reply = enet.post("SORTOI", order(lines=[line(**more)]), AlwaysUsePriceEntered="Y")
        assert number in reply.errors
        assert enet.rows("SorMaster") == []

    def test_zero_is_a_price_when_allowed(self, enet, order):
        told = order(lines=[line(Price="0", PriceUom="EA")])
        assert not enet.post("SORTOI", told, AlwaysUsePriceEntered="Y", AllowZeroPrice="Y").errors

    @pytest.mark.parametrize(
        ("customer", "code", "expected", "contract"),
        [
            ("1", "A180", "159.00", ""),
            ("4", "A180", "159.00", ""),
            ("6", "A180", "129.00", "B-2026"),
            ("3", "A180", "124.50", "COBALT-1"),
            ("10", "BRK/16A", "9.40", "JUNIPER-1"),
            ("10", "BRK/32A", "12.20", ""),
            ("101", "A180", "151.05", ""),
            ("104", "A150", "74.00", "KETEL-1"),
        ],
    )
    def test_contracts_of_customer_and_group_come_before_the_price_code(
        self, enet, order, customer, code, expected, contract
    ):
        enet.post("SORTOI", order(customer=customer, lines=[line(code)]))
        found = enet.row("SorDetail")
        assert (found.number("MPrice"), found.text("MContract")) == (Decimal(expected), contract)

    def test_a_stock_code_without_a_price_in_that_currency_is_refused(self, enet, order):
        assert enet.post("SORTOI", order(customer="101", lines=[line("GIFT-CARD 50")])).errors == [990015]


class TestAllocation:
    @pytest.mark.parametrize(("action", "shipped", "waiting"), [("", 0, 5), ("F", 0, 5), ("A", 3, 2), ("B", 0, 5)])
    def test_what_ships_when_there_is_not_enough(self, enet, order, action, shipped, waiting):
        enet.post("SORTOI", order(lines=[line("RARE-CHISEL", 5)]), AllocationAction=action)
        found = enet.row("SorDetail")
        assert (found.number("MShipQty"), found.number("MBackOrderQty")) == (shipped, waiting)
        held = enet.row("InvWarehouse", "StockCode = 'RARE-CHISEL'")
        assert (held.number("QtyAllocated"), held.number("QtyOnBackOrder")) == (shipped, waiting)

    def test_an_order_of_which_nothing_ships_is_a_back_order(self, enet, order):
        enet.post("SORTOI", order(lines=[line("GEN-2KVA", 1)]))
        assert master(enet).text("OrderStatus") == "2"

    def test_what_one_order_has_set_aside_is_not_there_for_the_next(self, enet, order):
        enet.post("SORTOI", order("pi_1", lines=[line("RARE-CHISEL", 2)]))
        enet.post("SORTOI", order("pi_2", lines=[line("RARE-CHISEL", 2)]))
        second = enet.row("SorDetail", "SalesOrder = '015564'")
        assert (second.number("MShipQty"), second.number("MBackOrderQty")) == (0, 2)

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"OrderQty": "0"}, 990007),
            ({"OrderQty": "-1"}, 990007),
            ({"OrderQty": "1.2345678"}, 990001),
            ({"OrderUom": ""}, 100030),
            ({"OrderUom": "CRATE"}, 990017),
            ({"Warehouse": "RT"}, 990019),
        ],
    )
    def test_a_wrong_quantity_unit_or_warehouse_is_refused(self, enet, order, more, number):
        assert enet.post("SORTOI", order(lines=[{**line(), **more}])).errors == [number]

    def test_stock_on_hold_is_refused(self, enet, order):
        assert enet.post("SORTOI", order(lines=[line("OLD-LATHE")])).errors == [990018]


class TestNonStocked:
    told = line(
        "SPECIAL",
        NonStockedLine="Y",
        NsProductClass="TOOL",
        Price="40",
        PriceUom="EA",
        StockDescription="Made to measure",
    )

    def test_it_needs_permission(self, enet, order):
        assert enet.post("SORTOI", order(lines=[self.told])).errors == [990020]

    def test_it_ships_at_once_and_moves_no_stock(self, enet, order):
        assert not enet.post("SORTOI", order(lines=[self.told]), AllowNonStockItems="Y").errors
        found = enet.row("SorDetail")
        assert (found.text("LineType"), found.number("MShipQty"), found.text("MWarehouse")) == ("7", 1, "**")


class TestCreditAndHold:
    def test_a_customer_on_hold_is_rejected(self, enet, order):
        assert enet.post("SORTOI", order(customer="16")).errors == [990010]

    @pytest.mark.parametrize(("ignore", "accepted", "warned"), [("N", False, 0), ("Y", True, 0), ("W", True, 1)])
    def test_or_warned_about_as_the_parameters_say(self, enet, order, ignore, accepted, warned):
        reply = enet.post("SORTOI", order(customer="16"), WarnIfCustomerOnHold="Y", IgnoreWarnings=ignore)
        assert (reply.errors == []) is accepted
        assert len(reply.all("Order/WarningMessages/WarningDescription")) == warned
        assert reply.one("StatusOfItems/ItemsProcessedWithWarnings") == f"{warned:06d}"

    def test_an_order_above_the_limit_is_refused_when_credit_counts(self, enet, order):
        told = order(customer="11", lines=[line("A180", 2)])
        assert enet.post("SORTOI", told, AcceptOrdersIfNoCredit="N").errors == [990011]
        assert enet.rows("SorMaster") == []
        assert not enet.post("SORTOI", told, AcceptOrdersIfNoCredit="Y").errors

    def test_it_can_go_to_suspense_instead_and_needs_an_authority_to_come_out(self, enet, order):
        enet.switch(no_credit_suspends=True)
        enet.post("SORTOI", order(customer="11", lines=[line("A180", 2)]))
        assert master(enet).text("OrderStatus") == "S"
        assert enet.post("SORTOS", {"SalesOrder": "15563", "NewOrderStatus": "1"}).errors == [990025]
        assert not enet.post("SORTOS", {"SalesOrder": "15563", "NewOrderStatus": "1", "CreditAuthority": "ABC"}).errors


class TestTax:
    def test_a_tax_code_on_a_stocked_line_is_dropped_unless_the_site_allows_it(self, enet, order):
        enet.post("SORTOI", order("pi_1", lines=[line(StockTaxCode="E")]))
        enet.switch(tax_code_change_allowed=True)
        enet.post("SORTOI", order("pi_2", lines=[line(StockTaxCode="E")]))
        assert [found.text("MTaxCode") for found in enet.rows("SorDetail")] == ["A", "E"]

    def test_a_foreign_customer_pays_the_tax_of_its_currency(self, enet, order):
        enet.post("SORTOI", order(customer="101"))
        assert enet.row("SorDetail").text("MTaxCode") == "V"


class TestNumbers:
    def test_a_number_of_ones_own_needs_permission(self, enet, order):
        assert enet.post("SORTOI", order("a", SalesOrder="77")).one("Order/SalesOrder") == "015563"
        told = enet.post("SORTOI", order("b", SalesOrder="77"), AllowManualOrderNumberToBeUsed="Y")
        assert told.one("Order/SalesOrder") == "000077"
        assert enet.post("SORTOI", order("c", SalesOrder="77"), AllowManualOrderNumberToBeUsed="Y").errors == [990005]

    def test_a_site_may_pad_longer_or_not_answer_the_number(self, enet, order):
        enet.switch(order_length=15, clean_import_hides_order=True)
        assert enet.post("SORTOI", order()).all("Order/SalesOrder") == []
        assert master(enet).text("SalesOrder") == "000000000015563"


class TestChange:
    def change(self, lines: list, **header) -> dict:
        head = {"OrderActionType": "C", "SalesOrder": "15563", **header}
        return {"OrderHeader": head, "OrderDetails": {"StockLine": lines}}

    def test_header_fields_given_change_and_blank_clears(self, enet, order):
        enet.post("SORTOI", order(ShipAddress1="1 Way", ShipAddress2="Town"))
        told = self.change([], NewCustomerPoNumber="pi_2", ShipAddress2="{blank}")
        assert not enet.post("SORTOI", told).errors
        found = master(enet)
        assert [found.text(name) for name in ("CustomerPoNumber", "ShipAddress1", "ShipAddress2")] == [
            "pi_2",
            "1 Way",
            "",
        ]

    def test_lines_are_changed_added_and_cancelled_and_stock_follows(self, enet, order):
        enet.post("SORTOI", order(lines=[line(quantity=5), line("A110", 1, CustomerPoLine=2)]))
        enet.post(
            "SORTOI",
            self.change(
                [
                    line(quantity=2, LineActionType="C"),
                    line("A110", CustomerPoLine=2, LineActionType="D"),
                    line("A120", 3, CustomerPoLine=3),
                ]
            ),
        )
        lines = enet.rows("SorDetail", "1 ORDER BY SalesOrderLine")
        assert [
            (found.whole("SalesOrderLine"), found.text("MStockCode"), found.number("MOrderQty")) for found in lines
        ] == [(1, "A100", 2), (3, "A120", 3)]
        allocated = {
            row.text("StockCode"): row.number("QtyAllocated") for row in enet.rows("InvWarehouse", "QtyAllocated <> 0")
        }
        assert allocated == {"A100": 2, "A120": 3}
        assert enet.row("ArCustomer", "Customer = '000000000000001'").number("OutstOrdVal") == Decimal("95.10")

    def test_a_line_that_is_not_there_is_refused(self, enet, order):
        enet.post("SORTOI", order())
        assert enet.post("SORTOI", self.change([line(LineActionType="C", CustomerPoLine=9)])).errors == [990004]

    def test_cancelling_gives_back_the_stock_and_shows_a_backslash(self, enet, order):
        enet.post("SORTOI", order())
        head = {"OrderActionType": "D", "SalesOrder": "15563"}
        assert not enet.post("SORTOI", {"OrderHeader": head}).errors
        found = master(enet)
        assert (found.text("OrderStatus"), found.text("CancelledFlag"), found.text("ActiveFlag")) == ("\\", "Y", "N")
        assert enet.rows("InvWarehouse", "QtyAllocated <> 0") == []
        assert enet.row("ArCustomer", "Customer = '000000000000001'").number("OutstOrdVal") == 0
        assert enet.post("SORTOI", self.change([])).errors == [990021]
        assert enet.post("SORTOI", {"OrderHeader": {**head, "SalesOrder": "99999"}}).errors == [990004]
