"""Makes the tables that the page's map is drawn from: `python -m tools.map DATA`."""
