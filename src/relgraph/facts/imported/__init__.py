"""Facts that tables make: read by their mappings, or taken from what was made of the same table before."""
