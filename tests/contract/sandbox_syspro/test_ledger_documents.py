"""ARSTIN, GENTJL and CSHTWD by their rules."""

from decimal import Decimal

import pytest

from connectors.sandbox.syspro import ledger_balance


def ledger(enet, code: str) -> tuple[Decimal, Decimal]:
    return ledger_balance(enet.sandbox.connection, code)


class TestInvoices:
    def told(self, kind: str = "I", **more) -> dict:
        base = {
            "TransactionType": kind,
            "Customer": "1",
            "InvoiceValue": "120.00",
            "TaxValue": "20.00",
            "ProductClass": "TOOL",
            "Reference": "ch_9",
        }
        return {**base, **more}

    @pytest.mark.parametrize(("kind", "sign"), [("I", 1), ("D", 1), ("C", -1)])
    def test_an_invoice_debit_or_credit_note_is_on_the_account_and_in_the_ledger(self, enet, kind, sign):
        before = ledger(enet, "1100-000")[0]
        reply = enet.post("ARSTIN", self.told(kind))
        assert reply.root.tag == "postarinvoices"
        found = enet.row("ArInvoice", "Invoice = ?", reply.one("Item/Invoice"))
        assert (found.text("DocumentType"), found.number("InvoiceBal1")) == (kind, sign * 120)
        assert ledger(enet, "1100-000")[0] - before == sign * 120
        assert (ledger(enet, "4200-000")[0], ledger(enet, "2200-000")[0]) == (-sign * 100, -sign * 20)
        assert enet.trial_balance() == 0

    def test_a_number_of_ones_own_is_padded_and_may_not_come_twice(self, enet):
        told = self.told(GenerateInvoiceNumber="N", Invoice="777")
        assert enet.post("ARSTIN", told).one("Item/Invoice") == "000000000000777"
        assert enet.post("ARSTIN", told).errors == [990005]

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"InvoiceValue": "-1"}, 990007),
            ({"InvoiceValue": "0"}, 990007),
            ({"TaxValue": "-1"}, 990007),
            ({"ProductClass": ""}, 100030),
            ({"ProductClass": "X"}, 990004),
            ({"Customer": "777"}, 990004),
            ({"TransactionType": "X"}, 990003),
            ({"InvoiceDate": "1.1."}, 100028),
            ({"Branch": "99"}, 990004),
        ],
    )
    def test_a_wrong_one_is_refused(self, enet, more, number):
        reply = enet.post("ARSTIN", self.told(**more))
        assert reply.errors == [number]
        assert reply.one("StatusOfItems/ItemsInvalid") == "00001"
        assert enet.rows("ArTrnSummary") == []

    def test_a_credit_note_can_go_to_an_existing_invoice(self, enet):
        told = self.told("C", InvoiceValue="82.15", TaxValue="0", PostToExistingInvoice="Y", Invoice="100601")
        assert enet.post("ARSTIN", told).one("Item/Invoice") == "000000000100601"
        assert enet.row("ArInvoice", "Invoice = '000000000100601'").number("InvoiceBal1") == 400
        row = enet.row("ArInvoicePay")
        assert (row.text("TrnType"), row.number("TrnValue")) == ("C", Decimal("82.15"))
        assert enet.trial_balance() == 0

    def test_but_not_above_its_balance_nor_to_one_that_is_not_there(self, enet):
        told = self.told("C", PostToExistingInvoice="Y", Invoice="100601", InvoiceValue="483")
        assert enet.post("ARSTIN", told).errors == [990033]
        assert enet.post("ARSTIN", {**told, "Invoice": "5"}).errors == [990004]

    def test_a_debit_note_raises_an_existing_invoice(self, enet):
        told = self.told("D", PostToExistingInvoice="Y", Invoice="100601", InvoiceValue="10")
        assert not enet.post("ARSTIN", told).errors
        assert enet.row("ArInvoice", "Invoice = '000000000100601'").number("InvoiceBal1") == Decimal("492.15")

    def test_a_foreign_invoice_takes_the_rate_given(self, enet):
        reply = enet.post("ARSTIN", self.told(Customer="101", ExchangeRate="1.10"))
        found = enet.row("ArInvoice", "Invoice = ?", reply.one("Item/Invoice"))
        assert (found.text("PostCurrency"), found.number("ConvRate")) == ("EUR", Decimal("1.1"))
        assert enet.row("GenJournalDetail", "GlCode = '2210-000'").number("EntryValue") == -22
        assert enet.trial_balance() == 0


class TestJournals:
    def told(self, amounts: dict[str, str], **more) -> dict:
        lines = [{"LedgerCode": code, "EntryAmount": amount, "Reference": "po_1"} for code, amount in amounts.items()]
        base = {
            "JournalType": "N",
            "PostJournal": "Y",
            "JournalDate": "2026-12-01",
            "JournalReference": "po_1",
            "Notation": "Payout",
        }
        return {**base, "JournalDetails": lines, **more}

    def payout(self, **more) -> dict:
        return self.told({"1010-000": "134.47", "6110-000": "5.53", "1310-000": "-140.00"}, **more)

    def test_a_payout_moves_bank_fees_and_clearing(self, enet):
        reply = enet.post("GENTJL", self.payout())
        assert reply.root.tag == "postgljournal"
        told = [reply.one(f"Item/Transaction/Key/{name}") for name in ("GlYear", "GlPeriod")]
        assert told == ["2026", "12"]
        assert (reply.one("Item/Transaction/NumOfEntries"), reply.one("Item/Transaction/DebitAmount")) == (
            "3",
            "140.00",
        )
        status = [
            reply.one(f"StatusOfItems/{name}") for name in ("JournalsProcessed", "PostingsProcessed", "PostingsInvalid")
        ]
        assert status == ["000001", "000003", "000000"]
        assert ledger(enet, "1310-000")[0] == -140
        assert enet.row("GenHistory", "GlCode = '1310-000'").number("ClosingBalPer12") == -140
        assert enet.row("GenHistory", "GlCode = '1310-000'").number("ClosingBalPer11") == 0

    def test_a_journal_of_last_year_moves_what_the_open_year_began_with(self, enet):
        enet.http.post("/_sandbox/month_end")
        before = enet.row("GenHistory", "GlCode = '3200-000' AND GlYear = 2027").number("ClosingBalPer1")
        enet.post("GENTJL", self.payout(PostingYear="2026", PostingPeriod="12"))
        clearing = enet.row("GenHistory", "GlCode = '1310-000' AND GlYear = 2027")
        assert (clearing.number("BeginYearBalance"), clearing.number("ClosingBalPer15")) == (-140, -140)
        earnings = enet.row("GenHistory", "GlCode = '3200-000' AND GlYear = 2027")
        assert earnings.number("ClosingBalPer1") - before == Decimal("5.53")
        assert enet.row("GenHistory", "GlCode = '6110-000' AND GlYear = 2027").number("ClosingBalPer1") == 0

    def test_it_is_read_back_by_its_reference(self, enet):
        enet.post("GENTJL", self.payout())
        assert enet.row("GenJournalCtl", "Reference = 'po_1'").text("Notation") == "Payout"
        assert len(enet.rows("GenJournalDetail", "Reference = 'po_1'")) == 3

    def test_a_journal_that_is_not_posted_waits_and_does_not_count(self, enet):
        enet.post("GENTJL", self.payout(PostJournal="N"))
        assert ledger(enet, "1310-000")[0] == 0
        assert enet.row("GenJournalCtl", "Reference = 'po_1'").text("Authorised") == "N"
        assert enet.trial_balance() == 0

    @pytest.mark.parametrize(
        ("amounts", "number"),
        [
            ({"1010-000": "10", "1310-000": "-9.99"}, 990040),
            ({"1010-000": "0"}, 990041),
            ({"1010-000": "10", "NONE": "-10"}, 990004),
            ({"1010-000": "10", "": "-10"}, 100030),
            ({"1010-000": "10", "1100-000": "-10"}, 990042),
            ({"1010-000": "10.001", "1310-000": "-10.001"}, 990001),
        ],
    )
    def test_an_unbalanced_or_wrong_journal_is_refused(self, enet, amounts, number):
        reply = enet.post("GENTJL", self.told(amounts))
        assert number in reply.errors
        assert reply.one("StatusOfItems/JournalsProcessed") == "000000"
        assert int(reply.one("StatusOfItems/PostingsInvalid")) > 0
        assert enet.rows("GenJournalCtl", "Reference = 'po_1'") == []

    def test_a_letter_that_authorizes_nothing_is_refused(self, enet):
        assert enet.post("GENTJL", self.payout(AuthorizeJournal="X")).errors == [990003]
        assert not enet.post("GENTJL", self.payout(AuthorizeJournal="A")).errors

    def test_control_accounts_are_open_where_the_site_says_so(self, enet):
        enet.switch(control_accounts_blocked=False)
        assert not enet.post("GENTJL", self.told({"1010-000": "10", "1100-000": "-10"})).errors

    @pytest.mark.parametrize(
        ("year", "period", "accepted"),
        [
            (2026, 12, True),
            (2026, 1, True),
            (2025, 13, True),
            (2027, 1, False),
            (2026, 13, False),
            (2025, 16, False),
            (2024, 12, False),
            ("x", 1, False),
        ],
    )
    def test_only_periods_of_this_year_so_far_and_of_last_year_are_open(self, enet, year, period, accepted):
        errors = enet.post("GENTJL", self.payout(PostingYear=year, PostingPeriod=period)).errors
        assert (errors == []) is accepted

    def test_a_closed_ledger_period_is_refused(self, enet):
        enet.switch(closed_ledger_periods=("2026-11",))
        assert enet.post("GENTJL", self.payout(PostingPeriod="11", PostingYear="2026")).errors == [990031]
        assert not enet.post("GENTJL", self.payout()).errors

    def test_a_foreign_journal_balances_in_both_currencies(self, enet):
        told = self.told({"1020-000": "33.33", "6110-000": "33.33", "1320-000": "-66.66"}, Currency="EUR")
        assert not enet.post("GENTJL", told).errors
        assert ledger(enet, "1320-000") == (Decimal("-72.31"), Decimal("-66.66"))
        assert enet.trial_balance() == 0

    def test_one_bad_journal_does_not_stop_the_others(self, enet):
        reply = enet.post("GENTJL", [self.payout(), self.told({"1010-000": "1", "1310-000": "-2"})])
        assert (reply.one("StatusOfItems/JournalsProcessed"), len(reply.errors)) == ("000001", 1)


class TestCashBook:
    def told(self, way: str = "W", value: str = "5.53", lines: dict | None = None, **more) -> dict:
        spread = {"6110-000": value} if lines is None else lines
        listed = [{"LedgerCode": code, "LedgerValue": part} for code, part in spread.items()]
        base = {
            "Bank": "STRIPE-USD",
            "DepositOrWithdrawal": way,
            "TransactionValue": value,
            "Reference": "fee_1",
            "Narration": "Fees",
        }
        return {"AddTransaction": {**base, **more, "LedgerDistribution": listed}}

    @pytest.mark.parametrize(("way", "sign"), [("W", -1), ("D", 1)])
    def test_a_withdrawal_or_deposit_moves_bank_and_ledger(self, enet, way, sign):
        reply = enet.post("CSHTWD", self.told(way))
        assert reply.root.tag == "postcbdepositswithdrawals"
        assert reply.one("Item/Key/Bank") == "STRIPE-USD"
        assert (ledger(enet, "1310-000")[0], ledger(enet, "6110-000")[0]) == (
            sign * Decimal("5.53"),
            -sign * Decimal("5.53"),
        )
        assert enet.row("ApBank", "Bank = 'STRIPE-USD'").number("CbCurBalance") == sign * Decimal("5.53")
        assert enet.row("GenJournalCtl", "Reference = 'fee_1'").text("JournalSource") == "CS"

    @pytest.mark.parametrize(
        ("more", "number"),
        [
            ({"lines": {"6110-000": "5.00"}}, 990032),
            ({"lines": {}}, 990032),
            ({"lines": {"NONE": "5.53"}}, 990004),
            ({"value": "-1"}, 990007),
            ({"Bank": "NOWHERE"}, 990004),
            ({"Bank": ""}, 100030),
            ({"way": "X"}, 990003),
            ({"PostingCurrency": "EUR"}, 990036),
        ],
    )
    def test_a_wrong_one_is_refused(self, enet, more, number):
        assert number in enet.post("CSHTWD", self.told(**more)).errors
        assert ledger(enet, "1310-000")[0] == 0

    def test_a_foreign_bank_posts_in_its_currency(self, enet):
        told = self.told(value="1000", lines={"6110-000": "1000"}, Bank="STRIPE-JPY", ExchangeRate="0.007")
        assert not enet.post("CSHTWD", told).errors
        assert ledger(enet, "1330-000") == (-7, -1000)

    def test_reconciling_is_not_available(self, enet):
        assert enet.post("CSHTWD", {"ReconOrUnreconByCheck": ""}).errors == [990043]
        enet.switch(closed_periods=("C",))
        assert enet.post("CSHTWD", self.told()).errors == [990030]
