"""`reconcile` and `certificate` as a person types them: with both sandboxes, without and with a running engine."""

import json

import pytest
from click.testing import CliRunner

from agent.bootstrap import real_world
from agent.checks import reconcile_job
from agent.cli import main
from agent.cli.surroundings import Surroundings
from agent.domain.kinds import Kind
from agent.domain.marks import TO_RECONCILE
from agent.domain.readmodels import DocumentFilter
from agent.domain.reconciliation import Asked, Wish
from jobs.reconcile import ask
from tests.pipeline.two_sandboxes import DAY_S, NOW_AT, SandboxKeys, TwoSandboxes


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with TwoSandboxes(tmp_path_factory.mktemp("site")) as site:
        site.trade(20, since_at=NOW_AT - 30 * DAY_S, until_at=NOW_AT)
        site.work()
        yield site


def typed(site, *words, pause=None):
    surroundings = Surroundings(SandboxKeys(), site.clock, real_world, pause or nobody_waits)
    return CliRunner().invoke(main, [*words, "--home", str(site.home.path)], obj=surroundings)


def nobody_waits(_):
    raise AssertionError("The command line waits although no engine runs.")


def payout(site):
    rows = site.home.service().documents(DocumentFilter(kind=Kind.JOURNAL, limit=1000))
    return next(row.stripe_id for row in rows if row.purpose == "payout")


def changed_receipt(site):
    """Take a cent from one receipt in SYSPRO; return its row and reference."""
    db = site.books.connection
    row, reference = db.execute(
        "SELECT rowid, trim(Reference) FROM ArInvoicePay WHERE Reference LIKE 'ch_%'"
    ).fetchone()
    db.execute("UPDATE ArInvoicePay SET PostValue = PostValue - 1 WHERE rowid = ?", (row,))
    return row, reference


def test_all_that_matches_ends_with_0(site):
    result = typed(site, "reconcile")
    assert result.exit_code == 0, result.output
    assert "Everything matches, to the cent." in result.stdout
    assert "posted" in result.stdout
    assert "were among them; there are no older ones." in " ".join(result.stdout.split())


def test_json_has_every_item_with_both_sides(site):
    told = json.loads(typed(site, "reconcile", "--json").stdout)
    assert told["ok"]
    assert {item["standing"] for item in told["items"]} == {"matched"}
    item = told["items"][0]
    assert item["expected"] == item["found"]
    assert item["reference"]
    assert item["erp_keys"]


def test_what_differs_is_a_line_with_both_amounts_and_ends_with_1(site):
    row, reference = changed_receipt(site)
    result = typed(site, "reconcile")
    site.books.connection.execute("UPDATE ArInvoicePay SET PostValue = PostValue + 1 WHERE rowid = ?", (row,))
    assert result.exit_code == 1
    assert f"reference {reference}: clearing should have moved" in " ".join(result.stdout.split())
    assert typed(site, "reconcile").exit_code == 0


def test_a_payout_shows_every_movement_that_stripe_names_with_its_documents(site):
    wanted = payout(site)
    told = json.loads(typed(site, "reconcile", "--payout", wanted, "--json").stdout)
    assert told["payout"] == wanted
    (own,) = [line for line in told["lines"] if line["movement"]["subject"] == wanted]
    assert {one["kind"] for one in own["documents"]} == {"journal"}
    assert sum(line["movement"]["amount_minor"] - line["movement"]["fee_minor"] for line in told["lines"]) == 0
    assert wanted in typed(site, "reconcile", "--payout", wanted).stdout


def test_days_limit_what_is_shown(site):
    told = json.loads(typed(site, "reconcile", "--from", "2020-01-01", "--to", "2020-01-31", "--json").stdout)
    assert (told["ok"], told["items"], told["outcomes"]) == (True, [], [])


@pytest.mark.parametrize(
    "words", [("--payout", "ch_1"), ("--from", "yesterday"), ("--from", "2026-02-01", "--to", "2026-01-01")]
)
def test_what_cannot_be_meant_is_refused(site, words):
    assert typed(site, "reconcile", *words).exit_code == 2


def test_a_running_engine_does_it_by_itself(site):
    store = site.store

    def engine(_):
        assert "reconcile" in site.carry_out()
        site.run("reconcile")

    store.lease.hold("engine-1", "machine", "A", now=site.clock.now(), ttl_s=60)
    told = json.loads(typed(site, "reconcile", "--json", pause=engine).stdout)
    store.lease.release()
    assert told["ok"]


def test_a_wish_that_comes_while_another_is_carried_out_is_not_lost(site):
    first, second = (Asked(number, Wish(NOW_AT - DAY_S, NOW_AT)) for number in (1, 2))
    world, marks = site.home.connect(site.home), site.store.marks

    def stopping():
        ask(marks, second, NOW_AT)
        return False

    ask(marks, first, NOW_AT)
    job = reconcile_job(site.home, world, stopping)
    job.run()
    assert site.home.service().reconciled().command == 1
    job.run()
    assert site.home.service().reconciled().command == 2
    marks.set(TO_RECONCILE, "", NOW_AT)
    world.close()


def test_a_paused_agent_says_so(site):
    site.store.marks.set("paused_until", "resumed", site.clock.now())
    result = typed(site, "reconcile")
    site.store.marks.set("paused_until", "", site.clock.now())
    assert result.exit_code == 1
    assert "Paused" in result.stderr


def test_any_stretch_is_certified(site):
    told = json.loads(typed(site, "certificate", "--from", "2026-11-01", "--json").stdout)
    assert told["ok"]
    assert set(told["differences"].values()) == {0}
    assert "every movement has its outcome" in typed(site, "certificate", "--from", "2026-11-01").stdout


def test_without_a_gap_there_is_no_certificate(site):
    site.store.marks.set("certificate", "", 1)
    result = typed(site, "certificate")
    assert result.exit_code == 0
    assert "no gap of more than a day" in result.stderr


def test_status_shows_the_certificate_of_a_gap(site):
    # The engine of a test before has ended; this is the next one.
    site.store.lease.hold("engine-2", "machine", "A", now=site.clock.now() + 3 * DAY_S, ttl_s=60)
    site.at(site.clock.now() + 3 * DAY_S)
    site.work()
    assert site.run("certify").done == 1
    assert "Nothing was read for 3.0 days" in typed(site, "status").stdout
    assert json.loads(typed(site, "status", "--json").stdout)["certificate"]["undecided"] == 0
    assert typed(site, "certificate").exit_code == 0
