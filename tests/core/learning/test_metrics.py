import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score, jaccard_score, roc_auc_score

from alcd_core.learning.metrics import LEVELS, PixelScores


def made_up(seed, pixels=4000, coarse=False):
    rng = np.random.default_rng(seed)
    labels = (rng.random(pixels) < 0.2).astype(np.uint8)
    probability = np.clip(rng.normal(0.3 + 0.3 * labels, 0.25), 0, 1)
    if coarse:
        probability = np.round(probability, 1)
    return probability.astype(np.float32), labels


@given(st.integers(0, 1000), st.booleans())
@settings(max_examples=25, deadline=None)
def test_metrics_agree_with_scikit_learn(seed, coarse):
    probability, labels = made_up(seed, coarse=coarse)
    scores = PixelScores()
    for part in np.array_split(np.arange(labels.size), 7):
        scores.add(probability[part].reshape(1, -1), labels[part].reshape(1, -1))
    figures = scores.metrics()
    levels = np.rint(probability.astype(np.float64) * (LEVELS - 1)) / (LEVELS - 1)
    decided = levels >= 0.5
    assert figures.auc == pytest.approx(roc_auc_score(labels, levels), abs=1e-9)
    assert figures.average_precision == pytest.approx(average_precision_score(labels, levels), abs=1e-9)
    assert figures.f1 == pytest.approx(f1_score(labels, decided), abs=1e-12)
    assert figures.iou == pytest.approx(jaccard_score(labels, decided), abs=1e-12)
    assert figures.changed_pixels == labels.sum()


def test_the_calibration_error_uses_fifteen_bins():
    probability, labels = made_up(3)
    scores = PixelScores()
    scores.add(probability, labels)
    expected = 0.0
    for n in range(15):
        upper = (n + 1) / 15 if n < 14 else 1.1
        inside = (probability >= n / 15) & (probability < upper)
        if inside.any():
            expected += inside.mean() * abs(probability[inside].mean(dtype=np.float64) - labels[inside].mean())
    assert scores.metrics().ece == pytest.approx(expected, abs=2e-3)


def test_a_calibrated_prediction_has_no_calibration_error():
    scores = PixelScores()
    scores.add(np.full(1000, 0.25), (np.arange(1000) % 4 == 0).astype(np.uint8))
    assert scores.metrics().ece == pytest.approx(0.0, abs=1e-5)


def test_ignored_pixels_do_not_count():
    probability, labels = made_up(1)
    plain, holed = PixelScores(), PixelScores()
    plain.add(probability, labels)
    holed.add(np.append(probability, [0.9, 0.1]), np.append(labels, [255, 255]))
    assert plain.metrics() == holed.metrics()


def test_undefined_metrics_are_none():
    scores = PixelScores()
    assert scores.metrics().auc is scores.metrics().ece is scores.metrics().f1 is None
    scores.add(np.array([0.1, 0.2]), np.zeros(2))
    figures = scores.metrics()
    assert figures.auc is figures.average_precision is figures.f1 is figures.iou is None
    assert figures.ece == pytest.approx(0.15, abs=1e-4)
