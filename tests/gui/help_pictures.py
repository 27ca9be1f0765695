"""Makes the pictures of the help out of those of the window:  sh tests/help_pictures."""

import argparse
from pathlib import Path

from PIL import Image, ImageOps

from gui.widgets.help import LANGUAGES

#: Pages of the window that the help shows, by their names among the pictures; setting up comes last, after the launched home.
SHOWN = ("home", "work-posted", "setup-access", "setup-configure", "setup-validate")

TARGET = Path(__file__).resolve().parents[2] / "resources" / "help" / "pictures"

#: Pixels of width in the help, and colours.
WIDTH, COLOURS = 640, 128

#: Colour of the line around it.
EDGE = "#c3c9d3"


def shrink(source, target):
    """Write a picture small enough for a page of text."""
    with Image.open(source) as picture:
        size = (WIDTH - 2, picture.height * WIDTH // picture.width)
        small = ImageOps.expand(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), 1, EDGE)
        small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(target, optimize=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--names", action="store_true", help="Only say which pages are wanted.")
    asked = parser.parse_args()
    if asked.names:
        print(" ".join(f"--page {name}" for name in SHOWN))  # noqa: T201 - it is a program
        return
    TARGET.mkdir(exist_ok=True)
    for name in SHOWN:
        for language in LANGUAGES:
            shrink(asked.folder / f"{name}-{language}-light-help.png", TARGET / f"{name}.{language}.png")


if __name__ == "__main__":
    main()
