"""Read what e.net answers: forgiving about capitals, prefixes and padding, strict about everything else.

Replies change the case of element names between business objects, carry prefixed children and pad numbers with blanks
(all recorded), so names are compared by local name without case and texts are trimmed. Nothing is believed about a
posting unless the five success rules of :func:`judge` hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

from lxml import etree

#: Longest reply in characters that is parsed at all.
MOST_CHARACTERS = 20_000_000

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# libxml2 itself refuses more than 256 levels while huge_tree is off; no reply comes near.
_PARSER_OPTIONS = {
    "resolve_entities": False,
    "load_dtd": False,
    "dtd_validation": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


_OF_ERRORS = frozenset({"errordescription", "errornumber"})
_OF_WARNINGS = frozenset({"warningmessages", "warningdescription"})


class BadReplyError(ValueError):
    """The answer is not what e.net documents; its text says in words what is wrong, never quoting the answer."""


class Node:
    """One element of a reply. Names are compared by local name, without case; texts are trimmed."""

    __slots__ = ("_element",)

    def __init__(self, element: Any) -> None:
        self._element = element

    @property
    def name(self) -> str:
        """Local name in lower case."""
        return _local(self._element.tag)

    @property
    def value(self) -> str:
        """Own text, trimmed; blanks are SYSPRO's way to write nothing."""
        return (self._element.text or "").strip()

    def __iter__(self) -> Iterator["Node"]:
        return (Node(child) for child in self._element if isinstance(child.tag, str))

    def all(self, name: str) -> list["Node"]:
        """Return the children called ``name``."""
        return [Node(child) for child in _children(self._element, name.lower())]

    def first(self, path: str) -> "Node | None":
        """Return the first element at ``path``, such as ``Item/Key``, or ``None``."""
        found = self._element
        for name in path.lower().split("/"):
            found = next(_children(found, name), None)
            if found is None:
                return None
        return Node(found)

    def text(self, path: str) -> str:
        """Return the trimmed text of the first element at ``path``; empty when there is none."""
        found = self.first(path)
        return "" if found is None else found.value

    def below(self, *names: str) -> Iterator["Node"]:
        """Yield every element called one of ``names``, this one included, in document order."""
        wanted = {name.lower() for name in names}
        return (Node(element) for element in self._element.iter(etree.Element) if _local(element.tag) in wanted)

    def names(self) -> set[str]:
        """Return the names of this element and of everything below it, in lower case."""
        return {_local(element.tag) for element in self._element.iter(etree.Element)}

    def whole(self) -> Iterator["Node"]:
        """Yield this element and everything below it, in document order."""
        return (Node(element) for element in self._element.iter(etree.Element))

    def texts(self) -> dict[str, str]:
        """Return the trimmed texts of the children by lower-case name; the first of a name counts."""
        found: dict[str, str] = {}
        for child in self._element.iterchildren(etree.Element):
            found.setdefault(_local(child.tag), (child.text or "").strip())
        return found

    def untrimmed(self) -> dict[str, str]:
        """Return the texts of the children as they came, by lower-case name; the first of a name counts."""
        found: dict[str, str] = {}
        for child in self._element.iterchildren(etree.Element):
            found.setdefault(_local(child.tag), child.text or "")
        return found

    def path(self) -> str:
        """Return the way from below the root to this element, in the reply's own capitals."""
        names = [etree.QName(element).localname for element in (self._element, *self._element.iterancestors())]
        return "/".join(reversed(names[:-1]))

    def parent(self) -> "Node":
        """Return the element around this one; the root returns itself."""
        around = self._element.getparent()
        return self if around is None else Node(around)


def parse_xml(text: str) -> Node:
    """Return the root of a reply.

    Document types, entities and the network are off: e.net never sends any, so a reply that has one is not e.net's.

    Raises:
        BadReplyError: When the text is no such XML.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadReplyError("The answer is larger than any that SYSPRO sends.")
    if "<!DOCTYPE" in text:
        raise BadReplyError("The answer brings a document type, which SYSPRO never sends.")
    plain = _DECLARATION.sub("", text, count=1).strip()
    if not plain.startswith("<"):
        raise BadReplyError("The answer is not XML.")
    try:
        # A parser keeps the errors of its last document, so each reply gets its own.
        return Node(etree.fromstring(plain.encode(), etree.XMLParser(encoding="utf-8", **_PARSER_OPTIONS)))
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise BadReplyError("The answer is cut off or damaged, so it cannot be read.") from error


@dataclass(frozen=True, slots=True)
class ErrorNode:
    """One element that SYSPRO expanded in place to say what is wrong with it.

    Attributes:
        path: Where it stands, such as ``Orders/OrderDetails/StockLine/StockCode``.
        value: What SYSPRO read there; empty when blank.
        number: SYSPRO's error number, such as ``240004``; empty when none is given.
        description: SYSPRO's words.
    """

    path: str
    value: str
    number: str
    description: str

    @property
    def element(self) -> str:
        """Name of the element at fault."""
        return self.path.rpartition("/")[2]


class Verdict(Enum):
    """What a reply to a posting proves."""

    CLEAN = "clean"
    """Nothing in it speaks against success; it still needs a key, or a row that is found by our reference."""
    REFUSED = "refused"
    """SYSPRO refused the document and did nothing."""
    UNCLEAR = "unclear"
    """It contradicts itself, or it is not an answer to what was sent."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reply to a posting, judged.

    Attributes:
        verdict: What it proves.
        errors: The elements at fault.
        warnings: What SYSPRO remarked.
        why: For an unclear one: what is wrong with it, as a sentence.
    """

    verdict: Verdict
    errors: tuple[ErrorNode, ...] = ()
    warnings: tuple[str, ...] = ()
    why: str = ""


def error_nodes(root: Node) -> tuple[ErrorNode, ...]:
    """Return the elements at fault; empty when SYSPRO found none.

    Source: reference, section 1.5: ``<stockcode><Value/><ErrorNumber/><ErrorDescription/></stockcode>`` (recorded).
    An ``ErrorDescription`` counts even when it is blank, an ``ErrorNumber`` alone only when it is not zero.
    """
    found: dict[str, ErrorNode] = {}
    for marker in root.below("ErrorDescription", "ErrorNumber"):
        place = marker.parent()
        number = place.text("ErrorNumber").lstrip("0")
        if place.first("ErrorDescription") is None and not number:
            continue
        node = ErrorNode(place.path(), place.text("Value"), number, place.text("ErrorDescription"))
        # The same path may stand twice (two lines with a wrong stock code); the whole node tells them apart.
        found.setdefault(repr(node), node)
    return tuple(found.values())


def warnings(root: Node) -> tuple[str, ...]:
    """Return SYSPRO's remarks.

    Source: reference, section 1.5: ``WarningMessages`` with ``WarningDescription`` children; the child's name is
    unsure, so every text below ``WarningMessages`` counts.
    """
    blocks = (*root.below("WarningMessages"), *root.below("WarningDescription"))
    texts = [node.value for block in blocks for node in block.whole()]
    return tuple(dict.fromkeys(text for text in texts if text))


def judge(root: Node, expected: str, *, key: str = "") -> Judgement:
    """Judge a reply by the success rules of the reference, section 1.5.

    (a) The body does not start with ERROR and (b) parses as XML: true by now. (c) There is no error node. (d) Where a
    status block exists, nothing is counted as invalid or rejected. (e) A key exists, or a row is found: the caller's
    part. Error nodes together with a key, or with an item that was processed, contradict each other: unclear.

    Args:
        root: The reply.
        expected: The root that was sent; replies keep it, in some case.
        key: The key that the reply gives to what was posted, where it has a meaning of its own.
    """
    there = root.names()
    noted = () if there.isdisjoint(_OF_WARNINGS) else warnings(root)
    if root.name != expected.lower():
        return Judgement(Verdict.UNCLEAR, why=f"The answer is a {root.name} document, not a {expected} one.")
    counts = _status(root) if "statusofitems" in there else {}
    if any(count is None for count in counts.values()):
        return Judgement(Verdict.UNCLEAR, warnings=noted, why="The counts in the answer are no numbers.")
    errors = () if there.isdisjoint(_OF_ERRORS) else error_nodes(root)
    invalid = sum(count or 0 for name, count in counts.items() if name.endswith("invalid") or "rejected" in name)
    if not errors and not invalid:
        return Judgement(Verdict.CLEAN, warnings=noted)
    # Only a transaction's ItemsInvalid has a counterpart that is known to be 0 when the item is refused (seen).
    if key or (counts.get("itemsinvalid") and counts.get("itemsprocessed")):
        why = "The answer reports an error and a success at once."
        return Judgement(Verdict.UNCLEAR, errors, noted, why)
    return Judgement(Verdict.REFUSED, errors, noted)


def _status(root: Node) -> dict[str, int | None]:
    """Return the counts of all status blocks by lower-case name; ``None`` for one that is no number."""
    counts: dict[str, int | None] = {}
    for entry in (entry for block in root.below("StatusOfItems") for entry in block):
        number = int(entry.value) if re.fullmatch(r"[0-9]{1,9}", entry.value) else None
        before = counts.get(entry.name, 0)
        counts[entry.name] = None if number is None or before is None else before + number
    return counts


def _children(element: Any, wanted: str) -> Iterator[Any]:
    return (child for child in element if isinstance(child.tag, str) and _local(child.tag) == wanted)


# The same few hundred names come again and again; an answer with names of its own cannot fill the memory.
@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
