"""Reading the YAML of facts and actors into records."""
