"""Every colour, size and distance of the window, in one place, light and dark."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui.stylesheet import stylesheet

#: The grid: every distance is one of these, in pixels that the system scales.
SMALL, MEDIUM, LARGE = 8, 16, 24

#: The three sizes of type, in pixels.
BODY_PX, TITLE_PX, FIGURE_PX = 13, 20, 36


class Tone(Enum):
    """What a colour means."""

    GOOD = "good"
    ACTIVE = "active"
    QUIET = "quiet"
    WARN = "warn"
    DOUBT = "doubt"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as ``#rrggbb``.

    Attributes:
        is_dark: Whether the ground is dark.
        ground: Behind everything.
        surface: Of cards and lists.
        raised: Of what the pointer is over, and of skeletons.
        line: Borders and grid lines.
        text: What is read.
        muted: What is read second.
        accent: The one accent: what can be pressed, what is chosen.
        on_accent: Text on the accent.
        chosen: Ground of the chosen row or place.
        tones: Ink of each meaning.
        washes: Ground of a chip of each meaning.
    """

    is_dark: bool
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    chosen: str
    tones: dict[Tone, str]
    washes: dict[Tone, str]


LIGHT = Tokens(
    is_dark=False,
    ground="#f6f7f9",
    surface="#ffffff",
    raised="#eef0f4",
    line="#e1e4ea",
    text="#1a1f2b",
    muted="#5a6372",
    accent="#4453c9",
    on_accent="#ffffff",
    chosen="#e9ecfb",
    tones={
        Tone.GOOD: "#17724a",
        Tone.ACTIVE: "#4453c9",
        Tone.QUIET: "#59616f",
        Tone.WARN: "#8a5700",
        Tone.DOUBT: "#6b3fc0",
        Tone.BAD: "#b0281f",
    },
    washes={
        Tone.GOOD: "#e2f4ea",
        Tone.ACTIVE: "#e9ecfb",
        Tone.QUIET: "#eef0f4",
        Tone.WARN: "#fdf1d8",
        Tone.DOUBT: "#f1ebfc",
        Tone.BAD: "#fce9e7",
    },
)

DARK = Tokens(
    is_dark=True,
    ground="#14161b",
    surface="#1c1f26",
    raised="#272b34",
    line="#2f343f",
    text="#e9ebef",
    muted="#a3abb9",
    accent="#97a4ff",
    on_accent="#14161b",
    chosen="#272d4d",
    tones={
        Tone.GOOD: "#63cf96",
        Tone.ACTIVE: "#97a4ff",
        Tone.QUIET: "#a9b1be",
        Tone.WARN: "#f0b857",
        Tone.DOUBT: "#bfa6f8",
        Tone.BAD: "#f5948b",
    },
    washes={
        Tone.GOOD: "#1b3328",
        Tone.ACTIVE: "#262b49",
        Tone.QUIET: "#2a2e37",
        Tone.WARN: "#3a2e17",
        Tone.DOUBT: "#312749",
        Tone.BAD: "#432421",
    },
)


#: A scheme that counts whatever the system asks for, by the key ``scheme``; empty follows the system.
_INSISTED: dict[str, Tokens] = {}


def tokens() -> Tokens:
    """Return the colours in force: those that the system asks for, unless somebody insists on others."""
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return _INSISTED.get("scheme", DARK if is_dark else LIGHT)


def insist(scheme: Tokens | None) -> None:
    """Use one scheme whatever the system asks for; ``None`` follows the system again."""
    _INSISTED.clear()
    if scheme is not None:
        _INSISTED["scheme"] = scheme


def color(text: str, alpha: int = 255) -> QColor:
    """Return a token as a colour of Qt."""
    found = QColor(text)
    found.setAlpha(alpha)
    return found


def dress(app: QApplication) -> None:
    """Give the program its font and colours; again whenever the scheme changes.

    Qt goes through every widget for a sheet, even for the one it has: a window would stand still for seconds.
    """
    now = tokens()
    app.setFont(body_font())
    app.setPalette(_palette(now))
    if app.styleSheet() != (sheet := stylesheet(now)):
        app.setStyleSheet(sheet)


def body_font() -> QFont:
    """Return the system's font in our size, with figures of one width."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return _sized(font, BODY_PX)


def strong_font() -> QFont:
    """Return the body font in the heavier of the two weights."""
    font = body_font()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def title_font() -> QFont:
    """Return the font of titles."""
    font = _sized(body_font(), TITLE_PX)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def figure_font() -> QFont:
    """Return the font of the one large answer of a page."""
    font = _sized(body_font(), FIGURE_PX)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def fixed_font() -> QFont:
    """Return the font of identifiers."""
    return _sized(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), BODY_PX - 1)


def _sized(font: QFont, pixels: int) -> QFont:
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(now: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for place, text in {
        role.Window: now.ground,
        role.WindowText: now.text,
        role.Base: now.surface,
        role.AlternateBase: now.raised,
        role.Text: now.text,
        role.Button: now.surface,
        role.ButtonText: now.text,
        role.PlaceholderText: now.muted,
        role.ToolTipBase: now.surface,
        role.ToolTipText: now.text,
        role.Highlight: now.accent,
        role.HighlightedText: now.on_accent,
        role.Link: now.accent,
        role.Mid: now.line,
    }.items():
        palette.setColor(place, color(text))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, color(now.muted))
    return palette
