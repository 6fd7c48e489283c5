"""Makes the tables of kinds of event that ship with the package."""
