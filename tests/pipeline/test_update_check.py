"""``update check``: a signed manifest at a place of the site's own; nothing is installed, and no other key counts."""

import base64
import json
from importlib.metadata import version

import pytest
from click.testing import CliRunner
from nacl.signing import SigningKey

from agent.cli import main
from agent.domain.releases import newer
from agent.store import Store
from installer.sign import MANIFEST, announce, opened

NOW = 1_700_000_000


class Site:
    """A site with a share on which releases are announced."""

    def __init__(self, folder):
        self.home, self.share = folder / "home", folder / "share"
        self.share.mkdir()
        self.key = SigningKey.generate()
        self.set("updates.place", str(self.share / MANIFEST))
        self.set("updates.public_key", base64.b64encode(bytes(self.key.verify_key)).decode())

    def set(self, name, text):
        self.home.mkdir(exist_ok=True)
        with Store.open(self.home / "agent.sqlite") as store:
            store.settings.set(name, text, by="test", now=NOW)

    def announce(self, number, key=None):
        setup = self.share / f"syspro-stripe-{number}-setup.exe"
        setup.write_bytes(b"a setup program")
        return announce(key or self.key, setup, "Refunds in part are faster.", "2026-11-30")

    def check(self, *words):
        return CliRunner().invoke(main, ["update", "check", "--home", str(self.home), *words])


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


def test_a_newer_version_is_told_with_what_it_brings_and_its_digest(site):
    site.announce("99.1.0")
    result = site.check()
    assert result.exit_code == 0, result.output
    assert "Version 99.1.0 of 2026-11-30 is newer" in result.stdout
    assert "Refunds in part are faster." in result.stdout
    assert "SHA-256" in result.stdout


def test_the_newest_version_is_told_to_be_so(site):
    site.announce(version("syspro-stripe-agent"))
    assert "is the newest that is announced" in site.check().stdout


def test_an_announced_version_that_is_older_than_ours_is_not_called_the_newest(site):
    site.announce("0.0.1")
    assert "is newer than 0.0.1 of 2026-11-30, which is announced" in site.check().stdout


def test_a_signed_manifest_of_before_that_is_put_in_place_again_is_refused(site):
    old = site.announce("99.1.0")
    kept = {path: path.read_bytes() for path in (old, old.with_name(f"{MANIFEST}.sig"))}
    site.announce("99.2.0")
    assert site.check().exit_code == 0
    for path, content in kept.items():
        path.write_bytes(content)
    result = site.check()
    assert result.exit_code == 3
    assert "99.2.0 was announced before" in result.stderr


def test_what_another_key_announced_does_not_count_for_the_key_of_now(site):
    site.announce("99.2.0")
    assert site.check().exit_code == 0
    other = SigningKey.generate()
    site.set("updates.public_key", base64.b64encode(bytes(other.verify_key)).decode())
    site.announce("99.1.0", other)
    assert site.check().exit_code == 0


def test_programs_are_told_the_same(site):
    site.announce("99.1.0")
    told = json.loads(site.check("--json").stdout)
    assert told["newer"] is True
    assert told["announced"]["setup"] == "syspro-stripe-99.1.0-setup.exe"


def test_nothing_is_looked_for_unless_a_place_is_set(site):
    site.set("updates.place", "")
    result = site.check()
    assert result.exit_code == 3
    assert "No place for releases is set" in result.stderr


def test_a_manifest_of_another_key_does_not_count(site):
    site.announce("99.1.0", SigningKey.generate())
    result = site.check()
    assert result.exit_code == 3
    assert "not signed by the key" in result.stderr


def test_an_altered_manifest_does_not_count(site):
    manifest = site.announce("99.1.0")
    manifest.write_text(manifest.read_text().replace("99.1.0", "99.2.0"))
    assert site.check().exit_code == 3


def test_a_signed_manifest_that_tells_no_version_is_refused(site):
    site.announce("next")
    result = site.check()
    assert result.exit_code == 3
    assert "cannot be read" in result.stderr


@pytest.mark.parametrize(
    ("name", "text"), [("setup", "..\\evil.exe"), ("setup", "\x1b[2Jsetup.exe"), ("sha256", "none"), ("setup", "")]
)
def test_a_signed_manifest_with_something_else_than_a_setup_program_is_refused(site, name, text):
    manifest = site.announce("99.1.0")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {name: text}), "utf-8")
    signed = base64.b64encode(site.key.sign(manifest.read_bytes()).signature)
    manifest.with_name(f"{MANIFEST}.sig").write_bytes(signed)
    result = site.check()
    assert result.exit_code == 3
    assert "cannot be read" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_share_that_is_not_there_may_be_there_later(site):
    result = site.check()
    assert result.exit_code == 4
    assert "cannot be read" in result.stderr


def test_an_address_that_does_not_answer_may_do_so_later(site):
    site.set("updates.place", "https://127.0.0.1:9/syspro-stripe.json")
    assert site.check().exit_code == 4


def test_a_key_is_made_once_and_kept(tmp_path):
    assert bytes(opened(tmp_path / "key")) == bytes(opened(tmp_path / "key"))


@pytest.mark.parametrize(
    ("number", "than", "is_newer"),
    [("0.10.0", "0.9.9", True), ("1.0", "1.0.0", False), ("1.0.1", "1.0", True), ("1.0.0", "1.0.0", False)],
)
def test_versions_are_compared_as_numbers(number, than, is_newer):
    assert newer(number, than) is is_newer
