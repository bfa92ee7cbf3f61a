"""Every job that reads polygons reports what became of them, in a message and in its result."""

import pytest
import shapely
from odd_layers import make, moved
from rasters import make_pair

from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError
from alcd_core.imagery import layer_reader
from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

LEFT, TOP = 2_600_000.0, 1_200_000.0
PAIR = {"before": "before.tif", "after": "after.tif", "tile_size": 64, "overlap": 16}


@pytest.fixture
def alcd(tmp_path, monkeypatch):
    """Runs a job in a folder with a pair; gives its messages and its result."""
    monkeypatch.chdir(tmp_path)
    make_pair(tmp_path)

    def run(name, **values):
        events = []
        job = jobs()[name]
        result = runner(job)(job.parse(values), Reporter(events.append))
        return [event["message"] for event in events if event["event"] == "message"], result

    return run


@pytest.fixture
def town(alcd, tmp_path):
    alcd("create", campaign="town.alcd", **PAIR)
    return open_campaign(tmp_path / "town.alcd")


def house(x, y, size=10.0):
    return shapely.box(LEFT + x, TOP - y - size, LEFT + x + size, TOP - y)


def mixed(path, crs="EPSG:2056"):
    """Two houses on the grid, a wall, a point, a row without geometry, and eight houses outside the grid."""
    wall = shapely.Polygon([(LEFT, TOP), (LEFT + 9, TOP), (LEFT, TOP)])
    far = [house(50_000 + 20 * n, 0) for n in range(8)]
    shapes = [house(10, 10), house(50, 50), wall, shapely.Point(LEFT, TOP), None, *far]
    return make(path, [one if one is None else moved(one, crs) for one in shapes], crs=crs)


def drawn(campaign):
    return shapely.union_all([shapely.from_wkb(wkb) for wkb, _ in campaign.annotations()])


@pytest.mark.parametrize("crs", ["EPSG:2056", "EPSG:4326"])
def test_label_counts_what_it_left_out(alcd, town, tmp_path, crs):
    mixed(tmp_path / "mixed.gpkg", crs)
    said, result = alcd("label", campaign="town.alcd", tiles="all", reference="mixed.gpkg")
    assert result["polygons_read"]["features"] == 13 and result["polygons_read"]["on_grid"] == 2
    assert result["polygons_read"]["left_out"] == {
        "points": 1,
        "without geometry": 1,
        "without an area on the ground": 1,
    }
    assert any("Only 2 of 10 features of mixed.gpkg (20.00%) lie on the grid" in one for one in said)
    assert result["warnings"] == said
    assert drawn(town).area == pytest.approx(200, rel=1e-4)


@pytest.mark.parametrize("job", ["create", "preview"])
def test_the_area_of_interest_is_counted_too(alcd, tmp_path, job):
    make(tmp_path / "aoi.gpkg", [house(0, 0, 90), shapely.Point(LEFT, TOP)])
    campaign = {"campaign": "town.alcd"} if job == "create" else {}
    said, result = alcd(job, aoi="aoi.gpkg", **campaign, **PAIR)
    assert any("Left out of aoi.gpkg: points (1)" in one for one in said)
    assert any("Left out of aoi.gpkg: points (1)" in one for one in result["warnings"])


def test_an_area_smaller_than_a_tile_is_reported(alcd, tmp_path):
    make(tmp_path / "tiny.gpkg", [house(5, 5, 12)])
    with pytest.raises(
        InputError, match=r"AOI tiny.gpkg covers 24 x 24 pixels .* smaller than a tile of 64 pixels\. Draw a larger"
    ):
        alcd("preview", aoi="tiny.gpkg", **PAIR)


@pytest.mark.parametrize(("job", "values"), [("label", {"tiles": "all"}), ("report", {"output": "page.html"})])
def test_a_reference_outside_the_grid_labels_nothing(alcd, town, tmp_path, job, values):
    make(tmp_path / "zone.gpkg", [moved(house(10, 10), "EPSG:25832")], crs="EPSG:25833")
    with pytest.raises(InputError, match=r"The reference zone.gpkg lies outside the grid: it covers 13\."):
        alcd(job, campaign="town.alcd", reference="zone.gpkg", **values)
    assert not town.tiles(state="labelled")


def test_only_features_near_the_tiles_are_read_from_a_large_layer(alcd, town, tmp_path, monkeypatch):
    grid = town.description.grid
    houses = [house(x, y, 3) for x in range(2, 158, 5) for y in range(2, 158, 5)]
    make(tmp_path / "many.gpkg", [moved(one, "EPSG:4326") for one in houses], crs="EPSG:4326")
    whole = read_reference("many.gpkg", grid)
    assert (whole.account.read, len(whole.polygons)) == (len(houses), len(houses))
    monkeypatch.setattr(layer_reader, "SMALL", 10)
    _, result = alcd("label", campaign="town.alcd", tiles="1,9", reference="many.gpkg")
    assert result["polygons_read"]["on_grid"] == len(houses)
    assert result["polygons_read"]["read"] < 200
    windows = [tile.window for tile in town.tiles() if tile.tile_id in (1, 9)]
    covered = shapely.union_all([shapely.box(*grid.window_bounds(window)) for window in windows])
    expected = shapely.intersection(shapely.union_all(houses), covered)
    assert drawn(town).area == pytest.approx(expected.area, rel=1e-3)
