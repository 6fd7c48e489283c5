"""Makes the tables of countries and of their names in many languages: `python -m tools.countries DATA LOCALENAMES`."""
