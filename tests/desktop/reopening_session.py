"""Runs inside the real desktop of QGIS after it was killed: opens the recent campaign and reports what was kept."""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import show_dock
from driver import arrange, dock, picture, report, run, the_session, until


def session():
    arrange()
    show_dock()
    recent = dock().campaign_page.recent_list
    recent.itemActivated.emit(recent.item(0))
    until(lambda: the_session().campaign is not None, "the campaign did not open", 20)
    picture("k1_opened_again", settle=600)
    report.update(done=the_session().queue.counts.done, drawn=the_session().layers.annotations.featureCount())
    report["tile"] = the_session().queue.current.tile_id


run(session)
