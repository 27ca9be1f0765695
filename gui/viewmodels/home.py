"""The first page as people read it. Pure but for the words."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from agent.domain.hosting import ServiceState
from agent.domain.latency import Answers
from agent.domain.money import Money
from agent.domain.overview import Connection, Overview
from agent.domain.proof import ProofRow
from agent.domain.status import JobStatus
from gui.theme import Tone
from gui.words import amount_text, count_text, job_word, pause_text, spoken, when_text

#: Jobs whose next run is shown, in this order.
SHOWN_JOBS = ("poll", "post", "prove", "sweep", "reconcile", "periods", "disputes")

#: Seconds below which a rhythm is said instead of a moment.
_OFTEN_S = 120


@dataclass(frozen=True, slots=True)
class ProofTile:
    """One company and currency of the proof.

    Attributes:
        heading: Company and currency.
        figure: The difference, 0.00 when both sides agree.
        caption: Both sides' figures in words.
        holds: Whether they agree.
    """

    heading: str
    figure: str
    caption: str
    holds: bool


def proof_tiles(rows: tuple[ProofRow, ...]) -> list[ProofTile]:
    """Return a tile a currency, those with money first."""
    ordered = sorted(rows, key=lambda row: (row.holds, not row.stripe_minor and not row.posted_minor, row.currency))
    return [_tile(row) for row in ordered]


def _tile(row: ProofRow) -> ProofTile:
    translated = QCoreApplication.translate
    wrong = row.difference_minor or (0 if row.holds else row.clearing_difference_minor)
    stripe, syspro = (
        amount_text(Money(minor, row.currency), currency=False)
        for minor in (row.stripe_minor, row.syspro_clearing_minor)
    )
    caption = translated("home", "Stripe {stripe} · SYSPRO {syspro}").format(stripe=stripe, syspro=syspro)
    if row.holds and not row.stripe_minor and not row.syspro_clearing_minor:
        caption = translated("home", "Both sides at nothing")
    figure = amount_text(Money(wrong, row.currency), currency=False)
    return ProofTile(f"{row.company} · {row.currency.upper()}", figure, caption, row.holds)


def proof_sentence(rows: tuple[ProofRow, ...], proven_at: int, now: int, zone: tzinfo) -> str:
    """Return what the proof says, and up to when."""
    translated = QCoreApplication.translate
    if not rows:
        return translated("home", "Nothing was compared yet. The first proof is made a minute after the engine starts.")
    when = when_text(proven_at, now, zone)
    if all(row.holds for row in rows):
        return translated("home", "Stripe and SYSPRO agree to the cent, up to {when}.").format(when=when)
    return translated("home", "Stripe and SYSPRO did not agree {when}. The work list says what is open.").format(
        when=when
    )


@dataclass(frozen=True, slots=True)
class ConnectionLine:
    """One system: its name, how it is, the look of that, how fast it answers, and more about what stops it."""

    system: str
    text: str
    shape: str
    tone: Tone
    more: str = ""
    detail: str = ""


def connection_line(
    connection: Connection, answers: Answers | None, now: int, zone: tzinfo, *, alive: bool
) -> ConnectionLine:
    """Return how a connection is, how fast it answers and what stops it; nothing is said of now without an engine.

    Args:
        connection: How our jobs met it last.
        answers: How fast it answered lately; ``None`` where nothing was measured yet.
        now: The present moment, Unix seconds UTC.
        zone: The site's time zone.
        alive: Whether an engine runs.
    """
    translated, system = QCoreApplication.translate, connection.system
    if not connection.asked_at:
        return ConnectionLine(system, translated("home", "not asked yet"), "idle", Tone.QUIET)
    when = when_text(connection.asked_at, now, zone)
    if connection.problem is not None:
        last = when_text(answers.answered_at, now, zone) if answers else ""
        more = translated("home", "last answer {when}").format(when=last) if last else ""
        detail = spoken(" ".join(filter(None, (connection.problem.message, connection.problem.press))))
        return ConnectionLine(system, spoken(connection.problem.title), "offline", Tone.WARN, more, detail)
    if not alive:
        return ConnectionLine(system, translated("home", "answered {when}").format(when=when), "idle", Tone.QUIET)
    more = ""
    if answers is not None:
        more = translated("home", "in {last}, usually {usual}").format(
            last=pace_text(answers.last_ms), usual=pace_text(answers.median_ms)
        )
    return ConnectionLine(system, translated("home", "answers, {when}").format(when=when), "proven", Tone.GOOD, more)


def service_text(state: ServiceState) -> str:
    """Return what the service of this machine is doing; empty where it has none."""
    translated = QCoreApplication.translate
    return {
        ServiceState.ABSENT: "",
        ServiceState.STOPPED: translated("home", "its service is stopped"),
        ServiceState.STARTING: translated("home", "its service is starting"),
        ServiceState.RUNNING: translated("home", "its service runs"),
        ServiceState.STOPPING: translated("home", "its service is stopping"),
    }[state]


def pace_text(taken_ms: int) -> str:
    """Return how long a call took: in milliseconds below a second."""
    translated = QCoreApplication.translate
    if taken_ms < 1000:
        return translated("home", "{number} ms").format(number=count_text(taken_ms))
    return translated("home", "{number} s").format(number=QLocale().toString(taken_ms / 1000, "f", 1))


def next_runs(jobs: tuple[JobStatus, ...], now: int, zone: tzinfo, *, alive: bool) -> list[tuple[str, str]]:
    """Return job and when it runs next; a rhythm where it runs all the time."""
    translated, known = QCoreApplication.translate, {job.name: job for job in jobs}
    found = []
    for name in SHOWN_JOBS:
        job = known.get(name)
        if job is None or not job.every_s:
            continue
        if not alive:
            text = translated("home", "when the engine runs")
        elif job.every_s <= _OFTEN_S:
            text = translated("home", "every {pause}").format(pause=pause_text(job.every_s))
        else:
            text = when_text(max(now, job.at + job.every_s), now, zone)
        found.append((job_word(name), text))
    return found


def hour_labels(overview: Overview, zone: tzinfo) -> list[str]:
    """Return a label for every sixth hour of the chart."""
    count = len(overview.posted_by_hour)
    labels = []
    for place in range(count):
        moment = datetime.fromtimestamp(overview.made_at - (count - 1 - place) * 3600, UTC).astimezone(zone)
        labels.append(f"{moment:%H}:00" if moment.hour % 6 == 0 else "")
    return labels


def allowance_text(overview: Overview) -> str:
    """Return how much of Stripe's read allowance is used."""
    allowed = overview.allowed
    return QCoreApplication.translate("home", "{used} of {reads} reads in 30 days").format(
        used=count_text(allowed.used), reads=count_text(allowed.reads)
    )
