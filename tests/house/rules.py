"""The rules of the house about single files: size, words, money, errors, logs."""

import ast
import re

from tests.house.tree import at, nodes, within

FUNCTION_LINES, FUNCTION_LINES_MOST, FILE_LINES_MOST = 40, 70, 400

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMMAND_LINE = ("agent/cli", "agent/demo", "agent/__main__", "installer/")
_BANNED_WORDS = frozenset("manager managers handler handlers helper helpers util utils misc".split())
# Methods that a library calls by these names.
_NAMES_OF_LIBRARIES = frozenset({"proxy_manager_for"})
_SECRET_WORDS = frozenset("password passwords secret secrets token tokens key".split())
_BUSINESS_KEYS = frozenset("erp_key document_key business_key party_key link_key document.key draft.key".split())
_LOG_CALLS = frozenset("debug info warning error exception critical log".split())
_LEFT_FOR_LATER = re.compile(
    r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + "Error")) + r")\b"
)
_NOT_OURS = re.compile(
    "|".join(
        re.escape(start + end)
        for start, end in (
            ("pypi", ".org"),
            ("python", "hosted"),
            ("registry.npm", "js"),
            ("npmjs", ".com"),
            ("deb.", "debian.org"),
            ("proxy.", "golang.org"),
            ("/wo", "rk/"),
            ("/fa", "rm/"),
            ("/tmp/", "bash_jobs"),
            ("/ro", "ot/"),
        )
    )
)


def long_functions(source, most=FUNCTION_LINES_MOST):
    """Find functions longer than `most` lines."""
    for node in nodes(source, *_FUNCTIONS):
        if (size := node.end_lineno - node.lineno + 1) > most:
            yield at(source, node, f"{node.name} has {size} lines, more than {most}.")


def share_of_long_functions(sources):
    """Return which part of all functions is longer than usual, from 0 to 1."""
    total = sum(1 for source in sources for _ in nodes(source, *_FUNCTIONS))
    return sum(1 for source in sources for _ in long_functions(source, FUNCTION_LINES)) / max(total, 1)


def long_files(source):
    """Find a file that is too long."""
    if source.lines > FILE_LINES_MOST:
        yield f"{source.path}:1 has {source.lines} lines, more than {FILE_LINES_MOST}."


def without_docstring(source):
    """Find public modules, classes, functions and methods without a docstring."""
    if not ast.get_docstring(source.tree):
        yield f"{source.path}:1 has no docstring."
    for node in _public(source.tree):
        if not ast.get_docstring(node):
            yield at(source, node, f"{node.name} has no docstring.")


def floats(source):
    """Find binary fractions where money passes."""
    if not (within(source, "agent/domain/", "jobs/") or re.match(r"connectors/[^/]+/xml/", source.path)):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield at(source, node, f"{node.value} is a float.")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield at(source, node, "float() is called.")
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if annotation is not None and re.search(r"\bfloat\b", ast.unparse(annotation)):
                yield at(source, node, "A float is declared.")


def prints(source):
    """Find output to the terminal outside the command line."""
    if within(source, *_COMMAND_LINE):
        return
    for node in nodes(source, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "print":
            yield at(source, node, "print() is for the command line.")


def catch_alls(source):
    """Find places that catch everything; only the job runner and the command line's outermost boundary may."""
    if source.path in {"agent/worker.py", "agent/cli/boundary.py"}:
        return
    for node in nodes(source, ast.ExceptHandler):
        if node.type is None or _names_everything(node.type):
            yield at(source, node, "Everything is caught.")
    for node in nodes(source, ast.Call):
        if _dotted(node.func).endswith("suppress") and any(map(_names_everything, node.args)):
            yield at(source, node, "Everything is suppressed.")


def sleeps(source):
    """Find tests that wait for time to pass."""
    for node in nodes(source, ast.Attribute, ast.ImportFrom):
        slept = isinstance(node, ast.Attribute) and _dotted(node) in {"time.sleep", "qtbot.wait", "QTest.qWait"}
        taken = isinstance(node, ast.ImportFrom) and node.module == "time" and "sleep" in [n.name for n in node.names]
        if slept or taken:
            yield at(source, node, "A test waits for the thing itself, not for time.")


def patches(source):
    """Find tests that replace parts of the product instead of passing another implementation of a port."""
    for node in nodes(source, ast.Import, ast.ImportFrom):
        words = {getattr(node, "module", None), *(alias.name for alias in node.names)}
        if words & {"unittest.mock", "mock", "pytest_mock"}:
            yield at(source, node, "Tests pass another implementation of the port; nothing is patched.")


def left_for_later(source):
    """Find notes about work that is not done."""
    if source.path.endswith((".py", ".md", ".toml", ".sql", ".cmd", ".iss", "/run")):
        yield from _lines_with(source, _LEFT_FOR_LATER, "is left for later")


def not_ours(source):
    """Find hosts of package registries and paths of one machine."""
    yield from _lines_with(source, _NOT_OURS, "belongs to one machine or registry")


def empty_words(source):
    """Find names that say nothing about what the thing does."""
    for part in source.path.removesuffix(".py").split("/"):
        if _says_nothing(part):
            yield f"{source.path}:1 {part} says nothing."
    for node in ast.walk(source.tree):
        name = _defined(node)
        if name not in _NAMES_OF_LIBRARIES and _says_nothing(name):
            yield at(source, node, f"{name} says nothing.")


def secrets_logged(source):
    """Find log calls that are given something whose name sounds like a secret."""
    for node in nodes(source, ast.Call):
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in _LOG_CALLS:
            continue
        if not words_of(_dotted(node.func.value)) & {"log", "logger", "logging"}:
            continue
        for name in _mentioned(node):
            if words_of(name) & _SECRET_WORDS and not name.lower().endswith(tuple(_BUSINESS_KEYS)):
                yield at(source, node, f"{name} may be a secret; it does not belong in a log.")


def posix_only(source):
    """Find what does not exist on Windows."""
    for node in nodes(source, ast.Attribute, ast.ImportFrom, ast.Constant):
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and re.match(r"/tmp(/|$)", node.value):
                yield at(source, node, "This folder does not exist on Windows.")
            continue
        names = {_dotted(node)} if isinstance(node, ast.Attribute) else {f"{node.module}.{n.name}" for n in node.names}
        yield from (at(source, node, f"{name} does not exist on Windows.") for name in sorted(names & _POSIX))


_POSIX = frozenset({"os.fork", "os.forkpty", "os.killpg", "os.setsid", "signal.SIGKILL", "signal.pause"})


def words_of(name):
    """Split an identifier into lower-case words: `HttpUtil`, `http_util` and `http.util` alike."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def _public(node):
    for child in getattr(node, "body", ()):
        if isinstance(child, (ast.ClassDef, *_FUNCTIONS)) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def _says_nothing(name):
    words = words_of(name)
    # SYSPRO's own word for a charge line is MiscChargeLine.
    return bool(words & _BANNED_WORDS - ({"misc"} if "charge" in words else set()))


def _names_everything(node):
    return any(_dotted(part).split(".")[-1] in {"Exception", "BaseException"} for part in ast.walk(node))


def _dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    return f"{_dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def _defined(node):
    if isinstance(node, (ast.ClassDef, *_FUNCTIONS)):
        return node.name
    if isinstance(node, ast.arg):
        return node.arg
    if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Store):
        return getattr(node, "id", getattr(node, "attr", ""))
    return ""


def _mentioned(call):
    """Yield the names in a log call's values, and the keys of its `extra`; not the words of its message."""
    for part in (*call.args, *(keyword.value for keyword in call.keywords)):
        for node in ast.walk(part):
            if isinstance(node, (ast.Name, ast.Attribute)):
                yield _dotted(node) or getattr(node, "attr", "")
            if isinstance(node, ast.Dict):
                yield from (key.value for key in node.keys if isinstance(key, ast.Constant))


def _lines_with(source, pattern, sentence):
    for number, line in enumerate(source.text.splitlines(), start=1):
        if found := pattern.search(line):
            yield f"{source.path}:{number} {found[0]} {sentence}."
