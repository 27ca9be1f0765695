"""Setting up as people read it: steps, templates, questions, what was found and previewed. Pure but for the words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from agent.domain.documents import State
from agent.domain.erp import CodeList
from agent.domain.money import Money
from agent.domain.preview import RECEIVABLES
from agent.domain.setup import AnswerField, Found, PreviewSummary, Right, Step, Tried, Why
from gui.theme import Tone
from gui.words import amount_text, count_text, day_text, problem_text, spoken

#: The steps a person sees, in order.
STEPS = (Step.ACCESS, Step.DISCOVER, Step.CONFIGURE, Step.VALIDATE, Step.LAUNCH)

#: Most codes of a list that are named.
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with its state.

    Attributes:
        shape: Drawing of the state.
        tone: Meaning of its colour.
        name: What it is.
        text: What is to be said of it.
    """

    shape: str
    tone: Tone
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of a preview.

    Attributes:
        heading: What is counted.
        figure: How many.
        caption: The money they stand for, by currency.
        tone: Meaning of its colour.
    """

    heading: str
    figure: str
    caption: str
    tone: Tone


def step_word(step: Step) -> str:
    """Return what a step is called."""
    translated = QCoreApplication.translate
    return {
        Step.ACCESS: translated("setup", "Access"),
        Step.DISCOVER: translated("setup", "Look around"),
        Step.CONFIGURE: translated("setup", "Configure"),
        Step.VALIDATE: translated("setup", "Preview"),
        Step.LAUNCH: translated("setup", "Launch"),
        Step.LAUNCHED: translated("setup", "Launched"),
    }[step]


def template_words(name: str) -> tuple[str, str]:
    """Return title and a sentence of a template; its name where it is younger than these words."""
    translated = QCoreApplication.translate
    return {
        "web-shop": (
            translated("setup", "Web shop with stock orders"),
            translated("setup", "Each payment becomes a sales order and a receipt; SYSPRO invoices what it ships."),
        ),
        "b2b-invoices": (
            translated("setup", "Invoices to businesses, paid online"),
            translated("setup", "Each payment becomes a receipt that pays the open invoices it is for."),
        ),
        "subscriptions": (
            translated("setup", "Subscriptions"),
            translated("setup", "Each payment becomes an invoice in receivables and the receipt that pays it."),
        ),
        "donations": (
            translated("setup", "Donations, or services without stock"),
            translated("setup", "All payers are one customer a currency, each payment an invoice and its receipt."),
        ),
        "summary-journal": (
            translated("setup", "One journal for each payout"),
            translated("setup", "Totals in the ledger alone: no customers, no orders, no receipts."),
        ),
    }.get(name, (name, ""))


def question_word(field: AnswerField) -> str:
    """Return what a place for an answer is called, with its currency or tax code."""
    word = question_name(field.question)
    entry = field.entry.upper()
    return f"{word} {entry}" if entry else word


def question_name(question: str) -> str:
    """Return what a question of a template is called."""
    return _questions().get(question, question.replace("_", " "))


def _questions() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "clearing_bank": translated("setup", "Bank for Stripe's balance"),
        "clearing_account": translated("setup", "Its ledger code"),
        "bank_account": translated("setup", "Ledger code of the real bank"),
        "fees": translated("setup", "Stripe's fees"),
        "fee_tax": translated("setup", "Tax on fees"),
        "held_money": translated("setup", "Money that Stripe holds"),
        "dispute_losses": translated("setup", "Losses from disputes"),
        "differences": translated("setup", "Exchange and rounding"),
        "sales": translated("setup", "Sales"),
        "sales_returns": translated("setup", "Refunds to customers"),
        "guests": translated("setup", "Customer for guests"),
        "new_payers": translated("setup", "A payer SYSPRO does not have"),
        "branch": translated("setup", "Branch of new customers"),
        "customer_class": translated("setup", "Class of new customers"),
        "terms": translated("setup", "Terms of new customers"),
        "area": translated("setup", "Area of new customers"),
        "salesperson": translated("setup", "Salesperson of new customers"),
        "price_codes": translated("setup", "Price code of new customers"),
        "invoice_length": translated("setup", "Length of invoice numbers"),
        "warehouse": translated("setup", "Warehouse that ships"),
        "charge_class": translated("setup", "Product class of charges"),
        "tax_rates": translated("setup", "Percentage of tax code"),
        "tax_codes": translated("setup", "Tax code for"),
        "invoice_class": translated("setup", "Product class of invoices"),
        "credit_class": translated("setup", "Product class of refunds"),
        "unmatched": translated("setup", "A payment without an open invoice"),
    }


def why_word(field: AnswerField) -> str:
    """Return why an answer stands there, in a few words."""
    translated = QCoreApplication.translate
    needed = translated("setup", "has to be chosen") if field.required else translated("setup", "may stay empty")
    return {
        Why.SET: translated("setup", "as you have set it"),
        Why.NAMED: translated("setup", "its name fits"),
        Why.ONLY: translated("setup", "the only one"),
        Why.LEARNED: translated("setup", "as your records have it"),
        Why.DEFAULT: translated("setup", "usual"),
        Why.NOTHING: needed,
    }[field.why]


def right_line(right: Right) -> Line:
    """Return one right as a line."""
    if right.is_missing:
        return Line("refused", Tone.BAD, spoken(right.name), f"{spoken(right.message)} ({spoken(right.needed_for)})")
    if right.is_too_strong:
        return Line("needs-you", Tone.WARN, spoken(right.name), spoken(right.message))
    return Line("proven", Tone.GOOD, spoken(right.name), spoken(right.needed_for))


def access_line(tried: Tried) -> Line:
    """Return a whole connection in one line."""
    translated = QCoreApplication.translate
    if tried.problem is not None:
        text = problem_text(tried.problem)
        return Line("refused", Tone.BAD, tried.system, text)
    missing = sum(right.is_missing for right in tried.rights)
    strong = sum(right.is_too_strong for right in tried.rights)
    granted = sum(right.granted for right in tried.rights)
    if missing:
        text = translated("setup", "{missing} missing, {granted} granted.").format(missing=missing, granted=granted)
        return Line("refused", Tone.BAD, tried.system, text)
    if strong:
        text = translated("setup", "It works, and is stronger than it has to be ({strong}).").format(strong=strong)
        return Line("needs-you", Tone.WARN, tried.system, text)
    text = translated("setup", "It works: {granted} granted, nothing missing, nothing too strong.")
    return Line("proven", Tone.GOOD, tried.system, text.format(granted=granted))


def found_lines(found: Found) -> list[tuple[str, str]]:
    """Return what there is on both sides, a label and a text each."""
    translated = QCoreApplication.translate
    periods = found.periods
    months = ""
    if periods:
        ends = periods.ledger_ends[periods.ledger_period - 1 : periods.ledger_period]
        words = translated("setup", "period {period} of {year}, to {day}")
        day = day_text(ends[0]) if ends else "?"
        months = words.format(period=periods.ledger_period, year=periods.ledger_year, day=day)
    companies = ", ".join(found.companies) or found.company
    keys = found.keys
    return [
        (translated("setup", "Stripe account"), found.account),
        (translated("setup", "Currencies of its balance"), ", ".join(found.currencies).upper()),
        (translated("setup", "SYSPRO companies"), companies),
        (translated("setup", "Currency of the company"), found.local_currency.upper()),
        *((word, _named(found, which)) for which, word in _lists().items()),
        (translated("setup", "Ledger codes"), count_text(len(found.ledger))),
        (translated("setup", "Open ledger period"), months),
        (translated("setup", "Customer codes"), _format(keys.customer_numeric, keys.customer_length)),
        (translated("setup", "Invoice numbers"), _format(keys.invoice_numeric, keys.invoice_length)),
    ]


def _lists() -> dict[CodeList, str]:
    translated = QCoreApplication.translate
    return {
        CodeList.BANKS: translated("setup", "Banks"),
        CodeList.BRANCHES: translated("setup", "Branches"),
        CodeList.WAREHOUSES: translated("setup", "Warehouses"),
        CodeList.AREAS: translated("setup", "Areas"),
        CodeList.TERMS: translated("setup", "Terms"),
        CodeList.CURRENCIES: translated("setup", "Currencies"),
        CodeList.TAX_CODES: translated("setup", "Tax codes in use"),
        CodeList.PRODUCT_CLASSES: translated("setup", "Product classes in use"),
        CodeList.PRICE_CODES: translated("setup", "Price codes in use"),
    }


def _named(found: Found, which: CodeList) -> str:
    codes = [row.code for row in found.codes(which)]
    rest = len(codes) - _MOST_NAMED
    named = ", ".join(codes[:_MOST_NAMED])
    return f"{named} (+{count_text(rest)})" if rest > 0 else named


def _format(numeric: bool | None, length: int) -> str:  # noqa: FBT001 - what was learned, not a switch
    translated = QCoreApplication.translate
    if numeric is None:
        return translated("setup", "no record tells")
    words = (
        translated("setup", "{length} digits, padded with zeros")
        if numeric
        else translated("setup", "up to {length} letters and digits")
    )
    return words.format(length=length)


def tiles(preview: PreviewSummary) -> list[Tile]:
    """Return the figures of a preview."""
    translated = QCoreApplication.translate
    shown = [
        _tile(preview, State.POSTED, translated("setup", "Would be posted"), Tone.GOOD),
        _tile(preview, State.HELD, translated("setup", "Would wait for approval"), Tone.WARN),
        _tile(preview, State.PARKED, translated("setup", "Would be refused"), Tone.BAD),
    ]
    caption = translated("setup", "{waiting} wait for Stripe, {ignored} move no money").format(
        waiting=count_text(preview.waiting), ignored=count_text(preview.ignored)
    )
    return [*shown, Tile(translated("setup", "You would decide"), count_text(preview.held), caption, Tone.WARN)]


def _tile(preview: PreviewSummary, state: State, heading: str, tone: Tone) -> Tile:
    count = preview.count(state)
    sums = [Money(one.minor, one.currency) for one in preview.sums if one.state is state and one.currency]
    caption = "\n".join(amount_text(money) for money in sums)
    return Tile(heading, count_text(count), caption, tone if count else Tone.QUIET)


def account_rows(preview: PreviewSummary) -> list[tuple[str, str, str]]:
    """Return account, debit and credit of what would be posted."""
    found = []
    for one in preview.accounts:
        debit, credit = (amount_text(Money(minor, one.currency)) for minor in (one.debit_minor, one.credit_minor))
        found.append((_account(one.account), debit if one.debit_minor else "", credit if one.credit_minor else ""))
    return found


def _account(account: str) -> str:
    """Return what an account of the totals is called; a ledger code is its own name."""
    translated, (what, _, code) = QCoreApplication.translate, account.partition(" ")
    if account == RECEIVABLES:
        return translated("setup", "receivables")
    words = {"bank": translated("setup", "bank {code}"), "sales": translated("setup", "sales {code}")}
    return words[what].format(code=code) if code and what in words else account
