"""Light and shadow, compared with slow and obvious versions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from alcd_core.demo.canvas import MARGIN, empty_canvas
from alcd_core.demo.rendering import Exposure, _leaning, _shadow, _sunlight, exposures, render

SOUTH = Exposure(np.pi, np.radians(45), (0.3, 0.3, 0.3), (0.0, 0.1), (1.0, 1.0, 1.0), 1.0, (0, 0, 0), 0.0, 0.0)


def test_a_pillar_casts_a_shadow_as_long_as_it_is_high_away_from_the_sun() -> None:
    height = np.zeros((80, 80), np.int16)
    height[40:42, 40:42] = 500
    shadow = _shadow(height, (0.0, 1.0), np.radians(45), 0.5)  # the sun in the south, rows go south
    assert shadow[40 - 9 : 40, 40:42].all()  # 5 m are 10 px at 45 degrees
    assert not shadow[:29].any()
    assert not shadow[42:].any()
    assert not shadow[:, :40].any()


def test_shadows_agree_with_a_ray_followed_pixel_by_pixel() -> None:
    rng = np.random.default_rng(0)
    height = np.where(rng.random((40, 50)) < 0.05, rng.integers(100, 900, (40, 50)), 0).astype(np.int16)
    towards, elevation, gsd = (np.sin(2.1), -np.cos(2.1)), np.radians(38), 0.5
    shadow = _shadow(height, towards, elevation, gsd)
    for row in range(40):
        for column in range(50):
            hidden = False
            for step in range(1, 42):
                y, x = row + round(step * towards[1]), column + round(step * towards[0])
                if 0 <= y < 40 and 0 <= x < 50:
                    hidden |= height[y, x] - height[row, column] > int(step * np.tan(elevation) * gsd * 100)
            assert shadow[row, column] == hidden


def test_the_side_of_a_roof_facing_the_sun_is_brighter_and_flat_ground_has_a_light_of_one() -> None:
    height = np.zeros((60, 60), np.int16)
    height[20:40, 20:40] = 400 + 30 * (10 - np.abs(np.arange(20) - 9.5))[:, None]  # a ridge from west to east
    light = _sunlight(height, SOUTH, 0.5)
    assert light[33:37, 25:35].min() > 1.1
    assert light[23:27, 25:35].max() < 0.7
    assert np.allclose(light[50:, :], 1.0)


def test_a_high_roof_leans_further_than_a_low_one() -> None:
    height = np.zeros((40, 60), np.int16)
    height[20:30, 10:20] = 1000
    height[20:30, 40:50] = 500
    seen = np.zeros((40, 60), bool)
    for _, moved in _leaning(height, SOUTH, 0.5):  # 0.1 m per metre downwards: 2 px and 1 px
        seen |= moved
    assert seen[30:32, 12].all()
    assert not seen[32, 12]
    assert seen[30, 45]
    assert not seen[31, 45]


def test_rendering_is_reproducible_and_depends_on_the_seed() -> None:
    canvas = empty_canvas(300, 0.5)
    canvas.colour[:] = 120
    exposure = exposures(np.random.default_rng(0))[0]
    first, again, other = (
        np.concatenate([strip for _, strip in render(canvas, exposure, seed)], axis=1) for seed in ((1,), (1,), (2,))
    )
    assert first.shape == (3, 300, 300)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_strips_fit_together() -> None:
    canvas = empty_canvas(300, 0.5)
    canvas.colour[:] = np.random.default_rng(0).integers(60, 200, canvas.colour.shape)
    canvas.height[MARGIN + 250 : MARGIN + 262, 100:200] = 800
    exposure = replace(exposures(np.random.default_rng(0))[1], noise=0.0)
    joined = np.concatenate([strip for _, strip in render(canvas, exposure, (0,))], axis=1)
    lower = empty_canvas(200, 0.5)
    lower.colour[:] = canvas.colour[100:396, 52:348]
    lower.height[:] = canvas.height[100:396, 52:348]
    moved = np.concatenate([strip for _, strip in render(lower, exposure, (0,))], axis=1)
    assert np.array_equal(joined[:, 100:300, 52:252], moved)
