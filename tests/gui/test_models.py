"""Every model of the window is checked by Qt's own model tester, in a test of its page."""

import importlib
import inspect
import pkgutil
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel

import gui

#: Name of a model -> the file of tests in which the tester checks it, full of rows.
CHECKED = {
    "CatalogueModel": "test_catalogue",
    "CustomersModel": "test_customers",
    "FieldsModel": "test_mapping",
    "FlowsModel": "test_flows",
    "HistoryModel": "test_pages",
    "LinesModel": "test_pages",
    "PayoutsModel": "test_pages",
    "RequestsModel": "test_requests",
    "WorkModel": "test_work",
}

#: What several models have in common; none of it is shown by itself.
BASES = {"ListModel", "PagedModel", "RowsModel"}


def models():
    """Every model that a module of the window defines."""
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        if module.name != "gui.__main__":
            for name, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if issubclass(one, QAbstractItemModel) and one.__module__ == module.name:
                    yield name


def test_no_model_of_the_window_is_left_out():
    assert set(models()) == set(CHECKED) | BASES


def test_the_tester_is_asked_in_each_of_these_files():
    folder = Path(__file__).parent
    asked = {
        name: (folder / f"{name}.py").read_text("utf-8").count("qtmodeltester.check(") for name in CHECKED.values()
    }
    assert all(asked[name] >= list(CHECKED.values()).count(name) for name in asked)
