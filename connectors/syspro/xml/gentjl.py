"""GENTJL: post a general ledger journal (Transaction/Post).

Source: reference, section 2.8: inputs from SYSPRO's own schemas, the reply's key and counts seen in third-party code.
That a positive ``EntryAmount`` is a debit is inferred from ``GenJournalDetail.EntryValue``; reading back proves it.
What the letters of ``AuthorizeJournal`` mean is not public, so the body carries the site's.
"""

import re
from dataclasses import replace
from decimal import Decimal

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Journal, JournalLine
from connectors.syspro.xml.build import document, flag, group, leaf, needed, value
from connectors.syspro.xml.journal_keys import key_below
from connectors.syspro.xml.reply import Node, Verdict, judge
from connectors.syspro.xml.request import Posted, Request

ROOT = "PostGlJournal"

#: A journal has at least a debit and a credit.
_LEAST_LINES = 2


def build(journal: Journal, *, validate: bool = False) -> Request:
    """Return the parameters and the document that add ``journal``.

    Args:
        journal: The journal.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or amount does not fit, a line is zero, there are fewer than two lines, they do not
            balance or are in several currencies, or year and period do not come together.
    """
    _check(journal)
    parameters = group(
        "Parameters",
        leaf("IgnoreWarnings", journal.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
        # A adds; M would change a journal that is there.
        leaf("ActionType", "A"),
    )
    return Request(document(ROOT, parameters), document(ROOT, _item(journal)))


def parse(root: Node) -> Posted:
    """Return what became of the journal; its key reads ``year/period/journal``, such as ``2026/11/1234``."""
    key = key_below(root.first("Item/Transaction/Key"))
    judgement = judge(root, ROOT, key=key)
    taken = root.text("StatusOfItems/JournalsProcessed")
    if judgement.verdict is Verdict.REFUSED and re.search("[1-9]", taken):
        # PostingsProcessed may count the good lines of a refused journal; a processed journal is no refusal.
        why = "The answer reports an error and a processed journal at once."
        judgement = replace(judgement, verdict=Verdict.UNCLEAR, why=why)
    return Posted(judgement, key)


def _check(journal: Journal) -> None:
    lines = journal.lines
    if len(lines) < _LEAST_LINES:
        raise DoesNotFitError(f"JournalDetails: a journal needs at least two lines, not {len(lines)}.")
    if len({line.value.currency for line in lines}) > 1:
        raise DoesNotFitError("EntryAmount: the lines of a journal are in one currency.")
    for line in lines:
        if not line.value:
            raise DoesNotFitError(f"EntryAmount: the line on ledger code {line.ledger_code} is zero.")
    rest = sum((line.value.to_decimal() for line in lines), Decimal(0))
    if rest:
        raise DoesNotFitError(f"JournalDetails: debits and credits differ by {rest:f}.")
    if bool(journal.year) != bool(journal.period):
        raise DoesNotFitError("PostingPeriod: a ledger year and a period of it come together.")


def _item(journal: Journal) -> str:
    return group(
        "Item",
        # N is a normal journal.
        leaf("JournalType", "N"),
        leaf("AuthorizeJournal", journal.authorize),
        flag("PostJournal", yes=journal.post),
        needed("JournalDate", journal.date),
        needed("JournalReference", journal.reference),
        leaf("Notation", journal.notation),
        leaf("PostingPeriod", journal.period),
        leaf("PostingYear", journal.year),
        leaf("Currency", journal.currency),
        *(_line(line, journal.reference) for line in journal.lines),
    )


def _line(line: JournalLine, reference: str) -> str:
    return group(
        "JournalDetails",
        needed("LedgerCode", line.ledger_code),
        needed("Reference", reference),
        value("EntryAmount", line.value),
        leaf("Comment", line.comment),
    )
