"""The dataset as tables that other tools ask in SQL: facts, their ends and citations, actors, ties, sources."""
