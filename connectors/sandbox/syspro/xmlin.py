"""Read the XML of a request: hostile until parsed, forgiving afterwards, as SYSPRO is."""

import re
from collections.abc import Iterator

from lxml import etree

from connectors.sandbox.syspro import made_up
from connectors.sandbox.syspro.troubles import Exceptional

_DOCUMENT_TYPE = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)


class Element:
    """One element of a request. Unknown elements are never an error: they are simply not asked for."""

    __slots__ = ("_node",)

    def __init__(self, node: "etree._Element") -> None:
        self._node = node

    @property
    def name(self) -> str:
        """Local name, in the case it came in."""
        return str(self._node.tag).rpartition("}")[2]

    @property
    def value(self) -> str:
        """Own text without blanks around it."""
        return str(self._node.text or "").strip()

    def attribute(self, name: str) -> str:
        """Return an attribute's text, blank when absent."""
        return str(self._node.get(name, "")).strip()

    def has(self, name: str) -> bool:
        """Return whether a child ``name`` is there, be it blank."""
        return self._node.find(name) is not None

    def text(self, path: str) -> str:
        """Return the text of the first element at ``path`` (``"Key/Customer"``), blank when absent."""
        return str(self._node.findtext(path) or "").strip()

    def texts(self) -> dict[str, str]:
        """Return the texts of the children by name; the first of a name counts."""
        found: dict[str, str] = {}
        for node in self._node:
            found.setdefault(str(node.tag), str(node.text or "").strip())
        return found

    def child(self, path: str) -> "Element | None":
        """Return the first element at ``path``."""
        node = self._node.find(path)
        return None if node is None else Element(node)

    def all(self, path: str) -> list["Element"]:
        """Return every element at ``path`` in the order it came."""
        return [Element(node) for node in self._node.findall(path)]

    def __iter__(self) -> Iterator["Element"]:
        """Iterate over child elements, leaving out comments."""
        return (Element(node) for node in self._node if isinstance(node.tag, str))


def read_xml(text: str) -> Element:
    """Return the root of a document; entities, document types and the network are off.

    Characters outside Windows-1252 become question marks, since SYSPRO cannot store them (reference, section 4).

    Raises:
        Exceptional: When the text is not XML or brings a document type.
    """
    raw = text.encode("cp1252", "replace")
    if _DOCUMENT_TYPE.search(raw):
        raise Exceptional(made_up.BAD_XML)
    try:
        return Element(etree.fromstring(raw, _parser()))
    except etree.XMLSyntaxError as error:
        raise Exceptional(made_up.BAD_XML) from error


def empty_element() -> Element:
    """Return an element with nothing in it: what absent parameters are."""
    return Element(etree.Element("Nothing"))


def _parser() -> "etree.XMLParser":
    return etree.XMLParser(
        encoding="windows-1252",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
