"""The studio: where trainers write, check, publish and improve courses in the browser."""
