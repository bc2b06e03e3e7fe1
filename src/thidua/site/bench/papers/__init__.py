"""How fast papers are drawn: certificates as a print file beside three peers, and a decision with many names as Word."""
