"""Tests of course text."""
