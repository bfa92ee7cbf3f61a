"""The check that runs in the worker's Python: imports packages and tests each device.

Prints ``{"python": ..., "packages": {name: version}, "failures": [text], "devices": [{"name", "usable", "reason"}]}``.
QGIS does not import this file, so it has no translations; ``check.reason_words`` translates the reasons.
"""

import importlib
import json
import shutil
import subprocess  # no shell, fixed arguments # nosec B404
import sys
from typing import Any, Dict, List, Tuple

# gdal_array fails if GDAL was built for another major version of numpy.
MODULES = ("numpy", "osgeo.gdal", "osgeo.gdal_array", "shapely", "torch", "torchvision", "segmentation_models_pytorch")


def import_all() -> Tuple[Dict[str, str], List[str]]:
    packages: Dict[str, str] = {}
    failures: List[str] = []
    for name in MODULES:
        try:
            module = importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - a damaged package may raise anything; it is reported
            failures.append(f"{name}: {type(error).__name__}: {error}")
        else:
            packages[name] = str(getattr(module, "__version__", ""))
    if not failures and int(packages["shapely"].split(".")[0]) < 2:
        failures.append(f"shapely: {packages['shapely']} < 2")
    return packages, failures


def try_device(name: str) -> Dict[str, Any]:
    """Run one small convolution forward and backward."""
    import torch

    try:
        image = torch.ones(1, 3, 8, 8, device=name, requires_grad=True)
        total = torch.nn.Conv2d(3, 4, 3).to(name)(image).sum()
        (gradient,) = torch.autograd.grad(total, image)
        finite = bool(torch.isfinite(gradient).all())
    except Exception as error:  # noqa: BLE001 - any reason is reported
        lines = str(error).strip().splitlines()
        return {"name": name, "usable": False, "reason": lines[0] if lines else type(error).__name__}
    return {"name": name, "usable": finite, "reason": "" if finite else "wrong numbers"}


def graphics_card() -> str:
    """The graphics card that the NVIDIA driver reports, or an empty string."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return ""
    question = [program, "--query-gpu=name,driver_version", "--format=csv,noheader"]
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell # nosec B603
            question, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        return f"NVIDIA (nvidia-smi: {error})"
    answer = (done.stdout or done.stderr).strip().splitlines()
    return answer[0] if answer else "NVIDIA"


def why_no_cuda() -> str:
    import torch

    if torch.version.cuda is None:
        return "without CUDA"
    try:
        torch.cuda.init()  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 - any reason is reported
        return str(error).strip().splitlines()[0]
    return "no card"


def try_devices() -> List[Dict[str, Any]]:
    import torch

    devices = [try_device("cpu")]
    card = graphics_card()
    if torch.cuda.is_available():
        device = try_device("cuda")
        device["card"] = torch.cuda.get_device_name(0)
        devices.append(device)
    elif card:
        devices.append({"name": "cuda", "usable": False, "card": card, "reason": why_no_cuda()})
    if torch.backends.mps.is_available():
        devices.append({**try_device("mps"), "card": "Apple GPU"})
    elif torch.backends.mps.is_built():
        devices.append({"name": "mps", "usable": False, "card": "Apple GPU", "reason": "no card"})
    return devices


def main() -> None:
    packages, failures = import_all()
    devices = [] if failures else try_devices()
    version = ".".join(str(part) for part in sys.version_info[:3])
    print(json.dumps({"python": version, "packages": packages, "failures": failures, "devices": devices}))  # noqa: T201


if __name__ == "__main__":
    main()
