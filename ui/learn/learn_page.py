"""The page Learn: one button trains, assesses and queries."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Mapping

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...alcd_core.errors import AlcdError
from ...alcd_core.jobs.registry import jobs
from ...bridge.process.outcome import CANCELLED, JobOutcome
from ...bridge.settings import load_settings
from ...bridge.texts import tr
from ..widgets.figures import figure
from ..widgets.messages import Messages
from ..widgets.missing_weights import choose_weights, lacks_weights
from ..widgets.parameter_form import ParameterForm
from ..widgets.tab_order import set_tab_order
from .learning_round import LearningRound, Step, round_steps
from .loss_curve import LossCurve
from .scoring_text import scoring_text
from .stopping_text import stopping_html

TRAIN = ("method", "members", "preset", "epochs", "learning_rate", "batch_size", "start_from", "afresh")
QUERY = ("acquisition", "score")
ENCODER = ("encoder", "encoder_depth", "encoder_weights", "device", "seed")


def chosen_settings(session: Any) -> Dict[str, Any]:
    """The page's parameters from QGIS's options, overridden by the settings that come with the campaign's imagery."""
    settings = load_settings()
    chosen = {"device": settings.device, "encoder_weights": settings.encoder_weights}
    return {**chosen, **session.proposed("train")}


class LearnPage(QWidget):
    """Starts a learning round. Tiles labelled while it runs are used in the next round."""

    wanted = pyqtSignal(str)  # the page to show next: an action of ``next_step``

    def __init__(self, session: Any, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session, self._messages = session, messages
        self._steps: List[Step] = []
        self._stopped = False  # the last round did not finish
        self.round = LearningRound(session, self)
        self.loss_curve = LossCurve()
        self.contents_layout.replaceWidget(self.curve_place, self.loss_curve)
        self.curve_place.deleteLater()
        self.loss_curve.hide()
        self.outcome_label.hide()
        self.steps_label.hide()
        self._settings = chosen_settings(session)
        self._form = ParameterForm(self.advanced_form)
        self._fill_form()
        self._connect()
        set_tab_order(self)
        self.refresh()

    def refresh(self, *_: Any) -> None:
        """Show how many tiles there are to train on."""
        campaign = self._session.campaign
        ready, scoring, stopping = False, "", ""
        if campaign is not None:
            try:
                counts, rounds, stopping = campaign.counts(), campaign.rounds(), stopping_html(campaign)
                scoring = scoring_text(campaign, counts)
            except AlcdError as error:
                self._messages.error(error)
                return
            ready = counts.splits["train"] > 0
            self.state_label.setText(state_text(counts, rounds))
        self.scoring_label.setVisible(bool(scoring))
        self.scoring_label.setText(scoring)
        self.stopping_group.setVisible(bool(stopping))
        self.stopping_label.setText(stopping)
        self.learn_button.setEnabled(ready and self._session.job is None)

    def showEvent(self, event: Any) -> None:  # noqa: N802
        self._take_settings()
        self.refresh()
        super().showEvent(event)

    def _fill_form(self) -> None:
        chosen = self._settings
        self._form.add(jobs()["train"], TRAIN[:1])
        self._form.add(jobs()["query"], QUERY)
        self._form.add(jobs()["train"], (*TRAIN[1:], *ENCODER), chosen)
        self._show_count()

    def _show_count(self) -> None:
        count = self._session.proposed("query").get("count", jobs()["query"].default("count"))
        self.count_box.setClearValue(count)
        self.count_box.setValue(count)

    def _take_settings(self) -> None:
        """Apply what has changed in QGIS's options or in the imagery's settings since they were last read; everything
        else that is chosen on the page stays."""
        settings, job = chosen_settings(self._session), jobs()["train"]
        for name in {**self._settings, **settings}:
            value = settings.get(name, job.default(name))
            if value != self._settings.get(name, job.default(name)):
                self._form.choose(name, value)
        self._settings = settings

    def _connect(self) -> None:
        session = self._session
        self.learn_button.clicked.connect(self._learn)
        self.round.step_began.connect(self._show_step)
        self.round.ended.connect(self._end)
        session.opened.connect(self._reset)
        session.changed.connect(self.refresh)
        session.job_started.connect(self.refresh)
        session.job_ended.connect(self.refresh)
        session.job_reported.connect(self._report)

    def _reset(self) -> None:
        """Another campaign was opened: clear what belonged to the last one."""
        self._stopped = False
        self._take_settings()
        self._show_count()
        self.loss_curve.clear()
        for widget in (self.loss_curve, self.outcome_label, self.steps_label):
            widget.hide()
        self.refresh()

    def _learn(self) -> None:
        try:
            values = {name: self._values(name) for name in ("train", "query", "assess")}
            for name in ("train", "query"):
                jobs()[name].parse({**values[name], "campaign": str(self._session.campaign.folder)})
            self._steps = round_steps(
                self._session.campaign.folder, values, self._session.campaign.counts().splits["test"]
            )
        except AlcdError as error:
            self._messages.error(error)
            return
        self._start(self._steps)

    def _values(self, job: str) -> Dict[str, Any]:
        values = self._form.values(jobs()[job])
        return {**values, "count": self.count_box.value()} if job == "query" else values

    def _start(self, steps: List[Step]) -> None:
        try:
            self.round.start(steps)
        except AlcdError as error:
            self._messages.error(error)
            return
        self.loss_curve.begin(after_stop=self._stopped)
        self.loss_curve.show()
        self.outcome_label.hide()

    def _show_step(self, number: int, total: int, job: str) -> None:
        texts = {
            "train": tr("The network is trained on your labels."),
            "assess": tr("The network is assessed on the test tiles."),
            "query": tr("The network selects the tiles to label next."),
        }
        self.steps_label.setText(
            tr("Step {} of {}: {}").format(number, total, texts[job])
            + "\n"
            + tr("You can continue labelling in the meantime.")
        )
        self.steps_label.show()

    def _report(self, event: Mapping[str, Any]) -> None:
        if self.round.is_running:
            self.loss_curve.add(event)

    def _end(self, outcome: JobOutcome) -> None:
        self._stopped = not outcome.finished
        self.steps_label.hide()
        self.refresh()
        name, values = self._steps[0] if self._steps else ("", {})
        chosen = choose_weights(self, outcome, values) if lacks_weights(outcome) else {}
        if chosen:
            self._take_settings()
            self._start([(name, {**values, **chosen}), *self._steps[1:]])
            return
        if outcome.status == CANCELLED:
            self._show_outcome(tr("Stopped. Training resumes from the last finished epoch when you start it again."))
            return
        self._messages.outcome(self.round.last, outcome)
        self.loss_curve.setVisible(bool(self.loss_curve.networks))  # no empty frame if nothing was trained
        if outcome.finished:
            words = round_text(self.round.done)
            self._show_outcome(words)
            self._messages.success(short_round_text(self.round.done))
            if self.isVisible():
                self.wanted.emit("label")

    def _show_outcome(self, text: str) -> None:
        self.outcome_label.setText(text)
        self.outcome_label.show()


def state_text(counts: Any, rounds: Any) -> str:
    """The number of tiles to train on, from ``TileCounts`` and the rounds."""
    labelled = counts.splits["train"]
    if not labelled:
        return tr("There are no labelled tiles to train on yet. Label some of the suggested tiles first.")
    trained = next((one.labelled or 0 for one in reversed(list(rounds)) if one.model), 0)
    words = tr("{} tiles are labelled for training").format(figure(labelled))
    words += tr(", {} of them since the last round.").format(figure(labelled - trained)) if trained else "."
    if counts.classes["changed"] == 0:
        words += " " + tr("None of them is changed, so the network cannot learn what a change looks like.")
    return words


def short_round_text(done: Mapping[str, Mapping[str, Any]]) -> str:
    """The result of a round in one line, for the narrow message bar; the page shows the rest."""
    queried = figure(len(done.get("query", {}).get("queried", [])))
    return tr("Round {}: {} tiles to label next.").format(done.get("train", {}).get("round", "?"), queried)


def round_text(done: Mapping[str, Mapping[str, Any]]) -> str:
    """The result of a round, from the results of its jobs."""
    train, query, assess = done.get("train", {}), done.get("query", {}), done.get("assess", {})
    tiles = figure(train["tiles"]) if "tiles" in train else "?"
    words = [tr("Round {}: trained on {} tiles.").format(train.get("round", "?"), tiles)]
    if assess.get("average_precision") is not None:
        words.append(tr("Average precision on the test tiles: {}.").format(figure(assess["average_precision"], 3)))
    if query:
        words.append(tr("{} tiles to label next.").format(figure(len(query.get("queried", [])))))
    return " ".join(words)
