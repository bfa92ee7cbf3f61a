"""What is remembered of a region and two dates: GeoPackage and folder. Needs neither torch nor GDAL to import."""
