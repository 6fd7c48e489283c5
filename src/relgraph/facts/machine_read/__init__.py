"""Ties that a machine read: what events add up to, taken up beside the facts where that is asked for."""
