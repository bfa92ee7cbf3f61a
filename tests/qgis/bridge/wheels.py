"""Tiny wheels, built on the spot, that stand in for the worker's large packages."""

import zipfile
from pathlib import Path

FAKE_TORCH = '''
"""The parts of torch that the check of an environment uses."""
__version__ = "2.0"
class Tensor:
    def sum(self): return self
    def all(self): return True
class Conv2d:
    def __init__(self, *sizes): pass
    def to(self, device): return self
    def __call__(self, image): return image
class nn: Conv2d = Conv2d
class autograd: grad = staticmethod(lambda total, image: (image,))
class cuda:
    is_available = staticmethod(lambda: False)
    @staticmethod
    def init(): raise RuntimeError("The driver is too old (found version 470).")
class version: cuda = "13.0"
class backends:
    class mps:
        is_available = is_built = staticmethod(lambda: False)
ones = lambda *sizes, **options: Tensor()
isfinite = lambda tensor: tensor
'''
PACKAGES = {
    "torch": FAKE_TORCH,
    "torchvision": '__version__ = "0.1"',
    "segmentation_models_pytorch": '__version__ = "0.6"',
    "shapely": '__version__ = "2.0"',
}
REQUIREMENTS = "torch==1.0\ntorchvision==1.0\nsegmentation_models_pytorch==1.0\nshapely==1.0\nnumpy\n"


def make_wheel(folder: Path, name: str, source: str, version: str = "1.0", requires: str = "") -> Path:
    """A wheel with one module. ``requires``: a package that it depends on."""
    information = f"{name}-{version}.dist-info"
    needed = f"Requires-Dist: {requires}\n" if requires else ""
    contents = {
        f"{name}.py": source,
        f"{information}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needed}",
        f"{information}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    contents[f"{information}/RECORD"] = "".join(f"{path},,\n" for path in [*contents, f"{information}/RECORD"])
    file = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for path, content in contents.items():
            archive.writestr(path, content)
    return file


def make_wheels(folder: Path) -> Path:
    """A folder with all packages of ``REQUIREMENTS``, and a numpy that must not be installed."""
    folder.mkdir()
    for name, source in PACKAGES.items():
        make_wheel(folder, name, source)
    make_wheel(folder, "numpy", "raise ImportError('a numpy that GDAL was not built for')", "99.0")
    return folder
