"""The law as data and small functions: dated, cited, three-valued. No Django, no database, no clock."""
