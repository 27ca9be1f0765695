"""The declared settings: one table from which validation, the command line and the form are made.

A value is kept as text; :func:`parse` gives it its type. Secrets are declared here too, but their values live in the
keyring alone. Settings marked ``decides`` influence what is posted and become part of the mapping revision.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agent.domain.money import is_currency
from agent.domain.settings_table import ROWS


class Type(Enum):
    """How a setting's text is read."""

    TEXT = "text"
    INTEGER = "integer"
    YES_NO = "yes/no"
    CHOICE = "choice"
    TABLE = "table"
    BY_DAY = "table by day"
    RATES = "table of percentages"
    LIST = "list"
    ADDRESS = "address"
    FILE = "file"
    DAY = "day"
    ZONE = "time zone"


_MOST_PERCENT = 1000
_MOST_PORT = 65_535
#: Without a user, who would be a secret in the open, and without a query.
_ADDRESS = re.compile(r"https?://(?:[^\s/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?(?:/[^\s?#]*)?")
#: Most characters of a text, and of a table.
_MOST_TEXT, _MOST_TABLE = 1000, 20_000
#: Most characters of what was typed that a message repeats.
_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting.

    Attributes:
        name: Dotted name, such as ``syspro.base_url``.
        type: How its text is read.
        default: Text that counts where nothing is set.
        unit: What a number counts; empty for others.
        help: One sentence for the person who sets it.
        choices: Allowed texts of a choice.
        least: Smallest allowed number.
        most: Largest allowed number.
        secret: Kept in the keyring, never in the database.
        required: The engine does not start without it.
        decides: Part of the mapping revision, because it influences what is posted.
        like: Regular expression that a text has to match as a whole, where it is not empty.
        such_as: An example of such a text.
        by_currency: Whether the names of a table, or the entries of a list, are Stripe's currencies.
    """

    name: str
    type: Type
    default: str
    help: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    secret: bool = False
    required: bool = False
    decides: bool = False
    like: str = ""
    such_as: str = ""
    by_currency: bool = False


class BadSettingError(ValueError):
    """The text does not fit the setting; the message says why and what would."""


def _declare(row: Mapping[str, Any]) -> Setting:
    return Setting(**{**row, "type": Type(row["type"]), "choices": tuple(row.get("choices", ()))})


#: Every setting by name, in the order in which a person meets them.
SETTINGS: Mapping[str, Setting] = {row["name"]: _declare(row) for row in ROWS}


def declared(name: str) -> Setting:
    """Return the declaration of ``name``.

    Raises:
        BadSettingError: When there is no such setting.
    """
    if name not in SETTINGS:
        near = get_close_matches(name.lower(), SETTINGS, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise BadSettingError(f"There is no setting {shortened(name)}.{meant} `syspro-stripe config` lists them all.")
    return SETTINGS[name]


def shortened(text: str) -> str:
    """Return what was typed for a message: in quotes, odd characters visible, no longer than a person reads."""
    return repr(text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}...")


def parse(setting: Setting, text: str) -> Any:
    """Return the value that ``text`` stands for: str, int, bool, dict, tuple or date.

    Raises:
        BadSettingError: When it stands for none.
    """
    try:
        _check_typed(setting, text.strip())
        return _PARSERS[setting.type](setting, text.strip())
    except ValueError as error:
        raise BadSettingError(f"{setting.name}: {error}") from error


def _check_typed(setting: Setting, text: str) -> None:
    """Refuse what neither a person means nor SYSPRO's XML can carry; a table may be typed on several lines."""
    is_table = setting.type in TABLES
    most = _MOST_TABLE if is_table else _MOST_TEXT
    if len(text) > most:
        raise ValueError(f"{_shown(setting, text)} is longer than {most} characters.")
    if not _is_typed("".join(text.split()) if is_table else text):
        raise ValueError(f"{_shown(setting, text)} has characters that no keyboard types, such as a NUL.")


def _is_typed(text: str) -> bool:
    return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in text)


def _shown(setting: Setting, text: str) -> str:
    # What is secret must not be repeated.
    return "What came in" if setting.secret else shortened(text)


def _integer(setting: Setting, text: str) -> int:
    if not re.fullmatch(r"-?\d{1,18}", text):
        raise ValueError(f"{shortened(text)} is not a whole number.")
    number = int(text)
    if (setting.least is not None and number < setting.least) or (setting.most is not None and number > setting.most):
        raise ValueError(f"{number} is not between {setting.least} and {setting.most}.")
    return number


def _yes_no(_: Setting, text: str) -> bool:
    if text.lower() not in {"yes", "no", "true", "false"}:
        raise ValueError(f"{shortened(text)} is neither yes nor no.")
    return text.lower() in {"yes", "true"}


def _choice(setting: Setting, text: str) -> str:
    if text not in setting.choices:
        raise ValueError(f"{shortened(text)} is not one of {', '.join(setting.choices)}.")
    return text


def _table(setting: Setting, text: str) -> dict[str, str]:
    try:
        value = json.loads(text or "{}")
    except (ValueError, RecursionError) as error:
        raise ValueError(f'it is no table such as {{"usd": "USD"}} ({error}).') from error
    if not isinstance(value, dict) or not all(isinstance(entry, str) for entry in value.values()):
        raise ValueError('a table reads {"name": "value", ...} with texts on both sides.')
    if not all(map(_is_typed, (*value, *value.values()))):
        raise ValueError("a table holds texts without characters that no keyboard types, such as a NUL.")
    if not setting.by_currency:
        return value
    return {_currency(name): entry for name, entry in value.items()}


def _currency(name: str) -> str:
    """Return Stripe's code of a currency, which people like to write in capitals."""
    if not is_currency(name.lower()):
        raise ValueError(f"{shortened(name)} is no currency that Stripe has, such as usd.")
    return name.lower()


def _rates(setting: Setting, text: str) -> dict[str, str]:
    rates = _table(setting, text)
    for name, rate in rates.items():
        if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,6})?", rate) or Decimal(rate) > _MOST_PERCENT:
            raise ValueError(
                f"{shortened(rate)} of {shortened(name)} is no percentage between 0 and {_MOST_PERCENT} such as 7.25."
            )
    return rates


def _by_day(setting: Setting, text: str) -> dict[str, str]:
    table = _table(setting, text)
    for day, choice in table.items():
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
            raise ValueError(f"{shortened(day)} is no day such as 2026-01-31.")
        _day(setting, day)
        _choice(setting, choice)
    return table


def _list(setting: Setting, text: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    return tuple(map(_currency, parts)) if setting.by_currency else parts


def _address(_: Setting, text: str) -> str:
    found = _ADDRESS.fullmatch(text)
    if text and not (found and 0 < int(found["port"] or 1) <= _MOST_PORT):
        raise ValueError(f"{shortened(text)} is no address such as https://server:31002/SYSPROWCFService/Rest.")
    return text.rstrip("/")


def _day(_: Setting, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValueError(f"{shortened(text)} is no day such as 2026-01-31.") from error


def _zone(_: Setting, text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a folder of the zone files, such as Europe
        raise ValueError(f"{shortened(text)} is no time zone such as Europe/London.") from error


def _text(setting: Setting, text: str) -> str:
    if text and setting.like and not re.fullmatch(setting.like, text):
        raise ValueError(f"{_shown(setting, text)} is not like {setting.such_as}.")
    return text


#: Types whose value is a table of texts.
TABLES = frozenset({Type.TABLE, Type.BY_DAY, Type.RATES})

_PARSERS = {
    Type.TEXT: _text,
    Type.FILE: _text,
    Type.INTEGER: _integer,
    Type.YES_NO: _yes_no,
    Type.CHOICE: _choice,
    Type.TABLE: _table,
    Type.BY_DAY: _by_day,
    Type.RATES: _rates,
    Type.LIST: _list,
    Type.ADDRESS: _address,
    Type.DAY: _day,
    Type.ZONE: _zone,
}


class Values:
    """The settings in force: what is set, else the default, each with its type.

    Args:
        texts: Set values by name, as an earlier version of the program may have kept them: names that are no longer
            declared are left out, and where a text no longer fits the default counts and the name is in ``unusable``.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.texts = {name: setting.default for name, setting in SETTINGS.items() if not setting.secret}
        self._values = {name: parse(SETTINGS[name], text) for name, text in self.texts.items()}
        unusable = []
        for name, text in (texts or {}).items():
            if name not in self.texts:
                continue
            try:
                self._values[name] = parse(SETTINGS[name], text)
            except BadSettingError:
                unusable.append(name)
            else:
                self.texts[name] = text
        self._unusable = tuple(unusable)

    @property
    def unusable(self) -> tuple[str, ...]:
        """Names whose set text no longer fits; their default counts, and nothing should be posted with it."""
        return self._unusable

    def text(self, name: str) -> str:
        """Return a text, choice, address, file or time zone."""
        return str(self._values[name])

    def integer(self, name: str) -> int:
        """Return a whole number in the setting's unit."""
        return int(self._values[name])

    def yes(self, name: str) -> bool:
        """Return a yes/no."""
        return bool(self._values[name])

    def table(self, name: str) -> dict[str, str]:
        """Return a table of texts."""
        return dict(self._values[name])

    def items(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self._values[name])

    def day(self, name: str) -> date | None:
        """Return a day, or ``None`` where none is set."""
        day: date | None = self._values[name]
        return day

    def missing(self) -> list[str]:
        """Return the required settings that are empty, secrets left out, and those whose set text no longer fits."""
        required = [name for name, setting in SETTINGS.items() if setting.required and name not in self._unusable]
        empty = [name for name in required if not self.texts.get(name, "x").strip()]
        return [*empty, *(f"{name} (what is set there no longer fits)" for name in self._unusable)]

    def deciding(self) -> dict[str, str]:
        """Return the texts that influence what is posted, by name."""
        return {name: text for name, text in self.texts.items() if SETTINGS[name].decides}
