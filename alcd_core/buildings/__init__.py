"""Change polygons and building maps: kinds of change, outlines with right angles, accuracy in buildings."""
