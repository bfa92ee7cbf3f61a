"""What pip is called with, and what its errors mean."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import List, Optional

from ...alcd_core.errors import WorkerError
from ..texts import tr
from .environment import Environment
from .torch_build import needed_gigabytes

# Only wheels are allowed, so nothing is compiled and no package's setup code runs.
INSTALL = ("pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar=off", "--only-binary=:all:")
OF_TORCH = re.compile(r"(torch|torchvision)==\S+")


def all_packages(requirements: Path, constraints: Path, wheels: Optional[Path]) -> List[str]:
    """Install everything from the registry, or from a folder of wheels alone. Packages that fit already are kept."""
    arguments = [*INSTALL, f"--constraint={constraints}", f"--requirement={requirements}"]
    return [*arguments, "--no-index", f"--find-links={wheels}"] if wheels else arguments


def torch_alone(requirements: Path, index: str) -> List[str]:
    """Install only PyTorch, and only from this index, before all other packages come from the registry.

    Not in one call with the index as an additional one: pip would take any package from whichever of the two has the
    higher version. And without what PyTorch depends on: such an index has few other packages, often old ones. The
    builds there are called 2.15.0+cpu, for example, which fits ``torch==2.15.0``, so the second call keeps them.
    """
    pins = [line.strip() for line in requirements.read_text("utf-8").splitlines() if OF_TORCH.fullmatch(line.strip())]
    return [*INSTALL, "--no-deps", f"--index-url={index}", *pins]


def pip_error(log_tail: str, environment: Environment, wheels: Optional[Path]) -> WorkerError:
    """The user's error from pip's last lines."""
    errors = [line[len("ERROR: ") :] for line in log_tail.splitlines() if line.startswith("ERROR: ")]
    reason = errors[-1] if errors else tr("pip failed")
    message = tr("The packages could not be installed: {}").format(reason)
    return WorkerError(message, _hint(log_tail, reason, environment, wheels))


def _hint(log_tail: str, reason: str, environment: Environment, wheels: Optional[Path]) -> str:
    if "No space left" in log_tail or "Errno 28" in log_tail:
        return space_hint(environment)
    if "SOCKS support" in log_tail:
        return tr("Packages cannot be downloaded through a SOCKS proxy: use an HTTP proxy or a folder of wheels.")
    if "Windows Long Path support" in log_tail:
        return tr("Ask your administrator to enable long paths in Windows, then try again.")
    if "[WinError 5]" in reason or "[WinError 32]" in reason:
        text = tr("Another program, perhaps a virus scanner, has a file open. Try again, or exclude {} from scanning.")
        return text.format(environment.folder)
    if wheels:
        return tr("Put the missing wheels for this Python into {}, then try again.").format(wheels)
    if "connection" in log_tail.lower() or "ProxyError" in log_tail:
        return tr("Check the internet connection and QGIS's proxy settings, or use a folder of wheels.")
    if "No matching distribution found for torch" in reason and environment.index:
        return tr("{} has no PyTorch for this Python and this computer: check the address.").format(environment.index)
    if "No matching distribution found for torch" in reason:
        return tr("There is no PyTorch for this Python and this computer. Macs need an Apple processor.")
    return tr("See the log. The next attempt reuses the packages downloaded so far.")


def space_hint(environment: Environment) -> str:
    folder = environment.folder
    free = shutil.disk_usage(folder).free / 1e9 if folder.exists() else 0.0
    text = tr("About {} GB are needed in {}; {} GB are free. Free some space, or choose another folder.")
    return text.format(needed_gigabytes(environment.index), folder, f"{free:.1f}")
