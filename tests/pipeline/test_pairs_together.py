"""Several pairs in one process: both post, neither disturbs the other, and no money is taken twice."""

import json

import pytest

from agent.bootstrap import open_home
from agent.domain.errors import Misconfigured
from agent.domain.status import Overall
from agent.pairs import DATABASE, MAIN, remove_pair
from agent.store import Store
from agent.together import Together
from tests.pipeline.pairs_world import PATIENCE_S, TAILS, installation


@pytest.fixture
def site(tmp_path):
    with installation(tmp_path) as made:
        yield made


def test_two_pairs_post_at_once_and_the_books_of_each_agree(site):
    site.trade(0, 8, seed=1)
    site.trade(1, 8, seed=2)
    site.set_up(MAIN, stripe=0, company="A")
    site.set_up("west", stripe=1, company="B")
    with site.running():
        site.until(lambda: site.quiet(MAIN) and site.quiet("west"))
        for name, company in ((MAIN, "A"), ("west", "B")):
            rows = site.prove(name)
            assert rows
            assert all(row.holds and row.company == company for row in rows), rows
            assert all(row.difference_minor == row.clearing_difference_minor == 0 for row in rows), rows
    assert site.service.sessions.evictions == 0
    assert len(site.service.sessions) == 0


def test_two_stripe_accounts_post_into_one_company_and_each_proves_its_own(tmp_path):
    with installation(tmp_path, companies=("A",)) as site:
        site.trade(0, 6, seed=1)
        site.trade(1, 6, seed=2)
        site.set_up(MAIN, stripe=0, company="A")
        # The demo company's own banks stand in for clearing banks of a second account.
        banks = {"usd": "FIRST-USD", "eur": "RHEIN-EUR", "jpy": "MINATO-JPY"}
        codes = {currency: site.ledger_code(bank) for currency, bank in banks.items()}
        tables = {"receipts__bank": json.dumps(banks), "receipts__ledger_code": json.dumps(codes)}
        site.set_up("west", stripe=1, company="A", **tables)
        with site.running():
            site.until(lambda: site.quiet(MAIN) and site.quiet("west"))
            for name in (MAIN, "west"):
                rows = site.prove(name)
                assert rows
                assert all(row.difference_minor == row.clearing_difference_minor == 0 for row in rows), rows
        assert site.service.sessions.evictions == 0


def test_a_pair_that_cannot_work_stops_no_other(site, log_watch):
    log_watch.expect("job stopped early")
    site.trade(0, 3, seed=1)
    site.set_up(MAIN, stripe=0, company="A")
    site.set_up("west", stripe=1, company="B")
    with site.opened("west") as home:
        home.store.lease.hold("theirs", "elsewhere", "B", now=1, ttl_s=60)
    told = []
    with site.running(tell=lambda name, problem: told.append((name, problem.code)), again_s=0.5):
        site.until(lambda: site.quiet(MAIN) and site.problem("west") == "lease.other_machine" and told)
    assert site.posted("west") == 0
    assert told == [("west", "lease.other_machine")]


def test_the_same_stripe_account_is_refused_for_the_later_pair(tmp_path):
    with installation(tmp_path, tails=TAILS[:1]) as site:
        site.trade(0, 3, seed=1)
        site.set_up(MAIN, stripe=0, company="A")
        with site.running():
            site.until(lambda: site.quiet(MAIN))
            site.set_up("west", stripe=0, company="B")
            site.until(lambda: site.problem("west"))
            assert site.problem("west") == "pair.same_account"
        # Also the other way round at the next start: who had the account first keeps it.
        with site.running():
            site.until(lambda: site.problem("west"))
            assert site.problem(MAIN) == ""
        assert site.posted("west") == 0


def test_a_pair_that_is_added_while_the_engine_runs_is_taken_in(site):
    site.trade(1, 3, seed=2)
    site.set_up(MAIN, stripe=0, company="A")
    with site.running():
        site.until(lambda: site.status(MAIN).machine)
        site.set_up("west", stripe=1, company="B")
        site.until(lambda: site.quiet("west"))


def test_a_stop_ends_the_engines_of_all_pairs(site):
    site.set_up(MAIN, stripe=0, company="A")
    site.set_up("west", stripe=1, company="B")
    with site.running():
        site.until(lambda: site.status(MAIN).engine and site.status("west").engine)
    for name in (MAIN, "west"):
        with site.opened(name) as home:
            assert home.store.lease.read().released


def test_a_pair_is_removed_while_the_others_go_on(site):
    site.set_up(MAIN, stripe=0, company="A")
    pair = site.set_up("west", stripe=1, company="B")
    with site.running():
        site.until(lambda: site.status(MAIN).engine and site.status("west").engine)
        removed = remove_pair(pair, site.clock, wait_s=PATIENCE_S)
        with Store.open(removed / DATABASE) as store:
            assert store.lease.read().released
        assert site.status(MAIN).verdict.overall is not Overall.STOPPED
    assert not pair.path.exists()


def test_a_second_process_for_the_installation_does_not_start(site):
    site.set_up(MAIN, stripe=0, company="A")
    with site.running():
        site.until(lambda: site.status(MAIN).engine)
        with pytest.raises(Misconfigured, match="An engine is running already"):
            Together(site.root, open_home, site.clock).run()
