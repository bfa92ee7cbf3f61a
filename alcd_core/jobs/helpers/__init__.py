"""Functions that several runners share."""
