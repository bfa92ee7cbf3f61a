"""Forms generated from jobs, curves, and the time left."""

from types import SimpleNamespace

import pytest
from alcd.alcd_core.jobs.job import Kind
from alcd.alcd_core.jobs.registry import jobs
from alcd.ui.learn.loss_curve import LossCurve
from alcd.ui.results.learning_curve import curves
from alcd.ui.widgets.parameter_form import ParameterForm, band_numbers
from alcd.ui.widgets.plot import ticks
from alcd.ui.widgets.time_left import TimeLeft, time_left_text
from qgis.PyQt.QtWidgets import QFormLayout, QWidget


@pytest.fixture
def form(qgis_application):
    widget = QWidget()
    made = ParameterForm(QFormLayout(widget))
    made.keep = widget
    return made


@pytest.mark.parametrize("job", ["train", "query"])
def test_an_untouched_form_gives_the_job_s_own_defaults(form, job):
    infos = jobs()[job].infos()
    shown = [name for name, info in infos.items() if info.kind not in (Kind.CAMPAIGN, Kind.FILE)]  # TLS: in the options
    form.add(jobs()[job], shown)
    values = form.values(jobs()[job])
    assert all(value == jobs()[job].default(name) for name, value in values.items())
    assert jobs()[job].problems({**values, "campaign": "x"}) == []


def test_the_choice_of_the_user_reaches_the_job(form):
    form.add(jobs()["train"], ("method", "epochs", "learning_rate", "encoder"), {"encoder": "resnet18"})
    form.widget("epochs").setValue(7)
    form.widget("learning_rate").setValue(0.0003)
    values = form.values(jobs()["train"])
    assert values == {"method": "mcbn", "epochs": 7, "learning_rate": 0.0003, "encoder": "resnet18"}


def test_numbers_are_shown_without_trailing_zeros(form):
    form.add(jobs()["train"], ("learning_rate",))
    box = form.widget("learning_rate")
    assert box.text() == "Automatic"
    for value, text in ((0.001, "0.001"), (1e-5, "0.00001"), (1.0, "1")):
        box.setValue(value)
        assert box.text() == text
    box.setValue(0.001)
    box.stepUp()
    assert box.value() == pytest.approx(0.0011)


def test_a_parameter_shared_by_two_jobs_is_shown_once(form):
    form.add(jobs()["train"], ("device", "seed"))
    form.add(jobs()["query"], ("device", "seed"))
    form.widget("seed").setValue(3)
    assert form.values(jobs()["train"])["seed"] == form.values(jobs()["query"])["seed"] == 3


def test_every_parameter_of_create_has_a_widget(form):
    form.add(jobs()["create"], ("tile_size", "overlap", "gsd", "crs", "bands"))
    assert form.values(jobs()["create"]) == {"tile_size": 256, "overlap": 32}


def test_bands_are_read_from_text():
    assert band_numbers("1, 2,3") == [1, 2, 3]
    assert band_numbers("") is None
    assert band_numbers(None) is None


def test_each_network_s_loss_is_a_separate_line(qgis_application):
    curve = LossCurve()
    for epoch, loss in ((1, 0.9), (2, 0.5), (1, 0.8)):
        curve.add({"event": "metric", "name": "loss", "value": loss, "epoch": epoch})
    curve.add({"event": "message", "message": "x"})
    curve.add({"event": "metric", "name": "loss", "value": None, "epoch": 2})  # not a number
    assert curve.networks == [[(1.0, 0.9), (2.0, 0.5)], [(1.0, 0.8)]]
    curve.resize(300, 200)
    assert not curve.grab().isNull()


def losses(curve, *epochs):
    for epoch in epochs:
        curve.add({"event": "metric", "name": "loss", "value": 0.5, "epoch": epoch})


def test_the_loss_curve_continues_when_training_resumes(qgis_application):
    curve = LossCurve()
    curve.begin(after_stop=False)
    losses(curve, 1, 2)
    curve.begin(after_stop=True)
    losses(curve, 3)
    assert curve.networks == [[(1.0, 0.5), (2.0, 0.5), (3.0, 0.5)]]


def test_the_loss_curve_starts_over_in_the_next_round_and_when_training_does(qgis_application):
    curve = LossCurve()
    losses(curve, 1, 2)
    curve.begin(after_stop=True)
    losses(curve, 1)  # for example with other parameters
    assert curve.networks == [[(1.0, 0.5)]]
    curve.begin(after_stop=False)
    assert curve.networks == []


def test_unknown_figures_give_no_point():
    rounds = [
        SimpleNamespace(labelled=10, changed=4, auc=None, average_precision=None),
        SimpleNamespace(labelled=20, changed=10, auc=0.9, average_precision=0.7),
    ]
    precision, auc, changed = curves(rounds)
    assert precision.points == [(20, 0.7)]
    assert auc.points == [(20, 0.9)]
    assert changed.points == [(10, 0.4), (20, 0.5)]


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0, 0.013), (3, 97), (8, 20), (0, 1e6)])
def test_ticks_are_few_and_span_the_range(low, high):
    found = ticks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert 2 <= len(found) <= 8


def test_the_worker_s_messages_are_translated_with_their_numbers(monkeypatch):
    from alcd.ui.widgets import job_bar

    monkeypatch.setattr(job_bar, "tr", lambda text: text.replace("Epoch", "Epoche").replace("of", "von"))
    assert job_bar.worker_text("Epoch 3 of 20") == "Epoche 3 von 20"
    assert job_bar.worker_text("Something {7} new") == "Something {7} new"


def test_the_time_left_is_shown_once_it_can_be_estimated():
    left = TimeLeft(now=100.0)
    assert left.seconds(0.5, 101.0) < 0
    assert left.seconds(0.5, 110.0) == pytest.approx(10.0)
    assert left.seconds(0.25, 120.0) == pytest.approx(20.0)  # going backwards is not progress
    assert time_left_text(-1) == ""
    assert time_left_text(12) == "10 s left"
    assert time_left_text(130) == "2 min left"
    assert time_left_text(3 * 3600) == "3.0 h left"
