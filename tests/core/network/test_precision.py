import pytest
import torch

from alcd_core.errors import InputError
from alcd_core.network.precision import choose_device, choose_dtype, dtype_name

WITHOUT_GPU = pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a GPU")


@WITHOUT_GPU
def test_a_missing_gpu_is_an_input_error_and_auto_falls_back_to_the_cpu():
    with pytest.raises(InputError, match=r"No GPU can be used: .+"):
        choose_device("cuda")
    assert choose_device("auto").type == "cpu"


def test_an_unknown_device_is_refused():
    with pytest.raises(InputError, match="auto, cpu, cuda"):
        choose_device("tpu")


@pytest.mark.parametrize(
    ("capability", "name"), [("avx512_bf16", "bfloat16"), ("amx_tile", "bfloat16"), ("avx2", "float32")]
)
def test_bfloat16_is_used_where_the_cpu_multiplies_it_natively(monkeypatch, capability, name):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx2": True, capability: True})
    assert dtype_name(choose_dtype(torch.device("cpu"))) == name
