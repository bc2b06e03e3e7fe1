"""Thi đua, khen thưởng: emulation and commendation for public bodies."""

__version__ = "0.1.0"
