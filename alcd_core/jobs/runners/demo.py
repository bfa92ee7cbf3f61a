"""Runs ``demo``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...campaign.campaign import Campaign
from ...campaign.paths import is_remote
from ...demo.orthophotos import make_orthophotos
from ...errors import InputError
from ...imagery.grid import Tiling
from ...initial_weights import BUILT_IN
from ...network.siamese import create_encoder
from ...progress import Reporter
from ...report.comparisons import write_comparison
from ...report.figures import Comparison
from ..demo import Demo
from ..helpers.demo.comparison import compare
from ..helpers.demo.loop import (
    Imagery,
    draw_maps,
    learn,
    new_campaign,
    start,
    uncertainty_map,
)
from ..helpers.demo.project import write_project
from ..helpers.new_folder import new_folder

CAMPAIGN, POLYGONS, REPORT, PROJECT, COMPARISON = (
    "demo.alcd", "changes.gpkg", "report.html", "demo.qgz", "comparison",
)  # fmt: skip
CONTENTS = {
    REPORT: "the report: open it in a browser",
    PROJECT: "the QGIS project: all layers, styled",
    POLYGONS: "the change polygons",
    f"{CAMPAIGN}/maps": "probability, uncertainty and agreement with the truth",
    CAMPAIGN: "the campaign; the next tiles are ready to be labelled",
    "imagery": "both orthophotos and the true changes",
    COMPARISON: "the campaign trained on random tiles, and the figures",
}


def run(parameters: Demo, reporter: Reporter) -> dict[str, Any]:
    """Do everything in a hidden folder, which is renamed once it is complete."""
    _check(parameters)
    with new_folder(Path(parameters.output)) as folder:
        imagery = _imagery(parameters, folder, reporter.part(0.0, 0.06))
        campaign, comparison = _run_campaign(parameters, folder, imagery, reporter.part(0.06, 0.99))
        reporter.progress(0.99, "Writing the QGIS project")
        reporter.message(write_project(campaign, imagery, folder / POLYGONS, folder / PROJECT))
        names = [name for name in CONTENTS if (folder / name).exists()]
    return {
        "summary": _summary(parameters.output, names, comparison),
        "campaign": str(Path(parameters.output) / CAMPAIGN),
        "output": parameters.output,
        "comparisons": {one.name: one.average_precision for one in comparison.measures},
    }


def _check(parameters: Demo) -> None:
    given = [name for name in ("before", "after", "reference") if getattr(parameters, name)]
    if given and len(given) < 3:
        raise InputError(
            f"Only {' and '.join(given)} given.", "Give --before, --after and --reference, or none of them."
        )
    if not given:
        Tiling(parameters.size, parameters.size, parameters.tile_size, parameters.overlap)
    if parameters.encoder_weights == BUILT_IN:
        raise InputError(
            "The built-in network has learnt from imagery that was painted like the demo's.",
            "Start the demo from other weights: imagenet, none, or a file.",
        )
    create_encoder(parameters.encoder, parameters.encoder_depth, bands=3)


def _imagery(parameters: Demo, folder: Path, reporter: Reporter) -> Imagery:
    if parameters.before and parameters.after and parameters.reference:
        given = (parameters.before, parameters.after, parameters.reference)
        return Imagery(*(path if is_remote(path) else str(Path(path).absolute()) for path in given))
    paths = make_orthophotos(folder / "imagery", parameters.seed, parameters.size, reporter)
    reporter.message(f"Two orthophotos of {parameters.size} x {parameters.size} pixels generated.")
    return Imagery(*map(str, paths[:3]))


def _run_campaign(parameters: Demo, folder: Path, imagery: Imagery, reporter: Reporter) -> tuple[Campaign, Comparison]:
    made_here = parameters.before is None
    campaign = new_campaign(parameters, folder / CAMPAIGN, imagery, made_here, reporter.part(0.0, 0.01))
    learn(parameters, campaign, imagery, reporter.part(0.01, 0.67))
    _map(parameters, campaign, imagery, folder, reporter.part(0.67, 0.77))
    (folder / COMPARISON).mkdir()
    comparison = compare(
        parameters, campaign, imagery, made_here, folder / COMPARISON / "random.alcd", reporter.part(0.77, 0.99)
    )
    figures = folder / COMPARISON / "figures.json"
    write_comparison(figures, comparison)
    start(
        "report", reporter.part(0.99, 1.0), campaign=str(campaign.folder), output=str(folder / REPORT),
        reference=imagery.reference, uncertainty=str(uncertainty_map(campaign)),
        comparisons=str(figures),
    )  # fmt: skip
    return campaign, comparison


def _map(parameters: Demo, campaign: Campaign, imagery: Imagery, folder: Path, reporter: Reporter) -> None:
    own = str(campaign.folder)
    draw_maps(parameters, campaign, reporter.part(0.0, 0.5))
    polygons = start("polygons", reporter.part(0.5, 0.55), campaign=own, output=str(folder / POLYGONS))
    start(
        "assess", reporter.part(0.55, 1.0), campaign=own, reference=imagery.reference,
        map=str(campaign.folder / "maps" / "agreement.tif"), device=parameters.device,
    )  # fmt: skip
    reporter.message(f"{polygons['polygons']} change polygons, {polygons['area_m2']:,.0f} m2 in all.")


def _summary(output: str, names: list[str], comparison: Comparison) -> str:
    lines = ["", "Average precision on the test tiles:"]
    for one in comparison.measures:
        value = "not defined" if one.average_precision is None else f"{one.average_precision:.3f}"
        lines.append(f"  {value:>11}  {one.name} ({one.note})")
    lines += ["", f"Everything is in {output}:"]
    return "\n".join(lines + [f"  {Path(output) / name!s:32} {CONTENTS[name]}" for name in names])
