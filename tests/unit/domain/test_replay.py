"""A stored decision made again: what comes out otherwise is said, and nothing else."""

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.events import DAY
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.mapping import MappingRevision
from agent.domain.readmodels import DecisionRow
from agent.domain.replay import again, was_decided
from tests.unit.domain.cases import SHIPPED, charge, facts, mapping


def row(decision, **changes):
    values = {
        "id": 1, "company": "EDU1", "subject": decision.subject, "outcome": decision.outcome, "reason": decision.reason,
        "reason_code": decision.reason_code, "flow": decision.flow, "revision": 7, "amount": decision.amount,
        "facts_id": 1, "decided_at": 1,
    }  # fmt: skip
    return DecisionRow(**(values | changes))


def lines(read, then, now, **changes):
    found = again(row(decide(read, then), **changes), read, then, now)
    return found.lines if found else ()


THEN = mapping()


def test_the_same_mapping_gives_no_difference():
    assert lines(facts(), THEN, THEN) == ()
    assert lines(facts(), THEN, mapping()) == ()


def test_a_field_that_comes_out_otherwise_is_named_with_both_values():
    assert lines(facts(), THEN, mapping(orders__branch="10")) == ("sales_order sale, branch: '' -> '10'",)


def test_documents_that_are_made_no_more_or_as_well_are_named():
    other = mapping(SHIPPED.replace('"sales_order"\npurpose = "sale"', '"sales_order"\npurpose = "shop"'))
    found = lines(facts(), THEN, other)
    assert "sales_order sale: no more made" in found
    assert any(line.startswith("sales_order shop: made as well (") for line in found)


def test_another_outcome_reason_and_flow_are_said():
    none = MappingRevision(8, (), THEN.policy)
    found = lines(facts(charge(status="failed")), THEN, none)
    assert found == (
        "Outcome: ignored (payment.failed) -> ignored (no_flow)",
        "Reason: The payment failed, so no money moved. -> No flow wants this charge.",
        "Flow: charge-to-order -> (none)",
    )
    assert lines(facts(), THEN, none)[1] == "Reason: (none) -> No flow wants this charge."
    assert lines(facts(), none, THEN)[2] == "Flow: (none) -> charge-to-order"


def test_what_is_told_otherwise_is_said():
    telling = '[[notify]]\ncode = "each"\ntext = "{}"\n\n[[gates]]'
    one, other = (mapping(SHIPPED.replace("[[gates]]", telling.format(text), 1)) for text in ("It came.", "Look."))
    assert lines(facts(), one, other) == ("Told (each): It came. -> Look.",)
    assert lines(facts(), THEN, one) == ("Told (each): (nothing) -> It came.",)
    assert lines(facts(), one, one) == ()


def test_a_program_that_decides_otherwise_than_the_one_of_then_says_so():
    [line] = lines(facts(), THEN, THEN, outcome=Outcome.HELD, reason_code="old")
    assert line == "This program decides it otherwise with the same mapping: held (old) -> documents"


def test_only_what_flows_decided_is_decided_again():
    decided = row(decide(facts(), THEN))
    assert was_decided(decided, facts())
    ended = Facts("EDU1", StripeFacts("ch_1", "charge", {}), ErpFacts(), read_at=1)
    assert not was_decided(decided, ended)
    day = Facts("EDU1", StripeFacts("day_2026-11-20_usd", DAY, {}), ErpFacts(), read_at=1)
    assert was_decided(row(decide(facts(), THEN), subject="day_2026-11-20_usd"), day)
    assert not was_decided(decided, day)
