"""What a site has posted, and what people posted in SYSPRO, as evidence for suggestions."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.suggest.past import usual_by
from agent.evidence import own_postings, syspro_postings
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.syspro import by_hand
from tests.pipeline import test_cli_preview
from tests.pipeline.modes_stage import DAY_S, NOW_AT, site_at

terminal = test_cli_preview.terminal


def test_banks_of_a_customers_receipts_are_learnt_from_what_people_posted(tmp_path):
    with site_at(tmp_path, posting__mode="open_invoices", receipts__unmatched="on_account") as site:
        paid = {"customer": "1", "day": date(2026, 11, 10), "reference": "Card"}
        banks = ["STRIPE-USD"] * 7 + ["FIRST-USD"] * 2
        typed = [by_hand.Receipt(**paid, value=Decimal(number + 1), bank=bank) for number, bank in enumerate(banks)]
        with site.syspro.locked():
            by_hand.post(site.syspro.books, *typed)
        (bank,) = usual_by(syspro_postings(site.home, 30), "receipt", "Bank", "Customer")
        assert (bank.reason, bank.percent) == ("7 of 9 receipts with Customer 1 had Bank STRIPE-USD.", 70)
        home = replace(site.home, connect=lambda home: replace(site.home.connect(home), tables=None))
        with pytest.raises(Misconfigured):
            syspro_postings(home, 30)


def test_what_the_agent_posted_itself_is_evidence_without_what_never_changes(tmp_path):
    with site_at(tmp_path, posting__mode="open_invoices", receipts__unmatched="on_account") as site:
        for number in (1, 2, 3):
            made = site.stripe.trading.customer(at=NOW_AT - DAY_S, name="Owner", metadata={"syspro_customer": "1"})
            fields = {"customer": made["id"], "metadata": {"ticket": f"T{number}", "shop": "web"}}
            site.stripe.trading.charge(1000 * number, "usd", at=NOW_AT - DAY_S, fields=fields)
        site.run()
        receipts = [one for one in own_postings(site.home) if one.kind == "receipt"]
        assert sorted(one.sources["metadata.ticket"] for one in receipts) == ["T1", "T2", "T3"]
        assert not any("metadata.shop" in one.sources for one in receipts)
        (bank,) = usual_by(receipts, "receipt", "Bank", "Customer")
        assert bank.reason == "3 of 3 receipts with Customer 1 had Bank STRIPE-USD."


def test_a_person_asks_what_is_usual_and_suggestions_weigh_it(terminal, tmp_path):
    asked = ("mapping", "usual", "--kind", "receipt", "--field", "Bank")
    assert "Nothing was posted yet that says what Bank usually is." in terminal.run(*asked).stdout
    terminal.run("once")
    shown = terminal.run(*asked).stdout
    assert "1 of 1 receipts with Customer GUEST had Bank STRIPE-USD." in shown
    (row,) = terminal.json(*asked, "--of", "GUEST")
    assert (row["value"], row["agreed"], row["seen"], row["confidence"]) == ("STRIPE-USD", 1, 1, 50)
    assert terminal.json(*asked, "--of", "OTHER") == []
    assert "no way to them is set up" in terminal.run(*asked, "--syspro").stderr
    sources = tmp_path / "sources.json"
    sources.write_text(json.dumps([{"name": "metadata.po_no", "samples": ["PO 77"]}]), "utf-8")
    made = terminal.json("mapping", "suggest", "--kind", "sales_order", "--sources", str(sources), "--past")
    assert made[0]["suggestions"][0]["element"] == "CustomerPoNumber"


def test_metadata_of_refunds_joins_the_sources_of_refunds_alone(tmp_path):
    with site_at(tmp_path) as site:
        paid = site.stripe.trading.charge(5000, "usd", at=NOW_AT - DAY_S)
        site.run()
        site.stripe.trading.refund(RefundOrder(paid["id"], 1000, metadata={"rma": "R 7"}), at=NOW_AT - 3600)
        site.run()
        found = {one.path: one.found for one in site.home.service().found_sources()}
        assert found["refund.metadata.rma"] == 1
        assert not [path for path in found if path.startswith("charge.metadata.rma")]
