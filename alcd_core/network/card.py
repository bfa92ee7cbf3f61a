"""The model card: everything known about a trained model, as JSON beside its weights; read without PyTorch."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..errors import ModelError
from .model_kinds import FUSION_NAMES, MEMBER_ORIENTATIONS, MEMBER_PARTS

CARD_FILE = "card.json"
MAXIMUM_CARD_BYTES = 64 * 2**20
FORMAT_VERSION = 3
VERSION_1_DEFAULTS = {"fusion": "concatenation", "orientations": "same"}
"""Values that cards of the first format do not contain."""
VERSION_2_DEFAULTS = {"ground": None}
"""Values that cards of the first two formats do not contain: where their models were trained is unknown."""
FILE_NAME = re.compile(r"(network|statistics)-\d{1,3}\.safetensors")
HASH = re.compile(r"[0-9a-f]{64}")
MAXIMUM_MEMBERS = 100


@dataclass(frozen=True)
class ModelCard:
    """What a model is, how it was trained and on what; enough to train it again.

    ``encoder_weights``: their origin (``imagenet``, ``built-in``, ``none``, a file, or the model that training started
    from). ``fusion``: how the features of the two dates are combined. ``orientations``: whether all members see a tile
    in the same orientation or each in its own. ``gsd``: metres. ``mean``, ``std``: (2, bands), the input normalisation
    per date and band.
    ``tile_ids``: the tiles of the last training. ``ground``: the whole area whose labels the weights have ever seen, in
    this training and in those that it started from, as pairs of a CRS and a multipolygon in it, both WKT; None if the
    model was trained by an older ALCD, which did not record it.
    ``settings``: preset and training settings by name. ``losses``: per network, per epoch. ``created``: ISO 8601, UTC.
    ``files``: SHA-256 of every model file by its name.
    """

    encoder: str
    encoder_depth: int
    encoder_weights: str
    fusion: str
    bands: int
    gsd: float
    mean: tuple[tuple[float, ...], ...]
    std: tuple[tuple[float, ...], ...]
    method: str
    members: int
    orientations: str
    round: int
    tile_ids: tuple[int, ...]
    ground: tuple[tuple[str, str], ...] | None
    settings: dict[str, Any]
    seed: int
    threads: int
    device: str
    precision: str
    versions: dict[str, str]
    created: str
    losses: tuple[tuple[float, ...], ...]
    files: dict[str, str]
    format_version: int = FORMAT_VERSION

    @property
    def identity(self) -> str:
        """Identifies the model: a hash of the hashes of its files."""
        return hashlib.sha256("".join(sorted(self.files.values())).encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """The card as indented JSON."""
        return json.dumps(asdict(self), indent=1, allow_nan=False)


def load_card(folder: Path) -> ModelCard:
    """The card of the model in a folder, without checking the weights.

    Raises ModelError if it is missing, damaged or of a newer version.
    """
    path = folder / CARD_FILE
    if not path.is_file():
        raise ModelError(
            f"There is no trained model in {folder}.", "Choose a folder such as NAME.alcd/models/round-001."
        )
    if path.stat().st_size > MAXIMUM_CARD_BYTES:
        raise ModelError(f"The card of the model in {folder} is damaged: it is too large.", "Copy the model again.")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ModelError(f"The card of the model in {folder} is damaged: {error}", "Copy the model again.") from error
    try:
        return read_card(text)
    except ModelError as error:
        raise ModelError(f"{path}: {error.message}", error.hint) from error


def read_card(text: str) -> ModelCard:
    """A card from untrusted JSON. Raises ModelError if it is damaged or of a newer version."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(f"it is not valid JSON: {error}") from error
    if not isinstance(values, dict):
        raise _damaged("it is not a JSON object.")
    version = values.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise ModelError(
            f"The model was written by a newer ALCD (format {version}; this one reads up to {FORMAT_VERSION}).",
            "Update ALCD.",
        )
    if version == 1:
        values = {**VERSION_1_DEFAULTS, **values}
    if version in (1, 2):
        values = {**VERSION_2_DEFAULTS, **values}
    names = [field.name for field in fields(ModelCard)]
    for name in names:
        if name not in values:
            raise _damaged(f"{name} is missing.")
        if not _CHECKS[name](values[name]):
            raise _damaged(f"{name} has an invalid value.")
    card = ModelCard(**{name: _frozen(values[name]) for name in names})
    _check_consistency(card)
    return card


def _check_consistency(card: ModelCard) -> None:
    if any(len(rows) != 2 or any(len(row) != card.bands for row in rows) for rows in (card.mean, card.std)):
        raise _damaged("the normalisation does not match the number of bands.")
    if any(value <= 0 for row in card.std for value in row):
        raise _damaged("a standard deviation is not positive.")
    if len(card.losses) != len(network_files(card)) or not all(card.losses):
        raise _damaged("its losses do not match the number of networks.")
    if set(card.files) != set(network_files(card)) | set(statistics_files(card)):
        raise _damaged("its list of files does not match the method and the number of members.")


def network_files(card: ModelCard) -> list[str]:
    """File names of the networks' weights."""
    return [network_file(index) for index in range(MEMBER_PARTS[card.method].network_count(card.members))]


def statistics_files(card: ModelCard) -> list[str]:
    """File names of the drawn statistics."""
    return [statistics_file(index) for index in range(MEMBER_PARTS[card.method].statistics_count(card.members))]


def network_file(index: int) -> str:
    """File name of one network's weights."""
    return f"network-{index}.safetensors"


def statistics_file(index: int) -> str:
    """File name of one set of drawn statistics."""
    return f"statistics-{index}.safetensors"


def _damaged(reason: str) -> ModelError:
    return ModelError(f"The model card cannot be used: {reason}", "Train the model again, or copy it again.")


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _is_string(value: Any) -> bool:
    return isinstance(value, str)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return (_is_integer(value) and abs(value) < 2**63) or (isinstance(value, float) and math.isfinite(value))


def _integer(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: _is_integer(value) and low <= value <= high


def _list_of(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def _is_pair_of_strings(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_string, value))


def _dictionary(name: Callable[[str], Any], check: Callable[[Any], Any]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(name(key) and check(item) for key, item in value.items())


_rows_of_numbers = _list_of(_list_of(_is_number))

_CHECKS: dict[str, Callable[[Any], bool]] = {
    "encoder": _is_string,
    "encoder_depth": _integer(1, 5),
    "encoder_weights": _is_string,
    "fusion": lambda value: isinstance(value, str) and value in FUSION_NAMES,
    "bands": _integer(1, 1000),
    "gsd": lambda value: _is_number(value) and value > 0,
    "mean": _rows_of_numbers,
    "std": _rows_of_numbers,
    "method": lambda value: isinstance(value, str) and value in MEMBER_PARTS,
    "members": _integer(1, MAXIMUM_MEMBERS),
    "orientations": lambda value: value in MEMBER_ORIENTATIONS,
    "round": _integer(0, 10**6),
    "tile_ids": _list_of(_is_integer),
    "ground": lambda value: value is None or _list_of(_is_pair_of_strings)(value),
    "settings": _dictionary(
        _is_string, lambda value: _is_string(value) or _is_number(value) or isinstance(value, bool)
    ),
    "seed": _integer(0, 2**63 - 1),
    "threads": _integer(1, 10**6),
    "device": _is_string,
    "precision": lambda value: value in ("float32", "bfloat16"),
    "versions": _dictionary(_is_string, _is_string),
    "created": _is_string,
    "losses": _rows_of_numbers,
    "files": _dictionary(FILE_NAME.fullmatch, lambda value: isinstance(value, str) and HASH.fullmatch(value)),
    "format_version": _integer(1, FORMAT_VERSION),
}
