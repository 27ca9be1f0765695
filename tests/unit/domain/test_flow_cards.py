"""A flow as cards: in the order in which it decides, each with what keeps it from working, changed in its own text."""

from dataclasses import replace

import pytest

from agent.domain.cases.case import site_view
from agent.domain.conditions import Group, Operator, Row
from agent.domain.decisions import Outcome
from agent.domain.flow_cards import (
    CardPlace,
    FlowSeen,
    Section,
    Trigger,
    cards_of,
    condition_read,
    new_content,
    seeds_of,
)
from agent.domain.flow_starts import starts_of
from agent.domain.flow_writing import (
    begun,
    with_card,
    with_moved_card,
    with_new_card,
    with_switched_card,
    without_card,
)
from agent.domain.flows import BadFlowError, Gate, Hold, Telling, parse_flow
from agent.domain.kinds import Kind
from tests.unit.domain.cases import SHIPPED, policy
from tests.unit.domain.mode_cases import FLOWS
from tests.unit.domain.test_flows import SMALL

SITE = site_view(policy())
GATE, STEP, HOLD = (CardPlace(one) for one in (Section.STOP, Section.STEP, Section.HOLD))
TRIGGER = CardPlace(Section.TRIGGER)


def card(text, place):
    return next(one for one in cards_of(parse_flow(text), SITE) if one.place == place)


def codes(text):
    return [gate.code for gate in parse_flow(text).gates]


def test_the_cards_stand_in_the_order_in_which_the_flow_decides():
    sections = [one.place.section for one in cards_of(parse_flow(SHIPPED), SITE)]
    assert sections == [Section.TRIGGER] + [Section.STOP] * 19 + [Section.STEP] * 5


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_every_card_of_the_shipped_flows_can_work_and_can_be_written_as_it_is(flow):
    assert not [one for one in cards_of(flow, SITE) if one.problems]


def test_a_card_has_its_condition_as_rows_where_they_can_say_it():
    assert card(SHIPPED, CardPlace(Section.STOP, 2)).rows == Group(
        "all", (Row("payment.status", Operator.IS, "failed"),)
    )
    assert card(SHIPPED, CardPlace(Section.STOP, 15)).rows is None
    assert card(SHIPPED, TRIGGER).rows == Group("all")
    assert card(SHIPPED, TRIGGER).content.modes == ("orders",)


def test_what_cannot_work_is_said_on_its_card():
    text = SMALL.replace("payment.status == 'failed'", "payment.statsu == 'failed'").replace(
        'path = "payment.reference"', 'constant = "X"'
    )
    text += '\n[values]\nnote = { path = "payer.nmae" }\n'
    assert "is 'payment.status' meant?" in card(text, GATE).problems[0]
    assert card(text, STEP).problems[0].startswith("Reference: holds our reference")
    assert card(text, TRIGGER).problems[0].startswith("value note: there is no field 'payer.nmae'")
    broken = SMALL.replace('subject = "charge"', 'subject = "charges"')
    assert card(broken, TRIGGER).problems[0].startswith("there is no subject 'charges'")


def test_a_flow_says_how_many_of_its_cards_cannot_work():
    text = SMALL.replace("payment.status == 'failed'", "payment.statsu == 'failed'")
    seen = FlowSeen("small", "Small", "charge", (), on=True, shipped=False, cards=cards_of(parse_flow(text), SITE))
    assert seen.problems == 1


def test_a_card_that_is_off_may_be_unfinished():
    text = with_switched_card(SMALL.replace("payment.status == 'failed'", "payment.statsu == 'failed'"), GATE, on=False)
    assert card(text, GATE).off
    assert not card(text, GATE).problems
    assert not card(text, TRIGGER).off
    assert card(with_switched_card(text, GATE, on=True), GATE).problems


def test_switched_on_again_a_flow_reads_as_before():
    assert with_switched_card(with_switched_card(SHIPPED, GATE, on=False), GATE, on=True) == SHIPPED


@pytest.mark.parametrize("off", ['"yes"', "1"])
def test_off_is_yes_or_no(off):
    text = SMALL.replace('outcome = "ignored"', f'outcome = "ignored"\noff = {off}')
    with pytest.raises(BadFlowError, match="off is true or false"):
        parse_flow(text)


def test_a_stop_or_hold_without_a_condition_cannot_work():
    text = with_new_card(SMALL, Section.HOLD, Hold("", "Wait", "own"))
    assert card(text, HOLD).problems == ("has no condition; say when it holds.",)


def test_a_card_says_something_else_and_the_rest_of_the_text_stays():
    before = card(SHIPPED, GATE).content
    text = with_card(SHIPPED, GATE, replace(before, reason='It "failed".', again=True))
    assert card(text, GATE).content == replace(before, reason='It "failed".', again=True)
    changed = [one for one in text.splitlines() if one not in SHIPPED.splitlines()]
    assert changed == ['reason = "It \\"failed\\"."', "again = true"]
    assert with_card(text, GATE, before) == SHIPPED


def test_the_trigger_says_something_else():
    before = card(SHIPPED, TRIGGER).content
    wanted = replace(
        before, title="Large ones", events=("charge.succeeded",), modes=("invoices",), when="account.guest"
    )
    text = with_card(SHIPPED, TRIGGER, wanted)
    assert card(text, TRIGGER).content == wanted
    assert with_card(text, TRIGGER, wanted) == text


def test_a_step_keeps_its_fields_when_it_says_something_else():
    step = card(SHIPPED, CardPlace(Section.STEP, 1)).content
    text = with_card(SHIPPED, CardPlace(Section.STEP, 1), replace(step, when="", title="New", blocks=False))
    after = parse_flow(text).steps[0]
    assert (after.when, after.title, after.blocks, after.fields) == ("", "New", False, step.fields)
    assert parse_flow(with_card(text, CardPlace(Section.STEP, 1), replace(after, blocks=True))).steps[0].blocks


def test_a_card_that_cannot_be_read_is_refused():
    step = card(SHIPPED, STEP).content
    with pytest.raises(BadFlowError, match="line 1, column"):
        with_card(SHIPPED, STEP, replace(step, when="payer.("))
    with pytest.raises(BadFlowError, match="another one"):
        with_card(SHIPPED, STEP, Hold("a", "b", "c"))


@pytest.mark.parametrize("place", [CardPlace(Section.STOP, 20), CardPlace(Section.HOLD, 1), CardPlace(Section.STEP, 0)])
def test_a_card_that_is_not_there_is_refused(place):
    with pytest.raises(BadFlowError, match="There is no card"):
        with_card(SHIPPED, place, card(SHIPPED, GATE).content)
    for change in (without_card, lambda text, one: with_switched_card(text, one, on=False)):
        with pytest.raises(BadFlowError, match="There is no card"):
            change(SHIPPED, place)


def test_the_trigger_can_be_neither_removed_nor_switched_off():
    with pytest.raises(BadFlowError, match="There is no card"):
        without_card(SHIPPED, TRIGGER)


@pytest.mark.parametrize(
    ("section", "content"),
    [
        (Section.STOP, Gate("account.guest", Outcome.HELD, "A guest", "own", again=True, off=True)),
        (Section.HOLD, Hold("account.guest", "A guest", "own")),
        (Section.NOTIFY, Telling("", "All are told", "own")),
    ],
)
def test_a_new_card_comes_last_or_before_another(section, content):
    text = with_new_card(SHIPPED, section, content)
    places = [one.place for one in cards_of(parse_flow(text), SITE) if one.place.section is section]
    assert card(text, places[-1]).content == content
    first = with_new_card(text, section, content, before=1)
    assert card(first, CardPlace(section)).content == content


def test_a_new_step_has_its_fields_and_lines():
    order = parse_flow(SHIPPED).steps[2]
    text = with_new_card(SMALL, Section.STEP, replace(order, purpose="other"))
    assert parse_flow(text).steps[1] == replace(order, purpose="other")


def test_a_flow_whose_steps_are_an_empty_list_gets_its_first_one():
    empty = SMALL[: SMALL.index("[[steps]]")].replace("[trigger]", "steps = []\n[trigger]", 1)
    step = parse_flow(SMALL).steps[0]
    assert parse_flow(with_new_card(empty, Section.STEP, step)).steps == (step,)
    assert parse_flow(begun(empty, "other", "Other", whole=False)).steps == ()


def test_parts_that_are_written_in_one_line_are_left_to_whoever_wrote_them():
    listed = SMALL[: SMALL.index("[[gates]]")] + SMALL[SMALL.index("[[steps]]") :]
    text = listed.replace("[trigger]", 'holds = [{ when = "account.guest", code = "a", reason = "b" }]\n[trigger]', 1)
    with pytest.raises(BadFlowError, match=r"not as \[\[holds\]\]"):
        without_card(text, HOLD)


def test_a_card_moves_within_its_section():
    first, second, *rest = codes(SHIPPED)
    assert codes(with_moved_card(SHIPPED, GATE, 2)) == [second, first, *rest]
    assert codes(with_moved_card(SHIPPED, GATE, 19)) == [second, *rest, first]
    steps = [step.kind for step in parse_flow(with_moved_card(SHIPPED, CardPlace(Section.STEP, 5), 1)).steps]
    assert steps[:2] == [Kind.RECEIPT, Kind.CUSTOMER]
    for to in (0, 20):
        with pytest.raises(BadFlowError, match="There is no place"):
            with_moved_card(SHIPPED, GATE, to)


def test_a_card_is_removed_and_a_flow_keeps_its_last_step():
    assert codes(without_card(SHIPPED, GATE)) == codes(SHIPPED)[1:]
    assert not codes(without_card(SMALL, GATE))
    with pytest.raises(BadFlowError, match="at least one step"):
        without_card(SMALL, STEP)


def test_a_new_flow_has_the_safeguards_of_the_one_it_begins_like():
    made = parse_flow(begun(SHIPPED, "large", "Large ones", whole=False))
    shipped = parse_flow(SHIPPED)
    assert (made.name, made.title, made.gates) == ("large", "Large ones", shipped.gates)
    assert made.steps == shipped.steps[-1:]
    assert parse_flow(begun(SHIPPED, "large", "Large ones", whole=True)).steps == shipped.steps


def test_a_condition_is_read_with_the_place_of_what_is_wrong():
    flow = parse_flow(SHIPPED)
    assert condition_read(flow, " ", SITE).rows == Group("all")
    read = condition_read(flow, "account.guest", SITE)
    assert (read.rows, read.problem) == (Group("all", (Row("account.guest", Operator.HOLDS, ""),)), "")
    assert condition_read(flow, "size(payer.name) > 3", SITE).rows is None
    broken = condition_read(flow, "account.guest &&", SITE)
    assert (broken.rows, broken.line) == (None, 1)
    assert broken.problem
    unknown = condition_read(flow, "account.guest &&\n payer.nmae == 'x'", SITE)
    assert (unknown.line, unknown.column) == (2, 2)
    assert "is 'payer.name' meant?" in unknown.problem


def test_a_new_condition_card_without_a_condition_is_off():
    assert new_content(Section.STOP, "own", "", "").off
    assert new_content(Section.HOLD, "amount", "account.guest", "A guest") == Hold("account.guest", "A guest", "amount")
    assert new_content(Section.NOTIFY, "own", "", "") == Telling("", "", "own", off=True)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_what_a_new_card_can_begin_with_can_work(flow):
    for when in starts_of(flow.subject).values():
        assert not condition_read(flow, when, SITE).problem


def test_a_new_step_begins_with_one_that_some_flow_has_for_the_same_subject():
    found = seeds_of([parse_flow(SMALL), *FLOWS], "charge")
    assert found[Kind.RECEIPT] == parse_flow(SMALL).steps[0]
    assert Kind.SALES_ORDER in found
    assert Kind.CREDIT_NOTE not in found


def test_a_trigger_is_no_condition_that_is_switched():
    assert not isinstance(card(SHIPPED, GATE).content, Trigger)
