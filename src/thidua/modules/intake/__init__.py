"""Lists out of files: read, looked at, approved, entered in one go, taken back as a whole.

What a list is of (people, awards of past years…) belongs to the module that keeps it: it offers a `Kind`.
"""
