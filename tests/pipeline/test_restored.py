"""A backup of our own database is put back: what SYSPRO has already is adopted, and nothing else is made beside it."""

import shutil
import sqlite3

import pytest

from agent.domain.documents import State
from agent.sendings import SENT, files_of
from connectors.sandbox.stripe.refunds import RefundOrder
from tests.pipeline.company import DAY_S, Company

TABLES = ("ArInvoice", "ArInvoicePay", "SorMaster", "GenJournalDetail")


@pytest.fixture
def company(tmp_path):
    made = Company(tmp_path)
    yield made
    made.close()


def copy_of(company):
    """A copy of our database as it is now."""
    backup = sqlite3.connect(":memory:")
    company.store._connections.current().conn.backup(backup)
    return backup


def rows(company):
    return {table: len(company.rows(table)) for table in TABLES}


def restored(company, backup):
    backup.backup(company.store._connections.current().conn)
    backup.close()
    company.start()
    company.run_all(after_s=60)


def kinds(company):
    made = [row for row in company.documents() if row.stripe_id.startswith("re_")]
    assert {row.state for row in made} == {State.POSTED}
    return [row.kind.value for row in made]


@pytest.mark.parametrize("money", ["receipt", "journal"])
@pytest.mark.parametrize(("amount", "shipped"), [(None, False), (300, False), (300, True)])
def test_a_refund_of_before_the_invoice_is_adopted_as_it_was_posted(company, amount, shipped, money):
    company.set("refunds.money", money)
    charge = company.sale(1000, "usd")
    company.run_all()
    backup = copy_of(company)
    company.stripe.trading.refund(RefundOrder(charge, amount), at=company.clock.now())
    company.run_all()
    posted = kinds(company)
    if shipped:
        company.ship()
        company.run_all()
    before = rows(company)
    restored(company, backup)
    assert kinds(company) == posted
    assert rows(company) == before
    assert {row.difference_minor or row.clearing_difference_minor for row in company.proof()} == {0}
    assert {row.area for row in company.store.reports.discrepancies()} == {"restored"}


# ---------------------------------------------------------------- cash book entries, which cannot be searched

CASH = {"payouts__route": "cashbook", "cash_book__in_ledger": "no"}


@pytest.fixture
def unseen(tmp_path):
    """A company whose cash book the ledger does not show entry by entry."""
    made = Company(tmp_path, **CASH)
    yield made
    made.close()


def pay_out(company):
    """A sale whose money is paid out; return how many cash book entries SYSPRO has then."""
    company.sale(5000, "usd", at=company.clock.now() - 8 * DAY_S)
    (payout,) = company.stripe.account.run_payouts(currencies=["usd"])
    company.stripe.account.complete_reconciliation(payout["id"])
    company.run_all()
    company.run("sweep")
    company.run_all()
    return hide(company)


def hide(company):
    """Take our references off the cash book's rows in the ledger, and count its entries."""
    rows = company.rows("GenJournalDetail", "Source = 'CS'")
    with company.syspro.locked():
        for row in rows:
            key = tuple(row.whole(name) for name in ("GlYear", "GlPeriod", "Journal", "EntryNumber"))
            company.syspro.books.update("GenJournalDetail", key, {"Reference": "SUMMARY"})
    return len({row.whole("Journal") for row in rows})


def cash_entries(company):
    return [row for row in company.documents() if row.kind.value == "cash_entry"]


def put_back(company, backup):
    backup.backup(company.store._connections.current().conn)
    backup.close()
    company.start()
    company.run_all(after_s=60)
    company.run("sweep")
    company.run_all()


def test_a_cash_book_entry_that_a_restored_database_does_not_know_waits_for_a_person(unseen):
    backup = copy_of(unseen)
    assert pay_out(unseen) == 2
    put_back(unseen, backup)
    first, second = cash_entries(unseen)
    assert (first.state, first.reason_code, second.state) == (State.IN_DOUBT, "restored", State.PENDING)
    assert "put back from a backup" in first.reason
    assert "bank STRIPE-USD" in first.reason
    assert f"`syspro-stripe resolve {first.id} --absent`" in first.reason
    assert hide(unseen) == 2


def test_what_a_person_found_in_the_cash_book_is_posted_and_what_is_absent_goes_out_once(unseen):
    backup = copy_of(unseen)
    pay_out(unseen)
    put_back(unseen, backup)
    first, _ = cash_entries(unseen)
    unseen.ask("resolve", number=first.id, erp_key="2026/12/302")
    unseen.run_all()
    first, second = cash_entries(unseen)
    assert (first.state, second.state, second.reason_code) == (State.POSTED, State.IN_DOUBT, "restored")
    unseen.ask("resolve", number=second.id, erp_key="")
    unseen.run_all()
    assert [row.state for row in cash_entries(unseen)] == [State.POSTED, State.POSTED]
    assert hide(unseen) == 3


def test_after_a_restore_new_money_goes_out_by_itself(unseen):
    backup = copy_of(unseen)
    pay_out(unseen)
    put_back(unseen, backup)
    unseen.clock.advance(9 * DAY_S)
    pay_out(unseen)
    asked = {row.stripe_id for row in cash_entries(unseen) if row.state is State.IN_DOUBT}
    sent = {row.stripe_id for row in cash_entries(unseen) if row.state is State.POSTED}
    assert (len(asked), len(sent)) == (1, 1)


def test_an_engine_that_starts_again_on_its_own_database_asks_nobody(unseen):
    pay_out(unseen)
    unseen.start()
    unseen.clock.advance(9 * DAY_S)
    pay_out(unseen)
    assert {row.state for row in cash_entries(unseen)} == {State.POSTED}
    assert len(cash_entries(unseen)) == 4


def test_a_whole_folder_that_is_put_back_is_noticed_as_well(unseen, tmp_path):
    pay_out(unseen)
    backup = copy_of(unseen)
    shutil.copy(unseen.home.path / SENT, tmp_path / "kept")
    unseen.clock.advance(9 * DAY_S)
    pay_out(unseen)
    shutil.copy(tmp_path / "kept", unseen.home.path / SENT)
    put_back(unseen, backup)
    assert {row.reason_code for row in cash_entries(unseen) if row.state is State.IN_DOUBT} == {"restored"}
    assert hide(unseen) == 4


def test_a_database_that_comes_without_its_files_is_taken_for_an_old_one(unseen):
    pay_out(unseen)
    for path in files_of(unseen.home.path):
        path.unlink()
    unseen.start()
    unseen.sale(5000, "usd", at=unseen.clock.now() - 8 * DAY_S)
    (payout,) = unseen.stripe.account.run_payouts(currencies=["usd"])
    unseen.stripe.account.complete_reconciliation(payout["id"])
    unseen.run_all(after_s=120)
    unseen.run("sweep")
    unseen.run_all()
    assert "restored" in {row.reason_code for row in cash_entries(unseen)}


# ---------------------------------------------------------------- a whole machine is put back, its files with it


def machine(company):
    """Our database and the files that tell of it, as a snapshot of the whole machine has them."""
    files = [(path, path.read_bytes() if path.exists() else None) for path in files_of(company.home.path)]
    return copy_of(company), files


def put_machine_back(company, snapshot):
    backup, files = snapshot
    for path, content in files:
        path.unlink(missing_ok=True) if content is None else path.write_bytes(content)
    backup.backup(company.store._connections.current().conn)
    backup.close()
    company.start()


def told(company):
    return [row.message for row in company.store.reports.discrepancies() if row.area == "restored"]


def test_a_machine_that_was_put_back_is_noticed_by_what_syspro_has_before_any_entry_goes_out_again(unseen):
    unseen.set("syspro.batch", "1")
    unseen.sale(5000, "usd", at=unseen.clock.now() - 8 * DAY_S)
    unseen.run_all(20)
    snapshot = machine(unseen)
    (payout,) = unseen.stripe.account.run_payouts(currencies=["usd"])
    unseen.stripe.account.complete_reconciliation(payout["id"])
    unseen.run("sweep")
    unseen.run_all(20)
    unseen.sale(700, "usd", at=unseen.clock.now())
    unseen.run_all(20)
    assert hide(unseen) == 2
    put_machine_back(unseen, snapshot)
    unseen.run("sweep")
    unseen.run_all(20, after_s=60)
    first, second = cash_entries(unseen)
    assert (first.state, first.reason_code, second.state) == (State.IN_DOUBT, "restored", State.PENDING)
    assert hide(unseen) == 2
    (message,) = told(unseen)
    assert "older than what was sent from it: SYSPRO has ch_" in message
    assert "which it has never sent" in message


def test_what_syspro_was_found_to_have_in_the_same_batch_is_a_sign_as_well(unseen):
    backup = machine(unseen)
    pay_out(unseen)
    put_machine_back(unseen, backup)
    unseen.run_all(after_s=60)
    unseen.run("sweep")
    unseen.run_all()
    assert {row.reason_code for row in cash_entries(unseen) if row.state is State.IN_DOUBT} == {"restored"}
    assert hide(unseen) == 2
    assert len(told(unseen)) == 1


def test_a_restore_is_told_even_where_all_of_it_can_be_searched_for(company):
    backup = copy_of(company)
    company.sale(1000, "usd")
    company.run_all()
    before = rows(company)
    restored(company, backup)
    assert rows(company) == before
    (message,) = told(company)
    assert "Make sure that no other engine posts for this Stripe account" in message
    company.sale(300, "usd")
    company.run_all()
    assert told(company) == [message]


def test_a_row_that_somebody_entered_under_our_reference_is_a_sign_once_and_no_more(unseen):
    pay_out(unseen)
    with unseen.syspro.locked():
        db = unseen.syspro.connection
        db.execute("UPDATE ArInvoicePay SET Reference = 'ch_entered_by_hand' WHERE trim(Reference) LIKE 'ch_%'")
        db.commit()
    for _ in range(2):
        unseen.start()
        unseen.clock.advance(9 * DAY_S)
        pay_out(unseen)
        for row in cash_entries(unseen):
            if row.state is State.IN_DOUBT:
                unseen.ask("resolve", number=row.id, erp_key="")
                unseen.run_all()
    assert len(told(unseen)) == 1
    assert {row.state for row in cash_entries(unseen)} == {State.POSTED}
