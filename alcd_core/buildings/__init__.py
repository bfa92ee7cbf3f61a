"""Change polygons against building maps: kinds of change, outlines with right angles, accuracy in buildings."""
