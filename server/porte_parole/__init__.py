"""Porte-parole: a colleague who reads along, and never tells."""

__version__ = "0.1.0"
