"""The texts that people get: an alert with what is new, still there and over; and the daily summary. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from agent.domain.alerts.keeping import Alert, Round, Trouble
from agent.domain.documents import State
from agent.domain.money import Money
from agent.domain.overview import MoneyFlow
from agent.domain.status import Overall
from agent.domain.status_page import Status


class Channel(Enum):
    """A way to people outside of the window."""

    MAIL = "mail"
    TEAMS = "teams"
    SLACK = "slack"
    WEBHOOK = "webhook"
    EVENT_LOG = "event_log"


@dataclass(frozen=True, slots=True)
class Text:
    """What is said, for all channels.

    Attributes:
        subject: One line.
        body: Full text, lines of their own.
        urgent: Whether money may be wrong, or nothing is posted until somebody acts.
        kind: ``alert``, ``summary`` or ``test``.
        over: Whether it only says that something is right again.
    """

    subject: str
    body: str
    kind: str = "alert"
    urgent: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A text on its way through one channel.

    Attributes:
        id: Number; 0 before it is kept.
        channel: The way.
        text: What is said.
        made_at: When it was made, Unix seconds UTC.
        due_at: When it is tried next; ``None`` once it is sent or given up.
        tries: Tries so far.
        sent_at: When the channel took it; 0 before.
        problem: What was in the way last; empty when nothing was.
    """

    id: int
    channel: Channel
    text: Text
    made_at: int
    due_at: int | None = None
    tries: int = 0
    sent_at: int = 0
    problem: str = ""


def alert_text(found: Round, company: str, *, full: bool) -> Text:
    """Return what one round has to say; only where it says anything.

    Args:
        found: What is new, still there and over.
        company: SYSPRO company.
        full: Whether examples with customers and amounts may leave the building.
    """
    said = (*found.new, *found.again)
    worst = max(said, key=lambda one: one.trouble.urgent, default=None)
    lines = [*_part("", found.new, full=full), *_part("Still so", found.again, full=full), *_over(found.over)]
    if worst is None:
        subject = _and_more(f"right again: {found.over[0].trouble.title}", len(found.over))
        return Text(_subject(company, subject), "\n".join(lines), over=True)
    subject = _and_more(worst.trouble.title, len(said))
    return Text(_subject(company, subject), "\n".join(lines), urgent=any(one.trouble.urgent for one in said))


def summary_text(
    status: Status, flows: Sequence[MoneyFlow], open_ones: Sequence[Trouble], at: int, zone: ZoneInfo
) -> Text:
    """Return the daily summary; its subject carries the proof or the worst that is open.

    Args:
        status: The status page.
        flows: What moved at Stripe the day before, a row a currency.
        open_ones: What is wrong now.
        at: When the proof was made, Unix seconds UTC; 0 before the first.
        zone: The site's time zone.
    """
    company = status.proof[0].company if status.proof else ""
    lines = [status.verdict.sentence, ""]
    for row in status.proof:
        difference, held = Money(row.difference_minor, row.currency), Money(row.held_minor, row.currency)
        lines.append(f"Difference {difference}, held {held}.")
    for flow in flows:
        total, posted = Money(flow.total_minor, flow.currency), Money(flow.posted_minor, flow.currency)
        lines.append(f"Yesterday {flow.movements:,} movements, {total}; in SYSPRO {posted}.")
    lines += [f"Documents posted so far: {status.documents[State.POSTED]:,}.", ""]
    lines += [line for trouble in open_ones for line in _trouble(trouble, full=False)] or ["Nothing waits for you."]
    return Text(_subject(company, _proof(status, at, zone)), "\n".join(lines), kind="summary")


def test_text(company: str) -> Text:
    """Return what a person sends to try the channels."""
    return Text(_subject(company, "a test"), "This is a test. Alerts will arrive here.", kind="test")


test_text.__test__ = False  # type: ignore[attr-defined]


def _proof(status: Status, at: int, zone: ZoneInfo) -> str:
    if status.verdict.overall in {Overall.PROVEN, Overall.WORKING, Overall.IDLE, Overall.PAUSED} and at:
        proven = datetime.fromtimestamp(at, UTC).astimezone(zone)
        sums = ", ".join(str(Money.zero(row.currency)) for row in status.proof)
        return f"{sums}, proven up to {proven:%H:%M}"
    return status.verdict.sentence


def _subject(company: str, words: str) -> str:
    name = f"SYSPRO-Stripe {company}".strip()
    return " ".join(f"{name}: {words}".split())[:200]


def _and_more(title: str, count: int) -> str:
    return f"{title}, and {count - 1} more" if count > 1 else title


def _part(title: str, alerts: Sequence[Alert], *, full: bool) -> Iterator[str]:
    if alerts and title:
        yield f"{title}:"
    for alert in alerts:
        yield from _trouble(alert.trouble, full=full)


def _over(alerts: Sequence[Alert]) -> Iterator[str]:
    if alerts:
        yield "Right again:"
    yield from (f"- {alert.trouble.title}." for alert in alerts)


def _trouble(trouble: Trouble, *, full: bool) -> Iterator[str]:
    yield f"- {trouble.title}."
    if full and trouble.detail:
        yield f"  {trouble.detail}"
    if trouble.press:
        yield f"  {trouble.press}"
