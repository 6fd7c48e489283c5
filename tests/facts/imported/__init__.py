"""Tests of facts that tables make."""
