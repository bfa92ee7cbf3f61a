"""The page Learn of the panel."""
