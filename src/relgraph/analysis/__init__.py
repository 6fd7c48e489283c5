"""Questions to a dataset, answered as frozen records."""
