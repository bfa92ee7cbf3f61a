"""Runs ``polygons``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

from ...buildings.footprint_store import FootprintStore
from ...buildings.map_update import MapUpdate, UpdateSummary
from ...buildings.right_angles import REDRAWING, in_words
from ...buildings.tolerance import Tolerance
from ...campaign.campaign import Campaign
from ...errors import InputError
from ...imagery.change_layers import Origin, refuse_other_layers
from ...imagery.map_blocks import ProbabilityMap
from ...imagery.polygons import PolygonSummary, write_change_polygons
from ...learning.scoring import Scorer
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter
from ...temporary_files import scratch_folder
from ..helpers.building_map import building_map, building_tolerance
from ..helpers.mapping import write_maps
from ..helpers.models import trained_model
from ..helpers.outputs import TABLE_ENDINGS, VECTOR_ENDINGS, check_output, map_of, note_map
from ..helpers.session import ignored_areas, unlabelled_source, working_on
from ..helpers.styles import layer_styles
from ..polygons import Polygons


@dataclass(frozen=True)
class Buildings:
    """A building map that was read for this job, and how closely it fits the imagery."""

    store: FootprintStore
    tolerance: Tolerance


def run(parameters: Polygons, reporter: Reporter) -> dict[str, Any]:
    """Convert the latest model's map into polygons; the map is computed first if it is missing."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "polygons") as campaign:
        _check(campaign, parameters)
        model = trained_model(campaign, None)
        with _buildings(campaign, parameters, reporter.part(0.0, 0.1)) as buildings:
            probability = _probability_map(campaign, model, device, reporter.part(0.1, 0.8))
            update = _update(buildings, probability)
            summary = write_change_polygons(
                probability,
                parameters.output,
                threshold=parameters.threshold,
                minimum_area=parameters.min_area,
                simplify=parameters.simplify,
                origin=Origin(model.card.round, campaign.description.date_before, campaign.description.date_after),
                ignore=[geometry for geometry, _ in ignored_areas(campaign)],
                redrawing=REDRAWING if parameters.right_angles else None,
                buildings=update,
                table_path=parameters.table,
                styles=layer_styles(),
                reporter=reporter.part(0.8, 1.0),
            )
            extra = _building_result(buildings, update.summary, reporter) if buildings and update else {}
    return {
        "summary": _summary(parameters, summary, extra.pop("sentence", "")),
        "campaign": parameters.campaign,
        "output": parameters.output,
        "polygons": summary.count,
        "area_m2": summary.total_area,
        **({"table": parameters.table} if parameters.table else {}),
        **({"outlines": dict(summary.outcomes)} if parameters.right_angles else {}),
        **extra,
    }


def _check(campaign: Campaign, parameters: Polygons) -> None:
    """Raise InputError for outputs that cannot be written and for parameters that do not fit together."""
    check_output(campaign, parameters.output, VECTOR_ENDINGS, [parameters.buildings])
    check_output(campaign, parameters.table, TABLE_ENDINGS)
    refuse_other_layers(parameters.output)
    if parameters.buildings:
        if not parameters.output.lower().endswith(".gpkg"):
            raise InputError(f"{parameters.output} cannot hold a second layer for the buildings.", "Choose .gpkg.")
        return
    for name in ("building_id", "tolerance"):
        if getattr(parameters, name) is not None:
            option = "--" + name.replace("_", "-")
            raise InputError(f"{option} needs a building map.", "Give one with --buildings, or leave it out.")


@contextmanager
def _buildings(campaign: Campaign, parameters: Polygons, reporter: Reporter) -> Iterator[Buildings | None]:
    """The building map, before anything is computed: it may be the wrong file. None if none is given."""
    if not parameters.buildings:
        yield None
        return
    with (
        scratch_folder(parameters.output) as folder,
        building_map(campaign, parameters.buildings, parameters.building_id, folder, reporter) as store,
    ):
        yield Buildings(store, building_tolerance(campaign, store, parameters.tolerance, reporter))


def _update(buildings: Buildings | None, map_path: str) -> MapUpdate | None:
    if buildings is None:
        return None
    return MapUpdate(buildings.store, ProbabilityMap(map_path), buildings.tolerance.metres)


def _building_result(buildings: Buildings, summary: UpdateSummary, reporter: Reporter) -> dict[str, Any]:
    """The entries for the job's result, and a sentence for its summary."""
    store, tolerance = buildings.store, buildings.tolerance
    noted = []
    if summary.overlapping:
        noted.append(f"{summary.overlapping:,} footprints overlap another one; each was judged on its own.")
    if summary.without_polygon:
        noted.append(
            f"{summary.without_polygon:,} footprints are gone without a polygon, which would be below the minimum area."
        )
    for sentence in noted:
        reporter.message(sentence)
    kinds, states = (
        ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items())
        for counts in (summary.kinds, summary.states)
    )
    return {
        "sentence": f"{kinds or 'No change'}. Of {store.count:,} buildings: {states}. {tolerance.sentence()}",
        **store.account.as_result(),
        "warnings": [*store.sentences(), *noted],
        "kinds": dict(summary.kinds),
        "buildings": {
            "states": dict(summary.states),
            "overlapping": summary.overlapping,
            "without_polygon": summary.without_polygon,
            "repeated_ids": store.repeated,
            "without_id": store.without_id,
            **tolerance.as_result(),
        },
    }


def _summary(parameters: Polygons, summary: PolygonSummary, of_buildings: str) -> str:
    """Sentences on the polygons, on their right angles if wanted, and on the building map if there is one."""
    sentences = [f"{parameters.output}: {summary.count:,} change polygons, {summary.total_area:,.0f} m2 in all."]
    if parameters.right_angles:
        sentences.append(in_words(summary.outcomes))
    return " ".join([*sentences, *filter(None, [of_buildings])])


def _probability_map(campaign: Campaign, model: TrainedModel, device: torch.device, reporter: Reporter) -> str:
    """The path of the latest model's map, which is computed into the campaign's folder if it is missing."""
    latest = next(one for one in reversed(campaign.rounds()) if one.model)
    known = map_of(campaign, latest, model.card)
    if known is not None:
        return known
    path = str(campaign.folder / "maps" / f"probability-round-{latest.round:03}.tif")
    reporter.message("The latest model's map is missing: predicting first.")
    scorer = Scorer(model, unlabelled_source(campaign, campaign.all_tiles()), device, choose_dtype(device))
    write_maps(campaign, scorer, path, None, reporter)
    note_map(campaign, latest.round, path)
    return path
