"""The flows of a mapping as a person changes them."""

import pytest

from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flows import BadFlowError
from tests.unit.domain.test_flows import SMALL


def text(name, subject="charge"):
    return SMALL.replace('name = "small"', f'name = "{name}"').replace('subject = "charge"', f'subject = "{subject}"')


ONE, TWO, REFUND = text("one"), text("two"), text("refund", "refund")
FLOWS = FlowSet((Entry(ONE, shipped=True), Entry(TWO, on=False), Entry(REFUND, shipped=True)))


def test_flows_that_are_on_are_asked_in_order():
    assert [flow.name for flow in FLOWS.active] == ["one", "refund"]
    assert [flow.name for flow in FLOWS.switched("two", on=True).active] == ["one", "two", "refund"]
    assert [flow.name for flow in FLOWS.switched("one", on=False).active] == ["refund"]
    assert FLOWS.ordered(["refund", "two"]).names == ("refund", "two", "one")
    assert FLOWS.entry("two") == Entry(TWO, on=False)


def test_a_copy_is_off_and_stands_after_the_original():
    copied = FLOWS.copied("one", "big-orders")
    assert copied.names == ("one", "big-orders", "two", "refund")
    copy = copied.entry("big-orders")
    assert (copy.on, copy.shipped) == (False, False)
    assert copy.text == ONE.replace('"one"', '"big-orders"')


def test_a_copy_keeps_what_stands_after_the_name():
    for written in ("name = 'one' # ours", 'name="one"'):
        entry = Entry(ONE.replace('name = "one"', written))
        assert FlowSet((entry,)).copied("one", "new").names == ("one", "new")


def test_a_flow_is_replaced_in_its_place_and_a_new_one_comes_before_its_like():
    changed = FLOWS.put(ONE.replace("A small flow", "Another"))
    assert changed.names == FLOWS.names
    assert changed.entry("one").flow.title == "Another"
    assert not changed.entry("one").shipped
    assert FLOWS.put(text("new", "refund")).names == ("one", "two", "new", "refund")
    assert FLOWS.put(text("new", "payout")).names == ("one", "two", "refund", "new")


def test_the_program_renews_what_it_ships_and_leaves_what_the_site_has_changed():
    newer = ONE.replace("A small flow", "Renewed")
    renewed = FLOWS.put(REFUND.replace("A small flow", "Ours")).with_shipped([newer, REFUND, text("added")])
    assert renewed.names == ("one", "two", "refund", "added")
    assert renewed.entry("one") == Entry(newer, shipped=True)
    assert renewed.entry("refund").flow.title == "Ours"
    assert renewed.entry("added").shipped
    assert not FLOWS.with_shipped([]).entry("one").shipped


def test_one_of_the_sites_own_flows_may_be_removed():
    assert FLOWS.removed("two").names == ("one", "refund")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda: FLOWS.entry("three"), "There is no flow three; there are one, two, refund"),
        (lambda: FlowSet().entry("one"), "There is no flow one; there are none"),
        (lambda: FLOWS.copied("one", "two"), "There is a flow two already"),
        (lambda: FLOWS.copied("one", "Big Orders"), "'Big Orders' is no name for a flow"),
        (lambda: FLOWS.ordered(["one", "one"]), "named twice"),
        (lambda: FLOWS.removed("one"), "The program ships one; it can be switched off, not removed"),
        (lambda: FLOWS.put("format = =\nx"), "The flow is no TOML: .*line 1"),
    ],
)
def test_a_change_that_cannot_be_is_refused(change, words):
    with pytest.raises(BadFlowError, match=words):
        change()
