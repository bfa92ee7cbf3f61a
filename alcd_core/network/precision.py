"""Choice of device and precision."""

from __future__ import annotations

import platform
from pathlib import Path

import torch

from ..errors import InputError
from .self_test import device_fault

DEVICES = ("auto", "cpu", "cuda", "mps")
CPU_DESCRIPTION = Path("/proc/cpuinfo")
"""Only on Linux."""


def choose_device(name: str = "auto") -> torch.device:
    """The device to compute on: ``auto`` uses an NVIDIA GPU or an Apple GPU if one works, otherwise the CPU.

    Raises InputError for an unknown name, and for ``cuda`` and ``mps`` without a usable GPU.
    """
    if name not in DEVICES:
        raise InputError(f"There is no device called {name}.", f"Choose one of {', '.join(DEVICES)}.")
    faults = {"cuda": _cuda_fault, "mps": _mps_fault}
    if name in faults:
        reason = faults[name]()
        if reason is not None:
            more = ", or fix the GPU driver" if name == "cuda" else ""
            raise InputError(f"No GPU can be used: {reason}", f"Choose --device cpu{more}.")
        return torch.device(name)
    if name == "auto":
        for kind, fault in faults.items():
            if fault() is None:
                return torch.device(kind)
    return torch.device("cpu")


def _cuda_fault() -> str | None:
    """Why no NVIDIA GPU can be used, or None if one works."""
    if torch.version.cuda is None:
        return "this PyTorch was built without CUDA."
    if not torch.cuda.is_available():
        return "PyTorch finds no NVIDIA GPU with a working driver."
    try:
        torch.ones(8, device="cuda").sum().item()
    except RuntimeError as error:
        return str(error).splitlines()[0]
    return None


def _mps_fault() -> str | None:
    """Why no Apple GPU can be used, or None if one works. PyTorch's support for them is young: it may compute wrong
    results without an error."""
    if not torch.backends.mps.is_available():
        return "PyTorch finds no Apple GPU."
    return device_fault(torch.device("mps"))


def choose_dtype(device: torch.device) -> torch.dtype:
    """bfloat16 if the device multiplies it natively, otherwise float32; on Apple GPUs float32.

    Emulated bfloat16 is slower than float32. float16 is not used: its range is too small to train without care.
    """
    if device.type == "cuda":
        native = torch.cuda.is_bf16_supported(including_emulation=False)
    elif device.type == "cpu":
        capabilities = torch.cpu.get_capabilities()
        native = any(capabilities.get(name, False) for name in ("avx512_bf16", "amx_bf16", "amx_tile", "bf16"))
    else:
        native = False
    return torch.bfloat16 if native else torch.float32


def dtype_name(dtype: torch.dtype) -> str:
    """``float32`` or ``bfloat16``, as stored in a model card."""
    return str(dtype).removeprefix("torch.")


def processor_name(device: torch.device) -> str:
    """What computes, precisely enough to tell whether another machine gives the same numbers.

    For the CPU its maker, family and model, such as ``AuthenticAMD Family 25 Model 17``: the same network, trained in
    the same precision with the same seed, differs between them.
    """
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return _described_processor() or platform.processor() or platform.machine()


def _described_processor() -> str:
    """As Windows writes it, without the stepping; empty where the system does not describe it so."""
    if not CPU_DESCRIPTION.is_file():
        return ""
    facts = dict[str, str]()
    for line in CPU_DESCRIPTION.read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, value = line.partition(":")
        facts.setdefault(name.strip(), value.strip())
    if not {"vendor_id", "cpu family", "model"} <= facts.keys():
        return ""
    return f"{facts['vendor_id']} Family {facts['cpu family']} Model {facts['model']}"
