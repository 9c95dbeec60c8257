"""What the platform means: frozen values and pure functions.

Standard library only; no clock, files, randomness, Flask or SQL.
"""
