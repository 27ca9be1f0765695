"""Tables, sentences and JSON on standard output."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from agent.domain.money import Money
from agent.domain.proof import ProofRow

#: Width of what is written to a file or pipe, in characters: wide enough that a row is seldom folded.
_WIDE = 160


def console() -> Console:
    """Return standard output; texts are never read as markup, because customers' names may look like it."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if told else _WIDE, markup=False, highlight=False, emoji=False)


def echo_json(value: Any) -> None:
    """Print ``value`` as JSON on one line, in ASCII, so that every console and pipe can carry it."""
    click.echo(json.dumps(value, default=_plain))


def table(title: str, *columns: str, right: Iterable[str] = ()) -> Table:
    """Return an empty table; the columns named in ``right`` are aligned to the right and never folded."""
    made = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    made.show_header = any(columns)
    for column in columns:
        is_right = column in right
        made.add_column(column, justify="right" if is_right else "left", no_wrap=is_right, overflow="fold")
    return made


def cell(value: object) -> str:
    """Return ``value`` as text for a cell, without the control characters that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in str(value))


def heading(console: Console, word: str, sentence: str, style: str) -> None:
    """Print the answer that a person looks for first: a word, and a sentence in bold."""
    console.print()
    console.print(Text(word.upper(), style=f"{style} bold"))
    console.print(Text(cell(sentence), style="bold"))
    console.print()


def amount(money: Money | None) -> str:
    """Return an amount with its currency, or nothing."""
    return str(money) if money else ""


def minor(value: int, currency: str) -> str:
    """Return minor units of a currency as a number of units with its decimals."""
    return f"{Money(value, currency).to_decimal():,}"


def proof_table(rows: Iterable[ProofRow]) -> Table:
    """Return the books: Stripe against the five outcomes, SYSPRO's clearing against the posted part."""
    numbers = "Stripe", "Posted", "Waiting", "Held", "In doubt", "Ignored", "Difference", "SYSPRO", "Less posted"
    made = table("The books", "Company", "Currency", *numbers, right=numbers)
    for row in rows:
        parts = (
            row.stripe_minor,
            row.posted_minor,
            row.waiting_minor,
            row.held_minor,
            row.in_doubt_minor,
            row.ignored_minor,
            row.difference_minor,
            row.syspro_clearing_minor,
            row.clearing_difference_minor,
        )
        texts = [minor(part, row.currency) for part in parts]
        made.add_row(row.company, row.currency.upper(), *texts, style="" if row.holds else "red")
    return made


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date | Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON.")
