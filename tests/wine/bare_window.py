"""A bare window of PySide6, to compare with. Runs in a Windows Python."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(sys.argv[:1])
window = QWidget()
window.setWindowTitle("a bare window")
window.show()
app.exec()
