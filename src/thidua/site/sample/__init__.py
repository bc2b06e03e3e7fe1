"""The demonstration: phường Hai Bà Trưng with forty units and fictitious people, six years of records.

Deterministic: the same day gives the same people, records and files. The administrative units and the
law are real; so are the facts of seven official answers, whose askers are nameless here.
"""
