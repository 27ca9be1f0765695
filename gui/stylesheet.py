"""The style sheet, made from the tokens; no page has one of its own."""

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.theme import Tokens

_SHEET = """
QMainWindow, QDialog, QWidget#ground {{ background: {ground}; }}
QWidget {{ color: {text}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QFrame[role="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="navigation"] {{ background: {surface}; border: none; border-right: 1px solid {line}; }}
QFrame[role="line"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QLabel {{ background: transparent; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[tone="good"] {{ color: {good}; }}
QLabel[tone="active"] {{ color: {active}; }}
QLabel[tone="quiet"] {{ color: {quiet}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="bad"] {{ color: {bad}; }}
QLabel[tone="doubt"] {{ color: {doubt}; }}
QFrame[role="banner"] {{ background: {warn_wash}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="step"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="step"]:hover {{ border: 1px solid {muted}; }}
QFrame[role="step"][off="true"] {{ background: {ground}; border: 1px dashed {line}; }}
QFrame[role="step"][current="true"] {{ background: {chosen}; border: 1px solid {accent}; }}
QFrame[role="step"][chosen="true"], QFrame[role="step"]:focus {{ border: 2px solid {accent}; }}
QFrame[role="step"] QLabel:disabled {{ color: {muted}; }}
QFrame[role="group"] {{ background: {ground}; border: 1px solid {line}; border-radius: 6px; }}
QFrame[role="notice"] {{ background: {text}; border-radius: 8px; }}
QFrame[role="notice"] QLabel {{ color: {surface}; }}
QPushButton {{
    background: {surface}; border: 1px solid {line}; border-radius: 6px; padding: 6px 12px; min-height: 18px;
}}
QPushButton:hover {{ background: {raised}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton:disabled {{ color: {muted}; background: {ground}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent}; }}
QPushButton[role="primary"]:focus {{ border: 1px solid {text}; }}
QPushButton[role="primary"]:disabled {{ background: {raised}; color: {muted}; border: 1px solid {line}; }}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; color: {accent}; }}
QPushButton[role="quiet"]:hover {{ background: {raised}; }}
QPushButton[role="quiet"]:focus {{ border: 1px solid {accent}; }}
QPushButton[role="link"] {{
    background: transparent; border: none; border-bottom: 1px solid transparent; border-radius: 0; color: {accent};
    padding: 2px 0; min-height: 16px; text-align: left;
}}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{ border-bottom: 1px solid {accent}; }}
QFrame[role="notice"] QPushButton[role="link"] {{ color: {surface}; border-bottom: 1px solid {surface}; }}
QPushButton[role="place"] {{
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 8px; text-align: left;
}}
QPushButton[role="place"]:hover {{ background: {raised}; }}
QPushButton[role="place"]:checked {{ background: {chosen}; color: {accent}; }}
QPushButton[role="place"]:focus {{ border: 1px solid {accent}; }}
QPushButton[role="tab"] {{
    background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0; padding: 8px 12px;
    color: {muted};
}}
QPushButton[role="tab"]:hover {{ color: {text}; }}
QPushButton[role="tab"]:checked {{ color: {accent}; border-bottom: 2px solid {accent}; }}
QPushButton[role="tab"]:focus {{ color: {text}; background: {raised}; }}
QPushButton[role="cause"] {{
    background: {surface}; border: 1px solid {line}; border-radius: 8px; padding: 8px 12px; text-align: left;
}}
QPushButton[role="cause"]:hover {{ background: {raised}; }}
QPushButton[role="cause"]:checked {{ background: {chosen}; border: 1px solid {accent}; }}
QPushButton[role="cause"]:focus {{ border: 1px solid {accent}; }}
QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit {{
    background: {surface}; border: 1px solid {line}; border-radius: 6px; padding: 5px 8px; min-height: 20px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus {{
    border: 1px solid {accent};
}}
QLineEdit[wrong="true"] {{ border: 1px solid {bad}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
    background: {surface}; border: 1px solid {line}; selection-background-color: {chosen}; selection-color: {text};
    outline: none; padding: 4px;
}}
QTableView {{
    background: {surface}; border: none; gridline-color: transparent; outline: none;
    selection-background-color: {chosen}; selection-color: {text};
}}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {line}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 8px 12px;
}}
QListView[role="flows"] {{ background: {surface}; border: none; outline: none; }}
QListWidget {{ background: transparent; border: none; outline: none; }}
QListWidget::item {{ padding: 7px 8px; border-radius: 6px; }}
QListWidget::item:hover {{ background: {raised}; }}
QListWidget::item:selected {{ background: {chosen}; color: {accent}; }}
QMenu {{ background: {surface}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {chosen}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked {{
    border: 1px solid {muted}; background: {surface}; width: 11px; height: 11px;
}}
QCheckBox::indicator:unchecked {{ border-radius: 3px; }}
QRadioButton::indicator:unchecked {{ border-radius: 6px; }}
QRadioButton::indicator:checked {{
    border: 4px solid {accent}; background: {surface}; width: 5px; height: 5px; border-radius: 6px;
}}
QProgressBar {{ background: {raised}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QTextBrowser {{ background: {surface}; border: none; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QSplitter::handle {{ background: transparent; }}
"""


def stylesheet(now: "Tokens") -> str:
    """Return the style sheet of one scheme."""
    values = {
        name: getattr(now, name)
        for name in ("ground", "surface", "raised", "line", "text", "muted", "accent", "on_accent", "chosen")
    }
    values |= {tone.value: ink for tone, ink in now.tones.items()}
    # Qt's style sheets take an image by its path, with forward slashes on every system.
    values["chevron"] = Path(str(resources.files("resources") / "icons" / "chevron-down.svg")).as_posix()
    values |= {f"{tone.value}_wash": wash for tone, wash in now.washes.items()}
    return _SHEET.format(**values)
