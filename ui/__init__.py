"""The panel and the options page."""
