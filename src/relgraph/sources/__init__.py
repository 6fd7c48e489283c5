"""Source documents: their cards, their texts, and what stands in which paragraph."""
