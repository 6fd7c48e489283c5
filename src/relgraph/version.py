"""The version, which answers and reports tell: a module of its own, so that nobody opens the package for it."""

VERSION = "0.1.0"
