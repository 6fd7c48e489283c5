"""Tables of others: delimited files, the mappings that say what their columns mean, and what rows make by them."""
