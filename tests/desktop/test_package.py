"""The contents of the plugin's zip."""

import ast
import configparser
import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIRED = (
    "name",
    "description",
    "about",
    "version",
    "author",
    "email",
    "homepage",
    "tracker",
    "repository",
    "license",
)
# The codes that the plugin repository has switched on: warnings and errors, no rules of style.
FLAKE8 = (
    "E101,E711,E712,E713,E714,E721,E722,E731,E741,E742,E743,E901,E902,E999,W605,"
    "F402,F403,F404,F405,F811,F821,F822,F823,F831,F901,C901"
)


@pytest.fixture
def names(plugin_zip):
    return zipfile.ZipFile(plugin_zip).namelist()


def test_the_zip_is_under_twelve_megabytes(plugin_zip):
    print(f"{plugin_zip.name}: {plugin_zip.stat().st_size:,} bytes")
    assert plugin_zip.stat().st_size < 12_000_000


def test_the_tutorial_and_the_page_on_building_maps_are_in_it_with_all_pictures_and_what_they_link_to(
    plugin_zip, names
):
    pages = {name: zipfile.ZipFile(plugin_zip).read(name).decode() for name in names if name.endswith(".md")}
    assert set(pages) == {"alcd/docs/tutorial.md", "alcd/docs/building-map.md"}
    text = "".join(pages.values())
    assert {f"alcd/docs/{page}" for page in re.findall(r"\]\((?!https?:|images/|\.\./|#)([^)#]+)", text)} <= set(pages)
    pictures = re.findall(r"\]\((images/[^)]+)\)", text)
    assert pictures
    assert {name for name in names if name.endswith(".png")} == {f"alcd/docs/{picture}" for picture in pictures}


def test_everything_is_in_the_plugin_s_folder(names):
    assert {name.split("/")[0] for name in names} == {"alcd"}
    for name in ("metadata.txt", "LICENSE", "__init__.py", "plugin.py", "requirements/worker.txt", "alcd_core/cli.py"):
        assert f"alcd/{name}" in names


def test_no_scripts_tests_caches_or_binaries_are_in_it(plugin_zip, names):
    assert not [name for name in names if "/scripts/" in name or "/tests/" in name or "__pycache__" in name]
    assert {Path(name).suffix for name in names} <= {
        "",
        ".py",
        ".txt",
        ".ui",
        ".svg",
        ".qml",
        ".model3",
        ".html",
        ".qm",
        ".md",
        ".png",
        ".safetensors",
    }
    assert [name for name in names if name.endswith(".safetensors")] == ["alcd/alcd_core/network/built_in.safetensors"]
    archive = zipfile.ZipFile(plugin_zip)
    # Qt only reads translations in this form; they are compiled from the .ts files of the checkout.
    binary = (".qm", ".png", ".safetensors")
    assert not [name for name in names if not name.endswith(binary) and b"\0" in archive.read(name)]
    assert not [entry.filename for entry in archive.infolist() if entry.external_attr >> 16 & 0o111]


def test_the_same_files_give_the_same_bytes(plugin_zip, tmp_path):
    again = tmp_path / "again.zip"
    environment = {**os.environ, "TZ": "Asia/Tokyo"}
    subprocess.run(
        ["bash", str(ROOT / "scripts" / "package"), str(again)], check=True, env=environment, capture_output=True
    )
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (plugin_zip, again)]
    assert digests[0] == digests[1]


def test_the_metadata_is_complete_for_the_official_repository(plugin_zip):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(zipfile.ZipFile(plugin_zip).read("alcd/metadata.txt").decode())
    metadata = parser["general"]
    assert all(metadata.get(name) for name in REQUIRED)
    assert (metadata["qgisMinimumVersion"], metadata["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert metadata["hasProcessingProvider"] == "yes"
    assert metadata["supportsQt6"] == "True"  # QGIS 3 built with Qt 6 loads no other plugins; QGIS 4 ignores it
    assert f"alcd/{metadata['icon']}" in zipfile.ZipFile(plugin_zip).namelist()


def test_the_plugin_and_its_core_have_the_same_version(plugin_zip):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(zipfile.ZipFile(plugin_zip).read("alcd/metadata.txt").decode())
    assert f'__version__ = "{parser["general"]["version"]}"' in (ROOT / "alcd_core" / "__init__.py").read_text()


def test_bandit_finds_nothing_that_is_not_explained(plugin_zip, tmp_path):
    zipfile.ZipFile(plugin_zip).extractall(tmp_path)
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", str(tmp_path / "alcd")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    for line in subprocess.run(
        ["grep", "-rn", "nosec", str(tmp_path / "alcd")], capture_output=True, text=True
    ).stdout.splitlines():
        assert re.search(r"# .*[a-z]{3}.* # nosec|# nosec B\d+: ", line), f"no explanation: {line}"


def test_the_plugin_repository_s_flake8_finds_nothing(plugin_zip, tmp_path, qt6_python):
    zipfile.ZipFile(plugin_zip).extractall(tmp_path)
    command = [qt6_python, "-m", "flake8", "--isolated", "--max-line-length=120", f"--select={FLAKE8}"]
    assert run_in(tmp_path, *command, "alcd").stdout == ""
    (tmp_path / "alcd" / "bad.py").write_text("value = missing\n", "utf-8")
    assert "F821" in run_in(tmp_path, *command, "alcd").stdout


def test_the_plugin_repository_s_secrets_scan_finds_nothing(plugin_zip, tmp_path, qt6_python):
    zipfile.ZipFile(plugin_zip).extractall(tmp_path)
    command = [qt6_python, "-m", "detect_secrets", "scan", "--all-files", "--exclude-files", r"metadata\.txt", "."]
    assert json.loads(run_in(tmp_path, *command).stdout)["results"] == {}
    key = "AKIA" + "IOSFODNN7EXAMPLE"
    (tmp_path / "alcd" / "bad.py").write_text(f'key = "{key}"\n', "utf-8")
    assert json.loads(run_in(tmp_path, *command).stdout)["results"].keys() == {"alcd/bad.py"}


def run_in(folder, *command):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_qt_comes_through_qgis():
    forbidden = ("from PyQt", "import PyQt", "PySide")
    for folder in ("bridge", "toolbox", "ui"):
        for file in (ROOT / folder).rglob("*.py"):
            assert not any(word in file.read_text("utf-8") for word in forbidden), file


def test_what_qgis_loads_reads_as_python_3_9():
    folders = ("bridge", "toolbox", "ui", "alcd_core", "alcd_core/campaign", "alcd_core/jobs")
    files = [file for folder in folders for file in (ROOT / folder).glob("*.py")]
    for file in [*files, *ROOT.glob("*.py")]:
        ast.parse(file.read_text("utf-8"), feature_version=(3, 9))
    assert files
