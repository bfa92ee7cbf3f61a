"""The network that comes with ALCD."""

import numpy as np
import pytest
import torch
from osgeo import gdal, ogr
from sklearn.metrics import roc_auc_score

from alcd_core.demo.orthophotos import make_orthophotos
from alcd_core.errors import ModelError
from alcd_core.initial_weights import BUILT_IN, BUILT_IN_DEPTH, BUILT_IN_ENCODER
from alcd_core.network import encoder_weights
from alcd_core.network.checkpoint import load_tensors, save_tensors
from alcd_core.network.encoder_weights import BUILT_IN_FILE, load_encoder_weights
from alcd_core.network.siamese import SiameseUNet

SIZE = 1024


def started(bands: int = 3) -> SiameseUNet:
    network = SiameseUNet(BUILT_IN_ENCODER, BUILT_IN_DEPTH, bands)
    load_encoder_weights(network, BUILT_IN)
    return network.eval()


def test_every_weight_and_statistic_is_that_of_the_file():
    file = load_tensors(BUILT_IN_FILE)[0]
    own = {name: tensor for name, tensor in started().state_dict().items() if name not in ("mean", "std")}
    assert own.keys() == file.keys()
    assert all(torch.equal(own[name], file[name].to(own[name].dtype)) for name in own)


@pytest.mark.parametrize("bands", [1, 4])
def test_other_numbers_of_bands_differ_in_the_first_convolution_alone(bands):
    file, own = load_tensors(BUILT_IN_FILE)[0], started(bands).state_dict()
    different = {name for name, tensor in file.items() if not torch.equal(own[name].half(), tensor.half())}
    assert different == {"encoder.conv1.weight"}


@pytest.mark.parametrize("network", [("resnet34", 4), ("resnet18", 5), ("resnet18", 4, 3, "concatenation")])
def test_another_network_cannot_start_from_it(network):
    name, depth, bands, fusion = (*network, 3, "difference")[:4] if len(network) == 2 else network
    with pytest.raises(
        ModelError, match="The built-in network is a resnet18 to depth 4 that combines the dates by diff"
    ):
        load_encoder_weights(SiameseUNet(name, depth, bands, fusion), BUILT_IN)


def test_a_file_that_lacks_a_weight_is_refused(tmp_path, monkeypatch):
    tensors = load_tensors(BUILT_IN_FILE)[0]
    tensors.pop("head.0.weight")
    save_tensors(tmp_path / "lacking.safetensors", tensors)
    monkeypatch.setattr(encoder_weights, "BUILT_IN_FILE", tmp_path / "lacking.safetensors")
    with pytest.raises(ModelError, match="another network"):
        started()


def test_it_predicts_change_in_a_painted_town_that_it_has_not_seen(tmp_path):
    before, after, truth, _ = make_orthophotos(tmp_path, seed=90_001, size=SIZE)
    images = np.stack([gdal.Open(str(path)).ReadAsArray() for path in (before, after)]).astype(np.float32)
    network = started()
    network.set_normalisation(*(torch.from_numpy(fold(images, axis=(2, 3))) for fold in (np.mean, np.std)))
    with torch.inference_mode():
        probability = network(torch.from_numpy(images)[:, None]).softmax(1)[0, 1].numpy()
    image, changes = gdal.Open(str(before)), ogr.Open(str(truth))
    mask = gdal.GetDriverByName("MEM").Create("", SIZE, SIZE, 1)
    mask.SetGeoTransform(image.GetGeoTransform())
    mask.SetProjection(image.GetProjection())
    gdal.RasterizeLayer(mask, [1], changes.GetLayerByName("changes"), burn_values=[1])
    assert roc_auc_score(mask.ReadAsArray().ravel() == 1, probability.ravel()) > 0.9


def test_it_is_small_enough_to_come_with_the_plugin():
    assert BUILT_IN_FILE.stat().st_size < 10_000_000
