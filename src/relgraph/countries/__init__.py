"""Countries and territories of the world, and former states: their codes, names and years, shipped as tables."""
