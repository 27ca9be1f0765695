"""What the build packs and what it leaves out, and what the check of a finished build finds."""

import json
import zipfile

import pytest

from installer.build import ROOT
from installer.contents import PROGRAMS, imported, kept, of_window
from installer.notices import BILL, LICENCES, packed_packages, write_bill
from installer.smoke import NEEDED, findings, wheel_findings


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/opengl32sw.dll",
        "PySide6\\plugins\\platforms\\qoffscreen.dll",
        "PySide6/translations/qt_help_fr.qm",
        "icuuc.dll",
        "mscms.dll",
        "lxml/tests/test_etree.py",
        "resources/pictures/window-home.png",
        "qtawesome\\fonts\\remixicon-2.5.0.ttf",
    ],
)
def test_what_the_product_does_not_use_is_left_out(place):
    assert kept([(place, "source", "BINARY")]) == []


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt6Widgets.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "resources/help/it.de.md",
        "python311.dll",
        "qtawesome/fonts/phosphor-1.3.0.ttf",
    ],
)
def test_what_it_uses_stays(place):
    assert kept([(place, "source", "BINARY")])


@pytest.mark.parametrize(
    ("module", "stays"),
    [
        ("stripe.params.checkout._session_create_params", False),
        ("stripe.events", False),
        ("stripe._client_options", True),
        ("pygments.lexers.cobol", False),
        ("pygments.lexers._mapping", True),
        ("pygments.lexers", True),
    ],
)
def test_modules_that_are_never_imported_are_left_out(module, stays):
    assert bool(imported([(module, "source", "PYMODULE")])) is stays


def test_the_engine_s_program_knows_nothing_of_the_window():
    assert of_window("PySide6.QtCore")
    assert of_window("gui.tray")
    assert not of_window("guidance")
    assert not of_window("agent.cli")


@pytest.fixture
def build(tmp_path):
    """A build that is whole: programs, licences, bill of materials."""
    for name in PROGRAMS:
        (tmp_path / f"{name}.exe").write_bytes(b"MZ")
    for name in NEEDED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = packed_packages(["stripe", "lxml.etree", "click"])
    for package in found:
        folder = tmp_path / LICENCES / f"{package.name.lower()}-{package.version}"
        folder.mkdir(parents=True)
        (folder / "LICENSE").write_text("as the package says")
    for name in ("python-3.11.9", "nsis"):
        (tmp_path / LICENCES / name).mkdir()
        (tmp_path / LICENCES / name / "LICENSE.txt").write_text("as it says")
    write_bill(found, tmp_path, "1.0.0")
    return tmp_path


def test_a_whole_build_has_no_findings(build):
    assert list(findings(build)) == []


def test_the_bill_names_every_package_and_the_digest_of_every_program(build):
    bill = json.loads((build / BILL).read_text())
    assert bill["bomFormat"] == "CycloneDX"
    parts = {part["name"]: part for part in bill["components"]}
    assert {"stripe", "lxml", "click", "cpython", "openssl", "sqlite", "nsis"} <= set(parts)
    assert all(parts[f"{name}.exe"]["hashes"] for name in PROGRAMS)


@pytest.mark.parametrize(
    ("place", "content", "said"),
    [
        ("parts/icuuc.dll", b"", "has no place"),
        ("parts/lxml/tests/test_etree.pyc", b"", "has no place"),
        ("parts/resources/flows/x.toml", b"key = 'sk_" + b"live_5abc'", "holds sk_"),
        ("parts/resources/x.txt", b"https://pypi" + b".org/simple", "holds pypi"),
    ],
)
def test_what_must_not_be_shipped_is_found(build, place, content, said):
    (build / place).parent.mkdir(parents=True, exist_ok=True)
    (build / place).write_bytes(content)
    assert any(said in found for found in findings(build))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tests/test_money.py", "", "has no place in the wheel"),
        ("agent/cli/demo.py", "KEY = 'sk_" + "live_5abc'", "holds sk_"),
        ("agent/cli/demo.py", "KEY = 'rk_test_sandbox'", ""),
    ],
)
def test_the_code_inside_the_programs_is_looked_at_in_the_wheel(tmp_path, name, content, said):
    wheel = tmp_path / "product.whl"
    with zipfile.ZipFile(wheel, "w") as opened:
        opened.writestr(name, content)
    found = list(wheel_findings(wheel))
    assert [one for one in found if said and said in one] == found
    assert bool(found) is bool(said)


def test_a_package_without_its_licence_is_found(build):
    next((build / LICENCES).glob("stripe-*/LICENSE")).unlink()
    assert any("stripe is packed without its licence" in found for found in findings(build))


@pytest.mark.parametrize("name", ["python", "nsis"])
def test_a_part_that_is_no_package_without_its_licence_is_found(build, name):
    next((build / LICENCES).glob(f"{name}*/LICENSE.txt")).unlink()
    assert f"{name} is shipped without its licence." in list(findings(build))


def test_what_loads_the_programs_is_packed_although_none_of_their_modules_comes_from_it():
    assert [package.name for package in packed_packages(["stripe"], also=("click",))] == ["click", "stripe"]


@pytest.mark.parametrize("folder", ["qt", "nsis", "phosphor"])
def test_what_brings_no_text_of_its_own_has_one_of_ours(folder):
    texts = list((ROOT / "installer" / "licences" / folder).iterdir())
    assert texts
    assert all(text.stat().st_size for text in texts)


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_file_that_the_product_reads_is_found(build, name):
    (build / name).unlink()
    assert f"{name} is missing." in list(findings(build))


def test_a_missing_program_is_found(build):
    (build / "syspro-stripe.exe").unlink()
    assert "syspro-stripe.exe is missing." in list(findings(build))
