"""Icons: our own drawings for states, one well-kept family (Phosphor) else, in the theme's colours."""

from functools import cache
from importlib import resources

import qtawesome
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme import Tone, tokens

#: Sizes in which a tray asks for its icon, in pixels.
TRAY_SIZES = (16, 20, 24, 32, 40, 48, 64)

#: Inks of the tray icon: it stands on a ground that is not ours, light or dark.
_TRAY_INKS = {
    Tone.GOOD: "#1d9a62",
    Tone.ACTIVE: "#5b6be0",
    Tone.QUIET: "#7d8694",
    Tone.WARN: "#d18a00",
    Tone.DOUBT: "#8b5fe0",
    Tone.BAD: "#d64238",
}


def glyph(name: str, tone: str = "") -> QIcon:
    """Return an icon of the family, such as ``house``.

    Args:
        name: Its name in the family.
        tone: Colour as ``#rrggbb``; the text's where it is empty.
    """
    icon: QIcon = _family().icon(f"ph.{name}", color=tone or tokens().text, color_disabled=tokens().muted)
    return icon


@cache
def _family() -> qtawesome.IconicFont:
    """Return the one family; the library by itself loads eleven more, which take time and are not shipped."""
    fonts = resources.files("qtawesome") / "fonts"
    names = sorted(one.name for one in fonts.iterdir() if one.name.startswith("phosphor-"))
    font, characters = (next(name for name in names if name.endswith(kind)) for kind in (".ttf", ".json"))
    return qtawesome.IconicFont(("ph", font, characters))


def state_pixmap(shape: str, tone: Tone, size: int, scale: float = 1.0) -> QPixmap:
    """Return the drawing of a state in the theme's colours.

    Args:
        shape: Such as ``proven``: one of ``resources/icons/state-*.svg``.
        tone: What its colour means.
        size: Width and height, before scaling.
        scale: Pixels a pixel of the layout has.
    """
    now = tokens()
    return _drawn(f"state-{shape}", now.tones[tone], now.surface, size, scale)


def tray_icon(shape: str, tone: Tone) -> QIcon:
    """Return the tray's icon of a state, drawn for each size a tray asks for."""
    icon = QIcon()
    for size in TRAY_SIZES:
        icon.addPixmap(_drawn(f"state-{shape}", _TRAY_INKS[tone], "#ffffff", size, 1.0))
    return icon


def app_icon() -> QIcon:
    """Return the program's own icon."""
    icon = QIcon()
    for size in (*TRAY_SIZES, 128, 256):
        icon.addPixmap(_drawn("app", "", "#ffffff", size, 1.0))
    return icon


def _drawn(name: str, ink: str, paper: str, size: int, scale: float) -> QPixmap:
    svg = _text(name).replace("currentColor", ink).replace("#ffffff", paper)
    pixels = round(size * scale)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


@cache
def _text(name: str) -> str:
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text("utf-8")
