"""What the tests of the flow designer stand on: a home whose engine decided one payment."""

from agent.domain.decide import decide
from agent.domain.events import Subject
from agent.domain.flow_cards import CardPlace, Section
from agent.domain.mapping import MappingContent
from tests.store.builders import NOW
from tests.unit.domain.cases import POLICY, booking, charge, facts

ORDER = "charge-to-order"
TRIGGER, STOP, STEP, HOLD = (CardPlace(one) for one in (Section.TRIGGER, Section.STOP, Section.STEP, Section.HOLD))


def decided(room):
    """The room's engine has decided one payment."""
    for name, text in POLICY.items():
        room.store.settings.set(name, text, by="test", now=NOW)
    content = room.desk.service.mapping.content()
    number = room.store.revisions.append(content.text(), author="Ann", comment="The first", now=NOW - 90)
    paid = facts(charge(), booked=booking())
    decision = decide(paid, MappingContent(content.flows, content.policy).revision(number))
    room.store.outbox.apply(decision, paid, Subject("ch_1", "charge", (), (), NOW), NOW - 60)
    room.engine_lives()
    return room


def names(page):
    return [row.name for row in page.flows.model.rows]


def flow(room, name=ORDER):
    """A flow of the draft."""
    return room.desk.service.mapping.content(draft=True).flows.entry(name).flow


def add(room, page, section, start, when):
    page._add_card(section, start, when)
    room.settled()


def rest(room, page):
    """Wait until what was typed has been tried."""
    room.qtbot.waitUntil(lambda: not page.pane._rest.isActive() and room.program.reading.at_rest)
