"""Change polygons beside a building map, from the map of probabilities to the layers of the file."""

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alcd_core.buildings import map_update
from alcd_core.errors import InputError
from alcd_core.imagery import polygons
from alcd_core.imagery.change_layers import refuse_other_layers


def quiet_map(height=120, width=100):
    return np.full((height, width), 0.1)


def test_each_kind_and_each_state(update):
    values = quiet_map()
    values[5:25, 5:25] = 0.9  # torn down
    values[5:25, 60:80] = 0.8  # built
    values[60:80, 5:11] = 0.7  # part of a house
    values[90:, :40] = -1
    houses = [shapely.box(x, y, x + 20, y + 20) for x, y in ((5, 5), (30, 5), (5, 60), (5, 95))]
    found = update(values, houses, ids=["a", "b", "c", "d"], tolerance=1.0)
    assert found.states() == {"a": "gone", "b": "present", "c": "altered", "d": "not_seen"}
    assert found.kinds() == [("altered", "c"), ("built", None), ("torn_down", "a")]
    probabilities = {identifier: one["probability"] for identifier, one in found.buildings.items()}
    assert probabilities == {"a": pytest.approx(0.9), "b": pytest.approx(0.9), "c": pytest.approx(0.7), "d": None}
    shares = {identifier: one["changed_share"] for identifier, one in found.buildings.items()}
    assert shares == {"a": pytest.approx(1.0), "b": 0, "c": pytest.approx(0.3), "d": 0}
    assert all(one["shape"].geom_type == "MultiPolygon" for one in found.buildings.values())
    assert found.buildings["b"]["area_m2"] == pytest.approx(100, rel=1e-3)
    overlaps = {one["kind"]: one["overlap"] for _, one in found.changes}
    assert overlaps == {"altered": pytest.approx(1.0), "built": 0, "torn_down": pytest.approx(1.0)}
    assert dict(found.summary.states) == {"gone": 1, "present": 1, "altered": 1, "not_seen": 1}


def test_footprints_beyond_the_edge_or_in_ignored_areas_were_not_seen(update):
    houses = [shapely.box(-30, 50, 10, 70), shapely.box(50, 50, 70, 70)]
    left, top = 2_640_000.0 - 500, 1_250_000.0 + 500
    ignored = shapely.box(left + 24, top - 40, left + 40, top - 24)
    found = update(quiet_map(), houses, ignore=[ignored])
    assert found.states() == {1: "not_seen", 2: "not_seen"}
    assert found.buildings[1]["area_m2"] == pytest.approx(200, rel=1e-3)


def test_pieces_too_small_to_be_written_do_not_change_a_building(update):
    values = quiet_map()
    values[10:16, 10:16] = 0.9  # 9 m2
    house = shapely.box(10, 10, 30, 30)
    assert update(values, [house]).states() == {1: "altered"}
    assert update(values, [house], minimum_area=10).states() == {1: "present"}


def test_a_small_building_is_gone_even_if_its_polygon_is_too_small_to_be_written(update):
    values = quiet_map()
    values[10:30, 10:40] = 0.9  # 150 m2 on three sheds
    sheds = [shapely.box(x, 10, x + 10, 30) for x in (10, 20, 30)]
    found = update(values, sheds, ids=["a", "b", "c"], tolerance=0.5, minimum_area=60, simplify=0)
    assert found.changes == [] and found.states() == {"a": "gone", "b": "gone", "c": "gone"}
    assert found.buildings["a"]["probability"] == pytest.approx(0.9)
    assert found.summary.without_polygon == 3 and dict(found.summary.kinds) == {}


def test_strips_end_earlier_where_many_footprints_begin(update, monkeypatch):
    values = quiet_map()
    values[10:30, 10:70] = 0.9
    sheds = [shapely.box(x, y, x + 10, y + 10) for y in range(5, 100, 12) for x in range(0, 90, 10)]
    whole = update(values, sheds)
    seen = []
    look_at = map_update.MapUpdate.look_at
    monkeypatch.setattr(map_update, "MOST_IN_STRIP", 20)
    monkeypatch.setattr(
        map_update.MapUpdate,
        "look_at",
        lambda self, strip, *more: (look_at(self, strip, *more), seen.append((strip.y, len(self.waiting())))),
    )
    divided = update(values, sheds)
    assert [y for y, _ in seen] == [0, 29, 53, 77] and max(waiting for _, waiting in seen) < 40
    assert divided.states() == whole.states() and divided.kinds() == whole.kinds()


def test_a_footprint_that_only_touches_the_lower_edge_is_not_lost(update):
    found = update(quiet_map(), [shapely.box(10, 120, 30, 140), shapely.box(50, 10, 70, 30)], ids=["edge", "inside"])
    assert found.states() == {"edge": "not_seen", "inside": "present"}


def test_pieces_are_joined_before_the_small_ones_are_left_out(update):
    values = quiet_map()
    values[10:30, 10:16], values[10:30, 17:23] = 0.9, 0.9  # 30 m2 each
    found = update(values, [shapely.box(10, 10, 23, 30)], minimum_area=40, simplify=0)
    assert found.kinds() == [("torn_down", "1")] and found.changes[0][1]["area_m2"] == pytest.approx(65, rel=1e-3)


def test_a_terrace_is_divided_into_its_houses(update):
    values = quiet_map()
    values[10:30, 10:70] = 0.9
    houses = [shapely.box(10 + 20 * n, 10, 30 + 20 * n, 30) for n in range(4)]  # the last one still stands
    found = update(values, houses, simplify=0)
    assert found.kinds() == [("torn_down", "1"), ("torn_down", "2"), ("torn_down", "3")]
    assert found.states() == {1: "gone", 2: "gone", 3: "gone", 4: "present"}
    assert [one["area_m2"] for _, one in found.changes] == pytest.approx([100] * 3, rel=1e-3)


def test_footprints_over_each_other_are_counted_and_judged_each(update):
    values = quiet_map()
    values[10:30, 10:30] = 0.9
    houses = [shapely.box(x, y, x + 20, y + 20) for x, y in ((10, 10), (10, 10), (60, 60), (65, 60))]
    found = update(values, houses, ids=["1", "1", "3", "4"])
    assert found.kinds() == [("torn_down", "1")] and dict(found.summary.states) == {"gone": 2, "present": 2}
    assert found.summary.overlapping == 4 and found.store.repeated == 2
    assert found.buildings["3"]["probability"] == found.buildings["4"]["probability"] == pytest.approx(0.9)


def test_a_footprint_narrower_than_a_pixel_is_seen(update):
    found = update(quiet_map(), [shapely.box(20.6, 20, 20.9, 28), shapely.box(40.6, 40.6, 40.9, 40.9)])
    assert found.states() == {1: "present", 2: "present"}
    assert found.buildings[2]["probability"] == pytest.approx(0.9)


@given(seed=st.integers(0, 10_000), height=st.sampled_from([1, 3, 10, 37]))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_strips_of_any_height_give_the_same_kinds_and_states(update, seed, height):
    """In small strips, most footprints and polygons wait for what is below them."""
    random = np.random.default_rng(seed)
    values = quiet_map(130, 60)
    for row, column in random.integers(0, 120, (9, 2)) % (120, 52):
        values[row : row + random.integers(3, 25), column : column + random.integers(3, 14)] = 0.8
    values[random.integers(0, 100) :][:8] = -1
    corners = random.integers(-5, 120, (12, 2)) % (125, 55)
    houses = [shapely.box(x, y, x + 9 + x % 4, y + 8 + y % 7) for y, x in corners]
    whole = update(values, houses, simplify=0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(polygons, "STRIP_PIXELS", 60 * height)
        strips = update(values, houses, simplify=0)
    assert strips.states() == whole.states()
    assert strips.summary == whole.summary
    assert as_rows(strips) == as_rows(whole)
    for identifier, one in strips.buildings.items():
        assert one["probability"] == pytest.approx(whole.buildings[identifier]["probability"], abs=2e-4)


def as_rows(found):
    return sorted((one.normalize().wkt, row["kind"], row["building_ids"], row["overlap"]) for one, row in found.changes)


def test_a_file_with_both_layers_may_be_replaced_but_not_somebodys_building_map(update, tmp_path, make_map):
    update(quiet_map(), [shapely.box(5, 5, 25, 25)])
    refuse_other_layers(str(tmp_path / "out.gpkg"))
    (tmp_path / "houses.gpkg").rename(tmp_path / "own.gpkg")
    with pytest.raises(InputError, match="contains other layers"):
        refuse_other_layers(str(tmp_path / "own.gpkg"))


def test_the_table_has_a_row_for_each_polygon(update, tmp_path):
    values = quiet_map()
    values[5:25, 5:25], values[5:25, 60:80] = 0.9, 0.8
    origin = polygons.Origin(3, "2012", "2015-07")
    found = update(values, [shapely.box(5, 5, 25, 25)], table_path=str(tmp_path / "t.csv"), origin=origin, simplify=0)
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id,kind,area_m2,probability,date_before,date_after"
    rows = [line.split(",") for line in lines[1:]]
    assert [row[:2] for row in rows] == [["1", "torn_down"], ["2", "built"]]
    assert [float(row[2]) for row in rows] == pytest.approx([one["area_m2"] for _, one in found.changes])
    assert rows[0][3:] == ["0.9000", "2012", "2015-07"]
    assert found.changes[0][1]["date_after"] == "2015-07" and found.changes[0][1]["round"] == 3


def test_a_fault_leaves_neither_file(update, tmp_path, monkeypatch):
    def fails(*_):
        raise InputError("The map cannot be read.", "")

    monkeypatch.setattr(polygons, "_measured", fails)
    values = quiet_map()
    values[5:25, 5:25] = 0.9
    with pytest.raises(InputError):
        update(values, [shapely.box(5, 5, 25, 25)], table_path=str(tmp_path / "t.csv"))
    left = {path.name for path in tmp_path.iterdir()} - {"map.tif", "houses.gpkg", "footprints.sqlite"}
    assert left == set()
