"""Collects every sentence that the engine can say, for the translators of the window:  python -m tests.sentences > FILE

A sentence is a text of at least two words in the engine's sources, or a text for people in a shipped flow or template.
What stands in for a value becomes ``{name}``, and what is said in one of two ways is two sentences. The result is a
Python file that lupdate reads as it reads the window's own.
"""

import ast
import itertools
import re
import sys
import tomllib
from pathlib import Path

from agent.domain.cases.movement_case import ACCOUNTS
from agent.domain.decisions import Outcome
from agent.domain.documents import Part, State
from agent.domain.kinds import Kind
from agent.domain.language import ENGINE
from agent.domain.settings import SETTINGS
from agent.domain.sources import sources_of
from agent.domain.sources_table import ROWS
from agent.domain.statements import _GROUPS, Group
from gui.viewmodels.settings import label_of

TOP = Path(__file__).parents[1]

#: Where sentences are made that the window shows; what speaks to programs, or on the command line, stays English.
PLACES = ("agent", "jobs", "connectors")
SILENT = re.compile(
    r"agent/(cli/|demo|reporting/(fonts|as_|rows|formats|speaking)|world|bootstrap|shipped|store/schema|store/migrations)"
    r"|agent/domain/setup/likeness"
    r"|connectors/(sandbox/|portal/|syspro/sql/|windows/service|windows/sealing|releases)"
)

#: Keys of shipped flows and templates whose texts are for people.
FOR_PEOPLE = {"title", "reason", "ask", "audience", "text"}

#: Errors that only a mistake in the program raises, and calls whose texts no person reads.
OWN_ERRORS = re.compile(r"^(RuntimeError|TypeError|AssertionError|KeyError|ValueError|SystemExit)$")
UNREAD = re.compile(
    r"^(debug|info|warning|error|exception|compile|execute|executemany|query|cast|fromstring|Event|field)$"
)

#: What has two words and is no sentence: regular expressions, SQL, columns, conditions, account names of Windows.
NO_SENTENCE = re.compile(
    r"\(instr|\(state =|\\[dwsSbW.]|\\$|\[\^|\(\?|^[^A-Z].*(&&|==)|\n|^<|^\w+\["
    r"|\b(SELECT|INSERT INTO|DROP|UPDATE|DELETE|CREATE|PRAGMA|FROM|WHERE|ORDER BY|DESC|IN|IS NULL|JOIN|LIKE|AND|VALUES|SET)\b"
    r"|\b[A-Z]\w+[A-Z]\w+ [A-Z]\w+[A-Z]|^[a-z_]+, [a-z_]+, [a-z_]+,|^[a-z]{3}( [a-z]{3}){3,}$|^\{\w+\} \{\w+\}$"
)

#: Single words that stand in sentences, alone or beside a value.
WORDS = (
    *("and", "or", "unknown", "unsure", "nothing", "flow {name}", "sealed {seal}"),
    *("payment", "refund", "payout"),
    *("{count} movement", "{count} movements", "{count} payout", "{count} payouts"),
)

#: Most ways of saying one sentence.
MOST_WAYS = 16


def main():
    """Write the sentences as a source that lupdate reads."""
    sys.stdout.write(source())


def source():
    """Return the sentences as a Python source in which lupdate finds them."""
    calls = (f"QCoreApplication.translate({ENGINE!r}, {sentence!r})" for sentence in sentences())
    return "\n".join(('"""Made by tests/sentences.py."""', "", *calls, ""))


def sentences():
    """Return every sentence, sorted."""
    found = sorted({one for found in (spoken(), shipped(), declared()) for one in found})
    # What differs in the names of its places alone is one sentence.
    return sorted({re.sub(r"\{\w+\}", "{}", one): one for one in reversed(found)}.values())


def declared():
    """Return the words that follow from declarations."""
    yield from WORDS
    # The audit names states as they are stored.
    yield from (text for state in State for text in (state.value, state.value.replace("_", " ")))
    for known in (sources_of(subject, line=True) for subject in ROWS):
        # A part of an amount is said beside what it is a part of.
        yield from (source.meaning for path, source in known.items() if path.rpartition(".")[0] not in known)
    for setting in SETTINGS.values():
        yield label_of(setting)
        yield from (choice.replace("_", " ") for choice in setting.choices if choice.islower())
        if setting.unit:
            yield setting.unit
    for kind in Kind:
        word = kind.value.replace("_", " ")
        yield from (word, word.capitalize(), f"{word.capitalize()} {{key}}")
    yield from (f"{{key}} ({part.value.replace('_', ' ')})" for part in Part)
    for group in Group:
        yield from (group.value, group.value.lower())
    yield from (category.replace("_", " ") for category in {**ACCOUNTS, **_GROUPS})
    yield from (outcome.value for outcome in Outcome)


def shipped():
    """Return the texts for people in shipped flows and templates."""
    for path in sorted((TOP / "resources").glob("*s/*.toml")):
        if path.parent.name in {"flows", "templates"}:
            yield from (one for text in _texts(tomllib.loads(path.read_text("utf-8"))) for one in _named(text))


def _texts(part):
    if isinstance(part, dict):
        for key, value in part.items():
            if key in FOR_PEOPLE and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


def _named(text):
    """Return a text whose places are ``{path.to.value}`` or ``{}`` as a template, if it says anything itself."""
    pieces = [(part, bool(number % 2)) for number, part in enumerate(re.split(r"\{([\w.]*)\}", text))]
    yield from _template(pieces, least=1)


def spoken():
    """Return the sentences in the engine's sources."""
    for place in PLACES:
        for path in sorted((TOP / place).rglob("*.py")):
            name = str(path.relative_to(TOP))
            if not SILENT.match(name):
                # The headings of reports are single words.
                yield from in_source(path.read_text("utf-8"), least=1 if "/reporting/" in name else 2)


def in_source(text, least=2):
    """Return the sentences of one module; ``least`` is how many words each has."""
    tree = ast.parse(text)
    skipped = {id(one) for node in ast.walk(tree) for root in _unread(node) for one in ast.walk(root)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            # Their parts are no texts of their own; what their places say in two ways is.
            skipped |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
    for node in ast.walk(tree):
        if id(node) not in skipped:
            for ways in itertools.islice(itertools.product(*_pieces(node)), MOST_WAYS):
                yield from _template([piece for way in ways for piece in way], least)


def _unread(node):
    """Return the parts of a node that no person reads."""
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if OWN_ERRORS.match(name):
            yield node
        case ast.Assert():
            yield node
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if UNREAD.match(name):
            yield node
        case ast.Call(func=ast.Attribute(value=ast.Constant() as words, attr="split" | "encode")):
            yield words
        case ast.Assign(targets=[ast.Name(id="_KEYS")]):
            yield node
        case ast.arg(annotation=ast.AST() as hint) | ast.AnnAssign(annotation=hint):
            yield hint
        case ast.FunctionDef(returns=ast.AST() as hint):
            yield hint
        case ast.FormattedValue(format_spec=ast.AST() as spec):
            yield spec


def _pieces(node):
    """Return the parts of a text, each with the ways of saying it; a way is a list of (text, whether it is a place)."""
    match node:
        case ast.Constant(value=str(text)):
            parts = re.split(r"\{([\w.]*)\}", text)
            return [[[(part, bool(number % 2)) for number, part in enumerate(parts)]]]
        case ast.JoinedStr(values=values):
            return [_ways(value) for value in values]
        case _:
            return [[]]


def _ways(value):
    match value:
        case ast.Constant(value=str(text)):
            return [[(text, False)]]
        case ast.FormattedValue(value=ast.IfExp(body=one, orelse=other)):
            return [*_ways(ast.FormattedValue(one)), *_ways(ast.FormattedValue(other))]
        case ast.FormattedValue(value=ast.Constant(value=str(text))):
            return [[(text, False)]]
        case ast.FormattedValue(value=ast.JoinedStr(values=values)):
            return [[piece for way in ways for piece in way] for ways in itertools.product(*map(_ways, values))]
        case ast.FormattedValue(value=inner):
            return [[(_name(inner), True)]]
    return [[]]


def _name(node):
    """Return what a place is called: the last name of what is put there."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=ast.Attribute(attr="join" | "format"), args=[inner, *_]):
            pass
        case ast.Call(func=ast.Attribute(value=inner, attr="upper" | "lower" | "replace" | "strip" | "text")):
            pass
        case ast.Call(func=ast.Name(id="str" | "len" | "sorted" | "repr"), args=[inner, *_]):
            pass
        case ast.Call(func=inner) | ast.Subscript(value=inner) | ast.Starred(value=inner) | ast.BinOp(left=inner):
            pass
        case ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner):
            pass
        case _:
            return "value"
    return _name(inner)


def _template(pieces, least=2):
    """Return the pieces as one template, without blanks and punctuation at its ends; nothing where it says too little."""
    text, names = "", {}
    for piece, is_place in pieces:
        if is_place:
            name = re.sub(r"\W", "_", piece.rpartition(".")[2].strip("_").lower()) or "count"
            names[name] = names.get(name, 0) + 1
            text += f"{{{name}{names[name] if names[name] > 1 else ''}}}"
        else:
            text += piece
    text = re.sub(r"^(and|or) ", "", text.strip().lstrip(",;:").lstrip())
    said = re.sub(r"\{\w+\}", " ", text)
    words = re.findall(r"[A-Za-z][A-Za-z'-]*", said)
    if least < 2 and not re.match(r"[A-Z]|\{|[a-z]+ ", text):
        return
    least = 1 if re.match(r"[A-Z][a-z]{3,}[:,]? \{", text) else least
    if (
        len(words) >= least
        and (" " in text or least < 2)
        and not NO_SENTENCE.search(text)
        and (least < 2 or _is_prose(said))
    ):
        yield text


def _is_prose(said):
    """Return whether a text reads as a sentence or a part of one: small words with blanks between them."""
    return (
        re.search(
            r"(?<![\w.'/-])([A-Za-z][a-z'-]+(?:[,:;.]? )+[A-Z]|[A-Za-z][A-Za-z'-]*(?:[,:;.]? )+[a-z'(-])", said + " "
        )
        is not None
    )


if __name__ == "__main__":
    main()
