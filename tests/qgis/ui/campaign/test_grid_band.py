"""The planned tiles on the map."""

from alcd.ui.campaign.grid_band import GridBand


def test_the_grid_is_drawn_and_removed(window, campaign):
    band = GridBand(window.canvas)
    before = len(window.canvas.scene().items())
    grid = campaign.description.grid
    tiles = [grid.window_bounds(tile.window) for tile in campaign.tiles()]
    band.show({"crs": grid.crs, "bounds": grid.bounds, "tile_bounds": tiles})
    assert len(window.canvas.scene().items()) == before + 2
    band.clear()
    assert len(window.canvas.scene().items()) == before
