"""What the parts of flows are called, in the person's own language."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from agent.domain.conditions import Operator, Row
from agent.domain.decisions import Outcome
from agent.domain.flow_cards import FlowSeen, Section, Trigger
from agent.domain.walking import Said
from gui.theme import Tone
from gui.words import Look, spoken


def flow_title(row: FlowSeen) -> str:
    """Return what a flow does; those that are as the program ships them in the person's language."""
    return _titles().get(row.name, row.title) if row.shipped else row.title


def _titles() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "charge-to-order": translated("flows", "A payment becomes a customer, a sales order and a receipt"),
        "charge-to-invoice": translated("flows", "A payment becomes a customer, an invoice and its receipt"),
        "charge-to-receipt": translated("flows", "A payment becomes a receipt that pays open invoices"),
        "charge-to-summary": translated("flows", "A payment becomes a part of one journal a payout or day"),
        "day-to-journal": translated("flows", "A closed day becomes one journal entry a currency"),
        "dispute-to-journal": translated("flows", "A dispute becomes journal entries: withdrawn, won or lost"),
        "movement-to-journal": translated("flows", "Reserves, adjustments and top-ups become journal entries"),
        "payout-to-bank": translated("flows", "A payout becomes a journal entry: bank, fees, clearing"),
        "receipt-to-invoice": translated("flows", "Money on account pays the order's invoice"),
        "refund-to-credit": translated("flows", "A refund takes the sale back and pays the money out"),
    }


def short_title(row: FlowSeen) -> str:
    """Return a flow in a few words; those of the site's own as it calls them."""
    return short_name(row.name) if row.shipped else row.title


def short_name(name: str) -> str:
    """Return a flow that the program ships in a few words; another one by its name."""
    translated = QCoreApplication.translate
    return {
        "charge-to-order": translated("flows", "Payment to sales order"),
        "charge-to-invoice": translated("flows", "Payment to invoice"),
        "charge-to-receipt": translated("flows", "Payment to open invoices"),
        "charge-to-summary": translated("flows", "Payment to one journal"),
        "day-to-journal": translated("flows", "Closed day to journal"),
        "dispute-to-journal": translated("flows", "Dispute to journal"),
        "movement-to-journal": translated("flows", "Other movement to journal"),
        "payout-to-bank": translated("flows", "Payout to bank"),
        "receipt-to-invoice": translated("flows", "Receipt to its invoice"),
        "refund-to-credit": translated("flows", "Refund to credit note"),
    }.get(name, name)


def flow_state(row: FlowSeen) -> str:
    """Return what is to be known of a flow beside its cards; empty for one that is on and as it is shipped."""
    translated = QCoreApplication.translate
    parts = []
    if not row.on:
        parts.append(translated("flows", "Off: it is never asked, and may be unfinished."))
    if not row.shipped:
        parts.append(translated("flows", "Your own; updates of the program leave it as it is."))
    return " ".join(parts)


def subject_word(subject: str) -> str:
    """Return what a flow is about."""
    translated = QCoreApplication.translate
    return {
        "charge": translated("flows", "Payment"),
        "refund": translated("flows", "Refund"),
        "payout": translated("flows", "Payout"),
        "dispute": translated("flows", "Dispute"),
        "day": translated("flows", "A day's payments"),
        "balance_transaction": translated("flows", "Other movement"),
        "allocation": translated("flows", "Receipt and its invoice"),
    }.get(subject, subject)


def mode_word(mode: str) -> str:
    """Return what a posting mode is called."""
    translated = QCoreApplication.translate
    return {
        "orders": translated("flows", "sales orders"),
        "invoices": translated("flows", "invoices"),
        "open_invoices": translated("flows", "open invoices"),
        "summary": translated("flows", "summary journal"),
    }.get(mode, mode)


def own_word() -> str:
    """Return what a flow of the site's own is called."""
    return QCoreApplication.translate("flows", "your own")


def off_word() -> str:
    """Return what is said of what is switched off."""
    return QCoreApplication.translate("flows", "off")


def sentence_text(text: str) -> str:
    """Return what the engine says is wrong, as a sentence."""
    told = spoken(text)
    return told[:1].upper() + told[1:]


def trouble_look() -> Look:
    """Return how a flow or card that cannot work is shown."""
    return Look(QCoreApplication.translate("flows", "Cannot work"), "refused", Tone.BAD)


def outcome_word(outcome: Outcome) -> str:
    """Return how a condition ends the decision."""
    translated = QCoreApplication.translate
    return {
        Outcome.IGNORED: translated("flows", "Stop: nothing to post"),
        Outcome.WAITING: translated("flows", "Stop: wait"),
        Outcome.HELD: translated("flows", "Stop: ask a person"),
        Outcome.DOCUMENTS: translated("flows", "Documents were made"),
    }[outcome]


def section_word(section: Section) -> str:
    """Return what a kind of card is called."""
    translated = QCoreApplication.translate
    return {
        Section.TRIGGER: translated("flows", "Trigger"),
        Section.STOP: translated("flows", "Stop"),
        Section.STEP: translated("flows", "Document"),
        Section.HOLD: translated("flows", "Hold for approval"),
        Section.NOTIFY: translated("flows", "Tell a person"),
    }[section]


def section_heading(section: Section) -> str:
    """Return what stands above the cards of a section."""
    translated = QCoreApplication.translate
    return {
        Section.TRIGGER: translated("flows", "When this comes"),
        Section.STOP: translated("flows", "Stop where one of these holds"),
        Section.STEP: translated("flows", "Else make these documents"),
        Section.HOLD: translated("flows", "Hold them for approval where"),
        Section.NOTIFY: translated("flows", "Tell a person where"),
    }[section]


def trigger_sentence(content: Trigger, modes: Sequence[str]) -> str:
    """Return in which posting modes a flow wants its subject."""
    translated = QCoreApplication.translate
    if modes:
        return translated("flows", "In the posting mode {modes}").format(modes=", ".join(modes))
    return translated("flows", "In every posting mode") if content.subject == "charge" else content.title


def operator_word(operator: Operator) -> str:
    """Return what an operator of a row is called."""
    translated = QCoreApplication.translate
    return {
        Operator.IS: translated("flows", "is"),
        Operator.IS_NOT: translated("flows", "is not"),
        Operator.OVER: translated("flows", "is over"),
        Operator.AT_LEAST: translated("flows", "is at least"),
        Operator.UNDER: translated("flows", "is under"),
        Operator.AT_MOST: translated("flows", "is at most"),
        Operator.ONE_OF: translated("flows", "is one of"),
        Operator.NONE_OF: translated("flows", "is none of"),
        Operator.CONTAINS: translated("flows", "contains"),
        Operator.CONTAINS_NOT: translated("flows", "does not contain"),
        Operator.STARTS_WITH: translated("flows", "begins with"),
        Operator.ENDS_WITH: translated("flows", "ends with"),
        Operator.HOLDS: translated("flows", "is yes"),
        Operator.HOLDS_NOT: translated("flows", "is no"),
    }[operator]


#: Operators that read better where the value is an empty text.
_EMPTY = frozenset({Operator.IS, Operator.IS_NOT})


def empty_word(operator: Operator) -> str:
    """Return how a row compares with an empty text."""
    translated = QCoreApplication.translate
    return translated("flows", "is empty") if operator is Operator.IS else translated("flows", "is not empty")


def row_text(row: Row) -> str:
    """Return one row in words."""
    word = operator_word(row.operator)
    if row.value == "" and row.operator in _EMPTY:
        return f"{row.field} {empty_word(row.operator)}"
    if row.operator in {Operator.HOLDS, Operator.HOLDS_NOT}:
        return f"{row.field} {word}"
    return f"{row.field} {word} {value_text(row.value)}"


def value_text(value: object) -> str:
    """Return the value of a row as it is read."""
    if isinstance(value, tuple):
        return ", ".join(map(value_text, value))
    if isinstance(value, bool):
        return truth_text("yes" if value else "no")
    return str(value) if isinstance(value, int) else f"“{value}”"


def truth_text(text: str) -> str:
    """Return the text of a value, yes and no in the person's language."""
    translated = QCoreApplication.translate
    return {"yes": translated("flows", "yes"), "no": translated("flows", "no")}.get(text, text)


def match_word(match: str) -> str:
    """Return what is said of rows of which all, or any, have to hold."""
    translated = QCoreApplication.translate
    return translated("flows", "All of these hold") if match == "all" else translated("flows", "Any of these holds")


def joined_text(match: str, said: Sequence[str]) -> str:
    """Return parts of a condition as one sentence."""
    translated = QCoreApplication.translate
    word = translated("flows", "and") if match == "all" else translated("flows", "or")
    return f" {word} ".join(said)


def said_look(said: Said) -> Look:
    """Return how it is shown what came of a card."""
    translated = QCoreApplication.translate
    looks: Mapping[Said, tuple[str, str, Tone]] = {
        Said.WANTED: (translated("flows", "Wanted"), "proven", Tone.GOOD),
        Said.NOT_WANTED: (translated("flows", "Not wanted"), "ignored", Tone.QUIET),
        Said.PASSED: (translated("flows", "Goes on"), "working", Tone.ACTIVE),
        Said.STOPPED: (translated("flows", "Ends here"), "stopped", Tone.WARN),
        Said.MADE: (translated("flows", "Made"), "proven", Tone.GOOD),
        Said.NOT_MADE: (translated("flows", "Not made"), "ignored", Tone.QUIET),
        Said.SET_ASIDE: (translated("flows", "Needs you"), "needs-you", Tone.WARN),
        Said.HELD: (translated("flows", "Held"), "needs-you", Tone.WARN),
        Said.FREE: (translated("flows", "Not held"), "working", Tone.ACTIVE),
        Said.TOLD: (translated("flows", "Told"), "proven", Tone.GOOD),
        Said.SILENT: (translated("flows", "Not told"), "ignored", Tone.QUIET),
        Said.UNUSABLE: (translated("flows", "Cannot tell"), "refused", Tone.BAD),
        Said.NOT_REACHED: (translated("flows", "Not reached"), "waiting", Tone.QUIET),
        Said.OFF: (translated("flows", "Off"), "paused", Tone.QUIET),
    }
    word, shape, tone = looks[said]
    return Look(word, shape, tone)


def example_word() -> str:
    """Return what an invented event is called."""
    return QCoreApplication.translate("flows", "Example")


def ending_text(outcome: Outcome, reason: str) -> str:
    """Return how a walk ends."""
    translated = QCoreApplication.translate
    said = {
        Outcome.DOCUMENTS: translated("flows", "The documents are made and would be posted."),
        Outcome.IGNORED: translated("flows", "Nothing is posted."),
        Outcome.WAITING: translated("flows", "It waits and is decided again."),
        Outcome.HELD: translated("flows", "A person is asked before anything is made."),
    }[outcome]
    if outcome is Outcome.DOCUMENTS and reason:
        said = translated("flows", "The documents are made, and not all can be posted yet.")
    return f"{said} {spoken(reason)}".strip()


def section_help(section: Section) -> str:
    """Return what a kind of card is for."""
    translated = QCoreApplication.translate
    return {
        Section.TRIGGER: translated("flows", "What the flow is about. The first flow that wants an event has it."),
        Section.STOP: translated("flows", "Where its condition holds, it ends here and no document is made."),
        Section.STEP: translated("flows", "Makes one document in SYSPRO; its fields are filled as the mapping says."),
        Section.HOLD: translated("flows", "Where its condition holds, the documents wait for somebody's approval."),
        Section.NOTIFY: translated("flows", "Puts a sentence on the work list; the money goes on."),
    }[section]


def condition_heading(section: Section) -> str:
    """Return what stands above the condition of a card."""
    translated = QCoreApplication.translate
    return {
        Section.TRIGGER: translated("flows", "It is wanted where"),
        Section.STOP: translated("flows", "It ends where"),
        Section.STEP: translated("flows", "It is made where"),
        Section.HOLD: translated("flows", "They wait where"),
        Section.NOTIFY: translated("flows", "It is told where"),
    }[section]


def start_word(name: str) -> str:
    """Return what a condition is called that a new card can begin with."""
    translated = QCoreApplication.translate
    return {
        "amount": translated("flows", "Amount over…"),
        "first_time": translated("flows", "First-time customer"),
        "new_stock_code": translated("flows", "Stock code that SYSPRO does not have"),
        "weekend": translated("flows", "At the weekend"),
        "guest": translated("flows", "Guest without a customer"),
        "currency": translated("flows", "In a currency…"),
        "part": translated("flows", "Only a part is given back"),
    }.get(name, name)


def start_sentence(name: str, subject: str) -> str:
    """Return what a person reads of a condition that a new card begins with."""
    translated = QCoreApplication.translate
    amount = {"charge": "{payment.amount}", "balance_transaction": "{movement.amount}"}.get(
        subject, "{" + subject + ".amount}"
    )
    return {
        "amount": translated("flows", "{amount} is more than passes without a second look."),
        "first_time": translated("flows", "{payer.name} pays for the first time: {amount}."),
        "new_stock_code": translated("flows", "{amount} by {payer.name} names a stock code that SYSPRO does not have."),
        "weekend": translated("flows", "{amount} by {payer.name} came at the weekend."),
        "guest": translated("flows", "{amount} came from a guest: {payer.name}."),
        "currency": translated("flows", "{amount} by {payer.name} is in another currency."),
        "part": translated("flows", "Only {amount} of a payment is given back."),
    }.get(name, "").replace("{amount}", amount)
