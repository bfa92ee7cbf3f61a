"""Runs inside the real desktop of QGIS: a whole campaign, two rounds, from "New" to exported polygons."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(os.environ["ALCD_TEST_CODE"])))

from campaign_steps import (
    Truth,
    accept_somewhere,
    cancel_learning,
    choose_small_network,
    import_test_tiles,
    label_all,
    learn,
    make_campaign,
    measure_keys,
    open_page,
    results,
    show_dock,
    suggest,
    walk_the_queue,
)
from driver import FOLDER, arrange, dock, picture, report, run, said, the_session

COUNT = 12
# The network in the tutorial's pictures has learnt more.
EPOCHS = 20 if os.environ.get("ALCD_TUTORIAL_FOLDER") else 12
WEIGHTS = os.environ.get("ALCD_TUTORIAL_WEIGHTS", "none")


def session():
    arrange()
    show_dock()
    picture("01_start")
    make_campaign("Riverside", 128)
    picture("03_made")
    suggest()
    first_round()
    second_round()
    dock().pages.setCurrentWidget(dock().campaign_page)
    picture("08_overview")
    results(FOLDER / "changes.gpkg")
    report["rounds"] = len(the_session().campaign.rounds())
    report["said"] = said()


def first_round():
    truth = Truth()
    picture("04_first_tile")
    label_all(truth, leave=1, pictures="05_drawn")
    import_test_tiles()
    choose_small_network(EPOCHS, COUNT, weights=WEIGHTS)
    before = the_session().campaign.counts()
    report["cancelled"] = cancel_learning()
    picture("06_cancelled")
    report["cancel kept the labels"] = the_session().campaign.counts() == before

    def label_meanwhile():
        open_page(dock().label_page)
        label_all(truth)
        report["labelled while learning"] = the_session().job is not None

    learn("06_learning", label_meanwhile)


def second_round():
    open_page(dock().label_page)
    picture("07_asked")
    accept_somewhere("07_accepted")
    label_all(Truth())
    walk_the_queue()
    measure_keys()
    picture("07_all_done")
    learn()


run(session)
