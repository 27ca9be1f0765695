"""The shipped example events: each becomes documents where the demo company posts that way, and is about nobody."""

import re
from importlib import resources

import pytest

from agent.demo_company import demo_settings
from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.flow_set import FlowSet
from agent.domain.mapping import MappingContent
from agent.domain.settings import Values
from agent.shipped import shipped_examples, shipped_flows

FLOWS = FlowSet().with_shipped(shipped_flows())
EXAMPLES = shipped_examples()


def test_every_subject_of_a_shipped_flow_has_its_example():
    assert {entry.flow.subject for entry in FLOWS.entries} == set(EXAMPLES)


@pytest.mark.parametrize("subject", EXAMPLES)
def test_an_example_becomes_documents(subject):
    mode = {"mode": "summary"} if subject == "day" else {}
    settings = demo_settings("http://stripe", "http://syspro", now_at=EXAMPLES[subject].read_at, days=60, **mode)
    values = Values(settings | ({"posting.summary": "day"} if subject == "day" else {}))
    decision = decide(EXAMPLES[subject], MappingContent(FLOWS, values).revision(1))
    assert (decision.outcome, decision.reason) == (Outcome.DOCUMENTS, "")
    assert decision.drafts


@pytest.mark.parametrize("subject", EXAMPLES)
def test_an_example_names_nobody_who_can_be_reached(subject):
    text = (resources.files("resources") / "examples" / f"{subject}.json").read_text("utf-8")
    assert set(re.findall(r"@([\w.-]+)", text)) <= {"example.com"}
    assert not re.search(r"_live_|whsec_|\b[rs]k_", text)
