import pytest
import torch

from alcd_core.errors import InputError
from alcd_core.network import precision
from alcd_core.network.precision import choose_device, choose_dtype, dtype_name, processor_name

WITHOUT_GPU = pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a GPU")


@WITHOUT_GPU
def test_a_missing_gpu_is_an_input_error_and_auto_falls_back_to_the_cpu():
    with pytest.raises(InputError, match=r"No GPU can be used: .+"):
        choose_device("cuda")
    assert choose_device("auto").type == "cpu"


def test_an_unknown_device_is_refused():
    with pytest.raises(InputError, match="auto, cpu, cuda, mps"):
        choose_device("tpu")


@pytest.mark.parametrize(
    ("capability", "name"), [("avx512_bf16", "bfloat16"), ("amx_tile", "bfloat16"), ("avx2", "float32")]
)
def test_bfloat16_is_used_where_the_cpu_multiplies_it_natively(monkeypatch, capability, name):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx2": True, capability: True})
    assert dtype_name(choose_dtype(torch.device("cpu"))) == name


def test_auto_prefers_cuda_then_an_apple_gpu_that_passes_its_test(monkeypatch):
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(precision, "device_fault", lambda device: None)
    monkeypatch.setattr(precision, "_cuda_fault", lambda: "none")
    assert choose_device("auto").type == "mps"
    monkeypatch.setattr(precision, "_cuda_fault", lambda: None)
    assert choose_device("auto").type == "cuda"
    assert choose_device("mps").type == "mps"


def test_an_apple_gpu_that_fails_its_test_is_refused(monkeypatch):
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(precision, "_cuda_fault", lambda: "none")
    with pytest.raises(InputError, match="PyTorch is not linked with support for mps devices"):
        choose_device("mps")
    assert choose_device("auto").type == "cpu"


def test_a_missing_apple_gpu_is_an_input_error():
    with pytest.raises(InputError, match="finds no Apple GPU"):
        choose_device("mps")


def test_apple_gpus_compute_in_float32_whatever_the_cpu_can(monkeypatch):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"bf16": True})
    assert choose_dtype(torch.device("mps")) == torch.float32
    assert choose_dtype(torch.device("cpu")) == torch.bfloat16


def test_a_processor_is_named_by_maker_family_and_model(monkeypatch, tmp_path):
    described = tmp_path / "cpuinfo"
    core = "vendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t\t: 143\nmodel name\t: Intel(R) Xeon(R)\nstepping: 8\n"
    described.write_text(f"processor\t: 0\n{core}\nprocessor\t: 1\n{core}")
    monkeypatch.setattr(precision, "CPU_DESCRIPTION", described)
    assert processor_name(torch.device("cpu")) == "GenuineIntel Family 6 Model 143"


@pytest.mark.parametrize("text", [None, "processor\t: 0\nBogoMIPS\t: 50.00\nCPU part\t: 0xd0c\n"])
def test_a_processor_that_is_not_described_so_is_named_by_the_system(monkeypatch, tmp_path, text):
    described = tmp_path / "cpuinfo"
    if text is not None:
        described.write_text(text)
    monkeypatch.setattr(precision, "CPU_DESCRIPTION", described)
    monkeypatch.setattr(precision.platform, "processor", lambda: "")
    monkeypatch.setattr(precision.platform, "machine", lambda: "aarch64")
    assert processor_name(torch.device("cpu")) == "aarch64"
