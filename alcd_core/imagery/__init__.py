"""The aligned pair of rasters, the tile grid, radiometry, writing maps, polygons from pixels."""
