"""Measuring: a province's worth of rows, every screen timed on them, and the law timed on its cases."""
