"""Datasets that were read before: kept as plain lists, of which an answer takes what it needs."""
