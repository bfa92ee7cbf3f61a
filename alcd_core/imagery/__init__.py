"""The aligned pair of rasters, the tile grid, radiometry, rasterising, maps, and polygons from pixels."""
