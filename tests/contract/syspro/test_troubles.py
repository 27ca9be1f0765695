"""Trouble on purpose: each fault ends as the ports promise, and what it left in SYSPRO is found afterwards."""

from dataclasses import replace

import pytest

from agent.domain.errors import InDoubt, Misconfigured, NeedsPerson, Transient, Unavailable
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document

ORDER = document(bodies.order())
RECEIPT = document(bodies.receipt())


def found_after(site, posting):
    with site.target().session() as session:
        return len(session.find([posting])[posting.id])


@pytest.mark.parametrize(
    ("fault", "left_behind"),
    [
        ("reset_before", 0),
        ("reset_after_commit", 1),
        ("html_page", 0),
        ("html_after_commit", 1),
        ("odd_text", 0),
        ("truncated", 1),
    ],
)
@pytest.mark.parametrize("posting", [ORDER, RECEIPT], ids=["order", "receipt"])
def test_answer_that_cannot_be_trusted_is_in_doubt_and_the_look_up_knows(site, fault, left_behind, posting):
    site.trouble(fault, path="Transaction/Post")
    with site.target().session() as session, pytest.raises(InDoubt) as caught:
        session.post(posting)
    assert "is not known" in caught.value.problem.message
    assert caught.value.problem.message.startswith("Order for Ada Lovelace")
    assert "<CustomerPo" in caught.value.exchange.request or "<Reference>" in caught.value.exchange.request
    assert found_after(site, posting) == left_behind
    assert site.seats_taken() == 0


@pytest.mark.parametrize(("fault", "left_behind"), [("stall_before", 0), ("stall", 1)])
def test_answer_that_comes_too_late_is_in_doubt(site, fault, left_behind):
    site.trouble(fault, path="Transaction/Post", seconds=30)
    with site.target(syspro__timeout_s="1").session() as session, pytest.raises(InDoubt) as caught:
        session.post(ORDER)
    assert caught.value.problem.code == "syspro.no_answer"
    if left_behind:
        assert found_after(site, ORDER) == 1


@pytest.mark.parametrize("fault", ["reset_before", "stall_before", "html_page", "odd_text", "truncated"])
def test_search_without_a_readable_answer_says_nothing_about_any_document(site, fault):
    site.trouble(fault, path="Query/Query", seconds=30)
    with site.target(syspro__timeout_s="1").session() as session, pytest.raises(Transient):
        session.find([ORDER])


@pytest.mark.parametrize("fault", ["json_quoted", "string_wrapped", "bad_charset"])
def test_wrapped_or_scratched_answer_is_read_all_the_same(site, fault):
    for path in ("Transaction/Post", "Query/Query"):
        site.trouble(fault, times=None, path=path)
    with site.target().session() as session:
        accepted = session.post(ORDER)
        assert session.find([ORDER])[1][0].key == accepted.erp_key


@pytest.mark.parametrize("wrapping", ["json", "string"])
def test_wrapped_token_is_unwrapped(make_site, wrapping):
    site = make_site(token_wrapping=wrapping)
    with site.target().session() as session:
        assert session.find([ORDER]) == {1: ()}


def test_order_number_that_a_clean_import_hides_is_looked_up_at_once(site):
    site.trouble("no_order_number")
    with site.target().session() as session:
        accepted = session.post(ORDER)
    assert [row.text("SalesOrder") for row in site.rows("SorMaster", "CustomerPoNumber = ?", "ch_order_1")] == [
        accepted.erp_key
    ]


def test_order_without_a_number_that_cannot_be_looked_up_is_in_doubt(site):
    site.trouble("no_order_number")
    site.trouble("reset_before", path="Query/Query")
    with site.target().session() as session, pytest.raises(InDoubt) as caught:
        session.post(ORDER)
    assert caught.value.problem.code == "syspro.not_found"


# ---------------------------------------------------------------- evictions


def test_posting_on_an_ended_session_is_in_doubt_and_never_sent_again(site):
    site.trouble("evict", path="Transaction/Post")
    with site.target().session() as session:
        with pytest.raises(InDoubt) as caught:
            session.post(ORDER)
        assert caught.value.problem.code == "syspro.evicted"
        assert session.find([ORDER]) == {1: ()}
        assert "ended by somebody" in session.remarks[0].text
    assert site.seats_taken() == 0


def test_read_on_an_ended_session_is_made_once_more_after_a_new_logon(site):
    site.trouble("evict", path="Query/Query")
    with site.target().session() as session:
        assert session.find([ORDER]) == {1: ()}
        assert "ended by somebody" in session.remarks[0].text


def test_session_that_is_ended_again_and_again_gives_up(site):
    with site.target().session() as session:
        site.trouble("evict", path="Query/Query", times=2)
        with pytest.raises(Transient):
            session.find([ORDER])
        site.trouble("evict", path="Transaction/Post")
        with pytest.raises(InDoubt):
            session.post(ORDER)
        with pytest.raises(Unavailable) as caught:
            session.post(ORDER)
    assert caught.value.problem.code == "syspro.evicted"


def test_logoff_that_goes_wrong_is_remarked_and_hides_nothing(site):
    site.trouble("evict", path="Logoff")
    with pytest.raises(NeedsPerson), site.target().session() as session:  # noqa: PT012 - the remark is on the session
        kept = session
        session.post(document(bodies.order(customer="999")))
    assert "BaseDir8" in kept.remarks[0].text


def test_logoff_that_is_not_answered_is_remarked(site):
    site.trouble("reset_before", path="Logoff")
    with site.target().session() as session:
        pass
    assert "did not succeed" in session.remarks[0].text


# ---------------------------------------------------------------- logon, licence, refusals


def test_damaged_token_is_no_session_and_is_told_to_nobody(site):
    site.trouble("bad_charset", path="Logon")
    with pytest.raises(Transient) as caught, site.target().session():
        pass
    assert caught.value.problem.code == "syspro.odd_answer"
    (token,) = site.sandbox.service.sessions._open
    assert token not in str(caught.value)


def test_full_seats_mean_try_again(site):
    site.trouble("seats_full")
    with pytest.raises(Unavailable) as caught, site.target().session():
        pass
    assert "words made up" in caught.value.problem.message


def test_refusal_that_the_site_knows_means_a_wrong_setting(site):
    with pytest.raises(Misconfigured), site.target(syspro__operator="ADMIN").session():
        pass
    target = site.target(syspro__operator="NOBODY", syspro__logon_refused_texts="ERROR: Operator not found")
    with pytest.raises(Misconfigured), target.session():
        pass


def test_unlicensed_object_waits_for_its_licence(site):
    site.trouble("unlicensed", object="ARSTPY")
    with site.target().session() as session, pytest.raises(Unavailable) as caught:
        session.post(RECEIPT)
    assert caught.value.problem.code == "syspro.not_licensed"
    assert "ARSTPY" in caught.value.problem.message


def test_refused_line_names_money_field_value_and_what_to_press(site):
    order = bodies.order()
    lines = (replace(order.lines[0], stock_code="1004"),)
    with site.target().session() as session, pytest.raises(NeedsPerson) as caught:
        session.post(document(replace(order, lines=lines)))
    problem = caught.value.problem
    assert problem.code == "syspro.refused.240004"
    assert problem.message == (
        "Order for Ada Lovelace, 120.00 USD: SYSPRO refused StockCode '1004': Stock code '1004' not found (240004)."
    )
    assert "press Retry" in problem.press
    assert "ErrorNumber" in caught.value.exchange.reply
    assert found_after(site, ORDER) == 0


def test_second_order_with_the_same_reference_is_refused_by_syspro_itself(site):
    with site.target().session() as session:
        session.post(ORDER)
        with pytest.raises(NeedsPerson, match="CustomerPoNumber"):
            session.post(ORDER)


def test_closed_period_parks_until_the_site_says_that_it_means_wait(make_site):
    site = make_site(closed_periods=("C",))
    with site.target().session() as session, pytest.raises(NeedsPerson) as caught:
        session.post(RECEIPT)
    number = caught.value.problem.code.rpartition(".")[2]
    with site.target(syspro__not_now_numbers=number).session() as session, pytest.raises(Unavailable):
        session.post(RECEIPT)


def test_value_that_does_not_fit_never_leaves(site):
    with site.target().session() as session, pytest.raises(NeedsPerson) as caught:
        session.post(document(bodies.customer(reference="too long for it")))
    assert caught.value.problem.code == "syspro.does_not_fit"


# ---------------------------------------------------------------- size


def test_large_order_goes_as_a_large_document(site):
    lines = bodies.order().lines * 20
    with site.target().session() as session:
        accepted = session.post(document(bodies.order(lines=lines)))
    assert len(site.rows("SorDetail", "SalesOrder = ?", accepted.erp_key)) == 100


@pytest.mark.parametrize(("options", "mode"), [({"post_large_available": False}, "auto"), ({}, "get")])
def test_large_order_that_the_service_cannot_take_is_never_split(make_site, options, mode):
    site = make_site(**options)
    lines = bodies.order().lines * 20
    with site.target(syspro__post_mode=mode).session() as session, pytest.raises(NeedsPerson) as caught:
        session.post(document(bodies.order(lines=lines)))
    assert caught.value.problem.code == "syspro.too_large"
    assert found_after(site, ORDER) == 0


def test_address_beyond_the_limit_of_windows_is_refused_before_anything_is_done(site):
    lines = bodies.order().lines * 20
    target = site.target(syspro__post_mode="get", syspro__url_limit="65536")
    with target.session() as session, pytest.raises(NeedsPerson) as caught:
        session.post(document(bodies.order(lines=lines)))
    assert caught.value.problem.code == "syspro.too_large"


def test_every_document_can_go_as_a_large_one(site):
    with site.target(syspro__post_mode="postld").session() as session:
        assert session.post(ORDER).erp_key
