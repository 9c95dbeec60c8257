"""Changing a course's files as its writers ask, and nothing else in them."""
