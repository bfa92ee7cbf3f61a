"""The page Campaign of the panel."""
