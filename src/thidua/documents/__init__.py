"""Papers: plain letters in, bytes out. No Django, no database, no clock."""
