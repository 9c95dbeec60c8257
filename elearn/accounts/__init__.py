"""People and their signing in."""
