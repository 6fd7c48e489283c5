"""Handing the graph on: one module a format, each written whole or not at all."""
