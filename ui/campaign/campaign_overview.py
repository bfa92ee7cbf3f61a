"""Overview of the open campaign: counts, next step, labels from existing polygons."""

from __future__ import annotations

import html
import random
from typing import Any, Dict, Mapping, Sequence

from ...alcd_core.errors import AlcdError, InputError
from ...alcd_core.service_file import raster_title
from ...bridge.settings import load_settings
from ...bridge.texts import tr
from ..session.campaign_layers import VECTORS
from ..session.next_step import SUGGEST, NextStep, next_step
from ..widgets.figures import figure, rounded
from ..widgets.messages import Messages
from ..widgets.missing_weights import choose_weights, lacks_weights
from .fetched_tiles import FetchedTiles
from .label_source import LabelSource

TEST_SHARE = 5  # one tile in five
SEED = 0


class CampaignOverview:
    """Controls the widgets of ``page`` (a CampaignPage) that belong to the open campaign."""

    def __init__(self, page: Any, session: Any, messages: Messages) -> None:
        self._page, self._session, self._messages = page, session, messages
        self._step: NextStep
        self._source = LabelSource(page)
        self._fetched = FetchedTiles(page, session, messages)
        for text, choice in (
            (tr("Queried tiles, for training"), "queried"),
            (tr("Random fifth of the tiles, for testing"), "test"),
            (tr("All tiles, for training"), "all"),
        ):
            page.import_tiles_combo.addItem(text, choice)
        session.opened.connect(self._exclude_own_layers)
        page.next_button.clicked.connect(self._do_next)
        page.import_button.clicked.connect(self._import)

    def refresh(self) -> None:
        """Read the campaign's figures. Does nothing if no campaign is open."""
        campaign = self._session.campaign
        if campaign is None or not self._page.isVisible():
            return
        try:
            counts, rounds = campaign.counts(), campaign.rounds()
        except AlcdError as error:
            self._messages.error(error)
            return
        self._step = next_step(counts, rounds)
        self._page.next_label.setText(self._step.text)
        self._page.next_button.setText(self._step.button)
        self._page.next_button.setEnabled(self._step.action != SUGGEST or self._session.job is None)
        self._fetched.refresh()
        self._page.facts_label.setText(as_table(facts(campaign, counts, len(rounds))))

    def ended(self, job: str, outcome: Any) -> None:
        """A job that was started here has ended."""
        if outcome.finished:
            self._messages.success(result_text(outcome.result))
            for text in outcome.result.get("warnings", []):
                self._messages.warning(tr(text))
            return
        chosen = choose_weights(self._page, outcome, self._suggest_values()) if lacks_weights(outcome) else {}
        if chosen:
            self.suggest(**chosen)
        else:
            self._messages.outcome(job, outcome)

    def _exclude_own_layers(self) -> None:
        """Exclude the campaign's own layers from the polygons to label from."""
        layers = self._session.layers
        own = [layers.layer(role) for role in VECTORS]
        self._source.exclude([layer for layer in own if layer is not None])

    def _do_next(self) -> None:
        if self._step.action == SUGGEST:
            self.suggest()
        else:
            self._page.wanted.emit(self._step.action)

    def suggest(self, **more: Any) -> None:
        """Start the search for the tiles to label first. ``more``: further parameters of the job."""
        self._start("suggest", {**self._suggest_values(), **more})

    def _suggest_values(self) -> Dict[str, Any]:
        settings = load_settings()
        chosen = {"device": settings.device, "encoder_weights": settings.encoder_weights}
        return {**chosen, **self._session.proposed("suggest")}

    def _import(self) -> None:
        choice = self._page.import_tiles_combo.currentData()
        try:
            values = {**self._source.values(), "tiles": choice}
            if choice == "test":
                values = {**values, "tiles": test_tiles(self._session.campaign), "split": "test"}
        except AlcdError as error:
            self._messages.error(error)
            return
        self._start("label", values)

    def _start(self, job: str, values: Dict[str, Any]) -> None:
        try:
            self._session.start_job(job, values)
        except AlcdError as error:
            self._messages.error(error)


def result_text(result: Mapping[str, Any]) -> str:
    """The result of the job ``suggest`` or ``label`` as text."""
    if "queried" in result:
        return tr("{} tiles to label first.").format(figure(len(result["queried"])))
    return tr("{} tiles were labelled.").format(figure(result.get("labelled", 0)))


def test_tiles(campaign: Any) -> str:
    """A seeded random sample of the unlabelled tiles, in the format that the job ``label`` expects. Raises InputError
    if no unlabelled tiles are left."""
    free = campaign.open_tiles(states=["unlabelled"]).tile_ids
    if not free:
        raise InputError(tr("There are no unlabelled tiles left for testing."))
    count = max(len(free) // TEST_SHARE, 1)
    chosen = random.Random(SEED).sample(range(len(free)), count)  # noqa: S311  # nosec B311: not security-relevant
    return ",".join(str(free[place]) for place in sorted(chosen))


def facts(campaign: Any, counts: Any, rounds: int) -> Sequence[Sequence[str]]:
    """Rows of the overview: name, value."""
    description, grid = campaign.description, campaign.description.grid
    size = description.tile_size * grid.gsd
    states, splits = counts.states, counts.splits
    rows = [
        (tr("Before"), _raster_text(description, "before")),
        (tr("After"), _raster_text(description, "after")),
        (
            tr("Grid"),
            tr("{} × {} pixels of {} m").format(figure(grid.width), figure(grid.height), rounded(grid.gsd, 3)),
        ),
        (tr("Tiles"), tr("{} of {} m").format(figure(counts.total), rounded(size, 4))),
        (tr("To label"), figure(states["queried"])),
        (tr("Labelled for training"), figure(splits["train"])),
        (tr("Labelled for testing"), figure(splits["test"])),
        (tr("Skipped"), figure(states["skipped"])),
        (tr("Rounds"), figure(rounds)),
    ]
    return [row for row in rows if row[1] != figure(0) or row[0] in (tr("Tiles"), tr("Rounds"))]


def _raster_text(description: Any, date: str) -> str:
    """The rasters' file names, or titles of services, and when the imagery was taken if that is known."""
    names = [raster_title(raster.path) for raster in description.rasters(date)]
    taken = description.taken(date)
    return ", ".join([*names, taken] if taken else names)


def as_table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as rich text; names come from files, so they are escaped."""
    cells = "".join(
        f"<tr><td style='padding-right: 14px'>{html.escape(name)}</td><td><b>{html.escape(value)}</b></td></tr>"
        for name, value in rows
    )
    return f"<table>{cells}</table>"
