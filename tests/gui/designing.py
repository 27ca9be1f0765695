"""Brings the page of the flows into the states that pictures show."""

from agent.domain.flow_cards import CardPlace, Section

ORDER = "charge-to-order"
#: Name that the person gives a new flow.
LARGE = "Large orders wait for the boss"


def pose(page, service, what, rest):
    """Show one state of the page.

    Args:
        page: The page.
        service: The one door.
        what: The state.
        rest: Waits until every question is answered.
    """
    service.mapping.discard_draft()
    page.walk.end()
    page.pane.closed.emit()
    page.refresh()
    rest()
    page.open_at(ORDER)
    if what == "card":
        page.open_card(CardPlace(Section.STOP, 1))
    elif what == "walk":
        page.walk.begin.click()
        rest()
        page.walk.all.click()
        rest()
        page.canvas.cards[CardPlace(Section.STEP, 3)].opened.emit(CardPlace(Section.STEP, 3))
    elif what == "broken":
        page.flows._begin(ORDER, LARGE, False)
        rest()
        page._add_card(Section.HOLD, "amount", "payment.amount.minr > 100000")
    elif what == "templates":
        page._show_tab("templates")
    rest()
