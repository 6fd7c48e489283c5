"""Inputs that nobody means: datasets, texts and command lines, spoilt at random and tried on the real commands."""
