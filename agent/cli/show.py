"""Tables, sentences and JSON on standard output."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
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

from agent.domain.errors import Problem
from agent.domain.money import Money
from agent.domain.proof import ProofRow

#: Width of what is written to a file or pipe, in characters: wide enough that a row is seldom folded.
_WIDE = 160

#: Currencies side by side.
_CURRENCIES = 3

#: The lines of the books: what they are called, and the field of a proof row.
_BOOKS = (
    ("Stripe's balance", "stripe_minor"),
    ("  before the start", "opening_minor"),
    ("  posted", "posted_minor"),
    ("  waiting", "waiting_minor"),
    ("  held", "held_minor"),
    ("  in doubt", "in_doubt_minor"),
    ("  ignored", "ignored_minor"),
    ("Difference", "difference_minor"),
    ("Receipts in SYSPRO", "syspro_clearing_minor"),
    ("Difference to posted", "clearing_difference_minor"),
    ("Clearing ledger code", "syspro_ledger_minor"),
)


def console() -> Console:
    """Return standard output; texts are never read as markup, because customers' names may look like it."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if told else _WIDE, markup=False, highlight=False, emoji=False)


def echo_json(value: Any) -> None:
    """Print ``value`` as JSON on one line, in ASCII, so that every console and pipe can carry it."""
    click.echo(json.dumps(value, default=_plain))


def table(title: str, *columns: str, right: Iterable[str] = (), whole: Iterable[str] = ()) -> Table:
    """Return an empty table; those columns in ``right`` are aligned to the right, they and ``whole`` never folded."""
    made = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    made.show_header = any(columns)
    for column in columns:
        is_right = column in right
        made.add_column(
            column, justify="right" if is_right else "left", no_wrap=is_right or column in whole, overflow="fold"
        )
    return made


def cell(value: object) -> str:
    """Return ``value`` as text for a cell, without the control characters that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in str(value))


def stopped(problem: Problem) -> tuple[str, str, str]:
    """Return word, sentence and colour of a heading where something stands still because of a problem."""
    return "stopped", f"{problem.title}. {problem.message} {problem.press}".strip(), "yellow"


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


def print_books(out: Console, rows: Sequence[ProofRow]) -> None:
    """Print Stripe's balance against the five outcomes, and SYSPRO's clearing against the posted part.

    A currency is a column, three to a table, so that no console is too narrow to show an amount whole.
    """
    lines = [(label, field) for label, field in _BOOKS if _is_shown(rows, field)]
    for start in range(0, len(rows), _CURRENCIES):
        some = rows[start : start + _CURRENCIES]
        names = [f"{row.company} {row.currency.upper()}" for row in some]
        made = table("The books", "", *names, right=names)
        for label, field in lines:
            off = "difference" in field and any(getattr(row, field) for row in some)
            amounts = [_amount_of(row, field) for row in some]
            made.add_row(label, *amounts, style="red" if off else "")
        out.print(made)
        out.print()


def _is_shown(rows: Sequence[ProofRow], field: str) -> bool:
    """Say whether a line of the books says anything: not every site has an opening balance or a ledger code."""
    if field == "syspro_ledger_minor":
        return any(row.syspro_ledger_minor is not None for row in rows)
    return field != "opening_minor" or any(row.opening_minor for row in rows)


def _amount_of(row: ProofRow, field: str) -> str:
    value = getattr(row, field)
    return "-" if value is None else minor(value, row.currency)


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
