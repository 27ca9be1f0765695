"""Courses of trade for the oracle: a short one by default, long ones with `--months 24 --runs 5 --seed 1`."""

import pytest

SHORT_MONTHS = 3
CHARGES_A_MONTH = 50


@pytest.fixture
def months(request):
    """How many months to trade, and whether anybody asked for so many."""
    asked = request.config.getoption("months")
    return asked or SHORT_MONTHS


@pytest.fixture
def course_seeds(request, seeds):
    """The seeds to run: the first alone, unless a long course is asked for."""
    return seeds if request.config.getoption("months") else seeds[:1]
