"""Secrets: the keyring, the environment, and what neither may do."""

import logging

import keyring.backend
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as ForgetfulKeyring
from keyring.errors import KeyringLocked, PasswordSetError

from agent.domain.errors import Misconfigured
from connectors.secrets import KeyringSecrets, variable_of

VALUE = "rk_live_verySecret"


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    """A keyring that stays shut."""

    def get_password(self, *_):
        raise KeyringLocked("locked")

    def set_password(self, _service, _username, password):
        raise PasswordSetError(f"could not keep {password}")


def opened(backend, label="EDU1", **environ):
    return KeyringSecrets(label, environ=environ, backend=backend)


def test_what_is_kept_is_found():
    secrets = opened(MemoryKeyring())
    secrets.set("stripe.key", VALUE)
    assert secrets.get("stripe.key") == VALUE


def test_what_was_never_kept_is_empty():
    assert not opened(MemoryKeyring()).get("stripe.key")


def test_an_empty_value_forgets():
    backend = MemoryKeyring()
    secrets = opened(backend)
    secrets.set("stripe.key", VALUE)
    secrets.set("stripe.key", "")
    assert not backend.kept


def test_forgetting_what_is_not_there_is_nothing():
    opened(MemoryKeyring()).set("stripe.key", "")


def test_two_installations_do_not_share_secrets():
    backend = MemoryKeyring()
    opened(backend, "EDU1").set("stripe.key", VALUE)
    assert not opened(backend, "EDU2").get("stripe.key")


def test_the_keyring_lists_our_secrets_under_our_name():
    backend = MemoryKeyring()
    opened(backend).set("stripe.key", VALUE)
    assert list(backend.kept) == [("syspro-stripe-agent/EDU1", "stripe.key")]


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("stripe.key", "SYSPRO_STRIPE_STRIPE_KEY"),
        ("syspro.operator_password", "SYSPRO_STRIPE_SYSPRO_OPERATOR_PASSWORD"),
    ],
)
def test_each_secret_has_its_variable(name, variable):
    assert variable_of(name) == variable


def test_a_variable_wins_over_the_keyring():
    backend = MemoryKeyring()
    opened(backend).set("stripe.key", "rk_test_old")
    assert opened(backend, SYSPRO_STRIPE_STRIPE_KEY=VALUE).get("stripe.key") == VALUE


def test_an_empty_variable_decides_nothing():
    backend = MemoryKeyring()
    opened(backend).set("stripe.key", VALUE)
    assert opened(backend, SYSPRO_STRIPE_STRIPE_KEY="").get("stripe.key") == VALUE


def test_a_value_that_a_variable_would_hide_is_refused():
    with pytest.raises(Misconfigured, match=r"SYSPRO_STRIPE_STRIPE_KEY decides stripe\.key"):
        opened(MemoryKeyring(), SYSPRO_STRIPE_STRIPE_KEY="x").set("stripe.key", VALUE)


def test_without_a_keyring_every_secret_is_empty():
    assert not opened(NoKeyring()).get("stripe.key")


@pytest.mark.parametrize("backend", [NoKeyring(), ForgetfulKeyring()])
def test_without_a_keyring_nothing_pretends_to_be_kept(backend):
    with pytest.raises(Misconfigured) as refused:
        opened(backend).set("stripe.key", VALUE)
    assert refused.value.problem.code == "secrets.no_keyring"
    assert "SYSPRO_STRIPE_STRIPE_KEY" in refused.value.problem.press


def test_a_keyring_that_stays_shut_is_not_an_empty_one():
    with pytest.raises(Misconfigured, match="did not open"):
        opened(LockedKeyring()).get("stripe.key")


def test_1280_characters_fit():
    secrets = opened(MemoryKeyring())
    secrets.set("stripe.key", "k" * 1280)
    assert len(secrets.get("stripe.key")) == 1280


@pytest.mark.parametrize("value", ["k" * 1281, "🔑" * 641])
def test_what_windows_would_not_keep_is_refused_in_words(value):
    with pytest.raises(Misconfigured, match="at most 1280 characters"):
        opened(MemoryKeyring()).set("stripe.key", value)


def everything_linked(error):
    """All that a log or a debugger could print of an error."""
    seen = []
    while error is not None:
        seen += [repr(error), str(error), repr(error.args)]
        error = error.__cause__ or error.__context__
    return " ".join(seen)


@pytest.mark.parametrize("backend", [NoKeyring(), LockedKeyring()])
def test_no_error_and_no_log_line_holds_the_value(backend, caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(Misconfigured) as refused:
        opened(backend).set("stripe.key", VALUE)
    assert VALUE not in everything_linked(refused.value) + caplog.text


@pytest.fixture
def systems_keyring():
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("systems_keyring")
def test_the_systems_keyring_is_asked_where_none_is_given():
    secrets = KeyringSecrets("EDU1", environ={})
    secrets.set("stripe.key", VALUE)
    assert secrets.get("stripe.key") == VALUE
