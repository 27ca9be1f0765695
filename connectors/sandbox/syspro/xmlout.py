"""Write replies the way e.net does: a line an element, single quotes on the root, a blank after the end.

Shapes are those of the recorded traffic (reference, section 1.3 and 1.5).
"""

from collections.abc import Iterable
from decimal import Decimal
from xml.sax.saxutils import escape

from connectors.sandbox.syspro.troubles import Fault

_DECLARATION = '<?xml version="1.0" encoding="Windows-1252"?>\n'
_ATTRIBUTES = "Language='05' Language2='EN' CssStyle='' DecFormat='1' DateFormat='01' Role='01'"


def leaf(name: str, value: object = "") -> str:
    """Return one element with a text; a blank one is ``<Name/>``. Padding in front of a number is kept."""
    text = escape(str(value).rstrip())
    return f"<{name}>{text}</{name}>\n" if text else f"<{name}/>\n"


def node(name: str, *inner: str) -> str:
    """Return one element around others."""
    return f"<{name}>\n{''.join(inner)}</{name}>\n"


def leaves(pairs: Iterable[tuple[str, object]]) -> str:
    """Return several elements with texts, in order."""
    return "".join(leaf(name, value) for name, value in pairs)


def reply(root: str, version: str, *inner: str, spaces: str = "") -> str:
    """Return a whole reply document.

    Args:
        root: Name of the root, in the case it must have.
        version: The business object's version, such as ``7.0.053``.
        inner: What stands inside.
        spaces: Further attributes of the root, such as namespace declarations.
    """
    extra = f" {spaces}" if spaces else ""
    opening = f"<{root} {_ATTRIBUTES} Version='{version}' OperatorPrimaryRole='   '{extra}>\n"
    return f"{_DECLARATION}{opening}{''.join(inner)}</{root}>\n "


def padded(number: Decimal | int, digits: int, scale: int = 0) -> str:
    """Return a number right-aligned in the width of its field: ``digits`` and, with places, the point."""
    return f"{Decimal(number):.{scale}f}".rjust(digits + (1 if scale else 0))


def faults(found: Iterable[Fault]) -> str:
    """Return error nodes: each offending element expanded in place, below its parents."""
    return "".join(_fault(fault) for fault in found)


def warnings(texts: Iterable[str]) -> str:
    """Return the warnings of an item; the child's name is not sure (reference, section 1.5)."""
    listed = "".join(leaf("WarningDescription", text) for text in texts)
    return node("WarningMessages", listed) if listed else ""


def _fault(fault: Fault) -> str:
    *parents, name = fault.path
    trouble = fault.trouble
    text = node(
        name, leaf("Value", fault.value), leaf("ErrorNumber", trouble.number), leaf("ErrorDescription", trouble.text)
    )
    text = leaves(fault.beside) + text
    for parent in reversed(parents):
        text = node(parent, text)
    return text
