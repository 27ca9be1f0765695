"""The waterfall picture: from gross down to net, the same drawing for the page and for the screen."""

from collections.abc import Callable

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor

from agent.domain.statements import Step
from agent.reporting.fonts import BOLD, REGULAR, fitting
from agent.reporting.report import amount_text

#: Colours of ink, ground line, money in, money out, and totals; the style sheet has darker grounds for them.
INK, LINE = HexColor("#1f2933"), HexColor("#9aa5b1")
UP, DOWN, TOTAL = HexColor("#4c8c6b"), HexColor("#b7645f"), HexColor("#3c5a7d")

#: Height of the room for labels above and below the bars, in points.
_ABOVE, _BELOW = 18, 20

_SIZE = 8


def waterfall(
    steps: tuple[Step, ...], width: float = 470, height: float = 170, number: Callable[[str], str] = str
) -> Drawing:
    """Return the drawing.

    Args:
        steps: Bars from left to right.
        width: In points.
        height: In points.
        number: Writes an amount as the reader's language does.
    """
    drawing = Drawing(width, height)
    scale, ground = _scale(steps, height)
    room = width / len(steps)
    bar = min(room * 0.62, 64)
    drawing.add(Line(0, ground, width, ground, strokeColor=LINE, strokeWidth=0.6))
    for place, step in enumerate(steps):
        left = place * room + (room - bar) / 2
        start, end = (ground + point.minor * scale for point in (step.start, step.end))
        _bar(drawing, step, (left, bar), (start, end))
        _labels(drawing, step, (left + bar / 2, room), max(start, end), number(amount_text(step.amount)))
        if place + 1 < len(steps):
            right = left + room + (0 if steps[place + 1].is_total else bar)
            drawing.add(Line(left + bar, end, right, end, strokeColor=LINE, strokeWidth=0.5, strokeDashArray=[2, 2]))
    return drawing


def svg(drawing: Drawing) -> str:
    """Return the drawing as the element ``svg`` alone, to stand in a page; its style is the page's."""
    text = str(renderSVG.drawToString(drawing))
    return text[text.index("<svg") :]


def _scale(steps: tuple[Step, ...], height: float) -> tuple[float, float]:
    """Return points for each minor unit, and how high nothing stands."""
    ends = [0, *(point.minor for step in steps for point in (step.start, step.end))]
    low, high = min(ends), max(ends)
    room = height - _ABOVE - _BELOW
    scale = room / (high - low) if high > low else 0.0
    return scale, _BELOW - low * scale


def _bar(drawing: Drawing, step: Step, across: tuple[float, float], up: tuple[float, float]) -> None:
    left, width = across
    low, high = min(up), max(up)
    # A movement too small to see is still a line.
    tall = max(high - low, 0.8)
    drawing.add(Rect(left, low, width, tall, rx=1, ry=1, fillColor=_colour(step), strokeColor=None))


def _labels(drawing: Drawing, step: Step, middle: tuple[float, float], top: float, amount: str) -> None:
    at, room = middle
    font = BOLD if step.is_total else REGULAR
    size = fitting(amount, font, _SIZE, room - 2)
    drawing.add(String(at, top + 5, amount, fontName=font, fontSize=size, textAnchor="middle", fillColor=INK))
    drawing.add(String(at, 4, step.label, fontName=font, fontSize=_SIZE, textAnchor="middle", fillColor=INK))


def _colour(step: Step) -> Color:
    if step.is_total:
        return TOTAL
    return DOWN if step.amount.minor < 0 else UP
