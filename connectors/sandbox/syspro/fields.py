"""Read one element of a document by its rules and gather everything that is wrong with it."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.troubles import Fault, Refused, Trouble, cannot_be_spaces
from connectors.sandbox.syspro.xmlin import Element

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[+-]?(\d{0,14})(?:\.(\d*))?")


class Fields:
    """The children of one element, checked as they are read.

    Args:
        element: What to read.
        path: Elements from below the item down to ``element``, for the place of faults.
        found: Where faults go; a new list when not given.
        beside: Elements shown next to a fault so that a line can be told.
    """

    def __init__(
        self,
        element: Element,
        path: tuple[str, ...] = (),
        *,
        found: list[Fault] | None = None,
        beside: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.element = element
        self.path = path
        self.found: list[Fault] = [] if found is None else found
        self.beside = beside

    def under(self, element: Element, beside: tuple[tuple[str, str], ...] = ()) -> "Fields":
        """Return the fields of a child element; faults go to the same list."""
        return Fields(element, (*self.path, element.name), found=self.found, beside=beside)

    def refuse(self, name: str, trouble: Trouble, value: str | None = None) -> None:
        """Note a fault at the child ``name``."""
        given = self.element.text(name) if value is None else value
        self.found.append(Fault((*self.path, *name.split("/")), given, trouble, self.beside))

    def stop(self) -> None:
        """End here when anything is wrong so far.

        Raises:
            Refused: With every fault noted.
        """
        if self.found:
            raise Refused(*self.found)

    def has(self, name: str) -> bool:
        """Return whether the child is there and not blank."""
        return self.element.text(name) != ""

    def text(self, name: str, size: int = 0) -> str:
        """Return a text, silently cut to ``size`` characters (0: whole)."""
        value = self.element.text(name)
        return value[:size] if size else value

    def short(self, name: str, size: int) -> str:
        """Return a text that must not be longer than ``size`` characters."""
        value = self.element.text(name)
        if len(value) > size:
            self.refuse(name, made_up("too_long", value, size))
        return value

    def needed(self, name: str) -> str:
        """Return a text that must not be blank (error 100030)."""
        value = self.element.text(name)
        if not value:
            self.refuse(name, cannot_be_spaces("Item", *self.path, *name.split("/")))
        return value

    def choice(self, name: str, allowed: Iterable[str], default: str) -> str:
        """Return one of ``allowed``, or ``default`` when blank."""
        value = self.element.text(name)
        if value and value not in allowed:
            self.refuse(name, made_up("not_allowed_value", value, " ".join(allowed)))
        return value or default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a Y or N."""
        return self.choice(name, "YN", "Y" if default else "N") == "Y"

    def number(self, name: str, places: int = 2, default: Decimal | None = None) -> Decimal:
        """Return a number with at most ``places`` decimals; more are "not numeric" (reference, section 2).

        Args:
            name: The child to read.
            places: Decimals of the field: price 5, value 2, quantity 6.
            default: What a blank means; without it a blank is error 100030.
        """
        value = self.element.text(name)
        if not value and default is not None:
            return default
        match = _NUMBER.fullmatch(value) if self.needed(name) else None
        if match is None or not (match[1] or match[2]) or len(match[2] or "") > places:
            if value:
                self.refuse(name, made_up("not_numeric", value))
            return Decimal(0)
        return Decimal(value)

    def day(self, name: str, default: date) -> date:
        """Return a date CCYY-MM-DD (error 100028), or ``default`` when blank."""
        value = self.element.text(name)
        if not value:
            return default
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass  # right shape, no such day: falls through to the same refusal
        self.refuse(name, made_up("bad_date", value))
        return default

    def code(self, books: Books, name: str, table: str, default: str = "", *, before: tuple[str, ...] = ()) -> str:
        """Return a code that must be on file in ``table``; ``default`` when blank.

        Args:
            books: Where to look.
            name: The child to read.
            table: The table whose key it is.
            default: What a blank means, not checked when blank itself.
            before: Leading parts of the table's key.
        """
        value = self.element.text(name) or default
        if value and not books.exists(table, *before, value):
            self.refuse(name, made_up("not_on_file", value, table))
        return value


class Cautions:
    """Warnings of one item: errors, dropped or reported, as IgnoreWarnings says (N, Y, W)."""

    def __init__(self, mode: str) -> None:
        self._mode = mode
        self.texts: list[str] = []

    def note(self, fields: Fields, name: str, trouble: Trouble) -> None:
        """Note a warning about the child ``name``; without IgnoreWarnings it becomes an error."""
        if self._mode == "N":
            fields.refuse(name, trouble)
        elif self._mode == "W":
            self.texts.append(trouble.text)
