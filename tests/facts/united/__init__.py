"""Tests of several datasets as one."""
