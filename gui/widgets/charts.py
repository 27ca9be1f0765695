"""The pictures: money from Stripe to SYSPRO, documents by the hour, a gauge, and the waterfall of a payout."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from agent.domain.money import Money
from agent.domain.overview import MoneyFlow
from agent.domain.statements import Step
from gui.theme import Tokens, Tone, color
from gui.widgets.picture import Flag, Picture, box, rule, strong_write, write
from gui.words import amount_text, count_text

#: Least height of a band, so that a small amount can be seen.
_LEAST = 6.0


@dataclass(frozen=True, slots=True)
class Band:
    """One outcome of money: what it is called, how much, and the meaning of its colour."""

    word: str
    minor: int
    tone: Tone


class FlowPicture(Picture):
    """Money of one currency from Stripe to what became of it; a band is as high as its share."""

    def __init__(self) -> None:
        super().__init__(144, "")
        self.setAccessibleName(self.tr("Money from Stripe to SYSPRO today"))
        self._flow: MoneyFlow | None = None

    def show_flow(self, flow: MoneyFlow | None) -> None:
        """Show another currency; ``None`` shows that nothing moved."""
        self._flow = flow
        said = (
            "; ".join(f"{band.word} {amount_text(Money(band.minor, flow.currency))}" for band in self._bands())
            if flow
            else ""
        )
        self.setAccessibleDescription(said or self.tr("Nothing moved."))
        self.update()

    def draw(self, painter: QPainter, room: QRectF, now: Tokens) -> None:
        """Draw the bands."""
        block = QRectF(room.left(), room.top() + 8, 128, room.height() - 16)
        box(painter, block, now.raised, radius=8)
        flow = self._flow
        currency = flow.currency if flow else "usd"
        inner = block.adjusted(16, 16, -8, -16)
        half = inner.height() / 2
        strong_write(painter, QRectF(inner.left(), inner.top() + half - 24, inner.width(), 20), "Stripe", now.text)
        total = amount_text(Money(flow.total_minor, currency)) if flow else self.tr("nothing yet")
        write(painter, QRectF(inner.left(), inner.top() + half, inner.width(), 20), total, now.muted)
        bands = self._bands()
        if not bands:
            words = _room_of_words(room)
            path = QRectF(block.right(), room.center().y() - 3, room.width() - block.width() - words, 6)
            box(painter, path, now.raised)
            said = QRectF(path.right() + 16, path.top() - 8, words - 16, 22)
            write(painter, said, self.tr("Nothing moved today."), now.muted)
            return
        self._draw_bands(painter, room, block, bands, now)

    def _bands(self) -> list[Band]:
        flow = self._flow
        if flow is None:
            return []
        every = [
            Band(self.tr("In SYSPRO"), flow.posted_minor, Tone.GOOD),
            Band(self.tr("On the way"), flow.waiting_minor, Tone.ACTIVE),
            Band(self.tr("Needs you"), flow.held_minor, Tone.WARN),
            Band(self.tr("In doubt"), flow.in_doubt_minor, Tone.DOUBT),
            Band(self.tr("Ignored"), flow.ignored_minor, Tone.QUIET),
        ]
        return [band for band in every if band.minor]

    def _draw_bands(self, painter: QPainter, room: QRectF, block: QRectF, bands: list[Band], now: Tokens) -> None:
        whole = sum(abs(band.minor) for band in bands)
        gap = 12.0
        thick = block.height() - 24
        words = _room_of_words(room)
        right = room.right() - words
        heights = [max(_LEAST, thick * abs(band.minor) / whole) for band in bands]
        scale = min(1.0, thick / sum(heights))
        at = block.top() + 12
        top = room.top() + 8
        ends = self._ends([height * scale for height in heights], top, room.height() - 16, gap)
        for band, height, end in zip(bands, heights, ends, strict=True):
            high = height * scale
            ink = now.tones[band.tone]
            _ribbon(painter, QRectF(block.right(), at, right - block.right(), high), end, ink)
            box(painter, QRectF(right, end, 6, high), ink, radius=3)
            middle = min(max(end + high / 2, top + 18), room.bottom() - 26)
            name = QRectF(right + 20, middle - 20, words - 20, 20)
            strong_write(painter, name, band.word, now.text)
            write(painter, name.translated(0, 20), amount_text(Money(band.minor, self._currency())), ink)
            at += high

    @staticmethod
    def _ends(heights: list[float], top: float, room: float, gap: float) -> list[float]:
        """Return where each band ends: spread over the room, each with place for its two lines of text."""
        slots = [max(height + gap, 44.0) for height in heights]
        rest = max(0.0, room - sum(slots)) / len(slots)
        ends, at = [], top
        for height, slot in zip(heights, slots, strict=True):
            ends.append(at + (slot + rest - height) / 2)
            at += slot + rest
        return ends

    def _currency(self) -> str:
        return self._flow.currency if self._flow else "usd"


class HoursPicture(Picture):
    """Documents posted in each hour, the last one not over yet."""

    def __init__(self) -> None:
        super().__init__(120, "")
        self.setAccessibleName(self.tr("Documents posted by the hour"))
        self._counts: Sequence[int] = ()
        self._labels: Sequence[str] = ()

    def show_counts(self, counts: Sequence[int], labels: Sequence[str]) -> None:
        """Show other counts, with a label below each; an empty label is left out."""
        self._counts, self._labels = counts, labels
        self.setAccessibleDescription(", ".join(map(count_text, counts)))
        self.update()

    def draw(self, painter: QPainter, room: QRectF, now: Tokens) -> None:
        """Draw the bars."""
        ground = room.bottom() - 24
        most = max(self._counts, default=0)
        top = room.top() + 20
        rule(painter, QPointF(room.left(), ground), QPointF(room.right(), ground), now.line)
        if most:
            rule(painter, QPointF(room.left(), top), QPointF(room.right(), top), now.line, dashed=True)
            write(painter, QRectF(room.left(), room.top(), 120, 18), count_text(most), now.muted)
        step = room.width() / max(1, len(self._counts))
        width = min(step * 0.64, 28)
        for place, count in enumerate(self._counts):
            left = room.left() + place * step + (step - width) / 2
            height = (ground - top) * count / most if most else 0
            is_last = place == len(self._counts) - 1
            if count:
                bar = QRectF(left, ground - max(height, 3), width, max(height, 3))
                box(painter, bar, now.accent, radius=3, alpha=120 if is_last else 255)
            label = self._labels[place] if place < len(self._labels) else ""
            if label:
                wide = max(48.0, width)
                middle = min(max(left + width / 2, room.left() + wide / 2), room.right() - wide / 2)
                slot = QRectF(middle - wide / 2, ground + 4, wide, 18)
                write(painter, slot, label, now.muted, flags=Flag.AlignHCenter)


class GaugePicture(Picture):
    """A share of a whole as a bar: quiet up to 80 %, amber from there."""

    def __init__(self, name: str) -> None:
        super().__init__(12, name)
        self._percent = 0

    def show_percent(self, percent: int) -> None:
        """Show another share, in hundredths."""
        self._percent = percent
        self.setAccessibleDescription(f"{percent} %")
        self.update()

    def draw(self, painter: QPainter, room: QRectF, now: Tokens) -> None:
        """Draw the bar."""
        bar = QRectF(room.left(), room.center().y() - 4, room.width(), 8)
        box(painter, bar, now.raised)
        width = bar.width() * min(100, self._percent) / 100
        if width:
            tone = Tone.WARN if self._percent >= 80 else Tone.ACTIVE
            box(painter, QRectF(bar.left(), bar.top(), max(width, 8), 8), now.tones[tone])


class WaterfallPicture(Picture):
    """From gross down to net: each bar begins where the one before it ended."""

    def __init__(self) -> None:
        super().__init__(208, "")
        self.setAccessibleName(self.tr("From gross to net"))
        self._steps: Sequence[Step] = ()
        self._words: Sequence[str] = ()

    def show_steps(self, steps: Sequence[Step], words: Sequence[str]) -> None:
        """Show another payout, with a word for each step."""
        self._steps, self._words = steps, words
        said = (f"{word} {amount_text(step.amount)}" for word, step in zip(words, steps, strict=True))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def draw(self, painter: QPainter, room: QRectF, now: Tokens) -> None:
        """Draw the bars, the lines between them and their labels."""
        if not self._steps:
            write(painter, room, self.tr("Drawn when the movements are known."), now.muted, flags=Flag.AlignCenter)
            return
        ends = [0, *(point.minor for step in self._steps for point in (step.start, step.end))]
        low, high = min(ends), max(ends)
        above, below = room.top() + 28, room.bottom() - 28
        scale = (below - above) / max(1, high - low)

        def height_of(minor: int) -> float:
            return below - (minor - low) * scale

        slot = room.width() / len(self._steps)
        width = min(slot * 0.56, 88)
        rule(painter, QPointF(room.left(), height_of(0)), QPointF(room.right(), height_of(0)), now.line)
        for place, (step, word) in enumerate(zip(self._steps, self._words, strict=True)):
            left = room.left() + place * slot + (slot - width) / 2
            start, end = height_of(step.start.minor), height_of(step.end.minor)
            bar = QRectF(left, min(start, end), width, max(2.0, abs(end - start)))
            tone = Tone.ACTIVE if step.is_total else Tone.GOOD if step.amount.minor >= 0 else Tone.BAD
            box(painter, bar, now.tones[tone], radius=3, alpha=230)
            label = QRectF(room.left() + place * slot, bar.top() - 24, slot, 20)
            strong_write(painter, label, amount_text(step.amount, currency=False), now.text, flags=Flag.AlignHCenter)
            under = QRectF(label.left(), room.bottom() - 22, slot, 20)
            write(painter, under, word, now.muted, flags=Flag.AlignHCenter)
            if place + 1 < len(self._steps):
                next_left = left + slot
                rule(painter, QPointF(left + width, end), QPointF(next_left, end), now.muted, dashed=True)


def _room_of_words(room: QRectF) -> float:
    """Return how much of a picture the words at its right have: less where the bands would have no place to flow."""
    return min(232.0, max(140.0, room.width() * 0.4))


def _ribbon(painter: QPainter, start: QRectF, end_top: float, ink: str) -> None:
    """Draw a band that begins at the left side of ``start`` and ends at its right side, at another height."""
    middle = start.center().x()
    path = QPainterPath(QPointF(start.left(), start.top()))
    path.cubicTo(QPointF(middle, start.top()), QPointF(middle, end_top), QPointF(start.right(), end_top))
    path.lineTo(start.right(), end_top + start.height())
    bottom, end_bottom = start.top() + start.height(), end_top + start.height()
    path.cubicTo(QPointF(middle, end_bottom), QPointF(middle, bottom), QPointF(start.left(), bottom))
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink, 70))
    painter.drawPath(path)
