"""The warehouse of the sandbox: it ships and invoices a share of the open orders when asked."""

from datetime import date
from decimal import Decimal

import pytest

from connectors.sandbox.remote import SandboxRemote


@pytest.fixture
def warehouse(enet):
    return SandboxRemote(str(enet.http.base_url).rstrip("/"))


def orders(enet, order, count, start=0, **header):
    for number in range(start, start + count):
        assert not enet.post("SORTOI", order(f"pi_{number}", **header)).errors


def invoiced(enet):
    return [row.text("SalesOrder") for row in enet.rows("SorMaster", "LastInvoice <> '' ORDER BY SalesOrder")]


def test_share_of_the_open_orders_is_made_ready_and_invoiced(enet, order, warehouse):
    orders(enet, order, 10)
    counts = warehouse.ship_and_invoice(share=Decimal("0.7"), seed=1)
    assert counts == {"open": 10, "chosen": 7, "invoiced": 7, "waiting": 0}
    done = enet.rows("SorMaster", "OrderStatus = '9'")
    assert len(done) == len(enet.rows("ArTrnSummary")) == 7
    assert {row.text("LastOperator") for row in done} == {"WAREHOUSE"}
    assert {row.text("InvoiceDate") for row in enet.rows("ArTrnSummary")} == {"2026-12-01"}
    assert enet.trial_balance() == 0


def test_same_seed_chooses_the_same_orders(enet, order, warehouse):
    orders(enet, order, 12)
    warehouse.ship_and_invoice(share=Decimal("0.5"), seed=3)
    first = invoiced(enet)
    fresh = {"OrderStatus": "1", "LastInvoice": " "}
    for number in first:
        enet.sandbox.books.update("SorMaster", (number,), fresh)
        enet.sandbox.books.update("SorDetail", (number, 1), {"MInvoicePrinted": " "})
    warehouse.ship_and_invoice(share=Decimal("0.5"), seed=3)
    assert invoiced(enet) == first


def test_second_time_takes_from_what_is_left(enet, order, warehouse):
    orders(enet, order, 4)
    warehouse.ship_and_invoice(share=Decimal("0.5"), seed=1)
    assert warehouse.ship_and_invoice(share=Decimal(1), seed=1)["open"] == 2
    assert warehouse.ship_and_invoice(share=Decimal(1), seed=1) == {"open": 0, "chosen": 0, "invoiced": 0, "waiting": 0}


def test_only_orders_before_the_day_are_taken(enet, order, warehouse):
    orders(enet, order, 1, OrderDate="2026-11-20")
    orders(enet, order, 1, 1, OrderDate="2026-11-21")
    assert warehouse.ship_and_invoice(share=Decimal(1), seed=1, before=date(2026, 11, 21))["invoiced"] == 1
    assert enet.row("SorMaster", "OrderStatus = '9'").text("OrderDate") == "2026-11-20"


def test_order_that_waits_for_goods_stays_as_it_is(enet, order, warehouse):
    enet.post("SORTOI", order(), AllocationAction="B")
    assert warehouse.ship_and_invoice(share=Decimal(1), seed=1) == {"open": 1, "chosen": 1, "invoiced": 0, "waiting": 1}
    assert enet.row("SorMaster").text("OrderStatus") != "8"
    assert enet.rows("ArTrnSummary") == []


def test_cancelled_suspended_and_credit_documents_are_none_of_the_warehouses(enet, order, warehouse):
    orders(enet, order, 3)
    enet.post("SORTOX", {"SalesOrder": "15563"})
    enet.post("SORTOS", {"SalesOrder": "15564", "NewOrderStatus": "S"})
    enet.post("SORTCH", {"Customer": "1"})
    assert warehouse.ship_and_invoice(share=Decimal(1), seed=1)["open"] == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"share": 2, "seed": 1},
        {"share": -0.1, "seed": 1},
        {"share": "x", "seed": 1},
        {"share": "NaN", "seed": 1},
        {"share": 1},
        {"share": 1, "seed": 1, "before": "yesterday"},
    ],
)
def test_nonsense_is_422_and_nothing_is_invoiced(enet, order, wrong):
    orders(enet, order, 1)
    assert enet.http.post("/_sandbox/ship_and_invoice", json=wrong).status_code == 422
    assert invoiced(enet) == []


def test_closed_period_stops_the_warehouse(enet, order):
    orders(enet, order, 1)
    enet.switch(closed_periods=("C",))
    answer = enet.http.post("/_sandbox/ship_and_invoice", json={"share": 0.7, "seed": 1})
    assert (answer.status_code, answer.json()) == (422, {"error": "The current period is closed."})
    assert invoiced(enet) == []
