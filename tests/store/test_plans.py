"""The statements that run over and over are answered from their indexes, whatever SQLite's planner is like."""

import pytest

from agent.store import (
    books,
    commands,
    deciding,
    disputes,
    habits,
    inbox,
    lanes,
    ledger,
    on_account,
    outbox,
    portal_orders,
    reports,
    running,
    summaries,
    trails,
)
from tests.store.builders import COMPANY, NOW

PAYER = {"company": COMPANY, "lane": "cus_1|usd", "subject": "ch_1", "most": 60}

USES = [
    (lanes._HEAD, (COMPANY, "lane"), "documents_in_lane"),
    (outbox._REFUNDS, (COMPANY, "refund|ch_1"), "documents_of_refunds"),
    (lanes._READY, (COMPANY, NOW, 25), "lanes_ready"),
    (lanes._WAKE, (COMPANY, NOW), "lanes_asleep"),
    (inbox._DUE, (NOW,), "COVERING INDEX events_due"),
    (inbox._OF_OBJECT, ("ch_1", "charge"), "events_open"),
    (inbox._CLOSED, ("dp_1",), "events_of_ends"),
    (inbox._OBJECT, ("ch_1",), "COVERING INDEX events_open"),
    (outbox._IN_DOUBT, (COMPANY, NOW, 25), "documents_in_doubt"),
    (outbox._UNVERIFIED, (COMPANY, 25), "documents_unverified"),
    (portal_orders._FIND, ("portal-1",), "documents_1 (company=? AND kind=? AND stripe_id=? AND purpose=?)"),
    (portal_orders._WAITING, dict.fromkeys(("company", "customer", "currency", "since_at"), ""), "portal_orders_of"),
    (outbox._ABOUT, ('["ch_1"]',), "documents_about"),
    (outbox._MADE, ("ch_1",), "documents_of_decision"),
    (deciding.LATEST, ("ch_1",), "decisions_of"),
    (commands._NEXT, (), "commands_waiting"),
    (ledger._UNDECIDED, {"limit": 25, "now": NOW}, "COVERING INDEX decisions_of"),
    (ledger._UNDECIDED, {"limit": 25, "now": NOW}, "COVERING INDEX balance_transactions_decided_for"),
    (on_account._OPEN, {"company": COMPANY, "after_id": 0, "limit": 40}, "COVERING INDEX documents_payments"),
    (disputes._DISPUTES, {"company": COMPANY, "by_person": "x"}, "decisions_of (subject>? AND subject<?)"),
    (trails._STORY, {"seeds": "[]", "company": COMPANY}, "COVERING INDEX decisions_about"),
    (ledger._DUE, {"limit": 25, "now": NOW}, "decisions_available"),
    (
        summaries._POSTED,
        {"legs": "[]", "part": "amount", "company": COMPANY, "own": ""},
        "SEARCH posts USING PRIMARY KEY (leg=? AND part=?)",
    ),
    (summaries._ANY, {"company": COMPANY, "until_at": NOW, "own": ""}, "decisions_left"),
    (books._BOOKS, {"company": COMPANY}, "COVERING INDEX decisions_of"),
    (books._BOOKS, {"company": COMPANY}, "COVERING INDEX documents_states (id=? AND company=?)"),
    (books._BOOKS, {"company": COMPANY}, "document_legs_converted"),
    (
        ledger._UNSETTLED,
        {"company": COMPANY, "currency": "usd", "until_at": NOW, "own": "po_1"},
        "PRIMARY KEY (leg=? AND part=?)",
    ),
    (
        running._BEYOND,
        {"currency": "usd", "start_at": 0, "until_at": NOW, "own": "po_1", "reach": 0},
        "balance_transactions_",
    ),
    (reports.SET_ASIDE, (), "events_open"),
    (habits._OF_PAYER, PAYER, "COVERING INDEX documents_of_payer (company=? AND lane=?)"),
    (habits._FACTS, PAYER, "COVERING INDEX documents_of_payer (company=? AND lane=?)"),
    (habits._OF_ALL, {"currency": "usd", "before_at": NOW, "subject": "ch_1", "most": 60}, "COVERING INDEX"),
    (habits._ON_DAY, (0, NOW), "COVERING INDEX balance_transactions_by_moment"),
]


@pytest.mark.parametrize(("sql", "values", "index"), USES)
def test_a_statement_uses_its_index(store, sql, values, index):
    plan = [row["detail"] for row in store._connections.all(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any(index in step for step in plan), plan


@pytest.mark.parametrize(
    ("sql", "values"),
    [
        (on_account._OPEN, {"company": COMPANY, "after_id": 0, "limit": 40}),
        (ledger._UNDECIDED, {"limit": 25, "now": NOW}),
        (disputes._DISPUTES, {"company": COMPANY, "by_person": "x"}),
    ],
)
def test_no_round_walks_through_the_rows_of_a_table(store, sql, values):
    plan = [row["detail"] for row in store._connections.all(f"EXPLAIN QUERY PLAN {sql}", values)]
    tables = ("documents", "decisions", "balance_transactions", "facts", "events", "moved", "receipt", "latest")
    walks = [step for step in plan if step.startswith("SCAN") and step.split()[1] in tables]
    assert not [step for step in walks if "COVERING INDEX" not in step], plan


@pytest.mark.parametrize("sql", [lanes._HEAD, lanes._READY, inbox._DUE])
def test_what_comes_first_is_found_without_sorting(store, sql):
    values = {lanes._HEAD: ("a", "b"), lanes._READY: ("a", 1, 1), inbox._DUE: (1,)}[sql]
    plan = [row["detail"] for row in store._connections.all(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not any("TEMP B-TREE" in step for step in plan), plan
