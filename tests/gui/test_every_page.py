"""Every page and every entry of the tray over one real engine process and both sandboxes, on loopback.

The tests stand on one site whose books go on from test to test; each may run alone.
"""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from agent.demo import SANDBOX_SECRETS, stage
from agent.demo_company import catalogue_settings, customer_settings
from agent.domain.customers.kept import CustomerFilter
from agent.domain.customers.suggest import Advice
from agent.domain.documents import State
from agent.domain.flow_cards import CardPlace, Section
from agent.domain.walking import Said
from agent.domain.worklist import Tab
from gui.widgets.basics import Identifier
from tests.gui.test_end_to_end import Site

#: A fault that loses the answers to what is posted.
LOST = {"fault": "reset_after_commit", "probability": 1.0, "match": {"path": "Transaction/Post"}}


@pytest.fixture(scope="module")
def running(tmp_path_factory, prepared):
    """The site, with eight payments and their payouts in the books."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch, stage(folder, 4) as on:
        for name, text in SANDBOX_SECRETS.items():
            patch.setenv(name, text)
        for name, text in (catalogue_settings() | customer_settings() | {
            "requests.enabled": "yes", "requests.customers": "*", "requests.every_s": "86400",
        }).items():  # fmt: skip
            on.service.configure(name, text)
        until_at = on.home.clock.now() - 100
        on.stripe.trade(charges=8, seed=4, days=20, until_at=until_at, aftermath=True)
        made = Site(on, folder, None)
        yield made
        made.program.close()
        made.program.window.deleteLater()


@pytest.fixture
def site(running, qtbot):
    """The site at rest: what there is, is in SYSPRO."""
    running.qtbot = qtbot
    running.until(lambda: running.status() is not None and running.status().engine_alive)
    running.until(lambda: running.counts()[State.POSTED] >= 16 and at_rest(running))
    return running


def at_rest(site):
    counts = site.counts()
    return not counts[State.PENDING] + counts[State.POSTING] and not site.status().inbox.waiting


def shown(site, name, what=None):
    site.program.window.show_page(name, what)
    return site.program.window.pages[name]


def trade(site, seed):
    until_at = site.on.home.clock.now() - 100
    site.on.stripe.trade(charges=2, seed=seed, days=1, until_at=until_at, aftermath=False)


def test_no_page_and_no_entry_of_the_tray_is_left_out(site):
    told = "".join(
        (Path(__file__).parent / f"{name}.py").read_text("utf-8") for name in ("test_every_page", "test_walk")
    )
    told += (Path(__file__).parent / "test_end_to_end.py").read_text("utf-8")
    pages = [name for name in site.program.window.navigation.buttons if f'"{name}"' not in told]
    entries = [name for name, one in vars(site.tray).items() if isinstance(one, QAction) and f"tray.{name}" not in told]
    entries = [name for name in entries if not re.search(rf'"{name}"', told)]
    assert (pages, entries) == ([], [])


def test_home_says_what_is_proven_and_what_both_systems_answer(site):
    page = shown(site, "home")
    page.proof.prove.click()
    site.until(lambda: site.status().proven_at > 0 and page.stages.face() == "content")
    site.until(lambda: "agree to the cent" in page.proof.sentence.text())
    said = [label.text() for label in page.systems.findChildren(QLabel)]
    assert [any(text.startswith(word) for text in said) for word in ("answers, today", "runs on")] == [True, True]


def test_a_payout_ties_to_the_cent_and_its_report_is_saved(site, tmp_path):
    page = shown(site, "payouts")
    site.until(lambda: any(row.ties for row in page.model.rows))
    row = next(row for row in page.model.rows if row.ties)
    page.show_payout(row.payout_id)
    site.until(lambda: page.detail.model.rowCount() > 0)
    assert page.detail.difference.text() in {"0.00", "0"}
    assert page.detail.sentence.text() == "The movements add up to the payout, and all of them are in SYSPRO."
    page.save_to(tmp_path / "payout.csv")
    site.until((tmp_path / "payout.csv").exists)


def test_the_catalogue_is_written_to_stripe(site):
    page = shown(site, "catalogue")
    site.until(page.run_now.isEnabled)
    page.run("everything")
    site.until(lambda: page.told is not None and page.model.rowCount() > 10)
    products = site.on.home.store.catalogue
    site.until(lambda: not products.due("A", 1, site.on.home.clock.now()))
    site.until(lambda: site.program.reading.at_rest)
    assert page.stages.face() == "content"


def test_customers_are_matched_and_a_match_is_accepted(site):
    page = shown(site, "customers", Advice.MATCH)
    page.run("everything")
    site.until(lambda: page.model.rowCount() > 0 and page.model.row(0) is not None)
    row = page.model.row(0)
    page.open_row(row)
    page.detail.link.click()
    site.until(lambda: any(one.customer == row.customer for one in site.on.service.customer_links(CustomerFilter())))


def test_open_invoices_can_be_paid_in_stripe(site):
    site.on.syspro.ship_and_invoice(share=Decimal(1), seed=4)
    page = shown(site, "requests")
    page.run("everything")
    site.until(lambda: page.told is not None and not page.told.is_empty)
    site.until(lambda: page.model.rowCount() > 0)


def test_a_payment_that_was_decided_walks_through_its_flow(site):
    page = shown(site, "flows", "charge-to-order")
    site.until(lambda: page.flow() is not None)
    page.walk.begin.click()
    site.until(lambda: page.walk.is_walking)
    assert not page.walk.invented.isVisible()
    page.walk.all.click()
    assert page.walk.walk.seen[0].said is Said.WANTED
    page.walk.leave.click()


def test_a_flow_is_switched_in_the_draft_and_the_engine_takes_the_revision(site):
    page = shown(site, "flows", "charge-to-order")
    site.until(lambda: page.flow() is not None)
    before = site.on.home.store.revisions.latest().number
    page._switch(CardPlace(Section.STEP, 2))
    site.until(page.draft.isVisible)
    page.force.click()
    page.draft.asking.field.setText("No forms for now.")
    page.draft.asking.confirm.click()
    site.until(lambda: site.on.home.store.revisions.latest().number > before)
    page._switch(CardPlace(Section.STEP, 2))
    site.until(page.draft.isVisible)
    site.on.service.mapping.discard_draft()


def test_the_mapping_shows_what_the_latest_payment_gave_each_field(site):
    page = shown(site, "mapping", "charge-to-order")
    site.until(lambda: page.model.rowCount() > 10)
    site.until(lambda: any(page.model.index(row, 2).data() for row in range(page.model.rowCount())))


def test_the_history_is_whole(site):
    page = shown(site, "history")
    site.until(lambda: page.model.rowCount() > 20)
    page.verify.click()
    site.until(lambda: page.result.text.text().startswith("Nothing was altered: "))


def test_about_says_which_version_runs(site):
    page = shown(site, "about")
    said = [label.text() for label in page.findChildren(QLabel)]
    assert {site.joins.version, str(site.joins.home)} <= set(said) | {
        one.text() for one in page.findChildren(Identifier)
    }


def test_what_waits_by_a_setting_is_approved_taken_back_and_posted(site):
    settings = shown(site, "settings", "posting.approval")
    field = settings.fields["posting.approval"]
    site.until(lambda: settings.stages.face() == "content")
    field.editor.setCurrentIndex(field.editor.findData("every"))
    field.editor.activated.emit(field.editor.currentIndex())
    site.until(lambda: site.on.service.setting("posting.approval") == "every")
    trade(site, 11)
    site.tray.sync_now.trigger()
    site.until(lambda: site.counts()[State.HELD] > 0 and site.status().needs_you > 0)
    held = site.counts()[State.HELD]
    site.until(site.tray.needs_you.isVisible)
    site.tray.needs_you.trigger()
    work = site.program.window.pages["work"]
    assert work.tab is Tab.NEEDS_YOU
    site.until(lambda: "hold.every" in work.causes.buttons)
    work.causes.buttons["hold.every"].click()
    work.causes.retry.click()
    site.until(lambda: site.counts()[State.PENDING] == held)
    site.until(lambda: site.program.window.notice.undo.isVisibleTo(site.program.window.notice))
    site.program.window.notice.take_back()
    site.until(lambda: site.counts()[State.HELD] == held)
    work.causes.clear()
    site.on.service.approve_all(work.wanted())
    site.until(lambda: site.counts()[State.HELD] == 0 and at_rest(site))
    site.on.service.configure("posting.approval", "no")


def test_a_lost_answer_is_in_doubt_until_it_is_found(site):
    site.on.syspro.add_faults([LOST])
    trade(site, 12)
    site.tray.sync_now.trigger()
    site.until(lambda: site.status().documents_in_doubt > 0 and site.tray.in_doubt.isVisible())
    site.tray.in_doubt.trigger()
    assert site.program.window.pages["work"].tab is Tab.IN_DOUBT
    page = shown(site, "doubts")
    site.until(lambda: page.model.rowCount() > 0 and page.stages.face() == "content")
    site.on.syspro.clear_faults()
    site.until(lambda: site.counts()[State.IN_DOUBT] == 0 and at_rest(site))
    site.until(lambda: page.stages.face() == "message")
    assert page.stages.message.title.text() == "Nothing is in doubt"


def test_recent_documents_of_the_tray_open_their_detail(site):
    site.until(lambda: len(site.tray.recent_menu.actions()) > 1)
    site.tray.recent_menu.actions()[0].trigger()
    work = site.program.window.pages["work"]
    site.until(lambda: not work.detail.isHidden() and work.detail.timeline.isVisibleTo(work.detail))


@pytest.mark.parametrize("action", ["pause_hour", "pause_tomorrow", "pause_open"])
def test_every_pause_of_the_tray_pauses_the_engine_and_resume_ends_it(site, action):
    getattr(site.tray, action).trigger()
    site.until(lambda: site.status().paused_until and site.tray.resume.isVisible())
    assert not site.tray.pause_menu.menuAction().isVisible()
    site.tray.resume.trigger()
    site.until(lambda: not site.status().paused_until)


def test_open_and_the_state_line_bring_the_window_up(site):
    window = site.program.window
    window.hide()
    site.tray.open.trigger()
    site.until(window.isVisible)
    window.hide()
    site.tray.state_line.trigger()
    site.until(window.isVisible)
    assert window.current() is window.pages["home"]
