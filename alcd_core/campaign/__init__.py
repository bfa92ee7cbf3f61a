"""A campaign on disk: its folder and GeoPackage. Importing it needs neither torch nor GDAL."""
