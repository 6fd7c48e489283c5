"""The page's map: projection, outline of the land, and where everything stands."""
