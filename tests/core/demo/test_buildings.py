"""Roof shapes on the canvas."""

from __future__ import annotations

import numpy as np
import pytest

from alcd_core.demo.buildings import paint_buildings
from alcd_core.demo.canvas import MARGIN, Canvas, empty_canvas
from alcd_core.demo.projection import Projection
from alcd_core.demo.scene import Building, Part, Scene

STILL = Projection(())


def painted(roof: str, date: int = 0, dates: tuple[bool, bool] = (True, True)) -> Canvas:
    part = Part(0.0, 0.0, 20.0, 10.0, False, roof, 4.0, 0.5)
    house = Building((50.0, 50.0), 0.0, [part], "hall", ("red", "red"), dates)
    canvas = empty_canvas(200, 0.5)
    paint_buildings(canvas, Scene(100.0, buildings=[house]), date, STILL)
    return canvas


def metres(canvas: Canvas, x: float, y: float) -> float:
    return canvas.height[int(y / 0.5) + MARGIN, int(x / 0.5) + MARGIN] / 100


def test_a_gable_roof_rises_to_a_ridge_along_its_whole_length() -> None:
    canvas = painted("gable")
    for x in (41.0, 50.0, 59.0):
        assert metres(canvas, x, 50.0) == pytest.approx(6.5, abs=0.2)
        assert metres(canvas, x, 45.0) == pytest.approx(4.0, abs=0.2)


def test_a_hipped_roof_falls_to_all_four_sides() -> None:
    canvas = painted("hip")
    assert metres(canvas, 50.0, 50.0) == pytest.approx(6.5, abs=0.2)
    assert metres(canvas, 40.0, 50.0) == pytest.approx(4.0, abs=0.2)


def test_a_building_covers_its_footprint_and_nothing_else() -> None:
    built = painted("gable").height > 0
    assert built.sum() == 20 * 10 / 0.25
    rows, columns = np.nonzero(built)
    assert (rows.min() - MARGIN, columns.min() - MARGIN) == (90, 80)


def test_a_building_that_was_torn_down_is_missing_at_the_second_date() -> None:
    assert painted("flat", 0, (True, False)).height.any()
    assert not painted("flat", 1, (True, False)).height.any()
