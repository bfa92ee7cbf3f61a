"""Scenes of a mosaic, and the ground of its tiles."""

import numpy as np
import pytest

from alcd_core.errors import InputError
from alcd_core.imagery.grid import Tiling, Window
from alcd_core.jobs.helpers.simulation.scenes import SceneMap, read_scenes, tile_grounds

TILING = Tiling(200, 120, 64, 8)
BLOCKS = "tile_row,tile_col,scene\n0,0,a\n0,1,a\n0,2,b\n1,0,c\n1,1,c\n1,2,a\n"


def grounds(scenes):
    windows = [window for _, _, window in TILING.windows()]
    cells = [TILING.core_cell(row, column) for row, column, _ in TILING.windows()]
    return windows, tile_grounds(windows, cells, scenes)


@pytest.mark.parametrize("scenes", [SceneMap(), SceneMap(50), SceneMap(56, {(0, 0): "a", (0, 1): "b"})])
def test_the_scenes_of_the_core_cells_cover_every_pixel_once(scenes):
    windows, all_grounds = grounds(scenes)
    seen = np.zeros((120, 200), int)
    for number, ground in all_grounds.items():
        window = windows[number]
        for _, (rows, columns) in ground.parts:
            seen[window.y :, window.x :][rows, columns] += 1
    assert (seen == 1).all()


def test_a_cell_is_divided_where_one_scene_ends():
    parts = SceneMap(100).parts(Window(90, 30, 20, 40))
    assert list(parts) == [("0-0", Window(90, 30, 10, 40)), ("0-1", Window(100, 30, 10, 40))]


def test_without_a_size_everything_is_one_scene():
    _, all_grounds = grounds(SceneMap())
    assert {name for ground in all_grounds.values() for name, _ in ground.parts} == {"all"}


def test_a_tile_shares_with_its_neighbours_exactly_what_both_cover():
    windows, all_grounds = grounds(SceneMap())
    for number, ground in all_grounds.items():
        shared = dict(ground.shared)
        for other, there in enumerate(windows):
            own, common = np.zeros((120, 200), bool), np.zeros((120, 200), bool)
            here = windows[number]
            own[here.y : here.y + here.height, here.x : here.x + here.width] = True
            common[there.y : there.y + there.height, there.x : there.x + there.width] = True
            expected = (own & common)[here.y : here.y + here.height, here.x : here.x + here.width]
            found = np.zeros_like(expected)
            if other in shared:
                found[shared[other]] = True
            assert np.array_equal(found, expected if other != number else np.zeros_like(expected))


def test_blocks_name_the_scenes_and_the_last_ones_reach_to_the_edge(tmp_path):
    (tmp_path / "blocks.csv").write_text(BLOCKS)
    scenes = read_scenes(tmp_path, None, step=224, reduction=4)
    assert scenes.size == 56
    assert [name for name, _ in scenes.parts(Window(0, 0, 200, 10))] == ["a", "a", "b", "b"]
    assert [name for name, _ in scenes.parts(Window(110, 56, 4, 64))] == ["c", "a", "c", "a"]


def test_a_tile_belongs_to_the_scene_that_most_of_its_core_cell_shows(tmp_path):
    (tmp_path / "blocks.csv").write_text(BLOCKS)
    _, all_grounds = grounds(read_scenes(tmp_path, None, step=56, reduction=1))
    assert [all_grounds[number].scene for number in (0, 1, 2)] == ["a", "a", "b"]


def test_scenes_side_by_side_are_told_apart_by_their_size(tmp_path):
    scenes = read_scenes(tmp_path, 1024, step=224, reduction=4)
    names = {name for name, _ in scenes.parts(Window(0, 0, 768, 512))}
    assert names == {"0-0", "0-1", "0-2", "1-0", "1-1", "1-2"}


def test_scenes_that_end_within_a_reduced_pixel_are_refused(tmp_path):
    with pytest.raises(InputError, match="Scenes of 1022 pixels cannot be divided by a reduction of 4"):
        read_scenes(tmp_path, 1022, step=224, reduction=4)


@pytest.mark.parametrize("text", ["tile_row,scene\n0,a\n", "tile_row,tile_col,scene\nfirst,0,a\n"])
def test_a_damaged_list_of_blocks_is_refused(tmp_path, text):
    (tmp_path / "blocks.csv").write_text(text)
    with pytest.raises(InputError, match="damaged"):
        read_scenes(tmp_path, None, step=224, reduction=4)
