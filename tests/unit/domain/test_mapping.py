"""A mapping revision: flows and deciding settings, kept as one text."""

import json

import pytest

from agent.domain.flows import BadFlowError
from agent.domain.mapping import content_of, revision_from
from agent.domain.settings import SETTINGS
from tests.unit.domain.cases import SHIPPED, policy


def test_a_revision_comes_back_as_it_was_written():
    values = policy(orders__branch="10")
    revision = revision_from(3, content_of({"a.toml": SHIPPED}, values))
    assert (revision.number, revision.company) == (3, "EDU1")
    assert [flow.name for flow in revision.flows] == ["charge-to-order"]
    assert revision.policy.deciding() == values.deciding()


def test_the_same_flows_and_settings_give_the_same_text_in_any_order():
    other = SHIPPED.replace('name = "charge-to-order"', 'name = "other"')
    flows = {"b.toml": SHIPPED, "a.toml": other}
    assert content_of(flows, policy()) == content_of(dict(reversed(flows.items())), policy())


def test_only_settings_that_decide_are_part_of_a_revision():
    kept = json.loads(content_of({}, policy(stripe__poll_every_s="7", orders__branch="10")))["policy"]
    assert kept["orders.branch"] == "10"
    assert "stripe.poll_every_s" not in kept
    assert set(kept) == {name for name, setting in SETTINGS.items() if setting.decides}


def test_a_setting_that_this_program_no_longer_has_is_left_out():
    content = json.loads(content_of({"a.toml": SHIPPED}, policy()))
    content["policy"]["orders.colour"] = "red"
    assert revision_from(1, json.dumps(content)).company == "EDU1"


def test_two_flows_of_one_name_are_refused():
    with pytest.raises(BadFlowError, match="Two flows have the same name"):
        revision_from(1, content_of({"a.toml": SHIPPED, "b.toml": SHIPPED}, policy()))


def test_flows_are_asked_in_the_order_of_their_file_names():
    other = SHIPPED.replace('name = "charge-to-order"', 'name = "other"').replace('mode = ["orders"]', 'when = "false"')
    revision = revision_from(1, content_of({"b.toml": SHIPPED, "a.toml": other}, policy()))
    assert [flow.name for flow in revision.flows] == ["other", "charge-to-order"]
