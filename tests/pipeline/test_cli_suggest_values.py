"""`mapping suggest-values`: values answered with SYSPRO's codes, from a file or from SYSPRO's own lists."""

import json
from collections import Counter

from agent.evidence import own_lines
from tests.pipeline.cli_world import Terminal
from tests.pipeline.modes_stage import Purse, site_at

FEES = [{"name": "fee"}, {"name": "fx"}, {"name": "issuing_transaction"}]


def file_of(tmp_path, name, value):
    path = tmp_path / name
    path.write_text(json.dumps(value), "utf-8")
    return str(path)


def test_values_are_answered_from_a_file_without_anything_set_up(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    sources = file_of(tmp_path, "sources.json", [{"name": "txr_1", "samples": ["VAT", "20%"]}, {"name": "Tip"}])
    lists = file_of(tmp_path, "lists.json", [{"code": "S", "description": "Standard", "percent": "20"}])
    options = ("mapping", "suggest-values", "--kind", "tax_codes", "--sources", sources, "--lists", lists)
    rate, tip = terminal.json(*options)
    assert rate == {
        "name": "txr_1",
        "suggestions": [{"code": "S", "confidence": 84, "reasons": ["Both are 20%."]}],
    }
    assert tip == {"name": "Tip", "suggestions": []}
    shown = terminal.run(*options).stdout
    assert "Standard" in shown
    assert "Nothing fits." in shown
    broken = terminal.run(*options[:-1], file_of(tmp_path, "broken.json", {}))
    assert (broken.exit_code, "The list of codes is no JSON list." in broken.stderr) == (1, True)


def test_values_are_answered_from_sypros_own_lists(tmp_path):
    with site_at(tmp_path) as site:
        terminal = Terminal(site.home.path, site.clock)
        terminal.secrets, terminal.connect = Purse(), site.home.connect
        sources = file_of(tmp_path, "sources.json", FEES)
        options = ("mapping", "suggest-values", "--sources", sources, "--kind")
        fee, fx, nothing = terminal.json(*options, "ledger_codes")
        assert fee["suggestions"][0]["code"] == "6110-000"
        assert fx["suggestions"][0]["code"] == "7100-000"
        assert nothing["suggestions"] == []
        site.store.lease.hold("engine-1", "machine", "A", now=site.clock.now(), ttl_s=60)
        beside = terminal.run(*options, "terms")
        assert (beside.exit_code, "a second logon of that operator" in beside.stderr) == (3, True)


def test_banks_of_customers_are_answered_by_what_was_posted(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    sources = file_of(tmp_path, "sources.json", [{"name": "0000123"}, {"name": "0000999"}])
    lists = file_of(tmp_path, "lists.json", [{"code": "B1"}, {"code": "B2"}])
    before = [{"kind": "receipt", "fields": {"Bank": bank, "Customer": "123"}} for bank in ["B2"] * 41 + ["B1"] * 6]
    postings = file_of(tmp_path, "postings.json", before)
    options = ("mapping", "suggest-values", "--kind", "banks", "--sources", sources, "--lists", lists)
    known, unknown = terminal.json(*options, "--postings", postings)
    assert known["suggestions"] == [
        {"code": "B2", "confidence": 85, "reasons": ["41 of 47 receipts with 0000123 had Bank B2."]}
    ]
    assert unknown["suggestions"] == []
    assert terminal.json(*options)[0]["suggestions"] == []


def test_what_the_home_has_posted_answers_values(tmp_path):
    with site_at(tmp_path) as site:
        site.trade(40, days=2)
        site.run()
        terminal = Terminal(site.home.path, site.clock)
        terminal.secrets, terminal.connect = Purse(), site.home.connect
        posted = [line for line in own_lines(site.home) if line.fields.get("StockCode")]
        (name, count) = Counter(line.sources["description"] for line in posted).most_common(1)[0]
        assert count >= 3
        sources = file_of(tmp_path, "sources.json", [{"name": name}])
        options = ("mapping", "suggest-values", "--kind", "stock_codes", "--sources", sources)
        (row,) = terminal.json(*options, "--past", "--syspro")
        assert f"{count} of {count} order lines with {name} had StockCode" in row["suggestions"][0]["reasons"][-1]
