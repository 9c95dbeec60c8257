"""Units of the city government: a tree."""
