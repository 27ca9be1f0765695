"""What a cell says beside Qt's own roles."""

from PySide6.QtCore import Qt

#: The whole row, as the service gave it.
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

#: The state that a cell shows as a chip (``gui.words.Look``).
LOOK_ROLE = ROW_ROLE + 1

#: Whether the cell is something to press.
LINK_ROLE = ROW_ROLE + 2

#: Whether the cell is read second.
MUTED_ROLE = ROW_ROLE + 3

#: Whether the cell is an identifier.
FIXED_ROLE = ROW_ROLE + 4
