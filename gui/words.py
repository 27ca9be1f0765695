"""What things are called: states, kinds, verbs, moments and amounts, in the person's own language."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject, QTime

from agent.domain.documents import State
from agent.domain.errors import Problem
from agent.domain.kinds import Kind
from agent.domain.language import ENGINE
from agent.domain.money import Money
from agent.domain.status import Overall, Verdict
from agent.domain.worklist import Sort, Tab, Verb, WorkRow
from gui.theme import Tone


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: a word, a shape and a colour.

    Attributes:
        word: One or two words.
        shape: Name of its drawing.
        tone: What its colour means.
    """

    word: str
    shape: str
    tone: Tone


def spoken(text: str) -> str:
    """Return a sentence of the engine in the person's language; what others have written stays as it is."""
    return QCoreApplication.translate(ENGINE, text)


def problem_text(problem: Problem) -> str:
    """Return a whole problem in one paragraph: what happened, why, and what to press."""
    return spoken(f"{problem.title}. {problem.message} {problem.press}".strip())


class Counted(QObject):
    """Sentences with a number in them; a class, because only there all versions of Qt's tools find plurals."""

    def in_doubt(self, count: int) -> str:
        """Return how many documents are in doubt."""
        return self.tr("%n document(s) in doubt; SYSPRO is searched, nothing is sent twice.", "", count)

    def waiting_for_you(self, count: int) -> str:
        """Return how many things wait for a person."""
        return self.tr("%n thing(s) wait for you.", "", count)

    def on_the_way(self, count: int) -> str:
        """Return how many things are on the way."""
        return self.tr("%n thing(s) on the way.", "", count)

    def unposted(self, count: int) -> str:
        """Return how many movements of a payout are not in SYSPRO yet."""
        return self.tr("The movements add up to the payout; %n of them are not in SYSPRO yet.", "", count)

    def ignored(self, count: int) -> str:
        """Return how many movements of a payout will never be in SYSPRO, all others being there."""
        return self.tr(
            "The movements add up to the payout; %n of them are ignored, all others are in SYSPRO.", "", count
        )

    def seconds(self, count: int) -> str:
        """Return a number of seconds."""
        return self.tr("%n second(s)", "", count)

    def minutes(self, count: int) -> str:
        """Return a number of minutes."""
        return self.tr("%n minute(s)", "", count)

    def hours(self, count: int) -> str:
        """Return a number of hours."""
        return self.tr("%n hour(s)", "", count)

    def days(self, count: int) -> str:
        """Return a number of days."""
        return self.tr("%n day(s)", "", count)


#: The one of them.
COUNTED = Counted()


def overall_look(overall: Overall) -> Look:
    """Return how the overall state is shown."""
    translated = QCoreApplication.translate
    shapes = {
        Overall.MISCONFIGURED: ("refused", Tone.BAD, translated("words", "Set-up needed")),
        Overall.STOPPED: ("stopped", Tone.BAD, translated("words", "Engine stopped")),
        Overall.IN_DOUBT: ("in-doubt", Tone.DOUBT, translated("words", "In doubt")),
        Overall.NEEDS_YOU: ("needs-you", Tone.WARN, translated("words", "Needs you")),
        Overall.OFFLINE: ("offline", Tone.WARN, translated("words", "Offline")),
        Overall.PAUSED: ("paused", Tone.QUIET, translated("words", "Paused")),
        Overall.WORKING: ("working", Tone.ACTIVE, translated("words", "Working")),
        Overall.PROVEN: ("proven", Tone.GOOD, translated("words", "Proven")),
        Overall.IDLE: ("idle", Tone.QUIET, translated("words", "Idle")),
    }
    shape, tone, word = shapes[overall]
    return Look(word, shape, tone)


def verdict_sentence(verdict: Verdict) -> str:
    """Return the overall state as a sentence; where a job says what is wrong, its own words."""
    translated, count = QCoreApplication.translate, verdict.count
    sentences = {
        Overall.STOPPED: translated("words", "No engine is running, or it is silent; nothing is read or posted."),
        Overall.IN_DOUBT: COUNTED.in_doubt(count),
        Overall.NEEDS_YOU: COUNTED.waiting_for_you(count),
        Overall.PAUSED: translated("words", "Paused; nothing is read or posted."),
        Overall.WORKING: COUNTED.on_the_way(count),
        Overall.PROVEN: translated("words", "All payments are posted; Stripe and SYSPRO agree to the cent."),
        Overall.IDLE: translated("words", "Nothing to do."),
    }
    return sentences.get(verdict.overall) or spoken(verdict.sentence)


def state_look(state: State) -> Look:
    """Return how a document's state is shown."""
    translated = QCoreApplication.translate
    return {
        State.PENDING: Look(translated("words", "Waiting"), "waiting", Tone.QUIET),
        State.POSTING: Look(translated("words", "Posting"), "working", Tone.ACTIVE),
        State.POSTED: Look(translated("words", "Posted"), "proven", Tone.GOOD),
        State.PARKED: Look(translated("words", "Needs you"), "needs-you", Tone.WARN),
        State.IN_DOUBT: Look(translated("words", "In doubt"), "in-doubt", Tone.DOUBT),
        State.HELD: Look(translated("words", "To approve"), "needs-you", Tone.WARN),
        State.CANCELLED: Look(translated("words", "Ignored"), "ignored", Tone.QUIET),
    }[state]


def row_look(row: WorkRow, tab: Tab) -> Look:
    """Return how a row of the work list is shown."""
    translated = QCoreApplication.translate
    if tab is Tab.IGNORED:
        return Look(translated("words", "Ignored"), "ignored", Tone.QUIET)
    if row.state is not None:
        return state_look(row.state)
    match row.sort:
        case Sort.SET_ASIDE:
            return Look(translated("words", "Not read"), "needs-you", Tone.WARN)
        case Sort.DISCREPANCY:
            return Look(translated("words", "Differs"), "refused", Tone.BAD)
        case Sort.NOTE:
            return Look(translated("words", "To read"), "needs-you", Tone.WARN)
        case _:
            return Look(translated("words", "Held"), "needs-you", Tone.WARN)


def kind_word(kind: Kind | None) -> str:
    """Return what a kind of document is called."""
    translated = QCoreApplication.translate
    words = {
        Kind.CUSTOMER: translated("words", "Customer"),
        Kind.CUSTOMER_CHANGE: translated("words", "Customer change"),
        Kind.CUSTOM_FORM: translated("words", "Custom form"),
        Kind.SALES_ORDER: translated("words", "Sales order"),
        Kind.RECEIPT: translated("words", "Receipt"),
        Kind.AR_DOCUMENT: translated("words", "AR document"),
        Kind.ADJUSTMENT: translated("words", "AR adjustment"),
        Kind.INVOICE_CREDIT: translated("words", "Credit of an invoice"),
        Kind.CREDIT_NOTE: translated("words", "Credit note"),
        Kind.CREDIT_NOTE_LINE: translated("words", "Credit note line"),
        Kind.ORDER_INVOICE: translated("words", "Order to invoice"),
        Kind.ORDER_CANCEL: translated("words", "Order cancelled"),
        Kind.JOURNAL: translated("words", "Journal"),
        Kind.CASH_ENTRY: translated("words", "Cash book entry"),
        Kind.BANK_RECEIPT: translated("words", "Receipt into the bank"),
    }
    # A kind that is younger than these words is called by its name.
    return words.get(kind, kind.value.replace("_", " ")) if kind else ""


def what_word(row: WorkRow) -> str:
    """Return what a row is, in a word or two."""
    if row.kind is not None:
        return kind_word(row.kind)
    translated = QCoreApplication.translate
    return {
        Sort.DECISION: translated("words", "Decision"),
        Sort.SET_ASIDE: translated("words", "Stripe object"),
        Sort.DISCREPANCY: translated("words", "Discrepancy"),
        Sort.NOTE: translated("words", "Note of a flow"),
    }.get(row.sort, "")


def verb_word(verb: Verb) -> str:
    """Return what a button with this verb says."""
    translated = QCoreApplication.translate
    return {
        Verb.RETRY: translated("words", "Retry"),
        Verb.APPROVE: translated("words", "Approve"),
        Verb.RESOLVE: translated("words", "Resolve"),
        Verb.ACCEPT: translated("words", "Accept"),
        Verb.SEEN: translated("words", "Seen"),
        Verb.RESTORE: translated("words", "Restore"),
        Verb.NONE: "",
    }[verb]


def job_word(name: str) -> str:
    """Return what a job does, in a word or two."""
    translated = QCoreApplication.translate
    words = {
        "poll": translated("words", "Read Stripe"),
        "translate": translated("words", "Decide"),
        "post": translated("words", "Post to SYSPRO"),
        "resolve": translated("words", "Resolve doubts"),
        "sweep": translated("words", "Read the journal"),
        "prove": translated("words", "Prove"),
        "allocate": translated("words", "Allocate receipts"),
        "periods": translated("words", "Read periods"),
        "disputes": translated("words", "Watch disputes"),
        "habits": translated("words", "Watch what is usual"),
        "reconcile": translated("words", "Reconcile"),
        "housekeeping": translated("words", "Keep house"),
        "write_back": translated("words", "Write to Stripe"),
        "catalogue": translated("words", "Keep the catalogue"),
        "customers": translated("words", "Keep customers"),
        "requests": translated("words", "Ask for payments"),
        "alerts": translated("words", "Tell people"),
        "heartbeat": translated("words", "Call outside"),
        "setup": translated("words", "Set up"),
        "engine": translated("words", "Engine"),
        "commands": translated("words", "Commands"),
        "beat": translated("words", "Sign of life"),
    }
    return words.get(name, name)


def amount_text(money: Money | None, *, currency: bool = True) -> str:
    """Return an amount with the person's own separators and its currency behind it."""
    if money is None:
        return ""
    number = local_number(f"{money.to_decimal():,f}")
    return f"{number} {money.currency.upper()}" if currency else number


def says_amount(title: str, money: Money | None) -> bool:
    """Return whether a title says an amount already."""
    return money is not None and str(money) in title


def count_text(number: int) -> str:
    """Return a whole number with the person's own separators."""
    return QLocale().toString(number)


def local_number(plain: str) -> str:
    """Return a number such as ``1,234.50`` with the person's own separators, and a real minus sign."""
    locale = QLocale()
    table = {",": locale.groupSeparator(), ".": locale.decimalPoint(), "-": "\N{MINUS SIGN}"}
    return "".join(table.get(sign, sign) for sign in plain)


def when_text(at: int | None, now: int, zone: tzinfo) -> str:
    """Return a moment as people say it; empty where there is none.

    Args:
        at: Unix seconds UTC; 0 counts as none.
        now: The present, Unix seconds UTC.
        zone: Time zone in which it is told.
    """
    if not at:
        return ""
    moment, present = (datetime.fromtimestamp(one, UTC).astimezone(zone) for one in (at, now))
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    days = (moment.date() - present.date()).days
    translated = QCoreApplication.translate
    match days:
        case 0:
            return translated("words", "today {time}").format(time=time)
        case -1:
            return translated("words", "yesterday {time}").format(time=time)
        case 1:
            return translated("words", "tomorrow {time}").format(time=time)
        case _:
            day = QDate(moment.year, moment.month, moment.day)
            return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)} {time}"


def exact_text(at: int, zone: tzinfo) -> str:
    """Return a moment to the second, for whoever wants to know exactly."""
    moment = datetime.fromtimestamp(at, UTC).astimezone(zone)
    shown = QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute, moment.second))
    return f"{QLocale().toString(shown, 'yyyy-MM-dd HH:mm:ss')} ({zone})"


def day_text(day: str) -> str:
    """Return a day, CCYY-MM-DD, in the person's own short form; anything else as it is."""
    found = QDate.fromString(day, "yyyy-MM-dd")
    return QLocale().toString(found, QLocale.FormatType.ShortFormat) if found.isValid() else day


def pause_text(seconds: int) -> str:
    """Return a stretch of time in the largest whole unit."""
    for unit_s, say in ((86400, COUNTED.days), (3600, COUNTED.hours), (60, COUNTED.minutes)):
        if seconds >= unit_s:
            return say(seconds // unit_s)
    return COUNTED.seconds(seconds)


def shortened(text: str, most: int = 18) -> str:
    """Return an identifier shortened in the middle."""
    if len(text) <= most:
        return text
    kept = most - 1
    return f"{text[: (kept + 1) // 2]}\N{HORIZONTAL ELLIPSIS}{text[-(kept // 2) :]}"


def category_word(category: str) -> str:
    """Return what a movement is called by its ``reporting_category``; a new one is called as Stripe calls it."""
    translated = QCoreApplication.translate
    words = {
        "charge": translated("words", "Payment"),
        "partial_capture_reversal": translated("words", "Part of a payment not captured"),
        "charge_failure": translated("words", "Failed payment"),
        "refund": translated("words", "Refund"),
        "refund_failure": translated("words", "Failed refund"),
        "dispute": translated("words", "Dispute"),
        "dispute_reversal": translated("words", "Dispute, given back"),
        "fee": translated("words", "Fee"),
        "network_cost": translated("words", "Cost of the card network"),
        "tax": translated("words", "Tax on fees"),
        "payout": translated("words", "Payout"),
        "payout_reversal": translated("words", "Payout, come back"),
        "topup": translated("words", "Top-up"),
        "topup_reversal": translated("words", "Top-up, reversed"),
        "transfer": translated("words", "Transfer"),
        "transfer_reversal": translated("words", "Transfer, reversed"),
        "risk_reserved_funds": translated("words", "Reserve"),
        "reserved_funds": translated("words", "Reserve"),
        "connect_reserved_funds": translated("words", "Reserve for connected accounts"),
        "other_adjustment": translated("words", "Adjustment"),
        "contribution": translated("words", "Contribution"),
        "payout_minimum_balance_hold": translated("words", "Smallest balance, kept back"),
        "payout_minimum_balance_release": translated("words", "Smallest balance, released"),
    }
    return words.get(category) or category.replace("_", " ")
