"""What the page is told: facts, sources, walks and names, packed."""
