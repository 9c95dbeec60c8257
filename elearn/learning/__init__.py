"""Learning: catalogue, lessons, practice, progress, home."""
