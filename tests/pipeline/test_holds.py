"""Documents that a flow holds: a person sees them together, and one approval lets all of them go."""

import pytest

from agent.domain.documents import State
from agent.domain.flow_set import FlowSet
from agent.domain.kinds import Kind
from agent.domain.mapping import MappingContent
from agent.domain.settings import Values
from agent.domain.worklist import Sort, Tab, Verb, WorkFilter
from agent.shipped import shipped_flows
from agent.store import Store
from tests.pipeline.jobs_stage import ANN, START_AT, Stage, paid

HOLD = """
[[holds]]
when = { all = [{ field = "account.first_time", holds = true }] }
code = "first_time"
reason = "{payer.name} paid for the first time."

[[gates]]"""


def test_one_approval_lets_all_documents_of_a_payment_go(tmp_path):
    stage = Stage(tmp_path, paid(1), paid(2, None, at=60))
    with Store.open(stage.path) as store:
        flows = FlowSet().with_shipped(shipped_flows())
        flows = flows.put(flows.entry("charge-to-order").text.replace("\n[[gates]]", HOLD, 1))
        content = MappingContent(flows, Values(store.settings.all()))
        store.revisions.append(content.text(), author="test", comment="", now=START_AT)
    stage.start()
    try:
        stage.run_all()
        held = stage.rows(state=State.HELD)
        assert {row.kind for row in held} == {Kind.CUSTOMER, Kind.CUSTOM_FORM, Kind.SALES_ORDER, Kind.RECEIPT}
        assert {(row.reason_code, row.reason) for row in held} == {
            ("hold.first_time", "Ann paid for the first time."),
        }
        assert stage.posted(Kind.RECEIPT) == ["ch_2"]
        command = stage.ask("approve", number=held[-1].id)
        assert command.result == f"Document {held[-1].id} and the 3 held with it are posted as they are."
        stage.run_all()
        assert stage.rows(state=State.HELD) == []
        assert sorted(stage.posted(Kind.RECEIPT)) == ["ch_1", "ch_2"]
    finally:
        stage.stop()


# ---------------------------------------------------------------- every condition, from the flow's text to SYSPRO

#: What keeps the first of two payments, and what is different about it: arguments of `paid`.
KEPT = {
    "an amount over": (
        '{ all = [{ field = "payment.amount.minor", over = 500 }] }',
        {"amount": 900, "lines": "BOLT*3@3"},
    ),
    "a first-time customer": ('{ all = [{ field = "account.first_time", holds = true }] }', {"payer": ANN}),
    "a new stock code": ('"size(sale.unknown_codes) > 0"', {"lines": "NEWCODE*1@3"}),
    "a weekend": ('{ all = [{ field = "payment.weekday", one_of = [6, 7] }] }', {"at": 4 * 86_400}),
}


def flows_with(stage, part):
    """Put the shipped flows in force, with a further part of the one that makes orders."""
    with Store.open(stage.path) as store:
        flows = FlowSet().with_shipped(shipped_flows())
        flows = flows.put(flows.entry("charge-to-order").text.replace("\n[[gates]]", f"{part}\n[[gates]]", 1))
        content = MappingContent(flows, Values(store.settings.all()))
        store.revisions.append(content.text(), author="test", comment="", now=START_AT)


@pytest.mark.parametrize("case", KEPT)
def test_each_condition_keeps_its_payment_and_lets_the_other_one_go(tmp_path, case):
    when, difference = KEPT[case]
    arguments = {"payer": None, "amount": 300, "at": 0} | difference
    kept = paid(1, arguments.pop("payer"), **arguments)
    # START_AT is a Tuesday.
    # A line without a stock code of SYSPRO's becomes a charge; else the order is refused, and nobody has to hold it.
    other = paid(2, None, at=60, amount=300, lines="BOLT*1@3")
    stage = Stage(tmp_path, kept, other, orders__unknown_stock_code="catch_all")
    flows_with(stage, f'\n[[holds]]\nwhen = {when}\ncode = "look"\nreason = "{{payer.name}} first."\n')
    stage.start()
    try:
        stage.clock.advance(5 * 86_400)
        stage.run_all()
        held = stage.rows(state=State.HELD)
        assert held, case
        assert {(row.reason_code, row.stripe_id in {"ch_1", "cus_ann"}) for row in held} == {("hold.look", True)}
        assert stage.posted(Kind.RECEIPT) == ["ch_2"]
        stage.ask("approve", number=held[-1].id)
        stage.run_all()
        assert sorted(stage.posted(Kind.RECEIPT)) == ["ch_1", "ch_2"]
    finally:
        stage.stop()


TELL = """
[[notify]]
when = { all = [{ field = "payment.amount.minor", over = 500 }] }
code = "big"
text = "{payer.name} paid {payment.amount}."
"""


def test_what_a_flow_tells_is_on_the_work_list_and_is_posted_all_the_same(tmp_path):
    stage = Stage(tmp_path, paid(1, None, amount=900, lines="BOLT*3@3"), paid(2, None, at=60, amount=300))
    flows_with(stage, TELL)
    stage.start()
    try:
        stage.run_all()
        assert sorted(stage.posted(Kind.RECEIPT)) == ["ch_1", "ch_2"]
        service = stage.service
        [row] = [row for row in service.work(WorkFilter(Tab.NEEDS_YOU), offset=0, limit=10) if row.sort is Sort.NOTE]
        assert (row.stripe_id, row.verb, row.reason_code) == ("ch_1", Verb.SEEN, "big")
        assert row.reason.endswith("paid 9.00 USD.")
        assert (service.status().notes, service.status().needs_you >= 1) == (1, True)
        assert stage.ask("seen", number=int(row.what)).result == "Note 1 has been read."
        assert stage.ask("seen", number=int(row.what)).result == "There is no note 1 that nobody has read."
        assert service.status().notes == 0
    finally:
        stage.stop()
