"""The path between two actors: search, waypoints, and why there is none."""
