"""Bytes to values: files, front matter, outline, questions as they are written."""
