"""A flow's own tables and values, and what keeps documents for a person's approval."""

import pytest

from agent.domain.decide import EVERY_HELD, decide
from agent.domain.decisions import Note, Outcome
from agent.domain.documents import State
from tests.unit.domain.cases import SHIPPED, charge, customer, facts, line_item, lines, mapping, order_of, session


def with_part(part):
    return SHIPPED.replace("[[gates]]", f"{part}\n\n[[gates]]", 1)


OWN = """
[tables.branches]
GB = "10"
US = "20"

[values]
branch = { lookup = "table.branches", key = "value.country", default = "99" }
country = { path = "payer.address.country", transforms = ["upper"] }
"""


@pytest.mark.parametrize(("country", "branch"), [("gb", "10"), ("us", "20"), ("fr", "99")])
def test_a_flows_own_tables_and_values_fill_fields(country, branch):
    text = with_part(OWN).replace('Branch = { path = "site.orders.branch" }', 'Branch = { cel = "value.branch" }')
    paid = charge(billing_details={"name": "Ann", "email": "a@example.com", "address": {"country": country}})
    assert order_of(decide(facts(paid), mapping(text))).branch == branch


HOLDS = {
    "an amount over": ('{ all = [{ field = "payment.amount.minor", over = 500 }] }', {}),
    "a first-time customer": ('{ all = [{ field = "account.first_time", holds = true }] }', {"customer": customer()}),
    "a new stock code": (
        '"size(sale.unknown_codes) > 0"',
        {"session": session(), "line_items": lines(line_item(code="NEW-1"))},
    ),
    "a weekend": ('{ all = [{ field = "payment.weekday", one_of = [2] }] }', {}),
    "what a customer's metadata says": (
        '{ all = [{ field = "customer.metadata.vip", is = "no" }] }',
        {"customer": customer(metadata={"vip": "no"})},
    ),
}


@pytest.mark.parametrize("case", HOLDS)
def test_a_hold_keeps_the_documents_for_approval(case):
    when, objects = HOLDS[case]
    text = with_part(f'[[holds]]\nwhen = {when}\ncode = "asked"\nreason = "{{payer.name}} paid {{payment.amount}}."')
    decision = decide(facts(**objects), mapping(text))
    assert decision.outcome is Outcome.DOCUMENTS
    states = {(draft.state, draft.reason_code) for draft in decision.drafts if draft.state is not State.PARKED}
    assert states == {(State.HELD, "hold.asked")}
    assert decision.drafts[-1].reason.endswith("paid 10.00 USD.")
    unheld = decide(facts(**objects), mapping())
    assert [draft.body for draft in decision.drafts] == [draft.body for draft in unheld.drafts]


TELL = """
[[notify]]
when = { all = [{ field = "payment.amount.minor", over = 500 }] }
code = "big"
text = "{payer.name} paid {payment.amount}."

[[notify]]
code = "each"
text = "A payment came in."

[[notify]]
when = "payment.amount.minor > 1000000"
code = "huge"
text = "Never here."
"""


def test_a_flow_tells_a_person_and_nothing_waits_for_it():
    told, silent = decide(facts(), mapping(with_part(TELL))), decide(facts(), mapping())
    assert told.notes == (Note("big", "Ann Lee paid 10.00 USD."), Note("each", "A payment came in."))
    assert (told.drafts, told.outcome, silent.notes) == (silent.drafts, silent.outcome, ())


def test_a_flow_tells_of_what_it_ignores_but_not_of_what_is_decided_again():
    ignored = decide(facts(charge(status="failed")), mapping(with_part(TELL)))
    assert (ignored.outcome, [note.code for note in ignored.notes]) == (Outcome.IGNORED, ["big", "each"])
    waiting = decide(facts(charge(status="pending")), mapping(with_part(TELL)))
    assert (waiting.outcome, waiting.notes) == (Outcome.WAITING, ())


def test_a_hold_that_does_not_hold_changes_nothing():
    text = with_part('[[holds]]\nwhen = "payment.amount.minor > 1000"\ncode = "big"\nreason = "Big."')
    assert decide(facts(), mapping(text)) == decide(facts(), mapping())


def test_a_new_site_may_let_every_document_wait_for_approval():
    decision = decide(facts(customer=customer()), mapping(posting__approval="every"))
    states = {(draft.state, draft.reason_code) for draft in decision.drafts if draft.state is not State.PARKED}
    assert states == {(State.HELD, EVERY_HELD)}
    unheld = decide(facts(customer=customer()), mapping())
    assert [draft.body for draft in decision.drafts] == [draft.body for draft in unheld.drafts]


def test_a_flows_own_hold_says_more_than_that_every_document_waits():
    text = with_part('[[holds]]\nwhen = "payment.amount.minor > 500"\ncode = "big"\nreason = "Big."')
    held = decide(facts(), mapping(text, posting__approval="every"))
    assert {draft.reason_code for draft in held.drafts} == {"hold.big"}
