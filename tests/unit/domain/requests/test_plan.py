"""The fewest calls: at most one link can be paid, and a paid one stops anything new."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.requests.kept import Due
from agent.domain.requests.link import Ask, PayLink, SeenLink, Way, mark_of, marked_by
from agent.domain.requests.plan import (
    CloseLink,
    FinishLink,
    MakeLink,
    closed,
    finished,
    found_again,
    kept,
    next_step,
    waits_for_money,
)

A, B = Ask(100, "usd", "Invoice 1", {"k": "1"}), Ask(60, "usd", "Invoice 1", {"k": "1"})

asks = st.sampled_from([A, B, None])
states = st.lists(st.tuples(asks, st.booleans(), st.booleans()), max_size=4)


def links_of(drawn):
    return tuple(PayLink(f"plink_{n}", "url", ask, active, paid) for n, (ask, active, paid) in enumerate(drawn))


def carried_out(links, wanted, paid_meanwhile=frozenset()):
    """Make the calls as Stripe would; return the links and the steps."""
    steps = []
    while (step := next_step(links, wanted)) is not None:
        steps.append(step)
        assert len(steps) <= len(links) + 1, "It never ends."
        if isinstance(step, CloseLink):
            was = next(link for link in links if link.id == step.id)
            seen = SeenLink(was.id, was.url, active=False, paid=was.paid or was.id in paid_meanwhile, mark="m")
            links = closed(links, seen)
        else:
            links = (*links, PayLink(f"plink_new{len(steps)}", "url", step.ask))
    return links, steps


@given(states, asks, st.frozensets(st.sampled_from(["plink_0", "plink_1", "plink_2"])))
def test_after_the_calls_nothing_is_left_to_do_and_at_most_one_link_can_be_paid(drawn, wanted, paid_meanwhile):
    links, steps = carried_out(links_of(drawn), wanted, paid_meanwhile)
    assert next_step(links, wanted) is None
    remembered = kept(links, wanted)
    assert next_step(remembered, wanted) is None
    payable = [link for link in links if link.active]
    assert len(payable) <= 1
    assert all(link.ask == wanted and wanted is not None for link in payable)
    assert sum(isinstance(step, MakeLink) for step in steps) <= 1
    if waits_for_money(links):
        assert not any(isinstance(step, MakeLink) for step in steps)


@given(states, asks)
def test_a_link_that_fits_stays(drawn, wanted):
    links = links_of(drawn)
    fits = [link for link in links if link.active and not link.paid and link.ask == wanted and wanted is not None]
    after, _ = carried_out(links, wanted)
    if fits:
        assert fits[0] in after


def test_the_fewest_calls():
    link = PayLink("plink_1", "url", A)
    assert carried_out((), A)[1] == [MakeLink(A)]
    assert carried_out((link,), A)[1] == []
    assert carried_out((link,), B)[1] == [CloseLink("plink_1"), MakeLink(B)]
    assert carried_out((link,), None)[1] == [CloseLink("plink_1")]
    assert carried_out((link,), B, {"plink_1"})[1] == [CloseLink("plink_1")]


def test_a_paid_link_is_forgotten_once_nothing_is_asked_any_more():
    paid = PayLink("plink_1", "url", A, active=False, paid=True)
    assert kept((paid,), B) == (paid,)
    assert kept((paid,), None) == ()


def test_links_are_found_again_with_what_they_ask_for():
    known = (PayLink("plink_1", "url", A),)
    seen = [
        SeenLink("plink_1", "url", active=False, paid=True, mark="m"),
        SeenLink("plink_2", "url2", active=True, paid=False, mark="m", ask_print=B.print),
        SeenLink("plink_3", "url3", active=True, paid=False, mark="m", ask_print="other"),
        SeenLink("plink_2", "url2", active=True, paid=False, mark="m", ask_print=B.print),
    ]
    found = found_again(known, seen, B)
    assert [(link.id, link.ask, link.paid) for link in found] == [
        ("plink_1", A, True),
        ("plink_2", B, False),
        ("plink_3", None, False),
    ]
    assert found_again((), seen[2:3], None)[0].ask is None


def test_equal_asks_have_one_print():
    assert A.print == replace(A).print != B.print


def test_an_invoice_is_marked_by_company_customer_and_number():
    due = Due("C/1", "7", A, (), 1, None, 0)
    assert marked_by(mark_of("EDU1", *due.key), "EDU1") == ("C/1", "7") == due.key


@pytest.mark.parametrize("mark", ["", "{", "7", '["EDU1", "C1"]', '["EDU1", "C1", 7]', '["OTHER", "C1", "7"]'])
def test_links_of_others_and_of_other_companies_are_not_ours(mark):
    assert marked_by(mark, "EDU1") is None


BILL = Ask(100, "usd", "Invoice 1", {"k": "1"}, Way.INVOICE)


def test_a_draft_that_asks_for_what_is_open_is_finished_and_no_second_one_made():
    draft = PayLink("in_1", "", BILL, way=Way.INVOICE, draft=True)
    assert next_step([draft], BILL) == FinishLink("in_1", BILL)
    whole = SeenLink("in_1", "url", active=True, paid=False, mark="m", way=Way.INVOICE)
    after = finished([PayLink("in_0", "", None, active=False), draft], whole)
    assert after[1] == PayLink("in_1", "url", BILL, way=Way.INVOICE)
    assert next_step(after, BILL) is None


def test_a_draft_over_another_amount_is_closed_and_so_is_what_another_policy_made():
    draft = PayLink("in_1", "", None, way=Way.INVOICE, draft=True)
    assert next_step([draft], BILL) == CloseLink("in_1", Way.INVOICE)
    gone = SeenLink("in_1", "", active=False, paid=False, mark="m", way=Way.INVOICE)
    assert not closed([draft], gone)[0].draft
    assert next_step([PayLink("plink_1", "url", A)], BILL) == CloseLink("plink_1", Way.LINK)


def test_a_draft_is_known_again_by_what_it_asks_for():
    seen = SeenLink("in_1", "", active=True, paid=False, mark="m", ask_print=BILL.print, way=Way.INVOICE, draft=True)
    assert found_again((), [seen], BILL) == (PayLink("in_1", "", BILL, way=Way.INVOICE, draft=True),)
