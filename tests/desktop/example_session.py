"""Runs inside the real desktop of QGIS: a new user's first minutes on the example town, with the things that go wrong,
then the update of its building map."""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

import building_map_steps as building_map
import first_minutes_steps as first_minutes
from campaign_steps import show_dock
from driver import arrange, run


def session():
    arrange()
    show_dock()
    first_minutes.read_the_tutorial()
    first_minutes.try_without_a_worker()
    first_minutes.try_the_example()
    first_minutes.fail_by_weights()
    first_minutes.label_from_the_truth()
    first_minutes.learn_as_proposed()
    first_minutes.look_at_an_algorithm()
    building_map.compare_with_the_building_map()
    building_map.review()
    building_map.export()
    building_map.show_in_a_fresh_project()


run(session)
