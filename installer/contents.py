"""What is in the build and what is left out; used by ``product.spec`` and by the checks of the finished build."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

#: The product as Windows shows it.
PRODUCT, PUBLISHER = "SYSPRO Stripe agent", "SYSPRO Stripe agent project"


@dataclass(frozen=True, slots=True)
class Program:
    """One executable.

    Attributes:
        script: What it starts with, below ``entry``.
        words: What it is, as Windows shows it.
        window: Whether it has a window; else it is made for a console.
    """

    script: str
    words: str
    window: bool


#: The executables by name.
PROGRAMS = {
    "syspro-stripe": Program("command.py", "Engine and command line of the SYSPRO Stripe agent", window=False),
    "syspro-stripe-tray": Program("tray.py", "Window of the SYSPRO Stripe agent", window=True),
}
#: What only the window needs.
_OF_WINDOW = ("PySide6", "shiboken6", "qtawesome", "qtpy", "gui", "pyi_rth_pyside6")

#: Modules that some library offers and the product does not use.
LEFT_OUT = (
    "tkinter", "unittest", "distutils", "pkg_resources", "_distutils_hack", "pydoc", "doctest", "pytest", "pip",
    "setuptools", "wheel", "PyInstaller", "IPython", "PIL._avif", "PIL.ImageTk", "PIL.AvifImagePlugin", "PIL.ImageQt",
    "lxml.isoschematron", "lxml.objectify", "numpy", "pandas", "cel.cli", "typer", "prompt_toolkit", "pydantic",
    "pydantic_core", "wcwidth", "shellingham", "cryptography", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
)  # fmt: skip

#: Files that hooks collect and the product does not use, by their place in the build (with ``/``).
_NOT_SHIPPED = re.compile(
    r"""
    opengl32sw | Qt6(Qml|Quick|Pdf|VirtualKeyboard|OpenGL|ShaderTools|Test|Sql|Concurrent|DBus)
    | plugins/(tls|generic|networkinformation|qmltooling|platforminputcontexts|sqldrivers|position)/
    | plugins/platforms/q(minimal|offscreen|direct2d) | plugins/imageformats/q(gif|icns|jpeg|pdf|tga|tiff|wbmp|webp)
    | PySide6/translations/(?!qtbase_de) | PIL/_(avif|webp|imagingtk|imagingcms) | _tkinter | tcl86t | tk86t
    | ^resources/pictures/ | qtawesome/fonts/(?!phosphor-)
    | (^|/)tests?/ | reportlab/fonts/ | pyodbc\.pyi | sqlite_utils/py\.typed | /Demos?/ | \.pyi$ | direct_url\.json
    | (^|/)(icuuc|mscms|bcryptprimitives)\.dll | (^|/)api-ms-win-
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: Modules that are found and never imported: types for checkers, thin events, lexers of languages that nobody is shown.
_NOT_IMPORTED = re.compile(r"^(stripe\.(params|events)|pygments\.lexers\.(?!_mapping$|special$|python$))(\.|\w|$)")


def of_window(name: str) -> bool:
    """Return whether a module, or a script that PyInstaller runs first, is for the window alone."""
    return any(name == start or name.startswith(f"{start}.") for start in _OF_WINDOW)


def kept(collected: Iterable[Any]) -> list[Any]:
    """Return what of PyInstaller's table (place, source, kind) belongs into the build."""
    return [entry for entry in collected if not _NOT_SHIPPED.search(entry[0].replace("\\", "/"))]


def imported(found: Iterable[Any]) -> list[Any]:
    """Return what of PyInstaller's table of modules (name, source, kind) is ever imported."""
    return [entry for entry in found if not _NOT_IMPORTED.match(entry[0])]


def version_resource(name: str) -> Any:
    """Return the version resource of an executable."""
    from PyInstaller.utils.win32 import versioninfo as made  # noqa: PLC0415 - where PyInstaller is

    shown = version("syspro-stripe-agent")
    numbers = tuple(([int(part) for part in re.findall(r"\d+", shown)] + [0] * 4)[:4])
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": PROGRAMS[name].words,
        "FileVersion": shown,
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "ProductName": PRODUCT,
        "ProductVersion": shown,
    }
    return made.VSVersionInfo(
        ffi=made.FixedFileInfo(filevers=numbers, prodvers=numbers, mask=0x3F, flags=0, OS=0x40004, fileType=1),
        kids=[
            # 0409 04B0: English, Unicode.
            made.StringFileInfo([made.StringTable("040904B0", [made.StringStruct(*text) for text in texts.items()])]),
            made.VarFileInfo([made.VarStruct("Translation", [0x0409, 0x04B0])]),
        ],
    )
