"""Room: in a small window, and beside a detail, what is read first keeps its place."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from agent.domain.overview import MoneyFlow
from agent.domain.worklist import Tab
from gui.theme import LIGHT, Tone
from gui.viewmodels.requests import Column as RequestColumn
from gui.viewmodels.work import Column
from gui.widgets.basics import Chooser
from gui.widgets.charts import FlowPicture
from tests.gui.test_requests import fill as fill_requests
from tests.gui.test_work import fill


def shown(page):
    return {column for column in range(page.model.columnCount()) if not page.table.isColumnHidden(column)}


def test_beside_a_detail_the_list_says_whose_it_is(room):
    fill(room)
    program = room.start()
    program.window.resize(1280, 720)
    page = room.page("work", Tab.NEEDS_YOU)
    page.open_row(page.model.row(0))
    assert shown(page) == {Column.STATE, Column.AMOUNT, Column.TITLE, Column.VERB}
    program.window.resize(960, 640)
    room.qtbot.waitUntil(lambda: shown(page) == {Column.AMOUNT, Column.TITLE})
    assert page.table.columnWidth(Column.TITLE) > 120
    page.detail.closed.emit()
    assert Column.REASON in shown(page)


def test_a_table_reaches_from_edge_to_edge_whatever_it_leaves_out(room):
    fill_requests(room)
    room.start().window.resize(1280, 720)
    page = room.page("requests")
    page.open_row(page.model.row(0))
    room.settled()
    assert RequestColumn.WHERE not in shown(page)
    assert sum(page.table.columnWidth(one) for one in shown(page)) >= page.table.viewport().width()


@pytest.mark.parametrize("width", [300, 620])
def test_the_picture_of_the_money_flows_to_the_right_of_stripe(qtbot, width):
    picture = FlowPicture()
    qtbot.addWidget(picture)
    picture.show_flow(MoneyFlow("usd", posted_minor=1_248_000, waiting_minor=-94_53, held_minor=10_00))
    image = QImage(width, 144, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    picture.draw(painter, QRectF(image.rect()), LIGHT)
    painter.end()
    ink = QColor(LIGHT.tones[Tone.GOOD]).rgb()
    coloured = [x for x in range(width) for y in range(144) if image.pixel(x, y) == ink]
    assert min(coloured) > 128, "the bar stands beside the block of Stripe, not on it"


def test_what_does_not_fit_into_a_list_to_choose_from_ends_with_an_ellipsis_and_is_told_by_its_tip(qtbot):
    chooser = Chooser()
    qtbot.addWidget(chooser)
    chooser.addItem("311.07 USD, a customer with a long name, today")
    chooser.resize(120, 32)
    chooser.grab()
    assert chooser.toolTip() == chooser.currentText()
    chooser.resize(600, 32)
    chooser.grab()
    assert not chooser.toolTip()
