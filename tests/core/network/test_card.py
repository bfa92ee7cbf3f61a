import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.errors import ModelError
from alcd_core.network.card import ModelCard, read_card

CARD = ModelCard(
    encoder="resnet18",
    encoder_depth=3,
    encoder_weights="none",
    fusion="difference",
    bands=2,
    gsd=0.5,
    mean=((1.0, 2.0), (3.0, 4.0)),
    std=((1.0, 2.0), (3.0, 4.0)),
    method="mcbn",
    members=1,
    orientations="own",
    round=3,
    tile_ids=(4, 2),
    ground=(("EPSG:2056", "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))"),),
    settings={"preset": "fast", "epochs": 20, "learning_rate": 3e-4},
    seed=1,
    threads=2,
    device="cpu",
    precision="float32",
    versions={"alcd": "0.1.0"},
    created="2026-01-01T00:00:00+00:00",
    losses=((0.5, 0.25),),
    files={"network-0.safetensors": "0" * 64, "statistics-0.safetensors": "f" * 64},
)
VALUES = json.loads(CARD.to_json())


def test_a_card_survives_the_round_trip_through_json():
    assert read_card(CARD.to_json()) == CARD


@pytest.mark.parametrize("name", VALUES)
def test_a_missing_field_is_named_in_the_error(name):
    with pytest.raises(ModelError, match=f"{name} is missing"):
        read_card(json.dumps({key: value for key, value in VALUES.items() if key != name}))


@pytest.mark.parametrize("name", VALUES)
@given(value=st.one_of(st.none(), st.booleans(), st.just(-1), st.just([[None]]), st.just({"../x": []}), st.just(1e400)))
def test_a_value_of_the_wrong_type_is_refused(name, value):
    if name == "ground" and value is None:
        assert read_card(json.dumps({**VALUES, name: value})).ground is None  # unknown, as in older cards
        return
    with pytest.raises(ModelError):
        read_card(json.dumps({**VALUES, name: value}))


@pytest.mark.parametrize(
    "change",
    [
        {"files": {"../../network-0.safetensors": "0" * 64}},
        {"files": {"network-0.safetensors": "0" * 64}},
        {"method": "dropout"},
        {"members": 2},
        {"bands": 3},
        {"std": [[1.0, 0.0], [3.0, 4.0]]},
        {"losses": []},
        {"losses": [[]]},
        {"losses": [[0.1], [0.1]]},
        {"encoder_depth": 6},
        {"fusion": "sum"},
        {"orientations": "any"},
        {"precision": "float16"},
    ],
)
def test_inconsistent_values_are_refused(change):
    with pytest.raises(ModelError):
        read_card(json.dumps({**VALUES, **change}))


def test_the_error_about_a_newer_format_suggests_an_update():
    with pytest.raises(ModelError, match=r"newer ALCD(.|\n)*Update"):
        read_card(json.dumps({**VALUES, "format_version": 4, "unknown": 1}))


def test_a_card_of_the_first_format_describes_the_only_network_of_its_time():
    first = {key: value for key, value in VALUES.items() if key not in ("fusion", "orientations", "ground")}
    card = read_card(json.dumps({**first, "format_version": 1}))
    assert (card.fusion, card.orientations, card.ground) == ("concatenation", "same", None)


def test_the_training_ground_of_a_card_of_the_second_format_is_unknown():
    second = {key: value for key, value in VALUES.items() if key != "ground"}
    assert read_card(json.dumps({**second, "format_version": 2})).ground is None


@given(st.text())
def test_any_other_text_is_refused(text):
    with pytest.raises(ModelError):
        read_card(text)
