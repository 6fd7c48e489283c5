"""Reading YAML with places: every record knows its file, line and column."""
