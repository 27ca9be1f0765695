"""An id of Stripe: a click copies it, the arrow beside it opens its page in the Dashboard where there is one."""

from PySide6.QtWidgets import QWidget

from agent.domain.dashboard import address_of
from gui.context import Context
from gui.widgets.basics import Button, Identifier, row_of


class StripeId(QWidget):
    """An id with the way to its page.

    Args:
        context: The window's view of the home.
        text: The id; empty shows nothing.
        most: Most characters of it that are shown.
    """

    def __init__(self, context: Context, text: str = "", *, most: int = 24) -> None:
        super().__init__()
        self._context = context
        self.address = ""
        self.identifier = Identifier(most=most)
        self.open = Button("", role="quiet", icon="arrow-square-out")
        self.open.setFixedSize(28, 24)
        said = self.tr("Open in Stripe")
        self.open.setToolTip(said)
        self.open.setAccessibleName(said)
        self.open.clicked.connect(lambda: context.joins.browse(self.address))
        self.setLayout(row_of(self.identifier, self.open, 1, spacing=4))
        self.say(text)

    def say(self, text: str) -> None:
        """Show another id; an empty one hides it."""
        self.address = address_of(self._context.dashboard, text)
        self.identifier.say(text)
        self.open.setVisible(bool(self.address))
        self.setVisible(bool(text))
