"""The print font, and texts broken to the width of a column."""

from functools import cache
from importlib import resources
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "AgentSans", "AgentSans-Bold"

_FILES = {REGULAR: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}

#: Stands for a character that the font does not have.
MISSING = "\N{WHITE SQUARE}"

#: Most lines of one cell, so that no text, however long, is higher than a page.
MOST_LINES = 6

#: Most characters that are looked at for those lines.
_MOST = 400


@cache
def register() -> None:
    """Make the fonts known to ReportLab; they come with the program, so that every machine prints alike."""
    for name, file in _FILES.items():
        content = (resources.files("resources") / "fonts" / file).read_bytes()
        pdfmetrics.registerFont(TTFont(name, BytesIO(content)))


def width_of(text: str, font: str, size: float) -> float:
    """Return the width of a text in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))


def fitting(text: str, font: str, size: float, width: float) -> float:
    """Return the size, at most ``size``, at which a text is no wider than ``width`` points."""
    taken = width_of(text, font, size)
    return size if taken <= width else size * width / taken


def drawable(text: str) -> str:
    """Return a text in which every character that the font lacks is a white square."""
    register()
    glyphs = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(letter if letter == "\n" or ord(letter) in glyphs else MISSING for letter in text)


def broken(text: str, font: str, size: float, width: float) -> str:
    """Return a text in at most :data:`MOST_LINES` lines no wider than ``width`` points; what is cut ends with dots."""
    lines: list[str] = []
    for paragraph in drawable(text[:_MOST]).split("\n"):
        lines.extend(_lines(paragraph, font, size, width))
    if len(lines) > MOST_LINES or len(text) > _MOST:
        kept = lines[:MOST_LINES]
        kept[-1] = f"{kept[-1][:-1]}\N{HORIZONTAL ELLIPSIS}"
        lines = kept
    return "\n".join(lines)


def _lines(text: str, font: str, size: float, width: float) -> list[str]:
    if width_of(text, font, size) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split():
        for piece in _pieces(word, font, size, width):
            longer = f"{line} {piece}" if line else piece
            if line and width_of(longer, font, size) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    return [*lines, line]


def _pieces(word: str, font: str, size: float, width: float) -> list[str]:
    """Break a word that alone is wider than a line, such as an id."""
    if width_of(word, font, size) <= width:
        return [word]
    pieces, piece = [], ""
    for letter in word:
        if piece and width_of(piece + letter, font, size) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
