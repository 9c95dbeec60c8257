"""Certificates: issued once, verified by anyone, never deleted."""
