"""Full and read-only disks; references that are repaired rather than refused; rasters that were moved and found."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import shapely
from analyst import skip
from broken import QUICK, alcd, contents, write_layer
from osgeo import gdal, ogr
from rasters import make_pair, write_polygons

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.database import connected
from alcd_core.errors import cannot_write, disk_fault

LEFT, TOP = 2_600_000.0, 1_200_000.0


@pytest.fixture(scope="module")
def ground(tmp_path_factory) -> Path:
    """A folder with a pair, ``town.alcd`` with a model and a map of it, and ``fresh.alcd`` without labels."""
    folder = tmp_path_factory.mktemp("ground")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        make_pair(folder)
        alcd("create town.alcd --before before.tif --after after.tif --tile-size 64 --overlap 16")
        shutil.copytree("town.alcd", "fresh.alcd")
        alcd("label town.alcd --reference changes.gpkg --tiles 1,9,17,25,33,41")
        alcd(f"train town.alcd {QUICK}")
        alcd("predict town.alcd --output probability.tif")
    return folder


@pytest.fixture
def place(ground, tmp_path, monkeypatch) -> Path:
    """A copy of the ground to spoil, as working directory."""
    folder = tmp_path / "place"
    shutil.copytree(ground, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def mounted(tmp_path):
    """A function that mounts a disk in memory with these options; skips where this user may not."""
    places = []

    def mount(options: str) -> Path:
        disk = tmp_path / f"disk{len(places)}"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(disk)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("only root may mount a small disk")
        places.append(disk)
        return disk

    yield mount
    for disk in places:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def refused(command: str, capfd) -> str:
    """The one line that a refused job says."""
    capfd.readouterr()
    status = cli.main(command.split())
    said = capfd.readouterr().err
    assert status == 2, said
    ours = [line for line in said.splitlines() if not line.startswith("_tiff")]  # libtiff 4.7 reports on its own
    assert len(ours) == 1, said
    return said


@pytest.mark.parametrize(
    ("job", "size"),
    [
        pytest.param("create {disk}/new.alcd --before before.tif --after after.tif --tile-size 64", "48k", id="create"),
        pytest.param("predict town.alcd --output {disk}/map.tif", "200k", id="predict"),
        pytest.param("predict town.alcd --output map.tif --uncertainty {disk}/map.tif", "200k", id="uncertainty"),
        pytest.param("polygons town.alcd --output {disk}/found.gpkg", "40k", id="polygons"),
        pytest.param("polygons town.alcd --output {disk}/found.geojson", "4k", id="polygons as GeoJSON"),
        pytest.param("assess town.alcd --reference changes.gpkg --map {disk}/colours.tif", "4k", id="assess"),
    ],
)
def test_a_full_disk_is_reported_and_no_partial_output_remains(job, size, place, mounted, capfd):
    disk = mounted(f"size={size}")
    before = contents(place)
    said = refused(job.format(disk=disk), capfd)
    assert str(disk) in said
    assert "cannot be written" in said
    assert "space left" in said or "disk is not full" in said
    assert "/." not in said  # no scratch file, which the user never heard of
    assert list(disk.rglob("*")) == []
    assert contents(place) == before


def test_training_on_a_full_disk_leaves_no_partial_model(place, mounted, capfd):
    disk = mounted("size=5m")
    shutil.copytree("town.alcd", disk / "town.alcd")
    before = contents(disk)
    said = refused(f"train {disk}/town.alcd {QUICK}", capfd)
    assert "cannot be written" in said
    assert "No space left" in said
    assert contents(disk) == before


@pytest.mark.parametrize(
    "job", ["label {campaign} --reference changes.gpkg --tiles all", "query {campaign} --count 3", "info {campaign}"]
)
def test_a_campaign_on_a_full_disk_stays_unchanged(job, place, mounted, capfd):
    disk = mounted("size=6m")
    campaign = disk / "town.alcd"
    shutil.copytree("town.alcd", campaign)
    before = contents(campaign)
    with pytest.raises(OSError, match="No space left"):
        (disk / "filling").write_bytes(bytes(6_000_000))
    said = refused(job.format(campaign=campaign), capfd)
    assert "campaign.gpkg cannot be opened for writing" in said
    assert "disk is not full" in said
    (disk / "filling").unlink()
    alcd(f"info {campaign}")
    assert contents(campaign) == before


@pytest.fixture
def read_only(place, mounted):
    """A function that copies a campaign onto a disk that nobody may write."""

    def copy(campaign: str) -> Path:
        disk = mounted("size=9m")
        shutil.copytree(campaign, disk / "town.alcd")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        return disk / "town.alcd"

    return copy


def test_a_campaign_on_a_read_only_disk_can_be_described(read_only, capfd):
    campaign = read_only("town.alcd")
    assert campaign.joinpath("campaign.gpkg").read_bytes()[18:20] == b"\2\2"  # WAL, where SQLite would write beside
    before = contents(campaign)
    alcd(f"info {campaign}")
    assert "6 labelled" in capfd.readouterr().out
    assert contents(campaign) == before
    for job in ("query {} --count 3", "label {} --reference changes.gpkg", "relocate {} --before before.tif"):
        assert "campaign.gpkg cannot be opened for writing" in refused(job.format(campaign), capfd)


def test_the_last_write_is_visible_on_a_read_only_disk(place, read_only, capfd):
    with connected(open_campaign(Path("town.alcd")).file):  # somebody is at work while it is copied
        skip(open_campaign(Path("town.alcd")), 2)
        campaign = read_only("town.alcd")
    assert (campaign / "campaign.gpkg-wal").stat().st_size > 0
    alcd(f"info {campaign}")
    assert "1 skipped" in capfd.readouterr().out


@pytest.mark.parametrize(
    "job",
    [
        "create {disk}/new.alcd --before before.tif --after after.tif --tile-size 64",
        "predict town.alcd --output {disk}/map.tif",
        "polygons town.alcd --output {disk}/found.gpkg",
        "create /proc/new.alcd --before before.tif --after after.tif --tile-size 64",
        "predict town.alcd --output /proc/map.tif",
    ],
)
def test_an_unwritable_output_folder_is_reported(job, place, mounted, capfd):
    disk = mounted("ro") if "{disk}" in job else None
    before = contents(place)
    said = refused(job.format(disk=disk), capfd)
    assert "cannot be written" in said
    assert "writable" in said
    assert contents(place) == before


def test_an_operating_system_error_is_a_user_error_only_if_the_user_can_fix_it():
    full = disk_fault(OSError(28, "No space left on device", "map.tif"))
    assert full is not None
    assert full.message == "map.tif cannot be written (No space left on device)."
    assert disk_fault(FileNotFoundError(2, "No such file or directory", "a.tif")) is None
    assert disk_fault(ValueError("a defect")) is None
    assert cannot_write("map.tif", RuntimeError()).message == "map.tif cannot be written."


def labelled_area(campaign: str) -> shapely.Geometry:
    """All annotations of a campaign as one geometry."""
    return shapely.union_all([shapely.from_wkb(wkb) for wkb, _ in open_campaign(Path(campaign)).annotations()])


def labelled_by(reference: str, campaign: str) -> tuple[shapely.Geometry, dict[int, str | None]]:
    """Annotations and tile classes of a copy of ``fresh.alcd`` after labelling all of it."""
    shutil.copytree("fresh.alcd", campaign)
    alcd(f"label {campaign} --reference {reference} --tiles all")
    return labelled_area(campaign), {tile.tile_id: tile.tile_class for tile in open_campaign(Path(campaign)).tiles()}


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25832"])
def test_a_reference_in_another_crs_gives_the_same_labels(crs, place):
    gdal.VectorTranslate("moved.gpkg", "changes.gpkg", dstSRS=crs, reproject=True)
    area, classes = labelled_by("changes.gpkg", "same.alcd")
    moved_area, moved_classes = labelled_by("moved.gpkg", "moved.alcd")
    assert moved_classes == classes
    assert moved_area.symmetric_difference(area).area < 0.01 * area.area


def test_invalid_geometries_of_a_reference_are_repaired(place, capfd):
    # A bow tie of two triangles that meet in the middle: 20 m x 10 m each.
    x, y = LEFT + 40, TOP - 40
    bow_tie = f"POLYGON (({x} {y}, {x + 20} {y - 20}, {x + 20} {y}, {x} {y - 20}, {x} {y}))"
    assert not ogr.CreateGeometryFromWkt(bow_tie).IsValid()
    write_layer("bow_tie.gpkg", "GPKG", bow_tie, 2056)
    capfd.readouterr()
    area, _ = labelled_by("bow_tie.gpkg", "repaired.alcd")
    assert capfd.readouterr().err == ""
    left, right = (shapely.Polygon([(x + 10, y - 10), (corner, y), (corner, y - 20)]) for corner in (x, x + 20))
    assert area.symmetric_difference(shapely.union(left, right)).area < 1e-6


def test_a_raster_that_was_moved_is_found_again(place, capfd):
    alcd("create own.alcd --before before.tif --after after.tif --tile-size 64 --overlap 16")
    alcd("label own.alcd --reference changes.gpkg --tiles 1,9,17,25,33,41")
    alcd("predict own.alcd --model town.alcd --output first.tif")
    Path("archive").mkdir()
    Path("before.tif").rename("archive/of_2012.tif")
    before = contents(place)
    predict = "predict own.alcd --model town.alcd --output second.tif"
    for job in (predict, f"train own.alcd {QUICK}", "query own.alcd --model town.alcd"):
        said = refused(job, capfd)
        assert "is no longer at" in said
        assert "relocate" in said
    assert contents(place) == before
    alcd("info own.alcd")
    assert "own.alcd --before FILE" in capfd.readouterr().out
    alcd("relocate own.alcd --before archive/of_2012.tif")
    alcd(predict)
    assert np.array_equal(gdal.Open("second.tif").ReadAsArray(), gdal.Open("first.tif").ReadAsArray())
    alcd("query own.alcd --model town.alcd --count 3")


def test_polygons_of_an_area_without_change_are_not_an_error(place):
    write_polygons(place / "corner.gpkg", [(LEFT, TOP - 1, LEFT + 1, TOP)])
    alcd("polygons town.alcd --output none.gpkg --threshold 0.99")
    alcd("assess town.alcd --reference corner.gpkg")
