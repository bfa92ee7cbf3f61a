"""The help shown in an algorithm's dialog: its purpose, every parameter, every output."""

from __future__ import annotations

import html
from typing import Any

from qgis.core import QgsProcessingAlgorithm

from ..bridge.texts import later, tr
from .parameters import choice_words

OUTPUTS = {
    "campaign": later("The campaign's folder again, so that a model can pass it to the next algorithm."),
    "folder": later("The new folder."),
    "before": later("Orthophoto of the first date."),
    "after": later("Orthophoto of the second date."),
    "truth": later("Polygons of everything that changed, for a comparison afterwards; they are not loaded."),
    "buildings": later("The building map as of the first date."),
    "auc": later(
        "Area under the ROC curve (true against false positives), 0.5 to 1: how well change ranks above the rest."
    ),
    "average_precision": later("Area under the precision-recall curve, 0 to 1; hard to raise by chance."),
    "f1": later("Harmonic mean of precision and recall of the pixels over the threshold, 0 to 1."),
    "iou": later("Share of correctly marked pixels among all that are marked or changed, 0 to 1."),
    "ece": later("Expected calibration error: the mean difference between the probabilities and the true shares."),
    "completeness": later("Share of the buildings of the reference that were found, 0 to 1."),
    "correctness": later("Share of the change polygons that are buildings of the reference, 0 to 1."),
    "completeness_area": later("Share of the area that really changed that the map contains, 0 to 1."),
    "correctness_area": later("Share of the area on the map that really changed, 0 to 1."),
    "changed_cells": later("How many tiles really contain change."),
    "missed_cells": later("How many tiles contain change of which the map shows none."),
    "area_of_change": later("How much really changed, in square metres on the ground."),
}

LIMITS = {
    "_low": later("The lower limit of the confidence interval."),
    "_high": later("The upper limit of the confidence interval."),
}


def short_help(algorithm: QgsProcessingAlgorithm, purpose: str) -> str:
    """HTML from the texts of the parameters and outputs. ``purpose``: the first paragraph."""
    definitions = algorithm.parameterDefinitions()
    given = [one for one in definitions if not one.isDestination()]
    made = [one for one in definitions if one.isDestination()]
    named = {one.name() for one in made}
    others = [one for one in algorithm.outputDefinitions() if one.name() not in named]
    parts = [f"<p>{html.escape(purpose)}</p>", f"<h2>{tr('Parameters')}</h2>"]
    parts += [_entry(one.description(), one.help(), _choices(one)) for one in given]
    if made or others:
        parts.append(f"<h2>{tr('Outputs')}</h2>")
    parts += [_entry(one.description(), one.help()) for one in made]
    parts += [_entry(one.description(), _meaning(one.name())) for one in others]
    return "\n".join(parts)


def _meaning(output: str) -> str:
    limit = next((words for ending, words in LIMITS.items() if output.endswith(ending)), None)
    return tr(OUTPUTS.get(output, "") if limit is None else limit)


def _entry(title: str, text: str, more: str = "") -> str:
    return f"<h3>{html.escape(title)}</h3><p>{html.escape(_sentence(text))}</p>{more}"


def _sentence(text: str) -> str:
    return text if text.endswith(".") or not text else f"{text}."


def _choices(definition: Any) -> str:
    return "".join(_choice(value, meaning) for value, meaning in choice_words(definition).items())


def _choice(value: str, meaning: str) -> str:
    """The meaning of a choice, and its value in scripts. A paragraph, because QGIS does not style lists."""
    return f"<p>• {html.escape(meaning)} (<i>{html.escape(value)}</i>)</p>"
