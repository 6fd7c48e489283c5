"""Making the tables of words that languages have for dates and numbers."""
