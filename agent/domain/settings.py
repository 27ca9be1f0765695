"""The declared settings: one table from which validation, the command line and the form are made.

A value is kept as text; :func:`parse` gives it its type. Secrets are declared here too, but their values live in the
keyring alone. Settings marked ``decides`` influence what is posted and become part of the mapping revision.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
        raise BadSettingError(f"There is no setting {name!r}. `syspro-stripe config` lists them all.")
    return SETTINGS[name]


def parse(setting: Setting, text: str) -> Any:
    """Return the value that ``text`` stands for: str, int, bool, dict, tuple or date.

    Raises:
        BadSettingError: When it stands for none.
    """
    try:
        return _PARSERS[setting.type](setting, text.strip())
    except ValueError as error:
        raise BadSettingError(f"{setting.name}: {error}") from error


def _integer(setting: Setting, text: str) -> int:
    if not re.fullmatch(r"-?\d{1,18}", text):
        raise ValueError(f"{text!r} is not a whole number.")
    number = int(text)
    if (setting.least is not None and number < setting.least) or (setting.most is not None and number > setting.most):
        raise ValueError(f"{number} is not between {setting.least} and {setting.most}.")
    return number


def _yes_no(_: Setting, text: str) -> bool:
    if text.lower() not in {"yes", "no", "true", "false"}:
        raise ValueError(f"{text!r} is neither yes nor no.")
    return text.lower() in {"yes", "true"}


def _choice(setting: Setting, text: str) -> str:
    if text not in setting.choices:
        raise ValueError(f"{text!r} is not one of {', '.join(setting.choices)}.")
    return text


def _table(_: Setting, text: str) -> dict[str, str]:
    try:
        value = json.loads(text or "{}")
    except (ValueError, RecursionError) as error:
        raise ValueError(f'it is no table such as {{"usd": "USD"}} ({error}).') from error
    if not isinstance(value, dict) or not all(isinstance(entry, str) for entry in value.values()):
        raise ValueError('a table reads {"name": "value", ...} with texts on both sides.')
    return value


def _rates(setting: Setting, text: str) -> dict[str, str]:
    rates = _table(setting, text)
    for name, rate in rates.items():
        if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,6})?", rate) or Decimal(rate) > _MOST_PERCENT:
            raise ValueError(f"{rate!r} of {name!r} is no percentage between 0 and {_MOST_PERCENT} such as 7.25.")
    return rates


def _by_day(setting: Setting, text: str) -> dict[str, str]:
    table = _table(setting, text)
    for day, choice in table.items():
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
            raise ValueError(f"{day!r} is no day such as 2026-01-31.")
        _day(setting, day)
        _choice(setting, choice)
    return table


def _list(_: Setting, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _address(_: Setting, text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", text):
        raise ValueError(f"{text!r} is no address such as https://server:31002/SYSPROWCFService/Rest.")
    return text.rstrip("/")


def _day(_: Setting, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValueError(f"{text!r} is no day such as 2026-01-31.") from error


def _zone(_: Setting, text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a folder of the zone files, such as Europe
        raise ValueError(f"{text!r} is no time zone such as Europe/London.") from error


def _text(_: Setting, text: str) -> str:
    return text


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
