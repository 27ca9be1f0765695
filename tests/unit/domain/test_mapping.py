"""A mapping revision: flows and deciding settings, kept as one text."""

import json

import pytest

from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flows import BadFlowError
from agent.domain.mapping import MappingContent, content_from, revision_from
from agent.domain.mapping_check import checked
from agent.domain.settings import SETTINGS
from tests.unit.domain.cases import SHIPPED, policy

OTHER = SHIPPED.replace('name = "charge-to-order"', 'name = "other"')


def content(*texts, **changes):
    return MappingContent(FlowSet(tuple(map(Entry, texts))), policy(**changes))


def test_a_revision_comes_back_as_it_was_written():
    written = content(SHIPPED, orders__branch="10")
    revision = revision_from(3, written.text())
    assert (revision.number, revision.company) == (3, "EDU1")
    assert [flow.name for flow in revision.flows] == ["charge-to-order"]
    assert revision.policy.deciding() == written.policy.deciding()
    assert content_from(written.text()).flows == written.flows


def test_a_revision_of_the_first_versions_comes_back():
    old = json.dumps({"flows": {"a.toml": SHIPPED}, "policy": policy().deciding()})
    assert [flow.name for flow in revision_from(1, old).flows] == ["charge-to-order"]
    assert content_from(old).flows.entries[0].shipped


def test_only_settings_that_decide_are_part_of_a_revision():
    kept = json.loads(content(stripe__poll_every_s="7", orders__branch="10").text())["policy"]
    assert kept["orders.branch"] == "10"
    assert "stripe.poll_every_s" not in kept
    assert set(kept) == {name for name, setting in SETTINGS.items() if setting.decides}


def test_a_setting_that_this_program_no_longer_has_is_left_out():
    raw = json.loads(content(SHIPPED).text())
    raw["policy"]["orders.colour"] = "red"
    assert revision_from(1, json.dumps(raw)).company == "EDU1"


def test_two_flows_of_one_name_are_refused():
    with pytest.raises(BadFlowError, match="Two flows have the same name"):
        content(SHIPPED, SHIPPED).revision(1)


def test_two_flows_for_the_same_money_are_refused_unless_one_is_off():
    with pytest.raises(BadFlowError, match="two posting modes for the same money"):
        content(SHIPPED, OTHER).revision(1)
    off = MappingContent(FlowSet((Entry(SHIPPED), Entry(OTHER, on=False))), policy())
    assert [flow.name for flow in off.revision(1).flows] == ["charge-to-order"]


def test_flows_are_asked_in_their_order():
    special = OTHER.replace('mode = ["orders"]', 'when = "payment.refunded"')
    assert [flow.name for flow in content(special, SHIPPED).revision(1).flows] == ["other", "charge-to-order"]


def test_what_is_put_in_force_can_work_and_what_is_off_may_be_unfinished():
    unfinished = OTHER.replace("payment.reference", "payment.refrence")
    with pytest.raises(BadFlowError, match=r"Flow other: step .* there is no field 'payment.refrence'"):
        checked(content(unfinished))
    off = MappingContent(FlowSet((Entry(SHIPPED), Entry(unfinished, on=False))), policy())
    assert checked(off).number == 0
