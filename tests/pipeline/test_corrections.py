"""What people edit or reverse in SYSPRO is noticed, and ends with a new document, never with an edit."""

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from agent.domain.reconcile import Standing
from connectors.sandbox.faults import FaultRule
from tests.pipeline.test_injected_errors import delete_receipt, found, only_item, receipt_row
from tests.pipeline.two_sandboxes import DAY_S, NOW_AT, TwoSandboxes


@pytest.fixture
def site(tmp_path):
    with TwoSandboxes(tmp_path) as site:
        site.store.settings.set("reconcile.days", "60", by="test", now=NOW_AT)
        site.trade(12, since_at=NOW_AT - 20 * DAY_S, until_at=NOW_AT)
        site.work()
        yield site


def gone(site):
    """A receipt that somebody deleted in SYSPRO: its item in the reconciliation."""
    _, reference = receipt_row(site, 1)
    delete_receipt(site, reference)
    site.books.connection.execute("DELETE FROM GenJournalDetail WHERE trim(Reference) = ?", (reference,))
    return only_item(found(site))


def said(site, number):
    site.carry_out()
    command = site.home.service().command(number)
    return command.ok, command.result


def proven(site):
    site.run("prove")
    return all(row.holds for row in site.proof())


def test_a_receipt_that_is_gone_is_posted_again_as_a_new_document(site):
    item = gone(site)
    assert not proven(site)
    ok, result = said(site, site.home.service().post_again(item.documents[0], "deleted by mistake"))
    assert ok, result
    assert f"{item.reference}.2" in result
    site.work()
    assert found(site).ok
    assert site.discrepancies() == {}
    assert proven(site)
    rows = site.home.service().documents(DocumentFilter(state=State.POSTED, kind=Kind.RECEIPT, text=item.stripe_id))
    assert [row.purpose for row in rows] == ["payment#2", "payment"]


def test_what_was_posted_again_and_is_gone_again_gets_the_next_number(site):
    item = gone(site)
    said(site, site.home.service().post_again(item.documents[0], "once"))
    site.work()
    second = f"{item.reference}.2"
    delete_receipt(site, second)
    site.books.connection.execute("DELETE FROM GenJournalDetail WHERE trim(Reference) = ?", (second,))
    number = max(only_item(found(site)).documents)
    ok, _ = said(site, site.home.service().post_again(number, "twice"))
    assert ok
    site.work()
    assert found(site).ok


def test_what_is_posted_again_already_is_not_posted_once_more(site):
    item = gone(site)
    service = site.home.service()
    assert said(site, service.post_again(item.documents[0], "deleted by mistake"))[0]
    ok, result = said(site, service.post_again(item.documents[0], "typed twice"))
    assert not ok
    assert "corrects it already" in result
    site.work()
    ok, result = said(site, service.post_again(item.documents[0], "typed once more"))
    assert not ok
    assert "corrects it already" in result
    site.work()
    assert found(site).ok


def test_a_correction_that_was_given_up_leaves_room_for_another(site):
    item = gone(site)
    service = site.home.service()
    code = site.home.values().table("accounts.ledger")["adjustment"]
    assert said(site, service.adjust(item.documents[0], code, "to be written off"))[0]
    held = next(iter(service.documents(DocumentFilter(state=State.HELD))))
    assert not said(site, service.adjust(item.documents[0], code, "typed twice"))[0]
    assert not said(site, service.post_again(item.documents[0], "rather this"))[0]
    assert said(site, service.ignore(str(held.id), "not written off"))[0]
    assert said(site, service.post_again(item.documents[0], "rather this"))[0]
    site.work()
    assert found(site).ok


def test_the_person_who_corrects_is_in_the_audit(site):
    item = gone(site)
    service = site.home.service()
    number = service.post_again(item.documents[0], "deleted by mistake")
    assert said(site, number)[0]
    [row] = [row for row in site.store.audit.list(limit=20) if row.subject.startswith("correction|")]
    assert row.actor == service.command(number).author


def test_what_syspro_has_is_not_posted_again(site):
    _, reference = receipt_row(site, 1)
    row = next(
        row for row in site.home.service().documents(DocumentFilter(kind=Kind.RECEIPT)) if row.stripe_id == reference
    )
    ok, result = said(site, site.home.service().post_again(row.id, "to be sure"))
    assert not ok
    assert "SYSPRO has document" in result


def test_a_wrong_value_is_adjusted_by_a_journal_that_a_person_approves(site):
    row, _ = receipt_row(site, 2)
    site.books.connection.execute("UPDATE ArInvoicePay SET PostValue = PostValue - 7 WHERE rowid = ?", (row,))
    item = only_item(found(site))
    code = site.home.values().table("accounts.ledger")["adjustment"]
    ok, result = said(site, site.home.service().adjust(item.documents[0], code, "typed wrongly"))
    assert ok, result
    made = next(iter(site.home.service().documents(DocumentFilter(state=State.HELD))))
    assert f"approve {made.id}" in result
    assert found(site).items == (item,)
    site.home.service().approve(made.id)
    site.carry_out()
    site.work()
    assert found(site).ok
    assert proven(site)


def test_nothing_is_adjusted_where_nothing_differs(site):
    row = next(iter(site.home.service().documents(DocumentFilter(kind=Kind.RECEIPT, state=State.POSTED))))
    ok, result = said(site, site.home.service().adjust(row.id, "9999", "why not"))
    assert not ok
    assert "nothing is to adjust" in result


def test_only_what_moves_money_and_was_posted_is_corrected(site):
    order = next(iter(site.home.service().documents(DocumentFilter(kind=Kind.SALES_ORDER, state=State.POSTED))))
    assert "moves no money" in said(site, site.home.service().post_again(order.id, "gone"))[1]
    row, _ = receipt_row(site, 2)
    site.books.connection.execute("UPDATE ArInvoicePay SET PostValue = PostValue - 7 WHERE rowid = ?", (row,))
    code = site.home.values().table("accounts.ledger")["adjustment"]
    said(site, site.home.service().adjust(only_item(found(site)).documents[0], code, "typed wrongly"))
    held = next(iter(site.home.service().documents(DocumentFilter(state=State.HELD))))
    assert "is held, not posted" in said(site, site.home.service().post_again(held.id, "again"))[1]


def test_a_syspro_that_is_not_there_refuses_the_correction_in_words(site):
    item = gone(site)
    number = site.home.service().post_again(item.documents[0], "deleted by mistake")
    site.syspro.faults.add(FaultRule("reset_before", {}))
    ok, result = said(site, number)
    assert not ok
    assert "nothing was done" in result
    assert item.standing is Standing.MISSING
