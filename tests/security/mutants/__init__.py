"""Finds each single check of a file, and what the file is without it."""
