"""Test a finished build: ``python installer/smoke.py``. On Debian its programs run through Wine.

What must not be in it is not in it, what must be is, its size is in bounds, and each program starts.
"""

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from installer.build import FOLDER, MOST_SETUP, MOST_UNPACKED, WINE, product_version, setup_program, size_of  # noqa: E402 - after the checkout is found
from installer.contents import PROGRAMS  # noqa: E402 - the same
from installer.notices import BILL, LICENCES, NSIS  # noqa: E402 - the same
from installer.wine.prefix import STUBBED, Prefix, display, inside  # noqa: E402 - the same

#: Parts of names that have no place in what is shipped: tests, their tools, what Wine lacks.
_STRANGERS = re.compile(rf"(^|/)(tests?|pytest|hypothesis)(/|$)|({'|'.join(STUBBED)})\.dll|_pytest", re.IGNORECASE)

#: Texts that have no place in it: registries, secrets that look real, folders of the machine that built it.
_TELLTALES = tuple(
    bytes(text, "ascii")
    for text in (
        "pypi" + ".org/simple",
        "files.python" + "hosted.org",
        "sk_" + "live_5",
        "BEGIN " + "PRIVATE KEY",
        str(ROOT),
    )
)

#: Files that are texts of ours or of the build; what libraries quote about themselves is theirs.
_OURS = re.compile(r"^(parts/resources/|bill-of-materials|[^/]*\.exe$)")

#: Files that are read while the product works and that no import names: each is read by another part of it.
NEEDED = tuple(
    f"parts/{place}"
    for place in (
        "stripe/data/ca-certificates.crt", "tzdata/zoneinfo/Europe/Berlin", "resources/help/it.de.md",
        "resources/translations/de.ts", "resources/flows/charge_to_order.toml", "resources/icons/app.svg",
        "resources/CHANGELOG.md",
    )
)  # fmt: skip

#: What each program says when it is asked, and the exit code.
_SAYS = {
    "syspro-stripe": (["--version"], "syspro-stripe-agent", 0),
}


def findings(build: Path) -> Iterator[str]:
    """Yield what is wrong with the content of a build."""
    names = [path.relative_to(build).as_posix() for path in build.rglob("*") if path.is_file()]
    yield from (f"{name} has no place in the build." for name in names if _STRANGERS.search(name))
    for name in filter(_OURS.search, names):
        content = (build / name).read_bytes()
        yield from (f"{name} holds {text.decode()}." for text in _TELLTALES if text in content)
    yield from (f"{name}.exe is missing." for name in PROGRAMS if f"{name}.exe" not in names)
    yield from (f"{name} is missing." for name in NEEDED if name not in names)
    if (size := size_of(build)) > MOST_UNPACKED:
        yield f"It has {size / 10**6:.1f} MB, more than {MOST_UNPACKED // 10**6}."
    yield from _bill_findings(build)


def wheel_findings(wheel: Path) -> Iterator[str]:
    """Yield what is wrong with the product's own wheel: its code is compressed in the programs, unreadable."""
    with zipfile.ZipFile(wheel) as opened:
        for name in opened.namelist():
            if _STRANGERS.search(name):
                yield f"{name} has no place in the wheel."
            content = opened.read(name)
            yield from (f"{name} holds {text.decode()}." for text in _TELLTALES if text in content)


def _bill_findings(build: Path) -> Iterator[str]:
    """Yield what the bill of materials or the licences lack."""
    if not (build / BILL).is_file():
        yield "There is no bill of materials."
        return
    bill = json.loads((build / BILL).read_text("utf-8"))
    listed = {part["name"] for part in bill["components"]}
    texts = {path.name for path in (build / LICENCES).iterdir() if any(path.iterdir())}
    for part in bill["components"]:
        if part.get("purl") and f"{part['name']}-{part['version']}" not in texts:
            yield f"{part['name']} is packed without its licence."
    known = ("cpython", "openssl", "sqlite", NSIS, "stripe", "lxml")
    yield from (f"The bill does not know {name}." for name in known if name not in listed)
    yield from (
        f"{name} is shipped without its licence."
        for name in ("python", NSIS)
        if not any(text.partition("-")[0] == name for text in texts)
    )


def main() -> None:
    """Check the build and start its programs."""
    build = FOLDER / "dist" / "product"
    wrong = [
        *findings(build),
        *(found for wheel in (FOLDER / "wheel").glob("*.whl") for found in wheel_findings(wheel)),
    ]
    setup = setup_program(product_version())
    setup_size = setup.stat().st_size if setup.exists() else 0
    wrong += [] if setup_size else ["There is no setup program."]
    wrong += [f"{setup.name} has {setup_size / 10**6:.1f} MB."] if setup_size > MOST_SETUP else []
    if sys.platform == "win32":
        wrong += list(_starts(build, _here))
    else:
        with display() as screen:
            prefix = Prefix(WINE / "prefix", screen)
            wrong += list(_starts(build, lambda words: _through(prefix, words)))
    for sentence in wrong:
        print(sentence)
    if wrong:
        raise SystemExit(1)
    print(f"The build is whole: {size_of(build) / 10**6:.1f} MB, setup {setup_size / 10**6:.1f} MB.")


def _starts(build: Path, run: Callable[[list[str]], tuple[int, str]]) -> Iterator[str]:
    for name, (words, said, code) in _SAYS.items():
        ended, told = run([str(build / f"{name}.exe"), *words])
        if ended != code or said not in told:
            yield f"{name} ended with {ended} and said: {told[-1000:]}"


def _here(words: list[str]) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own programs
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False
    )
    return done.returncode, done.stdout


def _through(prefix: Prefix, words: list[str]) -> tuple[int, str]:
    done = prefix.run([inside(Path(words[0])), *words[1:]], wait_s=180)
    return done.returncode, done.stdout


if __name__ == "__main__":
    main()
