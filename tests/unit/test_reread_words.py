"""What the command line says of how far back documents were read again."""

from zoneinfo import ZoneInfo

import pytest

from agent.cli.reconcile_command import up_to
from agent.domain.reconciliation import Reread

DAY_S = 86_400
ALL = "All that were sent since 1970-04-11 were among them"
NOT_ALL = "The engine was stopped, so not all that were sent since 1970-04-11 were among them"
REST = "the rest have their turn in the next nights."


@pytest.mark.parametrize(
    ("older", "cut_short", "words"),
    [
        ((0, 0, 0), False, f"{ALL}; there are no older ones."),
        (
            (1300, 500, 9 * DAY_S), False,
            f"{ALL}, and of the 1,300 older ones the next 500, up to those sent on 1970-01-10; {REST}",
        ),
        ((1300, 300, 0), False, f"{ALL}, and of the 1,300 older ones the next 300: the round over all is complete."),
        ((1300, 0, 0), True, f"{NOT_ALL}, and of the 1,300 older ones the next 0."),
    ],
)  # fmt: skip
def test_it_is_said_up_to_where_documents_were_read_again(older, cut_short, words):
    reread = Reread(7, 0, 100 * DAY_S, *older, cut_short=cut_short)
    assert up_to(reread, ZoneInfo("UTC")) == words
