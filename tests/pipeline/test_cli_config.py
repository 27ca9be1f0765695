"""`config`: settings are shown and changed, secrets are only taken."""

import contextlib

import pytest

from agent.domain.settings import SETTINGS, BadSettingError, Values
from agent.store import Store
from tests.pipeline.cli_world import STRIPE_KEY, Terminal
from tests.store.builders import apply, receipt


@pytest.fixture
def terminal(tmp_path, clock):
    return Terminal(tmp_path / "home", clock)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "agent.sqlite") as opened:
        yield opened


def everything(result):
    return result.stdout + result.stderr


def test_every_setting_is_listed_with_its_help(terminal):
    found = terminal.json("config")
    assert [row["name"] for row in found] == list(SETTINGS)
    assert all(row["help"] for row in found)


def test_the_list_is_a_table_for_people(terminal):
    shown = terminal.run("config").stdout
    assert "stripe.poll_every_s" in shown
    assert "seconds" in shown


def test_one_setting_is_shown_with_its_choices(terminal):
    shown = terminal.run("config", "orders.allocation").stdout
    assert "F, B, A" in shown


def test_a_setting_is_set_and_unset(terminal):
    assert "is now 60" in terminal.run("config", "stripe.poll_every_s", "60").stdout
    assert terminal.json("config", "stripe.poll_every_s")["value"] == "60"
    assert "is now 300" in terminal.run("config", "stripe.poll_every_s", "--unset").stdout
    assert terminal.json("config", "stripe.poll_every_s")["value"] == "300"


def test_a_change_tells_the_engine(terminal):
    terminal.run("config", "stripe.poll_every_s", "60")
    with terminal.store() as store:
        assert store.commands.next().name == "reload"


def test_another_company_is_refused_with_the_command_for_a_second_one(terminal):
    with terminal.store() as store:
        apply(store, receipt())
    refused = terminal.run("config", "syspro.company", "B")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert "belongs to SYSPRO company EDU1, so company B cannot use it" in refused.stderr
    assert "`syspro-stripe pairs add NAME`" in refused.stderr
    assert terminal.run("config", "syspro.company", "EDU1").exit_code == 0


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("stripe.poll_every_s", "soon", "is not a whole number"),
        ("syspro.base_url", "server", "is no address"),
        ("nobody", "1", "There is no setting"),
        ("stripe.pol_every_s", "60", "Did you mean stripe.poll_every_s?"),
        ("STRIPE.KEY", "x", "Did you mean stripe.key?"),
        ("stripe.poll_every_s", "0", "is not between 1 and 86400"),
        ("stripe.poll_every_s", "99999", "is not between 1 and 86400"),
        ("stripe.poll_every_s", "1.5", "is not a whole number"),
        ("stripe.poll_every_s", "9" * 40, "is not a whole number"),
        ("site.time_zone", "Mars/Olympus", "is no time zone"),
        ("site.time_zone", "Europe", "is no time zone"),
        ("site.time_zone", "../../etc/passwd", "is no time zone"),
        ("site.time_zone", "", "is no time zone"),
        ("syspro.base_url", "http://server:99999/Rest", "is no address"),
        ("syspro.base_url", "http://server:port/Rest", "is no address"),
        ("syspro.base_url", "ftp://server/Rest", "is no address"),
        ("syspro.base_url", "http://user:geheim@server/Rest", "is no address"),
        ("syspro.company", "EDUCATION", "is not like EDU1"),
        ("stripe.account", "my account", "is not like acct_"),
        ("stripe.start_on", "31.01.2026", "is no day"),
        ("stripe.start_on", "2026-02-30", "is no day"),
        ("orders.status", "9", "is not one of 1, 4, 8, S"),
        ("stripe.write_back", "perhaps", "is neither yes nor no"),
        ("receipts.bank", "STRIPE-USD", "is no table"),
        ("receipts.bank", '{"usd": 7}', "with texts on both sides"),
        ("receipts.bank", '["usd"]', "with texts on both sides"),
        ("receipts.bank", '{"dollars": "B"}', "is no currency"),
        ("receipts.bank", "[" * 20_000, "is no table"),
        ("stripe.settlement_currencies", "usd, quid", "is no currency"),
        ("orders.tax_rates", '{"A": "-1"}', "is no percentage"),
        ("posting.modes_from", '{"soon": "orders"}', "is no day"),
        ("posting.modes_from", '{"2026-12-01": "x"}', "is not one of"),
        ("orders.warehouse", "F\nG", "no keyboard types"),
        ("receipts.bank", "[" * 20_001, "is longer than 20000"),
        ("orders.warehouse", "F" * 5_000, "is longer than 1000 characters"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(terminal, name, value, why):
    result = terminal.run("config", name, value)
    assert (result.exit_code, result.stdout) == (3, "")
    assert why in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert len(result.stderr) < 300
    assert "geheim" not in terminal.run("config", "--json").stdout


HOSTILE = ("", " ", "\x00", "a\nb", "\u202eevil", "\U0001f600", "' OR 1=1 --", "<a/>", "x" * 10_000, "{" * 3_000, "-1", "1e9",
           "\ud800", "\u0664\u0662", '{"usd": "B", "usd": "C"}', "http://[::1", '{"usd": "\\u0000"}', "2026-13-01", "None")  # fmt: skip


@pytest.mark.parametrize("name", [name for name, setting in SETTINGS.items() if not setting.secret])
def test_every_setting_takes_or_refuses_whatever_is_typed(store, clock, name):
    """Never an error of the program, and what was taken can be read again."""
    for text in HOSTILE:
        with contextlib.suppress(BadSettingError):
            store.settings.set(name, text, by="Ann", now=clock.now())
        assert not Values(store.settings.all()).unusable


def test_names_of_currencies_may_be_written_in_capitals(terminal):
    terminal.run("config", "receipts.bank", '{"USD": "STRIPE-USD"}')
    with terminal.store() as store:
        assert Values(store.settings.all()).table("receipts.bank") == {"usd": "STRIPE-USD"}


@pytest.mark.parametrize("typed", ["pk_live_51Nobody", "geheim", "rk_live_51\x07"])
def test_what_is_no_key_of_stripes_is_refused_and_not_repeated(terminal, typed):
    result = terminal.run("config", "stripe.key", "--secret", typed=f"{typed}\n")
    assert result.exit_code == 3
    assert typed not in everything(result)
    assert not terminal.secrets


def test_a_secret_is_read_from_standard_input(terminal):
    result = terminal.run("config", "stripe.key", "--secret", typed=f"{STRIPE_KEY}\n")
    assert result.stdout == "stripe.key is now (set). A running engine takes it over by itself.\n"
    assert terminal.secrets.get("stripe.key") == STRIPE_KEY


def test_a_secret_is_never_shown(terminal):
    terminal.secrets.set("stripe.key", STRIPE_KEY)
    for arguments in ((), ("stripe.key",), ("--json",), ("stripe.key", "--json")):
        result = terminal.run("config", *arguments)
        assert STRIPE_KEY not in everything(result)
        assert "(set)" in result.stdout


def test_a_secret_that_is_missing_says_so(terminal):
    assert terminal.json("config", "stripe.key")["value"] == "(not set)"


def test_a_secret_in_the_command_line_is_refused_and_not_repeated(terminal):
    result = terminal.run("config", "stripe.key", STRIPE_KEY)
    assert result.exit_code == 2
    assert "--secret" in result.stderr
    assert STRIPE_KEY not in everything(result)
    assert not terminal.secrets


def test_a_secret_is_forgotten(terminal):
    terminal.secrets.set("stripe.key", STRIPE_KEY)
    terminal.run("config", "stripe.key", "--unset")
    assert not terminal.secrets.get("stripe.key")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--unset",), "Name the setting."),
        (("--secret",), "Name the setting."),
        (("site.time_zone", "UTC", "--unset"), "Give only one of"),
        (("stripe.key", "--unset", "--secret"), "Give only one of"),
        (("site.time_zone", "--secret"), "is no secret"),
        (("stripe.key", "--secret"), "No secret came in"),
    ],
)
def test_a_command_that_says_two_things_is_refused(terminal, arguments, why):
    result = terminal.run("config", *arguments, typed="\n")
    assert result.exit_code == 2
    assert why in result.stderr
