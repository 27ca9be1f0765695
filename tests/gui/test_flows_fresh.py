"""The flow designer on a site on which nothing was decided yet."""

from tests.gui.flows_stage import ORDER, TRIGGER, names


def test_on_a_fresh_site_an_example_walks_through_every_flow(room):
    room.start()
    page = room.page("flows", ORDER)
    for name in names(page):
        page.open_at(name)
        room.settled()
        page.walk.begin.click()
        room.settled()
        assert page.walk.is_walking, name
        assert page.walk.invented.isVisible()
        page.walk.all.click()
        assert page.walk.told.text(), name
        assert page.canvas.cards[TRIGGER].chip.word()
