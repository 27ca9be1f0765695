"""Build the product for Windows: ``python installer/build.py``, the only build command.

On Windows with the Python of python.org this is what is shipped. On Debian the same steps run through Wine, for tests
alone. What it makes is in ``build/setup``: the folder ``dist/product`` and the setup program beside it.
"""

import argparse
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from installer.contents import PRODUCT, PUBLISHER  # noqa: E402 - after the checkout is found
from installer.wine import python as assembled  # noqa: E402 - the same
from installer.wine.prefix import Prefix, display, inside  # noqa: E402 - the same

#: Where everything is made.
FOLDER = ROOT / "build" / "setup"
WINE = ROOT / "build" / "wine"

#: Most bytes of the unpacked product and of its setup program.
MOST_UNPACKED, MOST_SETUP = 130 * 10**6, 45 * 10**6

#: Packages that only Windows needs: on another system pip does not see that.
_OF_WINDOWS = ("colorama", "pefile", "pywin32", "pywin32-ctypes", "tzdata")


def main() -> None:
    """Build everything and print what was made."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--version", default="", help="Version of the product, where it is not the checkout's: for tests."
    )
    parser.add_argument("--setup-only", action="store_true", help="Only compile a setup program of what was built.")
    parser.add_argument("--quick", action="store_true", help="A setup program for tests: made quicker, and larger.")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="Where everything is made.")
    asked = parser.parse_args()
    folder: Path = asked.folder.resolve()
    if not asked.setup_only:
        _freeze(folder)
    product = folder / "dist" / "product"
    made = _setup(product, folder, asked.version or product_version(), quick=asked.quick)
    _say_size("unpacked", size_of(product), MOST_UNPACKED)
    _say_size(made.name, made.stat().st_size, 2 * MOST_SETUP if asked.quick else MOST_SETUP)


def _freeze(folder: Path) -> None:
    """Make the folder with the programs."""
    shutil.rmtree(folder / "dist", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    wheel = _wheel(folder)
    if sys.platform == "win32":
        _freeze_here(folder, wheel)
    else:
        _freeze_through_wine(folder, wheel)


def _stage(folder: Path) -> Path:
    """Return a place that has the build's own code and nothing of the product: that comes out of its wheel."""
    stage = folder / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(ROOT / "installer", stage / "installer", ignore=shutil.ignore_patterns("__pycache__"))
    return stage


def product_version() -> str:
    """Return the version of the checkout."""
    told: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return told


def _wheel(folder: Path) -> Path:
    """Make the product's own wheel: what it packs is what is shipped, and nothing beside it."""
    shutil.rmtree(folder / "wheel", ignore_errors=True)
    _run(sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--wheel-dir", str(folder / "wheel"), str(ROOT))
    return next((folder / "wheel").glob("*.whl"))


def _freeze_here(folder: Path, wheel: Path) -> None:
    python = folder / "venv" / "Scripts" / "python.exe"
    if not python.exists():
        _run(sys.executable, "-m", "venv", str(folder / "venv"))
    _run(str(python), "-m", "pip", "install", "--quiet", "--upgrade", "--force-reinstall", f"{wheel}[build]")
    _run(str(python), "-m", "installer.inside", str(folder), cwd=_stage(folder))


def _freeze_through_wine(folder: Path, wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["build"], *_OF_WINDOWS]
    python = WINE / "python" / "python.exe"
    stamp = WINE / "python" / "stamp"
    if not stamp.exists() or stamp.read_text() != repr(wanted):
        print("Assembling a Windows Python and installing the packages.")
        assembled.assemble(WINE / "python", WINE / "downloads")
        assembled.install(WINE / "python", wanted, cache=WINE / "cache")
        stamp.write_text(repr(wanted))
    assembled.install(WINE / "python", ["--no-deps", "--force-reinstall", str(wheel)], cache=WINE / "cache")
    with display() as screen:
        prefix = Prefix(WINE / "prefix", screen)
        if not prefix.ready:
            prefix.make()
        done = prefix.run([inside(python), "-m", "installer.inside", inside(folder)], cwd=_stage(folder), wait_s=3000)
        prefix.end()
    print(done.stdout, end="")
    if done.returncode:
        raise SystemExit("The product could not be built.")


def setup_program(shown: str, folder: Path = FOLDER) -> Path:
    """Return where the setup program of a version is made."""
    return folder / f"syspro-stripe-{shown}-setup.exe"


def _setup(product: Path, folder: Path, shown: str, *, quick: bool) -> Path:
    """Compile the setup program of what was built and return it."""
    target = setup_program(shown, folder)
    numbers = ".".join([*shown.split(".")[:3], "0"])
    makes = {
        "VERSION": shown, "NUMBERS": numbers, "SOURCE": product, "TARGET": target, "ICON": folder / "product.ico",
        "SIZE_KB": size_of(product) // 1024, "NAME": PRODUCT, "PUBLISHER": PUBLISHER,
    }  # fmt: skip
    if quick:
        makes["QUICK"] = "yes"
    _run(
        _makensis(),
        "-V2",
        "-WX",
        *(f"-D{name}={value}" for name, value in makes.items()),
        str(ROOT / "installer" / "setup.nsi"),
    )
    return target


def _makensis() -> str:
    found = shutil.which("makensis") or next(
        (str(path) for path in [Path("C:/Program Files (x86)/NSIS/makensis.exe")] if path.exists()), ""
    )
    if not found:
        raise SystemExit("makensis was not found: install NSIS 3.08 or later.")
    return found


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _say_size(what: str, size: int, most: int) -> None:
    print(f"{what}: {size / 10**6:.1f} MB of at most {most // 10**6}")
    if size > most:
        raise SystemExit(f"{what} is too large.")


def _run(*command: str, cwd: Path = ROOT) -> None:
    subprocess.run(command, cwd=cwd, check=True)  # noqa: S603 - our own words


if __name__ == "__main__":
    main()
