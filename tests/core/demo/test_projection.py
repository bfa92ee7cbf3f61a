"""The second date's misregistration."""

from __future__ import annotations

import numpy as np

from alcd_core.demo.projection import projections


def test_the_dates_differ_by_about_the_misregistration_and_smoothly() -> None:
    typical = []
    for seed in range(12):
        before, after = projections(np.random.default_rng(seed), 0.5)
        plan = np.stack(np.meshgrid(np.linspace(0, 3000, 40), np.linspace(0, 3000, 40)), axis=-1).reshape(-1, 2)
        slip = after.points(plan) - before.points(plan)
        typical.append(np.sqrt((slip**2).sum(axis=1).mean()))
        nearby = after.points(plan + 10.0) - before.points(plan + 10.0)
        assert np.abs(nearby - slip).max() < 0.2
    assert 0.3 < np.mean(typical) < 0.9


def test_a_rigid_object_follows_the_direction_of_its_street() -> None:
    view, _ = projections(np.random.default_rng(3), 0.5)
    x, y, angle = view.place((400.0, 700.0), 0.5)
    start, end = view.points(np.array([[400.0, 700.0], [400.0 + 5 * np.cos(0.5), 700.0 + 5 * np.sin(0.5)]]))
    assert np.allclose((x, y), start)
    assert abs(np.arctan2(*(end - start)[::-1]) - angle) < 0.02
