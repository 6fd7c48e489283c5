"""Events by the million: what they add up to between two actors in a period, counted by an engine for large tables."""
