"""The page Label of the panel."""
