"""Licence texts of all that is packed, and a bill of materials (CycloneDX); runs in the Python that is packed."""

import hashlib
import importlib.metadata as packages
import json
import re
import shutil
import sqlite3
import ssl
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from installer.contents import PRODUCT

#: Where the texts stand in the build, and the bill.
LICENCES, BILL = "licences", "bill-of-materials.cdx.json"

_TEXT = re.compile(r"(^|/)(licen[cs]es?|copying|notices?|authors)[^/]*(/|$)", re.IGNORECASE)

#: Texts that a package does not bring: its name -> the folder below ``installer/licences``.
_OURS_TO_ADD = {"pyside6-essentials": "qt", "shiboken6": "qt", "qtawesome": "phosphor"}

#: What makes the setup program and is a part of it and of the uninstaller; its texts are below ``installer/licences``.
NSIS = "nsis"

#: What is a part of every program and that no module of theirs comes from: it loads them.
LOADER = "pyinstaller"

_OWN = "syspro-stripe-agent"


def packed_packages(modules: Iterable[str], *, also: Iterable[str] = ()) -> list[packages.Distribution]:
    """Return the packages from which these modules come, and some more, by name; the product itself is none of them."""
    known = packages.packages_distributions()
    names = {name for module in modules for name in known.get(module.partition(".")[0], ())}
    found = {_normal(name): packages.distribution(name) for name in {*names, *also}}
    found.pop(_OWN, None)
    return [found[name] for name in sorted(found)]


def write_licences(found: Sequence[packages.Distribution], folder: Path) -> None:
    """Write the licence texts of all packages, of Python, and of what the setup program is made with.

    Raises:
        RuntimeError: When a package tells nothing about its licence.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for package in found:
        target = folder / f"{_normal(package.name)}-{package.version}"
        target.mkdir(parents=True)
        for path in package.files or ():
            if ".dist-info" in str(path) and _TEXT.search(str(path.as_posix())) and Path(str(path.locate())).is_file():
                shutil.copy(str(path.locate()), target / path.name)
        if added := _OURS_TO_ADD.get(_normal(package.name)):
            shutil.copytree(Path(__file__).with_name(LICENCES) / added, target, dirs_exist_ok=True)
        if not any(target.iterdir()):
            (target / "LICENCE.txt").write_text(_said(package), "utf-8")
    shutil.copytree(Path(__file__).with_name(LICENCES) / NSIS, folder / NSIS)
    python = folder / f"python-{sys.version.partition(' ')[0]}"
    python.mkdir()
    shutil.copy(next(path for path in _python_licences() if path.exists()), python / "LICENSE.txt")


def write_bill(found: Sequence[packages.Distribution], build: Path, version: str) -> Path:
    """Write the bill of materials of a finished build and return its path."""
    from cyclonedx.contrib.license.factories import LicenseFactory  # noqa: PLC0415 - in the Python that is packed
    from cyclonedx.model import HashAlgorithm, HashType  # noqa: PLC0415 - the same
    from cyclonedx.model.bom import Bom  # noqa: PLC0415 - the same
    from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415 - the same
    from cyclonedx.output import make_outputter  # noqa: PLC0415 - the same
    from cyclonedx.schema import OutputFormat, SchemaVersion  # noqa: PLC0415 - the same
    from packageurl import PackageURL  # noqa: PLC0415 - the same

    bill, licences = Bom(), LicenseFactory()
    bill.metadata.component = Component(name=PRODUCT, version=version, type=ComponentType.APPLICATION, bom_ref=_OWN)
    for package in found:
        name, told = _normal(package.name), _licence(package)
        bill.components.add(
            Component(
                name=name, version=package.version, type=ComponentType.LIBRARY, bom_ref=f"{name}@{package.version}",
                purl=PackageURL("pypi", None, name, package.version),
                licenses=[licences.make_from_string(told)] if told else (),
            )
        )  # fmt: skip
    for name, version_of in _parts_without_package():
        bill.components.add(
            Component(name=name, version=version_of or None, type=ComponentType.LIBRARY, bom_ref=f"{name}@{version_of}")
        )
    for path in sorted(build.glob("*.exe")):
        digest = HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(path.read_bytes()).hexdigest())
        bill.components.add(
            Component(name=path.name, version=version, type=ComponentType.FILE, bom_ref=path.name, hashes=[digest])
        )
    bill.register_dependency(bill.metadata.component, list(bill.components))
    target = build / BILL
    made = make_outputter(bill, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1)
    target.write_text(made, "utf-8")
    return target


def modules_of(note: Path) -> list[str]:
    """Return the modules that the analysis noted."""
    found: list[str] = json.loads(note.read_text("utf-8"))
    return found


def _parts_without_package() -> Iterator[tuple[str, str]]:
    """Yield what is packed without being a package of the registry."""
    yield "cpython", sys.version.partition(" ")[0]
    yield "openssl", ssl.OPENSSL_VERSION.split()[1]
    yield "sqlite", sqlite3.sqlite_version
    # The version depends on the machine that compiles the setup program, later.
    yield NSIS, ""


def _python_licences() -> Iterator[Path]:
    yield Path(sys.base_prefix) / "LICENSE.txt"
    yield Path(sys.base_prefix) / "Lib" / "LICENSE.txt"


def _licence(package: packages.Distribution) -> str:
    told = package.metadata.json
    words = told.get("license_expression") or told.get("license") or ""
    if words and len(words) < 100:
        return str(words)
    classes = [line.rpartition(" :: ")[2] for line in told.get("classifier", ()) if line.startswith("License ::")]
    return " AND ".join(classes)


def _said(package: packages.Distribution) -> str:
    told = _licence(package)
    if not told:
        raise RuntimeError(f"{package.name} tells nothing about its licence.")
    return f"{package.name} {package.version} says about its licence: {told}\n"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
