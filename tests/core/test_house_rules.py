"""Import rules: each package imports only what the design allows."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "alcd_core"

FORBIDDEN = {
    "imagery": {"torch", "segmentation_models_pytorch", "buildings", "campaign", "network", "jobs", "cluster"},
    "buildings": {"torch", "campaign", "network", "learning", "report", "jobs", "cluster"},
    "campaign": {"torch", "numpy", "osgeo", "shapely", "network", "learning", "jobs", "cluster"},
    "cluster": {"campaign", "report", "demo", "jobs"},
    "network": {"osgeo", "shapely", "imagery", "campaign", "learning", "jobs", "cluster"},
    "learning": {"osgeo", "shapely", "imagery", "campaign", "jobs", "cluster"},
    "audit": {"torch", "scipy", "osgeo", "shapely", "imagery", "campaign", "network", "learning", "jobs", "cluster"},
    "demo": {"torch", "imagery", "campaign", "network", "learning", "report", "jobs", "cluster"},
    "report": {"torch", "network", "demo", "jobs", "cluster"},
}
"""What each room must not import. campaign may know imagery's grid alone, which is plain arithmetic."""


def imported_names(file: Path) -> set[str]:
    """Top-level packages and rooms of alcd_core that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.ImportFrom) and node.level == 2:
            names.add((node.module or node.names[0].name).split(".")[0])
    return names


@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_imports_only_what_it_may(room):
    for file in (CORE / room).rglob("*.py"):
        assert not imported_names(file) & FORBIDDEN[room], file


def test_only_the_cluster_knows_dask():
    for file in CORE.rglob("*.py"):
        if CORE / "cluster" not in file.parents:
            assert not imported_names(file) & {"dask", "distributed"}, file


def test_a_campaign_on_one_machine_imports_nothing_of_dask():
    script = (
        "import sys, importlib; from alcd_core.jobs.registry import jobs, runner\n"
        "for name, job in jobs().items(): name in ('cluster', 'worker') or runner(job)\n"
        "print(sorted({'dask', 'distributed'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_core_imports_neither_qgis_nor_qt():
    for file in CORE.rglob("*.py"):
        assert not imported_names(file) & {"qgis", "PyQt5", "PyQt6"}, file


def test_imports_inside_the_core_are_relative():
    for file in CORE.rglob("*.py"):
        assert "alcd_core" not in imported_names(file), file


def test_what_qgis_loads_of_the_core_imports_neither_torch_nor_numpy_nor_gdal():
    script = (
        "import sys; import alcd_core.campaign.campaign, alcd_core.imagery.grid, alcd_core.jobs.registry as registry;"
        "registry.jobs();"
        "print(sorted({'torch', 'numpy', 'osgeo', 'shapely'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_jobs_that_need_no_network_do_not_wait_for_torch():
    script = (
        "import sys; from alcd_core.jobs.registry import jobs, runner\n"
        "for name in ('audit', 'create', 'estimate', 'info', 'label', 'preview', 'relocate', 'report', 'worker'):\n"
        "    runner(jobs()[name])\n"
        "print(sorted({'torch', 'segmentation_models_pytorch'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_file_is_longer_than_400_lines():
    for folder in ("alcd_core", "bridge", "toolbox", "ui", "scripts", "benchmarks", "tests"):
        for file in (ROOT / folder).rglob("*.py"):
            assert len(file.read_text(encoding="utf-8").splitlines()) <= 400, file
