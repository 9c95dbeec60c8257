"""Questions coming and going: between course text and the formats of other platforms."""
