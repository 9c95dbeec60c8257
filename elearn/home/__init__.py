"""The first page after signing in: what to do next, and the JP of the year."""
