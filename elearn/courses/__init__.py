"""Courses and their immutable editions."""
