"""Quantities of English records."""
