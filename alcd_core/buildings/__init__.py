"""Buildings of an existing map or of a reference against the changes."""
