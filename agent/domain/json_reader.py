"""Read somebody else's JSON without trusting it.

Each read names the path it looked at, so that a wrong type becomes one sentence about one field of one item.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

#: JSON as the standard library decodes it. Only Stripe's own objects travel in this form, inside ``Facts``.
JsonObject = Mapping[str, Any]


class BadJsonError(ValueError):
    """A field is missing or has the wrong type; the message names it."""


class JsonReader:
    """A JSON object together with the path that led to it.

    Args:
        value: The decoded object.
        where: What to call it in errors, such as ``charge ch_1``.

    Raises:
        BadJsonError: When ``value`` is not an object.
    """

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise BadJsonError(f"{where} is {_kind(value)}, not an object.")
        self._value: JsonObject = value
        self.where = where

    @property
    def raw(self) -> JsonObject:
        """The object itself."""
        return self._value

    def text(self, name: str) -> str:
        """Return a text field that must be there."""
        return str(self._typed(name, str, "text"))

    def optional_text(self, name: str) -> str:
        """Return a text field, or an empty text where it is absent or null."""
        return "" if self._value.get(name) is None else self.text(name)

    def integer(self, name: str) -> int:
        """Return a whole number that must be there; true and false are not numbers."""
        value = self._typed(name, int, "a whole number")
        if isinstance(value, bool):
            raise BadJsonError(f"{self.where}.{name} is a yes/no, not a whole number.")
        return int(value)

    def optional_integer(self, name: str) -> int:
        """Return a whole number, or 0 where it is absent or null."""
        return 0 if self._value.get(name) is None else self.integer(name)

    def flag(self, name: str) -> bool:
        """Return a yes/no field that must be there."""
        return bool(self._typed(name, bool, "a yes/no"))

    def optional_flag(self, name: str) -> bool:
        """Return a yes/no field, or no where it is absent or null."""
        return False if self._value.get(name) is None else self.flag(name)

    def object(self, name: str) -> "JsonReader":
        """Return an object field that must be there."""
        return JsonReader(self._value.get(name), f"{self.where}.{name}")

    def optional_object(self, name: str) -> "JsonReader":
        """Return an object field; absent, null or a mere id reads as an empty object."""
        value = self._value.get(name)
        return JsonReader({} if value is None or isinstance(value, str) else value, f"{self.where}.{name}")

    def objects(self, name: str) -> Iterator["JsonReader"]:
        """Yield the objects of a list field, or of a Stripe list object; absent or null has none."""
        value = self._value.get(name)
        if isinstance(value, Mapping):
            value = value.get("data")
        if value is None:
            return
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise BadJsonError(f"{self.where}.{name} is {_kind(value)}, not a list.")
        for index, item in enumerate(value):
            yield JsonReader(item, f"{self.where}.{name}[{index}]")

    def id_of(self, name: str) -> str:
        """Return the id in a field that Stripe gives as an id or as the expanded object; absent is empty."""
        value = self._value.get(name)
        return (
            JsonReader(value, f"{self.where}.{name}").text("id")
            if isinstance(value, Mapping)
            else self.optional_text(name)
        )

    def texts(self, name: str) -> dict[str, str]:
        """Return a map of texts, such as ``metadata``; absent or null is empty."""
        values = self.optional_object(name)
        return {key: values.text(key) for key in values.raw}

    def _typed(self, name: str, kind: type, words: str) -> Any:
        value = self._value.get(name)
        if not isinstance(value, kind):
            raise BadJsonError(f"{self.where}.{name} is {_kind(value)}, not {words}.")
        return value


def _kind(value: object) -> str:
    if value is None:
        return "missing"
    return {str: "text", bool: "a yes/no", int: "a number", float: "a number", list: "a list", dict: "an object"}.get(
        type(value), type(value).__name__
    )
