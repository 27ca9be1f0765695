"""A document that SYSPRO would refuse is set aside before it is sent, with the sentence; and a person can ask first."""

import json

import pytest

from agent.bootstrap import open_home
from agent.checks import look_into_lists, site_lists
from agent.domain.codec import to_plain
from agent.domain.documents import State
from agent.domain.facts import PeriodState
from agent.domain.kinds import Journal, Kind
from agent.domain.lists import compared, named_in_body
from agent.domain.marks import PERIODS
from agent.preview import Wanted, make_preview
from agent.world import World
from jobs.check_lists import REFUSED
from tests.pipeline.cli_world import Terminal
from tests.pipeline.modes_stage import NOW_AT, Purse, site_at
from tests.pipeline.test_preview import DAYS, SINCE
from tests.unit.test_site_lists import Tables

WRONG = {"orders__warehouse": "NORTH", "stripe__start_on": SINCE.isoformat()}


@pytest.fixture
def site(tmp_path):
    with site_at(tmp_path, **WRONG) as site:
        site.trade(12, days=DAYS)
        yield site


def orders(site):
    return [row for row in site.documents() if row.kind is Kind.SALES_ORDER]


def test_a_code_that_syspro_does_not_have_keeps_the_document_here_and_the_preview_shows_the_same(site):
    content = site.home.service().mapping.content()
    shown = make_preview(site.home, Wanted(content, SINCE))
    refused = [one for one in shown.documents if one.reason_code == REFUSED]
    assert refused
    site.run()
    aside = [row for row in orders(site) if row.reason_code == REFUSED]
    assert {row.state for row in aside} == {State.PARKED}
    assert {one.stripe_id for one in refused} == {row.stripe_id for row in aside}
    said = aside[0].reason
    assert "Warehouse NORTH does not exist in SYSPRO." in said
    assert "It was not sent. Correct it in SYSPRO or in the mapping, then retry." in said
    assert site.home.service().document(aside[0].id).attempts[-1].request == ""
    # Once the code is right, the same documents go.
    site.set(orders__warehouse="FG")
    for row in aside:
        site.home.service().retry(str(row.id))
    site.run()
    assert not [row for row in orders(site) if row.reason_code == REFUSED]
    assert any(row.state is State.POSTED for row in orders(site))


def test_a_site_may_have_it_sent_with_a_remark_or_not_looked_at(site):
    site.set(lists__before_posting="warn", orders__branch="77", orders__warehouse="FG")
    site.run()
    posted = [row for row in orders(site) if row.state is State.POSTED]
    assert not [row for row in orders(site) if row.reason_code == REFUSED]
    for row in posted:
        evidence = site.home.service().document(row.id).attempts[-1].evidence
        assert "Branch 77 does not exist in SYSPRO." in evidence
    site.set(lists__before_posting="off")
    for row in orders(site):
        if row.state is State.PARKED:
            site.home.service().retry(str(row.id))
    site.run()
    assert not [row for row in orders(site) if row.reason_code == REFUSED]


# ---------------------------------------------------------------- a person asks


class Listed(Terminal):
    """A person at a terminal whose SYSPRO has lists."""

    def __init__(self, home, clock):
        super().__init__(home, clock)
        self.tables = Tables()

    def connect(self, _):
        return World(self.stripe, self.stripe, self.syspro, self.syspro, self.probes, tables=self.tables)

    def look(self, command, _):
        """Carry out the command as the engine does, in its own process."""
        with open_home(self.path, secrets=self.secrets, clock=self.clock, connect=self.connect) as home:
            return look_into_lists(home, command)


@pytest.fixture
def terminal(tmp_path, clock):
    terminal = Listed(tmp_path / "home", clock)
    terminal.set_up()
    terminal.run("config", "receipts.bank", '{"usd": "FG"}')
    return terminal


def test_mapping_check_says_what_syspro_would_refuse_and_ends_with_one(terminal):
    fine = terminal.run("mapping", "check")
    assert (fine.exit_code, fine.stderr) == (0, "")
    changed = terminal.run("config", "orders.branch", "19")
    assert changed.stderr == "Setting orders.branch: Branch 19 does not exist in SYSPRO. Nearest is 10.\n"
    terminal.run("config", "accounts.ledger", '{"fee": "1"}')
    result = terminal.run("mapping", "check")
    assert result.exit_code == 1
    assert "Branch 19 does not exist in SYSPRO. Nearest is 10." in result.stdout
    assert "Ledger code 1 (Control) is a control account" in " ".join(result.stdout.split())
    found = json.loads(terminal.run("mapping", "check", "--json").stdout)
    assert {(one["place"], one["verdict"]) for one in found} == {
        ("Setting orders.branch", "missing"),
        ("Setting accounts.ledger, fee", "control"),
    }


def test_a_change_of_the_mapping_is_followed_by_what_the_lists_say_of_it(terminal, tmp_path):
    target = tmp_path / "flow.toml"
    terminal.run("flows", "export", "charge-to-order", "--to", str(target))
    text = target.read_text("utf-8").replace('{ path = "site.orders.branch" }', '{ constant = "66" }')
    target.write_text(text, "utf-8")
    changed = terminal.run("flows", "import", str(target), "--draft")
    assert changed.exit_code == 0
    assert "Branch 66 does not exist in SYSPRO." in changed.stderr
    assert terminal.run("mapping", "check").exit_code == 0
    assert terminal.run("mapping", "check", "--draft").exit_code == 1
    applied = terminal.json("mapping", "apply")
    assert [one["code"] for one in applied["findings"]] == ["66"]


def test_an_engine_that_runs_is_asked_instead(terminal):
    terminal.run("config", "orders.branch", "19")
    with terminal.engine(further={"look_into_lists": terminal.look}):
        result = terminal.run("mapping", "check")
    assert result.exit_code == 1
    assert "Branch 19 does not exist" in result.stdout
    with terminal.engine(deaf=True):
        busy = terminal.run("mapping", "check")
        assert (busy.exit_code, "The engine is busy" in busy.stderr) == (4, True)
        changed = terminal.run("config", "orders.branch", "18")
        assert (changed.exit_code, "lists were not asked about it" in changed.stderr) == (0, True)
    with terminal.engine():
        old = terminal.run("mapping", "check")
        assert (old.exit_code, "knows no command" in old.stderr) == (1, True)


def test_a_portal_token_for_a_customer_that_syspro_does_not_have_is_told(terminal):
    made = terminal.run("portal", "token", "add", "shop", "--customer", "999")
    assert (made.exit_code, made.stderr.split(".")[0]) == (
        0, "Portal token shop: Customer 000000000000999 does not exist in SYSPRO",
    )  # fmt: skip
    assert terminal.json("portal", "token", "add", "two", "--customer", "999")["unknown_customers"] == [
        "000000000000999"
    ]


def test_before_syspro_is_set_up_nothing_is_asked(tmp_path, clock):
    fresh = Listed(tmp_path / "fresh", clock)
    changed = fresh.run("config", "orders.branch", "19")
    assert (changed.exit_code, changed.stderr) == (0, "")
    assert "not set up" in fresh.run("mapping", "check").stderr
    assert fresh.run("mapping", "check").exit_code == 3


def test_a_syspro_that_cannot_be_asked_is_said(tmp_path):
    with site_at(tmp_path, syspro__base_url="http://127.0.0.1:1/Rest") as site:
        terminal = Terminal(site.home.path, site.clock)
        terminal.secrets = Purse()
        terminal.connect = site.home.connect
        result = terminal.run("mapping", "check")
    assert result.exit_code == 0
    assert "was not checked: SYSPRO cannot be reached." in " ".join(result.stdout.split())
    assert site.clock.now() == NOW_AT


# ---------------------------------------------------------------- open periods


@pytest.mark.parametrize(
    ("at", "own", "said"),
    [
        (NOW_AT, False, "Ledger period 10/2026 is not open in SYSPRO; open is 11/2026."),
        (NOW_AT - 3 * 3600, False, "was not checked: SYSPRO's open periods were not read lately."),
        (NOW_AT, True, "was not checked: by periods.journals the site keeps several periods open."),
    ],
    ids=["closed", "read long ago", "several open"],
)
def test_a_journal_whose_period_has_closed_since_it_was_decided_is_known(site, at, own, said):
    if own:
        site.set(periods__journals="own")
    kept = {"at": at, "periods": to_plain(PeriodState(2026, 11))}
    site.store.marks.set(PERIODS, json.dumps(kept), NOW_AT)
    named = named_in_body(Journal("po_1", "2026-10-31", "USD", year="2026", period="10"))[1:]
    lists = site_lists(site.home, World(*[None] * 4, probes=()))
    (found,) = compared(named, lists.known(named))
    assert found.message.endswith(said)


def test_open_periods_that_nobody_has_read_are_not_checked(site):
    named = named_in_body(Journal("po_1", "2026-10-31", "USD", year="2026", period="10"))[1:]
    (found,) = compared(named, site_lists(site.home, World(*[None] * 4, probes=())).known(named))
    assert "were not read lately" in found.message
