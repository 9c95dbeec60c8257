"""Tests of the closing questionnaire."""
