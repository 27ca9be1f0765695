"""Secrets of the whole machine: what a file keeps, who may add one, and what the window sees of it."""

import os
from pathlib import PosixPath, WindowsPath

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.settings import Values
from agent.keyrings import keyring_of
from connectors.secrets import CLOSED_TO_ACCOUNT, KeyringSecrets, SeenSecrets
from connectors.secrets_sealed import FOLDER, SealedKeyring

VALUE = "rk_live_verySecret"


class Mirror:
    """Seals by turning round (``agent.ports.Sealer``); another machine's seal does not open."""

    def __init__(self, machine=b"A"):
        self.machine = machine

    def seal(self, plain):
        return self.machine + plain[::-1]

    def open(self, sealed):
        if sealed[:1] != self.machine:
            raise OSError("sealed elsewhere")
        return sealed[1:][::-1]


class Shut(Mirror):
    """The file is there, but not for this account."""

    def open(self, sealed):
        raise PermissionError(13, "Access is denied")


class HeldFile(WindowsPath if os.name == "nt" else PosixPath):
    """A file that an antivirus holds for the first tries, as Windows says it."""

    left = 0

    def read_bytes(self):
        if type(self).left:
            type(self).left -= 1
            error = PermissionError(
                13, "The process cannot access the file because it is being used by another process"
            )
            error.winerror = 32
            raise error
        return super().read_bytes()


def secrets(folder, sealer=None):
    return KeyringSecrets("home", environ={}, backend=SealedKeyring(folder, sealer or Mirror()))


def test_what_is_sealed_is_found_again(tmp_path):
    secrets(tmp_path).set("stripe.key", VALUE)
    assert secrets(tmp_path).get("stripe.key") == VALUE


def test_no_file_holds_the_secret_and_no_name_tells_whose_it_is(tmp_path):
    secrets(tmp_path).set("stripe.key", VALUE)
    (file,) = tmp_path.iterdir()
    assert VALUE.encode() not in file.read_bytes()
    assert "stripe" not in file.name


def test_a_new_secret_replaces_the_old_one(tmp_path):
    secrets(tmp_path).set("stripe.key", "rk_live_old")
    secrets(tmp_path).set("stripe.key", VALUE)
    assert secrets(tmp_path).get("stripe.key") == VALUE
    assert len(list(tmp_path.iterdir())) == 1


def test_an_empty_secret_is_none(tmp_path):
    secrets(tmp_path).set("stripe.key", VALUE)
    secrets(tmp_path).set("stripe.key", "")
    assert secrets(tmp_path).get("stripe.key") == ""


def test_what_was_sealed_elsewhere_is_not_taken_for_a_secret(tmp_path):
    SealedKeyring(tmp_path, Mirror(b"B")).set_password("syspro-stripe-agent/home", "stripe.key", VALUE)
    with pytest.raises(Misconfigured, match="did not open"):
        secrets(tmp_path).get("stripe.key")


def test_an_account_that_may_only_add_gives_a_new_secret(tmp_path):
    secrets(tmp_path).set("stripe.key", "rk_live_old")
    secrets(tmp_path, Shut()).set("stripe.key", VALUE)
    assert secrets(tmp_path).get("stripe.key") == VALUE


def test_an_account_that_may_only_add_can_forget_one(tmp_path):
    secrets(tmp_path).set("stripe.key", VALUE)
    secrets(tmp_path, Shut()).set("stripe.key", "")
    assert secrets(tmp_path).get("stripe.key") == ""


def test_an_account_that_may_not_read_is_told_so(tmp_path):
    secrets(tmp_path).set("stripe.key", VALUE)
    with pytest.raises(Misconfigured, match="kept for the engine's account") as told:
        secrets(tmp_path, Shut()).get("stripe.key")
    assert told.value.problem.code == CLOSED_TO_ACCOUNT


@pytest.mark.parametrize(("tries", "told"), [(3, VALUE), (1000, None)])
def test_a_file_that_an_antivirus_holds_is_waited_for_and_is_not_taken_for_closed(tmp_path, tries, told):
    secrets(tmp_path).set("stripe.key", VALUE)
    folder = type("Folder", (HeldFile,), {"left": tries})(tmp_path)
    found = KeyringSecrets("home", environ={}, backend=SealedKeyring(folder, Mirror(), again_s=0))
    if told:
        assert found.get("stripe.key") == told
    else:
        with pytest.raises(Misconfigured, match="did not open"):
            found.get("stripe.key")


def test_the_window_sees_that_a_closed_secret_is_there(tmp_path):
    secrets(tmp_path).set("stripe.key", VALUE)
    seen = SeenSecrets(secrets(tmp_path, Shut()))
    assert seen.get("stripe.key") == "(closed)"
    assert seen.get("syspro.operator_password") == ""


def test_the_window_hands_a_new_secret_on(tmp_path):
    SeenSecrets(secrets(tmp_path, Shut())).set("stripe.key", VALUE)
    assert secrets(tmp_path).get("stripe.key") == VALUE


def test_the_window_is_told_of_every_other_trouble(tmp_path):
    SealedKeyring(tmp_path, Mirror(b"B")).set_password("syspro-stripe-agent/home", "stripe.key", VALUE)
    with pytest.raises(Misconfigured, match="did not open"):
        SeenSecrets(secrets(tmp_path)).get("stripe.key")


def test_the_machine_keeps_the_secrets_where_setup_made_their_folder(tmp_path):
    (tmp_path / FOLDER).mkdir()
    assert "SealedKeyring" in repr(type(keyring_of(tmp_path, Values())._backend))


@pytest.mark.parametrize("chosen", ["auto", "account"])
def test_the_account_keeps_them_elsewhere(tmp_path, chosen):
    if chosen == "account":
        (tmp_path / FOLDER).mkdir()
    assert keyring_of(tmp_path, Values({"secrets.kept_in": chosen}))._backend is None


def test_pairs_share_the_folder_of_their_installation(tmp_path):
    (tmp_path / FOLDER).mkdir()
    pair = tmp_path / "pairs" / "us-east"
    pair.mkdir(parents=True)
    assert keyring_of(pair, Values())._backend is not None
