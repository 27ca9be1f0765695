"""After the order: SORTIC, SORTOS, SORTOX, SORTCI, SORTCH with SORTCL."""

from decimal import Decimal

import pytest

from connectors.sandbox.syspro import ledger_balance


def ready(enet, order, po: str = "pi_1", **more) -> None:
    told = order(po, **more)
    told["OrderDetails"]["FreightLine"] = {"CustomerPoLine": 9, "FreightValue": "5.00"}
    assert not enet.post("SORTOI", told, OrderStatus="8").errors


def balance(enet, code: str) -> Decimal:
    return ledger_balance(enet.sandbox.connection, code)[0]


class TestInvoice:
    def test_it_moves_receivables_sales_freight_tax_stock_and_cost(self, enet, order):
        codes = ("1100-000", "4200-000", "4900-000", "2200-000", "1220-000", "5200-000")
        before = [balance(enet, code) for code in codes]
        ready(enet, order)
        reply = enet.post("SORTIC", {"SalesOrder": "15563"}, InvoiceDate="2026-12-01")
        assert reply.root.tag == "postsalesorderinvoice"
        assert reply.one("Item/Key/InvoiceNumber") == "000000000100701"
        moved = [balance(enet, code) - old for code, old in zip(codes, before, strict=True)]
        # 2 x 19.95 = 39.90, tax 8.25 % = 3.29, freight 5.00, cost 2 x 9.20
        assert moved == [Decimal(text) for text in ("48.19", "-39.90", "-5.00", "-3.29", "-18.40", "18.40")]
        assert enet.trial_balance() == 0

    def test_it_is_on_the_account_and_in_the_register(self, enet, order):
        ready(enet, order)
        enet.post("SORTIC", {"SalesOrder": "15563"})
        item = enet.row("ArInvoice", "Invoice = '000000000100701'")
        assert (item.number("InvoiceBal1"), item.number("TaxPortion"), item.text("SalesOrder")) == (
            Decimal("48.19"),
            Decimal("3.29"),
            "015563",
        )
        summary = enet.row("ArTrnSummary")
        assert (summary.number("MerchandiseValue"), summary.number("FreightValue"), summary.number("TaxValue")) == (
            Decimal("39.90"),
            5,
            Decimal("3.29"),
        )
        assert [row.text("LineType") for row in enet.rows("ArTrnDetail")] == ["1", "4"]
        assert enet.row("GenJournalDetail", "GlCode = '1100-000' AND SubModArInvoice <> ''").text("Reference") == "pi_1"

    def test_the_order_is_complete_and_nothing_is_outstanding(self, enet, order):
        ready(enet, order)
        enet.post("SORTIC", {"SalesOrder": "15563"})
        found = enet.row("SorMaster")
        assert (found.text("OrderStatus"), found.text("ActiveFlag"), found.text("LastInvoice")) == (
            "9",
            "N",
            "000000000100701",
        )
        customer = enet.row("ArCustomer", "Customer = '000000000000001'")
        assert (customer.number("OutstOrdVal"), customer.number("NumOutstOrd")) == (0, 0)
        held = enet.row("InvWarehouse", "StockCode = 'A100'")
        assert (held.number("QtyOnHand"), held.number("QtyAllocated")) == (203, 0)

    def test_a_back_order_stays_open_with_what_it_waits_for(self, enet, order):
        told = [
            {"CustomerPoLine": 1, "LineActionType": "A", "StockCode": "RARE-CHISEL", "OrderQty": 5, "OrderUom": "EA"}
        ]
        enet.post("SORTOI", order(lines=told), OrderStatus="8", AllocationAction="A")
        enet.post("SORTIC", {"SalesOrder": "15563"})
        found, line = enet.row("SorMaster"), enet.row("SorDetail")
        assert (found.text("OrderStatus"), line.number("MOrderQty"), line.number("MShipQty")) == ("2", 2, 0)
        assert enet.row("ArTrnDetail").number("QtyInvoiced") == 3
        assert enet.row("ArCustomer", "Customer = '000000000000001'").number("OutstOrdVal") == 96

    @pytest.mark.parametrize("status", ["1", "4", "S"])
    def test_only_status_8_is_invoiced(self, enet, order, status):
        enet.post("SORTOI", order(), OrderStatus=status)
        assert enet.post("SORTIC", {"SalesOrder": "15563"}).errors == [990023]

    def test_nothing_to_invoice_unknown_order_closed_period_and_second_time_are_refused(self, enet, order):
        ready(enet, order)
        assert enet.post("SORTIC", {"SalesOrder": "99"}).errors == [990004]
        enet.switch(closed_periods=("C",))
        assert enet.post("SORTIC", {"SalesOrder": "15563"}).errors == [990030]
        enet.switch(closed_periods=())
        assert not enet.post("SORTIC", {"SalesOrder": "15563"}, PostingPeriod="P").errors
        assert enet.row("ArTrnSummary").whole("TrnMonth") == 11
        assert enet.post("SORTIC", {"SalesOrder": "15563"}).errors == [990023]

    def test_one_bad_order_stops_all_only_when_the_whole_must_be_valid(self, enet, order):
        ready(enet, order)
        items = [{"SalesOrder": "15563"}, {"SalesOrder": "99"}]
        assert enet.post("SORTIC", items, ApplyIfEntireDocumentValid="Y").all("Item/Key/InvoiceNumber") == []
        assert enet.rows("ArTrnSummary") == []
        reply = enet.post("SORTIC", items)
        assert len(reply.all("Item/Key/InvoiceNumber")) == 1
        assert (reply.one("StatusOfItems/ItemsProcessed"), reply.one("StatusOfItems/ItemsInvalid")) == (
            "00001",
            "00001",
        )

    def test_validate_only_keeps_nothing(self, enet, order):
        ready(enet, order)
        assert not enet.post("SORTIC", {"SalesOrder": "15563"}, ValidateOnly="Y").errors
        assert enet.rows("ArTrnSummary") == []

    def test_yen_have_no_cents_and_foreign_values_have_a_local_one(self, enet, order):
        ready(
            enet,
            order,
            customer="201",
            lines=[{"CustomerPoLine": 1, "LineActionType": "A", "StockCode": "A100", "OrderQty": 3, "OrderUom": "EA"}],
        )
        enet.post("SORTIC", {"SalesOrder": "15563"})
        item = enet.row("ArInvoice", "Invoice = '000000000100701'")
        # 3 x 2970 = 8910, tax 10 % = 891, freight 5
        assert (item.number("CurrencyValue"), item.text("PostCurrency"), item.number("ConvRate")) == (
            9806,
            "JPY",
            Decimal("0.006713"),
        )
        control = enet.row("GenJournalDetail", "GlCode = '1100-000' AND SubModArInvoice <> ''")
        assert (control.number("EntryValue"), control.number("CurrencyValue"), control.text("PostCurrency")) == (
            Decimal("65.83"),
            9806,
            "JPY",
        )
        assert enet.trial_balance() == 0

    def test_an_exempt_customer_pays_no_tax(self, enet, order):
        ready(enet, order, customer="8")
        enet.post("SORTIC", {"SalesOrder": "15563"})
        assert enet.row("ArInvoice", "Invoice = '000000000100701'").number("TaxPortion") == 0


class TestStatus:
    def test_it_changes_and_is_shown(self, enet, order):
        enet.post("SORTOI", order())
        reply = enet.post("SORTOS", {"SalesOrder": "15563", "OrderStatus": "1", "NewOrderStatus": "8"})
        assert reply.one("Item/Key/OrderStatus") == "8"
        assert enet.row("SorMaster").text("OrderStatus") == "8"

    @pytest.mark.parametrize(
        ("told", "number"),
        [({"OrderStatus": "4", "NewOrderStatus": "8"}, 990023), ({"NewOrderStatus": "7"}, 990003), ({}, 100030)],
    )
    def test_a_wrong_old_or_new_status_is_refused(self, enet, order, told, number):
        enet.post("SORTOI", order())
        assert enet.post("SORTOS", {"SalesOrder": "15563", **told}).errors == [number]

    def test_a_held_customer_warns_when_asked(self, enet, order):
        enet.post("SORTOI", order(customer="16"), WarnIfCustomerOnHold="Y", IgnoreWarnings="Y")
        told = {"SalesOrder": "15563", "NewOrderStatus": "4"}
        assert enet.post("SORTOS", told, WarnIfCustomerOnHold="Y").errors == [990010]
        assert not enet.post("SORTOS", told, WarnIfCustomerOnHold="Y", IgnoreWarnings="W").errors


class TestCancel:
    def test_one_line_goes_and_the_rest_stays(self, enet, order):
        ready(enet, order)
        assert not enet.post("SORTOX", {"SalesOrder": "15563", "SalesOrderLine": "1"}).errors
        assert [row.text("LineType") for row in enet.rows("SorDetail")] == ["4"]
        assert enet.row("ArCustomer", "Customer = '000000000000001'").number("OutstOrdVal") == 5

    def test_a_cancelled_complete_or_unknown_order_or_line_is_refused(self, enet, order):
        ready(enet, order)
        assert enet.post("SORTOX", {"SalesOrder": "15563", "SalesOrderLine": "7"}).errors == [990004]
        enet.post("SORTIC", {"SalesOrder": "15563"})
        assert enet.post("SORTOX", {"SalesOrder": "15563"}).errors == [990021]


class TestCreditNote:
    def invoiced(self, enet, order, **more) -> None:
        ready(enet, order, **more)
        enet.post("SORTIC", {"SalesOrder": "15563"})

    def test_a_whole_invoice_is_credited_and_everything_comes_back(self, enet, order):
        codes = ("1100-000", "4200-000", "4900-000", "2200-000", "1220-000", "5200-000")
        before = [balance(enet, code) for code in codes]
        self.invoiced(enet, order)
        reply = enet.post("SORTCI", {"InvoiceNumber": "100701", "CreditReason": "RET"})
        assert reply.one("Item/Key/CreditNoteNumber") == "015564"
        invoice = enet.post("SORTIC", {"SalesOrder": "15564"}, OrderType="C").one("Item/Key/InvoiceNumber")
        assert [balance(enet, code) for code in codes] == before
        item = enet.row("ArInvoice", "Invoice = ?", invoice)
        assert (item.text("DocumentType"), item.number("InvoiceBal1")) == ("C", Decimal("-48.19"))
        assert enet.row("InvWarehouse", "StockCode = 'A100'").number("QtyOnHand") == 205
        assert enet.row("ArTrnSummary", "DocumentType = 'C'").text("CreditedInvoice") == "000000000100701"

    def test_single_lines_can_be_credited_but_none_twice(self, enet, order):
        self.invoiced(enet, order)
        told = {"InvoiceNumber": "100701", "Lines": [{"LineNumber": "2"}]}
        assert not enet.post("SORTCI", told).errors
        assert enet.post("SORTCI", told).errors == [990050]
        assert [row.text("LineType") for row in enet.rows("SorDetail", "SalesOrder = '015564'")] == ["4"]
        assert not enet.post("SORTCI", {"InvoiceNumber": "100701"}).errors
        assert [row.text("LineType") for row in enet.rows("SorDetail", "SalesOrder = '015565'")] == ["1"]
        assert enet.post("SORTCI", {"InvoiceNumber": "100701"}).errors == [990050]

    def test_a_credit_note_is_reduced_by_changing_it_and_the_rest_can_be_credited_later(self, enet, order):
        self.invoiced(enet, order)
        enet.post("SORTCI", {"InvoiceNumber": "100701", "Lines": [{"LineNumber": "1"}]})
        line = {"CustomerPoLine": 1, "LineActionType": "C", "OrderQty": "1", "Price": "19.95", "PriceUom": "EA"}
        change = {"OrderHeader": {"OrderActionType": "C", "SalesOrder": "15564"}, "OrderDetails": {"StockLine": [line]}}
        assert not enet.post("SORTOI", change, AlwaysUsePriceEntered="Y").errors
        assert enet.rows("InvWarehouse", "QtyAllocated <> 0") == []
        invoice = enet.post("SORTIC", {"SalesOrder": "15564"}).one("Item/Key/InvoiceNumber")
        assert enet.row("ArInvoice", "Invoice = ?", invoice).number("InvoiceBal1") == Decimal("-21.60")
        enet.post("SORTCI", {"InvoiceNumber": "100701", "Lines": [{"LineNumber": "1"}]})
        assert enet.row("SorDetail", "SalesOrder = '015565'").number("MShipQty") == 1

    def test_a_cancelled_credit_note_may_be_raised_again(self, enet, order):
        self.invoiced(enet, order)
        enet.post("SORTCI", {"InvoiceNumber": "100701"})
        assert not enet.post("SORTOX", {"SalesOrder": "15564"}).errors
        assert not enet.post("SORTCI", {"InvoiceNumber": "100701"}).errors

    def test_an_unknown_invoice_line_or_wrong_customer_is_refused(self, enet, order):
        self.invoiced(enet, order)
        without_order = {"TransactionType": "I", "Customer": "1", "InvoiceValue": "9", "ProductClass": "TOOL"}
        number = enet.post("ARSTIN", without_order).one("Item/Invoice")
        assert enet.post("SORTCI", {"InvoiceNumber": number}).errors == [990004]
        assert enet.post("SORTCI", {"InvoiceNumber": "1"}).errors == [990004]
        assert enet.post("SORTCI", {"InvoiceNumber": "100701", "Customer": "2"}).errors == [990004]
        assert enet.post("SORTCI", {"InvoiceNumber": "100701", "Lines": [{"LineNumber": "8"}]}).errors == [990004]

    def test_an_order_is_not_invoiced_as_a_credit_note(self, enet, order):
        ready(enet, order)
        assert enet.post("SORTIC", {"SalesOrder": "15563"}, OrderType="C").errors == [990028]

    def test_a_free_form_credit_note_takes_stocked_and_other_lines(self, enet):
        head = enet.post("SORTCH", {"Customer": "1", "CustomerPoNumber": "re_1", "InvoiceNumber": "100601"})
        number = head.one("Item/Key/CreditNoteNumber")
        stocked = {
            "CreditNoteNumber": number,
            "StockCode": "A100",
            "Warehouse": "FG",
            "OrderQty": "1",
            "OrderUom": "EA",
            "Price": "19.95",
            "PriceUom": "EA",
        }
        other = {
            "CreditNoteNumber": number,
            "StockCode": "GOODWILL",
            "Warehouse": "**",
            "OrderQty": "1",
            "Price": "5.00",
            "NsProductClass": "WEB",
        }
        reply = enet.post("SORTCL", [stocked, other])
        assert reply.all("Item/Key/LineNumber") == ["0001", "0002"]
        invoice = enet.post("SORTIC", {"SalesOrder": number}).one("Item/Key/InvoiceNumber")
        # 19.95 + tax 1.65 + 5.00 untaxed
        assert enet.row("ArInvoice", "Invoice = ?", invoice).number("InvoiceBal1") == Decimal("-26.60")
        assert enet.row("InvWarehouse", "StockCode = 'A100'").number("QtyOnHand") == 206
        assert enet.trial_balance() == 0

    @pytest.mark.parametrize(
        ("told", "number"),
        [
            ({"StockCode": "NOPE"}, 240004),
            ({"OrderQty": "x"}, 990001),
            ({"Warehouse": "RT"}, 990019),
            ({"OrderUom": "CRATE"}, 990017),
            ({"CreditNoteNumber": "9"}, 990004),
        ],
    )
    def test_a_wrong_credit_line_is_refused(self, enet, told, number):
        note = enet.post("SORTCH", {"Customer": "1"}).one("Item/Key/CreditNoteNumber")
        good = {
            "CreditNoteNumber": note,
            "StockCode": "A100",
            "OrderQty": "1",
            "OrderUom": "EA",
            "Price": "1",
            "PriceUom": "EA",
        }
        assert enet.post("SORTCL", {**good, **told}).errors == [number]

    def test_a_line_of_an_ordinary_order_is_refused(self, enet, order):
        enet.post("SORTOI", order())
        told = {"CreditNoteNumber": "15563", "StockCode": "A100", "OrderQty": "1", "OrderUom": "EA", "Price": "1"}
        assert enet.post("SORTCL", told).errors == [990028]

    def test_a_number_in_use_is_refused(self, enet, order):
        enet.post("SORTOI", order())
        assert enet.post("SORTCH", {"Customer": "1", "CreditNoteNumber": "15563"}).errors == [990005]
