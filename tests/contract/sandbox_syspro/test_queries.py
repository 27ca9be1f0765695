"""Reads: COMFND, COMFCH, COMBRW, COMQCO, SORQSO, SORQRY, ARSQRY, INVQRY, SORRSL, GENQGL."""

from decimal import Decimal

import pytest


def find(
    enet, table: str, *expressions: dict, columns: tuple[str, ...] = (), order: str = "", rows: str = ""
) -> list[str]:
    """Return the first column of what COMFND finds."""
    document: dict = {"TableName": table}
    if rows:
        document["ReturnRows"] = rows
    document["Columns"] = {"Column": list(columns)}
    document["Where"] = {"Expression": list(expressions)}
    if order:
        document["OrderBy"] = {"Column": order}
    reply = enet.query("COMFND", document)
    assert not reply.errors, reply.text
    assert reply.one("RowsReturned") == str(len(reply.all("Row")))
    return [row[0].text or "" for row in reply.root.findall("Row")]


def when(column: str, condition: str, value: str, **more: str) -> dict:
    return {"Column": column, "Condition": condition, "Value": value, **more}


class TestFind:
    def stock(self, enet, *expressions: dict, **more) -> list[str]:
        return find(enet, "InvMaster", *expressions, columns=("StockCode",), order="StockCode", **more)

    @pytest.mark.parametrize(
        ("condition", "value", "expected"),
        [
            ("EQ", "A100", ["A100"]),
            ("EQ", "A100   ", ["A100"]),  # blanks at the end do not count
            ("EQ", "a100", []),  # the case does
            ("LIKE", "A12?", ["A120"]),
            ("LIKE", "a1*", []),
            ("LIKE", "*GLV*", ["SAFE/GLV/L", "SAFE/GLV/M"]),
            ("LIKE", "[A]100", []),  # no character classes
            ("LIKE", "SCR#8/1-1/4", ["SCR#8/1-1/4"]),
            ("GE", "WASHER", ["WASHER KIT 200"]),
            ("GT", "VARN-MAR 1L", ["WASHER KIT 200"]),
            ("LT", "A101", ["A100"]),
            ("LE", "A101", ["A100", "A101"]),
        ],
    )
    def test_every_condition(self, enet, condition, value, expected):
        assert self.stock(enet, when("StockCode", condition, value)) == expected

    def test_ne_leaves_one_out(self, enet):
        assert len(self.stock(enet, when("StockCode", "NE", "A100"))) == 76

    def test_and_or_and_brackets_group_as_written(self, enet):
        tools = when("ProductClass", "EQ", "TOOL", AndOr="And")
        first = when("StockCode", "EQ", "A100", OpenBracket="(")
        second = when("StockCode", "EQ", "BRK/16A", AndOr="Or", CloseBracket=")")
        assert self.stock(enet, first, second, tools) == ["A100"]
        loose = [when("StockCode", "EQ", "BRK/16A"), when("StockCode", "EQ", "A100", AndOr="Or"), tools]
        assert self.stock(enet, *loose) == ["A100", "BRK/16A"]
        nested = [
            when("StockCode", "EQ", "A100", OpenBracket="((("),
            when("StockCode", "EQ", "A101", AndOr="Or", CloseBracket=")))"),
        ]
        assert self.stock(enet, *nested) == ["A100", "A101"]

    def test_numbers_are_compared_as_numbers_and_dates_as_dates(self, enet):
        assert find(enet, "InvWarehouse", when("QtyOnHand", "LT", "3"), columns=("StockCode",), order="StockCode") == [
            "GEN-2KVA",
            "GIFT-CARD 50",
            "OLD-LATHE",
        ]
        assert find(enet, "ArInvoice", when("InvoiceBal1", "EQ", "482.15"), columns=("Invoice",)) == ["000000000100601"]
        assert find(enet, "ArInvoice", when("InvoiceDate", "LT", "2026-09-20"), columns=("Invoice",)) == [
            "000000000100622"
        ]

    def test_pages_go_on_after_the_last_key(self, enet):
        first = self.stock(enet, rows="40")
        rest = self.stock(enet, when("StockCode", "GT", first[-1]), rows="40")
        assert (len(first), len(rest), len({*first, *rest})) == (40, 37, 77)

    def test_a_blank_finds_what_is_empty(self, enet):
        assert find(enet, "ArCustomer", when("Email", "EQ", ""), columns=("Customer",)) == ["000000000000015"]

    def test_tables_of_site_fields_are_found_by_their_plus(self, enet):
        item = {"Key": {"FormType": "CUS", "KeyField": "1", "FieldName": "STRIPEID"}, "AlphaValue": "cus_1"}
        enet.post("COMSFM", item, path="Setup/Add")
        assert find(enet, "ArCustomer+", when("STRIPEID", "EQ", "cus_1"), columns=("Customer",)) == ["000000000000001"]

    def test_numbers_come_padded_and_blanks_as_empty_elements(self, enet):
        document = {
            "TableName": "InvMaster",
            "ReturnRows": "1",
            "Columns": {"Column": ["ConvFactAltUom", "StockOnHold"]},
        }
        text = enet.query("COMFND", document).text
        assert "<ConvFactAltUom>     1.000000</ConvFactAltUom>" in text
        assert "<StockOnHold/>" in text
        assert "<RowsReturned>       1</RowsReturned>" in text

    def test_without_columns_all_of_them_come(self, enet):
        reply = enet.query("COMFND", {"TableName": "SalArea", "ReturnRows": "1"})
        assert [node.tag for node in reply.root.find("Row")] == ["Area", "Description"]

    @pytest.mark.parametrize(
        ("document", "number"),
        [
            ({"Columns": {"Column": "stockcode"}}, 990004),
            ({"OrderBy": {"Column": "Nope"}}, 990004),
            ({"Where": {"Expression": when("Nope", "EQ", "1")}}, 990004),
            ({"Where": {"Expression": when("StockCode", "BETWEEN", "1")}}, 990003),
            (
                {"Where": {"Expression": [when("StockCode", "EQ", "1"), when("StockCode", "EQ", "1", AndOr="Xor")]}},
                990003,
            ),
            ({"Where": {"Expression": when("StockCode", "EQ", "1", OpenBracket="(")}}, 990080),
            ({"Where": {"Expression": when("StockCode", "EQ", "1", CloseBracket=")")}}, 990080),
            ({"Where": {"Expression": when("StockCode", "EQ", "1", OpenBracket="((((", CloseBracket="))))")}}, 990080),
            ({"Where": {"Expression": when("Mass", "EQ", "heavy")}}, 990001),
            ({"Where": {"Expression": when("", "EQ", "1")}}, 100030),
        ],
    )
    def test_what_is_wrong_is_said(self, enet, document, number):
        assert number in enet.query("COMFND", {"TableName": "InvMaster", **document}).errors

    @pytest.mark.parametrize("table", ["invmaster", "NoTable", "_sandbox_numbers", "sqlite_master", ""])
    def test_tables_are_named_exactly_and_none_but_syspros(self, enet, table):
        assert enet.query("COMFND", {"TableName": table}).text.startswith("ERROR")


class TestFetch:
    def fetch(self, enet, table: str, key: str, *more: str):
        optional = "".join(f"<OptionalKey{n}>{part}</OptionalKey{n}>" for n, part in enumerate(more, 1))
        document = f"<Fetch><TableName>{table}</TableName><Key>{key}</Key>{optional}<FullKeyProvided>Y</FullKeyProvided></Fetch>"
        return enet.call("Query/Fetch", "", document)

    def test_the_whole_record_comes(self, enet):
        reply = self.fetch(enet, "ArCustomer", "000000000000001")
        assert (reply.root.tag, reply.one("Name"), reply.one("Fax")) == ("ArCustomer", "Alder Creek Cabinets", "")
        assert len(reply.root) == len(enet.sandbox.books.schema["ArCustomer"].columns) - 1

    def test_a_key_of_several_parts_is_given_in_order(self, enet):
        assert self.fetch(enet, "InvPrice", "A100", "JPY").one("SellingPrice") == "2970.00000"
        assert self.fetch(enet, "ArInvoice", "000000000000001", "000000000100601", "I").one("InvoiceBal1") == "482.15"

    def test_what_is_not_there_is_an_error_text(self, enet):
        assert self.fetch(enet, "ArCustomer", "1").text.startswith("ERROR")  # a fetch does not pad
        assert self.fetch(enet, "Nothing", "1").text.startswith("ERROR")


def test_a_browse_is_not_defined_on_this_site(enet):
    assert enet.call("Query/Browse", "", "<Browse><BrowseName>ARSB01</BrowseName></Browse>").text.startswith("ERROR")


def test_the_companies_are_listed(enet):
    reply = enet.query("COMQCO", {})
    assert (reply.one("Company/CompanyId"), reply.one("Company/CompanyName")) == ("A", "Northmoor Supply Co.")


class TestOrders:
    def listed(self, enet, filters: str, option: str = "") -> list[str]:
        document = f"<Query><Option>{option}</Option><Filter>{filters}</Filter></Query>"
        return enet.call("Query/Query", "SORQSO", document).all("SalesOrder/SalesOrder")

    def test_they_are_listed_by_purchase_order_customer_and_status(self, enet, order):
        enet.post("SORTOI", [order("pi_1"), order("pi_2"), order("pi_1", customer="2")])
        assert self.listed(enet, '<CustomerPo FilterType="S" FilterValue="pi_1"/>') == ["015563", "015565"]
        both = '<CustomerPo FilterType="S" FilterValue="pi_1"/><Customer FilterType="S" FilterValue="2"/>'
        assert self.listed(enet, both) == ["015565"]
        assert self.listed(enet, '<SalesOrder FilterType="L" FilterValue="15563,15564"/>') == ["015563", "015564"]
        assert self.listed(enet, '<OrderStatus FilterType="A"/>') == ["015563", "015564", "015565"]

    def test_cancelled_ones_only_when_asked_for(self, enet, order):
        enet.post("SORTOI", order())
        enet.post("SORTOX", {"SalesOrder": "15563"})
        assert self.listed(enet, "") == []
        assert self.listed(enet, "", "<IncludeCancelledOrders>Y</IncludeCancelledOrders>") == ["015563"]

    def test_one_order_comes_with_its_lines(self, enet, order):
        enet.post("SORTOI", order())
        reply = enet.query("SORQRY", {"Key": {"SalesOrder": "15563"}})
        assert (reply.root.tag, reply.one("OrderStatusDesc"), reply.one("SalesOrderLine/Merchandise/MStockCode")) == (
            "SorDetail",
            "Open order",
            "A100",
        )
        assert "<SALSLS:Name>Hollis Barlow</SALSLS:Name>" in reply.text
        hidden = enet.query("SORQRY", {"Key": {"SalesOrder": "15563"}, "Option": {"IncludeStockedLines": "N"}})
        assert hidden.all("SalesOrderLine") == []

    def test_it_is_found_by_its_invoice_too_and_brings_its_custom_fields(self, enet, order):
        enet.post("SORTOI", order(), OrderStatus="8")
        item = {"Key": {"FormType": "ORD", "KeyField": "15563", "FieldName": "STRIPEID"}, "AlphaValue": "pi_1"}
        enet.post("COMSFM", item, path="Setup/Add")
        enet.post("SORTIC", {"SalesOrder": "15563"})
        reply = enet.query("SORQRY", {"Key": {"Invoice": "100701"}, "Option": {"IncludeCustomForms": "Y"}})
        assert (reply.one("SalesOrder"), reply.one("OrderStatus"), reply.one("CustomForm/STRIPEID")) == (
            "015563",
            "9",
            "pi_1",
        )
        assert enet.query("SORQRY", {"Key": {"SalesOrder": "99"}}).text.startswith("ERROR")


class TestAccount:
    def test_open_documents_and_totals_come(self, enet, payment):
        enet.post("ARSTPY", payment("100.00", InvoiceToPay={"Invoice": "100601", "GrossPaymentValue": "100"}))
        reply = enet.query("ARSQRY", {"Key": {"Customer": "1"}, "Option": {"IncludeTransactions": "Y"}})
        assert (reply.root.tag, reply.one("Header/Currency")) == ("ARStatement", "USD")
        assert reply.all("InvoiceDetail/Invoice") == ["000000000100601", "000000000100604"]
        assert reply.one("InvoiceDetail/TransDetail/Reference") == "ch_1"
        total = sum(
            Decimal(reply.one(f"TotalSection/{name}")) for name in ("Current", "Days30", "Days60", "Days90", "Days120")
        )
        assert Decimal(reply.one("TotalSection/CurrentBalance")) == total == Decimal("501.05")

    def test_settled_documents_come_when_asked_for(self, enet, payment):
        enet.post("ARSTPY", payment("482.15", InvoiceToPay={"Invoice": "100601"}))
        assert len(enet.query("ARSQRY", {"Key": {"Customer": "1"}}).all("InvoiceDetail")) == 1
        told = {"Key": {"Customer": "1"}, "Option": {"IncludeZeroBalances": "Y"}}
        assert len(enet.query("ARSQRY", told).all("InvoiceDetail")) == 2
        assert enet.query("ARSQRY", {"Key": {"Customer": "777"}}).text.startswith("ERROR")


class TestStock:
    def test_quantities_follow_the_orders(self, enet, order):
        enet.post("SORTOI", order())
        reply = enet.query("INVQRY", {"Key": {"StockCode": "A100"}})
        assert (reply.root.tag, reply.one("StockItem/Description")) == ("InvQuery", "Claw hammer 16 oz")
        assert [
            Decimal(reply.one(f"WarehouseItem/{name}")) for name in ("QtyOnHand", "QtyAllocated", "AvailableQty")
        ] == [205, 2, 203]

    def test_a_filter_leaves_out_other_warehouses(self, enet):
        for value, count in (("FG", 1), ("RT", 0)):
            document = f'<Query><Key><StockCode>A100</StockCode></Key><Filter><Warehouse FilterType="S" FilterValue="{value}"/></Filter></Query>'
            assert len(enet.call("Query/Query", "INVQRY", document).all("WarehouseItem")) == count
        assert enet.query("INVQRY", {"Key": {"StockCode": "NOPE"}}).text.startswith("ERROR")

    @pytest.mark.parametrize(
        ("customer", "code", "price", "contract"),
        [("1", "A180", "159.00", ""), ("6", "A180", "129.00", "B-2026"), ("201", "A180", "23690", "")],
    )
    def test_the_price_that_would_be_charged_is_built(self, enet, customer, code, price, contract):
        document = (
            f"<Build><Parameters><StockCode>{code}</StockCode><Customer>{customer}</Customer></Parameters></Build>"
        )
        reply = enet.call("Transaction/Build", "SORRSL", document)
        assert (Decimal(reply.one("CurrentPrice")), reply.one("Contract")) == (Decimal(price), contract)

    def test_what_has_no_price_or_is_not_there_is_said(self, enet):
        def errors(code: str, customer: str) -> list[int]:
            document = (
                f"<Build><Parameters><StockCode>{code}</StockCode><Customer>{customer}</Customer></Parameters></Build>"
            )
            return enet.call("Transaction/Build", "SORRSL", document).errors

        assert errors("NOPE", "777") == [240004, 990004]
        assert errors("GIFT-CARD 50", "101") == [990015]
        assert errors("", "1") == [100030]


def test_a_ledger_code_is_validated(enet):
    reply = enet.query("GENQGL", {"Key": {"LedgerCode": "1100-000"}})
    assert (reply.one("LedgerDetails/AccountType"), reply.one("LedgerDetails/ControlAccFlag")) == ("A", "Y")
    assert enet.query("GENQGL", {"Key": {"LedgerCode": "NONE"}}).errors == [990004]
