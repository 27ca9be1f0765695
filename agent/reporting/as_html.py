"""Reports as one HTML page with nothing outside itself: style within, picture within, no script."""

import re
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from agent.reporting.report import Report, cell_text
from agent.reporting.waterfall import svg, waterfall

#: A day, or a moment, which is never broken.
_DAY = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?\Z")


def html_of(report: Report) -> bytes:
    """Return a report as an HTML page, UTF-8."""
    # The picture is made of our own words and numbers, and ReportLab escapes them.
    picture = Markup(svg(waterfall(report.steps, 760, 190, report.number))) if report.steps else ""  # noqa: S704 - see above
    page = re.split(r"\{\w+\}", report.page)
    return _template().render(report=report, picture=picture, page=page).encode("utf-8", "replace")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["cell"] = cell_text
    environment.tests["day"] = lambda text: _DAY.match(text) is not None
    return environment.get_template("report.html.j2")


def _source(name: str) -> str:
    return (resources.files("resources") / "reports" / name).read_text("utf-8")
