"""Choice of device and precision."""

from __future__ import annotations

import torch

from ..errors import InputError

DEVICES = ("auto", "cpu", "cuda")


def choose_device(name: str = "auto") -> torch.device:
    """The device to compute on: ``auto`` uses a GPU if one works, otherwise the CPU.

    Raises InputError for an unknown name, and for ``cuda`` without a usable GPU.
    """
    if name not in DEVICES:
        raise InputError(f"There is no device called {name}.", f"Choose one of {', '.join(DEVICES)}.")
    if name == "cpu":
        return torch.device("cpu")
    reason = _gpu_fault()
    if reason is None:
        return torch.device("cuda")
    if name == "cuda":
        raise InputError(f"No GPU can be used: {reason}", "Choose --device cpu, or fix the GPU driver.")
    return torch.device("cpu")


def _gpu_fault() -> str | None:
    """Why no GPU can be used, or None if one works."""
    if torch.version.cuda is None:
        return "this PyTorch was built without CUDA."
    if not torch.cuda.is_available():
        return "PyTorch finds no NVIDIA GPU with a working driver."
    try:
        torch.ones(8, device="cuda").sum().item()
    except RuntimeError as error:
        return str(error).splitlines()[0]
    return None


def choose_dtype(device: torch.device) -> torch.dtype:
    """bfloat16 if the device multiplies it natively, otherwise float32.

    Emulated bfloat16 is slower than float32. float16 is not used: its range is too small to train without care.
    """
    if device.type == "cuda":
        native = torch.cuda.is_bf16_supported(including_emulation=False)
    else:
        capabilities = torch.cpu.get_capabilities()
        native = any(capabilities.get(name, False) for name in ("avx512_bf16", "amx_bf16", "amx_tile", "bf16"))
    return torch.bfloat16 if native else torch.float32


def dtype_name(dtype: torch.dtype) -> str:
    """``float32`` or ``bfloat16``, as stored in a model card."""
    return str(dtype).removeprefix("torch.")
