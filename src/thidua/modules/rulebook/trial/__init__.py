"""Trying a record year by year, without a name and without keeping it: what it would qualify for."""
