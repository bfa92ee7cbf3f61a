"""The page Results of the panel."""
