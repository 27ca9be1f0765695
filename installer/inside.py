"""The part of the build that runs in the Python that is packed: the icon, PyInstaller, licences and bill of materials.

Started by ``installer/build.py``:  python -m installer.inside FOLDER
"""

import io
import os
import sys
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from installer.notices import LICENCES, LOADER, modules_of, packed_packages, write_bill, write_licences

#: Sizes of the icon in pixels, from the task bar to the list of programs.
_ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def write_icon(path: Path) -> None:
    """Draw the product's icon in all sizes that Windows asks for."""
    from PIL import Image  # noqa: PLC0415 - in the Python that is packed
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: PLC0415 - the same
    from PySide6.QtGui import QImage, QImageWriter, QPainter  # noqa: PLC0415 - the same
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the same

    drawing = QSvgRenderer(QByteArray((resources.files("resources") / "icons" / "app.svg").read_bytes()))
    pictures = []
    for size in _ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        content = QBuffer()
        content.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(content, QByteArray(b"png")).write(image)
        pictures.append(Image.open(io.BytesIO(bytes(content.data().data()))))
    pictures[-1].save(path, sizes=[(size, size) for size in _ICON_SIZES], append_images=pictures[:-1])


def main(folder: Path) -> None:
    """Make ``FOLDER/dist/product``."""
    from PyInstaller.__main__ import run  # noqa: PLC0415 - in the Python that is packed

    icon = folder / "product.ico"
    write_icon(icon)
    os.environ["PRODUCT_ICON"] = str(icon)
    os.environ["PRODUCT_MODULES"] = str(folder / "modules.json")
    spec = Path(__file__).with_name("product.spec")
    run([
        "--noconfirm", "--log-level", "ERROR", "--distpath", str(folder / "dist"), "--workpath", str(folder / "work"),
        str(spec),
    ])  # fmt: skip
    product = folder / "dist" / "product"
    found = packed_packages(modules_of(folder / "modules.json"), also=(LOADER,))
    write_licences(found, product / LICENCES)
    write_bill(found, product, version("syspro-stripe-agent"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
