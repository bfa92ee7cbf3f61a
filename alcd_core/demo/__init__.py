"""Makes the imagery of ``alcd demo``: a procedural region with two dates and its truth. Knows no other room."""
