"""What SYSPRO's rates leave of a dispute or refund that settles in a foreign currency is named, and ends by a journal."""

import json
from decimal import Decimal

import pytest
from click.testing import CliRunner

from agent.bootstrap import real_world
from agent.cli import main
from agent.cli.exits import ExitCode
from agent.cli.surroundings import Surroundings
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe.refunds import RefundOrder
from tests.pipeline.company import DAY_S, NOW_AT, Company

DISPUTES, REFUNDS, FX = "1410-000", "1370-000", "7100-000"


@pytest.fixture
def open_company(tmp_path):
    opened = []

    def make(**settings):
        opened.append(Company(tmp_path, **settings))
        return opened[-1]

    yield make
    for company in opened:
        company.close()


def rate_moves(company, times="1.1"):
    with company.syspro.locked():
        company.syspro.books.connection.execute(
            "UPDATE TblCurrency SET BuyExchangeRate = BuyExchangeRate * :times, SellExchangeRate = SellExchangeRate * "
            ":times WHERE trim(Currency) = 'EUR'",
            {"times": float(times)},
        )


def sold(company, amount=10_000):
    charge = company.sale(amount, "eur", at=NOW_AT - 9 * DAY_S)
    company.run("sweep")
    company.run_all()
    return charge


def disputed(company, *, won, moves="before"):
    """Dispute a sale to its end; the rate moves before, or after, its money is taken, or never."""
    charge = sold(company)
    if moves == "before":
        rate_moves(company)
    dispute = company.stripe.trading.dispute(charge)["id"]
    company.run_all(4, after_s=DAY_S)
    company.clock.advance(10 * DAY_S)
    if moves == "after":
        rate_moves(company)
    company.stripe.trading.close_dispute(dispute, won=won)
    company.run_all(8, after_s=DAY_S)
    return dispute


def refunded(company, amount=4_000, *, invoiced=False):
    charge = sold(company)
    if invoiced:
        company.ship()
        company.run("allocate")
        company.run_all()
    rate_moves(company)
    refund = company.stripe.trading.refund(RefundOrder(charge, amount), at=company.clock.now())["id"]
    company.run("sweep")
    company.run_all(after_s=60)
    company.run_all()
    return refund


def local(company, code):
    return sum((row.number("EntryValue") for row in company.rows("GenJournalDetail", "GlCode = ?", code)), Decimal(0))


def named(company):
    company.run("reconcile")
    return [row for row in company.store.reports.discrepancies() if row.area == "exchange"]


def adjusted(company, row, code=FX):
    """Do what the discrepancy says; return what the engine answers."""
    number = int(row.message.partition("adjust ")[2].split()[0])
    return company.ask("adjust", number=number, ledger_code=code, reason="exchange difference")[0]


def approved(company):
    [held] = company.documents(state=State.HELD)
    company.ask("approve", number=held.id)
    company.run_all()
    return held


@pytest.mark.parametrize(("won", "moves", "left"), [(True, "after", "-10.85"), (False, "before", "10.85")])
def test_what_a_dispute_leaves_is_named_and_a_journal_takes_it_to_the_exchange_differences(
    open_company, won, moves, left
):
    company = open_company()
    dispute = disputed(company, won=won, moves=moves)
    [row] = named(company)
    assert local(company, DISPUTES) == Decimal(left)
    assert f"Ledger code {DISPUTES} has {left} USD left of {dispute}" in row.message
    assert f"--to {FX}" in row.message
    before = local(company, FX)
    answer = adjusted(company, row)
    assert answer.ok, answer.result
    assert local(company, DISPUTES) == Decimal(left)
    approved(company)
    assert local(company, DISPUTES) == 0
    assert local(company, FX) == before + Decimal(left)
    assert named(company) == []
    assert company.documents(state=State.HELD) == []
    assert all(one.holds for one in company.proof())
    assert company.store.reports.discrepancies() == []


@pytest.mark.parametrize("money", ["journal", "cashbook"])
def test_what_a_refund_leaves_is_named_and_ends_by_a_journal(open_company, money):
    company = open_company(refunds__money=money)
    refund = refunded(company)
    [row] = named(company)
    assert local(company, REFUNDS) == Decimal("4.34")
    assert f"{REFUNDS} has 4.34 USD left of {refund}" in row.message
    assert adjusted(company, row).ok
    approved(company)
    assert (local(company, REFUNDS), local(company, FX)) == (0, Decimal("4.34"))
    assert named(company) == []


@pytest.mark.parametrize("money", ["journal", "cashbook"])
def test_a_credit_note_has_the_rate_of_its_refund_and_leaves_nothing(open_company, money):
    company = open_company(refunds__money=money)
    refunded(company, invoiced=True)
    assert local(company, REFUNDS) == 0
    assert named(company) == []


def test_a_refund_out_of_receivables_leaves_nothing_to_name(open_company):
    company = open_company(refunds__money="receipt")
    refunded(company)
    assert named(company) == []
    assert local(company, FX) == Decimal("4.34")


def test_a_dispute_that_is_open_is_not_over_whatever_the_rate_does(open_company):
    company = open_company()
    charge = sold(company)
    company.stripe.trading.dispute(charge)
    company.run_all(4, after_s=DAY_S)
    rate_moves(company)
    assert local(company, DISPUTES) != 0
    assert named(company) == []


def test_a_dispute_at_one_rate_leaves_nothing(open_company):
    company = open_company()
    disputed(company, won=True, moves="never")
    assert named(company) == []


def test_a_journal_over_what_is_left_is_not_made_twice(open_company):
    company = open_company()
    disputed(company, won=True, moves="after")
    [row] = named(company)
    assert adjusted(company, row).ok
    withdrawn, reinstated = (one for one in company.documents(kind=Kind.JOURNAL, state=State.POSTED))
    for number in (withdrawn.id, reinstated.id):
        answer = company.ask("adjust", number=number, ledger_code=FX, reason="typed twice")[0]
        assert not answer.ok
    [held] = company.documents(state=State.HELD)
    [row] = named(company)
    assert f"`syspro-stripe approve {held.id}`" in row.message
    company.ask("ignore", what=str(held.id), reason="not yet")
    [row] = named(company)
    assert adjusted(company, row).ok


def test_the_command_line_says_what_is_left_and_ends_with_1(open_company):
    company = open_company()
    dispute = disputed(company, won=True, moves="after")
    company.stop()
    typed = ["reconcile", "--home", str(company.home.path)]
    result = CliRunner().invoke(main, typed, obj=Surroundings(company.keyring, company.clock, real_world))
    assert result.exit_code == ExitCode.NEEDS_PERSON, result.output
    assert f"EXCHANGE RATE Ledger code {DISPUTES} has -10.85 USD left of {dispute}" in " ".join(result.stdout.split())


@pytest.mark.parametrize(("won", "moves"), [(True, "after"), (False, "before")])
def test_a_journal_over_what_is_left_changes_nothing_of_what_is_decided_of_the_dispute(open_company, won, moves):
    company = open_company()
    dispute = disputed(company, won=won, moves=moves)
    [row] = named(company)
    assert adjusted(company, row).ok
    approved(company)
    before = [(one.id, one.state) for one in company.documents()]
    company.ask("retry", what=dispute)
    company.run_all()
    assert [(one.id, one.state) for one in company.documents()] == before
    assert company.decision(dispute).outcome == Outcome.DOCUMENTS
    assert named(company) == []
    assert company.store.reports.discrepancies() == []


def test_nothing_left_is_nothing_to_adjust(open_company):
    company = open_company()
    disputed(company, won=True, moves="never")
    [withdrawn, _] = company.documents(kind=Kind.JOURNAL)
    answer = company.ask("adjust", number=withdrawn.id, ledger_code=FX, reason="why not")[0]
    assert not answer.ok
    assert "nothing is to adjust" in answer.result


def test_a_company_whose_currency_is_not_mapped_is_told_so(open_company):
    company = open_company()
    disputed(company, won=True, moves="after")
    table = json.loads(company.home.values().texts["currencies.to_syspro"])
    company.set("currencies.to_syspro", json.dumps({name: code for name, code in table.items() if name != "usd"}))
    [row] = named(company)
    answer = adjusted(company, row)
    assert not answer.ok
    assert "currencies.to_syspro" in answer.result


BY_ITSELF = {"reconcile__exchange": "by_itself"}


@pytest.mark.parametrize(("won", "moves", "left"), [(True, "after", "-10.85"), (False, "before", "10.85")])
def test_where_the_site_wants_it_the_difference_goes_to_its_account_by_itself(open_company, won, moves, left):
    company = open_company(**BY_ITSELF)
    disputed(company, won=won, moves=moves)
    before = local(company, FX)
    [row] = named(company)
    [journal] = company.documents(state=State.PENDING)
    assert (journal.kind, journal.purpose) == (Kind.JOURNAL, "exchange#2")
    assert f"Document {journal.id} takes it off" in row.message
    assert named(company) != []
    company.run_all()
    assert (local(company, DISPUTES), local(company, FX)) == (0, before + Decimal(left))
    assert named(company) == []
    assert {row.state for row in company.documents()} == {State.POSTED}
    assert all(one.holds for one in company.proof())
    company.run("reconcile")
    assert len([row for row in company.documents() if row.purpose.startswith("exchange")]) == 1


def test_a_refund_is_levelled_by_itself_as_well(open_company):
    company = open_company(refunds__money="journal", **BY_ITSELF)
    refunded(company)
    named(company)
    company.run_all()
    assert (local(company, REFUNDS), local(company, FX), named(company)) == (0, Decimal("4.34"), [])


def test_without_an_account_of_exchange_differences_or_a_currency_it_is_left_to_a_person(open_company):
    company = open_company(**BY_ITSELF)
    disputed(company, won=True, moves="after")
    texts = company.home.values().texts
    for name, gone in (("accounts.ledger", "fx"), ("currencies.to_syspro", "usd")):
        table = json.loads(texts[name])
        company.set(name, json.dumps({key: code for key, code in table.items() if key != gone}))
        [row] = named(company)
        assert "adjust" in row.message
        assert company.documents(state=State.PENDING) == []
        company.set(name, texts[name])


def test_a_journal_that_the_ledger_does_not_show_is_not_made_a_second_time(open_company):
    company = open_company(**BY_ITSELF)
    disputed(company, won=True, moves="after")
    named(company)
    company.run_all()
    with company.syspro.locked():
        company.syspro.books.connection.execute("DELETE FROM GenJournalDetail WHERE trim(Reference) LIKE '%.E2'")
    [row] = named(company)
    assert "the ledger does not show" in row.message
    assert company.documents(state=State.PENDING) == []


def paid_out(company):
    """Pay out what there is in euros, and let the agent work until all of it is posted."""
    for payout in company.stripe.account.run_payouts(currencies=["eur"]):
        company.stripe.account.complete_reconciliation(payout["id"])
    for _ in range(3):
        company.run("sweep")
        company.run_all(3, after_s=60)


def disputed_in_summaries(company, amounts=(10_000, 5_000)):
    """Dispute sales whose money summary journals take and give back, at a rate that moves in between; return ids."""
    charges = [company.sale(amount, "eur", at=NOW_AT - 9 * DAY_S) for amount in amounts]
    company.sale(90_000, "eur", at=NOW_AT - 9 * DAY_S)
    company.run("sweep")
    company.run_all()
    found = [company.stripe.trading.dispute(charge)["id"] for charge in charges]
    company.clock.advance(3 * DAY_S)
    paid_out(company)
    rate_moves(company)
    for dispute in found:
        company.stripe.trading.close_dispute(dispute, won=True)
    company.clock.advance(10 * DAY_S)
    paid_out(company)
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    return found


def test_what_summary_journals_leave_is_told_apart_by_dispute_and_each_ends_by_its_own_journal(open_company):
    company = open_company(posting__mode="summary")
    first, second = sorted(disputed_in_summaries(company))
    both = local(company, DISPUTES)
    assert both == Decimal("-16.27")
    rows = named(company)
    assert sorted(row.message.partition(" left of ")[2].partition(",")[0] for row in rows) == [first, second]
    assert {row.message.partition(" has ")[2].partition(" USD")[0] for row in rows} == {"-10.85", "-5.42"}
    for _ in rows:
        open_row = next(row for row in named(company) if "adjust" in row.message)
        assert adjusted(company, open_row).ok
    for held in company.documents(state=State.HELD):
        company.ask("approve", number=held.id)
    company.run_all()
    assert (local(company, DISPUTES), local(company, FX)) == (0, both)
    assert named(company) == []
    assert company.store.reports.discrepancies() == []


def test_what_summary_journals_leave_goes_to_its_account_by_itself_where_the_site_wants_it(open_company):
    company = open_company(posting__mode="summary", **BY_ITSELF)
    disputed_in_summaries(company)
    named(company)
    company.run_all()
    assert (local(company, DISPUTES), local(company, FX)) == (0, Decimal("-16.27"))
    assert named(company) == []


def test_a_dispute_that_a_summary_has_taken_and_that_is_open_is_not_over(open_company):
    company = open_company(posting__mode="summary")
    charge = company.sale(10_000, "eur", at=NOW_AT - 9 * DAY_S)
    company.sale(90_000, "eur", at=NOW_AT - 9 * DAY_S)
    company.stripe.trading.dispute(charge)
    company.clock.advance(3 * DAY_S)
    paid_out(company)
    rate_moves(company)
    assert local(company, DISPUTES) != 0
    assert named(company) == []
