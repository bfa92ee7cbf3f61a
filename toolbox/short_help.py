"""What stands beside an algorithm's parameters in its dialog: what it is for, every parameter, every output."""

from __future__ import annotations

import html
from typing import Any

from qgis.core import QgsProcessingAlgorithm

from ..bridge.texts import later, tr
from .parameters import choice_words

OUTPUTS = {
    "campaign": later("The campaign's folder again, so that a model can hand it on to the next algorithm."),
    "folder": later("The folder that was made."),
    "before": later("Orthophoto of the first date."),
    "after": later("Orthophoto of the second date."),
    "truth": later("Polygons of everything that changed, to compare with afterwards; it is not loaded."),
    "auc": later(
        "Area under the curve of true against false positives, 0.5 to 1: how well change ranks above the rest."
    ),
    "average_precision": later("Area under the curve of precision against recall, 0 to 1; hard to raise by chance."),
    "f1": later("Of the pixels over the threshold: the harmonic mean of precision and recall, 0 to 1."),
    "iou": later("Of the pixels over the threshold: those right among all that are marked or changed, 0 to 1."),
    "ece": later("Expected calibration error: how far, on average, the probabilities are from the true shares."),
}


def short_help(algorithm: QgsProcessingAlgorithm, purpose: str) -> str:
    """HTML from the parameters' and outputs' own texts; ``purpose``: the paragraph on top."""
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
    parts += [_entry(one.description(), tr(OUTPUTS.get(one.name(), ""))) for one in others]
    return "\n".join(parts)


def _entry(title: str, text: str, more: str = "") -> str:
    return f"<h3>{html.escape(title)}</h3><p>{html.escape(_sentence(text))}</p>{more}"


def _sentence(text: str) -> str:
    return text if text.endswith(".") or not text else f"{text}."


def _choices(definition: Any) -> str:
    return "".join(_choice(value, meaning) for value, meaning in choice_words(definition).items())


def _choice(value: str, meaning: str) -> str:
    """The words, and the value that stands for them in a script. A paragraph: QGIS colours no lists."""
    return f"<p>• {html.escape(meaning)} (<i>{html.escape(value)}</i>)</p>"
