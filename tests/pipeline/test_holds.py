"""Documents that a flow holds: a person sees them together, and one approval lets all of them go."""

from agent.domain.documents import State
from agent.domain.flow_set import FlowSet
from agent.domain.kinds import Kind
from agent.domain.mapping import MappingContent
from agent.domain.settings import Values
from agent.shipped import shipped_flows
from agent.store import Store
from tests.pipeline.jobs_stage import START_AT, Stage, paid

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
