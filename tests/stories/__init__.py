"""Stories: read, held against what their steps show, and presented."""
