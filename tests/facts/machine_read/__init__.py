"""Tests of ties that a machine read."""
