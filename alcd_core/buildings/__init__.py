"""An existing building map against the changes: which buildings are gone, altered or still there."""
