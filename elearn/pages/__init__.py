"""Pages that belong to no other feature: health, language, privacy, the pattern page."""
