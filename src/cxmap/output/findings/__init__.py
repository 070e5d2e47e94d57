"""Diagnostics as text: one module a format."""
