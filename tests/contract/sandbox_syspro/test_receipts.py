"""ARSTPY by its rules: payments, adjustments, miscellaneous receipts."""

from decimal import Decimal

import pytest

from connectors.sandbox.syspro import ledger_balance


def to_pay(invoice: str, gross: str | None = None, kind: str = "I", **more) -> dict:
    value = {} if gross is None else {"GrossPaymentValue": gross}
    return {"TransactionType": kind, "Invoice": invoice, **value, **more}


def item(enet, invoice: str):
    return enet.row("ArInvoice", "Invoice = ?", invoice)


def ledger(enet, code: str) -> tuple[Decimal, Decimal]:
    return ledger_balance(enet.sandbox.connection, code)


def test_a_receipt_pays_an_invoice_and_leaves_the_rest_unapplied(enet, payment):
    told = payment(
        "518.00",
        InvoiceToPay=to_pay("100601"),
        UnappliedPayment={"GrossPaymentValue": "35.85", "CustomerPurchaseOrder": "pi_9"},
    )
    control = ledger(enet, "1100-000")[0]
    reply = enet.post("ARSTPY", told, PostingPeriod="C")
    assert not reply.errors, reply.text
    assert reply.root.tag == "postarpayment"
    assert (reply.one("Item/Key/TrnYear"), reply.one("Item/Key/TrnMonth"), reply.one("Item/Key/Journal")) == (
        "2026",
        "12",
        "0000000812",
    )
    assert reply.one("Item/ItemNumber") == "000001"
    assert item(enet, "000000000100601").number("InvoiceBal1") == 0
    credit = item(enet, "_CRD01")
    assert (credit.text("DocumentType"), credit.number("InvoiceBal1"), credit.text("CustomerPoNumber")) == (
        "C",
        Decimal("-35.85"),
        "pi_9",
    )
    assert ledger(enet, "1310-000")[0] == 518
    assert ledger(enet, "1100-000")[0] - control == -518
    assert enet.trial_balance() == 0


def test_it_is_found_again_by_its_reference(enet, payment):
    enet.post("ARSTPY", payment("18.00"), AutoCorrectPaymentValue="U")
    row = enet.row("ArInvoicePay", "Customer = '000000000000001' AND Reference = 'ch_1'")
    assert (row.text("TrnType"), row.number("TrnValue"), row.whole("Journal"), row.whole("TrnYear")) == (
        "P",
        18,
        812,
        2026,
    )
    assert enet.row("CshArPayments", "Reference = 'ch_1'").text("Bank") == "STRIPE-USD"
    assert enet.row("GenJournalDetail", "GlCode = '1310-000'").text("Reference") == "ch_1"


def test_the_balances_of_the_customer_follow(enet, payment):
    before = enet.row("ArCustomerBal", "Customer = '000000000000001'").number("CurrentBalance1")
    enet.post("ARSTPY", payment("100.00"), AutoCorrectPaymentValue="U")
    after = enet.row("ArCustomerBal", "Customer = '000000000000001'")
    assert before - after.number("CurrentBalance1") == 100
    assert after.number("MtdPaymVal1") == 100


def test_each_unapplied_payment_gets_the_next_credit(enet, payment):
    for _ in range(3):
        enet.post("ARSTPY", payment("1.00"), AutoCorrectPaymentValue="U")
    unapplied = enet.rows("ArInvoice", "Invoice GLOB '_CRD*' ORDER BY Invoice")
    assert [found.text("Invoice") for found in unapplied] == ["_CRD01", "_CRD02", "_CRD03"]
    assert unapplied[0].text("CustomerPoNumber") == "Unapplied cash"


class TestDistribution:
    def test_n_refuses_a_value_that_is_not_distributed(self, enet, payment):
        reply = enet.post("ARSTPY", payment("500.00", InvoiceToPay=to_pay("100601")), AutoCorrectPaymentValue="N")
        assert reply.errors == [990032]
        assert reply.one("Item/Payment/PaymentValue/Value") == "500.00"
        assert item(enet, "000000000100601").number("InvoiceBal1") == Decimal("482.15")

    def test_n_is_the_default(self, enet, payment):
        assert 990032 in enet.post("ARSTPY", payment("500.00")).errors

    def test_y_forces_the_value_to_what_is_distributed(self, enet, payment):
        assert not enet.post(
            "ARSTPY", payment("500.00", InvoiceToPay=to_pay("100601", "10")), AutoCorrectPaymentValue="Y"
        ).errors
        assert ledger(enet, "1310-000")[0] == 10

    def test_u_leaves_the_rest_unapplied(self, enet, payment):
        enet.post("ARSTPY", payment("500.00", InvoiceToPay=to_pay("100601")), AutoCorrectPaymentValue="U")
        assert item(enet, "_CRD01").number("InvoiceBal1") == Decimal("-17.85")

    def test_discount_is_not_received(self, enet, payment):
        told = payment("90.00", InvoiceToPay=to_pay("100601", "100", DiscountValue="10"))
        assert not enet.post("ARSTPY", told).errors
        assert (ledger(enet, "1310-000")[0], ledger(enet, "4950-000")[0]) == (90, 10)

    def test_the_oldest_invoices_are_paid_first_when_asked(self, enet, payment):
        told = payment(
            "500.00", AutomaticPaymentsOptions={"ApplyAutomaticPayments": "Y", "AutomaticPaymentsSequence": "D"}
        )
        assert not enet.post("ARSTPY", told).errors
        assert item(enet, "000000000100601").number("InvoiceBal1") == 0
        assert item(enet, "000000000100604").number("InvoiceBal1") == Decimal("101.05")


class TestRefusals:
    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"InvoiceToPay": to_pay("999999", "10")}, 990004),
            ({"InvoiceToPay": to_pay("100607", "10")}, 990004),  # another customer's
            ({"InvoiceToPay": to_pay("100601", "10", "C")}, 990004),
            ({"InvoiceToPay": to_pay("100601", "482.16")}, 990033),
            ({"InvoiceToPay": [to_pay("100601", "400"), to_pay("100601", "400")]}, 990033),
            ({"InvoiceToPay": to_pay("100601", "10.005")}, 990001),
            ({"UnappliedPayment": {"GrossPaymentValue": "0"}}, 990006),
            ({"Bank": "NOWHERE"}, 990004),
            ({"Bank": "STRIPE-EUR"}, 990036),
            ({"PaymentDate": "yesterday"}, 100028),
            ({"JournalNotation": ""}, 100030),
            ({"PaymentValue": ""}, 100030),
            ({"PaymentType": "X"}, 990003),
            ({"Customer": "777"}, 990004),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_posted(self, enet, payment, more, number):
        reply = enet.post("ARSTPY", payment("10.00", **more), AutoCorrectPaymentValue="Y")
        assert number in reply.errors, reply.text
        assert reply.one("StatusOfItems/ItemsInvalid") == "00001"
        assert enet.rows("CshArPayments") == []
        assert enet.trial_balance() == 0

    def test_a_customer_may_not_allow_unapplied_payments(self, enet, payment):
        for told in ({"AutoCorrectPaymentValue": "U"}, {}):
            line = {} if told else {"UnappliedPayment": {"GrossPaymentValue": "5.00"}}
            assert enet.post("ARSTPY", payment("5.00", customer="17", **line), **told).errors == [990035]

    def test_all_or_nothing_is_the_default_and_can_be_switched_off(self, enet, payment):
        items = [payment("5.00"), payment("5.00", customer="777")]
        assert enet.post("ARSTPY", items, AutoCorrectPaymentValue="U").all("Item/Key/Journal") == []
        assert enet.rows("CshArPayments") == []
        kept = enet.post("ARSTPY", items, AutoCorrectPaymentValue="U", ApplyIfEntireDocumentValid="N")
        assert len(kept.all("Item/Key/Journal")) == 1
        assert len(enet.rows("CshArPayments")) == 1

    def test_validate_only_keeps_nothing_and_a_document_without_items_is_refused(self, enet, payment):
        assert not enet.post("ARSTPY", payment("5.00"), AutoCorrectPaymentValue="U", ValidateOnly="Y").errors
        assert enet.rows("CshArPayments") == []
        assert enet.call("Transaction/Post", "ARSTPY", "<PostArPayment/>").errors == [990009]
        assert enet.post("ARSTPY", {"Nothing": ""}).errors == [990038]


class TestPeriods:
    @pytest.mark.parametrize(("letter", "month", "moved"), [("C", 12, (1,)), ("P", 11, (1, 2)), ("B", 10, (1, 2, 3))])
    def test_a_posting_counts_from_its_period_on(self, enet, payment, letter, month, moved):
        before = enet.row("ArCustomerBal", "Customer = '000000000000001'")
        enet.post("ARSTPY", payment("10.00"), AutoCorrectPaymentValue="U", PostingPeriod=letter)
        after = enet.row("ArCustomerBal", "Customer = '000000000000001'")
        changed = tuple(
            n for n in (1, 2, 3) if before.number(f"CurrentBalance{n}") != after.number(f"CurrentBalance{n}")
        )
        assert changed == moved
        assert enet.row("CshArPayments").whole("TrnMonth") == month
        assert enet.row("GenJournalCtl", "JournalSource = 'AR'").whole("GlPeriod") == month

    def test_closed_and_unknown_periods_are_refused(self, enet, payment):
        enet.switch(closed_periods=("P", "B"))
        for letter in ("P", "B", "202611"):
            assert enet.post("ARSTPY", payment("1.00"), AutoCorrectPaymentValue="U", PostingPeriod=letter).errors
        assert not enet.post("ARSTPY", payment("1.00"), AutoCorrectPaymentValue="U").errors


class TestMoneyOut:
    def test_a_credit_note_is_paid_out_by_a_negative_receipt(self, enet, payment):
        note = {
            "TransactionType": "C",
            "Customer": "1",
            "InvoiceValue": "30",
            "TaxValue": "5",
            "ProductClass": "TOOL",
            "Reference": "re_1",
        }
        number = enet.post("ARSTIN", note).one("Item/Invoice")
        told = payment("-30.00", Reference="re_1", InvoiceToPay=to_pay(number, "-30.00", "C"))
        assert not enet.post("ARSTPY", told).errors
        assert item(enet, number).number("InvoiceBal1") == 0
        assert ledger(enet, "1310-000")[0] == -30
        assert enet.trial_balance() == 0

    def test_an_unapplied_receipt_is_paid_back(self, enet, payment):
        enet.post("ARSTPY", payment("50.00"), AutoCorrectPaymentValue="U")
        assert not enet.post("ARSTPY", payment("-20.00", InvoiceToPay=to_pay("_CRD01", "-20.00", "C"))).errors
        assert item(enet, "_CRD01").number("InvoiceBal1") == -30
        assert ledger(enet, "1310-000")[0] == 30

    def test_an_unapplied_receipt_is_allocated_later_without_money(self, enet, payment):
        enet.post("ARSTPY", payment("50.00"), AutoCorrectPaymentValue="U")
        enet.switch(negative_payments_allowed=False)
        told = payment("0.00", InvoiceToPay=[to_pay("_CRD01", "-50.00", "C"), to_pay("100601", "50.00")])
        assert not enet.post("ARSTPY", told).errors
        assert item(enet, "_CRD01").number("InvoiceBal1") == 0
        assert item(enet, "000000000100601").number("InvoiceBal1") == Decimal("432.15")
        assert ledger(enet, "1310-000")[0] == 50

    def test_a_site_may_refuse_negative_receipts(self, enet, payment):
        enet.post("ARSTPY", payment("50.00"), AutoCorrectPaymentValue="U")
        enet.switch(negative_payments_allowed=False)
        for line in (
            {"InvoiceToPay": to_pay("_CRD01", "-20.00", "C")},
            {"UnappliedPayment": {"GrossPaymentValue": "-20.00"}},
        ):
            assert 990034 in enet.post("ARSTPY", payment("-20.00", **line)).errors
        assert ledger(enet, "1310-000")[0] == 50

    def test_more_than_was_paid_cannot_come_back(self, enet, payment):
        enet.post("ARSTPY", payment("10.00", InvoiceToPay=to_pay("100601", "10.00")))
        assert enet.post("ARSTPY", payment("-11.00", InvoiceToPay=to_pay("100601", "-11.00"))).errors == [990033]
        assert not enet.post("ARSTPY", payment("-10.00", InvoiceToPay=to_pay("100601", "-10.00"))).errors
        assert item(enet, "000000000100601").number("InvoiceBal1") == Decimal("482.15")


class TestBank:
    def test_the_bank_is_ignored_where_no_deposit_slip_is_used(self, enet, payment):
        enet.switch(bank_deposit_slip=False)
        before = ledger(enet, "1010-000")[0]
        enet.post("ARSTPY", payment("10.00"), AutoCorrectPaymentValue="U")
        assert (ledger(enet, "1310-000")[0], ledger(enet, "1010-000")[0] - before) == (0, 10)

    def test_a_bank_charge_is_kept_by_the_bank(self, enet, payment):
        enet.post("ARSTPY", payment("100.00", BankChargeValue="3.20"), AutoCorrectPaymentValue="U")
        assert (ledger(enet, "1310-000")[0], ledger(enet, "6190-000")[0]) == (Decimal("96.80"), Decimal("3.20"))

    def test_a_site_may_refuse_bank_charges(self, enet, payment):
        enet.switch(bank_charges_allowed=False)
        assert enet.post("ARSTPY", payment("100.00", BankChargeValue="3.20"), AutoCorrectPaymentValue="U").errors == [
            990037
        ]


class TestForeign:
    def test_a_foreign_receipt_stands_in_both_currencies(self, enet, payment):
        told = payment("730.40", customer="101", bank="STRIPE-EUR", InvoiceToPay=to_pay("100652"))
        assert not enet.post("ARSTPY", told).errors
        assert ledger(enet, "1320-000") == (Decimal("792.26"), Decimal("730.40"))
        assert enet.trial_balance() == 0

    def test_another_rate_moves_the_difference_to_exchange(self, enet, payment):
        told = payment(
            "730.40",
            customer="101",
            bank="STRIPE-EUR",
            DefaultExchangeRateMethod="I",
            DefaultExchangeRateToUse="1.10",
            InvoiceToPay=to_pay("100652"),
        )
        assert not enet.post("ARSTPY", told).errors
        assert ledger(enet, "1320-000") == (Decimal("803.44"), Decimal("730.40"))
        assert ledger(enet, "7100-000")[0] == Decimal("792.26") - Decimal("803.44")
        assert enet.trial_balance() == 0

    def test_part_payments_end_at_exactly_nothing(self, enet, payment):
        control = ledger(enet, "1100-000")[0]
        for value in ("243.47", "243.46", "243.47"):
            told = payment(value, customer="101", bank="STRIPE-EUR", InvoiceToPay=to_pay("100652", value))
            assert not enet.post("ARSTPY", told).errors
        assert control - ledger(enet, "1100-000")[0] == Decimal("792.26")
        assert item(enet, "000000000100652").number("InvoiceBal1") == 0
        assert enet.trial_balance() == 0

    def test_a_local_bank_takes_foreign_money_at_the_rate(self, enet, payment):
        told = payment("100.00", customer="101", bank="STRIPE-USD", DefaultExchangeRateToUse="1.09")
        assert not enet.post("ARSTPY", told, AutoCorrectPaymentValue="U").errors
        assert ledger(enet, "1310-000")[0] == 109

    def test_yen_go_to_their_own_clearing(self, enet, payment):
        assert not enet.post(
            "ARSTPY", payment("184500", customer="201", bank="STRIPE-JPY"), AutoCorrectPaymentValue="U"
        ).errors
        assert ledger(enet, "1330-000") == (Decimal("1238.55"), 184500)


class TestAdjustments:
    def told(self, value: str = "-0.15", **more) -> dict:
        line = {
            "TransactionType": "I",
            "Invoice": "100601",
            "AdjustmentValue": value,
            "JournalNotation": "small",
            "Reference": "adj_1",
        }
        return {"Adjustments": {"Customer": "1", "InvoiceToAdjust": {**line, **more}}}

    def test_a_small_difference_is_written_off(self, enet):
        assert not enet.post("ARSTPY", self.told(AdjustmentLedgerCode="7200-000")).errors
        assert item(enet, "000000000100601").number("InvoiceBal1") == 482
        assert ledger(enet, "7200-000")[0] == Decimal("0.15")
        row = enet.row("ArInvoicePay")
        assert (row.text("TrnType"), row.text("Reference")) == ("A", "adj_1")
        assert enet.trial_balance() == 0

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"AdjustmentValue": "0"}, 990006),
            ({"JournalNotation": ""}, 100030),
            ({"Invoice": "5"}, 990004),
            ({"AdjustmentLedgerCode": "0"}, 990004),
            ({"AdjustmentValue": "-500"}, 990033),
        ],
    )
    def test_a_wrong_one_is_refused(self, enet, more, number):
        assert enet.post("ARSTPY", self.told(**more)).errors == [number]

    def test_a_held_customer_is_not_adjusted(self, enet):
        told = self.told()
        told["Adjustments"]["Customer"] = "16"
        assert enet.post("ARSTPY", told).errors == [990010]


class TestMiscellaneous:
    def told(self, value: str = "25.00", **more) -> dict:
        base = {
            "Bank": "STRIPE-USD",
            "MiscellaneousReceiptValue": value,
            "CreditLedgerCode": "4910-000",
            "JournalNotation": "tip",
            "Reference": "misc_1",
        }
        return {"MiscellaneousReceipt": {**base, **more}}

    def test_money_without_a_customer_goes_to_a_ledger_code(self, enet):
        assert not enet.post("ARSTPY", self.told()).errors
        assert (ledger(enet, "1310-000")[0], ledger(enet, "4910-000")[0]) == (25, -25)

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"MiscellaneousReceiptValue": "0"}, 990006),
            ({"CreditLedgerCode": ""}, 100030),
            ({"CreditLedgerCode": "X"}, 990004),
            ({"Currency": "EUR"}, None),
            ({"Bank": "STRIPE-EUR", "Currency": "GBP"}, 990036),
        ],
    )
    def test_a_wrong_one_is_refused(self, enet, more, number):
        assert enet.post("ARSTPY", self.told(**more)).errors == ([] if number is None else [number])
        assert enet.trial_balance() == 0

    def test_the_bank_keeps_its_charge(self, enet):
        assert not enet.post("ARSTPY", self.told(BankChargeValue="2.50")).errors
        assert [ledger(enet, code)[0] for code in ("1310-000", "6190-000", "4910-000")] == [22.5, 2.5, -25]

    def test_what_a_rate_leaves_over_of_a_foreign_charge_is_exchange(self, enet):
        foreign = {"Bank": "STRIPE-EUR", "CreditLedgerCode": "1320-000", "BankChargeValue": "0.49"}
        assert not enet.post("ARSTPY", self.told("0.99", **foreign)).errors
        assert enet.trial_balance() == 0

    @pytest.mark.parametrize(("charge", "allowed", "number"), [("1.00", False, 990037), ("-1.00", True, 990007)])
    def test_a_charge_that_cannot_be_is_refused(self, enet, charge, allowed, number):
        enet.switch(bank_charges_allowed=allowed)
        assert enet.post("ARSTPY", self.told(BankChargeValue=charge)).errors == [number]

    def test_a_negative_one_only_warns_when_warnings_are_ignored(self, enet):
        assert enet.post("ARSTPY", self.told("-5.00")).errors == [990070]
        reply = enet.post("ARSTPY", self.told("-5.00"), IgnoreWarnings="Y")
        assert len(reply.all("Item/WarningMessages/WarningDescription")) == 1
        assert ledger(enet, "1310-000")[0] == -5
